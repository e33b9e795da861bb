/**
 * The replicas of the workspace in memory: how far each is here, and what it had seen at its last step.
 *
 * Follows the tables: whoever takes a transaction back reads them again.
 */

import { firstHash } from '../capture/chain'
import type { Sqlite } from '../database'
import { readMeta } from '../meta'

/** One replica. Changed only by what applies steps, which also writes the change down. */
export interface Known {
  /** Its number in this file; means nothing elsewhere. */
  readonly rid: number
  readonly id: Buffer
  /** The id as 16 hex digits. */
  readonly name: string
  /** The last step applied here, and the chain's hash and the clock there. */
  seq: number
  hash: Buffer
  hlc: number
  /** Received without a gap, applied or not. */
  stored: number
  /** By `rid`: the last step of others that it had seen when it made its last one. */
  seen: number[]
}

export interface Replicas {
  /** The one that writes here. */
  readonly self: Known
  all(): readonly Known[]
  at(rid: number): Known
  find(name: string): Known | undefined
  /** Notes one that is heard of for the first time. Inside a transaction. */
  need(id: Uint8Array): Known
  /** Reads the tables again. */
  reload(): void
}

interface Stored {
  readonly rid: number
  readonly id: Buffer
  readonly seq: number
  readonly hash: Buffer
  readonly stored_seq: number
  readonly hlc: number | null
}

export function openReplicas(sqlite: Sqlite): Replicas {
  const { rows, seen, add } = statements(sqlite)
  const byName = new Map<string, Known>()
  let byRid: Known[] = []
  const selfRid = Number(readMeta(sqlite, 'self_rid'))

  const reload = (): void => {
    const found = rows.all()
    const names = new Set<string>()
    byRid = []
    for (const { rid, id, seq, hash, stored_seq: stored, hlc } of found) {
      const name = id.toString('hex')
      names.add(name)
      // The same objects again: others hold on to them.
      const known = byName.get(name) ?? { rid, id, name, seq, hash, hlc: 0, stored, seen: [] }
      Object.assign(known, { seq, hash, hlc: hlc ?? 0, stored: Math.max(stored, seq), seen: [] })
      byName.set(name, known)
      byRid[rid] = known
    }
    for (const name of byName.keys()) if (!names.has(name)) byName.delete(name)
    for (const { src, rid, seq } of seen.iterate()) {
      const known = byRid[src]
      if (known !== undefined) known.seen[rid] = seq
    }
  }
  const at = (rid: number): Known => {
    const known = byRid[rid]
    if (known === undefined) throw new RangeError(`no replica ${rid}`)
    return known
  }

  reload()
  return {
    get self() {
      return at(selfRid)
    },
    all: () => [...byName.values()],
    at,
    find: (name) => byName.get(name),
    need: (bytes) => {
      const id = Buffer.from(bytes)
      const name = id.toString('hex')
      const found = byName.get(name)
      if (found !== undefined) return found
      const hash = firstHash(id)
      const rid = add.get(id, hash)
      if (rid === undefined) throw new RangeError('the replica was not added')
      const known: Known = { rid, id, name, seq: 0, hash, hlc: 0, stored: 0, seen: [] }
      byName.set(name, known)
      byRid[rid] = known
      return known
    },
    reload,
  }
}

function statements(sqlite: Sqlite) {
  return {
    rows: sqlite.prepare<[], Stored>(
      `SELECT rid, id, seq, hash, stored_seq, (SELECT hlc FROM sync_tx t WHERE t.rid = r.rid AND t.seq = r.seq) AS hlc
       FROM sync_replica r ORDER BY rid`,
    ),
    seen: sqlite.prepare<[], { src: number; rid: number; seq: number }>('SELECT src, rid, seq FROM sync_vv'),
    add: sqlite
      .prepare<[Uint8Array, Uint8Array], number>('INSERT INTO sync_replica (id, hash) VALUES (?, ?) RETURNING rid')
      .pluck(),
  }
}
