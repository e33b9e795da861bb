/**
 * A month of a shop as it was closed, and what became of it since.
 *
 * The snapshot is never changed: what the lines say now minus what they said then are the adjustments, so the two always
 * add up to now, to the cent. Rules only: packing, hashing and storing are others' work.
 */

import type { OrderStatus } from './orders'
import { lineKey } from './settlement'

/** What a closed line and a closed sum carry, minor units of the shop's currency; counts of units first. A line's blank is null. */
export const CLOSE_PARTS = [
  'quantity',
  'refundedQuantity',
  'gmv',
  'refund',
  'commission',
  'estimatedBase',
  'actualBase',
  'estimatedStandard',
  'actualStandard',
  'estimatedAds',
  'actualAds',
  'estimatedBonus',
  'actualBonus',
  'estimatedTax',
  'actualTax',
] as const
export type ClosePart = (typeof CLOSE_PARTS)[number]

export type CloseSums = Readonly<Record<ClosePart, number>>

/** One order line of the month; its key is order, product and SKU. */
export interface CloseLine {
  readonly orderId: string
  readonly productId: string
  readonly skuId: string
  /** The creator's record; '' where the line names none. */
  readonly creatorId: string
  readonly status: OrderStatus
  /** By part; null is blank in the file, which is not 0. */
  readonly parts: Readonly<Record<ClosePart, number | null>>
}

/** Something owed outside the platform that belongs to the month. */
export interface ClosePayable {
  readonly id: string
  readonly creatorId: string
  readonly kind: string
  readonly amount: number
  readonly currency: string
  readonly dueDay: string
  readonly state: string
}

/** A rate that the month's books were kept at: units of `quote` for one of `base`, as a decimal text. */
export interface CloseRate {
  readonly base: string
  readonly quote: string
  readonly rate: string
  readonly source: string
}

export interface MonthFacts {
  readonly shopId: string
  /** `YYYY-MM` of the shop's own calendar. */
  readonly month: string
  readonly currency: string
  readonly lines: readonly CloseLine[]
  readonly payables: readonly ClosePayable[]
  readonly rates: readonly CloseRate[]
}

export interface CreatorSum {
  readonly creatorId: string
  readonly lines: number
  readonly sums: CloseSums
}

/** The same month in its one order, with its sums: equal months are equal here, in whatever order they came. */
export interface Snapshot extends MonthFacts {
  readonly creators: readonly CreatorSum[]
  readonly total: CloseSums
}

/** Puts a month in order and adds it up. Of lines with one key, which the fact store has only once, the last counts. */
export function snapshotOf(month: MonthFacts): Snapshot {
  const byKey = new Map(month.lines.map((line) => [keyOf(line), line]))
  const lines = [...byKey.values()].toSorted(compareLines)
  const creators = creatorSums(lines)
  return {
    ...month,
    lines,
    payables: month.payables.toSorted((a, b) => compare(a.id, b.id)),
    rates: month.rates.toSorted(
      (a, b) => compare(a.base, b.base) || compare(a.quote, b.quote) || compare(a.source, b.source),
    ),
    creators,
    total: sumsOf(creators.map(({ sums }) => sums)),
  }
}

/** Order, product and SKU, with spaces between. */
export function keyOf({ orderId, productId, skuId }: Pick<CloseLine, 'orderId' | 'productId' | 'skuId'>): string {
  return lineKey(orderId, productId, skuId)
}

function compareLines(a: CloseLine, b: CloseLine): number {
  return compareIds(a.orderId, b.orderId) || compareIds(a.productId, b.productId) || compareIds(a.skuId, b.skuId)
}

/** Ids are decimal numbers without leading zeros: the shorter is the smaller. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b)
}

// By code units, so that every computer has the same order.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What each creator's lines add up to; blanks add nothing. By creator's id. */
function creatorSums(lines: readonly CloseLine[]): CreatorSum[] {
  const byCreator = new Map<string, { lines: number; readonly sums: Record<ClosePart, number> }>()
  for (const { creatorId, parts } of lines) {
    const sum = byCreator.get(creatorId) ?? { lines: 0, sums: noSums() }
    byCreator.set(creatorId, sum)
    sum.lines++
    for (const part of CLOSE_PARTS) sum.sums[part] += parts[part] ?? 0
  }
  return [...byCreator]
    .map(([creatorId, sum]) => ({ creatorId, ...sum }))
    .toSorted((a, b) => compare(a.creatorId, b.creatorId))
}

function noSums(): Record<ClosePart, number> {
  // The keys are exactly the parts.
  return Object.fromEntries(CLOSE_PARTS.map((part) => [part, 0])) as Record<ClosePart, number>
}

export function sumsOf(all: readonly CloseSums[]): CloseSums {
  const sums = noSums()
  for (const one of all) for (const part of CLOSE_PARTS) sums[part] += one[part]
  return sums
}

