/** The ledger as our template: what is written can be taken in again and changes nothing. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { videosOfSamples } from '../../../db/repositories/sample-exports'
import { parcelRows, sampleDates, sampleRows, type SampleRow } from '../../../db/repositories/samples'
import { dayInZone, minuteInZone } from '../../../shared/domain/days'
import { statusCell } from '../../../shared/domain/sample-statuses'
import { TEMPLATE_COLUMNS, type TemplateColumn } from '../../../shared/domain/sample-template'
import { isSampleState } from '../../../shared/domain/samples'
import { type TableFormat, writeTable } from '../exporting/write-table'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'

/** The header alone. */
export function writeEmptyTemplate(file: string, format: TableFormat): Promise<{ file: string; rows: number }> {
  return writeTable(file, format, TEMPLATE_COLUMNS, [])
}

/** Samples of a shop (null: of all), oldest request first. */
export function writeLedger(
  db: ReadableDb,
  file: string,
  format: TableFormat,
  shopId: string | null,
): Promise<{ file: string; rows: number }> {
  return writeTable(file, format, TEMPLATE_COLUMNS, ledgerRows(db, shopId))
}

function* ledgerRows(db: ReadableDb, shopId: string | null): Generator<readonly (string | number | null)[]> {
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const merged = mergedCreators(db)
  const rows = sampleRows(db).filter((sample) => shopId === null || sample.shopId === shopId)
  const handles = handlesOf(db, [...new Set(rows.flatMap(({ creatorId: id }) => (id ? [merged.get(id) ?? id] : [])))])
  const dates = datesBySample(db)
  const parcels = parcelsBySample(db)
  const videos = videosOfSamples(db)
  for (const sample of rows.toSorted((a, b) => (a.requestedAt ?? 0) - (b.requestedAt ?? 0))) {
    const shop = shops.get(sample.shopId ?? '')
    const { creatorId } = sample
    const handle = creatorId === null ? undefined : handles.get(merged.get(creatorId) ?? creatorId)
    if (shop === undefined || handle === undefined) continue
    const cells = cellsOf(sample, {
      handle,
      shop: shop.name,
      zone: shop.timezone,
      dates: dates.get(sample.id) ?? new Map(),
      parcels: parcels.get(sample.id) ?? [],
      video: videos.get(sample.id) ?? null,
    })
    yield TEMPLATE_COLUMNS.map((column) => cells[column] ?? null)
  }
}

interface Beside {
  readonly handle: string
  readonly shop: string
  readonly zone: string
  /** By state. */
  readonly dates: ReadonlyMap<string, number>
  readonly parcels: readonly { readonly tracking: string | null; readonly carrier: string | null }[]
  readonly video: string | null
}

function cellsOf(sample: SampleRow, beside: Beside): Partial<Record<TemplateColumn, string | number | null>> {
  const { handle, shop, zone, dates, parcels, video } = beside
  const state = isSampleState(sample.state) ? sample.state : 'requested'
  const at = (instant: number | null | undefined) =>
    instant === null || instant === undefined ? null : local(instant, zone)
  const sent = parcels.filter(({ tracking }) => tracking !== null)
  const carriers = new Set(sent.map(({ carrier }) => carrier ?? ''))
  return {
    application_id: sample.applicationId,
    shop,
    creator_username: handle,
    product_id: sample.productId,
    sku_id: sample.skuId,
    quantity: sample.quantity,
    collaboration_type: sample.collaboration,
    requested_at: at(sample.requestedAt),
    status: statusCell(state, sample.platformStatus),
    order_id: sample.orderId,
    tracking_number: sent.map(({ tracking }) => tracking).join('; '),
    carrier: carriers.size === 1 ? [...carriers].join('') : sent.map(({ carrier }) => carrier ?? '-').join('; '),
    approved_at: at(dates.get('approved')),
    shipped_at: at(dates.get('shipped')),
    delivered_at: at(dates.get('delivered') ?? dates.get('contentDue')),
    content_due_at: sample.dueDay,
    content_id: video,
    content_posted_at: at(dates.get('posted')),
    note: sample.note,
  }
}

/** As the shop's clocks show it, year first, so that no reader asks which is the month. */
function local(instant: number, zone: string): string {
  const minute = minuteInZone(instant, zone)
  const two = (number: number) => String(number).padStart(2, '0')
  const second = Math.floor(instant / 1000) % 60
  return `${dayInZone(instant, zone)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`
}

function datesBySample(db: ReadableDb): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const [id, state, at] of sampleDates(db)) {
    if (at === null) continue
    const dates = found.get(id) ?? new Map<string, number>()
    found.set(id, dates.set(state, at))
  }
  return found
}

function parcelsBySample(db: ReadableDb) {
  const found = new Map<string, Beside['parcels'][number][]>()
  for (const { sampleId, tracking, carrier } of parcelRows(db)) {
    const parcels = found.get(sampleId) ?? []
    parcels.push({ tracking, carrier })
    found.set(sampleId, parcels)
  }
  return found
}
