/**
 * What money is foreseen to come and go: one item per thing that somebody can look up.
 *
 * An inflow is above zero, an outflow below. Nothing is added that is not in a record or an order line; sales that are
 * not made yet are not foreseen.
 */

import { dayNumber, dayOfNumber } from './days'
import { isLate, moneyDays, splitReserve, type SettlementTerms } from './settlement-rules'

export const CASH_KINDS = [
  'settlement',
  'reserve',
  'client',
  'payable',
  'sample',
  'ads',
  'cost',
  'goods',
  'salary',
  'tax',
  'other',
] as const
export type CashKind = (typeof CASH_KINDS)[number]

/** Kinds that people may give to money that they enter themselves. */
export const OWN_CASH_KINDS = ['ads', 'goods', 'salary', 'client', 'tax', 'other'] as const
export type OwnCashKind = (typeof OWN_CASH_KINDS)[number]

/** Days are numbers since 1970-01-01, of the calendar that the item is known in. */
export interface CashItem {
  /** Unique among the items of one calendar. */
  readonly key: string
  readonly kind: CashKind
  readonly shopId: string | null
  readonly day: number
  /** Minor units; below zero it goes out. */
  readonly amount: number
  readonly currency: string
  readonly title: string
  /** The record behind it; null: order lines are. */
  readonly refId: string | null
  /** Order lines behind it. */
  readonly lines: number
  /** What its order lines have in common; null: no lines are behind it. */
  readonly behind: SaleRef | null
  /** Its day follows from something that is assumed. */
  readonly assumed: boolean
  /** Somebody could decide on a later day. */
  readonly movable: boolean
}

/** Order lines of one shop by what they have in common. */
export interface SaleRef {
  /** Settled already: only what was kept back is still to come. */
  readonly settled: boolean
  /** True: `day` is the day of delivery; false: of the order, and delivery is worked out from it. */
  readonly known: boolean
  /** Of the shop's calendar. */
  readonly day: number
}

/** What a shop sold that was, or will be, delivered on one day and is in the same state; minor units of `currency`. */
export interface SaleGroup {
  readonly shopId: string
  readonly currency: string
  readonly ref: SaleRef
  /** Day number in the shop's calendar. */
  readonly delivered: number
  readonly lines: number
  readonly sales: number
  readonly refunds: number
  readonly commission: number
  readonly platformFee: number
}

/** What the platform pays out for a group: sales − refunds − commission − platform fee, as it withholds the last two. */
export function groupNet({ sales, refunds, commission, platformFee }: SaleGroup): number {
  return sales - refunds - commission - platformFee
}

export interface SettlementFrame {
  /** Up to and with this day, what was due is taken to be in the opening balance. */
  readonly cut: number
  /** What would settle sooner settles this many days after delivery; 0: no stress. */
  readonly slipTo: number
  /** The last day that income files say was settled: what was due by then and is not in them is still to come. */
  readonly confirmedTo?: number | null
  /** When what is overdue may come at the earliest. */
  readonly today?: number
}

/**
 * The items of a group: its settlement and what is released of it later. Stress moves only what is still to come: what was
 * due up to the cut stays there, unless income files show that it was not paid: then it is taken to come today.
 */
export function settlementItems(
  group: SaleGroup,
  terms: SettlementTerms,
  { cut, slipTo, confirmedTo = null, today = cut + 1 }: SettlementFrame,
): CashItem[] {
  const { now, kept } = splitReserve(groupNet(group), terms)
  const plain = moneyDays(terms, group.delivered)
  const slipped = moneyDays(terms, group.delivered, slipTo)
  const { settled, known, day: refDay } = group.ref
  // Files reach beyond the day it was due, and do not have it.
  const isOverdue = !settled && confirmedTo !== null && plain.settles <= confirmedTo
  const assumed =
    isOverdue || !known || terms.days.origin === 'assumed' || (kept !== 0 && terms.reserveDays.origin === 'assumed')
  const item = (kind: 'settlement' | 'reserve', amount: number, day: number, later: number): CashItem => ({
    key: [kind, group.shopId, dayOfNumber(refDay), known ? 'delivered' : 'ordered', settled ? 'settled' : 'open'].join(
      ' ',
    ),
    kind,
    shopId: group.shopId,
    day: day > cut ? later : isOverdue ? Math.max(today, cut + 1) : day,
    amount,
    currency: group.currency,
    title: '',
    refId: null,
    lines: group.lines,
    behind: group.ref,
    assumed,
    movable: false,
  })
  const paid = settled || now === 0 ? [] : [item('settlement', now, plain.arrives, slipped.arrives)]
  // What is settled does not slip any more.
  const released = settled ? plain.released : slipped.released
  return kept === 0 ? paid : [...paid, item('reserve', kept, plain.released, released)]
}

/** A shop's money that was due and that the files do not show as settled. */
export interface LateSettlement {
  readonly shopId: string
  readonly currency: string
  readonly amount: number
  readonly lines: number
  /** The first day on which any of it was due. */
  readonly since: number
}

/** Groups that are late today (so many days after they were due, as each one's terms say), summed by shop. */
export function lateSettlements(
  groups: readonly SaleGroup[],
  termsOf: (group: SaleGroup) => SettlementTerms,
  today: number,
): LateSettlement[] {
  const byShop = new Map<string, { -readonly [K in keyof LateSettlement]: LateSettlement[K] }>()
  for (const group of groups) {
    const terms = termsOf(group)
    if (group.ref.settled || !isLate(terms, group.delivered, today)) continue
    const { settles } = moneyDays(terms, group.delivered)
    const { shopId, currency } = group
    const known = byShop.get(shopId) ?? { shopId, currency, amount: 0, lines: 0, since: settles }
    byShop.set(shopId, known)
    known.amount += groupNet(group)
    known.lines += group.lines
    known.since = Math.min(known.since, settles)
  }
  return [...byShop.values()].toSorted((a, b) => a.since - b.since || (a.shopId < b.shopId ? -1 : 1))
}

export const REPEATS = ['weekly', 'monthly'] as const
export type Repeat = (typeof REPEATS)[number]

/**
 * The days on which money comes or goes again, from its own day to `until`, both included. Monthly: the same day of each
 * month, the last one where a month is shorter (January 31st, February 28th, March 31st).
 */
export function occurrences(day: string, repeat: Repeat | null, until: string): string[] {
  if (repeat === null) return day <= until ? [day] : []
  const first = dayNumber(day)
  const days: string[] = []
  for (let n = 0; ; n++) {
    const next = repeat === 'weekly' ? dayOfNumber(first + n * 7) : monthsLater(day, n)
    if (next > until) return days
    days.push(next)
  }
}

function monthsLater(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  return dayOfNumber(Date.UTC(year, month - 1 + count, Math.min(date, last.getUTCDate())) / 86_400_000)
}
