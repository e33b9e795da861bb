/** What was posted: matched to samples, checked, audited. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import {
  checksOf,
  contentIds,
  CONTENT_SORTS,
  type ContentFilter,
  type ContentRow,
  contentRows,
  countContents,
  listViolations,
  pageContents,
  type ViolationRow,
  videoRecordId,
} from '../../../db/repositories/content'
import { keepCreator } from '../../../db/repositories/creators'
import { deleteRecord, getRecord } from '../../../db/repositories/records'
import { type Content, CONTENT_VIEWS, type Violation, VIOLATION_STATES } from '../../../shared/contract/content'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { byFigure, FIGURE_SORTS } from '../lookups/content-figures'
import { toCheck, toContents } from '../lookups/contents'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { givePosts, takePost } from '../posting/give'
import { judgePosts, postsNamed } from '../posting/judge'
import { previewLinks } from '../posting/links'
import { os } from '../serve'
import { put, write } from '../support'

export const content = {
  list: os.content.list.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const { shopId, search, view, offset, limit, sort, filters } = input
    const filter: ContentFilter = { shopId, search, view, creatorIds: namesOf(db, input.creatorId) }
    const [first] = sort
    const { rows, total } = pageOf(db, filter, { offset, limit, field: first?.field, descending: first?.descending })
    return {
      rows: toContents(db, rows, context.now()),
      total,
      counts: Object.fromEntries(
        CONTENT_VIEWS.map((one) => [one, countContents(db, { ...filter, view: one })]),
      ) as Record<(typeof CONTENT_VIEWS)[number], number>,
      left: [...filters.map(({ field }) => field), ...(first && !isSort(first.field) ? [first.field] : [])],
    }
  }),

  get: os.content.get.handler(({ input: { id }, context }) => contentNamed(context, id)),

  put: os.content.put.handler(async ({ input: { id, fields }, context }) => {
    const before = contentNamed(context, id)
    await write(context, 'content.update', titleOf(before), (tx) => put(context, tx, 'contents', id, fields))
    return contentNamed(context, id)
  }),

  preview: os.content.preview.handler(({ input: { text, shopId }, context }) => ({
    links: previewLinks(context.host.current().workspace, text, shopId, context.now()),
  })),

  add: os.content.add.handler(({ input: { links, shopId }, context }) =>
    write(context, 'content.add', String(links.length), (tx) => {
      const known = new Set(
        contentRows(
          tx,
          links.map(({ videoId }) => videoRecordId(videoId)),
        ).map(({ id }) => id),
      )
      const ids = links.map((link) => addLink(context, tx, link, shopId))
      const given = links.flatMap(({ sampleId }, at) => {
        const contentId = ids[at]
        return sampleId === null || contentId === undefined ? [] : [{ contentId, sampleId, postedAt: null }]
      })
      givePosts(context, tx, given, 'person')
      return { added: ids.filter((id) => !known.has(id)).length, given: given.length, ids }
    }),
  ),

  judge: os.content.judge.handler(({ input: { posts: ids, verdict, note }, context }) => {
    const posts = postsNamed(context.host.current().workspace.db, ids)
    const [first] = posts
    const subject = posts.length === 1 && first ? titleOf(contentNamed(context, first.contentId)) : String(posts.length)
    return write(context, 'content.judge', `${subject} → ${verdict}`, (tx) => ({
      judged: posts.length,
      verified: judgePosts(context, tx, posts, { verdict, note }),
    }))
  }),

  give: os.content.give.handler(async ({ input: { contentId, sampleId, give }, context }) => {
    const found = contentNamed(context, contentId)
    await write(context, give ? 'content.give' : 'content.take', titleOf(found), (tx) => {
      getRecord(tx, 'samples', sampleId)
      if (give) givePosts(context, tx, [{ contentId, sampleId, postedAt: found.postedAt }], 'person')
      else takePost(context, tx, contentId, sampleId)
    })
    return {}
  }),

  checks: os.content.checks.handler(({ input: { contentId }, context }) =>
    checksOf(context.host.current().workspace.db, [contentId]).map(toCheck),
  ),

  check: os.content.check.handler(async ({ input: { fields }, context }) => {
    const found = contentNamed(context, fields.contentId)
    const at = context.now()
    const id = await write(context, 'content.check', titleOf(found), (tx) =>
      put(context, tx, 'contentChecks', null, { ...fields, at, person: context.author() }),
    )
    const saved = checksOf(context.host.current().workspace.db, [fields.contentId]).find((check) => check.id === id)
    if (saved === undefined) throw new AppError('record.notFound', { entity: 'contentChecks', id })
    return toCheck(saved)
  }),

  violations: os.content.violations.handler(({ input: { shopId, contentId, creatorId: creator }, context }) => {
    const { db } = context.host.current().workspace
    const creatorIds = namesOf(db, creator ?? null)
    return listViolations(db, {
      shopId,
      ...(contentId !== undefined && { contentIds: [contentId] }),
      ...(creatorIds !== null && { creatorIds }),
    }).map(toViolation)
  }),

  putViolation: os.content.putViolation.handler(async ({ input: { id, fields }, context }) => {
    const saved = await write(
      context,
      id ? 'content.updateViolation' : 'content.addViolation',
      fields.rule ?? '',
      (tx) => {
        if (fields.creatorId) keepCreator(tx, fields.creatorId)
        return put(context, tx, 'violations', id ?? null, fields)
      },
    )
    return violationNamed(context.host.current().workspace.db, saved)
  }),

  removeViolation: os.content.removeViolation.handler(async ({ input: { id }, context }) => {
    const { rule } = violationNamed(context.host.current().workspace.db, id)
    await write(context, 'content.removeViolation', rule, (tx) => deleteRecord(tx, 'violations', id))
    return {}
  }),
}

const isSort = (field: string): boolean =>
  CONTENT_SORTS.some((one) => one === field) || FIGURE_SORTS.some((one) => one === field)

interface Wish {
  readonly offset: number
  readonly limit: number
  readonly field: string | undefined
  readonly descending: boolean | undefined
}

/** One page, newest first unless something else is asked for that can be sorted by. */
function pageOf(db: ReadableDb, filter: ContentFilter, { offset, limit, field, descending }: Wish) {
  const figure = FIGURE_SORTS.find((one) => one === field)
  if (figure !== undefined) {
    const ids = byFigure(db, contentIds(db, filter), figure, descending ?? false)
    const page = ids.slice(offset, offset + limit)
    const rows = new Map(contentRows(db, page).map((row) => [row.id, row]))
    return { rows: page.flatMap((id) => rows.get(id) ?? []), total: ids.length }
  }
  const by = CONTENT_SORTS.find((one) => one === field)
  return pageContents(db, filter, {
    offset,
    limit,
    sort: by ?? 'postedAt',
    descending: by === undefined ? true : (descending ?? false),
  })
}

