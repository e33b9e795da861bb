/** Values that can both be kept: texts put together, lists united. */

import { createHash } from 'node:crypto'

import type { PastWrite, Write } from '../../../db/sync/questions'
import type { Cell } from '../../../shared/sync/body'
import { commonBase, mergeVersions } from '../../../shared/sync/text-merge'

/** How entries name the text that was edited. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('hex')
}

export interface TextMerge {
  /** The nearest text that all versions were made from; null where none is known. */
  readonly base: string | null
  /** All versions in one, or null where their changes touch. */
  readonly merged: string | null
}

/** The versions of one text put together, with the base that the log names. */
export function mergeText(writes: readonly Write[], past: readonly PastWrite[]): TextMerge {
  const texts = new Map<string, string>()
  const madeFrom = new Map<string, string>()
  for (const { cell, base } of past) {
    if (typeof cell !== 'string') continue
    const hash = hashOf(cell)
    texts.set(hash, cell)
    if (base !== null && !madeFrom.has(hash)) madeFrom.set(hash, Buffer.from(base).toString('hex'))
  }
  const ancestries = writes.map(({ rid, seq }) => {
    const own = past.find((each) => each.rid === rid && each.seq === seq)?.base ?? null
    const line: string[] = []
    for (let hash = own && Buffer.from(own).toString('hex'); hash; hash = madeFrom.get(hash) ?? null) {
      // A text that was written again after others would lead round in a circle.
      if (line.includes(hash)) break
      line.push(hash)
    }
    return line
  })
  const hash = commonBase(ancestries)
  const base = (hash === null ? null : texts.get(hash)) ?? null
  const versions = writes.map(({ cell, hlc, replica }) => ({ text: String(cell ?? ''), hlc, replica }))
  return { base, merged: mergeVersions(base, versions) }
}

/** One text after the other, each once, in the order they were written. */
export function joinTexts(writes: readonly Write[]): Cell {
  const texts = writes.flatMap(({ cell }) => (typeof cell === 'string' && cell.trim() !== '' ? [cell] : []))
  return [...new Set(texts)].join('\n')
}

/** All lists in one, each element once, in the order they were written; null where one is no list. */
export function uniteLists(writes: readonly Write[]): Cell {
  const lists = writes.map(({ cell }) => readList(cell))
  if (lists.some((list) => list === null)) return null
  const elements = lists.flatMap((list) => list ?? []).map((element) => JSON.stringify(element))
  return `[${[...new Set(elements)].join(',')}]`
}

function readList(cell: Cell): readonly unknown[] | null {
  if (cell === null) return []
  try {
    const list: unknown = JSON.parse(String(cell))
    return Array.isArray(list) ? list : null
  } catch {
    return null
  }
}
