/** Market packs: what is shipped together with the agency's own dated rows. */

import { deleteRecord } from '../../../db/repositories/records'
import type { MarketPack, MarketRuleRow } from '../../../shared/contract/markets'
import { MARKET_RULES, MARKETS, type MarketRuleName, SHIPPED_RULES } from '../../../shared/domain/market-packs'
import { latest, marketValueProblem, type OwnRule } from '../../../shared/domain/markets'
import { isTimezone } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import { os } from '../serve'
import { ownRules } from '../lookups/markets'
import { put, today, write } from '../support'

export const markets = {
  list: os.markets.list.handler(({ context }) => {
    const own = ownRules(context.host.current().workspace.db)
    const day = today(context)
    const all = [...new Set([...MARKETS, ...own.map(({ market }) => market)])]
    return all.map((market): MarketPack => ({
      market,
      rules: MARKET_RULES.flatMap((rule) => rowsOf(market, rule, own, day)),
    }))
  }),

  setRule: os.markets.setRule.handler(async ({ input, context }) => {
    const problem =
      marketValueProblem(input.rule, input.value) ??
      (input.rule === 'timezone' && !isTimezone(input.value) ? 'notCode' : null)
    if (problem) {
      throw new AppError('record.invalid', { entity: 'marketRules', field: 'value', reason: problem })
    }
    const id = await write(context, 'markets.setRule', `${input.market} ${input.rule}`, (tx) =>
      put(context, tx, 'marketRules', null, input),
    )
    const own = ownRules(context.host.current().workspace.db)
    const row = rowsOf(input.market, input.rule, own, today(context)).find((candidate) => candidate.id === id)
    if (!row) {
      throw new AppError('record.notFound', { entity: 'marketRules', id })
    }
    return row
  }),

  removeRule: os.markets.removeRule.handler(async ({ input: { id }, context }) => {
    const rule = ownRules(context.host.current().workspace.db).find((candidate) => candidate.id === id)
    if (!rule) {
      throw new AppError('record.notFound', { entity: 'marketRules', id })
    }
    await write(context, 'markets.removeRule', `${rule.market} ${rule.rule}`, (tx) =>
      deleteRecord(tx, 'marketRules', id),
    )
    return {}
  }),
}

/** Own rows newest first, then the shipped ones; the row that holds on `day` is marked. */
function rowsOf(market: string, rule: MarketRuleName, own: readonly OwnRule[], day: string): MarketRuleRow[] {
  const mine = own.filter((row) => row.market === market && row.rule === rule).toReversed()
  const shipped = SHIPPED_RULES.filter((row) => row.market === market && row.rule === rule)
  const inForce = latest(mine.toReversed(), day) ?? latest(shipped, day)
  return [
    ...mine.map((row): MarketRuleRow => ({ ...row, confidence: 'own', inForce: row === inForce })),
    ...shipped.map((row): MarketRuleRow => ({ ...row, id: null, inForce: row === inForce })),
  ]
}
