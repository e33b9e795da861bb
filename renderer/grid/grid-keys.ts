/** What a key does in a grid while no cell is being edited. */

import { type Cursor, cursorAt, type Extent, HEADER, isSingleCell, moved, stepped } from './cursor'

export interface GridActions {
  readonly move: (cursor: Cursor) => void
  /** Enter on a title. */
  readonly menu: (column: number) => void
  /** Enter on a cell that is not for editing: its figure's lines, else the row. */
  readonly enter: (cursor: Cursor) => void
  readonly open: (row: number) => void
  readonly peek: (row: number) => void
  readonly tick: (row: number) => void
  readonly copy: (cursor: Cursor) => void
  readonly cut: () => void
  readonly edit: () => void
  readonly clear: () => void
  readonly fill: (direction: 'down' | 'right' | 'selection') => void
  readonly today: () => void
  /** Lets go what could not be written into the cell: it shows its own value again. */
  readonly forget: () => void
}

export interface KeyState {
  readonly cursor: Cursor
  readonly extent: Extent
  readonly isRange: boolean
  /** Some column of the grid is for editing: then Tab and Enter go from cell to cell. */
  readonly editable: boolean
  /** The cursor's cell can be written. */
  readonly writable: boolean
  /** Letters typed at the cursor's cell are written into it. */
  readonly letters: boolean
  /** Rows can be ticked; where they cannot, the key is free for the page. */
  readonly tickable: boolean
  /** The cursor's cell shows what could not be written. */
  readonly marked: boolean
}

/** True when the chord did something. */
export function actOn(chord: string, state: KeyState, act: GridActions): boolean {
  const { cursor, extent } = state
  const next = moved(cursor, chord, extent)
  if (next) {
    act.move(next)
    return true
  }
  if (state.letters && /^(?:Shift\+)?[A-Z?/]$/.test(chord)) {
    return false
  }
  return (state.editable && edits(chord, state, act)) || plain(chord, state, act)
}

function edits(chord: string, { cursor, extent, writable, isRange, marked }: KeyState, act: GridActions): boolean {
  if (cursor.row === HEADER) {
    return false
  }
  switch (chord) {
    case 'Enter':
      if (!writable) return false
      act.move(stepped(cursor, chord, extent, false) ?? cursor)
      return true
    case 'Shift+Enter':
      act.move(stepped(cursor, chord, extent, false) ?? cursor)
      return true
    case 'Tab':
    case 'Shift+Tab': {
      // At the edge of the row the focus goes on: nobody is caught in the grid.
      const next = stepped(cursor, chord, extent, false)
      if (next) act.move(next)
      return next !== null
    }
    case 'F2':
      act.edit()
      return true
    case 'Delete':
    case 'Backspace':
      act.clear()
      return true
    case 'Mod+D':
      act.fill('down')
      return true
    case 'Mod+R':
      act.fill('right')
      return true
    case 'Mod+Enter':
      act.fill('selection')
      return true
    case 'Mod+;':
      act.today()
      return true
    case 'Mod+X':
      act.cut()
      return true
    case 'Escape':
      if (!isRange && !marked) return false
      if (isRange) act.move(cursorAt(cursor.row, cursor.column))
      else act.forget()
      return true
    default:
      return false
  }
}

function plain(chord: string, { cursor, tickable }: KeyState, act: GridActions): boolean {
  switch (chord) {
    case 'Enter':
      if (cursor.row === HEADER) act.menu(cursor.column)
      else act.enter(cursor)
      return true
    case 'Alt+Enter':
      act.open(cursor.row)
      return true
    case 'Space':
      act.peek(cursor.row)
      return true
    case 'X':
    case 'Shift+Space':
      if (!tickable) return false
      act.tick(cursor.row)
      return true
    case 'Mod+C':
      act.copy(cursor)
      return true
    case 'Escape':
      if (isSingleCell(cursor)) return false
      act.move(cursorAt(cursor.row, cursor.column))
      return true
    default:
      return false
  }
}
