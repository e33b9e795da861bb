/** What must hold between the tables of the exchange, whatever was received in whatever order. */

import type { Sqlite } from '../database'

/** What is wrong, and the query that finds the names of it. */
const CHECKS: readonly (readonly [string, string])[] = [
  [
    'is marked as having written what is not applied here',
    `SELECT DISTINCT lower(hex(r.id)) FROM sync_cell c JOIN sync_replica r ON r.rid = c.rid WHERE c.seq > r.seq
     UNION SELECT DISTINCT lower(hex(r.id)) FROM sync_row b JOIN sync_replica r ON r.rid = b.rid WHERE b.seq > r.seq`,
  ],
  [
    'has entries that wait although they are applied',
    `SELECT DISTINCT lower(hex(r.id)) FROM sync_waiting w JOIN sync_replica r ON r.rid = w.rid WHERE w.seq <= r.seq`,
  ],
  [
    'has entries that came with no arrival',
    `SELECT DISTINCT lower(hex(r.id)) FROM sync_waiting w JOIN sync_replica r ON r.rid = w.rid
     WHERE w.arrival NOT IN (SELECT id FROM sync_arrivals)`,
  ],
  [
    'had seen what is not applied here',
    `SELECT DISTINCT lower(hex(s.id)) FROM sync_vv v JOIN sync_replica s ON s.rid = v.src JOIN sync_replica r ON r.rid = v.rid
     WHERE v.seq > r.seq`,
  ],
  [
    'has entries without a heading, or headings without an entry',
    `SELECT DISTINCT lower(hex(r.id)) FROM sync_replica r
     WHERE (SELECT count(*) FROM sync_tx t WHERE t.rid = r.rid) <> r.seq
       OR (SELECT count(*) FROM sync_log l WHERE l.rid = r.rid AND l.seq > r.base_seq) <> r.seq - r.base_seq`,
  ],
  [
    'is a field that shows none, or several, of its values',
    `SELECT tbl || '/' || row || '/' || col FROM sync_cell GROUP BY tbl, row, col HAVING sum(win) <> 1`,
  ],
]

export function exchangeProblems(sqlite: Sqlite): readonly string[] {
  return CHECKS.flatMap(([what, query]) =>
    sqlite
      .prepare<[], string>(query)
      .pluck()
      .all()
      .map((name) => `${name} ${what}`),
  )
}
