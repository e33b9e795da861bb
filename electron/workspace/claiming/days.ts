/** How long a claim lasts: the rule of the shop's market, where there is one. */

import type { ReadableDb } from '../../../db/database'
import { CLAIM_DAYS } from '../../../shared/domain/claims'
import { ruleInForce } from '../../../shared/domain/markets'
import type { WorkspaceContext } from '../context'
import { ownRules } from '../lookups/markets'
import { allShops } from '../lookups/shops'
import { today } from '../support'

/** Days that a claim holds after a contact for this shop; without a shop, what holds anywhere. */
export function claimDays(context: WorkspaceContext, db: ReadableDb, shopId: string | null): number {
  const market = allShops(db).find(({ id }) => id === shopId)?.market
  if (market === undefined) return CLAIM_DAYS
  return Number(ruleInForce(market, 'claimDays', today(context), ownRules(db)) ?? CLAIM_DAYS)
}
