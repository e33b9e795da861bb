/**
 * Any record, by entity name: one list, one get, one put, one delete for all of them.
 *
 * Values go in and out as the contract has them: camelCase fields, bools as bools, JSON as its text. Checks here are
 * those of a column's kind; what a feature means by its record is the feature's to check.
 */

import { randomBytes } from 'node:crypto'

import { AppError } from '../../shared/errors'
import type { Cell } from '../../shared/sync/body'
import { isRecordId, normalHandle, randomId } from '../../shared/sync/ids'
import type { Entity } from '../../shared/sync/columns'
import {
  columnsOf,
  ENTITY_LIST,
  entityOf,
  isEntityName,
  type EntityName,
  type NamedColumn,
} from '../../shared/sync/registry'
import { naturalId } from '../capture/derived'
import { canonicalJson } from '../capture/pending'
import { quoted, type ReadableDb, type WritableDb } from '../database'

export type FieldValue = string | number | boolean | null
/** A record's fields and its `id`. */
export type RecordRow = Readonly<Record<string, FieldValue>> & { readonly id: string }
export type Fields = Readonly<Record<string, FieldValue | undefined>>

export interface RecordPage {
  /** Equal to these, field by field; null finds empty cells. */
  readonly where?: Fields
  readonly cursor?: string | null
  readonly limit?: number
  /** Ids of records that others stand for. */
  readonly without?: readonly string[]
}

/** The entity of this name, or `record.unknownEntity`. */
export function requireEntity(name: string): EntityName {
  if (!isEntityName(name)) throw new AppError('record.unknownEntity', { entity: name })
  return name
}

