/** Cash that is foreseen, as queries see it: settlement rules, money that somebody knows of, and what accounts held. */

import { and, desc, eq } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { cashBalances, cashItems, settlementRules } from '../schema/cash'

/** Live rules, newest first. */
export function listSettlementRules(db: ReadableDb, { shopId }: { readonly shopId?: string | undefined } = {}) {
  return db
    .select({
      id: settlementRules.id,
      shopId: settlementRules.shopId,
      fromDay: settlementRules.fromDay,
      tier: settlementRules.tier,
      days: settlementRules.days,
      deliveryDays: settlementRules.deliveryDays,
      payoutDays: settlementRules.payoutDays,
      reserveRate: settlementRules.reserveRate,
      reserveDays: settlementRules.reserveDays,
      lateDays: settlementRules.lateDays,
      source: settlementRules.source,
      note: settlementRules.note,
    })
    .from(settlementRules)
    .where(and(eq(settlementRules.deleted, 0), shopId === undefined ? undefined : eq(settlementRules.shopId, shopId)))
    .orderBy(desc(settlementRules.fromDay), settlementRules.shopId)
    .all()
}

/** Live items that people entered, by day. */
export function listCashItems(db: ReadableDb) {
  return db
    .select({
      id: cashItems.id,
      shopId: cashItems.shopId,
      title: cashItems.title,
      kind: cashItems.kind,
      amount: cashItems.amount,
      currency: cashItems.currency,
      day: cashItems.day,
      repeat: cashItems.repeat,
      untilDay: cashItems.untilDay,
      note: cashItems.note,
    })
    .from(cashItems)
    .where(eq(cashItems.deleted, 0))
    .orderBy(cashItems.day, cashItems.id)
    .all()
}

/** Live balances, newest day first. */
export function listCashBalances(db: ReadableDb) {
  return db
    .select({
      id: cashBalances.id,
      account: cashBalances.account,
      currency: cashBalances.currency,
      day: cashBalances.day,
      amount: cashBalances.amount,
      floor: cashBalances.floor,
      note: cashBalances.note,
    })
    .from(cashBalances)
    .where(eq(cashBalances.deleted, 0))
    .orderBy(desc(cashBalances.day), cashBalances.account, cashBalances.currency)
    .all()
}
