/** Settlement rules, money that somebody knows of and what accounts held, as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import { listCashBalances, listCashItems, listSettlementRules } from '../../../db/repositories/cash'
import type { AccountBalance, OwnCashItem, SettlementRule } from '../../../shared/contract/cash'
import { OWN_CASH_KINDS, REPEATS } from '../../../shared/domain/cash-items'

/** Amounts are known here; the contract's may be hidden from who asks. */
export type KnownCashItem = OwnCashItem & { readonly amount: number }
export type KnownBalance = AccountBalance & { readonly amount: number }

/** Live rules that no merge left incomplete, newest first. */
export function allSettlementRules(
  db: ReadableDb,
  filter: { readonly shopId?: string | undefined } = {},
): SettlementRule[] {
  return listSettlementRules(db, filter).flatMap(({ shopId, fromDay, ...rest }) =>
    shopId !== null && fromDay !== null ? [{ ...rest, shopId, fromDay }] : [],
  )
}

export function allCashItems(db: ReadableDb): KnownCashItem[] {
  return listCashItems(db).flatMap(({ title, kind, amount, currency, day, repeat, ...rest }) =>
    title !== null && amount !== null && currency !== null && day !== null
      ? [
          {
            ...rest,
            title,
            kind: OWN_CASH_KINDS.find((known) => known === kind) ?? 'other',
            amount,
            currency,
            day,
            repeat: REPEATS.find((known) => known === repeat) ?? null,
          },
        ]
      : [],
  )
}

/** Newest day first. */
export function allBalances(db: ReadableDb): KnownBalance[] {
  return listCashBalances(db).flatMap(({ account, currency, day, amount, ...rest }) =>
    account !== null && currency !== null && day !== null && amount !== null
      ? [{ ...rest, account, currency, day, amount }]
      : [],
  )
}
