/** Through what colleagues' work comes: taken in as a whole, or forgotten. */

import type { Sqlite } from '../database'
import type { Replicas } from './replicas'
import type { ArrivalSource } from './types'
import { storedUpTo } from './waiting'

export type Arrivals = ReturnType<typeof openArrivals>

export function openArrivals(sqlite: Sqlite, replicas: Replicas, now: () => number) {
  const add = sqlite
    .prepare<unknown[], number>(
      `INSERT INTO sync_arrivals (kind, name, package, sender, at, state) VALUES (?, ?, ?, ?, ?, 'storing') RETURNING id`,
    )
    .pluck()
  const keep = sqlite.prepare(`UPDATE sync_arrivals SET state = 'stored' WHERE id = ?`)
  const remove = sqlite.prepare('DELETE FROM sync_arrivals WHERE id = ?')
  const forget = sqlite.prepare('DELETE FROM sync_waiting WHERE arrival = ?')
  const count = sqlite.prepare<[], number>('SELECT count(*) FROM sync_waiting').pluck()
  const known = sqlite.prepare<[number, number], number>('UPDATE sync_replica SET stored_seq = ? WHERE rid = ?')
  const upTo = storedUpTo(sqlite)
  const settle = (id: number, outcome: 'keep' | 'forget'): void => {
    if (outcome === 'forget') {
      forget.run(id)
      remove.run(id)
      return
    }
    keep.run(id)
    for (const replica of replicas.all()) {
      const stored = upTo(replica)
      if (stored === replica.stored) continue
      replica.stored = stored
      known.run(stored, replica.rid)
    }
  }
  return {
    open: ({ kind, name, package: id, sender }: ArrivalSource): number => {
      const arrival = add.get(kind, name, id, sender === null ? null : Buffer.from(sender, 'hex'), now())
      if (arrival === undefined) throw new RangeError('the arrival was not added')
      return arrival
    },
    settle,
    waiting: () => count.get() ?? 0,
  }
}

/** Drops what was being stored when the file was last closed. Inside a transaction. */
export function forgetUnsettled(sqlite: Sqlite): void {
  sqlite.exec(`DELETE FROM sync_waiting WHERE arrival IN (SELECT id FROM sync_arrivals WHERE state = 'storing')`)
  sqlite.exec(`DELETE FROM sync_arrivals WHERE state = 'storing'`)
}
