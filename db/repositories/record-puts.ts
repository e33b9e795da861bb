/**
 * Writing any record, in two halves: what a put would do is worked out first (`planPut`), cell by cell and without a
 * throw, and written afterwards (`writePut`). Checks here are those of a column's kind.
 */

import { randomBytes } from 'node:crypto'

import { canonicalJson } from '../../shared/canonical-json'
import type { Cell } from '../../shared/sync/body'
import type { Entity } from '../../shared/sync/columns'
import { isRecordId, normalHandle, randomId } from '../../shared/sync/ids'
import { columnsOf, entityOf, type EntityName, type NamedColumn } from '../../shared/sync/registry'
import { naturalId } from '../capture/derived'
import { quoted, type ReadableDb, type WritableDb } from '../database'
import { prepared } from '../prepared'

export type FieldValue = string | number | boolean | null
export type Fields = Readonly<Record<string, FieldValue | undefined>>

/** A row as it is stored, its cells by the column's number. */
export interface StoredRecord {
  readonly deleted: boolean
  readonly cells: readonly Cell[]
}

export interface RefusedField {
  readonly field: string
  readonly reason: string
}

/** What a put would do. Cells that were refused are not among `cells`. */
export interface PlannedPut {
  readonly entity: EntityName
  /** Null when the row cannot be written at all: its `refused` say why. */
  readonly id: string | null
  /** As it is now; null where there is none. */
  readonly before: StoredRecord | null
  readonly cells: ReadonlyMap<NamedColumn, Cell>
  readonly refused: readonly RefusedField[]
}

/** The record's row, deleted or not. */
export function storedRecord(db: ReadableDb, name: EntityName, id: string): StoredRecord | null {
  // A statement in raw mode answers arrays, in the order of `columnsOf`.
  const raw = prepared(db.$client, storedSql(entityOf(name)))
    .raw()
    .get(id) as readonly Cell[] | undefined
  return raw === undefined ? null : { deleted: raw[0] !== 0, cells: raw.slice(1) }
}

/** `read` is asked for the row as it is now: a rehearsal answers with what it has planned before. */
export function planPut(
  db: ReadableDb,
  name: EntityName,
  id: string | null,
  fields: Fields,
  { now, read = (target) => storedRecord(db, name, target) }: PlanOptions,
): PlannedPut {
  const entity = entityOf(name)
  const refused: RefusedField[] = []
  const cells = new Map<NamedColumn, Cell>()
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || field === 'id') continue
    const column = columnsOf(entity).find((one) => one.field === field && one.retired !== true)
    const cell = column === undefined ? { reason: 'unknownField' } : toCell(column, value)
    if (column !== undefined && !isRefusal(cell)) cells.set(column, cell)
    else if (isRefusal(cell)) refused.push({ field, reason: cell.reason })
  }
  const nothing = { entity: name, id: null, before: null, cells: new Map<NamedColumn, Cell>() }
  const target = id ?? newId(entity, cells, now)
  if (typeof target !== 'string') return { ...nothing, refused: withMissing(refused, [target.missing]) }
  const before = read(target)
  if (id !== null && isGone(entity, id, before))
    return { ...nothing, refused: [...refused, { field: 'id', reason: GONE }] }
  const kept = before === null ? cells : withoutKeyChanges(entity, before, cells, refused)
  const missing = emptyOnes(entity, kept, before === null)
  if (missing.length === 0) return { entity: name, id: target, before, cells: kept, refused }
  if (before === null) return { ...nothing, refused: withMissing(refused, missing) }
  const filled = new Map([...kept].filter(([{ field }]) => !missing.includes(field)))
  return { entity: name, id: target, before, cells: filled, refused: withMissing(refused, missing) }
}

/** The reason of a record that is not there (any more). */
export const GONE = 'gone'

export interface PlanOptions {
  readonly now: number
  readonly read?: (id: string) => StoredRecord | null
}

/** Carries a plan out; the record was not touched since. */
export function writePut(tx: WritableDb, { entity: name, id, before, cells }: PlannedPut): void {
  if (id === null) return
  const entity = entityOf(name)
  const columns = [...cells.keys()].map(({ sql }) => quoted(sql))
  const sql =
    before === null
      ? `INSERT INTO ${quoted(entity.table)} (${[...columns, 'id'].join(', ')}) VALUES (${'?, '.repeat(columns.length)}?)`
      : `UPDATE ${quoted(entity.table)} SET ${['_del = 0', ...columns.map((column) => `${column} = ?`)].join(', ')} WHERE id = ?`
  prepared(tx.$client, sql).run(...cells.values(), id)
}

/** A stored cell as the contract has it. */
export function toField(column: NamedColumn, cell: Cell): FieldValue {
  return column.kind === 'bool' && cell !== null ? cell !== 0 : cell
}

