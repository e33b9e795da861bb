/**
 * Cells of a grid that could not be written: they show what was typed or pasted, with the reason, until they are written
 * or let go. Kept for each list while the window is open, so that going elsewhere loses nothing.
 */

import { createStore, type Store } from '../session/store'
import type { NotWritten, Reason } from './edit-plan'

export interface Mark {
  readonly text: string
  /** Null: it is being written. */
  readonly reason: Reason | null
}

/** By column. */
export type RowMarks = ReadonlyMap<string, Mark>

/** A pasted row that could not be added. */
export interface LostRow {
  readonly cells: readonly NotWritten[]
}

export interface GridMarks {
  /** By id of the row. */
  readonly rows: ReadonlyMap<string, RowMarks>
  readonly lost: readonly LostRow[]
}

const NOTHING: GridMarks = { rows: new Map(), lost: [] }

const stores = new Map<string, Store<GridMarks>>()

/** The marks of the list of this name. */
export function marksOf(name: string): Store<GridMarks> {
  const known = stores.get(name) ?? createStore<GridMarks>(NOTHING)
  stores.set(name, known)
  return known
}

export interface MarkChange {
  readonly rowId: string
  readonly column: string
  /** Null: the cell is as it should be. */
  readonly mark: Mark | null
}

/** Rows whose marks do not change keep theirs, so that they are not drawn again. */
export function withMarks({ rows, lost }: GridMarks, changes: readonly MarkChange[]): GridMarks {
  const next = new Map(rows)
  const touched = new Map<string, Map<string, Mark>>()
  for (const { rowId, column, mark } of changes) {
    if (mark === null && !(touched.get(rowId) ?? next.get(rowId))?.has(column)) continue
    const row = touched.get(rowId) ?? new Map(next.get(rowId))
    touched.set(rowId, row)
    if (mark === null) row.delete(column)
    else row.set(column, mark)
  }
  for (const [rowId, row] of touched) {
    if (row.size === 0) next.delete(rowId)
    else next.set(rowId, row)
  }
  return touched.size === 0 ? { rows, lost } : { rows: next, lost }
}

/** Cells that were not written, as marks of their rows and as rows that were not added. */
export function sorted(cells: readonly NotWritten[]): {
  readonly marks: readonly MarkChange[]
  readonly lost: readonly LostRow[]
} {
  const lines = new Map<number, NotWritten[]>()
  for (const cell of cells) {
    if (cell.rowId === null) lines.set(cell.line, [...(lines.get(cell.line) ?? []), cell])
  }
  return {
    marks: cells.flatMap(({ rowId, column, text, reason }) =>
      rowId === null ? [] : [{ rowId, column, mark: { text, reason } }],
    ),
    lost: [...lines.values()].map((row) => ({ cells: row })),
  }
}
