/** Made-up order lines, and files of them in any of the platform's layouts. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvLine } from '../../electron/workspace/files/csv-write'
import { openLineReader, type OpenOptions } from '../../electron/workspace/files/open-file'
import {
  orderRecords,
  writeOrderExport,
  type OrderRow,
  type Spelling,
} from '../../electron/workspace/files/order-export'
import { idText } from '../../shared/domain/import-values/ids'
import type { LayoutName } from '../../shared/domain/import-layouts/recognise'
import type { ReadFor, ReadSummary, Recognised } from '../../shared/domain/imports'
import { ID_COLUMNS, NUMBER_COLUMNS, TEXT_COLUMNS } from '../../shared/domain/line-batch'
import { CONTENT_TYPES, ORDER_STATUSES, type OrderColumn } from '../../shared/domain/orders'

export function tempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'starboard-'))
}

/** Local seconds of a wall clock: `2026-01-31 23:59:59`. */
export function at(wallClock: string): number {
  return Date.parse(`${wallClock.replace(' ', 'T')}Z`) / 1000
}

/** A settled line of one unit for 12.99 with 15 % commission; give what matters to the test. */
export function orderRow(given: OrderRow = {}): OrderRow {
  return {
    orderId: '577012345678901234',
    productId: '1729382256477045678',
    productName: 'Lip tint, 3 colours',
    skuId: '1729382256477111222',
    price: 1299,
    payment: 1299,
    currency: 'USD',
    quantity: 1,
    fullyReturned: false,
    status: 'settled',
    creator: 'mia.glow_',
    contentType: 'video',
    contentId: '7301234567890123456',
    commissionModel: 'Open collaboration',
    standardRate: 1500,
    estimatedBase: 1299,
    estimatedStandard: 195,
    actualBase: 1299,
    actualStandard: 195,
    created: at('2026-01-31 23:59:59'),
    paid: at('2026-02-01 00:00:07'),
    commissionPaid: at('2026-02-20 08:00:00'),
    platform: 'TikTok',
    ...given,
  }
}

export interface ExportFile {
  readonly layout?: LayoutName
  readonly container?: 'csv' | 'xlsx'
  readonly currency?: string
  readonly spelling?: Spelling
  readonly folder?: string
  readonly name?: string
}

/** Writes rows as an export and answers its path. */
export async function exportFile(rows: Iterable<OrderRow>, options: ExportFile = {}): Promise<string> {
  const {
    layout = 'affiliateOrders.en',
    container = 'csv',
    currency = 'USD',
    spelling,
    folder = tempFolder(),
  } = options
  const path = join(folder, options.name ?? `affiliate_orders.${container}`)
  await writeOrderExport(path, { layout, container, currency, ...(spelling ? { spelling } : {}) }, rows)
  return path
}

/** The header of the seller's English export, and its standard line with some cells spelled otherwise. */
export const [SELLER_HEADER = [], STANDARD_LINE = []] = [...orderRecords('affiliateOrders.en', 'USD', [orderRow()])]

export function sellerLine(cells: Readonly<Record<string, string>> = {}): string[] {
  return SELLER_HEADER.map((header, i) => cells[header] ?? STANDARD_LINE[i] ?? '')
}

/** Writes records as delimited text, spelled exactly so. */
export function textFile(records: readonly (readonly string[])[], { delimiter = ',', mark = '\uFEFF' } = {}): string {
  const path = join(tempFolder(), 'orders.csv')
  writeFileSync(path, mark + records.map((record) => csvLine(record, delimiter)).join(''))
  return path
}

export function readFor(given: Partial<ReadFor> = {}): ReadFor {
  return { currency: 'USD', dateOrder: 'DMY', creator: null, corrections: [], ...given }
}

/** A line as read, without its blanks; `hash` is its content hash, `row` its record number. */
export type ReadLine = { readonly [C in OrderColumn]?: string | number | boolean } & {
  readonly row: number
  readonly hash: string
}

export interface ReadFile {
  readonly recognised: Recognised
  readonly lines: readonly ReadLine[]
  readonly summary: ReadSummary
}

/** Reads a whole file through the product's reader. */
export async function readFile(
  path: string,
  given: Partial<ReadFor> = {},
  options: OpenOptions = {},
): Promise<ReadFile> {
  const reader = await openLineReader(path, readFor(given), options)
  const steps = reader.read()
  const lines: ReadLine[] = []
  for (;;) {
    const step = await steps.next()
    if (step.done) {
      return { recognised: reader.recognised, lines, summary: step.value }
    }
    const { batch } = step.value
    for (let n = 0; n < batch.length; n += 1) {
      const line: Record<string, string | number | boolean> = {
        row: batch.row[n] ?? -1,
        hash: `${batch.hash0[n]}-${batch.hash1[n]}`,
        status: ORDER_STATUSES[batch.status[n] ?? 0] ?? '',
        contentType: CONTENT_TYPES[batch.contentType[n] ?? 0] ?? '',
      }
      for (const column of ID_COLUMNS) {
        line[column] = idText(batch.idsHigh[column][n] ?? 0, batch.idsLow[column][n] ?? 0)
      }
      for (const column of TEXT_COLUMNS) {
        line[column] = reader.texts[column].values[batch.texts[column][n] ?? -1] ?? ''
      }
      for (const column of NUMBER_COLUMNS) {
        const value = batch.numbers[column][n] ?? NaN
        line[column] = Number.isNaN(value) ? '' : value
      }
      line.fullyReturned = batch.fullyReturned[n] === 2 ? '' : batch.fullyReturned[n] === 1
      // The keys are the columns, `row` and `hash`.
      lines.push(Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '')) as ReadLine)
    }
  }
}
