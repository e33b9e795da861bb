/** What of a grid is chosen: the ticked rows, else the rows that the selected cells lie in. */

import type { GridColumn } from './columns'
import { type Cursor, rangeOf } from './cursor'
import type { DataGridProps } from './DataGrid'
import type { PlacedColumn } from './use-columns'

/** Where the cursor is; no row in the titles and on heads of groups. */
export interface CellAt<R> {
  readonly column: GridColumn<R>
  readonly row: R | undefined
}

export interface RowSelection<R> {
  /** `one`: the cursor is in one row and nothing is ticked, so there is nothing to do in bulk. */
  readonly by: 'ticks' | 'range' | 'one'
  readonly count: number
  /** The rows that are here; of a long list ticked as a whole, some may not be. */
  readonly rows: () => readonly R[]
  readonly ids: () => readonly string[]
  /** As they are shown. */
  readonly columns: readonly GridColumn<R>[]
  /** Column of the cursor. */
  readonly column: GridColumn<R> | undefined
}

export function selectionOf<R>(
  { rows, rowId, ticked }: Pick<DataGridProps<R>, 'rows' | 'rowId' | 'ticked'>,
  placed: readonly PlacedColumn<R>[],
  cursor: Cursor,
): RowSelection<R> {
  const { top, bottom } = rangeOf(cursor)
  const byTicks = ticked !== undefined && ticked.size > 0
  const taken = (): readonly R[] => {
    const found: R[] = []
    const [from, to] = byTicks ? [0, rows.count - 1] : [top, bottom]
    for (let index = from; index <= to; index += 1) {
      const row = rows.get(index)
      if (row !== undefined && (!byTicks || ticked.has(rowId(row)))) found.push(row)
    }
    return found
  }
  const heads = (): number => {
    let count = 0
    if (rows.head) for (let index = top; index <= bottom; index += 1) count += rows.head(index) ? 1 : 0
    return count
  }
  return {
    by: byTicks ? 'ticks' : bottom > top && cursor.row >= 0 ? 'range' : 'one',
    count: byTicks ? ticked.size : bottom - top + 1 - heads(),
    rows: taken,
    ids: () => (byTicks ? [...ticked] : taken().map(rowId)),
    columns: placed.map(({ column }) => column),
    column: placed[cursor.column]?.column,
  }
}
