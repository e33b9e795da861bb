/** What replicas say of themselves and have confirmed: kept for people, and compared with what is here. */

import { FLAG_CLOCK_IN_DOUBT } from '../../shared/sync/body'
import type { Sqlite } from '../database'
import { readMeta } from '../meta'
import type { Chains } from './chains'
import type { Replicas } from './replicas'
import type { Replica, ReplicaNews } from './types'

export interface Contradiction {
  readonly replica: string
  readonly problem: 'ahead' | 'otherHash'
}

/** The part of the news that is kept as JSON. */
type Info = Pick<ReplicaNews, 'person' | 'computer' | 'appVersion' | 'schema' | 'wall' | 'lacks'>

/** Writes news down inside the caller's transaction; older news than those known change nothing but acknowledgements. */
export function createHearing(sqlite: Sqlite, replicas: Replicas, chains: Chains) {
  const info = sqlite.prepare<[number], string | null>('SELECT info FROM sync_replica WHERE rid = ?').pluck()
  const keep = sqlite.prepare(
    'UPDATE sync_replica SET info = ?, device = coalesce(?, device), parent = coalesce(?, parent) WHERE rid = ?',
  )
  const confirm = sqlite.prepare(
    `INSERT INTO sync_ack (src, rid, seq) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)`,
  )
  return (news: readonly ReplicaNews[]): readonly Contradiction[] => {
    const { self } = replicas
    const problems = new Map<string, Contradiction['problem']>()
    for (const one of news) {
      const known = replicas.need(Buffer.from(one.replica, 'hex'))
      if (known !== self) {
        const { person, computer, appVersion, schema, wall, lacks = [] } = one
        const before = infoOf(info.get(known.rid) ?? null)
        if (before === null || before.wall <= wall) {
          const kept: Info = { person, computer, appVersion, schema, wall, lacks }
          keep.run(JSON.stringify(kept), bytesOf(one.device), bytesOf(one.parent), known.rid)
        }
        for (const [name, seq] of one.vector) confirm.run(known.rid, replicas.need(Buffer.from(name, 'hex')).rid, seq)
        confirm.run(known.rid, known.rid, one.seq)
      }
      const ahead = known === self ? one.seq : (one.vector.get(self.name) ?? 0)
      if (ahead > self.seq) problems.set(self.name, 'ahead')
      const here = one.hash === undefined || one.hash === null ? null : chains.hashAt(known, one.seq)
      if (here !== null && here.toString('hex') !== one.hash) problems.set(known.name, 'otherHash')
    }
    return [...problems].map(([replica, problem]) => ({ replica, problem }))
  }
}

/** Everybody whose steps or word were ever here, in the order of their names. */
export function listReplicas(sqlite: Sqlite): readonly Replica[] {
  interface Row {
    readonly rid: number
    readonly name: string
    readonly seq: number
    readonly stored: number
    readonly device: Buffer | null
    readonly parent: Buffer | null
    readonly state: Replica['state']
    readonly info: string | null
    readonly announced: number | null
    readonly flags: number | null
  }
  const rows = sqlite
    .prepare<[], Row>(
      `SELECT rid, lower(hex(id)) AS name, seq, max(seq, stored_seq) AS stored, device, parent, state, info,
         (SELECT max(seq) FROM sync_ack a WHERE a.rid = r.rid) AS announced,
         (SELECT flags FROM sync_tx t WHERE t.rid = r.rid AND t.seq = r.seq) AS flags
       FROM sync_replica r ORDER BY id`,
    )
    .all()
  const acks = sqlite.prepare<[number], { name: string; seq: number }>(
    'SELECT lower(hex(r.id)) AS name, a.seq FROM sync_ack a JOIN sync_replica r ON r.rid = a.rid WHERE a.src = ?',
  )
  const self = Number(readMeta(sqlite, 'self_rid'))
  return rows.map(({ rid, name, seq, stored, device, parent, state, info, announced, flags }) => {
    const said = infoOf(info)
    const vector = new Map(acks.all(rid).map((ack) => [ack.name, ack.seq]))
    const base = { replica: name, device: device?.toString('hex') ?? null, parent: parent?.toString('hex') ?? null }
    return {
      ...base,
      self: rid === self,
      state,
      seq,
      stored,
      announced: Math.max(announced ?? 0, stored),
      news: said === null ? null : { ...base, ...said, seq: vector.get(name) ?? 0, vector },
      clockInDoubt: ((flags ?? 0) & FLAG_CLOCK_IN_DOUBT) !== 0,
    }
  })
}

/** Written by this module; null when nothing was heard. */
function infoOf(json: string | null): Info | null {
  return json === null ? null : (JSON.parse(json) as Info)
}

function bytesOf(hex: string | null): Buffer | null {
  return hex === null ? null : Buffer.from(hex, 'hex')
}