/** One page of the records that are not deleted, by id. */
export function listRecords(
  db: ReadableDb,
  name: EntityName,
  { where = {}, cursor = null, limit = 200, without = [] }: RecordPage = {},
): { rows: RecordRow[]; nextCursor: string | null } {
  const entity = entityOf(name)
  const wanted = Object.entries(where).filter(([, value]) => value !== undefined)
  const conditions = [
    '_del = 0',
    ...(cursor === null ? [] : ['id > ?']),
    ...(without.length === 0 ? [] : ['id NOT IN (SELECT value FROM json_each(?))']),
    ...wanted.map(([field]) => `${field === 'id' ? 'id' : quoted(columnOf(name, entity, field).sql)} IS ?`),
  ]
  const values = wanted.map(([field, value]) =>
    field === 'id' ? String(value) : toCell(name, columnOf(name, entity, field), value ?? null),
  )
  const found = db.$client
    .prepare<unknown[], Raw>(`${selectOf(entity)} WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ?`)
    .raw()
    .all(
      ...(cursor === null ? [] : [cursor]),
      ...(without.length === 0 ? [] : [JSON.stringify(without)]),
      ...values,
      limit + 1,
    )
  const rows = found.slice(0, limit).map((raw) => toRecord(entity, raw))
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

/** The record, or null when it does not exist or is deleted. */
export function findRecord(db: ReadableDb, name: EntityName, id: string): RecordRow | null {
  const entity = entityOf(name)
  const raw = db.$client
    .prepare<[string], Raw>(`${selectOf(entity)} WHERE id = ? AND _del = 0`)
    .raw()
    .get(id)
  return raw === undefined ? null : toRecord(entity, raw)
}

export function getRecord(db: ReadableDb, name: EntityName, id: string): RecordRow {
  const record = findRecord(db, name, id)
  if (record === null) throw new AppError('record.notFound', { entity: name, id })
  return record
}

/**
 * Adds a record or changes the named fields of one. Without an id, a record whose id follows from its key is found by
 * it (a deleted one comes back); others are new.
 */
export function putRecord(tx: WritableDb, name: EntityName, id: string | null, fields: Fields, now: number): RecordRow {
  const entity = entityOf(name)
  const cells = new Map(
    Object.entries(fields).flatMap(([field, value]) => {
      if (value === undefined || field === 'id') return []
      const column = columnOf(name, entity, field)
      return [[column, toCell(name, column, value)] as const]
    }),
  )
  const target = id ?? newId(name, entity, cells, now)
  const state = tx.$client
    .prepare<[string], number>(`SELECT _del FROM ${quoted(entity.table)} WHERE id = ?`)
    .pluck()
    .get(target)
  if (state === undefined && id !== null && entity.id.rule !== 'given')
    throw new AppError('record.notFound', { entity: name, id })
  if (state === 1 && id !== null && entity.id.rule === 'random')
    throw new AppError('record.notFound', { entity: name, id })
  refuseKeyChange(tx, name, entity, target, cells, state !== undefined)
  refuseEmpty(name, entity, cells, state === undefined)
  if (state === undefined) insert(tx, entity, target, cells)
  else update(tx, entity, target, cells)
  return getRecord(tx, name, target)
}

/** Marks the record deleted; refused while other records point to it. */
export function deleteRecord(tx: WritableDb, name: EntityName, id: string): void {
  getRecord(tx, name, id)
  const user = referenceTo(tx, name, id)
  if (user !== null) throw new AppError('record.inUse', { entity: name, id, by: user })
  tx.$client.prepare(`UPDATE ${quoted(entityOf(name).table)} SET _del = 1 WHERE id = ?`).run(id)
}

/** Makes a deleted record a living one again, as it was. */
export function bringBack(tx: WritableDb, name: EntityName, id: string): void {
  tx.$client.prepare(`UPDATE ${quoted(entityOf(name).table)} SET _del = 0 WHERE id = ?`).run(id)
}

/** An entity with a record that points to this one and would be lost without it, or null. */
export function referenceTo(db: ReadableDb, name: EntityName, id: string): EntityName | null {
  for (const entity of ENTITY_LIST) {
    const pointing = columnsOf(entity).filter((one) => one.references === name && one.onDeleted !== 'hideChild')
    for (const column of pointing) {
      const used = db.$client
        .prepare(
          `SELECT 1 FROM ${quoted(entity.table)} WHERE ${quoted(column.sql)} = ? AND _del = 0 AND _flag = 0 LIMIT 1`,
        )
        .get(id)
      if (used !== undefined) return entity.name
    }
  }
  return null
}

type Raw = [id: string, ...cells: Cell[]]

function selectOf(entity: Entity): string {
  return `SELECT id, ${columnsOf(entity)
    .map(({ sql }) => quoted(sql))
    .join(', ')} FROM ${quoted(entity.table)}`
}

function toRecord(entity: Entity, [id, ...cells]: Raw): RecordRow {
  const fields = columnsOf(entity).map((column) => [column.field, toField(column, cells[column.n] ?? null)] as const)
  return { id, ...Object.fromEntries(fields) }
}

/** A stored cell as the contract has it. */
export function toField(column: NamedColumn, cell: Cell): FieldValue {
  return column.kind === 'bool' && cell !== null ? cell !== 0 : cell
}

function columnOf(name: EntityName, entity: Entity, field: string): NamedColumn {
  const column = columnsOf(entity).find((one) => one.field === field && one.retired !== true)
  if (column === undefined) throw new AppError('record.invalid', { entity: name, field, reason: 'unknownField' })
  return column
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

function toCell(name: EntityName, column: NamedColumn, value: FieldValue): Cell {
  if (value === null) return null
  const check = CHECKS[column.kind]
  const refuse = (reason: string): never => {
    throw new AppError('record.invalid', { entity: name, field: column.field, reason })
  }
  if (!check.fits(value)) return refuse(check.reason)
  if (column.values !== undefined && !column.values.includes(String(value))) return refuse('notAllowed')
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  if (column.kind === 'handle') return normalHandle(value)
  return column.kind === 'json' ? canonicalJson(JSON.parse(value)) : value.normalize('NFC')
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

function newId(name: EntityName, entity: Entity, cells: ReadonlyMap<NamedColumn, Cell>, now: number): string {
  if (entity.id.rule === 'random') return randomId(now, randomBytes(10))
  if (entity.id.rule === 'given') throw new AppError('record.invalid', { entity: name, field: 'id', reason: 'missing' })
  const byField = new Map([...cells].map(([{ field }, cell]) => [field, cell]))
  const parts = entity.id.key.map((field) => {
    const part = byField.get(field)
    if (part === undefined || part === null || part === '')
      throw new AppError('record.invalid', { entity: name, field, reason: 'missing' })
    return String(part)
  })
  return naturalId(entity.id.ns, parts)
}

/** The id follows from the key, so the key cannot change under it. */
function refuseKeyChange(
  tx: WritableDb,
  name: EntityName,
  entity: Entity,
  id: string,
  cells: ReadonlyMap<NamedColumn, Cell>,
  exists: boolean,
): void {
  if (entity.id.rule !== 'natural' || !exists) return
  for (const [column, cell] of cells) {
    if (!entity.id.key.includes(column.field)) continue
    const now = tx.$client
      .prepare<[string], Cell>(`SELECT ${quoted(column.sql)} FROM ${quoted(entity.table)} WHERE id = ?`)
      .pluck()
      .get(id)
    if (now !== cell)
      throw new AppError('record.invalid', { entity: name, field: column.field, reason: 'keyNeverChanges' })
  }
}

function refuseEmpty(name: EntityName, entity: Entity, cells: ReadonlyMap<NamedColumn, Cell>, isNew: boolean): void {
  const byField = new Map([...cells].map(([{ field }, cell]) => [field, cell]))
  for (const { field, required } of columnsOf(entity)) {
    if (required !== true || !(isNew || byField.has(field))) continue
    const cell = byField.get(field) ?? null
    if (cell === null || (typeof cell === 'string' && cell.trim() === ''))
      throw new AppError('record.invalid', { entity: name, field, reason: 'missing' })
  }
}

function insert(tx: WritableDb, entity: Entity, id: string, cells: ReadonlyMap<NamedColumn, Cell>): void {
  const names = ['id', ...[...cells.keys()].map(({ sql }) => quoted(sql))]
  tx.$client
    .prepare(`INSERT INTO ${quoted(entity.table)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(id, ...cells.values())
}

function update(tx: WritableDb, entity: Entity, id: string, cells: ReadonlyMap<NamedColumn, Cell>): void {
  const sets = ['_del = 0', ...[...cells.keys()].map(({ sql }) => `${quoted(sql)} = ?`)]
  tx.$client.prepare(`UPDATE ${quoted(entity.table)} SET ${sets.join(', ')} WHERE id = ?`).run(...cells.values(), id)
}
