/** DuckDB with typed columns and a primary key, two threads, on a native file. */

import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { WorkloadFile } from '../workload'

type DuckModule = typeof import('@duckdb/node-api')
export type DuckConnection = Awaited<ReturnType<Awaited<ReturnType<DuckModule['DuckDBInstance']['create']>>['connect']>>

/** A native module: found beside the project, not bundled. */
export async function openDuck(file: string): Promise<DuckConnection> {
  // The package's own types describe what it exports.
  const duck = createRequire(join(process.cwd(), 'package.json'))('@duckdb/node-api') as DuckModule
  const instance = await duck.DuckDBInstance.create(file, { threads: '2' })
  return instance.connect()
}

const cents = (name: string): string => `CAST(round(TRY_CAST("${name}" AS DOUBLE) * 100) AS BIGINT)`
const second = (name: string): string => `epoch(TRY_STRPTIME("${name}", '%d/%m/%Y %H:%M:%S'))::BIGINT`

const COLUMNS = `trim("Order ID", chr(9))::BIGINT order_id, "Product ID"::BIGINT product_id, "SKU ID"::BIGINT sku_id, TRY_CAST("Content ID" AS BIGINT) content_id, "Creator Username" creator,
  "Content Type" content_type, "Order Status" status, "Quantity"::INTEGER quantity, "Fully returned or refunded" returned, ${cents('Price')} price, ${cents('Payment Amount')} payment,
  ${cents('Est. Commission Base')} ebase, ${cents('Est. standard commission payment')} estd, ${cents('Actual Commission Base')} abase, ${cents('Actual Commission Payment')} astd,
  ${cents('Est. Shop Ads commission payment')} eads, ${cents('Actual Shop Ads commission payment')} aads,
  ${second('Time Created')} created, ${second('Payment time')} paid, ${second('Order Delivery Time')} delivered, ${second('Time Commission Paid')} commission_paid`

export async function createLineTable(duck: DuckConnection): Promise<void> {
  await duck.run(`CREATE TABLE line (shop INTEGER, order_id BIGINT, product_id BIGINT, sku_id BIGINT, content_id BIGINT, creator VARCHAR, content_type VARCHAR, status VARCHAR, quantity INTEGER,
    returned VARCHAR, price BIGINT, payment BIGINT, ebase BIGINT, estd BIGINT, abase BIGINT, astd BIGINT, eads BIGINT, aads BIGINT, created BIGINT, paid BIGINT, delivered BIGINT, commission_paid BIGINT,
    PRIMARY KEY (shop, order_id, product_id, sku_id))`)
}

/** Inserts all files in one statement; rows that are there are replaced, and of a key that repeats the last line holds. */
export async function insertFiles(duck: DuckConnection, files: readonly WorkloadFile[]): Promise<void> {
  const shops = `CASE filename ${files.map(({ path, shop }) => `WHEN '${path}' THEN ${shop.no}`).join(' ')} END`
  const paths = files.map(({ path }) => `'${path}'`).join(', ')
  await duck.run(
    `INSERT OR REPLACE INTO line SELECT ${shops}, ${COLUMNS} FROM read_csv([${paths}], all_varchar = true, header = true, filename = true)`,
  )
  await duck.run('CHECKPOINT')
}

export function removeDuck(file: string): void {
  for (const end of ['', '.wal']) rmSync(file + end, { force: true })
}
