/** The agency's own market rules as every feature sees them. */

import type { ReadableDb } from '../../../db/database'
import { listMarketRules } from '../../../db/repositories/markets'
import { MARKET_RULES, type MarketRuleName } from '../../../shared/domain/market-packs'
import type { OwnRule } from '../../../shared/domain/markets'

/** The agency's own rows that name a rule this build knows. */
export function ownRules(db: ReadableDb): OwnRule[] {
  return listMarketRules(db).flatMap(({ id, market, rule, value, fromDay, source, note }) =>
    market !== null && isRule(rule) && value !== null && fromDay !== null
      ? [{ id, market, rule, value, fromDay, source: source ?? '', note }]
      : [],
  )
}

function isRule(rule: string | null): rule is MarketRuleName {
  return MARKET_RULES.some((known) => known === rule)
}
