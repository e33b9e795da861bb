/** One review with everything that the person who judges it looks at. */

import type { ReadableDb } from '../../../db/database'
import { blobState } from '../../../db/blobs'
import { attachmentsOf } from '../../../db/repositories/attachments'
import { briefFor, contentLink } from '../../../db/repositories/review-sources'
import {
  findReview,
  findVersion,
  type NoteRow,
  notesOf,
  type ReviewRecord,
  reviewSteps,
  type ReviewStepRow,
  type VersionRow,
  versionsOf,
} from '../../../db/repositories/reviews'
import type { Review, ReviewNote, ReviewVersion } from '../../../shared/contract/reviews'
import { readBriefBody } from '../../../shared/domain/briefs'
import { EVERY } from '../../../shared/domain/claim-sheet'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { claimSheetInForce } from '../lookups/claim-sheets'
import { mergedCreators } from '../lookups/creators'
import { findShop } from '../lookups/shops'
import { withOtherNames } from '../lookups/relations'
import { today } from '../support'
import { reviewRows, stateOfReview } from './rows'

/** The review of this id; refuses with `record.notFound`. */
export function recordOf(db: ReadableDb, id: string): ReviewRecord {
  const record = findReview(db, id)
  if (record === undefined) throw new AppError('record.notFound', { entity: 'reviews', id })
  return record
}

/** The version of this id; refuses with `record.notFound`. */
export function versionOf(db: ReadableDb, id: string): VersionRow {
  const version = findVersion(db, id)
  if (version === undefined) throw new AppError('record.notFound', { entity: 'reviewVersions', id })
  return version
}

export function reviewOf(context: WorkspaceContext, id: string): Review {
  const { db } = context.host.current().workspace
  const record = recordOf(db, id)
  const [row] = reviewRows(context, db, [record])
  if (row === undefined) throw new AppError('record.notFound', { entity: 'reviews', id })
  const steps = reviewSteps(db, [id])
  const content = record.contentId === null ? undefined : contentLink(db, record.contentId)
  return {
    ...row,
    sampleId: record.sampleId,
    gradeReasons: texts(record.gradeReasons),
    feedback: record.feedback,
    note: record.note,
    checklist: readChecklist(record.checklist),
    content: content ?? null,
    versionList: versionList(context, db, id, steps),
    steps: steps.map((step) => ({ ...step, from: stateOfReview(step.from), to: stateOfReview(step.to) })),
    brief: briefOf(db, record),
    claims: claimsOf(context, db, record),
  }
}

function versionList(
  context: WorkspaceContext,
  db: ReadableDb,
  id: string,
  steps: readonly ReviewStepRow[],
): ReviewVersion[] {
  const versions = versionsOf(db, id)
  const notes = notesOf(
    db,
    versions.map((version) => version.id),
  )
  return versions.map((version) => {
    const last = steps.findLast(({ versionId }) => versionId === version.id)
    return {
      ...version,
      file: fileOf(context, db, version.id),
      verdict: last === undefined ? null : stateOfReview(last.to),
      notes: notes.filter(({ versionId }) => versionId === version.id).map(toNote),
    }
  })
}

/** The video of a version: the first file that was attached to it. */
export function fileOf(context: WorkspaceContext, db: ReadableDb, versionId: string): ReviewVersion['file'] {
  const [file] = attachmentsOf(db, 'reviewVersions', versionId)
  if (file === undefined) return null
  const { id: attachmentId, name, mime, size, sha256 } = file
  return { attachmentId, name, mime, size, sha256, state: blobState(context.host.current().workspace, file) }
}

export function toNote({ audience, done, ...note }: NoteRow): ReviewNote {
  // What says nothing about whom it is for is not shown to creators.
  return { ...note, audience: audience === 'creator' ? 'creator' : 'internal', done: done === 1 }
}

function briefOf(db: ReadableDb, { shopId, campaignId, creatorId }: ReviewRecord): Review['brief'] {
  const merged = mergedCreators(db)
  const creatorIds = creatorId === null ? [] : withOtherNames(merged, [merged.get(creatorId) ?? creatorId])
  const brief = briefFor(db, { shopId: shopId ?? '', campaignId, creatorIds })
  return brief === undefined
    ? null
    : { title: brief.title, version: brief.version, body: readBriefBody(parsed(brief.body)) }
}

function claimsOf(
  context: WorkspaceContext,
  db: ReadableDb,
  { shopId, productId, market }: ReviewRecord,
): Review['claims'] {
  if (shopId === null) return []
  const { mustSay, disclosure, forbidden, allowed } = claimSheetInForce(db, {
    shopId,
    productId: productId ?? EVERY,
    market: market ?? findShop(db, shopId).market,
    day: today(context),
  })
  return [...mustSay, ...disclosure, ...forbidden, ...allowed].map(({ id, kind, text, known, proof }) => ({
    id,
    kind,
    text,
    proof,
    known: [...known],
  }))
}

function readChecklist(json: string | null): Review['checklist'] {
  const read = parsed(json)
  if (typeof read !== 'object' || read === null) return { ticked: [], disclosed: null }
  const disclosed = 'disclosed' in read && typeof read.disclosed === 'boolean' ? read.disclosed : null
  return { ticked: 'ticked' in read ? onlyTexts(read.ticked) : [], disclosed }
}

function texts(json: string | null): string[] {
  return onlyTexts(parsed(json))
}

function onlyTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** What a merge or a file left unreadable counts as nothing. */
function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return null
  }
}
