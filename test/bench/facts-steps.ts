/** What is timed about facts, each as one step that a process of its own runs: `{ ms, peakMb }` and what came of it. */

import { execFileSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import Database from 'better-sqlite3'

import { beginImport } from '../../db/facts/import'
import { MIGRATIONS } from '../../db/migrations/index'
import { openLineReader } from '../../electron/workspace/files/open-file'
import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import { lineFigures, ORDER_STATUSES } from '../../shared/domain/orders'
import { amountsOf } from '../../db/facts/pending'
import { idText } from '../../db/facts/id-map'
import type { WorkloadFile } from './workload'

export interface StepResult {
  readonly ms: number
  readonly peakMb: number
  readonly bytes?: number
  readonly detail?: unknown
}

export function openWorkspace(file: string): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -65536')
  db.pragma('temp_store = MEMORY')
  if (db.pragma('user_version', { simple: true }) === 0) {
    for (const { sql, version } of MIGRATIONS) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
  }
  return db
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '.wal']) rmSync(file + suffix, { force: true })
}

async function readLines(
  path: string,
  take: (batch: LineBatch, texts: TextLists) => Promise<void> | void,
): Promise<void> {
  const reader = await openLineReader(path, { currency: 'USD', dateOrder: 'DMY', creator: null, corrections: [] })
  const steps = reader.read()
  for (let step = await steps.next(); step.done !== true; step = await steps.next()) {
    await take(step.value.batch, reader.texts)
  }
}

/** Only the reading, to know its part. */
export async function readOnly(files: readonly WorkloadFile[]): Promise<unknown> {
  let lines = 0
  for (const { path } of files) await readLines(path, (batch) => void (lines += batch.length))
  return { lines }
}

/** Our import: one transaction a file, ready to query, checkpointed. `tag` tells one export of the same shops from another. */
export async function importOurs(
  files: readonly WorkloadFile[],
  file: string,
  tag: string,
  asof: number,
): Promise<unknown> {
  if (tag === 'first') remove(file)
  const db = openWorkspace(file)
  const counts = { inserted: 0, updated: 0, unchanged: 0, repeated: 0 }
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 0)
  for (const { path, shopId } of files) {
    db.exec('BEGIN IMMEDIATE')
    const running = beginImport(db, {
      batchId: `${tag}-${shopId}`,
      shopId,
      kind: 'affiliateOrders',
      asof,
      toInstant: (second) => second * 1000,
      recordIds: { creator: (handle) => `c:${handle}`, product: (shop, product) => `p:${shop}:${product}` },
    })
    await readLines(path, (batch, texts) => running.add(batch, texts))
    const result = await running.finish()
    db.exec('COMMIT')
    for (const name of ['inserted', 'updated', 'unchanged', 'repeated'] as const) counts[name] += result[name]
  }
  clearInterval(beat)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return { ...counts, longestTurnMs: Math.round(longest) }
}

/** The untyped import of SQLite's own command line. */
export function importSqliteCli(files: readonly WorkloadFile[], file: string): unknown {
  remove(file)
  const imports = files.map(({ path }, i) => `.import --csv ${i === 0 ? '' : '--skip 1 '}"${path}" t`)
  execFileSync(
    'sqlite3',
    [file, 'PRAGMA journal_mode = WAL', 'PRAGMA synchronous = NORMAL', ...imports, 'PRAGMA wal_checkpoint(TRUNCATE)'],
    { stdio: 'ignore' },
  )
  return null
}

