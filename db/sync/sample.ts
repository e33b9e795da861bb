/** The first changes of a rehearsal, field by field. */

import type { Cell } from '../../shared/sync/body'
import type { Sqlite } from '../database'
import type { Tally } from './tally'
import type { SampleChange } from './types'

interface Heading {
  readonly rid: number
  readonly seq: number
  readonly author: string
  readonly wall: number
}

/** What the steps applied since the transaction began changed of the records they touched, at most `limit` fields. */
export function sampleOf(sqlite: Sqlite, tally: Tally, limit: number): readonly SampleChange[] {
  const steps = sqlite.prepare<[number, string], Heading>(
    `SELECT t.rid, t.seq, t.author, t.wall FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq
     WHERE i.tbl = ? AND i.row = ? AND t.arrival IS NOT NULL ORDER BY t.arrival DESC, t.hlc DESC LIMIT 1`,
  )
  const firstPast = sqlite.prepare<[number, string, number], { val: Cell }>(
    `SELECT p.val FROM sync_past p JOIN sync_tx t ON t.rid = p.by_rid AND t.seq = p.by_seq
     WHERE p.tbl = ? AND p.row = ? AND p.col = ? AND t.arrival = (SELECT max(id) FROM sync_arrivals) ORDER BY t.hlc LIMIT 1`,
  )
  const beside = sqlite
    .prepare<[number, string, number, Cell], Cell>(
      'SELECT val FROM sync_cell WHERE tbl = ? AND row = ? AND col = ? AND win = 0 AND val IS NOT ? ORDER BY hlc DESC LIMIT 1',
    )
    .pluck()
  const sample: SampleChange[] = []
  for (const { table, id, before } of tally.touched.values()) {
    if (sample.length >= limit) break
    const now = table.read(id)
    const head = steps.get(table.entity.n, id)
    if (now === null || head === undefined) continue
    const base = { entity: table.entity.name, id, author: head.author, at: head.wall }
    const was = before === 'alive' || before === 'derived'
    if (was && now.deleted) sample.push({ ...base, field: '', before: null, after: null, kind: 'removed' })
    if (now.deleted) continue
    if (before === 'deleted') sample.push({ ...base, field: '', before: null, after: null, kind: 'restored' })
    for (const column of table.columns) {
      const after = now.cells[column.n] ?? null
      const past = firstPast.get(table.entity.n, id, column.n)
      const asked = tally.asks(table, id, column)
      if (before === 'absent' ? after === null : past === undefined && !asked) continue
      const shownBefore = past === undefined ? (before === 'absent' ? null : after) : past.val
      sample.push({
        ...base,
        field: column.field,
        before: shownBefore,
        // Of a question that changes nothing yet, the other value.
        after: asked && after === shownBefore ? (beside.get(table.entity.n, id, column.n, after) ?? after) : after,
        kind: asked ? 'conflict' : before === 'absent' ? 'created' : 'changed',
      })
      if (sample.length >= limit) break
    }
  }
  return sample
}
