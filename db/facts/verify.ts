/** Holding the merged state against the chunks it came from. */

import type { Database } from 'better-sqlite3'

import { chunkNumbers, readExtent } from './batches'
import { IdMap, idText } from './id-map'
import { incomeDifferences } from './income-store'
import { Pacer } from './pacer'
import { recompute } from './rebuild'
import { newRows } from './rows'
import { SegmentStore } from './segment-store'
import type { FactCheck, RecordIds } from './types'

const SEGMENT = ['lines', 'orders', 'order_min', 'order_max', 'hot', 'keys']
const DAY = [
  'lines',
  'samples',
  'orders',
  'units',
  'kept',
  'gmv',
  'refunds',
  'commission_settled',
  'commission_pending',
]

/** Recomputes everything into scratch tables of this connection and compares; also works on a read-only connection. */
export async function verifyFacts(db: Database, recordIds: RecordIds): Promise<FactCheck[]> {
  const damaged = await damagedChunks(db)
  const chunks = check('chunks', damaged)
  if (!chunks.ok) {
    return [chunks]
  }
  const store = new SegmentStore(db, 'recomputation')
  try {
    await recompute(db, store, recordIds, 'recomputation')
    return [
      chunks,
      check(
        'segments',
        differences(db, `${store.tables}segments`, 'main.fact_segments', ['shop_no', 'month'], SEGMENT),
      ),
      check(
        'rollups',
        differences(db, `${store.tables}days`, 'main.fact_days', ['shop_no', 'day', 'content_type'], DAY),
      ),
      check('splitOrders', await unknownSplits(db)),
      check('income', await incomeDifferences(db)),
    ]
  } finally {
    store.close()
  }
}

function check(name: FactCheck['name'], problems: readonly string[]): FactCheck {
  return { name, ok: problems.length === 0, detail: problems.slice(0, 10).join('; ') }
}

async function damagedChunks(db: Database): Promise<string[]> {
  const pacer = new Pacer()
  const problems: string[] = []
  // A list of one integer column.
  for (const batchNo of db.prepare('SELECT no FROM fact_batches ORDER BY no').pluck().all() as number[]) {
    let rows = 0
    for (const n of chunkNumbers(db, batchNo)) {
      try {
        rows += (await readExtent(db, batchNo, n)).rows
      } catch (cause) {
        problems.push(cause instanceof Error ? cause.message : String(cause))
      }
      await pacer.breathe()
    }
    const expected = db.prepare('SELECT rows FROM fact_batches WHERE no = ?').pluck().get(batchNo)
    if (problems.length === 0 && rows !== expected) {
      problems.push(`batch ${batchNo} has ${rows} lines, not ${String(expected)}`)
    }
  }
  return problems
}

function differences(
  db: Database,
  computed: string,
  stored: string,
  key: readonly string[],
  values: readonly string[],
): string[] {
  const on = key.map((column) => `a.${column} = b.${column}`).join(' AND ')
  const differ = values.map((column) => `a.${column} IS NOT b.${column}`).join(' OR ')
  const keys = key.map((column) => `a.${column}`).join(" || '/' || ")
  const find = (left: string, right: string): string =>
    `SELECT ${keys} FROM ${left} a LEFT JOIN ${right} b ON ${on} WHERE ${differ} LIMIT 10`
  // Lists of one text column.
  return [
    ...new Set([
      ...(db.prepare(find(computed, stored)).pluck().all() as string[]),
      ...(db.prepare(find(stored, computed)).pluck().all() as string[]),
    ]),
  ]
}

/** Orders with lines on several days that the workspace does not know of; knowing more than needed does no harm. */
async function unknownSplits(db: Database): Promise<string[]> {
  const store = new SegmentStore(db, 'workspace')
  const pacer = new Pacer()
  const isKnown = db
    .prepare('SELECT 1 FROM fact_split_orders WHERE shop_no = ? AND order_high = ? AND order_low = ?')
    .pluck()
  const problems: string[] = []
  // A list of one integer column.
  for (const shopNo of db.prepare('SELECT no FROM dim_shops ORDER BY no').pluck().all() as number[]) {
    const dayOf = new IdMap()
    for (const { month } of store.heads(shopNo)) {
      const rows = store.rows(shopNo, month) ?? newRows(0)
      for (let i = 0; i < rows.length; i++) {
        const known = dayOf.get(rows.orderHigh[i]!, rows.orderLow[i]!)
        if (known === 0) {
          dayOf.add(rows.orderHigh[i]!, rows.orderLow[i]!, rows.day[i]! + 1)
        } else if (
          known !== rows.day[i]! + 1 &&
          isKnown.get(shopNo, rows.orderHigh[i], rows.orderLow[i]) === undefined
        ) {
          problems.push(`${shopNo}/${idText(rows.orderHigh[i]!, rows.orderLow[i]!)}`)
        }
      }
      await pacer.breathe()
    }
  }
  return problems
}
