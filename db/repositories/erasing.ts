/** The step that erases a person, as far as it is written into records: every cell emptied, then the record removed. */

import { noteDecided } from '../capture/pending'
import { openTables, type RecordTable } from '../capture/tables'
import type { WritableDb } from '../database'
import { erasedHandle, OF_CREATOR } from '../erasing'
import { ENTITIES, type EntityName, type FieldName } from '../../shared/sync/registry'

/** What a record of one person keeps when it is emptied: to whom it belonged. */
const KEPT = new Set(['creatorId', 'shopId', 'entity', 'recordId', 'listId'])

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

/** Inside a commit that resolves: empties and removes everything that belongs to the creator; answers how many records. */
export function removeOfCreator(tx: WritableDb, id: string): number {
  let removed = 0
  for (const name of OF_CREATOR) removed += empty(tx, name, idsOf(tx, name, 'creatorId', id))
  removed += empty(tx, 'attachments', attachmentIds(tx, id))
  return removed
}

/** Inside a commit that resolves: removes these records, emptied. */
export function empty(tx: WritableDb, name: EntityName, ids: readonly string[]): number {
  const table = tableOf(tx, name)
  for (const id of ids) {
    const kept = table.columns.filter(({ field }) => !KEPT.has(field))
    for (const { field } of kept) noteDecided(tx, name, id, field)
    table.write(
      id,
      kept.map(({ n }) => [n, null] as const),
      null,
    )
    table.write(id, [], true)
  }
  return ids.length
}

/** How many records of each kind belong to these creators. */
export function countOfCreators(tx: Pick<WritableDb, '$client'>, ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of OF_CREATOR)
    counts[name] = ids.reduce((sum, id) => sum + idsOf(tx, name, 'creatorId', id).length, 0)
  counts['attachments'] = ids.reduce((sum, id) => sum + attachmentIds(tx, id).length, 0)
  return counts
}

function idsOf<E extends EntityName>(
  { $client }: Pick<WritableDb, '$client'>,
  name: E,
  field: FieldName<E>,
  value: string,
): string[] {
  const sql = field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
  return $client
    .prepare<[string], string>(`SELECT id FROM "${ENTITIES[name].table}" WHERE "${sql}" = ? AND _del = 0`)
    .pluck()
    .all(value)
}

function attachmentIds({ $client }: Pick<WritableDb, '$client'>, id: string): string[] {
  return $client
    .prepare<[string], string>(`SELECT id FROM attachments WHERE _del = 0 AND entity = 'creators' AND record_id = ?`)
    .pluck()
    .all(id)
}

function tableOf({ $client }: WritableDb, name: EntityName): RecordTable {
  const table = openTables($client).get(ENTITIES[name].n)
  if (table === undefined) throw new RangeError(`no record table ${name}`)
  return table
}
