/** What was received and waits: read in the order of the steps, moved into the log when applied. */

import type { Sqlite } from '../database'
import type { Known, Replicas } from './replicas'
import type { Keeper, Source, Waiting } from './slices'

const READ_AT_ONCE = 512

/** Entries of arrivals that are not settled yet are left alone. */
const SETTLED = `arrival NOT IN (SELECT id FROM sync_arrivals WHERE state = 'storing')`

export function waitingSource(sqlite: Sqlite, replicas: Replicas): Source {
  // One look for each replica, not one at every entry that waits.
  const rids = sqlite
    .prepare<[], number>(
      `SELECT rid FROM sync_replica r WHERE EXISTS (SELECT 1 FROM sync_waiting w WHERE w.rid = r.rid AND ${SETTLED}) ORDER BY rid`,
    )
    .pluck()
  const next = sqlite.prepare<[number, number, number], Waiting>(
    `SELECT seq, arrival, body FROM sync_waiting WHERE rid = ? AND seq > ? AND ${SETTLED} ORDER BY seq LIMIT ?`,
  )
  return {
    replicas: () =>
      rids
        .all()
        .map((rid) => replicas.at(rid))
        .filter((known) => known !== replicas.self),
    read: (known) => next.all(known.rid, known.seq, READ_AT_ONCE),
  }
}

export interface WaitingKeeper extends Keeper {
  /** At the start of a slice: the one before may have been taken back. */
  begin(): void
  /** Removes what the slice applied from where it waited. */
  flush(): void
}

/** Writes applied entries into the log; `flush` removes them from where they waited. */
export function waitingKeeper(sqlite: Sqlite): WaitingKeeper {
  const log = sqlite.prepare('INSERT INTO sync_log (rid, seq, hlc, body) VALUES (?, ?, ?, ?)')
  const heading = sqlite.prepare(
    'INSERT INTO sync_tx (rid, seq, hlc, wall, author, label, flags, n_ops, arrival) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const park = parking(sqlite)
  const remove = sqlite.prepare('DELETE FROM sync_waiting WHERE rid = ? AND seq <= ?')
  const count = sqlite.prepare('UPDATE sync_arrivals SET changes = changes + ? WHERE id = ?')
  const finish = sqlite.prepare(
    `UPDATE sync_arrivals SET state = 'applied' WHERE state = 'stored' AND id NOT IN (SELECT arrival FROM sync_waiting)`,
  )
  const finishOne = sqlite.prepare(
    `UPDATE sync_arrivals SET state = 'applied'
     WHERE state = 'stored' AND id = ? AND NOT EXISTS (SELECT 1 FROM sync_waiting WHERE arrival = ?)`,
  )
  const clock = sqlite.prepare(`UPDATE sync_meta SET v = max(v, ?) WHERE k = 'hlc'`)
  const upTo = new Map<number, number>()
  const byArrival = new Map<number, number>()
  let highest = 0
  const begin = (): void => {
    upTo.clear()
    byArrival.clear()
    highest = 0
  }
  return {
    begin,
    applied: (known, waiting, entry) => {
      const { rid } = known
      const { seq, arrival, body: bytes } = waiting
      const { body } = entry
      log.run(rid, seq, body.hlc, bytes)
      heading.run(rid, seq, body.hlc, body.wall, body.author, body.label, body.flags, body.ops.length, arrival)
      park(known, waiting, entry)
      upTo.set(rid, seq)
      if (arrival !== null) byArrival.set(arrival, (byArrival.get(arrival) ?? 0) + 1)
      if (body.hlc > highest) highest = body.hlc
    },
    flush: () => {
      for (const [rid, seq] of upTo) remove.run(rid, seq)
      for (const [arrival, steps] of byArrival) {
        count.run(steps, arrival)
        finishOne.run(arrival, arrival)
      }
      // At the end of a run, also those that brought nothing new.
      if (byArrival.size === 0) finish.run()
      // In the transaction that applies: a later own step is after everything that is here.
      if (highest > 0) clock.run(highest)
      begin()
    },
  }
}

/** Notes what of an entry this build does not know. */
export function parking(sqlite: Sqlite): Keeper['applied'] {
  const park = sqlite.prepare('INSERT INTO sync_parked (rid, seq, op, tbl, row, col, val) VALUES (?, ?, ?, ?, ?, ?, ?)')
  return ({ rid }, { seq }, { ops }) => {
    for (const { op, table, row, column, value } of ops.parked) park.run(rid, seq, op, table, row, column, value)
  }
}

/** The last step that is here without a gap, of those settled. */
export function storedUpTo(sqlite: Sqlite): (known: Known) => number {
  const seqs = sqlite
    .prepare<[number, number], number>(
      `SELECT seq FROM sync_waiting WHERE rid = ? AND seq > ? AND ${SETTLED} ORDER BY seq`,
    )
    .pluck()
  return (known) => {
    let last = Math.max(known.stored, known.seq)
    for (const seq of seqs.iterate(known.rid, last)) {
      if (seq !== last + 1) break
      last = seq
    }
    return last
  }
}
