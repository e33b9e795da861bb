/**
 * Any record, by entity name: one list, one get, one put, one delete for all of them.
 *
 * Values go in and out as the contract has them: camelCase fields, bools as bools, JSON as its text. What a feature means
 * by its record is the feature's to check.
 */

import { AppError } from '../../shared/errors'
import type { Cell } from '../../shared/sync/body'
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
import { quoted, type ReadableDb, type WritableDb } from '../database'
import {
  type Fields,
  type FieldValue,
  GONE,
  isRefusal,
  planPut,
  storedRecord,
  toCell,
  toField,
  writePut,
} from './record-puts'

export type { Fields, FieldValue } from './record-puts'

/** A record's fields and its `id`. */
export type RecordRow = Readonly<Record<string, FieldValue>> & { readonly id: string }

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
    field === 'id' ? String(value) : cellOf(name, columnOf(name, entity, field), value ?? null),
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
  const plan = planPut(tx, name, id, fields, { now })
  const [first] = plan.refused
  if (first?.reason === GONE) throw new AppError('record.notFound', { entity: name, id: id ?? '' })
  if (first !== undefined) throw new AppError('record.invalid', { entity: name, ...first })
  writePut(tx, plan)
  return getRecord(tx, name, plan.id ?? '')
}

/**
 * Adds a record of random ids under an id that follows from what it is, so that two people who do the same thing make one
 * record. Answers the id of a new one; one that is there, deleted or not, stays as it is: null.
 */
export function addRecordOnce(tx: WritableDb, name: EntityName, key: readonly string[], fields: Fields): string | null {
  const id = naturalId(entityOf(name).table, key)
  if (storedRecord(tx, name, id) !== null) return null
  // Planned as any new record: the random id of the plan is not used.
  const plan = planPut(tx, name, null, fields, { now: 0 })
  const [first] = plan.refused
  if (first !== undefined) throw new AppError('record.invalid', { entity: name, ...first })
  writePut(tx, { ...plan, id })
  return id
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

function columnOf(name: EntityName, entity: Entity, field: string): NamedColumn {
  const column = columnsOf(entity).find((one) => one.field === field && one.retired !== true)
  if (column === undefined) throw new AppError('record.invalid', { entity: name, field, reason: 'unknownField' })
  return column
}

function cellOf(name: EntityName, column: NamedColumn, value: FieldValue): Cell {
  const cell = toCell(column, value)
  if (isRefusal(cell)) throw new AppError('record.invalid', { entity: name, field: column.field, reason: cell.reason })
  return cell
}
