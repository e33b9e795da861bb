/** What a row writes of a sample and its parcels: all of a new one, of a known one only what nobody filled. */

import type { Fields } from '../../../db/repositories/record-puts'
import type { KnownSample } from '../../../db/repositories/sample-files'
import type { SampleFileKind } from '../../../shared/domain/sample-rows'
import type { DatedSample, KnownOfShop } from './known'
import type { PlannedParcel, PlannedSample } from './planned'

export function newFields(
  { row, shop, product, creatorId: creator }: Pick<PlannedSample, 'row' | 'shop' | 'product' | 'creatorId'>,
  kind: SampleFileKind,
): Fields {
  const { skuId, variation, quantity, collaboration, requestedAt, applicationId, orderId, platformStatus } = row
  const { recipient, phone, address, dueDay, note } = row
  return withoutNulls({
    shopId: shop.id,
    creatorId: creator,
    productId: product.productId,
    skuId,
    variation,
    quantity,
    kind: row.kind,
    collaboration,
    requestedAt,
    applicationId,
    orderId,
    platformStatus,
    recipient,
    phone,
    address,
    dueDay,
    note,
    source: kind === 'template' ? 'template' : 'orders',
  })
}

/** Cells that are filled where nothing is known. A number of the platform that is there is never written over. */
const FILLED = [
  'skuId',
  'variation',
  'kind',
  'collaboration',
  'requestedAt',
  'applicationId',
  'orderId',
  'recipient',
  'phone',
  'address',
  'dueDay',
  'note',
] as const

export function changedFields(
  { row, product }: Pick<PlannedSample, 'row' | 'product'>,
  known: KnownSample,
  isOnwards: boolean,
): Fields {
  const filled = FILLED.flatMap((field) => {
    const said = row[field]
    return said !== null && (known[field] === null || known[field] === '') ? [[field, said] as const] : []
  })
  const status = row.platformStatus
  const isNews = status !== null && status !== known.platformStatus && (isOnwards || known.platformStatus === null)
  // The SKU's number stood in for the product until somebody knew better.
  const isNamed = product.isSure && known.productId !== product.productId && known.productId === known.skuId
  return {
    ...Object.fromEntries(filled),
    ...(isNews && { platformStatus: status }),
    ...(isNamed && { productId: product.productId }),
  }
}

export function parcelsOf({ parcels, dates }: DatedSample, known: KnownOfShop, sampleId: string): PlannedParcel[] {
  const before = known.parcelsOf(sampleId)
  // Of several parcels a row does not say which was sent and came when.
  const times = parcels.length > 1 ? {} : { shippedAt: dates.shipped ?? null, deliveredAt: dates.delivered ?? null }
  return parcels.flatMap(({ tracking, carrier }, at) => {
    const said = withoutNulls({ carrier, ...times })
    const same = before.find((parcel) => parcel.tracking === tracking)
    if (same === undefined) return [{ tracking, fields: said, isSecond: before.length + at > 0 }]
    const blank = { carrier: same.carrier, shippedAt: same.shippedAt, deliveredAt: same.deliveredAt }
    const fields = Object.fromEntries(
      Object.entries(said).filter(([field]) =>
        Object.entries(blank).some(([one, cell]) => one === field && cell === null),
      ),
    )
    return Object.keys(fields).length === 0 ? [] : [{ tracking, fields, isSecond: false }]
  })
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
}
