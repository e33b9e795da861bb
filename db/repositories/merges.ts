/** What the step that merged two creators wrote besides the merge, so that taking the merge back can restore it. */

import { type Cell, decodeBody, fromWire, type Op, pairsOf } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { columnsOf, ENTITIES, entityByNumber, type EntityName } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { openQuestions } from '../sync/questions'
import { type FieldValue, toField } from './record-puts'

/** One field that the merge changed. */
export interface MergedField {
  readonly entity: EntityName
  readonly id: string
  readonly field: string
  readonly before: FieldValue
  /** What the merge wrote. */
  readonly after: FieldValue
  /** Colleagues' values of it are in question. */
  readonly asked: boolean
}

interface Step {
  readonly rid: number
  readonly seq: number
  readonly body: Buffer
}

/** Entities whose fields a merge may write. */
const WRITTEN: readonly EntityName[] = ['creators', 'shopCreators']

/** What the latest step that made `loser` another name changed in other records; nothing where that step is not here. */
export function fieldsOfMerge(db: ReadableDb, loser: string): readonly MergedField[] {
  const step = mergeStep(db, loser)
  return step === null ? [] : decodeBody(step.body).ops.flatMap((op) => changesOf(db, step, op))
}

function mergeStep({ $client: db }: ReadableDb, loser: string): Step | null {
  const { n } = ENTITIES.aliases
  const steps = db
    .prepare<[number, string], Step>(
      `SELECT i.rid, i.seq, l.body FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq
       JOIN sync_log l ON l.rid = i.rid AND l.seq = i.seq WHERE i.tbl = ? AND i.row = ? ORDER BY t.hlc DESC, i.rid DESC`,
    )
    .iterate(n, loser)
  for (const step of steps) {
    const ops = decodeBody(step.body).ops.filter((op) => op[0] === n && encodeId(op[1]) === loser)
    if (ops.some((op) => op[2] !== 'd') && ops.at(-1)?.[2] !== 'd') return step
  }
  return null
}

function changesOf(db: ReadableDb, { rid, seq }: Step, op: Op): MergedField[] {
  const entity = entityByNumber(op[0])
  if (entity === null || op[2] === 'd' || !WRITTEN.includes(entity.name)) return []
  const id = encodeId(op[1])
  const past = new Map(
    db.$client
      .prepare<[number, string, number, number], { col: number; val: Cell }>(
        'SELECT col, val FROM sync_past WHERE tbl = ? AND row = ? AND by_rid = ? AND by_seq = ? AND col >= 0',
      )
      .all(op[0], id, rid, seq)
      .map(({ col, val }) => [col, val]),
  )
  const asked = new Set(openQuestions(db.$client, { tbl: op[0], id }).map(({ column }) => column.n))
  const columns = columnsOf(entity)
  return [...(op[2] === 'u' ? pairsOf(op) : op[3].entries())].flatMap(([n, value]) => {
    const column = columns[n]
    if (column === undefined || !past.has(n)) return []
    return {
      entity: entity.name,
      id,
      field: column.field,
      before: toField(column, past.get(n) ?? null),
      after: toField(column, fromWire(value)),
      asked: asked.has(n),
    }
  })
}
