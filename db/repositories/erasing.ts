/** The step that erases a person, as far as it is written into records: every cell emptied, then the record removed. */

import { noteDecided } from '../capture/pending'
import { openTables, type RecordTable } from '../capture/tables'
import {
  type Belonging,
  BELONGINGS,
  emptiedFields,
  filesOfPeople,
  idsOfPeople,
  tableOf as sqlTable,
} from '../belongings'
import type { ReadableDb, Sqlite, WritableDb } from '../database'
import { erasedHandle } from '../erasing'
import { ENTITIES, type EntityName } from '../../shared/sync/registry'

/** Inside a commit that resolves: blanks the creator's record and gives it a handle that says nothing. */
export function blankCreator(tx: WritableDb, id: string): void {
  const table = tableOf(tx, 'creators')
  const row = table.read(id)
  if (row === null || row.deleted) return
  // Also cells that are empty here: a colleague's value that is in question with it must end.
  for (const { field } of table.columns) noteDecided(tx, 'creators', id, field)
  table.write(
    id,
    table.columns.map(({ n, field }) => [n, field === 'handle' ? erasedHandle(id) : null] as const),
    null,
  )
}

/**
 * Inside a commit that resolves: empties what belongs to the creator, and removes it where nothing else is told by it;
 * answers how many records went.
 */
export function removeOfCreator(tx: WritableDb, id: string): number {
  let removed = 0
  // What belongs to a record of theirs goes while that record still says whose it is.
  for (const one of BELONGINGS.toReversed()) {
    const records = idsOf(tx, idsOfPeople(one, PEOPLE), [id])
    if (one.empties === null) removed += empty(tx, one.entity, records)
    else for (const record of records) blank(tx, one.entity, record)
  }
  return removed
}

/** Inside a commit that resolves: empties and removes the files that are attached to anything of the creator. */
export function removeFilesOf(tx: WritableDb, id: string): number {
  return empty(tx, 'attachments', idsOf(tx, filesOfPeople(PEOPLE), [id]))
}

/** Inside a commit that resolves: removes these records, emptied; those that were removed before are emptied alone. */
export function empty(tx: WritableDb, name: EntityName, ids: readonly string[]): number {
  let removed = 0
  for (const id of ids) {
    const wasThere = tableOf(tx, name).read(id)?.deleted === false
    blank(tx, name, id)
    if (!wasThere) continue
    tableOf(tx, name).write(id, [], true)
    removed += 1
  }
  return removed
}

/** Empties a record; one that was removed is brought back for it and removed again. */
function blank(tx: WritableDb, name: EntityName, id: string): void {
  const table = tableOf(tx, name)
  const row = table.read(id)
  const fields = emptiedFields(name)
  const emptied = table.columns.filter(({ field }) => fields.includes(field))
  if (row === null || (row.deleted && emptied.every(({ n }) => (row.cells[n] ?? null) === null))) return
  if (row.deleted) table.write(id, [], false)
  // Also cells that are empty here: a colleague's value that is in question with it must end.
  for (const { field } of emptied) noteDecided(tx, name, id, field)
  table.write(
    id,
    emptied.map(({ n }) => [n, null] as const),
    null,
  )
  if (row.deleted) table.write(id, [], true)
}

/** How many living records of each kind belong to these creators: those that go, and those that stay emptied. */
export function countOfCreators(
  db: ReadableDb,
  ids: readonly string[],
): { readonly go: Readonly<Record<string, number>>; readonly stay: Readonly<Record<string, number>> } {
  const counts = (all: readonly Belonging[]) =>
    Object.fromEntries(all.map((one) => [one.entity, recordsOf(db, one, ids).length]))
  return {
    go: { ...counts(BELONGINGS.filter(({ empties }) => empties === null)), attachments: filesOf(db, ids).length },
    stay: counts(BELONGINGS.filter(({ empties }) => empties !== null)),
  }
}

/** Living records of an entity that belong to these creators, by id. */
export function recordsOf(db: ReadableDb, one: Belonging, ids: readonly string[]): string[] {
  const select = `SELECT id FROM ${sqlTable(one.entity)} WHERE _del = 0 AND id IN (${idsOfPeople(one, PEOPLE)}) ORDER BY id`
  return idsOf(db, select, ids)
}

/** Living files that are attached to anything of these creators, by id. */
export function filesOf(db: ReadableDb, ids: readonly string[]): string[] {
  const select = `SELECT id FROM attachments WHERE _del = 0 AND id IN (${filesOfPeople(PEOPLE)}) ORDER BY id`
  return idsOf(db, select, ids)
}

const PEOPLE = 'SELECT value FROM json_each(:people)'

function idsOf({ $client }: Pick<WritableDb, '$client'>, select: string, people: readonly string[]): string[] {
  return $client
    .prepare<[{ people: string }], string>(select)
    .pluck()
    .all({ people: JSON.stringify(people) })
}

/** Compiling the statements of seventy tables takes longer than all that is done with them. */
const opened = new WeakMap<Sqlite, ReturnType<typeof openTables>>()

function tableOf({ $client }: WritableDb, name: EntityName): RecordTable {
  const tables = opened.get($client) ?? openTables($client)
  opened.set($client, tables)
  const table = tables.get(ENTITIES[name].n)
  if (table === undefined) throw new RangeError(`no record table ${name}`)
  return table
}
