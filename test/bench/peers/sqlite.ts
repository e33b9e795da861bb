/** SQLite as others would use it: its own command line, a row at a time through better-sqlite3, a covering index. */

import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

import Database from 'better-sqlite3'

import type { FactsCache } from '../../../db/facts/cache'
import { idText } from '../../../db/facts/id-map'
import { amountsOf } from '../../../db/facts/pending'
import type { LineBatch, TextLists } from '../../../shared/domain/line-batch'
import { lineFigures, ORDER_STATUSES } from '../../../shared/domain/orders'
import { EURO } from '../product'
import { readLines } from '../reading-steps'
import type { WorkloadFile } from '../workload'

export function removeSqlite(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
}

/** The untyped import of SQLite's own command line: no key, no index. */
export function importWithCli(files: readonly WorkloadFile[], file: string): void {
  const imports = files.map(({ path }, i) => `.import --csv ${i === 0 ? '' : '--skip 1 '}"${path}" t`)
  const pragmas = ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = NORMAL']
  const args = [file, ...pragmas, ...imports, 'PRAGMA wal_checkpoint(TRUNCATE)']
  execFileSync('sqlite3', args, { stdio: 'ignore' })
}

/** The version of SQLite's command line, or null where there is none. */
export function sqliteCli(): string | null {
  try {
    return execFileSync('sqlite3', ['--version'], { encoding: 'utf8' }).split(' ')[0] ?? null
  } catch {
    return null
  }
}

const NUMBERS = [
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

const NAIVE_SCHEMA = `
  CREATE TABLE line (shop INTEGER, order_id TEXT, product_id TEXT, sku_id TEXT, content_id TEXT, creator TEXT, product_name TEXT, status TEXT, content_type INTEGER,
    quantity INTEGER, day INTEGER, gmv INTEGER, refund INTEGER, commission INTEGER, ${NUMBERS.map((name) => `${name} INTEGER`).join(', ')}, PRIMARY KEY (shop, order_id, product_id, sku_id));
  CREATE INDEX line_creator ON line (creator, day); CREATE INDEX line_product ON line (product_id, day); CREATE INDEX line_day ON line (shop, day);
  CREATE TABLE rollup (shop INTEGER, day INTEGER, content_type INTEGER, lines INTEGER, gmv INTEGER, refund INTEGER, commission INTEGER, PRIMARY KEY (shop, day, content_type));
  CREATE TRIGGER line_in AFTER INSERT ON line BEGIN INSERT INTO rollup VALUES (new.shop, new.day, new.content_type, 1, new.gmv, new.refund, new.commission)
    ON CONFLICT DO UPDATE SET lines = lines + 1, gmv = gmv + excluded.gmv, refund = refund + excluded.refund, commission = commission + excluded.commission; END;`

/** As most would write it: a row each, a unique key, three more indexes, rollups by trigger. It reads with our reader. */
export async function importNaively(files: readonly WorkloadFile[], file: string): Promise<void> {
  const db = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'cache_size = -65536']) db.pragma(pragma)
  db.exec(NAIVE_SCHEMA)
  const places = Array.from({ length: 14 + NUMBERS.length }, () => '?').join(', ')
  const insert = db.prepare(`INSERT OR IGNORE INTO line VALUES (${places})`)
  for (const each of files) {
    db.exec('BEGIN IMMEDIATE')
    await readLines(each, (batch, texts) => {
      for (let i = 0; i < batch.length; i++) insert.run(each.shop.no, ...naiveRow(batch, texts, i))
    })
    db.exec('COMMIT')
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function naiveRow(batch: LineBatch, texts: TextLists, i: number): unknown[] {
  const id = (column: 'orderId' | 'productId' | 'skuId' | 'contentId'): string =>
    idText(batch.idsHigh[column][i]!, batch.idsLow[column][i]!)
  const { gmv, refund, commission } = lineFigures(amountsOf(batch, i))
  return [
    id('orderId'),
    id('productId'),
    id('skuId'),
    id('contentId'),
    texts.creator.values[batch.texts.creator[i]!],
    texts.productName.values[batch.texts.productName[i]!],
    ORDER_STATUSES[batch.status[i]!],
    batch.contentType[i],
    batch.numbers.quantity[i],
    Math.floor(batch.numbers.created[i]! / 86_400),
    gmv,
    refund,
    commission,
    ...NUMBERS.map((name) => (Number.isNaN(batch.numbers[name][i]!) ? null : batch.numbers[name][i])),
  ]
}

/**
 * The same lines as rows with an index that holds all that "top 50 creators by ROI, 18 months" needs; answers how long
 * the question takes. `odd`: the numbers of the shops that sell in euro.
 */
export function coveringIndex(file: string, cache: FactsCache, odd: ReadonlySet<number>): () => number {
  const db = new Database(file)
  db.pragma('cache_size = -65536')
  db.exec(
    `CREATE TABLE row (euro INTEGER, day INTEGER, creator INTEGER, units INTEGER, gmv INTEGER, refund INTEGER, commission INTEGER);
    CREATE TABLE fee (creator INTEGER, amount INTEGER); BEGIN`,
  )
  const insert = db.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?)')
  const creators = new Set<number>()
  for (const { no, version } of cache.shopNumbers().values()) {
    for (const { length, day, creator, units, gmv, refund, commission } of cache.columns(no, version).months) {
      for (let i = 0; i < length; i++) {
        insert.run(odd.has(no) ? 1 : 0, day[i], creator[i], units[i], gmv[i], refund[i], commission[i])
        creators.add(creator[i]!)
      }
    }
  }
  const fee = db.prepare('INSERT INTO fee VALUES (?, ?)')
  for (const no of creators) if (no % 3 === 0) fee.run(no, 500 + ((no * 37) % 9_000))
  db.exec('COMMIT; CREATE INDEX row_creator ON row (creator, day, euro, units, gmv, refund, commission); ANALYZE')
  const usd = (amount: string): string => `sum(round(${amount} * CASE euro WHEN 1 THEN ${EURO} ELSE 1 END))`
  const find = db.prepare(`
    WITH f AS (SELECT creator, sum(units) AS units, ${usd('gmv')} AS gmv, ${usd('refund')} AS refund, ${usd('commission')} AS commission FROM row INDEXED BY row_creator GROUP BY creator),
    k AS (SELECT creator, sum(amount) AS fees FROM fee GROUP BY creator)
    SELECT f.*, (gmv - refund - commission - coalesce(fees, 0)) / (commission + coalesce(fees, 0) + 1) AS roi FROM f LEFT JOIN k USING (creator) ORDER BY roi DESC LIMIT 50`)
  return () => {
    const began = performance.now()
    find.all()
    return performance.now() - began
  }
}
