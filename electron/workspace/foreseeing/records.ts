/** What goes out and comes in besides the platform's settlements, from the records. */

import type { EntryRow, PayableRow } from '../../../db/repositories/payables'
import { type CashItem, type CashKind, occurrences } from '../../../shared/domain/cash-items'
import { dayNumber, dayOfNumber } from '../../../shared/domain/days'
import type { KnownCashItem } from '../lookups/cash'
import type { CountedCost } from '../lookups/counted-costs'
import type { CostedSample } from '../lookups/sample-costs'

/** Samples that were agreed to and have not left the house. */
const WAITING: readonly string[] = ['approved', 'packed']

const KIND_OF: Readonly<Record<CountedCost['kind'], CashKind>> = {
  sample: 'sample',
  freight: 'sample',
  ads: 'ads',
  fee: 'cost',
  other: 'cost',
}

const NO_LINES = { lines: 0, behind: null } as const

/** What is still owed, on the day it is due, or today where that is over; and what moved at the bank since the balance. */
export function payableItems(
  payables: readonly PayableRow[],
  entries: readonly EntryRow[],
  { cutOf, today }: { readonly cutOf: (currency: string) => number; readonly today: number },
): CashItem[] {
  const named = new Map(payables.map((payable) => [payable.id, payable]))
  const owed = payables.flatMap((payable): CashItem[] => {
    if (payable.toPay <= 0) return []
    return [
      {
        ...ofPayable(payable),
        key: `payable ${payable.id}`,
        day: Math.max(dayNumber(payable.dueDay), today),
        amount: -payable.toPay,
        movable: true,
      },
    ]
  })
  const moved = entries.flatMap((entry): CashItem[] => {
    const day = dayNumber(entry.day)
    const payable = named.get(entry.payableId)
    const amount = entry.credit === 'bank' ? -entry.amount : entry.debit === 'bank' ? entry.amount : 0
    if (payable === undefined || amount === 0 || day <= cutOf(entry.currency)) return []
    return [{ ...ofPayable(payable), currency: entry.currency, key: `paid ${entry.id}`, day, amount, movable: false }]
  })
  return [...owed, ...moved]
}

function ofPayable({ id, shopId, currency, title, handle, contract, campaign }: PayableRow) {
  return {
    ...NO_LINES,
    kind: 'payable' as const,
    shopId,
    currency,
    title: [title ?? contract ?? campaign, handle === null ? null : `@${handle}`].filter(Boolean).join(' · '),
    refId: id,
    assumed: false,
  }
}

/** Costs after the day of the balance, typed ones and those of samples that were shipped. What is owed is paid on its own. */
export function costItems(costs: readonly CountedCost[], cutOf: (currency: string) => number): CashItem[] {
  return costs.flatMap((cost) => {
    if (cost.amount === 0 || cost.day <= cutOf(cost.currency) || cost.payableId !== null) return []
    return [
      {
        ...NO_LINES,
        key: cost.costId === null ? `sample ${cost.sampleId} ${cost.kind}` : `cost ${cost.costId}`,
        kind: KIND_OF[cost.kind],
        shopId: cost.shopId,
        day: cost.day,
        amount: -cost.amount,
        currency: cost.currency,
        title: cost.note ?? cost.creator ?? '',
        refId: cost.costId ?? cost.sampleId,
        assumed: false,
        movable: cost.kind === 'ads',
      },
    ]
  })
}

/** Samples on their way out: what is known of their cost, today, since nobody said when they go. */
export function sampleItems(samples: readonly CostedSample[], today: number) {
  const waiting = samples.filter(({ state }) => WAITING.includes(state))
  const items = waiting.flatMap((sample): CashItem[] => {
    const { known } = sample.expected
    if (known === 0) return []
    return [
      {
        ...NO_LINES,
        key: `waiting ${sample.id}`,
        kind: 'sample',
        shopId: sample.shopId,
        day: today,
        amount: -known,
        currency: sample.currency,
        title: sample.handle ?? sample.productId,
        refId: sample.id,
        assumed: true,
        movable: true,
      },
    ]
  })
  return { items, unknown: waiting.filter(({ expected }) => expected.unknown.length > 0).length }
}

/** What people entered themselves, each time it comes again up to the last day. */
export function ownItems(
  entered: readonly KnownCashItem[],
  cutOf: (currency: string) => number,
  lastDay: number,
): CashItem[] {
  return entered.flatMap((own) => {
    const until = dayOfNumber(lastDay)
    const last = own.untilDay !== null && own.untilDay < until ? own.untilDay : until
    // What comes once may come after the last day: it is beyond, not nowhere.
    const days = own.repeat === null ? [own.day] : occurrences(own.day, own.repeat, last)
    return days
      .filter((day) => own.amount !== 0 && dayNumber(day) > cutOf(own.currency))
      .map((day): CashItem => ({
        ...NO_LINES,
        key: `own ${own.id} ${day}`,
        kind: own.kind,
        shopId: own.shopId,
        day: dayNumber(day),
        amount: own.amount,
        currency: own.currency,
        title: own.title,
        refId: own.id,
        assumed: false,
        movable: own.kind === 'ads',
      }))
  })
}
