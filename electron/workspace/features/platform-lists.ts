/** Lists of products, videos and LIVEs as the platform exports them. */

import { figuresOfContents, figuresOfProducts } from '../../../db/repositories/content-figures'
import { importAuthors } from '../../../db/repositories/imports'
import { listPlatformLists, type PlatformListRow } from '../../../db/repositories/platform-lists'
import { type PlatformList, PlatformListCounts, type Said } from '../../../shared/contract/platform-lists'
import { type ContentObservation, newestFigures } from '../../../shared/domain/content-figures'
import { findCurrency } from '../../../shared/domain/currencies'
import { isPlatformListKind } from '../../../shared/domain/platform-lists/kinds'
import { ENTITIES } from '../../../shared/sync/registry'
import { openAnyTable } from '../list-files/open'
import { allShops } from '../lookups/shops'
import { foundTable, requirePlatformHead } from '../platform-lists/head'
import { importPlatformList, previewPlatformList } from '../platform-lists/import-list'
import { bringListBack, takeBackList } from '../platform-lists/take-back'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'

export const platformLists = {
  inspect: os.platformLists.inspect.handler(async ({ input }) =>
    foundTable(requirePlatformHead(await openAnyTable(input))),
  ),

  preview: os.platformLists.preview.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, (reporter) => previewPlatformList(context, input, reporter)),
    ),
  ),
  run: os.platformLists.run.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, (reporter) => importPlatformList(context, input, reporter)),
    ),
  ),

  list: os.platformLists.list.handler(({ input: { shopId }, context }) => {
    const { db } = context.host.current().workspace
    const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
    const authors = {
      productLists: importAuthors(db, ENTITIES.productLists.n),
      contentLists: importAuthors(db, ENTITIES.contentLists.n),
    }
    return listPlatformLists(db)
      .filter((list) => shopId === undefined || list.shopId === shopId)
      .map((list) => toList(list, shops, authors[list.entity]))
  }),

  remove: os.platformLists.remove.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, (reporter) => takeBackList(context, input.listId, reporter)),
    ),
  ),
  bringBack: os.platformLists.bringBack.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, (reporter) => bringListBack(context, input.listId, reporter)),
    ),
  ),

  ofContent: os.platformLists.ofContent.handler(({ input: { contentId }, context }) => {
    const said = figuresOfContents(context.host.current().workspace.db, [contentId])
    const files = new Map(said.map(({ listId, fileName, periodFrom }) => [listId, { fileName, periodFrom }]))
    return newestFigures(said).map((one) => toSaid({ ...one, ...files.get(one.listId) }))
  }),
  ofProduct: os.platformLists.ofProduct.handler(({ input: { shopId, productId }, context }) =>
    figuresOfProducts(context.host.current().workspace.db, shopId, [productId]).map(toSaid),
  ),
}

interface AnySaid extends Omit<ContentObservation, 'values'> {
  readonly fileName?: string
  readonly periodFrom?: string | null
  readonly values: Readonly<Partial<Record<string, number>>>
}

function toSaid({
  source,
  listId,
  fileName,
  productId,
  periodFrom,
  periodTo,
  observedAt,
  currency,
  values,
}: AnySaid): Said {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return {
    source,
    listId,
    fileName: fileName ?? '',
    productId,
    period: periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null,
    observedAt,
    currency: findCurrency(currency ?? '')?.code ?? null,
    values: Object.fromEntries(given),
  }
}

const NO_COUNTS: PlatformListCounts = {
  rows: 0,
  rejected: 0,
  skipped: 0,
  repeated: 0,
  things: 0,
  newThings: 0,
  newFigures: 0,
  creators: 0,
  newCreators: 0,
  filled: 0,
  skus: 0,
  newPrices: 0,
}

function toList(
  row: PlatformListRow,
  shops: ReadonlyMap<string, string>,
  authors: ReadonlyMap<string, string>,
): PlatformList {
  return {
    id: row.id,
    kind: row.source !== null && isPlatformListKind(row.source) ? row.source : null,
    fileName: row.fileName ?? '',
    shopId: row.shopId,
    shopName: row.shopId === null ? null : (shops.get(row.shopId) ?? null),
    layout: row.layout ?? '',
    period: row.periodFrom !== null && row.periodTo !== null ? { from: row.periodFrom, to: row.periodTo } : null,
    currency: findCurrency(row.currency ?? '')?.code ?? null,
    importedAt: row.importedAt ?? 0,
    observedAt: row.observedAt ?? 0,
    author: authors.get(row.id) ?? '',
    counts: readCounts(row.counts),
    live: row.deleted === 0,
  }
}

function readCounts(json: string | null): PlatformListCounts {
  try {
    const counts = PlatformListCounts.safeParse(JSON.parse(json ?? 'null'))
    return counts.success ? counts.data : NO_COUNTS
  } catch {
    return NO_COUNTS
  }
}
