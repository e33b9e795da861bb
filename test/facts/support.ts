/** Lines as plain objects, and what the fact store should make of them worked out the slow way. */

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { beginImport } from '../../db/facts/import'
import type { ImportResult, ImportSpec, RecordIds } from '../../db/facts/types'
import {
  newLineBatch,
  NUMBER_COLUMNS,
  TEXT_COLUMNS,
  type LineBatch,
  type TextLists,
} from '../../shared/domain/line-batch'
import {
  CONTENT_TYPES,
  type ContentType,
  lineFigures,
  ORDER_KINDS,
  ORDER_STATUSES,
  type OrderKind,
  type OrderStatus,
} from '../../shared/domain/orders'

export interface Line {
  readonly orderId: string
  readonly productId: string
  readonly skuId: string
  readonly contentId: string | null
  readonly creator: string
  readonly status: OrderStatus
  readonly contentType: ContentType
  readonly fullyReturned: boolean | null
  readonly quantity: number
  readonly payment: number
  readonly estimatedBase: number | null
  readonly actualBase: number | null
  readonly estimatedStandard: number | null
  readonly actualStandard: number | null
  readonly estimatedAds: number | null
  readonly actualAds: number | null
  readonly estimatedBonus: number | null
  readonly actualBonus: number | null
  /** Local seconds. */
  readonly created: number
  readonly delivered: number | null
  readonly productName: string
}

export interface File {
  readonly id: string
  readonly shopId: string
  readonly kind: OrderKind
  readonly asof: number | null
  readonly lines: readonly Line[]
}

const EMPTY: Line = {
  orderId: '577000000000000001',
  productId: '1729000000000000001',
  skuId: '1729000000000000101',
  contentId: '7500000000000000001',
  creator: 'linh.daily',
  status: 'settled',
  contentType: 'video',
  fullyReturned: false,
  quantity: 1,
  payment: 10_00,
  estimatedBase: null,
  actualBase: null,
  estimatedStandard: null,
  actualStandard: null,
  estimatedAds: null,
  actualAds: null,
  estimatedBonus: null,
  actualBonus: null,
  created: Date.UTC(2026, 0, 15, 12) / 1000,
  delivered: null,
  productName: 'Serum 30ml',
}

export function giveLine(fields: Partial<Line> = {}): Line {
  return { ...EMPTY, ...fields }
}

export function at(text: string): number {
  return Date.parse(`${text}Z`) / 1000
}

export const RECORD_IDS: RecordIds = {
  creator: (handle) => `c:${handle}`,
  product: (shopId, productId) => `p:${shopId}:${productId}`,
}

/** A new workspace file with the fact tables; gone after `close`. */
export function openFacts(): { readonly db: Database.Database; readonly file: string; readonly close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'starboard-facts-'))
  const file = join(folder, 'workspace.db')
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  for (const name of ['0001_workspace', '0002_facts', '0003_sync', '0006_money']) {
    db.exec(readFileSync(new URL(`../../db/migrations/${name}.sql`, import.meta.url), 'utf8'))
  }
  return {
    db,
    file,
    close: () => {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export function batchOf(lines: readonly Line[]): { readonly batch: LineBatch; readonly texts: TextLists } {
  const batch = newLineBatch(Math.max(1, lines.length))
  // The keys are exactly the text columns.
  const texts = Object.fromEntries(TEXT_COLUMNS.map((column) => [column, { values: [] as string[] }])) as Record<
    keyof TextLists,
    { values: string[] }
  >
  const text = (column: keyof TextLists, value: string): number => {
    const { values } = texts[column]
    if (value === '') return -1
    return values.includes(value) ? values.indexOf(value) : values.push(value) - 1
  }
  lines.forEach((line, i) => {
    batch.row[i] = i + 2
    const hash = createHash('sha256')
      .update(JSON.stringify({ ...line, productName: '' }))
      .digest()
    batch.hash0[i] = hash.readUInt32LE(0)
    batch.hash1[i] = hash.readUInt32LE(4)
    for (const column of ['orderId', 'productId', 'skuId', 'contentId'] as const) {
      const id = BigInt(line[column] ?? '0')
      batch.idsHigh[column][i] = Number(id >> 32n)
      batch.idsLow[column][i] = Number(id & 0xffffffffn)
    }
    for (const column of TEXT_COLUMNS) batch.texts[column][i] = -1
    batch.texts.creator[i] = text('creator', line.creator)
    batch.texts.productName[i] = text('productName', line.productName)
    batch.texts.currency[i] = text('currency', 'USD')
    batch.status[i] = ORDER_STATUSES.indexOf(line.status)
    batch.contentType[i] = CONTENT_TYPES.indexOf(line.contentType)
    batch.fullyReturned[i] = line.fullyReturned === null ? 2 : Number(line.fullyReturned)
    for (const column of NUMBER_COLUMNS) {
      const value = column in line ? line[column as keyof Line] : null
      batch.numbers[column][i] = typeof value === 'number' ? value : Number.NaN
    }
  })
  batch.length = lines.length
  return { batch, texts }
}

export function specOf(file: File): ImportSpec {
  return {
    batchId: file.id,
    shopId: file.shopId,
    kind: file.kind,
    asof: file.asof,
    toInstant: (second) => second * 1000,
    recordIds: RECORD_IDS,
  }
}

/** Imports a file, handing its lines over in steps of `step`. */
export async function importFile(
  db: Database.Database,
  file: File,
  options: { step?: number; flushLines?: number; dryRun?: boolean } = {},
): Promise<ImportResult> {
  const { batch, texts } = batchOf(file.lines)
  const step = options.step ?? Math.max(1, file.lines.length)
  if (options.dryRun !== true) db.exec('BEGIN IMMEDIATE')
  const running = beginImport(
    db,
    { ...specOf(file), dryRun: options.dryRun ?? false },
    options.flushLines === undefined ? {} : { flushLines: options.flushLines },
  )
  for (let from = 0; from < batch.length; from += step) {
    await running.add(sliceOf(batch, from, Math.min(batch.length, from + step)), texts)
  }
  const result = await running.finish()
  if (options.dryRun !== true) db.exec('COMMIT')
  return result
}

function sliceOf(batch: LineBatch, from: number, to: number): LineBatch {
  const cut = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice(from, to)
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cut(v)]))
      : value
  }
  return { ...(cut(batch) as LineBatch), length: to - from }
}

/** A line and the file that won it. */
export interface Won {
  readonly line: Line
  readonly file: File
  readonly index: number
}

export function precedenceOf(file: File): readonly (number | string)[] {
  const maxSecond = file.lines.reduce((most, line) => Math.max(most, line.created, line.delivered ?? 0), 0)
  return [ORDER_KINDS[file.kind].rank, file.asof ?? maxSecond * 1000, maxSecond, file.id]
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return -1
    if (a[i]! > b[i]!) return 1
  }
  return 0
}

/** The merged lines, worked out naively: later rows over earlier ones, files in order of precedence. */
export function naiveMerge(files: readonly File[]): Won[] {
  const won = new Map<string, Won>()
  for (const file of [...files].toSorted((a, b) => compare(precedenceOf(a), precedenceOf(b)))) {
    file.lines.forEach((line, index) =>
      won.set([file.shopId, line.orderId, line.productId, line.skuId].join('/'), { line, file, index }),
    )
  }
  return [...won.values()]
}

export function dayOf(line: Line): number {
  return Math.floor(line.created / 86_400)
}

export function figuresOf(line: Line): ReturnType<typeof lineFigures> {
  return lineFigures({ ...line, fullyReturned: line.fullyReturned === true })
}
