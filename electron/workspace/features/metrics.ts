/** What sources say of creators in figures: lists imported, with source, period and age; trends. */

import { ENTITIES } from '../../../shared/sync/registry'
import {
  type CreatorListRow,
  findCreatorList,
  listCreatorLists,
  listPresets,
} from '../../../db/repositories/creator-lists'
import { importAuthors } from '../../../db/repositories/imports'
import { categoriesOf, observationsOf, observationsOfAll } from '../../../db/repositories/metrics'
import { deleteRecord, getRecord } from '../../../db/repositories/records'
import { type CreatorList, ListCounts } from '../../../shared/contract/metrics'
import { disagree, figuresBySource, type Observation } from '../../../shared/domain/metrics'
import { trendsOf } from '../../../shared/domain/trends'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { findListHead, foundList, readMapping, sourceOf } from '../creator-lists/head'
import { importList, previewList } from '../creator-lists/import-list'
import { openAnyTable } from '../list-files/open'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { put, write } from '../support'

export const metrics = {
  inspect: os.metrics.inspect.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    return foundList(findListHead(db, await openAnyTable(input)))
  }),

  preview: os.metrics.preview.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => previewList(context, input, reporter))),
  ),
  run: os.metrics.run.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => importList(context, input, reporter))),
  ),

  lists: os.metrics.lists.handler(({ input: { shopId }, context }) => {
    const { db } = context.host.current().workspace
    const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
    const authors = importAuthors(db, ENTITIES.creatorLists.n)
    return listCreatorLists(db)
      .filter((list) => shopId === undefined || list.shopId === shopId)
      .map((list) => toList(list, shops, authors))
  }),

  takeBack: os.metrics.takeBack.handler(async ({ input: { listId }, context }) => {
    const { deleted, fileName } = listOf(context, listId)
    if (deleted === 0) {
      await write(context, 'metrics.takeBack', fileName ?? '', (tx) => deleteRecord(tx, 'creatorLists', listId))
    }
    return {}
  }),
  bringBack: os.metrics.bringBack.handler(async ({ input: { listId }, context }) => {
    const { deleted, fileName } = listOf(context, listId)
    if (deleted === 1) {
      await write(context, 'metrics.bringBack', fileName ?? '', (tx) => put(context, tx, 'creatorLists', listId, {}))
    }
    return {}
  }),

  presets: os.metrics.presets.handler(({ context }) => {
    const { db } = context.host.current().workspace
    return listPresets(db).map(({ id, name, source, currency, market, mapping }) => ({
      id,
      name: name ?? '',
      source: sourceOf(source),
      currency,
      market,
      columns: [...readMapping(mapping)].map(([header, target]) => ({ header, target })),
    }))
  }),
  forgetPreset: os.metrics.forgetPreset.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const name = getRecord(db, 'importPresets', id)['name']
    await write(context, 'metrics.forgetPreset', typeof name === 'string' ? name : '', (tx) =>
      deleteRecord(tx, 'importPresets', id),
    )
    return {}
  }),

  ofCreator: os.metrics.ofCreator.handler(({ input: { creatorId }, context }) => {
    const said = figuresBySource(ownObservations(context, creatorId), context.now())
    return [...said].map(([name, all]) => {
      const [first, ...others] = all
      return {
        name,
        disagrees: first !== undefined && others.some((other) => disagree(name, first, other)),
        said: [...all],
      }
    })
  }),

  trend: os.metrics.trend.handler(({ input: { creatorId, name }, context }) => {
    const { db } = context.host.current().workspace
    const merged = mergedCreators(db)
    const own = trendsOf(asOne(ownObservations(context, creatorId)), name)
    const category =
      categoriesOf(db, [merged.get(creatorId) ?? creatorId]).get(merged.get(creatorId) ?? creatorId) ?? null
    const of =
      category === null || own.length === 0 ? [] : trendsOf(ofCategories(context, category).get(category) ?? [], name)
    const windows = new Set(own.flatMap((series) => series.points.map((point) => windowKey(series, point))))
    const ofCategory = of
      .map((series) => ({ ...series, points: series.points.filter((point) => windows.has(windowKey(series, point))) }))
      .filter(({ points }) => points.length > 0)
    return { category, series: own.map(toSeries), ofCategory: ofCategory.map(toSeries) }
  }),

  byCategory: os.metrics.byCategory.handler(({ input: { name, shopId }, context }) =>
    [...ofCategories(context, null)]
      .map(([category, observations]) => ({
        category,
        series: trendsOf(
          observations.filter((one) => shopId === undefined || one.shopId === shopId),
          name,
        ).map(toSeries),
      }))
      .filter(({ series }) => series.length > 0)
      .toSorted((a, b) => (a.category < b.category ? -1 : 1)),
  ),
}

