/** Who wrote what last: births of rows and writes of cells that nobody has knowingly replaced, as SQLite keeps them. */

import type { Cell } from '../../shared/sync/body'
import type { Sqlite } from '../database'

export type RawBirth = readonly [rid: number, seq: number, hlc: number, cov: number]
export type RawCell = readonly [rid: number, seq: number, hlc: number, cov: number, win: number, val: Cell]

export type DotStore = ReturnType<typeof openDots>

export function openDots(sqlite: Sqlite) {
  const births = sqlite
    .prepare<[number, string], RawBirth>('SELECT rid, seq, hlc, cov FROM sync_row WHERE tbl = ? AND row = ?')
    .raw()
  const cells = sqlite
    .prepare<[number, string, number], RawCell>(
      'SELECT rid, seq, hlc, cov, win, val FROM sync_cell WHERE tbl = ? AND row = ? AND col = ?',
    )
    .raw()
  const anyCell = sqlite.prepare('SELECT 1 FROM sync_cell WHERE tbl = ? AND row = ? LIMIT 1').pluck()
  const rowCells = sqlite
    .prepare<[number, string], [col: number, rid: number, seq: number]>(
      'SELECT col, rid, seq FROM sync_cell WHERE tbl = ? AND row = ? AND cov = 0',
    )
    .raw()
  const putBirth = sqlite.prepare(
    `INSERT INTO sync_row (tbl, row, rid, seq, hlc) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, hlc = excluded.hlc, cov = 0`,
  )
  const putCell = sqlite.prepare(
    `INSERT INTO sync_cell (tbl, row, col, rid, seq, hlc, cov, win, val) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, hlc = excluded.hlc, cov = excluded.cov, win = excluded.win, val = excluded.val`,
  )
  const dropCell = sqlite.prepare('DELETE FROM sync_cell WHERE tbl = ? AND row = ? AND col = ? AND rid = ?')
  const coverBirth = sqlite.prepare('UPDATE sync_row SET cov = 1 WHERE tbl = ? AND row = ? AND rid = ?')
  const coverCell = sqlite.prepare('UPDATE sync_cell SET cov = 1 WHERE tbl = ? AND row = ? AND col = ? AND rid = ?')
  const coverBirths = sqlite.prepare('UPDATE sync_row SET cov = 1 WHERE tbl = ? AND row = ?')
  const coverCells = sqlite.prepare('UPDATE sync_cell SET cov = 1 WHERE tbl = ? AND row = ?')
  const alive = sqlite
    .prepare<[number, string, number, string], number>(
      `SELECT EXISTS (SELECT 1 FROM sync_row WHERE tbl = ? AND row = ? AND cov = 0)
         OR EXISTS (SELECT 1 FROM sync_cell WHERE tbl = ? AND row = ? AND cov = 0)`,
    )
    .pluck()

  return {
    births: (tbl: number, row: string) => births.all(tbl, row),
    cells: (tbl: number, row: string, col: number) => cells.all(tbl, row, col),
    hasCells: (tbl: number, row: string) => anyCell.get(tbl, row) !== undefined,
    /** Writes that no deletion has seen. */
    rowCells: (tbl: number, row: string) => rowCells.all(tbl, row),
    putBirth: (tbl: number, row: string, rid: number, seq: number, hlc: number) =>
      void putBirth.run(tbl, row, rid, seq, hlc),
    /** `val` only for writes that are not shown. */
    putCell: (tbl: number, row: string, col: number, ...write: RawCell) => void putCell.run(tbl, row, col, ...write),
    dropCell: (tbl: number, row: string, col: number, rid: number) => void dropCell.run(tbl, row, col, rid),
    coverBirth: (tbl: number, row: string, rid: number) => void coverBirth.run(tbl, row, rid),
    coverCell: (tbl: number, row: string, col: number, rid: number) => void coverCell.run(tbl, row, col, rid),
    coverAll: (tbl: number, row: string) => {
      coverBirths.run(tbl, row)
      coverCells.run(tbl, row)
    },
    isAlive: (tbl: number, row: string) => alive.get(tbl, row, tbl, row) === 1,
  }
}
