/** Rules of commission, and what a changed one would have paid. */

import type { ReadableDb } from '../../../db/database'
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
import { put, write } from '../support'

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

  simulate: os.commission.simulate.handler(async ({ input: { shopId, month, terms, rate, keepHigher }, context }) => {
    const { workspace, facts, lists } = context.host.current()
    const shop = findShop(workspace.db, shopId)
    const lastDay = addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1)
    const bounds = rateBounds(workspace.db, shop.market, lastDay)
    if (terms !== null) checkTerms(workspace.db, shop.market, terms, lastDay)
    const problem = rate === null ? null : rateProblem(rate, bounds)
    if (problem !== null) {
      throw new AppError('record.invalid', { entity: 'commissionRules', field: 'rate', reason: problem })
    }
    const own = ownCommissionRules(workspace.db)
    const known = new Map<number, Rule>()
    const current = (day: number): Rule => {
      const rule = known.get(day) ?? commissionRuleOn(own, { shopId, market: shop.market }, dayOfNumber(day))
      known.set(day, rule)
      return rule
    }
    const { rows, total } = await simulateMonth(facts, {
      shop: toRoiShop(shop),
      month,
      mergedCreators: lists.mergedCreators(),
      current,
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
