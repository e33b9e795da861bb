/** Edits as rows of a real file: what the tests write with and read back, below every rule that commands have. */

import { createHash } from 'node:crypto'

import { naturalId } from '../../../db/capture/derived'
import type { Statement } from 'better-sqlite3'

import { quoted, type Sqlite } from '../../../db/database'
import type { Cell } from '../../../shared/sync/body'
import { idFromHash } from '../../../shared/sync/ids'
import { columnsOf, ENTITY_LIST, entityOf, type EntityName } from '../../../shared/sync/registry'
import { type Edit, editable, SLOTS, type Value } from './commands'

/** The rows of one history: every history has its own, so that one file serves many. */
export interface Rows {
  id(entity: EntityName, slot: number): string
  /** The slots' ids, as the registry orders the entities. */
  readonly ids: readonly { readonly entity: EntityName; readonly id: string }[]
}

const prepared = new WeakMap<Sqlite, Map<string, Statement>>()

/** The statement, prepared once for each connection. */
function statement<P extends unknown[], R = unknown>(sqlite: Sqlite, sql: string): Statement<P, R> {
  const known = prepared.get(sqlite) ?? new Map<string, Statement>()
  prepared.set(sqlite, known)
  const found = known.get(sql) ?? sqlite.prepare(sql)
  known.set(sql, found)
  // What a statement takes and gives is its text's, and its caller's to know.
  return found as unknown as Statement<P, R>
}

function hash(...parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(parts.join(' ')).digest()
}

/** The values of the columns that an id follows from. */
function keyOf(entity: EntityName, slot: number, history: string): ReadonlyMap<string, string | number> {
  const { id, columns } = entityOf(entity)
  if (id.rule !== 'natural') return new Map()
  return new Map(
    id.key.map((field, n): [string, string | number] => {
      const kind = columns[field]?.kind
      if (kind === 'id') return [field, idFromHash(hash(history, entity, slot, field))]
      if (kind === 'day') return [field, `20${history.slice(-2).padStart(2, '0')}-01-0${slot + 1}`]
      if (kind === 'integer') return [field, slot + 1]
      if (kind === 'currency') return [field, n % 2 === 0 ? 'USD' : 'CNY']
      return [field, `${history}.${slot}`]
    }),
  )
}

export function rowsOf(history: string, entities: readonly EntityName[]): Rows {
  const id = (entity: EntityName, slot: number): string => {
    const { id: rule } = entityOf(entity)
    if (rule.rule === 'natural') return naturalId(rule.ns, [...keyOf(entity, slot, history).values()].map(String))
    const digest = hash(history, entity, slot)
    // The space of random ids is told by the top bit.
    return rule.rule === 'given' ? idFromHash(digest) : `0${idFromHash(digest).slice(1)}`
  }
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot)
  return { id, ids: entities.flatMap((entity) => slots.map((slot) => ({ entity, id: id(entity, slot) }))) }
}

function cellOf(value: Value, rows: Rows): Cell {
  if ('cell' in value) return value.cell
  const id = rows.id(value.entity, value.slot)
  return value.list === true ? JSON.stringify([id]) : id
}

/** Writes an edit inside a commit; answers whether there was anything to write. */
export function writeEdit(sqlite: Sqlite, { entity, slot, act, values }: Edit, rows: Rows, history: string): boolean {
  const { table } = entityOf(entity)
  const id = rows.id(entity, slot)
  const state = statement<[string], number>(sqlite, `SELECT _del FROM ${quoted(table)} WHERE id = ?`)
    .pluck()
    .get(id)
  if (act === 'remove') {
    if (state === 0) statement(sqlite, `UPDATE ${quoted(table)} SET _del = 1 WHERE id = ?`).run(id)
    return state === 0
  }
  const columns = editable(entityOf(entity))
  const cells = columns.flatMap((column): (readonly [string, Cell])[] => {
    const value = values.get(column.field)
    return value === undefined ? [] : [[quoted(column.sql), cellOf(value, rows)]]
  })
  if (state === undefined) insert(sqlite, entity, id, [...cells, ...keyCells(entity, slot, history)])
  else {
    const sets = [...cells.map(([sql]) => `${sql} = ?`), ...(state === 1 ? ['_del = 0'] : [])]
    statement(sqlite, `UPDATE ${quoted(table)} SET ${sets.join(', ')} WHERE id = ?`).run(
      ...cells.map(([, cell]) => cell),
      id,
    )
  }
  return true
}