/** What each part is more or less than before. */
export function difference(now: CloseSums, before: CloseSums): CloseSums {
  const sums = noSums()
  for (const part of CLOSE_PARTS) sums[part] = now[part] - before[part]
  return sums
}

export function isNothing(sums: CloseSums): boolean {
  return CLOSE_PARTS.every((part) => sums[part] === 0)
}

/** A line that is not what it was when the month was closed. */
export interface LineAdjustment {
  readonly kind: 'new' | 'changed' | 'gone'
  readonly before: CloseLine | null
  readonly after: CloseLine | null
  /** What it adds to the month's sums. */
  readonly delta: CloseSums
}

export interface CreatorAdjustment {
  readonly creatorId: string
  /** Lines of theirs that came, changed or went. */
  readonly lines: number
  readonly delta: CloseSums
}

export interface PayableAdjustment {
  readonly before: ClosePayable | null
  readonly after: ClosePayable | null
}

export interface Adjustments {
  readonly lines: readonly LineAdjustment[]
  readonly creators: readonly CreatorAdjustment[]
  readonly payables: readonly PayableAdjustment[]
  readonly rates: readonly { readonly before: CloseRate | null; readonly after: CloseRate | null }[]
  readonly total: CloseSums
}

/** What has come to a closed month since: now minus the snapshot, by line and by creator. Neither is changed. */
export function adjustmentsOf(closed: Snapshot, now: Snapshot): Adjustments {
  const lines = changes(closed.lines, now.lines, keyOf, sameLine).map(({ before, after }): LineAdjustment => ({
    kind: before === null ? 'new' : after === null ? 'gone' : 'changed',
    before,
    after,
    delta: difference(lineSums(after), lineSums(before)),
  }))
  const creators = creatorAdjustments(lines)
  return {
    lines,
    creators,
    payables: changes(closed.payables, now.payables, ({ id }) => id, same),
    rates: changes(closed.rates, now.rates, ({ base, quote }) => `${base} ${quote}`, same),
    total: sumsOf(lines.map(({ delta }) => delta)),
  }
}

/** A line that went to another creator counts at both. */
function creatorAdjustments(lines: readonly LineAdjustment[]): CreatorAdjustment[] {
  const byCreator = new Map<string, { lines: number; readonly deltas: CloseSums[] }>()
  const note = (creatorId: string, deltas: readonly CloseSums[]): void => {
    const known = byCreator.get(creatorId) ?? { lines: 0, deltas: [] }
    byCreator.set(creatorId, known)
    known.lines++
    known.deltas.push(...deltas)
  }
  for (const { before, after, delta } of lines) {
    if (before !== null && after !== null && before.creatorId !== after.creatorId) {
      note(before.creatorId, [difference(noSums(), lineSums(before))])
      note(after.creatorId, [lineSums(after)])
    } else note((after ?? before)?.creatorId ?? '', [delta])
  }
  return [...byCreator]
    .map(([creatorId, { lines: count, deltas }]) => ({ creatorId, lines: count, delta: sumsOf(deltas) }))
    .toSorted((a, b) => compare(a.creatorId, b.creatorId))
}

function lineSums(line: CloseLine | null): CloseSums {
  const sums = noSums()
  if (line !== null) for (const part of CLOSE_PARTS) sums[part] = line.parts[part] ?? 0
  return sums
}

/** Whether two lines of one key say the same, of the same creator. */
export function sameLine(a: CloseLine, b: CloseLine): boolean {
  return a.creatorId === b.creatorId && saysTheSame(a, b)
}

/** Whether two lines of one key say the same, whoever they count for. */
export function saysTheSame(a: CloseLine, b: CloseLine): boolean {
  return a.status === b.status && CLOSE_PARTS.every((part) => a.parts[part] === b.parts[part])
}

/** Records of plain values, field by field. */
function same<T extends object>(a: T, b: T): boolean {
  const theirs = new Map(Object.entries(b))
  return Object.entries(a).every(([field, value]) => theirs.get(field) === value)
}

interface Change<T> {
  readonly before: T | null
  readonly after: T | null
}

/** What is not the same in both, in the order of `now` and then what is gone. */
function changes<T>(
  closed: readonly T[],
  now: readonly T[],
  key: (one: T) => string,
  equal: (a: T, b: T) => boolean,
): Change<T>[] {
  const left = new Map(closed.map((one) => [key(one), one]))
  const found: Change<T>[] = []
  for (const after of now) {
    const before = left.get(key(after)) ?? null
    left.delete(key(after))
    if (before === null || !equal(before, after)) found.push({ before, after })
  }
  return [...found, ...[...left.values()].map((before) => ({ before, after: null }))]
}
