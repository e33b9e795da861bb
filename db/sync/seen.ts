/** What the author of a step had seen of the others when they made it: read from the log, so that it is the same on every copy. */

import { decodeBody } from '../../shared/sync/body'
import type { Sqlite } from '../database'

export interface Dot {
  readonly rid: number
  readonly seq: number
}

export interface Sight {
  /** Whether whoever made `step` knew `other`. */
  sees(step: Dot, other: Dot): boolean
}

/** What one replica said it had seen, step by step. */
interface Seen {
  readTo: number
  /** By the other replica: the own steps at which more of it had been seen, in order. */
  readonly of: Map<number, { readonly at: number; readonly upTo: number }[]>
}

/** Reads on where it stopped: entries never change, so one sight serves as long as its connection. */
export function openSight(sqlite: Sqlite): Sight {
  const entries = sqlite.prepare<[number, number], { seq: number; body: Buffer }>(
    'SELECT seq, body FROM sync_log WHERE rid = ? AND seq > ? ORDER BY seq',
  )
  const numberOf = sqlite.prepare<[Uint8Array], number>('SELECT rid FROM sync_replica WHERE id = ?').pluck()
  const known = new Map<number, Seen>()

  function seenBy(rid: number, seq: number): Seen {
    const seen = known.get(rid) ?? { readTo: 0, of: new Map() }
    known.set(rid, seen)
    if (seen.readTo >= seq) return seen
    for (const entry of entries.iterate(rid, seen.readTo)) {
      seen.readTo = entry.seq
      if (!mayHaveDependencies(entry.body)) continue
      for (const [replica, upTo] of decodeBody(entry.body).deps ?? []) {
        const other = numberOf.get(replica)
        if (other === undefined) continue
        const steps = seen.of.get(other) ?? []
        steps.push({ at: entry.seq, upTo })
        seen.of.set(other, steps)
      }
    }
    return seen
  }

  return {
    sees(step, other) {
      if (step.rid === other.rid) return step.seq >= other.seq
      const steps = seenBy(step.rid, step.seq).of.get(other.rid)
      return steps?.some(({ at, upTo }) => at <= step.seq && upTo >= other.seq) ?? false
    },
  }
}

const NULL = 0xf6
/** Items of a body before its dependencies: five whole numbers, two texts. */
const BEFORE = 7

/** Looks past the head of an entry without decoding it: most entries say nothing of others. */
function mayHaveDependencies(body: Uint8Array): boolean {
  let at = 1
  for (let item = 0; item < BEFORE; item++) {
    const head = body[at] ?? 0
    const small = head & 31
    const width = small < 24 ? 0 : 1 << (small - 24)
    let value = small
    if (width > 0) {
      value = 0
      for (let i = 1; i <= width; i++) value = value * 256 + (body[at + i] ?? 0)
    }
    at += 1 + width + (head >> 5 === 3 ? value : 0)
  }
  return body[at] !== NULL
}
