/** What is in the accounts, currency by currency: the newest word on each account up to today. */

import { dayNumber } from '../../../shared/domain/days'
import type { KnownBalance } from '../lookups/cash'

export interface CurrencyOpening {
  readonly amount: number
  readonly floor: number
  /** The newest day among the accounts: what moved up to its end is taken to be in them. */
  readonly day: number
}

/** By currency; none for a currency of which nobody said anything. */
export function openingsOf(balances: readonly KnownBalance[], today: string): Map<string, CurrencyOpening> {
  const openings = new Map<string, CurrencyOpening>()
  for (const { currency, amount, floor, day } of newestOfEach(balances, today)) {
    const known = openings.get(currency)
    openings.set(currency, {
      amount: (known?.amount ?? 0) + amount,
      floor: (known?.floor ?? 0) + (floor ?? 0),
      day: Math.max(known?.day ?? -Infinity, dayNumber(day)),
    })
  }
  return openings
}

/** The newest balance of each account and currency on or before today. */
export function newestOfEach(balances: readonly KnownBalance[], today: string): KnownBalance[] {
  const newest = new Map<string, KnownBalance>()
  for (const balance of balances) {
    const key = `${balance.currency} ${balance.account}`
    const known = newest.get(key)
    if (balance.day <= today && (known === undefined || balance.day > known.day)) newest.set(key, balance)
  }
  return [...newest.values()]
}
