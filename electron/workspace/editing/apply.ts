/**
 * Rows of a grid written one after another: a cell that does not fit is left as it was and told, all others are written.
 *
 * A rehearsal goes the same way over a database that it only reads, remembering what it would have written.
 */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import {
  type PlannedPut,
  planPut,
  type StoredRecord,
  storedRecord,
  toField,
  writePut,
} from '../../../db/repositories/record-puts'
import { undecidedCells } from '../../../db/sync/questions'
import {
  type ChangedCell,
  EDIT_REASONS,
  type EditReason,
  type EditResult,
  MOST_SHOWN,
  type RefusedCell,
  type RowEdit,
} from '../../../shared/contract/edits'
import type { Hidden } from '../../../shared/contract/masks'
import type { Cell } from '../../../shared/sync/body'
import { columnsOf, entityOf, type EntityName, type NamedColumn } from '../../../shared/sync/registry'
import { type Known, knownOf, wrongFields } from './checks'
import { completed } from './completed'
import { editable } from './editable'
import { stageRefusals } from './stages'

export interface ApplyOptions {
  readonly now: number
  /** Null: a rehearsal. */
  readonly tx: WritableDb | null
  /** What the person here does not see they do not change either. */
  readonly hidden: Hidden | null
}

export function applyEdits(db: ReadableDb, edits: readonly RowEdit[], { now, tx, hidden }: ApplyOptions): EditResult {
  const known = knownOf(db)
  const rehearsed = new Map<string, StoredRecord>()
  const named = new Set<string>()
  const result = {
    added: 0,
    changed: 0,
    unchanged: 0,
    repeated: 0,
    refused: [] as RefusedCell[],
    ids: [] as (string | null)[],
    changes: [] as ChangedCell[],
  }
  const undecided = new Map<EntityName, ReadonlySet<string>>()
  const kept = new Set<string>()
  const stages = stageRefusals(db, edits)
  for (const [index, edit] of edits.entries()) {
    const name = editable(edit.entity)
    const questions = undecided.get(name) ?? undecidedCells(db.$client, name)
    undecided.set(name, questions)
    const ready = completed(name, edit, { known, now, hidden, stage: stages.get(index) })
    const read = (id: string) => rehearsed.get(`${name} ${id}`) ?? storedRecord(db, name, id)
    const plan = checked(planPut(db, name, edit.id, ready.fields, { now, read }), questions, known)
    const refused = [...ready.refused, ...plan.refused]
    for (const { field, reason } of refused)
      result.refused.push({ index, id: plan.id, field, reason: wordOf(reason), value: edit.fields[field] ?? null })
    result.ids.push(plan.id)
    if (plan.id === null) continue
    const changes = changesOf(plan)
    const key = `${name} ${plan.id}`
    if (edit.id === null && named.has(key)) result.repeated += 1
    else if (plan.before === null) result.added += 1
    else if (changes.length > 0 || plan.before.deleted) result.changed += 1
    else if (refused.length === 0) result.unchanged += 1
    named.add(key)
    if (tx === null) {
      tell(result.changes, index, changes)
      rehearsed.set(key, afterOf(plan))
    } else if (changes.length > 0 || plan.before === null || plan.before.deleted) {
      writePut(tx, plan)
      keepCreators(tx, plan, kept)
    }
  }
  return result
}

/** The plan without the cells that somebody must decide on first, or that their record's own rules refuse. */
function checked(plan: PlannedPut, undecided: ReadonlySet<string>, known: Known): PlannedPut {
  const { id, before, entity: name } = plan
  if (id === null) return plan
  const open = [...plan.cells.keys()].filter(({ field }) => undecided.has(`${id} ${field}`))
  const asked = without(plan, new Map(open.map(({ field }) => [field, 'undecided'])))
  const after = afterOf(asked).cells
  const record = Object.fromEntries(
    columnsOf(entityOf(name)).map((column) => [column.field, toField(column, after[column.n] ?? null)]),
  )
  const written = new Set(
    [...asked.cells].flatMap(([column, cell]) => (isChange(before, column, cell) ? [column.field] : [])),
  )
  const wrong = wrongFields(name, { id, after: record, written, isNew: before === null }, known)
  return without(asked, new Map(wrong))
}

function without(plan: PlannedPut, wrong: ReadonlyMap<string, string>): PlannedPut {
  if (wrong.size === 0) return plan
  const refused = [...plan.refused, ...[...wrong].map(([field, reason]) => ({ field, reason }))]
  const cells = new Map([...plan.cells].filter(([{ field }]) => !wrong.has(field)))
  const lost =
    plan.before === null && [...plan.cells.keys()].some(({ field, required }) => required && wrong.has(field))
  return { ...plan, id: lost ? null : plan.id, cells, refused }
}

function isChange(before: StoredRecord | null, { n }: NamedColumn, cell: Cell): boolean {
  return (before?.cells[n] ?? null) !== cell
}

function changesOf({ before, cells }: PlannedPut): readonly Omit<ChangedCell, 'index'>[] {
  return [...cells].flatMap(([column, cell]) =>
    isChange(before, column, cell)
      ? [
          {
            field: column.field,
            before: toField(column, before?.cells[column.n] ?? null),
            after: toField(column, cell),
          },
        ]
      : [],
  )
}

function afterOf({ entity, before, cells }: PlannedPut): StoredRecord {
  const after: Cell[] = columnsOf(entityOf(entity)).map(({ n }) => before?.cells[n] ?? null)
  for (const [{ n }, cell] of cells) after[n] = cell
  return { deleted: false, cells: after }
}

function tell(told: ChangedCell[], index: number, changes: readonly Omit<ChangedCell, 'index'>[]): void {
  const rows = new Set(told.map((change) => change.index))
  if (rows.size < MOST_SHOWN) told.push(...changes.map((change) => ({ index, ...change })))
}

/** Whoever is pointed to stays, also when the import that named them is taken back. */
function keepCreators(tx: WritableDb, { cells }: PlannedPut, kept: Set<string>): void {
  for (const [{ references }, id] of cells) {
    if (references !== 'creators' || typeof id !== 'string' || kept.has(id)) continue
    kept.add(id)
    keepCreator(tx, id)
  }
}

function wordOf(reason: string): EditReason {
  return EDIT_REASONS.find((word) => word === reason) ?? 'notAllowed'
}
