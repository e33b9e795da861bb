/** What came to a closed month since, with creators that are one by now counted as one on both sides. */

import { handlesOf } from '../../../db/repositories/creators'
import type { ReadableDb } from '../../../db/database'
import type { MergedCreator } from '../../../db/facts/types'
import type { PeriodAdjustedLine, PeriodAdjustments } from '../../../shared/contract/periods'
import type { Shop } from '../../../shared/contract/shops'
import {
  type Adjustments,
  adjustmentsOf,
  type CloseLine,
  type ClosePayable,
  type CloseSums,
  type Snapshot,
  snapshotOf,
  sumsOf,
} from '../../../shared/domain/period-close'
import type { WorkspaceContext } from '../context'
import { type ClosedLines, closedLines, type ClosedMonth } from './closed'
import { monthNow } from './now'

export interface Adjusted {
  readonly standing: ClosedLines['standing']
  /** Null unless the close's lines are here and whole. */
  readonly adjustments: Adjustments | null
}

export async function adjustedMonth(context: WorkspaceContext, shop: Shop, closed: ClosedMonth): Promise<Adjusted> {
  const { workspace, lists } = context.host.current()
  const lines = await closedLines(workspace, closed)
  if (lines.standing !== 'whole') return { standing: lines.standing, adjustments: null }
  const now = await monthNow(context, shop, closed.month)
  const merged = standIns(lists.mergedCreators())
  return { standing: 'whole', adjustments: adjustmentsOf(merged(lines.snapshot), merged(now)) }
}

/** A month with every creator under the record that stands for them now: people who turn out to be one change no money. */
function standIns(groups: readonly MergedCreator[]): (snapshot: Snapshot) => Snapshot {
  const stands = new Map(groups.flatMap(({ id, others }) => others.map((other) => [other.id, id] as const)))
  if (stands.size === 0) return (snapshot) => snapshot
  const moved = <T extends { readonly creatorId: string }>(one: T): T => {
    const creatorId = stands.get(one.creatorId)
    return creatorId === undefined ? one : { ...one, creatorId }
  }
  return (snapshot) =>
    snapshotOf({ ...snapshot, lines: snapshot.lines.map(moved), payables: snapshot.payables.map(moved) })
}

/** As the contract gives them. */
export function toAdjustments(
  db: ReadableDb,
  { standing, adjustments }: Adjusted,
  currency: string,
): PeriodAdjustments {
  const { lines = [], creators = [], payables = [], rates = [], total = sumsOf([]) } = adjustments ?? {}
  const name = namesOf(db, [
    ...creators.map(({ creatorId }) => creatorId),
    ...payables.flatMap(({ before, after }) => [before?.creatorId ?? '', after?.creatorId ?? '']),
  ])
  const payable = (one: ClosePayable | null) =>
    one && {
      kind: one.kind,
      creator: name(one.creatorId),
      amount: one.amount,
      currency: one.currency,
      dueDay: one.dueDay,
      state: one.state,
    }
  return {
    standing,
    currency,
    lines: lines.length,
    creators: creators
      .map((one) => ({ ...one, creator: name(one.creatorId), delta: { ...one.delta } }))
      .toSorted((a, b) => weight(b.delta) - weight(a.delta) || (a.creator < b.creator ? -1 : 1)),
    total: { ...total },
    payables: payables.map(({ before, after }) => ({ before: payable(before), after: payable(after) })),
    rates: rates.map(({ before, after }) => ({ before: before && { ...before }, after: after && { ...after } })),
  }
}

function weight({ commission, gmv }: CloseSums): number {
  return Math.abs(commission) * 1000 + Math.abs(gmv)
}

/** The lines that came, changed or went, or those of one creator. */
export function toAdjustedLines(
  db: ReadableDb,
  { adjustments }: Adjusted,
  {
    creatorId,
    offset,
    limit,
  }: { readonly creatorId: string | undefined; readonly offset: number; readonly limit: number },
): { rows: PeriodAdjustedLine[]; total: number } {
  const all = (adjustments?.lines ?? []).filter(
    ({ before, after }) => creatorId === undefined || before?.creatorId === creatorId || after?.creatorId === creatorId,
  )
  const page = all.slice(offset, offset + limit)
  const name = namesOf(
    db,
    page.flatMap(({ before, after }) => [before?.creatorId ?? '', after?.creatorId ?? '']),
  )
  const shown = (line: CloseLine | null) =>
    line && {
      orderId: line.orderId,
      productId: line.productId,
      skuId: line.skuId,
      status: line.status,
      creatorId: line.creatorId,
      creator: name(line.creatorId),
    }
  return {
    total: all.length,
    rows: page.map(({ kind, before, after, delta }) => ({
      kind,
      before: shown(before),
      after: shown(after),
      delta: { ...delta },
    })),
  }
}

function namesOf(db: ReadableDb, ids: readonly string[]): (id: string) => string {
  const handles = handlesOf(
    db,
    [...new Set(ids)].filter((id) => id !== ''),
  )
  return (id) => handles.get(id) ?? ''
}
