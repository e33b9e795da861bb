/** The prepared statements of one record table that capture, undo and the check of the log share. */

import type { Cell } from '../../shared/sync/body'
import { columnsOf, ENTITY_LIST, type NamedColumn, type NamedEntity } from '../../shared/sync/registry'
import { quoted, type Sqlite } from '../database'
import { prepared } from '../prepared'

/** A record as its table holds it: cells by column number. */
export interface StoredRow {
  readonly id: string
  readonly deleted: boolean
  /** Added by an import and not yet in the log. */
  readonly derived: boolean
  readonly cells: readonly Cell[]
}

export interface RecordTable {
  readonly entity: NamedEntity
  readonly columns: readonly NamedColumn[]
  read(id: string): StoredRow | null
  /** Every row, by id. */
  all(): IterableIterator<StoredRow>
  /** Sets cells (column number, value) and, unless null, the deletion mark, in one statement. */
  write(id: string, cells: readonly (readonly [number, Cell])[], deleted: boolean | null): void
  /** Takes the mark of a row that is now in the log. */
  clearDerived(id: string): void
}

/** `entities`: others than this build's only in tests of updates. */
export function openTables(
  sqlite: Sqlite,
  entities: readonly NamedEntity[] = ENTITY_LIST,
): ReadonlyMap<number, RecordTable> {
  return new Map(entities.map((entity) => [entity.n, openTable(sqlite, entity)]))
}

function openTable(sqlite: Sqlite, entity: NamedEntity): RecordTable {
  const columns = columnsOf(entity)
  const table = quoted(entity.table)
  const select = `SELECT id, _del, _flag, ${columns.map(({ sql }) => quoted(sql)).join(', ')} FROM ${table}`
  type Raw = [string, number, number, ...Cell[]]
  const one = sqlite.prepare<[string], Raw>(`${select} WHERE id = ?`).raw()
  const every = sqlite.prepare<[], Raw>(`${select} ORDER BY id`).raw()
  const clear = sqlite.prepare(`UPDATE ${table} SET _flag = 0 WHERE id = ?`)
  const stored = ([id, deleted, derived, ...cells]: Raw): StoredRow => ({
    id,
    deleted: deleted !== 0,
    derived: derived !== 0,
    cells,
  })
  return {
    entity,
    columns,
    read: (id) => {
      const row = one.get(id)
      return row === undefined ? null : stored(row)
    },
    *all() {
      for (const row of every.iterate()) yield stored(row)
    },
    write: (id, cells, deleted) => {
      const sets = cells.map(([n]) => `${quoted(columnName(columns, n))} = ?`)
      if (deleted !== null) sets.push(`_del = ${deleted ? 1 : 0}`)
      if (sets.length > 0)
        // Kept: compiling one compiles the table's triggers too, which would make undoing a long list a matter of minutes.
        prepared(sqlite, `UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`).run(
          ...cells.map(([, value]) => value),
          id,
        )
    },
    clearDerived: (id) => void clear.run(id),
  }
}

function columnName(columns: readonly NamedColumn[], n: number): string {
  const column = columns[n]
  if (column === undefined || column.n !== n) throw new RangeError(`no column ${n}`)
  return column.sql
}
