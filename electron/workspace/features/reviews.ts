/** Scripts and videos that wait for a verdict, in the order of the time left. */

import { blobPath, hasBlob } from '../../../db/blob-store'
import { wantBlob } from '../../../db/blobs'
import { keepCreator } from '../../../db/repositories/creators'
import { placesOf } from '../../../db/repositories/pipelines'
import { deleteRecord } from '../../../db/repositories/records'
import { countReviews, findNote, ownRubrics, pageReviews, versionsOf } from '../../../db/repositories/reviews'
import { writeSetting } from '../../../db/repositories/settings'
import { feedbackLanguage, feedbackText } from '../../../shared/domain/feedback'
import { DEFAULT_RUBRIC, rubricOf } from '../../../shared/domain/grades'
import { languagesFor } from '../../../shared/domain/templates'
import { AppError } from '../../../shared/errors'
import type { ReviewNote } from '../../../shared/contract/reviews'
import type { ReadableDb } from '../../../db/database'
import { withProgress } from '../progress'
import { HOURS_KEY, openClockwork, readHours } from '../reviewing/hours'
import { linkOf, publish } from '../reviewing/publish'
import { recordOf, reviewOf, toNote, fileOf, versionOf } from '../reviewing/record'
import { recount } from '../reviewing/recount'
import { reviewRows, stateOfReview } from '../reviewing/rows'
import { stateBefore, stepReview } from '../reviewing/steps'
import { submit, suggestion, toFields } from '../reviewing/submit'
import { jobOf, os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'
import { findShop } from '../lookups/shops'

export const reviews = {
  list: os.reviews.list.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const { cursor, limit, queue, ...filter } = input
    const offset = readOffset(cursor)
    const page = pageReviews(db, { ...filter, queue: queue === 'all' ? null : queue }, { offset, limit })
    const { overdue, ...counts } = countReviews(db, filter, context.now())
    return {
      rows: reviewRows(context, db, page.rows),
      total: page.total,
      counts,
      overdue,
      nextCursor: nextOffset(offset, limit, page.total),
    }
  }),

  get: os.reviews.get.handler(({ input: { id }, context }) => reviewOf(context, id)),

  put: os.reviews.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { title, kind } = recordOf(db, id)
    if (fields.shopId !== undefined) findShop(db, fields.shopId)
    checkGrade(db, fields.shopId ?? recordOf(db, id).shopId, fields.grade)
    await write(context, 'reviews.update', title ?? kind ?? '', (tx) => {
      if (fields.creatorId) keepCreator(tx, fields.creatorId)
      return put(context, tx, 'reviews', id, toFields(fields))
    })
    return reviewOf(context, id)
  }),

  remove: os.reviews.remove.handler(async ({ input: { id }, context }) => {
    const { title, kind } = recordOf(context.host.current().workspace.db, id)
    await write(context, 'reviews.remove', title ?? kind ?? '', (tx) => deleteRecord(tx, 'reviews', id))
    return {}
  }),

  submit: os.reviews.submit.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, async (reporter) => reviewOf(context, await submit(context, input, reporter))),
    ),
  ),

  judge: os.reviews.judge.handler(async ({ input: { id, verdict, reason, versionId }, context }) => {
    const { title } = recordOf(context.host.current().workspace.db, id)
    await write(context, 'reviews.judge', `${title ?? ''} → ${verdict}`, (tx) => {
      // What is online is taken back first.
      const from = stateOfReview(recordOf(tx, id).state)
      if (from === 'published') throw new AppError('record.illegalStep', { entity: 'reviews', id, from, to: verdict })
      const judged = versionId === undefined ? versionsOf(tx, id).at(-1)?.id : versionOf(tx, versionId).id
      stepReview(context, tx, { id, to: verdict, versionId: judged ?? null, reason })
    })
    return reviewOf(context, id)
  }),

  takeBack: os.reviews.takeBack.handler(async ({ input: { id, reason }, context }) => {
    await write(context, 'reviews.takeBack', recordOf(context.host.current().workspace.db, id).title ?? '', (tx) => {
      const to = stateBefore(tx, id)
      if (to === null)
        throw new AppError('record.illegalStep', { entity: 'reviews', id, from: 'submitted', to: 'submitted' })
      if (recordOf(tx, id).contentId !== null) put(context, tx, 'reviews', id, { contentId: null })
      stepReview(context, tx, { id, to, versionId: versionsOf(tx, id).at(-1)?.id ?? null, reason })
    })
    return reviewOf(context, id)
  }),

  publish: os.reviews.publish.handler(async ({ input: { id, link, at }, context }) => {
    const read = linkOf(link)
    const sample = await write(context, 'reviews.publish', read.contentId, (tx) =>
      publish(context, tx, id, { link: read, at: at ?? context.now() }),
    )
    return { review: reviewOf(context, id), sample }
  }),

  addNote: os.reviews.addNote.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    versionOf(db, input.versionId)
    const id = await write(context, 'reviews.addNote', shortened(input.text), (tx) =>
      put(context, tx, 'reviewNotes', null, { ...input, person: context.author(), at: context.now() }),
    )
    return noteOf(db, id)
  }),

  putNote: os.reviews.putNote.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { text } = noteOf(db, id)
    const verb = fields.done === true && fields.text === undefined ? 'reviews.noteDone' : 'reviews.putNote'
    await write(context, verb, shortened(fields.text ?? text), (tx) => put(context, tx, 'reviewNotes', id, fields))
    return noteOf(db, id)
  }),

  removeNote: os.reviews.removeNote.handler(async ({ input: { id }, context }) => {
    const { text } = noteOf(context.host.current().workspace.db, id)
    await write(context, 'reviews.removeNote', shortened(text), (tx) => deleteRecord(tx, 'reviewNotes', id))
    return {}
  }),

  play: os.reviews.play.handler(async ({ input: { versionId }, context }) => {
    const { workspace } = context.host.current()
    const file = fileOf(context, workspace.db, versionOf(workspace.db, versionId).id)
    if (file === null) throw new AppError('record.notFound', { entity: 'attachments', id: versionId })
    if (!hasBlob(workspace.file, file)) {
      await wantBlob(workspace, file)
      context.host.notify(['attachments', 'reviewVersions'])
      throw new AppError('attachment.elsewhere', { id: file.attachmentId, name: file.name })
    }
    const { mime, name, size, sha256 } = file
    return { url: context.media.open({ path: blobPath(workspace.file, sha256), size, mime }), mime, name }
  }),

  feedback: os.reviews.feedback.handler(({ input: { id, language }, context }) => {
    const { db } = context.host.current().workspace
    const review = reviewOf(context, id)
    const [place] = review.creatorId === null ? [] : placesOf(db, [review.creatorId])
    // What was handed in is in her language; where nobody said which, she is asked for, then the market.
    const hers = review.language ?? place?.language ?? null
    const spoken = language ?? feedbackLanguage(languagesFor(hers, review.market ?? place?.market ?? null))
    const text = feedbackText(
      {
        name: review.handle,
        state: review.state,
        grade: review.grade,
        reasons: review.gradeReasons,
        notes: review.versionList.at(-1)?.notes ?? [],
        rubric: rubricOf(readRubrics(db), review.shopId),
      },
      spoken,
    )
    return { language: spoken, text }
  }),

  sent: os.reviews.sent.handler(async ({ input: { id, text }, context }) => {
    const { creatorId, shopId, title } = reviewOf(context, id)
    const touchId = await write(context, 'reviews.sent', title ?? '', (tx) => {
      put(context, tx, 'reviews', id, { feedback: text })
      if (creatorId === null) return null
      keepCreator(tx, creatorId)
      // Whoever reviews answers a creator that works with us: nobody's claim is touched by it.
      const contact = { creatorId, shopId, kind: 'sent', at: context.now(), text, person: context.author() }
      return put(context, tx, 'touches', null, contact)
    })
    return { touchId }
  }),

  rubric: os.reviews.rubric.handler(({ input: { shopId }, context }) =>
    rubricOf(readRubrics(context.host.current().workspace.db), shopId),
  ),

  putRubric: os.reviews.putRubric.handler(async ({ input: { shopId, rubric }, context }) => {
    const { db } = context.host.current().workspace
    const subject = shopId === null ? '' : findShop(db, shopId).name
    await write(context, 'reviews.putRubric', subject, (tx) =>
      put(context, tx, 'gradeRubrics', null, {
        key: shopId ?? DEFAULT_RUBRIC,
        grades: rubric === null ? null : JSON.stringify(rubric),
      }),
    )
    return rubricOf(readRubrics(db), shopId)
  }),

  hours: os.reviews.hours.handler(({ context }) => readHours(context.host.current().workspace.db)),

  putHours: os.reviews.putHours.handler(async ({ input: { hours, recount: all }, context }) => {
    await write(context, 'reviews.putHours', '', (tx) => {
      writeSetting(tx, HOURS_KEY, hours, context.now())
      if (all) recount(context, tx, hours)
    })
    context.host.notify(['reviews'])
    return hours
  }),

  suggest: os.reviews.suggest.handler(({ input: { shopId, market }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, shopId)
    const { market: _, ...suggested } = suggestion(context, openClockwork(context, db), shopId, market)
    return suggested
  }),
}

function readRubrics(db: ReadableDb): ReadonlyMap<string, unknown> {
  const parsed = new Map<string, unknown>()
  for (const [key, json] of ownRubrics(db)) {
    try {
      parsed.set(key, JSON.parse(json))
    } catch {
      // As if there were none.
    }
  }
  return parsed
}

function checkGrade(db: ReadableDb, shopId: string | null, grade: string | null | undefined): void {
  if (grade === null || grade === undefined) return
  if (!rubricOf(readRubrics(db), shopId).grades.some(({ key }) => key === grade)) {
    throw new AppError('record.invalid', { entity: 'reviews', field: 'grade', reason: 'unknown' })
  }
}

function noteOf(db: ReadableDb, id: string): ReviewNote {
  const row = findNote(db, id)
  if (row === undefined) throw new AppError('record.notFound', { entity: 'reviewNotes', id })
  return toNote(row)
}

/** What a step about a note is called. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
