/**
 * Finding duplicates among very many creators without comparing each with each: only those that share a key are looked at.
 *
 * Keys are numbers in one sorted list, so that 100,000 creators take a few megabytes; two different keys that make the same
 * number cost a comparison and change nothing, because every pair is weighed by what it really shares.
 */

import {
  type DuplicateKey,
  type DuplicatePerson,
  type DuplicateReason,
  keysOf,
  keyText,
  likelihood,
  reasonsFor,
  typoKeys,
} from './duplicates'

/** Two creators that may be one; `a` before `b` by id. */
export interface DuplicatePair {
  readonly a: string
  readonly b: string
  readonly percent: number
  readonly reasons: readonly DuplicateReason[]
}

/** Done and in all; yielded between slices so that others get their turn. */
export type Slice = readonly [done: number, total: number]

/** What more creators than this share is nobody's own: nobody is suggested for it alone. */
const CROWD = 40
const SLICE = 2000
const PARTS = 16

export interface DuplicateIndex {
  readonly people: readonly DuplicatePerson[]
  /** `hash × 2²⁰ + place` in order: which creators share a key. */
  readonly entries: readonly Float64Array[]
}

const PLACES = 2 ** 20

/** Builds the index, a slice at each step. At most 2²⁰ creators. */
export function* buildIndex(people: readonly DuplicatePerson[]): Generator<Slice, DuplicateIndex, void> {
  if (people.length > PLACES) throw new RangeError('too many creators for one search')
  const parts: number[][] = Array.from({ length: PARTS }, () => [])
  for (const [place, person] of people.entries()) {
    for (const text of allKeys(person)) {
      const hash = hashOf(text)
      parts[hash % PARTS]?.push(hash * PLACES + place)
    }
    if (place % SLICE === SLICE - 1) yield [place, people.length]
  }
  const entries: Float64Array[] = []
  for (const part of parts) {
    entries.push(Float64Array.from(part).sort())
    part.length = 0
    yield [people.length, people.length]
  }
  return { people, entries }
}

/** Every pair from `least` percent on, most likely first; at most `limit`. `apart` are pairs that people said are two. */
export function* findPairs(
  index: DuplicateIndex,
  { least, limit, apart }: { readonly least: number; readonly limit: number; readonly apart: Apart },
): Generator<Slice, readonly DuplicatePair[], void> {
  const { people, entries } = index
  const seen = new Set<number>()
  const found: DuplicatePair[] = []
  const shared = sharing(index)
  let done = 0
  for (const part of entries) {
    for (const run of runs(part)) {
      for (const [i, first] of run.entries()) {
        for (const second of run.slice(i + 1)) {
          const pair = first * PLACES + second
          if (seen.has(pair)) continue
          seen.add(pair)
          const scored = pairOf(people[first], people[second], { least, apart, shared })
          if (scored !== null) found.push(scored)
          if (++done % SLICE === 0) yield [done, 0]
        }
      }
    }
    yield [done, 0]
  }
  return found.toSorted(inOrder).slice(0, limit)
}

/** Who may be the same person as this one, most likely first. */
export function findFor(
  index: DuplicateIndex,
  person: DuplicatePerson,
  { least, limit, apart }: { readonly least: number; readonly limit: number; readonly apart: Apart },
): readonly DuplicatePair[] {
  const others = new Set<DuplicatePerson>()
  for (const text of allKeys(person)) {
    const places = placesOf(index, hashOf(text))
    if (places.length > CROWD) continue
    for (const place of places) {
      const other = index.people[place]
      if (other !== undefined && other.id !== person.id) others.add(other)
    }
  }
  const shared = sharing(index)
  return [...others]
    .flatMap((other) => pairOf(person, other, { least, apart, shared }) ?? [])
    .toSorted(inOrder)
    .slice(0, limit)
}

/** Whether people said that two creators are two. */
export type Apart = (a: string, b: string) => boolean

function pairOf(
  one: DuplicatePerson | undefined,
  two: DuplicatePerson | undefined,
  {
    least,
    apart,
    shared,
  }: { readonly least: number; readonly apart: Apart; readonly shared: (key: DuplicateKey) => number },
): DuplicatePair | null {
  if (one === undefined || two === undefined || one.id === two.id) return null
  const [a, b] = one.id < two.id ? [one, two] : [two, one]
  const reasons = reasonsFor(a, b, shared)
  const percent = likelihood(reasons)
  return percent < least || apart(a.id, b.id) ? null : { a: a.id, b: b.id, percent, reasons }
}

function inOrder(x: DuplicatePair, y: DuplicatePair): number {
  return y.percent - x.percent || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1)
}

function* allKeys(person: DuplicatePerson): Iterable<string> {
  for (const key of keysOf(person)) yield keyText(key)
  for (const typo of typoKeys(person.handle)) yield `typo:${typo}`
}

/** The places of a run of equal hashes, where at least two and no crowd share it. */
function* runs(entries: Float64Array): Iterable<readonly number[]> {
  for (let from = 0; from < entries.length;) {
    const hash = Math.floor((entries[from] ?? 0) / PLACES)
    let to = from + 1
    while (to < entries.length && Math.floor((entries[to] ?? 0) / PLACES) === hash) to++
    if (to - from > 1 && to - from <= CROWD) yield placesIn(entries, from, to)
    from = to
  }
}

function placesOf({ entries }: DuplicateIndex, hash: number): readonly number[] {
  const part = entries[hash % PARTS] ?? new Float64Array()
  const from = firstAt(part, hash * PLACES)
  const to = firstAt(part, (hash + 1) * PLACES)
  return placesIn(part, from, to)
}

function placesIn(entries: Float64Array, from: number, to: number): readonly number[] {
  return [...new Set(Array.from(entries.subarray(from, to), (entry) => entry % PLACES))]
}

/** How many creators have a key. */
function sharing(index: DuplicateIndex): (key: DuplicateKey) => number {
  const known = new Map<string, number>()
  return (key) => {
    const text = keyText(key)
    const count = known.get(text) ?? placesOf(index, hashOf(text)).length
    known.set(text, count)
    return count
  }
}

function firstAt(entries: Float64Array, least: number): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
