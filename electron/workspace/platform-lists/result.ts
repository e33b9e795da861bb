/** What is answered about one list: counts, what to know, what to decide, the days it shares with others, its first rows. */

import type { ReadableDb } from '../../../db/database'
import { type PlatformListRow, shopsOfContents, shopsOfProducts } from '../../../db/repositories/platform-lists'
import type { PlatformListCounts, PlatformListResult } from '../../../shared/contract/platform-lists'
import { unpackContent } from '../../../shared/domain/content-figures'
import { periodsOverlap } from '../../../shared/domain/creator-lists'
import type { PlatformWarning } from '../../../shared/domain/platform-lists/findings'
import { unpackProduct } from '../../../shared/domain/product-figures'
import { allShops } from '../lookups/shops'
import type { ContentPlan } from './plan-contents'
import type { ProductPlan } from './plan-products'
import type { ReadPlatformList } from './read'
import type { PlatformSource } from './source'

const SAMPLE_ROWS = 20
const IDS_ASKED = 20_000

export interface PlatformPlan {
  readonly lists: readonly PlatformListRow[]
  readonly contents: ContentPlan | null
  readonly products: ProductPlan | null
  readonly question: PlatformListResult['question']
}

export function countsOf(read: ReadPlatformList, { contents, products }: PlatformPlan): PlatformListCounts {
  const posts = [...(contents?.posts.values() ?? [])]
  return {
    rows: read.rows,
    rejected: read.refused.count,
    skipped: read.skipped,
    repeated: read.repeated,
    things: posts.length + (products?.products.length ?? 0),
    newThings:
      posts.filter(({ state }) => state !== 'alive').length +
      (products?.products.filter(({ state }) => state !== 'alive').length ?? 0),
    newFigures: (contents ?? products)?.newFigures ?? 0,
    creators: contents?.creators.size ?? 0,
    newCreators: contents?.newCreators ?? 0,
    filled: (contents ?? products)?.filled ?? 0,
    skus: products?.skus.filter(({ read: { skuId } }) => skuId !== '*').length ?? 0,
    newPrices: products?.newPrices ?? 0,
  }
}

/** Whether importing the list would change anything. */
export function bringsNothing(counts: PlatformListCounts, { products }: PlatformPlan): boolean {
  const newSkus = products?.skus.some(({ known }) => known === null) ?? false
  return counts.newThings + counts.newFigures + counts.newCreators + counts.filled + counts.newPrices === 0 && !newSkus
}

export function resultOf(
  source: PlatformSource,
  read: ReadPlatformList,
  plan: PlatformPlan,
  listId: string | null,
): PlatformListResult {
  const { table, head, currency, period } = source
  const overlaps = overlapsOf(source, plan)
  return {
    ...countsOf(read, plan),
    file: table.path,
    content: table.content,
    kind: head.kind,
    layout: head.layout.name,
    language: head.layout.language,
    container: table.container,
    currency: currency.code,
    period,
    headers: [...head.headers],
    columns: [...head.columns],
    rejects: read.refused.kept
      .toSorted((a, b) => a.row - b.row)
      .map((reject) => ({ ...reject, cells: [...reject.cells] })),
    warnings: warningsOf(source, read, plan, overlaps),
    question: plan.question,
    overlaps,
    sample: sampleOf(read),
    listId,
  }
}

function sampleOf({ contents, products }: ReadPlatformList): PlatformListResult['sample'] {
  const posts = [...(contents?.figures.values() ?? [])]
    .slice(0, SAMPLE_ROWS)
    .map(({ content, productId, packed, kept }) => ({
      row: kept.row,
      creator: content.creator.handle || content.creator.displayName,
      ...(content.videoId === null ? {} : { videoId: content.videoId }),
      title: content.title,
      postedDay: content.postedDay,
      postedAt: content.postedAt,
      ...(productId === null ? {} : { productId }),
      ...unpackContent(packed),
    }))
  if (contents) return posts
  const listed = [...(products?.products.values() ?? [])].slice(0, SAMPLE_ROWS)
  const skus = [...(products?.skus.values() ?? [])]
  return listed.map(({ row, productId, fields }) => ({
    row,
    productId,
    ...fields,
    ...pick(skus.find((sku) => sku.productId === productId)),
    ...unpackProduct(products?.figures.get(productId)?.packed ?? null),
  }))
}

