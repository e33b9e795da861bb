/** One hash over everything that a workspace shares: equal on two replicas exactly when they hold the same data. */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import { toWire } from '../shared/sync/body'
import { decodeId } from '../shared/sync/ids'
import type { RecordTable } from './capture/tables'

/**
 * SHA-256 (hex) over the records in the order of their numbers and ids. Facts are covered by the imports among them,
 * whose ids are hashes of what they brought.
 */
export function digest(tables: ReadonlyMap<number, RecordTable>): string {
  const hash = createHash('sha256')
  for (const table of [...tables.values()].toSorted((a, b) => a.entity.n - b.entity.n)) {
    for (const row of table.all()) {
      const values = table.columns.map((column) => toWire(column, row.cells[column.n] ?? null, null))
      hash.update(encode([table.entity.n, decodeId(row.id), row.deleted, values]))
    }
  }
  return hash.digest('hex')
}
