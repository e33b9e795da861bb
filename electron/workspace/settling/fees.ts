/** What a shop owes its creators outside the platform, due in a month: beside the commission that the platform pays. */

import type { ReadableDb } from '../../../db/database'
import { livingHandles } from '../../../db/repositories/creators'
import { type PayableRow, payablesOf } from '../../../db/repositories/payables'
import type { SettlementFees } from '../../../shared/contract/settlement'
import type { Shop } from '../../../shared/contract/shops'
import type { ClosePayable } from '../../../shared/domain/period-close'
import { daysOf } from '../closing/now'
import { mergedCreators } from '../lookups/creators'

export interface OwedCreator {
  /** The living creator; null: nobody is named. */
  readonly creatorId: string | null
  readonly handle: string
  readonly fees: SettlementFees
}

type Sums = { -readonly [K in keyof SettlementFees]: number }
type Owed = Pick<PayableRow, 'creatorId' | 'handle' | 'currency' | 'fee' | 'toPay'> &
  Pick<PayableRow['books'], 'paid' | 'recouped'>

export const NO_FEES: SettlementFees = { fees: 0, feesPaid: 0, recouped: 0, feesOwed: 0, otherCurrency: 0 }

/** By creator, in the shop's currency; payables in another one are counted and not added. */
export function owedIn(db: ReadableDb, shop: Shop, month: string): OwedCreator[] {
  const due = payablesOf(db, { shopIds: [shop.id], ...daysOf(month) })
  // Cancelled by one and not by another, it counts until somebody decides.
  const counted = due.filter(({ state, hold }) => state !== 'cancelled' || hold)
  return byCreator(
    db,
    shop,
    counted.map(({ books, ...row }) => ({ ...row, paid: books.paid, recouped: books.recouped })),
  )
}

/** What was due when the month was closed; what is paid and still owed of it is of today, as payments go on. */
export function owedAtClose(db: ReadableDb, shop: Shop, frozen: readonly ClosePayable[]): OwedCreator[] {
  const today = new Map(payablesOf(db, { ids: frozen.map(({ id }) => id) }).map((row) => [row.id, row]))
  return byCreator(
    db,
    shop,
    frozen.map(({ id, creatorId, kind, amount, currency, state }) => {
      const now = today.get(id)
      const isAdvance = now?.isAdvance ?? kind === 'advance'
      return {
        creatorId: creatorId === '' ? null : creatorId,
        handle: now?.handle ?? null,
        currency,
        // An advance that was agreed to is taken out of what is owed later: it is no fee.
        fee: isAdvance && (state === 'approved' || state === 'paid') ? 0 : amount,
        paid: now?.books.paid ?? 0,
        recouped: now?.books.recouped ?? 0,
        toPay: now?.toPay ?? 0,
      }
    }),
  )
}

function byCreator(db: ReadableDb, shop: Shop, payables: readonly Owed[]): OwedCreator[] {
  const merged = mergedCreators(db)
  const known = new Map<string | null, Sums>()
  const handles = new Map<string, string | null>()
  for (const { creatorId, handle, currency, fee, paid, recouped, toPay } of payables) {
    const living = creatorId === null ? null : (merged.get(creatorId) ?? creatorId)
    if (living !== null) handles.set(living, handle)
    const sums = known.get(living) ?? { ...NO_FEES }
    known.set(living, sums)
    if (currency !== shop.currency) {
      sums.otherCurrency += 1
      continue
    }
    sums.fees += fee
    sums.feesPaid += paid
    sums.recouped += recouped
    sums.feesOwed += toPay
  }
  const names = livingHandles(db, [...handles.keys()])
  return [...known].map(([creatorId, fees]) => ({
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
