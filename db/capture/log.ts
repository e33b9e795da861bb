/**
 * The append-only log of one replica: everything that people and imports changed, one entry a transaction.
 *
 * Entry n's hash covers entry n-1's, so a gap, a change or a second branch shows. Undo, history and exchange with
 * colleagues all read it; nothing else records changes.
 */

import { type Body, decodeBody, FLAG_CLOCK_IN_DOUBT, READER } from '../../shared/sync/body'
import { encodingBody } from '../../shared/sync/body-writing'
import { clockDoubt, tick, tickWithoutWall } from '../../shared/sync/clock'
import { AppError } from '../../shared/errors'
import type { EntityName } from '../../shared/sync/registry'
import type { Sqlite } from '../database'
import { readMeta, writeMeta } from '../meta'
import { prepared } from '../prepared'
import type { StepWriter } from '../sync/own'
import { readChanges, type RowChange, SLICE } from './pending'
import type { RecordTable } from './tables'

/** Who makes a step and what it is called: `kind` or `kind:subject`, as `shops.add:Lotus Beauty`. */
export interface StepIntent {
  readonly author: string
  readonly label: string
  /** The author has seen all values of the fields in question; without it, overwriting one is refused as `sync.undecided`. */
  readonly resolve?: boolean
  /** Taking it back is a step of its own, with a reason (a reversal, reopening a month): undo passes it by. */
  readonly lasting?: boolean
}

/** What a transaction changed, for whoever shows it. `seq` is null when nothing of the log changed. */
export interface CommitNotice extends Omit<StepIntent, 'resolve' | 'lasting'> {
  readonly seq: number | null
  readonly flags: number
  readonly changed: readonly { readonly entity: EntityName; readonly id: string }[]
}

export interface Log {
  readonly rid: number
  /** Why this computer's date was doubted when the file was opened, or null; until `trustClock`, steps carry the doubt. */
  doubt(): ReturnType<typeof clockDoubt>
  trustClock(): void
  /**
   * Turns what the running transaction changed into one entry; without changes it writes none. It stops after each slice
   * of its work: whoever has time lets others go on in between, everybody else runs it to its end.
   */
  append(intent: StepIntent, flags: number): Generator<void, CommitNotice>
  /** An entry of this replica, or of another one. */
  read(seq: number, rid?: number): Body
}

export interface LogOptions {
  readonly now: () => number
  readonly schema: number
}

/** A date that no computer can have: 2100-01-01. */
const IMPOSSIBLE_MS = Date.UTC(2100, 0, 1)

export function openLog(
  writer: Sqlite,
  tables: ReadonlyMap<number, RecordTable>,
  steps: StepWriter,
  options: LogOptions,
): Log {
  const { rid } = steps
  const lastWall = readMeta(writer, 'last_wall')
  let doubt = clockDoubt(options.now(), typeof lastWall === 'number' ? lastWall : null)
  const store = preparedStore(writer, rid)

  return {
    rid,
    doubt: () => doubt,
    trustClock: () => {
      doubt = null
    },
    *append({ author, label, resolve }, flags) {
      const changes = yield* readChanges(writer, tables)
      prepared(writer, 'DELETE FROM sync_pending').run()
      const changed = changes.map(({ table, id }) => ({ entity: table.entity.name, id }))
      if (changes.length === 0) return { author, label, seq: null, flags, changed }
      if (resolve !== true) steps.refuseUndecided(changes)
      const wall = possible(options.now())
      const last = Number(readMeta(writer, 'hlc'))
      const hlc = doubt === null ? tick(last, wall) : tickWithoutWall(last)
      const allFlags = doubt === null ? flags : flags | FLAG_CLOCK_IN_DOUBT
      const body: Body = {
        hlc,
        wall,
        flags: allFlags,
        schema: options.schema,
        minReader: READER,
        author,
        label,
        deps: steps.seenSince(),
        ops: changes.flatMap(({ ops }) => ops),
      }
      const bytes = yield* encodingBody(body)
      const seq = yield* steps.add(body, bytes, changes)
      yield* store.add(seq, body, bytes, changes)
      writeMeta(writer, 'hlc', hlc)
      writeMeta(writer, 'last_wall', wall)
      return { author, label, seq, flags: allFlags, changed }
    },
    read: (seq, of = rid) => store.read(of, seq),
  }
}

/** Entries of such a date would stand before everybody's for decades. */
function possible(wall: number): number {
  if (wall >= IMPOSSIBLE_MS) throw new AppError('clock.impossible', { date: new Date(wall).toISOString().slice(0, 10) })
  return wall
}

function preparedStore(writer: Sqlite, rid: number) {
  const entry = writer.prepare('INSERT INTO sync_log (rid, seq, hlc, body) VALUES (?, ?, ?, ?)')
  const heading = writer.prepare(
    'INSERT INTO sync_tx (rid, seq, hlc, wall, author, label, flags, n_ops) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const past = writer.prepare('INSERT INTO sync_past (tbl, row, by_rid, by_seq, col, val) VALUES (?, ?, ?, ?, ?, ?)')
  const touched = writer.prepare('INSERT INTO log_index (tbl, row, rid, seq) VALUES (?, ?, ?, ?)')
  const body = writer.prepare<[number, number], Buffer>('SELECT body FROM sync_log WHERE rid = ? AND seq = ?').pluck()

  return {
    *add(seq: number, content: Body, bytes: Uint8Array, changes: readonly RowChange[]): Generator<void, void> {
      entry.run(rid, seq, content.hlc, bytes)
      heading.run(rid, seq, content.hlc, content.wall, content.author, content.label, content.flags, content.ops.length)
      for (const [done, { table, id, before, overwritten }] of changes.entries()) {
        if (done % SLICE === SLICE - 1) yield
        const tbl = table.entity.n
        touched.run(tbl, id, rid, seq)
        past.run(tbl, id, rid, seq, -1, before)
        for (const [n, old] of overwritten) past.run(tbl, id, rid, seq, n, old)
      }
    },
    read(of: number, seq: number): Body {
      const bytes = body.get(of, seq)
      if (bytes === undefined) throw new RangeError(`no entry ${seq} of replica ${of}`)
      return decodeBody(bytes)
    },
  }
}
