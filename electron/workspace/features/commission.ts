/** Rules of commission, and what a changed one would have paid. */

import type { ReadableDb } from '../../../db/database'
import { queryDeviations } from '../../../db/facts/commission-deviations'
import { simulateMonth, type SimulatedSums } from '../../../db/facts/commission-query'
import { deleteRecord } from '../../../db/repositories/records'
import type { CommissionRule } from '../../../shared/contract/commission'
import {
  commissionRuleOn,
  type CommissionRule as Rule,
  ruleProblem,
  SHIPPED_COMMISSION_RULES,
} from '../../../shared/domain/commission'
import { rateProblem } from '../../../shared/domain/campaigns'
import { addDays, dayOfNumber } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import { rateBounds } from '../campaigning/plans'
import { type OwnCommissionRule, ownCommissionRules } from '../commissioning/rules'
import { allShops, findShop } from '../lookups/shops'
import { toRoiShop } from '../reporting/scope'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

export const commission = {
  rules: os.commission.rules.handler(({ context }) => {
    const { db } = context.host.current().workspace
    const names = shopNames(db)
    return [...ownCommissionRules(db), ...SHIPPED_COMMISSION_RULES]
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : (b.fromDay ?? '') < (a.fromDay ?? '') ? -1 : 1))
      .map((rule) => toView(rule, names))
  }),

  inForce: os.commission.inForce.handler(({ input: { shopId, day }, context }) => {
    const { db } = context.host.current().workspace
    const { id, market } = findShop(db, shopId)
    return toView(commissionRuleOn(ownCommissionRules(db), { shopId: id, market }, day), shopNames(db))
  }),

  put: os.commission.put.handler(async ({ input: { base, tiers, ...fields }, context }) => {
    const { db } = context.host.current().workspace
    const shop = allShops(db).find(({ id }) => id === fields.key)
    checkTerms(db, shop?.market ?? fields.key, { base, tiers, ...fields }, fields.fromDay)
    const subject = `${shop?.name ?? fields.key} ${fields.fromDay}`
    const json = { base: JSON.stringify(base), tiers: JSON.stringify(tiers) }
    const id = await write(context, 'commission.put', subject, (tx) =>
      put(context, tx, 'commissionRules', null, { ...fields, ...json }),
    )
    return toView(ownRule(db, id), shopNames(db))
  }),

  remove: os.commission.remove.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const { key, fromDay } = ownRule(db, id)
    const subject = `${shopNames(db).get(key) ?? key} ${fromDay}`
    await write(context, 'commission.remove', subject, (tx) => deleteRecord(tx, 'commissionRules', id))
    return {}
  }),

  deviations: os.commission.deviations.handler(async ({ input: { shopId, month, cursor, limit }, context }) => {
    const { workspace, facts, lists } = context.host.current()
    const shop = findShop(workspace.db, shopId)
    const { lines, compared, unknown } = await queryDeviations(facts, {
      shop: toRoiShop(shop),
      month,
      mergedCreators: lists.mergedCreators(),
      ruleOn: rulesOf(ownCommissionRules(workspace.db), shop),
      bounds: rateBounds(workspace.db, shop.market, lastDayOf(month)),
    })
    const names = shopNames(workspace.db)
    const offset = readOffset(cursor)
    return {
      currency: shop.currency,
      rows: lines.slice(offset, offset + limit).map(({ handle, parts, rule, ...line }) => ({
        ...line,
        creator: handle,
        parts: [...parts],
        rule: toView(rule, names),
      })),
      total: lines.length,
      difference: lines.reduce((sum, { difference }) => sum + difference, 0),
      compared,
      unknown,
      nextCursor: nextOffset(offset, limit, lines.length),
    }
  }),

  simulate: os.commission.simulate.handler(async ({ input: { shopId, month, terms, rate, keepHigher }, context }) => {
    const { workspace, facts, lists } = context.host.current()
    const shop = findShop(workspace.db, shopId)
    const lastDay = lastDayOf(month)
    const bounds = rateBounds(workspace.db, shop.market, lastDay)
    if (terms !== null) checkTerms(workspace.db, shop.market, terms, lastDay)
    const problem = rate === null ? null : rateProblem(rate, bounds)
    if (problem !== null) {
      throw new AppError('record.invalid', { entity: 'commissionRules', field: 'rate', reason: problem })
    }
    const own = ownCommissionRules(workspace.db)
    const { rows, total } = await simulateMonth(facts, {
      shop: toRoiShop(shop),
      month,
      mergedCreators: lists.mergedCreators(),
      current: rulesOf(own, shop),
      proposed: terms ?? commissionRuleOn(own, { shopId, market: shop.market }, lastDay),
      rate,
      keepHigher,
      bounds,
    })
    return {
      currency: shop.currency,
      rows: rows.map(({ handle, creatorId, ...sums }) => ({ ...withDifference(sums), creator: handle, creatorId })),
      total: withDifference(total),
    }
  }),
}

function lastDayOf(month: string): string {
  return addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1)
}

/** The rule that holds for a shop on a day, by the day's number. */
function rulesOf(own: readonly Rule[], { id, market }: { readonly id: string; readonly market: string }) {
  const known = new Map<number, Rule>()
  return (day: number): Rule => {
    const rule = known.get(day) ?? commissionRuleOn(own, { shopId: id, market }, dayOfNumber(day))
    known.set(day, rule)
    return rule
  }
}

function withDifference(sums: SimulatedSums) {
  return { ...sums, difference: sums.proposed - sums.current }
}

/** Refuses terms that cannot be; the key of a rule for all has the bounds that hold where a market says nothing. */
function checkTerms(db: ReadableDb, market: string, terms: Parameters<typeof ruleProblem>[0], day: string): void {
  const problem = ruleProblem(terms, rateBounds(db, market, day))
  if (problem !== null) throw new AppError('record.invalid', { entity: 'commissionRules', ...problem })
}

function ownRule(db: ReadableDb, id: string): OwnCommissionRule {
  const rule = ownCommissionRules(db).find((one) => one.id === id)
  if (rule === undefined) throw new AppError('record.notFound', { entity: 'commissionRules', id })
  return rule
}

function shopNames(db: ReadableDb): ReadonlyMap<string, string> {
  return new Map(allShops(db).map(({ id, name }) => [id, name]))
}

function toView(rule: Rule | OwnCommissionRule, names: ReadonlyMap<string, string>): CommissionRule {
  return {
    ...rule,
    id: 'id' in rule ? rule.id : null,
    base: { ...rule.base },
    tiers: rule.tiers.map((tier) => ({ ...tier })),
    shopName: names.get(rule.key) ?? null,
  }
}
