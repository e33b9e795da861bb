/** The order lines behind the settlement sheet, or behind one of its rows, newest first. */

import { detailedLines } from '../../../db/facts/month-lines'
import {
  queryMonthLines,
  querySettlementLines,
  settlementOfLine,
  type SettlementLinesFilter,
} from '../../../db/facts/settlement-query'
import type { FactLine } from '../../../db/facts/types'
import { findImport } from '../../../db/repositories/imports'
import type { SettlementLineRow } from '../../../shared/contract/settlement'
import { frozenLine, unchanged } from '../../../shared/domain/closed-sheet'
import { dayOfNumber } from '../../../shared/domain/days'
import { ORDER_COLUMNS } from '../../../shared/domain/orders'
import { type CloseLine, keyOf } from '../../../shared/domain/period-close'
import { CAUSES, lineKey, type LineSettlement, newLineSettlement, settleLine } from '../../../shared/domain/settlement'
import type { WorkspaceContext } from '../context'
import { toOrderLine } from '../reporting/order-line'
import { nextOffset, readOffset } from '../support'
import { creatorNames, type FrozenMonth, frozenMonth, livingCreator } from './frozen'
import { type SettlementQuestion, settlementQuery, type SettlementScope } from './question'

export interface SettlementLines {
  readonly rows: SettlementLineRow[]
  readonly total: number
  readonly nextCursor: string | null
}

type Asked = SettlementScope & SettlementLinesFilter

const DAY_SECONDS = 86_400

/** Of a closed month the lines that were frozen. */
export async function settlementLines(context: WorkspaceContext, asked: Asked): Promise<SettlementLines> {
  const question = settlementQuery(context, asked)
  const frozen = await frozenMonth(context, asked.shopId, asked.month)
  return frozen === null ? linesOf(context, question, asked) : linesAtClose(context, question, frozen, asked)
}

/** The lines as they are now, whatever a close says. */
export function settlementLinesNow(context: WorkspaceContext, asked: Asked): Promise<SettlementLines> {
  return linesOf(context, settlementQuery(context, asked), asked)
}

async function linesOf(
  context: WorkspaceContext,
  question: SettlementQuestion,
  filter: SettlementLinesFilter,
): Promise<SettlementLines> {
  const page = await querySettlementLines(context.host.current().facts, question.query, filter)
  const toRow = rowOf(context, question)
  return { rows: page.lines.flatMap(toRow), total: page.total, nextCursor: page.next }
}

/** A line as its file says it now. */
function rowOf({ host }: WorkspaceContext, { shop, query, said }: SettlementQuestion) {
  const { db } = host.current().workspace
  const names = new Map<string, string>()
  const fileName = (batchId: string): string => {
    const name = names.get(batchId) ?? findImport(db, batchId)?.fileName ?? ''
    names.set(batchId, name)
    return name
  }
  return (line: FactLine): SettlementLineRow[] => {
    const key = keyOfFact(line)
    const settled = settlementOfLine(line, query.isLate, query.tags.get(key) ?? null)
    const delivered = line.numbers['delivered'] ?? null
    return toOrderLine(line, shop, fileName(line.batchId)).map((row) => ({
      ...row,
      ...toSettled(settled),
      said: said.get(key) ?? null,
      delivered: delivered === null ? null : dayOfNumber(Math.floor(delivered / DAY_SECONDS)),
      changedSince: false,
    }))
  }
}

function keyOfFact({ ids }: FactLine): string {
  return lineKey(ids['orderId'] ?? '', ids['productId'] ?? '', ids['skuId'] ?? '')
}

function toSettled({ estimated, actual, standard, shopAds, bonus, tax, cause, adjustments }: LineSettlement) {
  return {
    estimated,
    actual,
    difference: actual - estimated,
    standard,
    shopAds,
    bonus,
    tax,
    cause,
    // The keys are exactly the causes.
    adjustments: Object.fromEntries(
      CAUSES.map((one, c) => [one, adjustments[c] ?? 0]),
    ) as SettlementLineRow['adjustments'],
  }
}

