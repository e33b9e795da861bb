/** Who changed what, when: what the log says about one record, and about this computer's last steps. */

import { decodeBody, FLAG_REDO, FLAG_UNDO, fromWire, pairsOf, type Cell, type Op } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { columnsOf, entityOf, type EntityName } from '../../shared/sync/registry'
import { isErased } from '../erasing'
import { readMeta } from '../meta'
import type { ReadableDb } from '../database'
import { type FieldValue, toField } from './record-puts'

/** One field's change; a birth, a deletion and a return of the whole record have an empty `field`. */
export interface RecordChange {
  readonly at: number
  readonly author: string
  readonly label: string
  readonly kind: 'created' | 'changed' | 'removed' | 'restored'
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
  /** The colleague's computer it was done at ('' when never heard), and what brought it; null for what was done here. */
  readonly computer: string | null
  readonly via: string | null
}

/** A step as lists show it: `undo` and `redo` are the transactions that took one back or did it again. */
export interface StepInfo {
  readonly id: string
  readonly at: number
  readonly author: string
  /** The label before its colon, and what follows. */
  readonly label: string
  readonly subject: string
  readonly changes: number
  readonly state: 'done' | 'undone' | 'undo' | 'redo'
}

interface Head {
  readonly rid: number
  readonly seq: number
  readonly wall: number
  readonly author: string
  readonly label: string
  readonly flags: number
}

/** Where a step came from. */
interface Origin {
  readonly computer: string | null
  readonly via: string | null
}

/** A record's changes, newest first, at most `limit` transactions of them. */
export function historyOf(db: ReadableDb, name: EntityName, id: string, limit = 500): readonly RecordChange[] {
  const entity = entityOf(name)
  const heads = db.$client
    .prepare<[number, number, string, number], Head & Origin & { readonly body: Buffer | null }>(
      `SELECT sync_tx.rid, sync_tx.seq, wall, author, sync_tx.label, flags, body, a.name AS via,
         CASE WHEN sync_tx.rid = ? THEN NULL ELSE coalesce(r.info ->> 'computer', '') END AS computer
       FROM log_index JOIN sync_tx ON sync_tx.rid = log_index.rid AND sync_tx.seq = log_index.seq
       JOIN sync_replica r ON r.rid = sync_tx.rid LEFT JOIN sync_arrivals a ON a.id = sync_tx.arrival
       LEFT JOIN sync_log ON sync_log.rid = log_index.rid AND sync_log.seq = log_index.seq
       WHERE log_index.tbl = ? AND log_index.row = ? ORDER BY sync_tx.hlc DESC, r.id DESC LIMIT ?`,
    )
    .all(Number(readMeta(db.$client, 'self_rid')), entity.n, id, limit)
  const past = db.$client.prepare<[number, string, number, number], { col: number; val: Cell }>(
    'SELECT col, val FROM sync_past WHERE tbl = ? AND row = ? AND by_rid = ? AND by_seq = ?',
  )
  // From the first step on: a value that was kept beside another one changed nothing that is remembered with it.
  const shown = new Map<number, Cell>()
  const steps = heads.toReversed().map(({ body, ...head }) => {
    const ops = body === null ? [] : decodeBody(body).ops.filter((op) => op[0] === entity.n && encodeId(op[1]) === id)
    const overwritten = past.all(entity.n, id, head.rid, head.seq)
    return changesOf(name, head, ops, { past: new Map(overwritten.map(({ col, val }) => [col, val])), shown })
  })
  const changes = steps.toReversed().flat()
  // The log still says what an erased person's fields were; nobody is shown it.
  return isErased(db.$client, name, id) ? changes.map((change) => ({ ...change, before: null, after: null })) : changes
}

