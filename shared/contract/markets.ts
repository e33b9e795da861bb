/** Market packs: dated, sourced rules per market that people can edit. */

import { Day } from '../domain/days'
import { MARKET_RULES } from '../domain/market-packs'
import { z } from '../schema'
import { Id, Nothing, procedure } from './define'
import { Market } from './shops'

export const MarketRule = z.enum(MARKET_RULES)

export const MarketRuleRow = z.object({
  /** Null for a shipped row. */
  id: Id.nullable(),
  market: Market,
  rule: MarketRule,
  /** Null: shipped blank, because no source confirms a figure. */
  value: z.string().nullable(),
  fromDay: Day.nullable(),
  source: z.string(),
  confidence: z.enum(['confirmed', 'inferred', 'own', 'unknown']),
  note: z.string().nullable(),
  /** The row that holds today. */
  inForce: z.boolean(),
})
export type MarketRuleRow = z.infer<typeof MarketRuleRow>

export const MarketPack = z.object({ market: Market, rules: z.array(MarketRuleRow) })
export type MarketPack = z.infer<typeof MarketPack>

export const marketsContract = {
  list: procedure(Nothing, z.array(MarketPack)),
  /** Adds a dated row of the agency's own; it holds from `fromDay` on, before every shipped row. */
  setRule: procedure(
    z.object({
      market: Market,
      rule: MarketRule,
      value: z.string().min(1).max(500),
      fromDay: Day,
      source: z.string().trim().min(1).max(500),
      note: z.string().max(2000).nullable().default(null),
    }),
    MarketRuleRow,
  ),
  removeRule: procedure(z.object({ id: Id }), Nothing),
}
