/** How far each replica is, written down. */

import type { Sqlite } from '../database'
import type { Known } from './replicas'

export interface Heads {
  /** The replica's last step, and the wall time that it bears (null: unchanged). */
  advance(known: Known, wall: number | null): void
  /** What `src` had seen of `rid` at its last step. */
  saw(src: number, rid: number, seq: number, hash4: Uint8Array): void
}

export function openHeads(sqlite: Sqlite): Heads {
  const advance = sqlite.prepare(
    'UPDATE sync_replica SET seq = ?, stored_seq = ?, hash = ?, last_wall = coalesce(?, last_wall) WHERE rid = ?',
  )
  const saw = sqlite.prepare(
    `INSERT INTO sync_vv (src, rid, seq, h4) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, h4 = excluded.h4`,
  )
  return {
    advance: ({ rid, seq, stored, hash }, wall) => void advance.run(seq, stored, hash, wall, rid),
    saw: (src, rid, seq, hash4) => void saw.run(src, rid, seq, hash4),
  }
}
