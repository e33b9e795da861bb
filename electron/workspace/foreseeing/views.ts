/** The calendar in each currency and in one: the same items, converted at the rates in force today. */

import {
  adviceFor,
  calendarOf,
  type CashAdvice,
  type CashCalendar,
  type Opening,
  type Placed,
} from '../../../shared/domain/cashflow'
import { convertAmount } from '../../../shared/domain/roi'
import type { Foreseen } from './foreseen'

/** Minor units of one currency for a minor unit of another, today; null: nobody entered a rate. */
export type FactorToday = (currency: string) => number | null

export interface View {
  readonly currency: string
  readonly converted: boolean
  readonly items: readonly Placed[]
  readonly openingDay: number | null
  readonly calendar: CashCalendar
}

/** What is in one currency itself. */
export function viewIn(seen: Foreseen, currency: string): View {
  const items = seen.items.get(currency) ?? []
  const opening = seen.openings.get(currency) ?? null
  return {
    currency,
    converted: false,
    items,
    openingDay: opening?.day ?? null,
    calendar: calendarOf(items, opening, seen.frame),
  }
}

/** Everything in one currency; what has no rate is left out of it. */
export function viewOfAll(seen: Foreseen, currency: string, factor: FactorToday): View {
  const items = [...seen.items].flatMap(([own, ofCurrency]): readonly Placed[] => {
    const rate = factor(own)
    if (rate === null || own === currency) return rate === null ? [] : ofCurrency
    return ofCurrency.map((item) => ({ ...item, amount: convertAmount(item.amount, rate) }))
  })
  const opening = openingOfAll(seen, factor)
  return {
    currency,
    converted: true,
    items,
    openingDay: opening?.day ?? null,
    calendar: calendarOf(items, opening, seen.frame),
  }
}

/** The accounts of all currencies together; null where there are none, or none that has a rate. */
function openingOfAll({ openings }: Foreseen, factor: FactorToday): (Opening & { readonly day: number }) | null {
  const converted = [...openings].flatMap(([currency, { amount, floor, day }]) => {
    const rate = factor(currency)
    return rate === null ? [] : [{ amount: convertAmount(amount, rate), floor: convertAmount(floor, rate), day }]
  })
  if (converted.length === 0) return null
  return converted.reduce((whole, one) => ({
    amount: whole.amount + one.amount,
    floor: whole.floor + one.floor,
    day: Math.max(whole.day, one.day),
  }))
}

export function adviceIn(seen: Foreseen, { items, calendar }: View, week: number): CashAdvice | null {
  return adviceFor(items, calendar, seen.frame, week)
}

/** The currencies that something is in, by code. */
export function currenciesOf({ items, openings }: Foreseen): string[] {
  return [...new Set([...items.keys(), ...openings.keys()])].sort()
}

/** Items left out of the one currency, by their own. */
export function missingRates({ items }: Foreseen, quote: string, factor: FactorToday) {
  return [...items].flatMap(([base, { length }]) => (factor(base) === null ? [{ base, quote, items: length }] : []))
}

/** An item as it is in its own currency, by its key. */
export function itemsByKey({ items }: Foreseen): ReadonlyMap<string, Placed> {
  return new Map([...items.values()].flatMap((own) => own.map((item) => [item.key, item] as const)))
}
