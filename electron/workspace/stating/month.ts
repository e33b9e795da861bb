/**
 * Everybody's statement of a shop's month, read in one pass: from the frozen lines where the month is closed, else from the
 * lines as they are.
 */

import { type DetailedLine, detailedLines, fileRows } from '../../../db/facts/month-lines'
import { Pacer } from '../../../db/facts/pacer'
import { findImport } from '../../../db/repositories/imports'
import type { Shop } from '../../../shared/contract/shops'
import { frozenLine, unchanged } from '../../../shared/domain/closed-sheet'
import { type CloseLine, type ClosePayable, keyOf, snapshotOf } from '../../../shared/domain/period-close'
import { newLineSettlement, settleLine } from '../../../shared/domain/settlement'
import { estimatedOf, type StatementFee, type StatementLine } from '../../../shared/domain/statements'
import { payablesOfMonth } from '../closing/now'
import { canonicalBytes, digestOf } from '../closing/snapshot-bytes'
import type { WorkspaceContext } from '../context'
import { frozenMonth, livingCreator } from '../settling/frozen'
import { settlementQuery } from '../settling/question'

export interface CreatorMonth {
  readonly creatorId: string
  /** Newest first. */
  readonly lines: readonly StatementLine[]
  /** Owed outside the platform, by due day. */
  readonly fees: readonly StatementFee[]
  /** Over what lines and fees say; who the creator counts as is no part of it. */
  readonly sha256: string
}

export interface StatedMonth {
  readonly shop: Shop
  readonly month: string
  readonly basis: 'closed' | 'now'
  readonly creators: ReadonlyMap<string, CreatorMonth>
}

/**
 * Refuses with `attachment.elsewhere` where the month is closed and its lines have not come from a colleague yet, with
 * `attachment.unreadable` where they are not what they were.
 */
export async function statedMonth(context: WorkspaceContext, shop: Shop, month: string): Promise<StatedMonth> {
  const { facts } = context.host.current()
  const { query } = settlementQuery(context, { shopId: shop.id, month })
  const now = await detailedLines(facts, query)
  const frozen = await frozenMonth(context, shop.id, month)
  const byKey = new Map(now.map((line) => [keyOf(line), line]))
  const living = livingCreator(context)
  const linesOf = grouped(frozen?.lines ?? now, living)
  const feesOf = grouped(
    frozen?.payables ?? payablesOfMonth(context.host.current().workspace.db, shop.id, month),
    living,
  )
  const proofOf = proofs(context)
  const rows = await fileRows(facts, now.filter(needsProof))
  const creators = new Map<string, CreatorMonth>()
  const pacer = new Pacer()
  for (const creatorId of new Set([...linesOf.keys(), ...feesOf.keys()])) {
    const lines = linesOf.get(creatorId) ?? []
    const payables = feesOf.get(creatorId) ?? []
    creators.set(creatorId, {
      creatorId,
      sha256: digestOver(shop, month, { lines, payables }),
      lines: lines
        .map((line) => {
          const detail = byKey.get(keyOf(line))
          return toLine(line, detail, detail && proofOf(detail, rows.get(detail)))
        })
        .toSorted((a, b) => (a.day === b.day ? compare(b.orderId, a.orderId) : compare(b.day, a.day))),
      fees: payables
        .map(({ id, kind, dueDay, amount, currency, state }) => ({ id, kind, dueDay, amount, currency, state }))
        .toSorted((a, b) => compare(a.dueDay, b.dueDay) || compare(a.id, b.id)),
    })
    await pacer.breathe()
  }
  return { shop, month, basis: frozen === null ? 'now' : 'closed', creators }
}

function compare(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** By the creator that counts for them today; what names nobody is in no statement. */
function grouped<T extends { readonly creatorId: string }>(
  all: readonly T[],
  living: (creatorId: string) => string,
): ReadonlyMap<string, T[]> {
  const byCreator = new Map<string, T[]>()
  for (const one of all) {
    const creatorId = living(one.creatorId)
    if (creatorId === '') continue
    const known = byCreator.get(creatorId) ?? []
    byCreator.set(creatorId, known)
    known.push(one)
  }
  return byCreator
}

function digestOver(
  { id, currency }: Shop,
  month: string,
  { lines, payables }: { readonly lines: readonly CloseLine[]; readonly payables: readonly ClosePayable[] },
): string {
  const nobodys = <T extends object>(all: readonly T[]) => all.map((one) => ({ ...one, creatorId: '' }))
  const said = { lines: nobodys(lines), payables: nobodys(payables), rates: [] }
  return digestOf(canonicalBytes(snapshotOf({ shopId: id, month, currency, ...said })))
}

/** Lines whose own record the creator should be able to look up: whatever did not go as estimated. */
function needsProof(line: DetailedLine): boolean {
  return line.parts.refund !== 0 || line.returned > 0 || line.parts.commission !== estimatedOf(line)
}

function proofs({ host }: WorkspaceContext) {
  const { workspace } = host.current()
  const batchId = workspace.reader.prepare<[number], string>('SELECT id FROM fact_batches WHERE no = ?').pluck()
  const names = new Map<number, string>()
  return ({ batchNo }: DetailedLine, row: number | undefined): StatementLine['proof'] => {
    if (row === undefined) return null
    const name = names.get(batchNo) ?? findImport(workspace.db, batchId.get(batchNo) ?? '')?.fileName ?? ''
    names.set(batchNo, name)
    return { file: name, row }
  }
}

function toLine(
  line: CloseLine,
  detail: DetailedLine | undefined,
  proof: StatementLine['proof'] | undefined,
): StatementLine {
  const { orderId, productId, skuId, status, parts } = line
  const same = unchanged(line, detail) === null ? undefined : detail
  const estimated = estimatedOf(line)
  const actual = parts.commission ?? 0
  return {
    orderId,
    productId,
    skuId,
    productName: detail?.productName ?? '',
    skuName: detail?.skuName ?? '',
    day: detail?.day ?? '',
    status,
    quantity: parts.quantity ?? 0,
    returned: same?.returned ?? parts.refundedQuantity ?? 0,
    fullyReturned: frozenLine(line, same ?? null).fullyReturned,
    gmv: parts.gmv ?? 0,
    refund: parts.refund ?? 0,
    estimated,
    actual,
    // What the line says now, and what people said of it, explains it only where it still says the same.
    cause: same === undefined ? causeOf(line) : same.cause,
    proof: proof ?? null,
    changedSince: same === undefined,
  }
}

/** Why a frozen line came out otherwise than estimated, as far as the close kept it. */
function causeOf(line: CloseLine): StatementLine['cause'] {
  const out = newLineSettlement()
  settleLine(frozenLine(line, null), () => false, null, out)
  return out.cause
}
