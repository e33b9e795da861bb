/** The grid's cursor under the keyboard and the mouse. */

import { type KeyboardEvent, useCallback, useState } from 'react'

import { chordOf } from '../session/keys'
import { clampedTo, type Cursor, cursorAt, type Extent, HEADER, moved } from './cursor'

export interface CursorKeys {
  /** Enter on a cell: its figure's lines, else the row. */
  readonly onEnter: (cursor: Cursor) => void
  /** Space: the row. */
  readonly onSpace: (cursor: Cursor) => void
  readonly onTick: (cursor: Cursor) => void
  readonly onCopy: (cursor: Cursor) => void
  /** Enter on a title. */
  readonly onTitle: (column: number) => void
  /** The cursor came to a cell that may be out of sight. */
  readonly onMoved: (cursor: Cursor) => void
}

export function useCursor(extent: Extent, keys: CursorKeys) {
  const [kept, setCursor] = useState<Cursor>(cursorAt(0, 0))
  const cursor = clampedTo(kept, extent)

  function onKeyDown(event: KeyboardEvent): void {
    const chord = chordOf(event.nativeEvent)
    // Keys inside a menu or a field of the grid are theirs.
    if (event.target !== event.currentTarget || chord === '') {
      return
    }
    const next = moved(cursor, chord, extent)
    if (next) {
      setCursor(next)
      keys.onMoved(next)
    } else if (!act(chord, cursor, keys)) {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const point = useCallback((row: number, column: number, extend: boolean) => {
    setCursor((before) => (extend ? { ...before, row, column } : cursorAt(row, column)))
  }, [])
  return { cursor, point, onKeyDown }
}

/** True when the chord did something. */
function act(chord: string, cursor: Cursor, keys: CursorKeys): boolean {
  switch (chord) {
    case 'Enter':
      if (cursor.row === HEADER) {
        keys.onTitle(cursor.column)
      } else {
        keys.onEnter(cursor)
      }
      return true
    case 'Space':
      keys.onSpace(cursor)
      return true
    case 'X':
      keys.onTick(cursor)
      return true
    case 'Mod+C':
      keys.onCopy(cursor)
      return true
    default:
      return false
  }
}
