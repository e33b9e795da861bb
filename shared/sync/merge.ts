/**
 * What becomes of a cell that several people wrote, and of a row that somebody deleted.
 *
 * A write replaces exactly what its author had seen. Of the others, one is shown by the column's rule and the rest stay
 * beside it. The outcome follows from the set of writes alone, whatever the order they arrive in, as long as each comes
 * after those its author had seen and has a larger `hlc` than they.
 *
 * An empty field of a birth says nothing about the field: it replaces what its author had seen, but is no write of its own.
 * So two people who add the same creator, one with a phone number and one without, do not contradict each other. A field
 * that a birth lacks altogether, because its author's app had no such column yet, is not touched by it at all.
 */

import type { Cell } from './body'
import type { MergeRule } from './columns'

/** One write of a cell. Callers may carry more on it; what is kept are the same objects. */
export interface Write {
  /** 16 hex digits; the order of these is the order of the replica's bytes. */
  readonly replica: string
  readonly seq: number
  readonly hlc: number
  readonly value: Cell
}

/** What a write made of a cell. */
export interface CellMerge<W extends Write> {
  /**
   * The writes that nobody has knowingly replaced, in no particular order. Also for `lww`: who loses by the clock still
   * keeps a row alive that somebody deleted, and comes back where the winner is taken away by a birth's empty field.
   */
  readonly kept: readonly W[]
  /** The one of `kept` that is shown. */
  readonly winner: W
  /** Those of the current ones that are no longer kept. */
  readonly replaced: readonly W[]
}

/**
 * The cell after one more write: `current` are the writes kept so far, `seen` says which of them its author had seen (own
 * ones always). `incoming` is null for an empty field of a birth.
 *
 * Answers null in the usual case, without allocating: nothing but `incoming` is left, or nothing at all where that is null.
 */
export function mergeCell<W extends Write>(
  rule: MergeRule,
  current: readonly W[],
  incoming: W | null,
  seen: (write: W) => boolean,
): CellMerge<W> | null {
  let survives = false
  for (const write of current) {
    if (seen(write)) continue
    survives = true
    break
  }
  if (!survives) return null
  const kept: W[] = []
  const replaced: W[] = []
  for (const write of current) (seen(write) ? replaced : kept).push(write)
  if (incoming !== null) kept.push(incoming)
  const winner = winnerOf(rule, kept)
  return winner === null ? null : { kept, winner, replaced }
}

/** The write that is shown, or null for none. */
export function winnerOf<W extends Write>(rule: MergeRule, writes: readonly W[]): W | null {
  let best: W | null = null
  for (const write of writes) if (best === null || beats(rule, write, best)) best = write
  return best
}

/** Whether `a` is after `b`: by clock, then by the replica's bytes. Total, and the same on every computer. */
export function isLater(a: Pick<Write, 'hlc' | 'replica'>, b: Pick<Write, 'hlc' | 'replica'>): boolean {
  return a.hlc === b.hlc ? a.replica > b.replica : a.hlc > b.hlc
}

function beats(rule: MergeRule, a: Write, b: Write): boolean {
  const order = byRule(rule, a.value, b.value)
  return order === 0 ? isLater(a, b) : order > 0
}

function byRule(rule: MergeRule, a: Cell, b: Cell): number {
  if (rule === 'max') return compare(a, b)
  if (rule === 'min') return lower(a, b)
  return rule === 'orFlag' ? Number(a === 1) - Number(b === 1) : 0
}

/** The smaller value first; an empty one is no value, so any other comes before it. */
function lower(a: Cell, b: Cell): number {
  return a === null || b === null ? compare(a, b) : compare(b, a)
}

/** Null, then numbers by size, then texts by their code units, as days and ids sort. */
function compare(a: Cell, b: Cell): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  if (typeof a === typeof b) return a < b ? -1 : 1
  return typeof a === 'number' ? -1 : 1
}

/** How much a cell with several writes asks of people. */
export type Question = 'decision' | 'notice' | 'quiet'

/**
 * What people are told of the values that met in a cell: `decision` they choose, `notice` the texts were put together,
 * `quiet` a mark beside the value. Null where all wrote the same, or the rule settles it.
 */
export function inQuestion(rule: MergeRule, writes: readonly Pick<Write, 'value'>[]): Question | null {
  if (rule !== 'mv' && rule !== 'mvQuiet' && rule !== 'text') return null
  const first = writes[0]
  if (first === undefined || writes.every((write) => write.value === first.value)) return null
  if (rule === 'mv') return 'decision'
  return rule === 'text' ? 'notice' : 'quiet'
}

/** A birth of a row or a write of one of its cells, as the row's life depends on it. */
export interface Sign {
  /** A deletion had seen it. */
  readonly covered: boolean
}

/** A row lives while there is a birth or a write that no deletion had seen: an edit outlives a deletion that did not know of it. */
export function isAlive(births: readonly Sign[], writes: readonly Sign[]): boolean {
  return births.some((birth) => !birth.covered) || writes.some((write) => !write.covered)
}

/** A row's birth; a replica's later one takes the place of its earlier one. */
export interface Birth extends Sign {
  readonly replica: string
  readonly seq: number
  readonly hlc: number
}

/**
 * The write that a row's only birth stands for in a cell that was never written since: `value` is what the table shows.
 * Null where there is none: the birth left the field empty, or a second birth wrote its cells out.
 */
export function birthWrite(births: readonly Birth[], value: Cell): (Write & Sign) | null {
  const birth = births[0]
  return birth === undefined || births.length > 1 || value === null ? null : { ...birth, value }
}
