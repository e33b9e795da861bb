/** Writes what a list says, slice by slice inside an open import. */

import type { WritableDb } from '../../../db/database'
import { Pacer } from '../../../db/facts/pacer'
import { openCreatorWriter, openPostWriter } from '../../../db/repositories/list-writers'
import { openProductWriter, type SkuField } from '../../../db/repositories/product-writer'
import { putRecord } from '../../../db/repositories/records'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'
import type { CollectedContents } from './contents'
import { CHUNK, type ContentPlan, figuresId } from './plan-contents'
import { type PlannedProduct, type PlannedSku, productFiguresId, type ProductPlan } from './plan-products'
import { CATALOGUE_FIELDS, type CollectedProducts } from './products'
import type { PlatformSource } from './source'

export async function writeContents(
  tx: WritableDb,
  source: PlatformSource,
  read: CollectedContents,
  plan: ContentPlan,
  reporter: Reporter,
): Promise<void> {
  const pace = paceOf(source, plan.creators.size + plan.posts.size + read.figures.size, reporter)
  const creator = openCreatorWriter(tx)
  const number = tx.$client.prepare('UPDATE creators SET platform_id = ? WHERE id = ?')
  for (const [id, { handle, platformId }] of plan.creators) {
    creator(id, handle)
    if (platformId !== null) number.run(platformId, id)
    await pace()
  }
  const writer = openPostWriter(tx, source.listId)
  for (const [id, { read: content, state, values, fills }] of plan.posts) {
    if (state === 'new') writer.add(id, content.kind, content.videoId, values)
    if (state === 'deleted') writer.back(id)
    for (const field of fills) {
      const value = values[field]
      if (value !== null) writer.fill(id, field, value)
    }
    await pace()
  }
  for (const figures of read.figures.values()) {
    const { content, productId, packed } = figures
    if (plan.posts.has(content.id)) writer.figures(figuresId(source.listId, figures), content.id, productId, packed)
    await pace()
  }
}

export async function writeProducts(
  context: WorkspaceContext,
  tx: WritableDb,
  source: PlatformSource,
  read: CollectedProducts,
  plan: ProductPlan,
  reporter: Reporter,
): Promise<void> {
  const { listId, shop, currency, period, observedAt, head } = source
  const pace = paceOf(source, plan.products.length + plan.skus.length + read.figures.size, reporter)
  const writer = openProductWriter(tx, {
    listId,
    shopId: shop.id,
    source: head.kind,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    observedAt,
    currency: currency.code,
  })
  for (const product of plan.products) {
    writeProduct(writer, shop.id, product)
    await pace()
  }
  for (const sku of plan.skus) {
    if (sku.read.skuId !== '*') writeSku(writer, shop.id, sku, plan.isOlder)
    if (sku.price !== null) {
      const { productId, skuId } = sku.read
      const price = { shopId: shop.id, productId, skuId, fromDay: plan.fromDay, price: sku.price }
      putRecord(tx, 'productPrices', null, { ...price, currency: currency.code, listId }, context.now())
    }
    await pace()
  }
  for (const { productId, packed } of read.figures.values()) {
    writer.figures(productFiguresId(listId, productId), productId, packed)
    await pace()
  }
}

function writeProduct(
  writer: ReturnType<typeof openProductWriter>,
  shopId: string,
  { read, state, fields }: PlannedProduct,
): void {
  if (state === 'new') writer.add(read.id, shopId, read.productId)
  if (state === 'deleted') writer.back(read.id)
  for (const field of CATALOGUE_FIELDS) if (fields[field] !== undefined) writer.field(read.id, field, fields[field])
}

/** What people may have put right is only filled; the stock for sale is what the youngest list says. */
function writeSku(
  writer: ReturnType<typeof openProductWriter>,
  shopId: string,
  { read, known }: PlannedSku,
  isOlder: boolean,
): void {
  const { id, productId, skuId } = read
  if (known === null) writer.addSku({ id, shopId, productId, skuId })
  else if (known.deleted === 1) writer.backSku(id)
  const fields: readonly SkuField[] = ['sellerSku', 'variation', 'weightGrams', 'listedStock']
  for (const field of fields) {
    const said = read[field]
    const shown = known?.[field] ?? null
    const isRenewed = field === 'listedStock' && !isOlder
    if (said !== null && said !== shown && (shown === null || isRenewed)) writer.skuField(id, field, said)
  }
}

function paceOf({ table }: PlatformSource, total: number, { checkWanted, report }: Reporter): () => Promise<void> {
  const pacer = new Pacer()
  let done = 0
  return async () => {
    done += 1
    if (done % CHUNK === 0) {
      checkWanted()
      report({ step: 'write', done, total, detail: table.name })
    }
    await pacer.breathe()
  }
}
