/**
 * The settlement sheet of a shop's month: the one place where its lines are summed by creator. Statements, the close of
 * a month and cash read it.
 */

import {
  querySettlement,
  querySettlementLines,
  settlementOfLine,
  type SettlementLinesFilter,
  type SettlementQuery,
} from '../../../db/facts/settlement-query'
import { findImport } from '../../../db/repositories/imports'
import { type LineCauseRow, lineCauses, statementsSent } from '../../../db/repositories/settlement'
import type {
  LateRule,
  SettlementFees,
  SettlementFigures,
  SettlementLineRow,
  SettlementSheet,
} from '../../../shared/contract/settlement'
import type { Shop } from '../../../shared/contract/shops'
import { dayOfNumber } from '../../../shared/domain/days'
import { type Cause, CAUSES, lineKey, readSettlement, SETTLEMENT_WIDTH } from '../../../shared/domain/settlement'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { findShop } from '../lookups/shops'
import { toOrderLine } from '../reporting/order-line'
import { toRoiShop } from '../reporting/scope'
import { addedFees, NO_FEES, owedIn } from './fees'
import { lateIn } from './late'

export interface SettlementScope {
  readonly shopId: string
  /** `YYYY-MM`. */
  readonly month: string
}

export interface SettlementLines {
  readonly rows: SettlementLineRow[]
  readonly total: number
  readonly nextCursor: string | null
}

/** The sheet as it is now; refuses with `shop.notFound`. */
export async function settlementOf(
  context: WorkspaceContext,
  { shopId, month }: SettlementScope,
): Promise<SettlementSheet> {
  const { shop, query, late } = settlementQuery(context, { shopId, month })
  const { facts, workspace } = context.host.current()
  const { rows, total } = await querySettlement(facts, query)
  const sent = statementsSent(workspace.db, shopId, month)
  const owed = owedIn(workspace.db, shop, month)
  const merged = mergedCreators(workspace.db)
  const living = (id: string | null): string | null => (id === null ? null : (merged.get(id) ?? id))
  const sellers = new Set(rows.map(({ creatorId }) => living(creatorId)))
  const statementOf = (id: string | null) => (id !== null && sent.has(id) ? { sentAt: sent.get(id) ?? null } : null)
  return {
    shopId,
    shopName: shop.name,
    market: shop.market,
    timezone: shop.timezone,
    month,
    currency: shop.currency,
    late,
    rows: [
      ...rows.map(({ handle, creatorId, ...figures }) => ({
        ...toFigures(figures, owed.find((one) => one.creatorId === living(creatorId))?.fees ?? NO_FEES),
        creator: handle,
        creatorId,
        statement: statementOf(creatorId),
      })),
      // Who is owed a fee and sold nothing has a row too: the sheet is everything that the month owes.
      ...owed
        .filter(({ creatorId }) => !sellers.has(creatorId))
        .map(({ creatorId, handle, fees }) => ({
          ...toFigures(NOTHING_SOLD, fees),
          creator: handle,
          creatorId,
          statement: statementOf(creatorId),
        })),
    ],
    total: toFigures(total, addedFees(owed.map(({ fees }) => fees))),
  }
}

/** The lines behind the sheet, or behind one of its rows, newest first. */
export async function settlementLines(
  context: WorkspaceContext,
  { shopId, month, ...filter }: SettlementScope & SettlementLinesFilter,
): Promise<SettlementLines> {
  const { shop, query, said } = settlementQuery(context, { shopId, month })
  const { facts, workspace } = context.host.current()
  const page = await querySettlementLines(facts, query, filter)
  const names = new Map<string, string>()
  const fileName = (batchId: string): string => {
    const name = names.get(batchId) ?? findImport(workspace.db, batchId)?.fileName ?? ''
    names.set(batchId, name)
    return name
  }
  const rows = page.lines.flatMap((line) => {
    const key = lineKey(line.ids['orderId'] ?? '', line.ids['productId'] ?? '', line.ids['skuId'] ?? '')
    const settled = settlementOfLine(line, query.isLate, query.tags.get(key) ?? null)
    const delivered = line.numbers['delivered'] ?? null
    return toOrderLine(line, shop, fileName(line.batchId)).map((row) => ({
      ...row,
      estimated: settled.estimated,
      actual: settled.actual,
      difference: settled.actual - settled.estimated,
      standard: settled.standard,
      shopAds: settled.shopAds,
      bonus: settled.bonus,
      tax: settled.tax,
      cause: settled.cause,
      // The keys are exactly the causes.
      adjustments: Object.fromEntries(
        CAUSES.map((cause, c) => [cause, settled.adjustments[c] ?? 0]),
      ) as SettlementLineRow['adjustments'],
      said: said.get(key) ?? null,
      delivered: delivered === null ? null : dayOfNumber(Math.floor(delivered / DAY_SECONDS)),
    }))
  })
  return { rows, total: page.total, nextCursor: page.next }
}

const DAY_SECONDS = 86_400

type Said = NonNullable<SettlementLineRow['said']>

export interface SettlementQuestion {
  readonly shop: Shop
  readonly query: SettlementQuery
  /** What people said of lines, by `lineKey`. */
  readonly said: ReadonlyMap<string, Said>
  readonly late: LateRule
}

/** What is asked of the lines of a month, with everything that rules and people say of them. */
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

function toFigures(
  figures: Omit<SettlementFigures, 'rates' | keyof SettlementFees> & { readonly rates: readonly number[] },
  fees: SettlementFees,
): SettlementFigures {
  return { ...figures, ...fees, rates: [...figures.rates] }
}

const NOTHING_SOLD = { ...readSettlement(new Float64Array(SETTLEMENT_WIDTH), 0), orders: 0, rates: [] }
