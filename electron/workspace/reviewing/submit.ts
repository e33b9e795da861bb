/** Handing in: a new review with its first version, or the next version of one; bytes first, then one step. */

import path from 'node:path'

import type { Blob } from '../../../db/blob-store'
import { noteBlob } from '../../../db/blobs'
import type { ReadableDb, WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { versionsOf } from '../../../db/repositories/reviews'
import type { Fields } from '../../../db/repositories/record-puts'
import type { ReviewFields } from '../../../shared/contract/reviews'
import { dueAt, publishWindow } from '../../../shared/domain/review-sla'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { takeIn } from '../files/attaching'
import { findShop } from '../lookups/shops'
import type { Reporter } from '../progress'
import { put, write } from '../support'
import { type Clockwork, openClockwork } from './hours'
import { recordOf } from './record'
import { stateOfReview } from './rows'
import { stepReview } from './steps'
import { videoMime } from './video-file'

export interface Submission {
  readonly id?: string | undefined
  readonly fields: ReviewFields
  readonly text: string | null
  readonly path: string | null
  readonly note: string | null
}

interface TakenFile extends Blob {
  readonly name: string
  readonly mime: string
}

/** Answers the review's id. */
export async function submit(context: WorkspaceContext, input: Submission, reporter: Reporter): Promise<string> {
  const { workspace } = context.host.current()
  const known = input.id === undefined ? null : recordOf(workspace.db, input.id)
  const kind = known === null ? input.fields.kind : known.kind
  check(workspace.db, input, kind ?? null)
  const file = input.path === null ? null : await takeVideo(workspace.file, input.path, reporter)
  reporter.checkWanted()
  const subject = known?.title ?? input.fields.title ?? file?.name ?? kind ?? ''
  return write(context, input.id === undefined ? 'reviews.submit' : 'reviews.version', subject, (tx) => {
    const id = input.id ?? addReview(context, tx, input.fields)
    addVersion(context, tx, id, input, file)
    return id
  })
}

function check(db: ReadableDb, { id, fields, text, path: file }: Submission, kind: string | null): void {
  const refuse = (field: string, reason: string): never => {
    throw new AppError('record.invalid', { entity: 'reviews', field, reason })
  }
  if (kind === null) refuse('kind', 'required')
  if (id === undefined && fields.shopId === undefined) refuse('shopId', 'required')
  if (fields.shopId !== undefined) findShop(db, fields.shopId)
  if (kind === 'video' && file === null) refuse('path', 'required')
  if (kind === 'script' && (text === null || text.trim() === '')) refuse('text', 'required')
}

async function takeVideo(store: string, source: string, reporter: Reporter): Promise<TakenFile> {
  const mime = await videoMime(source)
  const blob = await takeIn(store, source, reporter)
  return { ...blob, name: path.basename(source), mime }
}

function addReview(context: WorkspaceContext, tx: WritableDb, fields: ReviewFields): string {
  const { creatorId, shopId = '' } = fields
  if (creatorId) keepCreator(tx, creatorId)
  const clockwork = openClockwork(context, tx)
  const suggested = suggestion(context, clockwork, shopId, fields.market ?? null)
  const { zone: _, ...birth } = suggested
  return put(context, tx, 'reviews', null, toFields({ ...birth, ...fields }))
}

/** What a review that is handed in now gets unless somebody says otherwise. */
export function suggestion(
  context: WorkspaceContext,
  { hours, calendar, marketZone, marketOf }: Clockwork,
  shopId: string,
  market: string | null,
) {
  const now = context.now()
  const due = dueAt(calendar(shopId), hours, now)
  const watched = market ?? marketOf(shopId)
  const zone = marketZone(watched, shopId)
  const slot = publishWindow(hours, watched, zone, due ?? now)
  return {
    market: watched,
    due,
    publishFrom: slot?.from ?? null,
    publishTo: slot?.to ?? null,
    zone,
    reviewer: hours.reviewer,
    deputy: hours.deputy,
    rounds: hours.rounds,
  }
}

function addVersion(
  context: WorkspaceContext,
  tx: WritableDb,
  id: string,
  { id: known, fields, text, note }: Submission,
  file: TakenFile | null,
): void {
  const record = recordOf(tx, id)
  const number = Math.max(0, ...versionsOf(tx, id).map(({ version }) => version)) + 1
  const at = context.now()
  const versionId = put(context, tx, 'reviewVersions', null, {
    reviewId: id,
    version: number,
    text,
    at,
    person: context.author(),
    note,
  })
  if (file !== null) attach(context, tx, versionId, file)
  if (known === undefined) return
  const judged = stateOfReview(record.state) !== 'submitted' || record.hold === 1
  if (judged) stepReview(context, tx, { id, to: 'submitted', versionId })
  // The clock begins anew with what is there to be judged; a time that somebody names now holds before it.
  const { due, publishFrom, publishTo } = judged
    ? suggestion(context, openClockwork(context, tx), record.shopId ?? '', record.market)
    : record
  const slot = (record.publishFrom ?? 0) >= at ? {} : { publishFrom, publishTo }
  put(context, tx, 'reviews', id, toFields({ due, ...slot, ...fields }))
}

function attach(context: WorkspaceContext, tx: WritableDb, recordId: string, file: TakenFile): void {
  noteBlob(tx.$client, file, 'here')
  put(context, tx, 'attachments', null, { entity: 'reviewVersions', recordId, ...file })
}

/** Lists and objects are kept as JSON. */
export function toFields({ gradeReasons, checklist, ...fields }: ReviewFields): Fields {
  return {
    ...fields,
    ...(gradeReasons && { gradeReasons: JSON.stringify(gradeReasons) }),
    ...(checklist && { checklist: JSON.stringify(checklist) }),
  }
}