/** A field's value as it is stored, or why it cannot be. */
export function toCell(column: NamedColumn, value: FieldValue): Cell | { readonly reason: string } {
  if (value === null) return null
  const check = CHECKS[column.kind]
  if (!check.fits(value)) return { reason: check.reason }
  if (column.values !== undefined && !column.values.includes(String(value))) return { reason: 'notAllowed' }
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  if (column.kind === 'handle') return normalHandle(value)
  return column.kind === 'json' ? canonicalJson(JSON.parse(value)) : value.normalize('NFC')
}

export function isRefusal(cell: Cell | { readonly reason: string }): cell is { readonly reason: string } {
  return typeof cell === 'object' && cell !== null && 'reason' in cell
}

const CHECKS: Readonly<Record<NamedColumn['kind'], { reason: string; fits: (value: FieldValue) => boolean }>> = {
  text: { reason: 'notText', fits: (value) => typeof value === 'string' },
  handle: { reason: 'notAHandle', fits: (value) => typeof value === 'string' && normalHandle(value) !== '' },
  integer: { reason: 'notWhole', fits: (value) => Number.isSafeInteger(value) },
  instant: { reason: 'notAnInstant', fits: (value) => Number.isSafeInteger(value) },
  money: { reason: 'notWhole', fits: (value) => Number.isSafeInteger(value) },
  bool: { reason: 'notYesNo', fits: (value) => typeof value === 'boolean' },
  day: { reason: 'notADay', fits: (value) => typeof value === 'string' && isDay(value) },
  currency: { reason: 'notACurrency', fits: (value) => typeof value === 'string' && /^[A-Z]{3}$/u.test(value) },
  decimal: {
    reason: 'notADecimal',
    fits: (value) => typeof value === 'string' && /^-?\d{1,20}(?:\.\d{1,20})?$/u.test(value),
  },
  id: { reason: 'notAnId', fits: (value) => typeof value === 'string' && isRecordId(value) },
  json: { reason: 'notJson', fits: (value) => typeof value === 'string' && isJson(value) },
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const statements = new WeakMap<Entity, string>()

function storedSql(entity: Entity): string {
  const known = statements.get(entity)
  if (known !== undefined) return known
  const columns = columnsOf(entity).map(({ sql }) => quoted(sql))
  const made = `SELECT _del, ${columns.join(', ')} FROM ${quoted(entity.table)} WHERE id = ?`
  statements.set(entity, made)
  return made
}

function newId(
  entity: Entity,
  cells: ReadonlyMap<NamedColumn, Cell>,
  now: number,
): string | { readonly missing: string } {
  if (entity.id.rule === 'random') return randomId(now, randomBytes(10))
  if (entity.id.rule === 'given') return { missing: 'id' }
  const byField = new Map([...cells].map(([{ field }, cell]) => [field, cell]))
  const parts: string[] = []
  for (const field of entity.id.key) {
    const part = byField.get(field)
    if (part === undefined || part === null || part === '') return { missing: field }
    parts.push(String(part))
  }
  return naturalId(entity.id.ns, parts)
}

function isGone(entity: Entity, id: string, before: StoredRecord | null): boolean {
  if (before === null) return entity.id.rule !== 'given' || !isRecordId(id)
  return before.deleted && entity.id.rule === 'random'
}

/** The id follows from the key, so the key cannot change under it. */
function withoutKeyChanges(
  entity: Entity,
  before: StoredRecord,
  cells: ReadonlyMap<NamedColumn, Cell>,
  refused: RefusedField[],
): ReadonlyMap<NamedColumn, Cell> {
  const { id } = entity
  if (id.rule !== 'natural') return cells
  const changed = [...cells].filter(([{ field, n }, cell]) => id.key.includes(field) && before.cells[n] !== cell)
  if (changed.length === 0) return cells
  refused.push(...changed.map(([{ field }]) => ({ field, reason: 'keyNeverChanges' })))
  return new Map([...cells].filter(([column]) => !changed.some(([other]) => other === column)))
}

/** Required fields that would be empty. */
function emptyOnes(entity: Entity, cells: ReadonlyMap<NamedColumn, Cell>, isNew: boolean): string[] {
  return columnsOf(entity)
    .filter((column) => {
      if (column.required !== true || !(isNew || cells.has(column))) return false
      const cell = cells.get(column) ?? null
      return cell === null || (typeof cell === 'string' && cell.trim() === '')
    })
    .map(({ field }) => field)
}

/** A field that was given something unreadable is not missing as well. */
function withMissing(refused: readonly RefusedField[], missing: readonly string[]): RefusedField[] {
  const other = missing.filter((field) => !refused.some((one) => one.field === field))
  return [...refused, ...other.map((field) => ({ field, reason: 'missing' }))]
}
