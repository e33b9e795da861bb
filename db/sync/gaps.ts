/** What is missing before waiting entries can be applied. */

import { decodeHead } from '../../shared/sync/body'
import type { Sqlite } from '../database'
import type { Gap } from './types'

/** Holes before waiting entries, and steps of others that their authors had seen; in the order of replicas and steps. */
export function missingSteps(sqlite: Sqlite): readonly Gap[] {
  const waiting = sqlite
    .prepare<[], { name: string; applied: number; rid: number }>(
      `SELECT lower(hex(id)) AS name, seq AS applied, rid FROM sync_replica r
       WHERE EXISTS (SELECT 1 FROM sync_waiting w WHERE w.rid = r.rid AND w.seq > r.seq)`,
    )
    .all()
  const next = sqlite
    .prepare<[number, number], Buffer>('SELECT body FROM sync_waiting WHERE rid = ? AND seq = ?')
    .pluck()
  // How far each must be for the first waiting entry of somebody.
  const wanted = new Map<string, number>()
  for (const { name, applied, rid } of waiting) {
    wanted.set(name, wanted.get(name) ?? 0)
    const body = next.get(rid, applied + 1)
    for (const [of, seq] of body === undefined ? [] : depsOf(body)) wanted.set(of, Math.max(seq, wanted.get(of) ?? 0))
  }
  return [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, to]) => gapsOf(sqlite, name, to))
}

function gapsOf(sqlite: Sqlite, replica: string, to: number): readonly Gap[] {
  const known = sqlite
    .prepare<[Buffer], { rid: number; seq: number }>('SELECT rid, seq FROM sync_replica WHERE id = ?')
    .get(Buffer.from(replica, 'hex'))
  const seqs = sqlite
    .prepare<[number, number], number>('SELECT seq FROM sync_waiting WHERE rid = ? AND seq > ? ORDER BY seq')
    .pluck()
  const gaps: Gap[] = []
  let last = known?.seq ?? 0
  for (const seq of known === undefined ? [] : seqs.iterate(known.rid, known.seq)) {
    if (seq !== last + 1) gaps.push({ replica, from: last + 1, to: seq - 1 })
    last = seq
  }
  if (to > last) gaps.push({ replica, from: last + 1, to })
  return gaps
}

/** What an entry's author had seen; nothing for one that cannot be read. */
function depsOf(body: Uint8Array): readonly (readonly [replica: string, seq: number])[] {
  try {
    return (decodeHead(body).deps ?? []).map(([id, seq]) => [Buffer.from(id).toString('hex'), seq])
  } catch {
    return []
  }
}
