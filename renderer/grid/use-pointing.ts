/** The mouse over the cells: a press puts the cursor, dragging draws a range. */

import { useCallback, useEffect, useRef } from 'react'

import { drag } from './use-drag'
import type { useGrid } from './use-grid'

/** Always the same function. `onFocus` gives the keys back to the grid. */
export function usePointing<R>(
  grid: ReturnType<typeof useGrid<R>>,
  onFocus: () => void,
): (row: number, column: number, extend: boolean, add: boolean) => void {
  const latest = useRef({ grid, onFocus })
  useEffect(() => {
    latest.current = { grid, onFocus }
  })
  return useCallback((row, column, extend, add) => {
    const { at, area, edits } = latest.current.grid
    at.point(row, column, extend, add)
    if (!edits.editable) return
    // After the press the browser would give the focus to what was pressed.
    setTimeout(() => latest.current.onFocus())
    drag(area, (cell) => {
      if (cell.row !== row || cell.column !== column) at.point(cell.row, cell.column, true, false)
    })
  }, [])
}
