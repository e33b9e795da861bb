/**
 * The figures of the ROI screen: how each is shown, which way is good, and which lines or costs stand behind it.
 *
 * What a figure means in words is in the catalogue under the same name.
 */

import type { RoiFigures } from '../../../shared/contract/roi'
import type { CostLine } from '../../../shared/contract/costs'
import type { OrderStatus } from '../../../shared/domain/orders'

export type Figure = keyof RoiFigures
export type FigureKind = 'money' | 'count' | 'share' | 'multiple'
type CostKind = CostLine['kind']
type Role = 'unpaid' | 'sample' | 'sale'

interface FigureSpec {
  readonly kind: FigureKind
  /** Whether more is better, worse, or neither. */
  readonly more: 'good' | 'bad' | 'neutral'
  /** Lines that carry it; empty: none do. */
  readonly roles: readonly Role[]
  readonly statuses?: readonly OrderStatus[]
  /** Lines that carry none of this say nothing about the figure. */
  readonly nonZero?: 'refund' | 'commission'
  /** Cost lines that carry it. */
  readonly costs: readonly CostKind[]
}

const SALE = ['sale'] as const
const SPENT: readonly CostKind[] = ['sample', 'freight', 'fee', 'ads', 'other']

export const FIGURES: Readonly<Record<Figure, FigureSpec>> = {
  orders: { kind: 'count', more: 'good', roles: SALE, costs: [] },
  units: { kind: 'count', more: 'good', roles: SALE, costs: [] },
  samples: { kind: 'count', more: 'neutral', roles: ['sample'], costs: [] },
  gmv: { kind: 'money', more: 'good', roles: SALE, costs: [] },
  refunds: { kind: 'money', more: 'bad', roles: SALE, nonZero: 'refund', costs: [] },
  netGmv: { kind: 'money', more: 'good', roles: SALE, costs: [] },
  commission: { kind: 'money', more: 'neutral', roles: SALE, nonZero: 'commission', costs: [] },
  commissionSettled: { kind: 'money', more: 'neutral', roles: SALE, statuses: ['settled'], costs: [] },
  commissionPending: { kind: 'money', more: 'neutral', roles: SALE, statuses: ['pending', 'frozen'], costs: [] },
  sampleCost: { kind: 'money', more: 'neutral', roles: [], costs: ['sample', 'freight'] },
  fees: { kind: 'money', more: 'neutral', roles: [], costs: ['fee'] },
  ads: { kind: 'money', more: 'neutral', roles: [], costs: ['ads'] },
  otherCosts: { kind: 'money', more: 'neutral', roles: [], costs: ['other'] },
  platformFees: { kind: 'money', more: 'neutral', roles: SALE, costs: [] },
  cogs: { kind: 'money', more: 'neutral', roles: SALE, costs: [] },
  contribution: { kind: 'money', more: 'good', roles: SALE, costs: SPENT },
  roi: { kind: 'multiple', more: 'good', roles: SALE, costs: SPENT },
  refundRate: { kind: 'share', more: 'bad', roles: SALE, costs: [] },
  commissionRate: { kind: 'share', more: 'neutral', roles: SALE, costs: [] },
  gpm: { kind: 'money', more: 'good', roles: SALE, costs: [] },
}

/** The tiles in their order; `beside` is shown small in the same tile. */
export const TILES: readonly { readonly figure: Figure; readonly beside: readonly Figure[] }[] = [
  { figure: 'gmv', beside: ['orders', 'units'] },
  { figure: 'netGmv', beside: [] },
  { figure: 'refunds', beside: ['refundRate'] },
  { figure: 'commission', beside: ['commissionSettled', 'commissionPending'] },
  { figure: 'contribution', beside: [] },
  { figure: 'roi', beside: [] },
]

/** Whether a move of the figure is good news, bad news or neither. */
export function moodOf(figure: Figure, moved: number | null): 'good' | 'bad' | 'neutral' {
  const { more } = FIGURES[figure]
  if (moved === null || moved === 0 || more === 'neutral') {
    return 'neutral'
  }
  return moved > 0 === (more === 'good') ? 'good' : 'bad'
}

/** A figure's place in the chart palette, the same on every chart. */
export const FIGURE_COLOURS = { gmv: 0, netGmv: 2, contribution: 1 } as const

/** The table's columns in their order; those marked are shown only when a person wants them. */
export const TABLE_FIGURES: readonly { readonly figure: Figure; readonly hidden?: true }[] = [
  { figure: 'gmv' },
  { figure: 'refunds' },
  { figure: 'refundRate' },
  { figure: 'netGmv' },
  { figure: 'commission' },
  { figure: 'commissionSettled', hidden: true },
  { figure: 'commissionPending', hidden: true },
  { figure: 'commissionRate', hidden: true },
  { figure: 'sampleCost' },
  { figure: 'fees' },
  { figure: 'ads' },
  { figure: 'otherCosts', hidden: true },
  { figure: 'platformFees' },
  { figure: 'cogs' },
  { figure: 'contribution' },
  { figure: 'roi' },
  { figure: 'orders' },
  { figure: 'units' },
  { figure: 'samples', hidden: true },
  { figure: 'gpm', hidden: true },
]
