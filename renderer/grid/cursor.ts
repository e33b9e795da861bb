/**
 * Where the grid's cursor is and how keys move it: rows and columns by index, row −1 is the header.
 *
 * The anchor is the other corner of the selected range; without Shift it follows.
 */

export interface Cursor {
  readonly row: number
  readonly column: number
  readonly anchorRow: number
  readonly anchorColumn: number
}

export interface Extent {
  readonly rows: number
  readonly columns: number
  /** Rows that fit on the screen: what a page is. */
  readonly page: number
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const HEADER = -1

export function cursorAt(row: number, column: number): Cursor {
  return { row, column, anchorRow: row, anchorColumn: column }
}

/** The cursor after a chord, or null when the chord does not move it. */
export function moved(cursor: Cursor, chord: string, extent: Extent): Cursor | null {
  if (chord === 'Mod+A') {
    return { row: Math.max(0, extent.rows - 1), column: Math.max(0, extent.columns - 1), anchorRow: 0, anchorColumn: 0 }
  }
  const extending = chord.includes('Shift+')
  const next = step(cursor, chord.replace('Shift+', ''), extent)
  if (!next) {
    return null
  }
  const row = clamp(next.row, extending ? 0 : HEADER, extent.rows - 1)
  const column = clamp(next.column, 0, extent.columns - 1)
  return extending && row >= 0 ? { ...cursor, row, column } : cursorAt(row, column)
}

function step(
  { row, column }: Cursor,
  chord: string,
  { rows, columns, page }: Extent,
): { row: number; column: number } | null {
  switch (chord) {
    case 'ArrowUp':
      return { row: row - 1, column }
    case 'ArrowDown':
      return { row: row + 1, column }
    case 'ArrowLeft':
      return { row, column: column - 1 }
    case 'ArrowRight':
      return { row, column: column + 1 }
    case 'PageUp':
      return { row: Math.max(0, row - page), column }
    case 'PageDown':
      return { row: row + page, column }
    case 'Home':
    case 'Mod+ArrowLeft':
      return { row, column: 0 }
    case 'End':
    case 'Mod+ArrowRight':
      return { row, column: columns - 1 }
    case 'Mod+ArrowUp':
      return { row: 0, column }
    case 'Mod+ArrowDown':
      return { row: rows - 1, column }
    case 'Mod+Home':
      return { row: 0, column: 0 }
    case 'Mod+End':
      return { row: rows - 1, column: columns - 1 }
    default:
      return null
  }
}

export function rangeOf({ row, column, anchorRow, anchorColumn }: Cursor): Range {
  return {
    top: Math.max(0, Math.min(row, anchorRow)),
    bottom: Math.max(row, anchorRow),
    left: Math.min(column, anchorColumn),
    right: Math.max(column, anchorColumn),
  }
}

/** The cells of several ranges, each once, row by row. */
export function cellsIn(ranges: readonly Range[]): (readonly [row: number, column: number])[] {
  const seen = new Set<number>()
  const cells: (readonly [number, number])[] = []
  for (const { top, bottom, left, right } of ranges) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const place = row * MOST_COLUMNS + column
        if (seen.has(place)) continue
        seen.add(place)
        cells.push([row, column])
      }
    }
  }
  return cells
}

const MOST_COLUMNS = 1000

export function isInside({ top, bottom, left, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

/** The cell after `Tab`, `Enter` and their opposites; in a row, `Tab` ends at its edges unless `wrap`: there it is null. */
export function stepped(cursor: Cursor, chord: string, extent: Extent, wrap: boolean): Cursor | null {
  const { row, column } = cursor
  switch (chord) {
    case 'Enter':
      return cursorAt(Math.min(row + 1, extent.rows - 1), column)
    case 'Shift+Enter':
      return cursorAt(Math.max(row - 1, 0), column)
    case 'Tab':
      if (column + 1 < extent.columns) return cursorAt(row, column + 1)
      return wrap && row + 1 < extent.rows ? cursorAt(row + 1, 0) : null
    case 'Shift+Tab':
      if (column > 0) return cursorAt(row, column - 1)
      return wrap && row > 0 ? cursorAt(row - 1, extent.columns - 1) : null
    default:
      return null
  }
}

export function isSingleCell(cursor: Cursor): boolean {
  return cursor.row === cursor.anchorRow && cursor.column === cursor.anchorColumn
}

/** The cursor inside a grid whose rows or columns became fewer. */
export function clampedTo(cursor: Cursor, { rows, columns }: Extent): Cursor {
  return {
    row: clamp(cursor.row, HEADER, rows - 1),
    column: clamp(cursor.column, 0, columns - 1),
    anchorRow: clamp(cursor.anchorRow, HEADER, rows - 1),
    anchorColumn: clamp(cursor.anchorColumn, 0, columns - 1),
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}
