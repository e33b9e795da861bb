/** Holding which lines count, and who and what they name, to the records of imports. */

import { ENTITIES } from '../../shared/sync/registry'
import type { Sqlite } from '../database'
import { readMeta } from '../meta'
import { importsLacking } from './exchange'
import { CREATORS, PRODUCTS } from './import'
import { standings } from './standing'

/** Lines of a colleague's import may still be on their way; own ones are here, and none count without a record. */
export function importProblems(db: Sqlite): string[] {
  const unknown = standings(db).filter(({ wanted, batch }) => wanted === null && batch?.live === true)
  return [
    ...importsLacking(db)
      .filter((id) => isOwn(db, id))
      .map((id) => `the lines of import ${id} are missing`),
    ...unknown.map(({ id }) => `lines of unknown import ${id}`),
    ...nameProblems(db, 'creators', CREATORS),
    ...nameProblems(db, 'products', PRODUCTS),
  ]
}

function isOwn(db: Sqlite, id: string): boolean {
  const first = db
    .prepare<[number, string], number>(
      `SELECT i.rid FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq WHERE i.tbl = ? AND i.row = ?
       ORDER BY t.hlc LIMIT 1`,
    )
    .pluck()
    .get(ENTITIES.imports.n, id)
  return first !== undefined && first === Number(readMeta(db, 'self_rid'))
}

/** Records that imports added are those that live files name. */
function nameProblems(db: Sqlite, table: 'creators' | 'products', kind: number): string[] {
  const named = `SELECT d.id FROM dim_${table} d WHERE EXISTS (SELECT 1 FROM fact_batch_dims f JOIN fact_batches b ON b.no = f.batch_no
    WHERE f.kind = ${kind} AND f.dim_no = d.no AND b.live = 1)`
  const ids = (sql: string) => db.prepare<[], string>(sql).pluck().all()
  return [
    ...ids(`${named} EXCEPT SELECT id FROM ${table}`).map((id) => `${table} lack ${id}, which imported lines name`),
    ...ids(`SELECT id FROM ${table} WHERE _flag = 1 EXCEPT ${named}`).map(
      (id) => `${table} have ${id}, which no imported line names`,
    ),
  ]
}
