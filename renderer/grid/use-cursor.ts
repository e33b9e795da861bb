/** The grid's cursor and what is selected beside it; both stay on their records when the rows are sorted anew. */

import { useCallback, useEffect, useRef, useState } from 'react'

import { clampedTo, type Cursor, cursorAt, type Extent, isSingleCell, type Range, rangeOf } from './cursor'

export interface Selection {
  readonly cursor: Cursor
  /** Ranges that were selected before, with Ctrl held. */
  readonly extra: readonly Range[]
}

export interface CursorState extends Selection {
  /** Every selected range, the cursor's own last. */
  readonly ranges: readonly Range[]
  readonly isRange: boolean
  readonly move: (cursor: Cursor) => void
  /** A cell under the mouse: `extend` with Shift, `add` with Ctrl. */
  readonly point: (row: number, column: number, extend: boolean, add: boolean) => void
}

const NO_RANGES: readonly Range[] = []

/** `idAt` answers the id of the record in a row, where it is known; `onMoved` brings a cell into sight. */
export function useCursor(
  extent: Extent,
  idAt: (row: number) => string | undefined,
  onMoved: (cursor: Cursor) => void,
): CursorState {
  const [kept, setKept] = useState<Selection>({ cursor: cursorAt(0, 0), extra: NO_RANGES })
  const cursor = clampedTo(kept.cursor, extent)
  const record = useRef<{ readonly row: number; readonly id: string } | null>(null)
  useEffect(() => {
    const before = record.current
    const id = cursor.row < 0 ? undefined : idAt(cursor.row)
    if (before !== null && id !== undefined && id !== before.id && before.row === cursor.row) {
      const row = findRow(before.id, cursor.row, extent.rows, idAt)
      if (row !== null) {
        record.current = { row, id: before.id }
        setKept(({ cursor: at }) => ({ cursor: shifted(at, row - cursor.row), extra: NO_RANGES }))
        return
      }
    }
    record.current = id === undefined ? before : { row: cursor.row, id }
  }, [cursor.row, extent.rows, idAt])
  const move = (next: Cursor): void => {
    setKept({ cursor: next, extra: NO_RANGES })
    onMoved(next)
  }
  const point = useCallback((row: number, column: number, extend: boolean, add: boolean) => {
    setKept((before) => {
      if (extend) return { ...before, cursor: { ...before.cursor, row, column } }
      return { cursor: cursorAt(row, column), extra: add ? [...before.extra, rangeOf(before.cursor)] : NO_RANGES }
    })
  }, [])
  const { extra } = kept
  return {
    cursor,
    extra,
    ranges: cursor.row < 0 ? NO_RANGES : [...extra, rangeOf(cursor)],
    isRange: extra.length > 0 || !isSingleCell(cursor),
    move,
    point,
  }
}

function shifted(cursor: Cursor, by: number): Cursor {
  return { ...cursor, row: cursor.row + by, anchorRow: Math.max(0, cursor.anchorRow + by) }
}

/** How far from where it was a record is looked for. */
const REACH = 5000

function findRow(id: string, near: number, rows: number, idAt: (row: number) => string | undefined): number | null {
  for (let away = 1; away <= REACH; away += 1) {
    if (near - away >= 0 && idAt(near - away) === id) return near - away
    if (near + away < rows && idAt(near + away) === id) return near + away
  }
  return null
}
