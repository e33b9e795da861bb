/** Entries for somebody else: from the log, and such as wait here, so that everything is passed on. */

import type { Sqlite } from '../database'
import type { LogRun, Vector } from './types'

export interface RunLimits {
  readonly steps: number
  readonly bytes: number
}

export const RUN_LIMITS: RunLimits = { steps: 2000, bytes: 1_000_000 }

interface Row {
  readonly seq: number
  readonly body: Buffer
}

const READ_AT_ONCE = 500

/** Runs beyond `since`, replica by replica in the order of their names. Sees what is committed when a run is read. */
export function* runsOf(reader: Sqlite, since: Vector, limits: RunLimits): Iterable<LogRun> {
  const replicas = reader
    .prepare<[], { rid: number; name: string }>('SELECT rid, lower(hex(id)) AS name FROM sync_replica ORDER BY id')
    .all()
  const logged = reader.prepare<[number, number, number], Row>(
    'SELECT seq, body FROM sync_log WHERE rid = ? AND seq > ? ORDER BY seq LIMIT ?',
  )
  const waiting = reader.prepare<[number, number, number], Row>(
    `SELECT seq, body FROM sync_waiting WHERE rid = ? AND seq > ?
     AND arrival NOT IN (SELECT id FROM sync_arrivals WHERE state = 'storing') ORDER BY seq LIMIT ?`,
  )
  for (const { rid, name } of replicas) {
    let run: { from: number; bodies: Buffer[]; bytes: number } | null = null
    for (let after = since.get(name) ?? 0; ;) {
      // Without a pause between the two: what waits may be in the log a moment later.
      const logRows = logged.all(rid, after, READ_AT_ONCE)
      const rows: readonly Row[] = logRows.length > 0 ? logRows : waiting.all(rid, after, READ_AT_ONCE)
      if (rows.length === 0) break
      for (const { seq, body } of rows) {
        if (
          run !== null &&
          (seq !== after + 1 || run.bodies.length >= limits.steps || run.bytes + body.length > limits.bytes)
        ) {
          yield { replica: name, from: run.from, bodies: run.bodies }
          run = null
        }
        run ??= { from: seq, bodies: [], bytes: 0 }
        run.bodies.push(body)
        run.bytes += body.length
        after = seq
      }
    }
    if (run !== null) yield { replica: name, from: run.from, bodies: run.bodies }
  }
}
