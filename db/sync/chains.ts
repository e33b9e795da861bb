/** The chain's hash at any step that is here: worked out once, then remembered by its first four bytes. */

import { chainHash, firstHash } from '../capture/chain'
import type { Sqlite } from '../database'
import type { Known } from './replicas'

export interface Chains {
  /** The first four bytes as a number, or null for a step that is not applied here. */
  mark(known: Known, seq: number): number | null
  /** The whole hash at a step that is here, applied or not, or null. */
  hashAt(known: Pick<Known, 'rid' | 'id' | 'seq' | 'hash'>, seq: number): Buffer | null
  /** A step was applied and its replica advanced. */
  extend(known: Known): void
  /** A transaction was taken back. */
  forget(): void
}

export function markOf(hash: Uint8Array): number {
  return (((hash[0] ?? 0) << 24) | ((hash[1] ?? 0) << 16) | ((hash[2] ?? 0) << 8) | (hash[3] ?? 0)) >>> 0
}

export function openChains(sqlite: Sqlite): Chains {
  const bodies = sqlite
    .prepare<[number, number], Buffer>('SELECT body FROM sync_log WHERE rid = ? AND seq <= ? ORDER BY seq')
    .pluck()
  const waiting = sqlite
    .prepare<[number, number], Buffer>('SELECT body FROM sync_waiting WHERE rid = ? AND seq = ?')
    .pluck()
  // By replica, the marks from `from` on without a gap up to its last step.
  const marks = new Map<number, { readonly from: number; readonly list: number[] }>()

  const reach = ({ rid, seq }: Known): boolean => {
    const known = marks.get(rid)
    return known !== undefined && known.from + known.list.length - 1 === seq
  }
  const read = (known: Known): number[] => {
    let hash = firstHash(known.id)
    const list = [markOf(hash)]
    for (const body of bodies.iterate(known.rid, known.seq)) list.push(markOf((hash = chainHash(hash, body))))
    marks.set(known.rid, { from: 0, list })
    return list
  }
  return {
    mark: (known, seq) => {
      if (seq > known.seq || seq < 0) return null
      if (seq === known.seq) return markOf(known.hash)
      const remembered = marks.get(known.rid)
      if (remembered !== undefined && reach(known) && seq >= remembered.from)
        return remembered.list[seq - remembered.from] ?? null
      return read(known)[seq] ?? null
    },
    hashAt: (known, seq) => {
      if (seq < 0) return null
      let hash = seq < known.seq ? firstHash(known.id) : known.hash
      if (seq < known.seq) for (const body of bodies.iterate(known.rid, seq)) hash = chainHash(hash, body)
      for (let next = known.seq + 1; next <= seq; next++) {
        const body = waiting.get(known.rid, next)
        if (body === undefined) return null
        hash = chainHash(hash, body)
      }
      return hash
    },
    extend: (known) => {
      const remembered = marks.get(known.rid)
      if (remembered !== undefined && remembered.from + remembered.list.length === known.seq)
        remembered.list.push(markOf(known.hash))
      else marks.set(known.rid, { from: known.seq, list: [markOf(known.hash)] })
    },
    forget: () => marks.clear(),
  }
}
