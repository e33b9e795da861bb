/**
 * Records that imported lines name but nobody has edited: creators and products.
 *
 * Their ids follow from what they are, so every replica with the same imports has the same rows and none need to
 * travel. The first edit by a person puts the row into the log; from then on an import leaves it alone.
 */

import { idFromHash, naturalKey, normalHandle } from '../../shared/sync/ids'
import { entityOf, sqlName, type DerivedEntity } from '../../shared/sync/registry'
import { createHash } from 'node:crypto'
import { quoted, type Sqlite, type WritableDb } from '../database'
import { applying } from './context'

export interface DerivedCreator {
  readonly id: string
  readonly handle: string
}

export interface DerivedProduct {
  readonly id: string
  readonly shopId: string
  readonly productId: string
  readonly name: string | null
}

/** The id of the record with this natural key. */
export function naturalId(ns: string, parts: readonly string[]): string {
  return idFromHash(createHash('sha256').update(naturalKey(ns, parts)).digest())
}

export function creatorId(handle: string): string {
  return naturalId('creator', [normalHandle(handle)])
}

/** `productId` is the platform's. */
export function productRecordId(shopId: string, productId: string): string {
  return naturalId('product', [shopId, productId])
}

/** Adds the creators that are not there yet. Only inside an import's or a commit's transaction. */
export function addDerivedCreators(tx: WritableDb, rows: Iterable<DerivedCreator>): void {
  insertDerived(tx.$client, 'creators', ['handle'], rows, ({ id, handle }) => [id, handle])
}

/** Adds the products that are not there yet. Only inside an import's or a commit's transaction. */
export function addDerivedProducts(tx: WritableDb, rows: Iterable<DerivedProduct>): void {
  insertDerived(tx.$client, 'products', ['shopId', 'productId', 'name'], rows, ({ id, shopId, productId, name }) => [
    id,
    shopId,
    productId,
    name,
  ])
}

/** Removes those of `ids` that nobody ever edited; answers how many. */
export function removeDerived(tx: WritableDb, entity: DerivedEntity, ids: Iterable<string>): number {
  const sqlite = tx.$client
  return applying(sqlite, () => {
    const remove = sqlite.prepare(`DELETE FROM ${quoted(entityOf(entity).table)} WHERE id = ? AND _flag = 1`)
    let removed = 0
    for (const id of ids) removed += remove.run(id).changes
    return removed
  })
}

function insertDerived<R>(
  sqlite: Sqlite,
  entity: DerivedEntity,
  fields: readonly string[],
  rows: Iterable<R>,
  values: (row: R) => readonly (string | null)[],
): void {
  const columns = fields.map((field) => quoted(sqlName(field)))
  const marks = ['?', ...fields.map(() => '?'), '1'].join(', ')
  applying(sqlite, () => {
    const insert = sqlite.prepare(
      `INSERT INTO ${quoted(entityOf(entity).table)} (id, ${columns.join(', ')}, _flag) VALUES (${marks}) ON CONFLICT (id) DO NOTHING`,
    )
    for (const row of rows) insert.run(...values(row).map((value) => value?.normalize('NFC') ?? null))
  })
}
