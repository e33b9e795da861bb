/** One hash over everything that a workspace shares: equal on two replicas exactly when they hold the same data. */

import { createHash } from 'node:crypto'

import { encode } from 'cborg'

import { type Cell, toWire } from '../shared/sync/body'
import { decodeId } from '../shared/sync/ids'
import { ENTITIES } from '../shared/sync/registry'
import { inQuestion } from '../shared/sync/merge'
import type { RecordTable } from './capture/tables'
import type { Sqlite } from './database'
import { isHere, standingOf } from './facts/standing'

interface Sibling {
  readonly replica: Buffer
  readonly hlc: number
  readonly win: number
  readonly val: Cell
}

/**
 * SHA-256 (hex) over the living records in the order of their numbers and ids; where values of a field are in question, over
 * all of them; and over whether each imported file's lines are here, whose content its record names. `tables` are of `sqlite`.
 */
export function digest(sqlite: Sqlite, tables: ReadonlyMap<number, RecordTable>): string {
  const hash = createHash('sha256')
  const read = openReading(sqlite)
  for (const table of [...tables.values()].toSorted((a, b) => a.entity.n - b.entity.n)) {
    const { n } = table.entity
    const asked = read.inQuestion(n)
    for (const row of table.all()) {
      if (row.deleted) continue
      const values = table.columns.map((column) => toWire(column, row.cells[column.n] ?? null, null))
      const item: unknown[] = [n, decodeId(row.id), values]
      if (asked.has(row.id)) item.push(read.siblings(table, row.id, row.cells))
      if (n === ENTITIES.imports.n) item.push(read.hasLines(row.id))
      hash.update(encode(item))
    }
  }
  return hash.digest('hex')
}

function openReading(sqlite: Sqlite) {
  const asked = sqlite
    .prepare<[number], string>(
      'SELECT DISTINCT row FROM sync_cell INDEXED BY sync_cell_conflict WHERE tbl = ? AND win = 0',
    )
    .pluck()
  const siblings = sqlite.prepare<[number, string, number], Sibling>(
    `SELECT r.id AS replica, c.hlc, c.win, c.val FROM sync_cell c JOIN sync_replica r ON r.rid = c.rid
     WHERE c.tbl = ? AND c.row = ? AND c.col = ? ORDER BY c.hlc, r.id`,
  )
  return {
    inQuestion: (n: number): ReadonlySet<string> => new Set(asked.all(n)),
    siblings: (table: RecordTable, id: string, cells: readonly Cell[]): unknown[] =>
      table.columns.flatMap((column) => {
        const writes = siblings
          .all(table.entity.n, id, column.n)
          .map(({ replica, hlc, win, val }) => ({ replica, hlc, value: win === 1 ? (cells[column.n] ?? null) : val }))
        if (inQuestion(column.merge, writes) === null) return []
        return [[column.n, writes.map(({ replica, hlc, value }) => [replica, hlc, toWire(column, value, null)])]]
      }),
    hasLines: (id: string): boolean => isHere(standingOf(sqlite, id)),
  }
}