interface Link {
  readonly videoId: string
  readonly handle: string
  readonly url: string
}

function addLink(
  context: WorkspaceContext,
  tx: WritableDb,
  { videoId, handle, url }: Link,
  shopId: string | null,
): string {
  const id = videoRecordId(videoId)
  const [known] = contentRows(tx, [id])
  const creator = put(context, tx, 'creators', null, { handle })
  keepCreator(tx, creator)
  // What a list or a person said before holds; a link adds what was not known.
  const fields = {
    kind: 'video',
    contentId: videoId,
    creatorId: known?.creatorId ?? creator,
    url: known?.url ?? url,
    ...((known?.shopId ?? shopId) !== null && { shopId: known?.shopId ?? shopId }),
  }
  put(context, tx, 'contents', id, fields)
  return id
}

function contentNamed(context: WorkspaceContext, id: string): Content {
  const { db } = context.host.current().workspace
  const [found] = toContents(db, contentRows(db, [id]), context.now())
  if (found === undefined) throw new AppError('record.notFound', { entity: 'contents', id })
  return found
}

function titleOf({ title, contentId, handle }: Pick<ContentRow, 'title' | 'contentId' | 'handle'>): string {
  return title ?? (handle === null ? (contentId ?? '') : `@${handle}`)
}

/** All records of one person; null: of anybody. */
function namesOf(db: ReadableDb, id: string | null): readonly string[] | null {
  return id === null ? null : withOtherNames(mergedCreators(db), [id])
}

function toViolation(row: ViolationRow): Violation {
  return { ...row, state: VIOLATION_STATES.find((state) => state === row.state) ?? 'open' }
}

function violationNamed(db: ReadableDb, id: string): Violation {
  const found = listViolations(db, { shopId: null }).find((row) => row.id === id)
  if (found === undefined) throw new AppError('record.notFound', { entity: 'violations', id })
  return toViolation(found)
}