export function hasSqliteCli(): boolean {
  try {
    execFileSync('sqlite3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** As most would write it: a row each through better-sqlite3, a unique key, three more indexes, rollups by trigger. */
export async function importNaive(files: readonly WorkloadFile[], file: string): Promise<unknown> {
  remove(file)
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -65536')
  const numbers = [
    'price',
    'payment',
    'estimatedBase',
    'estimatedStandard',
    'actualBase',
    'actualStandard',
    'estimatedAds',
    'actualAds',
    'created',
    'paid',
    'delivered',
    'commissionPaid',
  ] as const
  db.exec(`CREATE TABLE line (shop TEXT, order_id TEXT, product_id TEXT, sku_id TEXT, content_id TEXT, creator TEXT, product_name TEXT, status TEXT, content_type INTEGER,
      quantity INTEGER, day INTEGER, gmv INTEGER, refund INTEGER, commission INTEGER, ${numbers.map((name) => `${name} INTEGER`).join(', ')}, PRIMARY KEY (shop, order_id, product_id, sku_id));
    CREATE INDEX line_creator ON line (creator, day); CREATE INDEX line_product ON line (product_id, day); CREATE INDEX line_day ON line (shop, day);
    CREATE TABLE rollup (shop TEXT, day INTEGER, content_type INTEGER, lines INTEGER, gmv INTEGER, refund INTEGER, commission INTEGER, PRIMARY KEY (shop, day, content_type));
    CREATE TRIGGER line_in AFTER INSERT ON line BEGIN INSERT INTO rollup VALUES (new.shop, new.day, new.content_type, 1, new.gmv, new.refund, new.commission)
      ON CONFLICT DO UPDATE SET lines = lines + 1, gmv = gmv + excluded.gmv, refund = refund + excluded.refund, commission = commission + excluded.commission; END;`)
  const insert = db.prepare(
    `INSERT OR IGNORE INTO line VALUES (${Array.from({ length: 14 + numbers.length }, () => '?').join(', ')})`,
  )
  for (const { path, shopId } of files) {
    db.exec('BEGIN IMMEDIATE')
    await readLines(path, ({ idsHigh, idsLow, texts: codes, ...batch }, texts) => {
      const id = (column: 'orderId' | 'productId' | 'skuId' | 'contentId', i: number): string =>
        idText(idsHigh[column][i]!, idsLow[column][i]!)
      for (let i = 0; i < batch.length; i++) {
        const figures = lineFigures(amountsOf({ idsHigh, idsLow, texts: codes, ...batch }, i))
        insert.run(
          shopId,
          id('orderId', i),
          id('productId', i),
          id('skuId', i),
          id('contentId', i),
          texts.creator.values[codes.creator[i]!],
          texts.productName.values[codes.productName[i]!],
          ORDER_STATUSES[batch.status[i]!],
          batch.contentType[i],
          batch.numbers.quantity[i],
          Math.floor(batch.numbers.created[i]! / 86_400),
          figures.gmv,
          figures.refund,
          figures.commission,
          ...numbers.map((name) => (Number.isNaN(batch.numbers[name][i]!) ? null : batch.numbers[name][i])),
        )
      }
    })
    db.exec('COMMIT')
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return null
}

export type DuckConnection = Awaited<ReturnType<Awaited<ReturnType<DuckModule['DuckDBInstance']['create']>>['connect']>>
type DuckModule = typeof import('@duckdb/node-api')

/** A native module: found beside the project, not bundled. */
export async function openDuck(file: string): Promise<DuckConnection> {
  const root = process.env['STARBOARD_ROOT'] ?? process.cwd()
  // The package's own types describe what it exports.
  const duck = createRequire(join(root, 'package.json'))('@duckdb/node-api') as DuckModule
  const instance = await duck.DuckDBInstance.create(file, { threads: '2' })
  return instance.connect()
}

const DUCK_COLUMNS = `"Order ID"::BIGINT order_id, "Product ID"::BIGINT product_id, "SKU ID"::BIGINT sku_id, TRY_CAST("Content ID" AS BIGINT) content_id, "Creator Username" creator,
  "Content Type" content_type, "Order Status" status, "Quantity"::INTEGER quantity, "Fully returned or refunded" returned, CAST(round("Price"::DOUBLE * 100) AS BIGINT) price,
  CAST(round("Payment Amount"::DOUBLE * 100) AS BIGINT) payment, CAST(round(TRY_CAST("Est. Commission Base" AS DOUBLE) * 100) AS BIGINT) ebase,
  CAST(round(TRY_CAST("Est. standard commission payment" AS DOUBLE) * 100) AS BIGINT) estd, CAST(round(TRY_CAST("Actual Commission Base" AS DOUBLE) * 100) AS BIGINT) abase,
  CAST(round(TRY_CAST("Actual Commission Payment" AS DOUBLE) * 100) AS BIGINT) astd, CAST(round(TRY_CAST("Est. Shop Ads commission payment" AS DOUBLE) * 100) AS BIGINT) eads,
  CAST(round(TRY_CAST("Actual Shop Ads commission payment" AS DOUBLE) * 100) AS BIGINT) aads, epoch(strptime("Time Created", '%d/%m/%Y %H:%M:%S'))::BIGINT created,
  epoch(TRY_STRPTIME("Payment time", '%d/%m/%Y %H:%M:%S'))::BIGINT paid, epoch(TRY_STRPTIME("Order Delivery Time", '%d/%m/%Y %H:%M:%S'))::BIGINT delivered,
  epoch(TRY_STRPTIME("Time Commission Paid", '%d/%m/%Y %H:%M:%S'))::BIGINT commission_paid`

/** DuckDB: typed columns and a primary key; `first` makes the table, otherwise rows are replaced. */
export async function importDuck(files: readonly WorkloadFile[], file: string, tag: string): Promise<unknown> {
  if (tag === 'first') remove(file)
  const duck = await openDuck(file)
  if (tag === 'first') {
    await duck.run(`CREATE TABLE line (shop VARCHAR, order_id BIGINT, product_id BIGINT, sku_id BIGINT, content_id BIGINT, creator VARCHAR, content_type VARCHAR, status VARCHAR, quantity INTEGER,
      returned VARCHAR, price BIGINT, payment BIGINT, ebase BIGINT, estd BIGINT, abase BIGINT, astd BIGINT, eads BIGINT, aads BIGINT, created BIGINT, paid BIGINT, delivered BIGINT, commission_paid BIGINT,
      PRIMARY KEY (shop, order_id, product_id, sku_id))`)
  }
  const shops = `CASE filename ${files.map(({ path, shopId }) => `WHEN '${path}' THEN '${shopId}'`).join(' ')} END`
  const paths = files.map(({ path }) => `'${path}'`).join(', ')
  // A key that a file repeats would be refused; the last line of it holds.
  await duck.run(
    `INSERT OR REPLACE INTO line SELECT ${shops}, ${DUCK_COLUMNS} FROM read_csv([${paths}], all_varchar = true, header = true, filename = true)`,
  )
  await duck.run('CHECKPOINT')
  duck.closeSync()
  return null
}

/** Runs a step in a process of its own and reports its time and peak memory. */
export function runApart(step: string, input: unknown): StepResult {
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', fileURLToPath(import.meta.url), '--step', step, JSON.stringify(input)],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  // The child prints one line of JSON, the result below.
  return JSON.parse(out.trim().split('\n').at(-1)!) as StepResult
}

export interface StepInput {
  readonly files: readonly WorkloadFile[]
  readonly to: string
  readonly tag: string
  readonly asof: number
}

/** The child's side of `runApart`. */
export async function runStep(step: string, { files, to, tag, asof }: StepInput): Promise<StepResult> {
  const steps: Record<string, () => unknown> = {
    read: () => readOnly(files),
    ours: () => importOurs(files, to, tag, asof),
    sqlite: () => importSqliteCli(files, to),
    naive: () => importNaive(files, to),
    duck: () => importDuck(files, to, tag),
  }
  const start = performance.now()
  const detail = await steps[step]!()
  const ms = performance.now() - start
  const bytes = statSync(to, { throwIfNoEntry: false })?.size ?? 0
  return { ms: Math.round(ms), peakMb: Math.round(process.resourceUsage().maxRSS / 1024), bytes, detail }
}