/** Lines that say what they said are shown with everything in their file; of others what the close kept. */
async function linesAtClose(
  context: WorkspaceContext,
  question: SettlementQuestion,
  frozen: FrozenMonth,
  { creator, product, cause, differing = false, after = null, limit }: SettlementLinesFilter,
): Promise<SettlementLines> {
  const { facts } = context.host.current()
  const { query } = question
  const now = new Map((await detailedLines(facts, query)).map((line) => [keyOf(line), line]))
  const handles = creatorNames(context, [...new Set(frozen.lines.map(({ creatorId }) => creatorId))])
  const living = livingCreator(context)
  const settled = newLineSettlement()
  const settleFrozen = (line: CloseLine): void => {
    const same = unchanged(line, now.get(keyOf(line)))
    settleLine(frozenLine(line, same), query.isLate, same && (query.tags.get(keyOf(line)) ?? null), settled)
  }
  const isMeant = (line: CloseLine): boolean => {
    const { creatorId, productId } = line
    if (creator !== undefined && handles.get(creatorId) !== creator && creatorId !== living(creator)) return false
    if (product !== undefined && productId !== product) return false
    if (cause === undefined && !differing) return true
    settleFrozen(line)
    return (!differing || settled.actual !== settled.estimated) && (cause === undefined || settled.cause === cause)
  }
  const dayOf = (line: CloseLine): string => now.get(keyOf(line))?.day ?? ''
  const found = frozen.lines.filter(isMeant)
  const lines = found.toSorted((a, b) => compare(dayOf(b), dayOf(a)) || compareIds(b.orderId, a.orderId))
  const offset = readOffset(after)
  const page = lines.slice(offset, offset + limit)
  const present = await queryMonthLines(facts, query, page.map(keyOf))
  const toRow = rowOf(context, question)
  const today = new Map(present.flatMap(toRow).map((row) => [keyOf(row), row]))
  const rows = page.map((line): SettlementLineRow => {
    const row = today.get(keyOf(line))
    const detail = now.get(keyOf(line))
    if (row !== undefined && unchanged(line, detail) !== null) return row
    settleFrozen(line)
    return frozenRow(line, { row, settled: toSettled(settled), creator: handles.get(line.creatorId) ?? '', question })
  })
  return { rows, total: found.length, nextCursor: nextOffset(offset, limit, found.length) }
}

interface FrozenParts {
  /** The line as it is now, where a file has it still. */
  readonly row: SettlementLineRow | undefined
  readonly settled: ReturnType<typeof toSettled>
  readonly creator: string
  readonly question: SettlementQuestion
}

function frozenRow(line: CloseLine, { row, settled, creator, question: { shop } }: FrozenParts): SettlementLineRow {
  const { orderId, productId, skuId, status, parts } = line
  const { gmv, refund, commission, ...amounts } = parts
  const blank = Object.fromEntries(Object.keys(ORDER_COLUMNS).map((name) => [name, null]))
  return {
    key: `${shop.id}/${orderId}/${productId}/${skuId}`,
    shopId: shop.id,
    shopName: shop.name,
    currency: shop.currency,
    orderId,
    productId,
    productName: row?.productName ?? null,
    skuId,
    creator,
    contentType: row?.contentType ?? 'unknown',
    contentId: row?.contentId ?? null,
    status,
    role: 'sale',
    day: row?.day ?? null,
    createdLocal: row?.createdLocal ?? '',
    timezone: shop.timezone,
    quantity: parts.quantity ?? 0,
    payment: gmv ?? 0,
    refund: refund ?? 0,
    commission: commission ?? 0,
    columns: { ...blank, orderId, productId, skuId, status, creator, payment: gmv, ...amounts },
    batchId: row?.batchId ?? null,
    fileName: row?.fileName ?? '',
    row: row?.row ?? 0,
    ...settled,
    said: null,
    delivered: null,
    changedSince: true,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Ids are decimal numbers without leading zeros: the shorter is the smaller. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b)
}
