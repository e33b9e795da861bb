/** From the sums of groups to the rows of the ROI table: the wanted ones, in order, with their names. */

import { dayOfNumber } from '../../shared/domain/days'
import { platformFeeOf, type RoiFigures, roiFigures, type RoiSums } from '../../shared/domain/roi'
import type { FactsCache } from './cache'
import type { Rates } from './rates'
import { COST_WIDTH, type Groups } from './roi-groups'
import type { GroupKey } from './roi-keys'
import {
  COGS,
  FEE_BASE,
  GMV,
  ORDERS,
  PENDING_COMMISSION,
  REFUNDS,
  SAMPLES,
  SETTLED_COMMISSION,
  SUM_WIDTH,
  UNITS,
} from './scan'
import type { Scope } from './scope'
import type { Roi, RoiKey, RoiQuery, RoiTable } from './types'

/** One question being answered. */
export interface RoiWork {
  readonly cache: FactsCache
  readonly query: RoiQuery
  readonly scope: Scope
  readonly rates: Rates
  readonly keys: readonly GroupKey[]
  readonly groups: Groups
  /** First and last day that anything in scope may lie on. */
  readonly days: { readonly from: number; readonly to: number }
}

const TIME_KEYS: readonly RoiKey[] = ['day', 'week', 'month']

export function roiTable(work: RoiWork, lineTotal: Float64Array): RoiTable {
  const { query, groups, rates } = work
  const { offset = 0, limit = Infinity } = query
  const found = work.keys.length === 0 ? [] : matching(work)
  const sorted = sort(work, found, offset + limit)
  const rows = sorted.slice(offset, offset + limit).map((slot) => roiRow(work, slot))
  const costTotal = new Float64Array(COST_WIDTH)
  for (let i = 0; i < groups.count * COST_WIDTH; i++) costTotal[i % COST_WIDTH]! += groups.costs[i]!
  return {
    currency: query.currency,
    from: query.from === undefined ? null : dayOfNumber(query.from),
    to: query.to === undefined ? null : dayOfNumber(query.to),
    rows,
    rowCount: found.length,
    total: { keys: {}, ids: {}, currency: query.currency, ...roiFigures(sumsAt(lineTotal, 0, costTotal, 0)) },
    missingRates: rates.missingRates(),
  }
}

/** The groups whose names fit the search. */
function matching(work: RoiWork): number[] {
  const all = Array.from({ length: work.groups.count }, (_, slot) => slot)
  const search = work.query.search?.toLowerCase() ?? ''
  return search === ''
    ? all
    : all.filter((slot) => texts(work, slot).some((text) => text.toLowerCase().includes(search)))
}

/** The first `wanted` groups in the query's order; groups that are equal in it stand by name. */
function sort(work: RoiWork, slots: number[], wanted: number): number[] {
  const byTime = work.query.keys.length > 0 && TIME_KEYS.includes(work.query.keys[0]!)
  const { by, descending } =
    work.query.sort ?? (byTime ? { by: 'key' as const, descending: false } : { by: 'gmv' as const, descending: true })
  const sign = descending ? -1 : 1
  const names = new Map<number, string>()
  const nameOf = (slot: number): string => {
    let name = names.get(slot)
    if (name === undefined) {
      name = texts(work, slot).join('\u0000')
      names.set(slot, name)
    }
    return name
  }
  const byName = (a: number, b: number): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)
  if (by === 'key') {
    return slots.toSorted((a, b) => sign * byName(a, b))
  }
  // Unknown ratios stand last either way.
  const values = Float64Array.from(
    { length: work.groups.count },
    (_, slot) => sign * (valueOf(work, slot, by) ?? sign * Infinity),
  )
  return best(slots, wanted, values).toSorted((a, b) => compareNumbers(values[a]!, values[b]!) || byName(a, b))
}

/** At least the `wanted` slots with the least values, ties at the border included; all where most are wanted. */
function best(slots: number[], wanted: number, values: Float64Array): number[] {
  if (wanted * 2 >= slots.length) {
    return slots
  }
  const sorted = new Float64Array(slots.length)
  for (let i = 0; i < slots.length; i++) sorted[i] = values[slots[i]!]!
  sorted.sort()
  const border = sorted[wanted - 1] ?? -Infinity
  return slots.filter((slot) => values[slot]! <= border)
}

// Infinity less Infinity is no number.
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const PLAIN: Partial<Record<string, number>> = {
  orders: ORDERS,
  units: UNITS,
  samples: SAMPLES,
  gmv: GMV,
  refunds: REFUNDS,
}

function valueOf({ groups }: RoiWork, slot: number, by: keyof RoiFigures): number | null {
  const plain = PLAIN[by]
  return plain === undefined ? figures(groups, slot)[by] : groups.sums[slot * SUM_WIDTH + plain]!
}

function figures(groups: Groups, slot: number): RoiFigures {
  return roiFigures(sumsAt(groups.sums, slot * SUM_WIDTH, groups.costs, slot * COST_WIDTH))
}

// The costs stand in the order of `COST_FIELDS`.
function sumsAt(sums: Float64Array, at: number, costs: Float64Array, costsAt: number): RoiSums {
  return {
    orders: sums[at + ORDERS]!,
    units: sums[at + UNITS]!,
    samples: sums[at + SAMPLES]!,
    gmv: sums[at + GMV]!,
    refunds: sums[at + REFUNDS]!,
    commissionSettled: sums[at + SETTLED_COMMISSION]!,
    commissionPending: sums[at + PENDING_COMMISSION]!,
    sampleCost: costs[costsAt]!,
    fees: costs[costsAt + 1]!,
    ads: costs[costsAt + 2]!,
    otherCosts: costs[costsAt + 3]!,
    platformFees: platformFeeOf(sums[at + FEE_BASE]!),
    cogs: sums[at + COGS]!,
    views: costs[costsAt + 5]! > 0 ? costs[costsAt + 4]! : null,
  }
}

function texts({ keys, groups }: RoiWork, slot: number): string[] {
  return keys.map((key, k) => key.label(groups.codeOf(slot, k)).text)
}

function roiRow({ keys, groups, query }: RoiWork, slot: number): Roi {
  const labels = keys.map((key, k) => [key.key, key.label(groups.codeOf(slot, k))] as const)
  return {
    keys: Object.fromEntries(labels.map(([key, { text }]) => [key, text])),
    ids: Object.fromEntries(labels.flatMap(([key, { id }]) => (id === null ? [] : [[key, id]]))),
    currency: query.currency,
    ...figures(groups, slot),
  }
}
