/**
 * Two people's versions of one text put together, for reading: never stored and never logged by itself.
 *
 * By lines first; where both changed the same or neighbouring lines, by words and characters within them. Changes that
 * touch each other are not put together: the answer is then null, and people see both versions. The same versions give the
 * same text on every computer, whoever is first.
 */

import { diffIndices } from 'node-diff3'

import { isLater } from './merge'

/** One version; the one that was written later comes later. */
export interface Version {
  readonly text: string
  readonly hlc: number
  /** 16 hex digits. */
  readonly replica: string
}

/**
 * Comparing takes time in proportion to the pairs of equal lines or pieces, of which long texts that repeat themselves have
 * millions; with more, people see both versions. At this many it is a tenth of a second.
 */
const MAX_PAIRS = 50_000

/** All versions put together on `base`, the text that each of them was made from; null where that cannot be done. */
export function mergeVersions(base: string | null, versions: readonly Version[]): string | null {
  const [first, ...rest] = versions.toSorted((a, b) => (isLater(a, b) ? 1 : -1))
  if (base === null || first === undefined) return null
  let merged: string | null = first.text
  for (const { text } of rest) if (merged !== null) merged = mergeTexts(base, merged, text)
  return merged
}

/** Two versions of `base` put together, or null where their changes touch. */
export function mergeTexts(base: string, a: string, b: string): string | null {
  if (a === b || b === base) return a
  if (a === base) return b
  return mergePieces(lines(base), lines(a), lines(b), (old, one, other) =>
    mergePieces(pieces(old), pieces(one), pieces(other), () => null),
  )
}

/** `[from, to)` of the base, and what stands there instead. */
interface Change {
  readonly from: number
  readonly to: number
  readonly by: readonly string[]
}

type Settle = (base: string, a: string, b: string) => string | null

/** Walks both lists of changes together; where changes touch, `settle` is asked for the whole stretch. */
function mergePieces(
  base: readonly string[],
  a: readonly string[],
  b: readonly string[],
  settle: Settle,
): string | null {
  const ours = changes(base, a)
  const theirs = changes(base, b)
  if (ours === null || theirs === null) return null
  let text = ''
  let at = 0
  while (ours.length > 0 || theirs.length > 0) {
    const stretch = takeStretch(ours, theirs)
    text += base.slice(at, stretch.from).join('')
    const merged = mergeStretch(base, stretch, settle)
    if (merged === null) return null
    text += merged
    at = stretch.to
  }
  return text + base.slice(at).join('')
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly ours: readonly Change[]
  readonly theirs: readonly Change[]
}

/** Takes the first change and all that touch it, or touch those, from both lists. */
function takeStretch(ours: Change[], theirs: Change[]): Stretch {
  const from = Math.min(ours[0]?.from ?? Infinity, theirs[0]?.from ?? Infinity)
  let to = from
  const taken: { ours: Change[]; theirs: Change[] } = { ours: [], theirs: [] }
  const take = (list: Change[], into: Change[]): boolean => {
    const next = list[0]
    if (next === undefined || next.from > to) return false
    into.push(next)
    list.shift()
    to = Math.max(to, next.to)
    return true
  }
  while (take(ours, taken.ours) || take(theirs, taken.theirs));
  return { from, to, ...taken }
}

function mergeStretch(base: readonly string[], { from, to, ours, theirs }: Stretch, settle: Settle): string | null {
  const old = base.slice(from, to).join('')
  const a = changed(base, from, to, ours)
  const b = changed(base, from, to, theirs)
  if (a === b || theirs.length === 0) return a
  return ours.length === 0 ? b : settle(old, a, b)
}

function changed(base: readonly string[], from: number, to: number, list: readonly Change[]): string {
  let text = ''
  let at = from
  for (const change of list) {
    text += base.slice(at, change.from).join('') + change.by.join('')
    at = change.to
  }
  return text + base.slice(at, to).join('')
}

/** What was changed between the parts that both begin and end with; null where comparing would take too long. */
function changes(base: readonly string[], to: readonly string[]): Change[] | null {
  const shorter = Math.min(base.length, to.length)
  let head = 0
  while (head < shorter && base[head] === to[head]) head++
  let tail = 0
  while (tail < shorter - head && base.at(-1 - tail) === to.at(-1 - tail)) tail++
  const old = base.slice(head, base.length - tail)
  const now = to.slice(head, to.length - tail)
  if (pairs(old, now) > MAX_PAIRS) return null
  return diffIndices(old, now).map(({ buffer1: [from, length], buffer2Content }) => ({
    from: head + from,
    to: head + from + length,
    by: buffer2Content,
  }))
}

function pairs(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const item of a) counts.set(item, (counts.get(item) ?? 0) + 1)
  return b.reduce((sum, item) => sum + (counts.get(item) ?? 0), 0)
}

/** Lines with their line breaks. */
function lines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
}

/** Numbers, dates and Latin words whole, so that no third number or word comes out of two; all else by characters. */
function pieces(text: string): readonly string[] {
  return text.match(/[0-9]+(?:[.,:/-][0-9]+)*|[A-Za-zÀ-ɏḀ-ỿ]+|[^]/gu) ?? []
}

/**
 * The hash of the nearest text that all versions come from, or null: each list names what one version was made from, what
 * that was made from, and so on.
 */
export function commonBase(ancestries: readonly (readonly string[])[]): string | null {
  const [first, ...rest] = ancestries
  return first?.find((hash) => rest.every((ancestry) => ancestry.includes(hash))) ?? null
}
