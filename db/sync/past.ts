/** What entries overwrote: for history, and for taking back what an arrival brought. */

import type { Cell } from '../../shared/sync/body'
import type { Liveness } from '../capture/pending'
import type { Sqlite } from '../database'
import type { Known } from './replicas'

/** The entry that writes. */
interface By {
  readonly author: Known
  readonly seq: number
}

interface Record {
  /** The table's number. */
  readonly n: number
  readonly id: string
}

export interface Past {
  /** The entry says something of the record. */
  touched(by: By, record: Record): void
  /** What the record was before. */
  row(by: By, record: Record, before: Liveness): void
  /** What the cell showed before. */
  cell(by: By, record: Record, column: number, shown: Cell): void
}

export function openPast(sqlite: Sqlite): Past {
  const index = sqlite.prepare('INSERT INTO log_index (tbl, row, rid, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const past = sqlite.prepare(
    'INSERT INTO sync_past (tbl, row, by_rid, by_seq, col, val) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  return {
    touched: ({ author, seq }, { n, id }) => void index.run(n, id, author.rid, seq),
    row: ({ author, seq }, { n, id }, before) => void past.run(n, id, author.rid, seq, -1, before),
    cell: ({ author, seq }, { n, id }, column, shown) => void past.run(n, id, author.rid, seq, column, shown),
  }
}
