/** What is to be taken from the shelf and sent to whom. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { type PackRow, samplesToPack } from '../../../db/repositories/sample-packing'
import type { PackSample, PickGroup, PickList } from '../../../shared/contract/sample-files'
import type { Shop } from '../../../shared/contract/shops'
import { threeLines } from '../../../shared/domain/addresses'
import { sampleCode } from '../../../shared/domain/sample-codes'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { openStock } from '../lookups/stock'
import { parcelsBySample } from './labels'

export function pickList(db: ReadableDb, shopId: string | null): PickList {
  const rows = samplesToPack(db, shopId)
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const merged = mergedCreators(db)
  const handles = handlesOf(db, [...new Set(rows.map(({ creatorId }) => merged.get(creatorId) ?? creatorId))])
  const parcels = parcelsBySample(db, shopId)
  const stock = openStock(db, shopId === null ? {} : { shopId })
  const groups = new Map<string, PickGroup>()
  for (const row of rows) {
    const shop = shops.get(row.shopId)
    if (shop === undefined) continue
    const person = merged.get(row.creatorId) ?? row.creatorId
    const sample = packSample(row, shop, handles.get(person) ?? '', parcels.get(row.id) ?? [])
    const key = JSON.stringify([row.shopId, row.productId, row.skuId ?? row.variation])
    const group = groups.get(key) ?? emptyGroup(key, row, shop, stock)
    const pieces = row.quantity
    groups.set(key, {
      ...group,
      toPack: group.toPack + (row.state === 'approved' ? pieces : 0),
      packed: group.packed + (row.state === 'packed' ? pieces : 0),
      samples: [...group.samples, sample],
    })
  }
  const byPlace = (a: PickGroup, b: PickGroup) =>
    a.shopName.localeCompare(b.shopName, 'en') || a.product.localeCompare(b.product, 'en') || (a.key < b.key ? -1 : 1)
  return { groups: [...groups.values()].toSorted(byPlace) }
}

function emptyGroup(key: string, row: PackRow, shop: Shop, stock: ReturnType<typeof openStock>): PickGroup {
  const known = stock.of(shop.id, row.productId)
  const line = known.lines.find(({ skuId }) => skuId === row.skuId)
  const { floorNew } = stock.floors(shop.id, row.productId)
  return {
    key,
    shopId: shop.id,
    shopName: shop.name,
    productId: row.productId,
    product: row.productName ?? row.productId,
    skuId: row.skuId,
    sellerSku: row.sellerSku,
    variation: row.variation,
    toPack: 0,
    packed: 0,
    onHand: known.known ? (line ?? known).onHand : null,
    floor: floorNew,
    samples: [],
  }
}

function packSample(row: PackRow, shop: Shop, handle: string, parcels: PackSample['parcels']): PackSample {
  return {
    id: row.id,
    shopId: shop.id,
    shopName: shop.name,
    handle,
    product: row.productName ?? row.productId,
    quantity: row.quantity,
    state: row.state === 'packed' ? 'packed' : 'approved',
    hold: row.hold === 1,
    orderId: row.orderId,
    code: sampleCode(row.id),
    parcels,
    creatorId: row.creatorId,
    productId: row.productId,
    skuId: row.skuId,
    variation: row.variation,
    applicationId: row.applicationId,
    requestedAt: row.requestedAt,
    recipient: row.recipient,
    phone: row.phone,
    address: row.address === null ? null : [...threeLines(row.address)],
    hasAddress: row.address !== null && row.address.trim() !== '',
    note: row.note,
  }
}
