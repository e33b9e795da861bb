/**
 * The append-only log of one replica: everything that people and imports changed, one entry a transaction.
 *
 * Entry n's hash covers entry n-1's, so a gap, a change or a second branch shows. Undo, history and exchange with
 * colleagues all read it; nothing else records changes.
 */

import { createHash } from 'node:crypto'

import { type Body, decodeBody, encodeBody, FLAG_CLOCK_IN_DOUBT } from '../../shared/sync/body'
import { clockDoubt, tick, tickWithoutWall } from '../../shared/sync/clock'
import type { EntityName } from '../../shared/sync/registry'
import type { Sqlite } from '../database'
import { readMeta, writeMeta } from '../meta'
import { readChanges, type RowChange } from './pending'
import type { RecordTable } from './tables'

/** Who makes a step and what it is called: `kind` or `kind:subject`, as `shops.add:Lotus Beauty`. */
export interface StepIntent {
  readonly author: string
  readonly label: string
}

/** What a transaction changed, for whoever shows it. `seq` is null when nothing of the log changed. */
export interface CommitNotice extends StepIntent {
  readonly seq: number | null
  readonly flags: number
  readonly changed: readonly { readonly entity: EntityName; readonly id: string }[]
}

export interface Log {
  readonly rid: number
  /** Why this computer's date was doubted when the file was opened, or null; until `trustClock`, steps carry the doubt. */
  doubt(): ReturnType<typeof clockDoubt>
  trustClock(): void
  /** Turns what the running transaction changed into one entry; without changes it writes none. */
  append(intent: StepIntent, flags: number): CommitNotice
  read(seq: number): Body
}

export interface LogOptions {
  readonly now: () => number
  readonly schema: number
}

/** `SHA-256(previous hash and body)`. */
export function chainHash(previous: Uint8Array, body: Uint8Array): Buffer {
  return createHash('sha256').update(previous).update(body).digest()
}

/** The hash before a replica's first entry. */
export function firstHash(replica: Uint8Array): Buffer {
  return createHash('sha256').update(replica).digest()
}

export function openLog(writer: Sqlite, tables: ReadonlyMap<number, RecordTable>, options: LogOptions): Log {
  const rid = Number(readMeta(writer, 'self_rid'))
  const lastWall = readMeta(writer, 'last_wall')
  let doubt = clockDoubt(options.now(), typeof lastWall === 'number' ? lastWall : null)
  const store = preparedStore(writer, rid)

  return {
    rid,
    doubt: () => doubt,
    trustClock: () => {
      doubt = null
    },
    append: (intent, flags) => {
      const changes = readChanges(writer, tables)
      writer.exec('DELETE FROM sync_pending')
      const changed = changes.map(({ table, id }) => ({ entity: table.entity.name, id }))
      if (changes.length === 0) return { ...intent, seq: null, flags, changed }
      const wall = options.now()
      const last = Number(readMeta(writer, 'hlc'))
      const hlc = doubt === null ? tick(last, wall) : tickWithoutWall(last)
      const allFlags = doubt === null ? flags : flags | FLAG_CLOCK_IN_DOUBT
      const body: Body = {
        hlc,
        wall,
        flags: allFlags,
        schema: options.schema,
        minReader: 1,
        ...intent,
        deps: null,
        ops: changes.flatMap(({ ops }) => ops),
      }
      const seq = store.add(body, changes)
      writeMeta(writer, 'hlc', hlc)
      writeMeta(writer, 'last_wall', wall)
      return { ...intent, seq, flags: allFlags, changed }
    },
    read: (seq) => store.read(seq),
  }
}

function preparedStore(writer: Sqlite, rid: number) {
  const head = writer.prepare<[number], { seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM sync_replica WHERE rid = ?',
  )
  const advance = writer.prepare(
    'UPDATE sync_replica SET seq = ?, stored_seq = ?, hash = ?, last_wall = ? WHERE rid = ?',
  )
  const entry = writer.prepare('INSERT INTO sync_log (rid, seq, hlc, body) VALUES (?, ?, ?, ?)')
  const heading = writer.prepare(
    'INSERT INTO sync_tx (rid, seq, hlc, wall, author, label, flags, n_ops) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const past = writer.prepare('INSERT INTO sync_past (tbl, row, by_rid, by_seq, col, val) VALUES (?, ?, ?, ?, ?, ?)')
  const touched = writer.prepare('INSERT INTO log_index (tbl, row, rid, seq) VALUES (?, ?, ?, ?)')
  const body = writer.prepare<[number, number], Buffer>('SELECT body FROM sync_log WHERE rid = ? AND seq = ?').pluck()

  return {
    add(content: Body, changes: readonly RowChange[]): number {
      const previous = head.get(rid)
      if (previous === undefined) throw new RangeError(`no replica ${rid}`)
      const seq = previous.seq + 1
      const bytes = encodeBody(content)
      entry.run(rid, seq, content.hlc, bytes)
      heading.run(rid, seq, content.hlc, content.wall, content.author, content.label, content.flags, content.ops.length)
      advance.run(seq, seq, chainHash(previous.hash, bytes), content.wall, rid)
      for (const { table, id, before, overwritten } of changes) {
        const tbl = table.entity.n
        touched.run(tbl, id, rid, seq)
        past.run(tbl, id, rid, seq, -1, before)
        for (const [n, old] of overwritten) past.run(tbl, id, rid, seq, n, old)
      }
      return seq
    },
    read(seq: number): Body {
      const bytes = body.get(rid, seq)
      if (bytes === undefined) throw new RangeError(`no entry ${seq} of replica ${rid}`)
      return decodeBody(bytes)
    },
  }
}