type Series = ReturnType<typeof trendsOf>[number]

function toSeries(series: Series) {
  return { ...series, points: series.points.map((point) => ({ ...point })) }
}

function windowKey({ source, shopId, currency, days }: Series, { from, to }: Series['points'][number]): string {
  return JSON.stringify([source, shopId, currency, days, from, to])
}

/** Of one person under all their names. */
function ownObservations(context: WorkspaceContext, creatorId: string): Observation[] {
  const { db } = context.host.current().workspace
  const merged = mergedCreators(db)
  const winner = merged.get(creatorId) ?? creatorId
  const others = [...merged].flatMap(([loser, end]) => (end === winner ? [loser] : []))
  return observationsOf(db, [winner, ...others])
}

/** Several names are one person: a window that two of them have is theirs once. */
function asOne(observations: readonly Observation[]): Observation[] {
  return observations.map((observation) => ({ ...observation, creatorId: '' }))
}

/** Observations by category of creator (of one alone, where it is given). */
function ofCategories(context: WorkspaceContext, only: string | null): ReadonlyMap<string, Observation[]> {
  const { db } = context.host.current().workspace
  const categories = categoriesOf(db, null)
  const found = new Map<string, Observation[]>()
  for (const [id, observations] of observationsOfAll(db, mergedCreators(db))) {
    const category = categories.get(id)
    if (category === undefined || (only !== null && category !== only)) continue
    const known = found.get(category) ?? []
    found.set(category, known)
    for (const observation of observations) known.push({ ...observation, creatorId: id })
  }
  return found
}

function listOf(context: WorkspaceContext, listId: string): CreatorListRow {
  const list = findCreatorList(context.host.current().workspace.db, listId)
  if (list === undefined) throw new AppError('record.notFound', { entity: 'creatorLists', id: listId })
  return list
}

const NO_COUNTS: ListCounts = {
  rows: 0,
  creators: 0,
  rejected: 0,
  skipped: 0,
  repeated: 0,
  newCreators: 0,
  otherNames: 0,
  newFigures: 0,
  filled: 0,
}

function toList(
  row: CreatorListRow,
  shops: ReadonlyMap<string, string>,
  authors: ReadonlyMap<string, string>,
): CreatorList {
  return {
    id: row.id,
    fileName: row.fileName ?? '',
    shopId: row.shopId,
    shopName: row.shopId === null ? null : (shops.get(row.shopId) ?? null),
    source: sourceOf(row.source),
    layout: row.layout ?? '',
    period: row.periodFrom !== null && row.periodTo !== null ? { from: row.periodFrom, to: row.periodTo } : null,
    importedAt: row.importedAt ?? 0,
    observedAt: row.observedAt ?? 0,
    author: authors.get(row.id) ?? '',
    counts: readCounts(row.counts),
    live: row.deleted === 0,
  }
}

function readCounts(json: string | null): ListCounts {
  try {
    const counts = ListCounts.safeParse(JSON.parse(json ?? 'null'))
    return counts.success ? counts.data : NO_COUNTS
  } catch {
    return NO_COUNTS
  }
}
