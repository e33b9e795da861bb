/** Record tables as applying steps writes them: single cells and whole rows, with the triggers off. */

import type { Cell } from '../../shared/sync/body'
import type { RecordTable } from '../capture/tables'
import { quoted, type Sqlite } from '../database'

/** A row's marks and one of its cells. */
export type Peeked = readonly [deleted: number, derived: number, cell: Cell]

export interface Target {
  readonly table: RecordTable
  peek(id: string, column: number): Peeked | undefined
  /** A row as it is to be, alive; takes the place of one that an import had added. */
  put(id: string, cells: readonly Cell[]): void
  show(id: string, column: number, value: Cell): void
  setDeleted(id: string, deleted: boolean): void
}

/** Opens a table for it; statements are prepared when they are first needed, as there are some for each column. */
export function openTarget(sqlite: Sqlite, table: RecordTable): Target {
  const name = quoted(table.entity.table)
  const columns = table.columns.map(({ sql }) => quoted(sql))
  const put = once(() =>
    sqlite.prepare(
      `INSERT INTO ${name} (id, ${columns.join(', ')}, _del, _flag) VALUES (?, ${columns.map(() => '?').join(', ')}, 0, 0)
       ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}, _del = 0, _flag = 0`,
    ),
  )
  const peeks = columns.map((column) =>
    once(() => sqlite.prepare<[string], Peeked>(`SELECT _del, _flag, ${column} FROM ${name} WHERE id = ?`).raw()),
  )
  const shows = columns.map((column) => once(() => sqlite.prepare(`UPDATE ${name} SET ${column} = ? WHERE id = ?`)))
  const remove = once(() => sqlite.prepare(`UPDATE ${name} SET _del = ? WHERE id = ?`))
  return {
    table,
    peek: (id, column) => peeks[column]?.().get(id),
    put: (id, cells) => void put().run(id, ...columns.map((_, n) => cells[n] ?? null)),
    show: (id, column, value) => void shows[column]?.().run(value, id),
    setDeleted: (id, deleted) => void remove().run(deleted ? 1 : 0, id),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
