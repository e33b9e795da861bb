/**
 * Creators and products that imported lines name, kept as records: exactly those that live files name, under names that
 * follow from which files are live, whatever the order in which they came and went.
 *
 * Records that people have edited (`_flag` 0) are in the log and stay as they are.
 */

import { addDerivedCreators, addDerivedProducts, removeDerived } from '../capture/derived'
import { applying } from '../capture/context'
import type { Sqlite, WritableDb } from '../database'
import { comparePrecedence, factBatchesOf } from './batches'
import { CREATORS, PRODUCTS } from './import'
import { Pacer } from './pacer'
import type { FactBatch } from './types'

const SLICE = 2000

interface NamedProduct {
  readonly no: number
  readonly id: string
  readonly productId: string
  readonly name: string
}

/** Brings the records that a batch names in line after it was imported, published, taken back, brought back or ranked anew. */
export async function followNames(tx: WritableDb, batch: Pick<FactBatch, 'no' | 'shopId' | 'live'>): Promise<void> {
  const db = tx.$client
  const pacer = new Pacer()
  const products = await renameProducts(db, batch, pacer)
  if (batch.live) {
    for (const slice of slices(creatorsOf(db, batch.no))) {
      addDerivedCreators(tx, slice)
      await pacer.breathe()
    }
    for (const slice of slices(products)) {
      addDerivedProducts(
        tx,
        slice.map((product) => ({ ...product, shopId: batch.shopId })),
      )
      await pacer.breathe()
    }
  } else {
    removeDerived(tx, 'creators', orphans(db, batch.no, CREATORS))
    removeDerived(tx, 'products', orphans(db, batch.no, PRODUCTS))
  }
  followSpellings(db, batch.no)
}

/** True of a number `d.no` that some live batch names. */
const NAMED = (
  kind: number,
): string => `EXISTS (SELECT 1 FROM fact_batch_dims o JOIN fact_batches b ON b.no = o.batch_no
  WHERE o.kind = ${kind} AND o.dim_no = d.no AND b.live = 1)`

function creatorsOf(db: Sqlite, batchNo: number): { readonly id: string; readonly handle: string }[] {
  return db
    .prepare<[number], { id: string; handle: string }>(
      `SELECT d.id, min(d.handle) AS handle FROM fact_batch_dims f JOIN dim_creators d ON d.no = f.dim_no
       WHERE f.batch_no = ? AND f.kind = ${CREATORS} GROUP BY d.id`,
    )
    .all(batchNo)
}

/** Gives each product of the batch the name that the most believed live file has for it; answers the products. */
async function renameProducts(
  db: Sqlite,
  batch: Pick<FactBatch, 'no' | 'shopId'>,
  pacer: Pacer,
): Promise<NamedProduct[]> {
  const products = db
    .prepare<[number], NamedProduct>(
      `SELECT d.no, d.id, d.product_id AS productId, d.name FROM fact_batch_dims f JOIN dim_products d ON d.no = f.dim_no
       WHERE f.batch_no = ? AND f.kind = ${PRODUCTS} ORDER BY d.no`,
    )
    .all(batch.no)
  const names = await believedNames(db, batch, new Set(products.map(({ no }) => no)), pacer)
  const rename = db.prepare('UPDATE dim_products SET name = ? WHERE no = ?')
  const renameRecord = db.prepare('UPDATE products SET name = ? WHERE id = ? AND _flag = 1')
  const named = products.map((product) => ({ ...product, name: names.get(product.no) ?? '' }))
  for (const slice of slices(named.filter(({ name }, i) => name !== products[i]?.name))) {
    applying(db, () => {
      for (const { no, id, name } of slice) {
        rename.run(name, no)
        renameRecord.run(name.normalize('NFC'), id)
      }
    })
    await pacer.breathe()
  }
  return named
}

async function believedNames(
  db: Sqlite,
  { no }: Pick<FactBatch, 'no'>,
  wanted: Set<number>,
  pacer: Pacer,
): Promise<Map<number, string>> {
  const names = new Map<number, string>()
  const namesOf = db
    .prepare<[number], [number, string]>(
      `SELECT dim_no, name FROM fact_batch_dims WHERE batch_no = ? AND kind = ${PRODUCTS} AND name <> ''`,
    )
    .raw()
  const shopNo = db.prepare<[number], number>('SELECT shop_no FROM fact_batches WHERE no = ?').pluck().get(no)
  const live = factBatchesOf(db, shopNo ?? 0)
    .filter((other) => other.live)
    .toSorted((a, b) => comparePrecedence(b, a))
  for (const other of live) {
    if (wanted.size === 0) break
    for (const [product, name] of namesOf.all(other.no)) {
      if (wanted.delete(product)) names.set(product, name)
    }
    await pacer.breathe()
  }
  return names
}

/** Handles that files spell differently and that mean one creator: the first in order stands for them. */
function followSpellings(db: Sqlite, batchNo: number): void {
  const spelled = db
    .prepare<[number], { id: string; handle: string }>(
      `SELECT t.id, (SELECT min(d.handle) FROM dim_creators d WHERE d.id = t.id AND ${NAMED(CREATORS)}) AS handle
       FROM (SELECT d.id FROM dim_creators d GROUP BY d.id HAVING count(*) > 1) t
       WHERE EXISTS (SELECT 1 FROM fact_batch_dims f JOIN dim_creators e ON e.no = f.dim_no
         WHERE f.batch_no = ? AND f.kind = ${CREATORS} AND e.id = t.id) AND handle IS NOT NULL`,
    )
    .all(batchNo)
  const write = db.prepare('UPDATE creators SET handle = ? WHERE id = ? AND _flag = 1')
  applying(db, () => {
    for (const { id, handle } of spelled) write.run(handle.normalize('NFC'), id)
  })
}

function orphans(db: Sqlite, batchNo: number, kind: typeof CREATORS | typeof PRODUCTS): string[] {
  const table = kind === CREATORS ? 'dim_creators' : 'dim_products'
  return db
    .prepare<[number], string>(
      `SELECT DISTINCT r.id FROM fact_batch_dims f JOIN ${table} r ON r.no = f.dim_no
       WHERE f.batch_no = ? AND f.kind = ${kind} AND NOT EXISTS (SELECT 1 FROM ${table} d WHERE d.id = r.id AND ${NAMED(kind)})`,
    )
    .pluck()
    .all(batchNo)
}

function slices<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / SLICE) }, (_, i) => list.slice(i * SLICE, (i + 1) * SLICE))
}
