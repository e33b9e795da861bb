/** What somebody else has, and how much they lack. */

import { ENTITIES } from '../../shared/sync/registry'
import { includes, type Vector } from '../../shared/sync/vector'
import type { Sqlite } from '../database'

/** What a copy certainly has: what it said, and what its steps that are here had seen. */
export function knownOf(sqlite: Sqlite, replica: string): Vector {
  const rows = sqlite
    .prepare<[Buffer, Buffer, Buffer], { replica: string; seq: number }>(
      `SELECT lower(hex(o.id)) AS replica, max(k.seq) AS seq FROM (
         SELECT rid, seq FROM sync_ack WHERE src = (SELECT rid FROM sync_replica WHERE id = ?)
         UNION ALL SELECT rid, seq FROM sync_vv WHERE src = (SELECT rid FROM sync_replica WHERE id = ?)
         UNION ALL SELECT rid, seq FROM sync_replica WHERE id = ?) k
       JOIN sync_replica o ON o.rid = k.rid GROUP BY o.id HAVING max(k.seq) > 0 ORDER BY o.id`,
    )
    .all(...([replica, replica, replica].map((id) => Buffer.from(id, 'hex')) as [Buffer, Buffer, Buffer]))
  return new Map(rows.map((row) => [row.replica, row.seq]))
}

/** Steps beyond `since` and the bytes of their entries. */
export function stepsBeyond(sqlite: Sqlite, since: Vector): { readonly steps: number; readonly bytes: number } {
  const replicas = sqlite
    .prepare<[], { rid: number; name: string }>('SELECT rid, lower(hex(id)) AS name FROM sync_replica')
    .all()
  const beyond = sqlite.prepare<[number, number, number, number], { steps: number; bytes: number }>(
    `SELECT count(*) AS steps, coalesce(sum(length(body)), 0) AS bytes FROM (
       SELECT body FROM sync_log WHERE rid = ? AND seq > ?
       UNION ALL SELECT body FROM sync_waiting WHERE rid = ? AND seq > ?
         AND arrival NOT IN (SELECT id FROM sync_arrivals WHERE state = 'storing'))`,
  )
  const total = { steps: 0, bytes: 0 }
  for (const { rid, name } of replicas) {
    const after = since.get(name) ?? 0
    const found = beyond.get(rid, after, rid, after)
    total.steps += found?.steps ?? 0
    total.bytes += found?.bytes ?? 0
  }
  return total
}

/** Whether none of the steps that touched a record are known to somebody who has `since`. */
export function isNewTo(sqlite: Sqlite, since: Vector, entity: 'imports' | 'attachments'): (id: string) => boolean {
  const touched = sqlite.prepare<[number, string], { replica: string; seq: number }>(
    `SELECT lower(hex(r.id)) AS replica, i.seq FROM log_index i JOIN sync_replica r ON r.rid = i.rid WHERE i.tbl = ? AND i.row = ?`,
  )
  return (id) => !touched.all(ENTITIES[entity].n, id).some(({ replica, seq }) => includes(since, replica, seq))
}