function keyCells(entity: EntityName, slot: number, history: string): readonly (readonly [string, Cell])[] {
  const key = keyOf(entity, slot, history)
  return columnsOf(entityOf(entity)).flatMap(({ field, sql }): (readonly [string, Cell])[] => {
    const value = key.get(field)
    return value === undefined ? [] : [[quoted(sql), value]]
  })
}

function insert(sqlite: Sqlite, entity: EntityName, id: string, cells: readonly (readonly [string, Cell])[]): void {
  const { table } = entityOf(entity)
  const marks = ['?', ...cells.map(() => '?')].join(', ')
  statement(
    sqlite,
    `INSERT INTO ${quoted(table)} (${['id', ...cells.map(([sql]) => sql)].join(', ')}) VALUES (${marks})`,
  ).run(id, ...cells.map(([, cell]) => cell))
}

/** A row as the file shows it. */
export interface Shown {
  readonly deleted: boolean
  readonly cells: readonly Cell[]
}

/** The row, or null when there is none. */
export function readRow(sqlite: Sqlite, entity: EntityName, id: string): Shown | null {
  const { table } = entityOf(entity)
  const columns = columnsOf(entityOf(entity)).map(({ sql }) => quoted(sql))
  const raw = statement<[string], [number, ...Cell[]]>(
    sqlite,
    `SELECT _del, ${columns.join(', ')} FROM ${quoted(table)} WHERE id = ?`,
  )
    .raw()
    .get(id)
  if (raw === undefined) return null
  const [deleted, ...cells] = raw
  return { deleted: deleted !== 0, cells }
}

/** Everything kept of the rows, as text: equal on two copies exactly when they hold the same, values and dots. */
export function dumpRows(sqlite: Sqlite, rows: Rows): string {
  const lines: string[] = []
  for (const { entity, id } of rows.ids) {
    const { n } = entityOf(entity)
    const shown = readRow(sqlite, entity, id)
    if (shown === null) continue
    lines.push(`${entity} ${id} ${JSON.stringify(shown)}`)
    for (const sql of DOTS)
      lines.push(
        ...statement(sqlite, sql)
          .raw()
          .all(n, id)
          .map((dot) => `  ${JSON.stringify(dot)}`),
      )
  }
  return lines.join('\n')
}

const REPLICA = 'JOIN sync_replica r ON r.rid = x.rid'
const DOTS = [
  `SELECT 'birth', hex(r.id), x.seq, x.hlc, cov FROM sync_row x ${REPLICA} WHERE tbl = ? AND row = ? ORDER BY r.id`,
  `SELECT 'write', col, hex(r.id), x.seq, x.hlc, cov, win, val FROM sync_cell x ${REPLICA} WHERE tbl = ? AND row = ? ORDER BY col, r.id`,
  `SELECT 'parked', col, hex(r.id), x.seq, op FROM sync_parked x ${REPLICA} WHERE tbl = ? AND row = ? ORDER BY r.id, x.seq, op, col`,
  'SELECT state, hold FROM machine_states WHERE tbl = ? AND row = ?',
]

/** How many records of the history, of those whose steps it took, are on hold. */
export function heldRecords(sqlite: Sqlite, rows: Rows): number {
  const held = statement<[number, string], number>(sqlite, 'SELECT hold FROM machine_states WHERE tbl = ? AND row = ?')
  const owners = new Set(
    rows.ids.flatMap(({ entity }) => {
      const { events, columns } = entityOf(entity)
      const owner = ENTITY_LIST.find(({ name }) => name === columns[events?.of ?? '']?.references)
      return owner === undefined ? [] : [owner.name]
    }),
  )
  const slots = [...owners].flatMap((name) =>
    Array.from({ length: SLOTS }, (_, slot) => [name, rows.id(name, slot)] as const),
  )
  return slots.filter(([name, row]) => held.pluck().get(entityOf(name).n, row) === 1).length
}

/** A value that lost and is kept, where people must choose. */
export interface OpenValue {
  readonly entity: EntityName
  readonly id: string
  readonly column: number
  readonly value: Cell
}

/** The values that lost and are kept, of the columns where people choose between them. */
export function openValues(sqlite: Sqlite, rows: Rows): readonly OpenValue[] {
  const find = statement<[number, string], { column: number; value: Cell }>(
    sqlite,
    'SELECT col AS "column", val AS value FROM sync_cell WHERE tbl = ? AND row = ? AND win = 0 ORDER BY col, hlc',
  )
  return rows.ids.flatMap(({ entity, id }) => {
    const asked = columnsOf(entityOf(entity)).filter(({ merge }) => merge === 'mv')
    return find
      .all(entityOf(entity).n, id)
      .filter(({ column }) => asked.some(({ n }) => n === column))
      .map((open) => ({ entity, id, ...open }))
  })
}