/** Of these records those that changed last: as many as the newest `limit` changes touch, in that order. */
export function newestTouched<N extends EntityName>(
  db: ReadableDb,
  records: readonly { readonly entity: N; readonly id: string }[],
  limit: number,
): readonly { readonly entity: N; readonly id: string }[] {
  const wanted = new Map(records.map((record) => [`${entityOf(record.entity).n} ${record.id}`, record]))
  const touched = db.$client
    .prepare<[string, number], string>(
      `SELECT t.key FROM (
         SELECT w.value AS key, max(x.hlc) AS hlc FROM json_each(?) w
         JOIN log_index i ON i.tbl = CAST(substr(w.value, 1, instr(w.value, ' ') - 1) AS INTEGER)
           AND i.row = substr(w.value, instr(w.value, ' ') + 1)
         JOIN sync_tx x ON x.rid = i.rid AND x.seq = i.seq GROUP BY w.value) t
       ORDER BY t.hlc DESC, t.key LIMIT ?`,
    )
    .pluck()
    .all(JSON.stringify([...wanted.keys()]), limit)
  return touched.flatMap((key) => wanted.get(key) ?? [])
}

/** This computer's last transactions, newest first. */
export function recentSteps(db: ReadableDb, limit: number): readonly StepInfo[] {
  return steps(db, `ORDER BY sync_tx.seq DESC LIMIT ${Math.trunc(limit)}`)
}

/** The step that `undo` would take back, or null. */
export function nextUndo(db: ReadableDb): StepInfo | null {
  return steps(db, `AND state = 'done' ORDER BY sync_tx.seq DESC LIMIT 1`)[0] ?? null
}

/** The step that `redo` would do again, or null. */
export function nextRedo(db: ReadableDb): StepInfo | null {
  return steps(db, `AND state = 'undone' ORDER BY sync_tx.seq LIMIT 1`)[0] ?? null
}

/** One own step by the number of its transaction, or null. */
export function stepInfo(db: ReadableDb, seq: number): StepInfo | null {
  return steps(db, `AND sync_tx.seq = ${Math.trunc(seq)}`)[0] ?? null
}

function steps(db: ReadableDb, tail: string): readonly StepInfo[] {
  return db.$client
    .prepare<[number], Head & { n_ops: number; state: string | null }>(
      `SELECT sync_tx.rid, sync_tx.seq, wall, author, label, flags, n_ops, state FROM sync_tx
       LEFT JOIN local_steps ON local_steps.rid = sync_tx.rid AND local_steps.seq = sync_tx.seq WHERE sync_tx.rid = ? ${tail}`,
    )
    .all(Number(readMeta(db.$client, 'self_rid')))
    .map(({ seq, wall, author, label, flags, n_ops: changes, state }) => {
      const [kind = '', ...subject] = label.split(':')
      return {
        id: String(seq),
        at: wall,
        author,
        label: kind,
        subject: subject.join(':'),
        changes,
        state: stateOf(flags, state),
      }
    })
}

function stateOf(flags: number, state: string | null): StepInfo['state'] {
  if ((flags & FLAG_UNDO) !== 0) return 'undo'
  if ((flags & FLAG_REDO) !== 0) return 'redo'
  return state === 'done' || state === null ? 'done' : 'undone'
}

function changesOf(
  name: EntityName,
  head: Head & Origin,
  ops: readonly Op[],
  { past, shown }: { readonly past: ReadonlyMap<number, Cell>; readonly shown: Map<number, Cell> },
): RecordChange[] {
  const { author, label, wall: at, computer, via } = head
  const whole = (kind: RecordChange['kind']): RecordChange => ({
    at,
    author,
    label,
    kind,
    field: '',
    before: null,
    after: null,
    computer,
    via,
  })
  const changes: RecordChange[] = []
  const before = past.get(-1)
  for (const op of ops) {
    if (op[2] === 'd') {
      changes.push(whole('removed'))
      continue
    }
    const cells = op[2] === 'u' ? pairsOf(op) : [...op[3].entries()]
    if (op[2] === 'i' && before === 'absent') changes.push(whole('created'))
    if (op[2] === 'i' && before === 'deleted') changes.push(whole('restored'))
    for (const [n, value] of cells) {
      const column = columnsOf(entityOf(name))[n]
      // A birth states every column; only those that it filled or overwrote are worth a line.
      if (column === undefined || (op[2] === 'i' && !(before === 'absent' ? value !== null : past.has(n)))) continue
      const after = fromWire(value)
      changes.push({
        at,
        author,
        label,
        kind: 'changed',
        field: column.field,
        before: toField(column, (past.has(n) ? past.get(n) : shown.get(n)) ?? null),
        after: toField(column, after),
        computer,
        via,
      })
      if (past.has(n) || before === 'absent') shown.set(n, after)
    }
  }
  return changes
}
