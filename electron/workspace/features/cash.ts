/** Thirteen weeks of money: what is foreseen, what it is made of, and what it is foreseen by. */

import { linesOfDelivery } from '../../../db/facts/deliveries'
import { findImport } from '../../../db/repositories/imports'
import { deleteRecord } from '../../../db/repositories/records'
import { dayNumber } from '../../../shared/domain/days'
import { settlementRuleProblem } from '../../../shared/domain/settlement-rules'
import { AppError } from '../../../shared/errors'
import { sightOf, toAdvice, toCalendar, toItemRow } from '../foreseeing/answer'
import { foreseen } from '../foreseeing/foreseen'
import { settledFrom } from '../foreseeing/sales'
import { adviceIn, itemsByKey } from '../foreseeing/views'
import { allBalances, allCashItems, allSettlementRules } from '../lookups/cash'
import { findShop } from '../lookups/shops'
import { toOrderLine } from '../reporting/order-line'
import { toRoiShop } from '../reporting/scope'
import { os } from '../serve'
import { momentOf, nextOffset, put, readOffset, write } from '../support'

const calendar = {
  calendar: os.cash.calendar.handler(async ({ input, context }) => {
    const seen = await foreseen(context, input)
    return toCalendar(context, seen, sightOf(context, seen, input.currency))
  }),

  advice: os.cash.advice.handler(async ({ input, context }) => {
    const seen = await foreseen(context, input)
    const sight = sightOf(context, seen, input.currency)
    const advice = adviceIn(seen, sight.view(input.view), input.week)
    if (advice === null) return null
    return toAdvice(advice, itemsByKey(seen), sight.factor)
  }),

  items: os.cash.items.handler(async ({ input, context }) => {
    const { cursor, limit, view: own, week, direction, kind } = input
    const seen = await foreseen(context, input)
    const sight = sightOf(context, seen, input.currency)
    const view = sight.view(own)
    const wanted = view.items.filter(
      (item) =>
        (week === undefined || item.week === week) &&
        (kind === undefined || item.kind === kind) &&
        (direction === undefined || item.amount > 0 === (direction === 'in')),
    )
    const inOrder = wanted.toSorted((a, b) => a.day - b.day || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    const byKey = itemsByKey(seen)
    const offset = readOffset(cursor)
    return {
      rows: inOrder.slice(offset, offset + limit).flatMap(({ key }) => {
        const item = byKey.get(key)
        return item === undefined ? [] : [toItemRow(item, sight.factor)]
      }),
      total: wanted.length,
      sum: wanted.reduce((sum, { amount }) => sum + amount, 0),
      currency: view.currency,
      nextCursor: nextOffset(offset, limit, wanted.length),
    }
  }),

  lines: os.cash.lines.handler(async ({ input: { shopId, settled, known, day, cursor, limit }, context }) => {
    const { workspace, facts } = context.host.current()
    const shop = findShop(workspace.db, shopId)
    const offset = readOffset(cursor)
    const rules = allSettlementRules(workspace.db, { shopId })
    const page = await linesOfDelivery(
      facts,
      toRoiShop(shop),
      {
        state: settled ? 'settled' : 'pending',
        known,
        day: dayNumber(day),
        settledFrom: settledFrom({ rules, today: dayNumber(momentOf(context).day) }),
      },
      { offset, limit },
    )
    return {
      rows: page.lines.flatMap((line) =>
        toOrderLine(line, shop, findImport(workspace.db, line.batchId)?.fileName ?? ''),
      ),
      total: page.total,
      nextCursor: nextOffset(offset, limit, page.total),
    }
  }),
}

export const cash = {
  ...calendar,

  ownItems: os.cash.ownItems.handler(({ context }) => allCashItems(context.host.current().workspace.db)),

  putItem: os.cash.putItem.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    if (fields.shopId !== null) findShop(db, fields.shopId)
    if (fields.amount === 0) throw invalid('cashItems', 'amount', 'isZero')
    if (fields.untilDay !== null && (fields.repeat === null || fields.untilDay < fields.day)) {
      throw invalid('cashItems', 'untilDay', 'endsBeforeItBegins')
    }
    const saved = await write(context, id ? 'cash.updateItem' : 'cash.addItem', fields.title, (tx) =>
      put(context, tx, 'cashItems', id ?? null, fields),
    )
    return found(allCashItems(db), saved, 'cashItems')
  }),

  removeItem: os.cash.removeItem.handler(async ({ input: { id }, context }) => {
    const { title } = found(allCashItems(context.host.current().workspace.db), id, 'cashItems')
    await write(context, 'cash.removeItem', title, (tx) => deleteRecord(tx, 'cashItems', id))
    return {}
  }),

  balances: os.cash.balances.handler(({ context }) => allBalances(context.host.current().workspace.db)),

  putBalance: os.cash.putBalance.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const saved = await write(context, 'cash.putBalance', `${input.account} ${input.day}`, (tx) =>
      put(context, tx, 'cashBalances', null, input),
    )
    return found(allBalances(db), saved, 'cashBalances')
  }),

  removeBalance: os.cash.removeBalance.handler(async ({ input: { id }, context }) => {
    const balance = found(allBalances(context.host.current().workspace.db), id, 'cashBalances')
    await write(context, 'cash.removeBalance', `${balance.account} ${balance.day}`, (tx) =>
      deleteRecord(tx, 'cashBalances', id),
    )
    return {}
  }),

  rules: os.cash.rules.handler(({ input, context }) => allSettlementRules(context.host.current().workspace.db, input)),

  putRule: os.cash.putRule.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const shop = findShop(db, input.shopId)
    const problem = settlementRuleProblem(input)
    if (problem) throw invalid('settlementRules', problem.field, problem.reason)
    const saved = await write(context, 'cash.putRule', `${shop.name} ${input.fromDay}`, (tx) =>
      put(context, tx, 'settlementRules', null, input),
    )
    return found(allSettlementRules(db), saved, 'settlementRules')
  }),

  removeRule: os.cash.removeRule.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const rule = found(allSettlementRules(db), id, 'settlementRules')
    await write(context, 'cash.removeRule', `${findShop(db, rule.shopId).name} ${rule.fromDay}`, (tx) =>
      deleteRecord(tx, 'settlementRules', id),
    )
    return {}
  }),
}

function invalid(entity: string, field: string, reason: string): AppError {
  return new AppError('record.invalid', { entity, field, reason })
}

function found<T extends { readonly id: string }>(rows: readonly T[], id: string, entity: string): T {
  const row = rows.find((candidate) => candidate.id === id)
  if (row === undefined) throw new AppError('record.notFound', { entity, id })
  return row
}
