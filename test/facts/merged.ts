/** What the store holds after merging, and what it should hold, in a form that can be compared. */

import type { Database } from 'better-sqlite3'

import { idText } from '../../db/facts/id-map'
import { SegmentStore } from '../../db/facts/segment-store'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'
import { dayOf, figuresOf, type File, naiveMerge } from './support'

/** All merged rows, spelled so that they can be compared with the naive outcome. */
export function storedRows(db: Database): string[] {
  const store = new SegmentStore(db, 'workspace')
  const shops = db.prepare('SELECT no, id FROM dim_shops').all() as { no: number; id: string }[]
  const text = (table: string, column: string, no: number): string =>
    (db.prepare(`SELECT ${column} FROM ${table} WHERE no = ?`).pluck().get(no) as string | undefined) ?? '0'
  return shops
    .flatMap(({ no, id }) =>
      store.heads(no).flatMap(({ month }) => {
        const rows = store.rows(no, month)!
        return Array.from({ length: rows.length }, (_, i) =>
          [
            id,
            idText(rows.orderHigh[i]!, rows.orderLow[i]!),
            text('dim_products', 'product_id', rows.product[i]!),
            text('dim_skus', 'sku_id', rows.sku[i]!),
            text('fact_batches', 'id', rows.batch[i]!),
            rows.row[i],
            rows.day[i],
            text('dim_creators', 'handle', rows.creator[i]!),
            idText(rows.contentHigh[i]!, rows.contentLow[i]!),
            rows.flags[i]! & 63,
            rows.units[i],
            rows.kept[i],
            rows.gmv[i],
            rows.refund[i],
            rows.commission[i],
          ].join(' '),
        )
      }),
    )
    .toSorted()
}

/** The same, worked out naively. */
export function naiveRows(files: readonly File[]): string[] {
  return naiveMerge(files)
    .map(({ line, file, index }) => {
      const figures = figuresOf(line)
      return [
        file.shopId,
        line.orderId,
        line.productId,
        line.skuId,
        file.id,
        index,
        dayOf(line),
        line.creator,
        line.contentId ?? '0',
        ORDER_STATUSES.indexOf(line.status) + 8 * CONTENT_TYPES.indexOf(line.contentType),
        line.quantity,
        figures.keptUnits,
        figures.gmv,
        figures.refund,
        figures.commission,
      ].join(' ')
    })
    .toSorted()
}

/** Day sums as text, naive. */
export function naiveDays(files: readonly File[]): string[] {
  const days = new Map<string, { lines: number; samples: number; orders: Set<string>; sums: number[] }>()
  for (const { line, file } of naiveMerge(files)) {
    const figures = figuresOf(line)
    for (const type of [CONTENT_TYPES.indexOf(line.contentType), 255]) {
      if (figures.role === 'unpaid') continue
      const key = [file.shopId, dayOf(line), type].join(' ')
      const day = days.get(key) ?? { lines: 0, samples: 0, orders: new Set<string>(), sums: [0, 0, 0, 0, 0, 0] }
      days.set(key, day)
      if (figures.role === 'sample') {
        day.samples++
        continue
      }
      day.lines++
      day.orders.add(line.orderId)
      const settled = line.status === 'settled' ? figures.commission : 0
      const parts = [
        line.quantity,
        figures.keptUnits,
        figures.gmv,
        figures.refund,
        settled,
        figures.commission - settled,
      ]
      day.sums = day.sums.map((sum, i) => sum + parts[i]!)
    }
  }
  return [...days]
    .map(([key, { lines, samples, orders, sums }]) => [key, lines, samples, orders.size, ...sums].join(' '))
    .toSorted()
}

/** Day sums as text. */
export function storedDays(db: Database): string[] {
  const rows = db
    .prepare(
      'SELECT s.id, d.day, d.content_type, d.lines, d.samples, d.orders, d.units, d.kept, d.gmv, d.refunds, d.commission_settled, d.commission_pending FROM fact_days d JOIN dim_shops s ON s.no = d.shop_no',
    )
    .raw()
    .all() as unknown[][]
  return rows.map((row) => row.join(' ')).toSorted()
}
