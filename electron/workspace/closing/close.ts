/** Closing a month, opening it again, and deciding which of two colleagues' closes holds. */

import { type Blob, keepBlob } from '../../../db/blob-store'
import { noteBlob } from '../../../db/blobs'
import { closesInQuestion, closesOf, findPeriod, periodId, type PeriodRecord } from '../../../db/repositories/periods'
import type { WritableDb } from '../../../db/database'
import type { OpenWorkspace } from '../../../db/open'
import type { Shop } from '../../../shared/contract/shops'
import { dayInZone } from '../../../shared/domain/days'
import type { Snapshot } from '../../../shared/domain/period-close'
import type { PeriodState } from '../../../shared/domain/periods'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { decide } from '../inbox/decide'
import { inboxOf } from '../inbox/inbox'
import { put, write } from '../support'
import { type CloseFigures, snapshotName } from './closed'
import { daysOf, monthNow } from './now'
import { canonicalBytes, digestOf, storedBytes } from './snapshot-bytes'
import { stepPeriod, stepToClosed } from './steps'

const TRIES = 4

/** Whether the month's last day is over where the shop is. */
export function isOver(context: WorkspaceContext, shop: Shop, month: string): boolean {
  return dayInZone(context.now(), shop.timezone) > daysOf(month).to
}

/**
 * Freezes a month: its lines go into a file of the workspace, their digest into the log. Refuses as `record.invalid`
 * (`notOver`) while the month still runs, `record.onHold` while people have to decide, `record.illegalStep` when it is closed.
 */
export async function closeMonth(context: WorkspaceContext, shop: Shop, month: string): Promise<void> {
  if (!isOver(context, shop, month))
    throw new AppError('record.invalid', { entity: 'periods', field: 'month', reason: 'notOver' })
  const { workspace } = context.host.current()
  refuseQuestion(context, shop.id, month)
  for (let left = TRIES; left > 0; left--) {
    const asked = commitsSeen(workspace)
    const snapshot = await monthNow(context, shop, month)
    const canonical = canonicalBytes(snapshot)
    const blob = await keepBlob(workspace.file, oneOf(await storedBytes(canonical)))
    const closed = await write(
      context,
      'periods.close',
      `${shop.name} ${month}`,
      (tx) => {
        // Packing takes a second: whatever came meanwhile belongs into the close.
        if (commitsSeen(workspace) !== asked) return false
        writeClose(context, tx, shop, { snapshot, sha256: digestOf(canonical), blob })
        return true
      },
      { lasting: true },
    )
    if (closed) return
  }
  throw new AppError('record.invalid', { entity: 'periods', field: 'month', reason: 'changing' })
}

/** Another number after every commit. */
function commitsSeen({ reader }: OpenWorkspace): unknown {
  return reader.pragma('data_version', { simple: true })
}

interface Frozen {
  readonly snapshot: Snapshot
  readonly sha256: string
  readonly blob: Blob
}

function writeClose(context: WorkspaceContext, tx: WritableDb, shop: Shop, { snapshot, sha256, blob }: Frozen): void {
  const id = put(context, tx, 'periods', null, { shopId: shop.id, month: snapshot.month })
  stepToClosed(context, tx, id)
  const closeId = put(context, tx, 'periodCloses', null, {
    periodId: id,
    round: (closesOf(tx, id)[0]?.round ?? 0) + 1,
    sha256,
    figures: JSON.stringify(figuresOf(snapshot, sha256)),
    currency: shop.currency,
    at: context.now(),
    person: context.author(),
    rates: JSON.stringify(snapshot.rates),
  })
  noteBlob(tx.$client, blob, 'here')
  const attachmentId = put(context, tx, 'attachments', null, {
    entity: 'periodCloses',
    recordId: closeId,
    name: snapshotName(sha256),
    mime: 'application/octet-stream',
    size: blob.size,
    sha256: blob.sha256,
  })
  put(context, tx, 'periodCloses', closeId, { attachmentId })
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes
}

function figuresOf({ lines, creators, payables, total }: Snapshot, sha256: string): CloseFigures {
  return { sha256, lines: lines.length, creators: creators.length, payables: payables.length, total }
}

/** Between open and checking; opening a closed month again needs a reason, which stays. */
export async function moveMonth(
  context: WorkspaceContext,
  shop: Shop,
  {
    month,
    to,
    reason = '',
  }: { readonly month: string; readonly to: Exclude<PeriodState, 'closed'>; readonly reason?: string },
): Promise<void> {
  refuseQuestion(context, shop.id, month)
  const { workspace } = context.host.current()
  const isClosed = findPeriod(workspace.db, shop.id, month)?.state === 'closed'
  if (isClosed && reason.trim() === '')
    throw new AppError('record.invalid', { entity: 'periods', field: 'reason', reason: 'required' })
  const label = isClosed ? 'periods.reopen' : 'periods.step'
  await write(
    context,
    label,
    `${shop.name} ${month}`,
    (tx) => {
      const id = put(context, tx, 'periods', null, { shopId: shop.id, month })
      stepPeriod(context, tx, { id, to, reason })
    },
    { lasting: true },
  )
}

/** Says which of the colleagues' closes holds. Refuses as `sync.stale` where there is no such question any more. */
export async function decideClose(context: WorkspaceContext, period: PeriodRecord, sha256: string): Promise<void> {
  const [close] = closesOf(context.host.current().workspace.db, period.id)
  const stale = (): AppError<'sync.stale'> =>
    new AppError('sync.stale', { entity: 'periodCloses', id: close?.id ?? '', field: 'sha256' })
  if (close === undefined) throw stale()
  const draft = inboxOf(context)
    .ofRecord('periodCloses', close.id)
    .find(({ kind, field }) => kind === 'values' && field === 'sha256')
  const kept = draft?.look().candidates.find(({ value }) => value === sha256)
  if (draft === undefined || kept === undefined) throw stale()
  await decide(context, [{ item: draft.id, choice: { how: 'keep', write: kept.write } }])
}

/** No step while colleagues' closes differ: it would be a step from nobody knows where. */
function refuseQuestion({ host }: WorkspaceContext, shopId: string, month: string): void {
  const { db } = host.current().workspace
  const id = periodId(shopId, month)
  const [close] = closesOf(db, id)
  if (close !== undefined && closesInQuestion(db, close.id).length > 0)
    throw new AppError('record.onHold', { entity: 'periods', id })
}