function pick(
  sku: { readonly skuId: string; readonly price: number | null; readonly listedStock: number | null } | undefined,
) {
  return sku === undefined ? {} : { skuId: sku.skuId, price: sku.price, listedStock: sku.listedStock }
}

/** Living lists of the same shop and kind that share days with this one. */
function overlapsOf(
  { period, shop, head, listId }: PlatformSource,
  { lists }: PlatformPlan,
): PlatformListResult['overlaps'] {
  if (period === null) return []
  return lists.flatMap((list) => {
    const { periodFrom: from, periodTo: to } = list
    const isOther = list.id !== listId && list.deleted === 0 && list.shopId === shop.id && list.source === head.kind
    return isOther && from !== null && to !== null && periodsOverlap(period, { from, to })
      ? [{ listId: list.id, file: list.fileName ?? '', from, to }]
      : []
  })
}

function warningsOf(
  { head, table, listId }: PlatformSource,
  { rules }: ReadPlatformList,
  { lists, contents, products }: PlatformPlan,
  overlaps: PlatformListResult['overlaps'],
): PlatformListResult['warnings'] {
  const warn = (code: PlatformWarning, detail: string) => ({ code, detail })
  const count = (code: PlatformWarning, many: number | undefined) =>
    many === undefined || many === 0 ? [] : [warn(code, String(many))]
  const same = lists.filter(
    ({ id, deleted, counts }) => id !== listId && deleted === 0 && counts?.includes(table.content) === true,
  )
  const again = lists.some(({ id, deleted }) => id === listId && deleted === 0)
  const fractions = [...rules.scales].filter(([, scale]) => scale === 'fraction').map(([name]) => name)
  return [
    ...(again ? [warn('alreadyImported', table.name)] : []),
    ...same.map(({ fileName }) => warn('sameFileOtherShop', fileName ?? '')),
    ...overlaps.map(({ file, from, to }) => warn('overlapsList', `${file} · ${from} – ${to}`)),
    ...(products?.isOlder ? [warn('olderThanKnown', '')] : []),
    ...head.averages.map((header) => warn('dailyAverage', header)),
    ...head.unknown.map((header) => warn('unknownColumn', header)),
    ...fractions.map((name) => warn('ratioScaleAssumed', head.headers[head.columns.indexOf(name)] ?? name)),
    ...(rules.dateOrderAssumed ? [warn('dateOrderAssumed', rules.dateOrder)] : []),
    ...count('erasedCreators', contents?.erased),
    ...count('withoutCreator', contents?.withoutCreator),
    ...count('creatorDiffers', contents?.creatorDiffers),
    ...count('nameDiffers', products?.nameDiffers),
    ...(table.encodingCertain ? [] : [warn('encodingAssumed', 'gb18030')]),
  ]
}

/** Why the list looks like another shop's: its currency, or products and posts that only another shop is known for. */
export function questionOf(
  db: ReadableDb,
  source: PlatformSource,
  read: ReadPlatformList,
): PlatformListResult['question'] {
  const { head, shop, input } = source
  const shops = allShops(db)
  const nameOf = (id: string | null) => shops.find((each) => each.id === id)?.name ?? ''
  if (head.currency !== null && head.currency !== shop.currency && input.currency === undefined) {
    const fitting = shops.filter(({ currency, archived }) => currency === head.currency && !archived)
    const shopId = fitting.length === 1 ? (fitting[0]?.id ?? null) : null
    return { reason: 'currency', shopId, shopName: nameOf(shopId), detail: head.currency }
  }
  const productIds = read.products
    ? [...read.products.products.keys()]
    : [...new Set([...(read.contents?.figures.values() ?? [])].flatMap(({ productId }) => productId ?? []))]
  const videoIds = [...(read.contents?.contents.values() ?? [])].flatMap(({ videoId }) => videoId ?? [])
  const asked = [
    ['products', shopsOfProducts(db, productIds.slice(0, IDS_ASKED))],
    ['posts', shopsOfContents(db, videoIds.slice(0, IDS_ASKED))],
  ] as const
  for (const [reason, counted] of asked) {
    const here = counted.find(([id]) => id === shop.id)?.[1] ?? 0
    const [most] = counted.filter(([id]) => id !== shop.id && nameOf(id) !== '').toSorted(([, a], [, b]) => b - a)
    if (most !== undefined && most[1] > here) {
      return { reason, shopId: most[0], shopName: nameOf(most[0]), detail: String(most[1]) }
    }
  }
  return null
}
