/** What a shop owes its creators outside the platform, due in a month: beside the commission that the platform pays. */

import type { ReadableDb } from '../../../db/database'
import { livingHandles } from '../../../db/repositories/creators'
import { payablesOf } from '../../../db/repositories/payables'
import type { SettlementFees } from '../../../shared/contract/settlement'
import type { Shop } from '../../../shared/contract/shops'
import { addDays } from '../../../shared/domain/days'
import { mergedCreators } from '../lookups/creators'

export interface OwedCreator {
  /** The living creator; null: nobody is named. */
  readonly creatorId: string | null
  readonly handle: string
  readonly fees: SettlementFees
}

type Sums = { -readonly [K in keyof SettlementFees]: number }

export const NO_FEES: SettlementFees = { fees: 0, feesPaid: 0, recouped: 0, feesOwed: 0, otherCurrency: 0 }

/** By creator, in the shop's currency; payables in another one are counted and not added. */
export function owedIn(db: ReadableDb, shop: Shop, month: string): OwedCreator[] {
  const merged = mergedCreators(db)
  const from = `${month}-01`
  const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1)
  const byCreator = new Map<string | null, Sums>()
  const handles = new Map<string, string>()
  for (const { creatorId, handle, state, hold, currency, fee, books, toPay } of payablesOf(db, {
    shopIds: [shop.id],
    from,
    to,
  })) {
    // Cancelled by one and not by another, it counts until somebody decides.
    if (state === 'cancelled' && !hold) continue
    const living = creatorId === null ? null : (merged.get(creatorId) ?? creatorId)
    if (living !== null && handle !== null) handles.set(living, handle)
    const sums = byCreator.get(living) ?? { ...NO_FEES }
    byCreator.set(living, sums)
    if (currency !== shop.currency) {
      sums.otherCurrency += 1
      continue
    }
    sums.fees += fee
    sums.feesPaid += books.paid
    sums.recouped += books.recouped
    sums.feesOwed += toPay
  }
  const names = livingHandles(db, [...handles.keys()])
  return [...byCreator].map(([creatorId, fees]) => ({
    creatorId,
    handle: creatorId === null ? '' : (names.get(creatorId) ?? handles.get(creatorId) ?? ''),
    fees,
  }))
}

export function addedFees(all: readonly SettlementFees[]): SettlementFees {
  const total: Sums = { ...NO_FEES }
  for (const fees of all) {
    total.fees += fees.fees
    total.feesPaid += fees.feesPaid
    total.recouped += fees.recouped
    total.feesOwed += fees.feesOwed
    total.otherCurrency += fees.otherCurrency
  }
  return total
}
