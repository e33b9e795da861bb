/** Samples as they are named beside a number, on a list and on a label. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { parcelNumbers, trackableSamples, type TrackableRow } from '../../../db/repositories/sample-packing'
import type { SampleLabel } from '../../../shared/contract/sample-files'
import { isSampleState, type SampleState } from '../../../shared/domain/samples'
import { sampleCode } from '../../../shared/domain/sample-codes'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'

export type Parcels = ReadonlyMap<string, SampleLabel['parcels']>

export function parcelsBySample(db: ReadableDb, shopId: string | null): Parcels {
  const found = new Map<string, SampleLabel['parcels']>()
  for (const [sampleId, tracking, carrier] of parcelNumbers(db, shopId)) {
    const parcels = found.get(sampleId) ?? []
    parcels.push({ tracking, carrier })
    found.set(sampleId, parcels)
  }
  return found
}

/** A sample of the shop with the creator that stands for whom it names, and all their names. */
export interface Trackable extends TrackableRow {
  readonly person: string
  readonly market: string
  readonly at: SampleState
  readonly label: SampleLabel
}

export function trackables(db: ReadableDb, shopId: string | null): readonly Trackable[] {
  const rows = trackableSamples(db, shopId)
  const merged = mergedCreators(db)
  const parcels = parcelsBySample(db, shopId)
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const handles = handlesOf(db, [...new Set(rows.map(({ creatorId }) => merged.get(creatorId) ?? creatorId))])
  return rows.map((row) => {
    const person = merged.get(row.creatorId) ?? row.creatorId
    const shop = shops.get(row.shopId)
    const at = isSampleState(row.state) ? row.state : 'requested'
    const label = {
      id: row.id,
      shopId: row.shopId,
      shopName: shop?.name ?? '',
      handle: handles.get(person) ?? '',
      product: row.product,
      quantity: row.quantity,
      state: at,
      hold: row.hold === 1,
      orderId: row.orderId,
      code: sampleCode(row.id),
      parcels: parcels.get(row.id) ?? [],
    }
    return { ...row, person, market: shop?.market ?? '', at, label }
  })
}
