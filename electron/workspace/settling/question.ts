/** What is asked of the lines of a shop's month, with everything that rules and people say of them. */

import type { SettlementQuery } from '../../../db/facts/settlement-query'
import { type LineCauseRow, lineCauses } from '../../../db/repositories/settlement'
import type { LateRule, SettlementLineRow } from '../../../shared/contract/settlement'
import type { Shop } from '../../../shared/contract/shops'
import { type Cause, CAUSES } from '../../../shared/domain/settlement'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { toRoiShop } from '../reporting/scope'
import { lateIn } from './late'

export interface SettlementScope {
  readonly shopId: string
  /** `YYYY-MM`. */
  readonly month: string
}

export type Said = NonNullable<SettlementLineRow['said']>

export interface SettlementQuestion {
  readonly shop: Shop
  readonly query: SettlementQuery
  /** What people said of lines, by `lineKey`. */
  readonly said: ReadonlyMap<string, Said>
  readonly late: LateRule
}

/** Refuses with `shop.notFound`. */
export function settlementQuery(context: WorkspaceContext, { shopId, month }: SettlementScope): SettlementQuestion {
  const { workspace, lists } = context.host.current()
  const shop = findShop(workspace.db, shopId)
  const said = new Map(lineCauses(workspace.db, shopId).flatMap((row) => saidOf(row)))
  const tags = new Map([...said].map(([line, { cause }]) => [line, cause]))
  const { isLate, rule: late } = lateIn(context, workspace.db, shop)
  return {
    shop,
    said,
    late,
    query: { shop: toRoiShop(shop), month, mergedCreators: lists.mergedCreators(), isLate, tags },
  }
}

/** Words that this build does not know say nothing. */
function saidOf({ line, cause: word, person, at, note }: LineCauseRow): [string, Said][] {
  const cause: Cause | undefined = CAUSES.find((known) => known === word)
  return cause === undefined ? [] : [[line, { cause, person, at, note }]]
}
