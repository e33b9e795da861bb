/**
 * What a sample costs, part by part, and on which day.
 *
 * A sample costs from the moment it leaves the house: `product + packing + freight + duty`, in minor units of its shop's
 * currency. Source: the ROI table's definition (`sampleCost`: unit cost + packing + freight + duty of samples shipped).
 * What nobody knows is said to be unknown; it is never taken for nothing.
 */

import type { SampleState } from './samples'

export const SAMPLE_COST_PARTS = ['product', 'packing', 'freight', 'duty'] as const
export type SampleCostPart = (typeof SAMPLE_COST_PARTS)[number]

/** Each part in minor units; null: not known. */
export type PartCosts = Readonly<Record<SampleCostPart, number | null>>

/** What decides the cost of one sample. */
export interface SampleSpending {
  readonly state: SampleState
  /** The state that a closed sample was closed from; null for all others. */
  readonly closedFrom: SampleState | null
  /** Pieces. */
  readonly quantity: number
  /** Parcels that are written down. */
  readonly parcels: number
  /** What people entered for the whole sample; null: nothing. */
  readonly own: PartCosts
  /** Of one piece, on the day it was shipped; null: not known. */
  readonly unitCost: number | null
  /** Of one parcel (`product` is not looked at). */
  readonly perParcel: Readonly<Record<Exclude<SampleCostPart, 'product'>, number | null>>
  /** Parcels of the shop cross a border; where they do not, there is no duty. */
  readonly crossBorder: boolean
}

export interface SampleCost {
  readonly parts: PartCosts
  /** The known parts together. */
  readonly known: number
  /** Parts that nobody knows: the sample costs more than `known`. */
  readonly unknown: readonly SampleCostPart[]
}

const NOTHING: SampleCost = { parts: { product: 0, packing: 0, freight: 0, duty: 0 }, known: 0, unknown: [] }

/** States of samples that left the house, whatever became of them. */
const LEFT: ReadonlySet<SampleState> = new Set([
  'shipped',
  'delivered',
  'contentDue',
  'posted',
  'verified',
  'closed',
  'lost',
  'refused',
  'returned',
  'noPost',
  'refundable',
])

/** Where the goods are not spent: they came back, or the creator bears their price. */
const GOODS_NOT_SPENT: ReadonlySet<SampleState> = new Set(['returned', 'refundable'])

/**
 * - nothing, until it was shipped;
 * - `product`: what was entered, else unit cost × pieces; 0 where the goods came back (returned) or the creator bears their
 *   price (refundable), also when such a sample was closed since;
 * - `packing`, `freight`, `duty`: what was entered for the sample, else the shop's usual amount × parcels (at least one);
 *   duty is 0 where no parcel crosses a border.
 */
export function sampleCost(sample: SampleSpending): SampleCost {
  if (!LEFT.has(sample.state)) return NOTHING
  return summed({ ...sendingCosts(sample), product: productCost(sample) })
}

/** The same before it is shipped: what approving it will spend. The goods of a sample that was not sent are still ours. */
export function expectedSampleCost(sample: Omit<SampleSpending, 'state' | 'closedFrom'>): SampleCost {
  return sampleCost({ ...sample, state: 'shipped', closedFrom: null })
}

function productCost({ state, closedFrom, own, unitCost, quantity }: SampleSpending): number | null {
  if (GOODS_NOT_SPENT.has(closedFrom ?? state)) return 0
  return own.product ?? (unitCost === null ? null : unitCost * quantity)
}

function sendingCosts({ own, perParcel, parcels, crossBorder }: SampleSpending) {
  const usual = (part: Exclude<SampleCostPart, 'product'>) => {
    const each = perParcel[part]
    return own[part] ?? (each === null ? null : each * Math.max(1, parcels))
  }
  return {
    packing: usual('packing'),
    freight: usual('freight'),
    duty: own.duty ?? (crossBorder ? usual('duty') : 0),
  }
}

function summed(parts: PartCosts): SampleCost {
  return {
    parts,
    known: SAMPLE_COST_PARTS.reduce((sum, part) => sum + (parts[part] ?? 0), 0),
    unknown: SAMPLE_COST_PARTS.filter((part) => parts[part] === null),
  }
}

/** Figures of a group of samples beside what they brought back. */
export interface SampleReturn {
  /** Minor units. */
  readonly cost: number
  /** Contents that count for us. */
  readonly validPosts: number
  readonly orders: number
  /** What was left after all costs, the samples' own too (`contribution` of the ROI table). */
  readonly contribution: number
}

export interface SampleRatios {
  /** Minor units per content that counts, rounded half up; null without one. */
  readonly costPerValidPost: number | null
  /** Minor units per order, rounded half up; null without one. */
  readonly costPerOrder: number | null
  /** Contribution ÷ cost; null where samples cost nothing. */
  readonly sampleRoi: number | null
}

/** `sampleRoi` = contribution ÷ sample cost: what each unit of money put into samples left over. Recomputed from sums, never averaged. */
export function sampleRatios({ cost, validPosts, orders, contribution }: SampleReturn): SampleRatios {
  return {
    costPerValidPost: validPosts === 0 ? null : Math.round(cost / validPosts),
    costPerOrder: orders === 0 ? null : Math.round(cost / orders),
    sampleRoi: cost === 0 ? null : contribution / cost,
  }
}

/** How far a month's wallet reaches: spent by what was approved, earned back by what the same samples brought. */
export interface Wallet {
  /** Minor units; null: nobody set a budget. */
  readonly budget: number | null
  readonly spent: number
  readonly left: number | null
  /** 0 to any number; null without a budget or with one of 0. */
  readonly used: number | null
}

export function walletOf(budget: number | null, spent: number): Wallet {
  return {
    budget,
    spent,
    left: budget === null ? null : budget - spent,
    used: budget === null || budget === 0 ? null : spent / budget,
  }
}
