/** The cell that is being edited, and what becomes of its text. */

import { type RefObject, useRef, useState } from 'react'

import type { EditKind } from '../../shared/contract/edits'
import { inputOf, lockOf } from './cells'
import type { GridColumn } from './columns'
import { type Cursor, type Extent, type Range, stepped } from './cursor'
import { filled } from './fill'
import type { Apply } from './use-apply'

export interface Editing {
  readonly row: number
  readonly column: number
  readonly text: string
  /** Begun by typing: arrows commit and go on, as they do in a spreadsheet. */
  readonly typed: boolean
}

export interface EditingSource<R> {
  readonly cursor: Cursor
  readonly extent: Extent
  readonly ranges: readonly Range[]
  readonly columns: readonly GridColumn<R>[]
  readonly row: (index: number) => R | undefined
  readonly markText: (row: R, column: string) => string | null
  readonly move: (cursor: Cursor) => void
  readonly apply: Apply<R>
  /** The cell cannot be written: says why. */
  readonly refuse: (reason: string | null) => void
}

export interface EditingState {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly editing: Editing | null
  readonly begin: (text?: string) => void
  readonly type: (text: string) => void
  readonly cancel: () => void
  /** Writes the text and goes where the key leads; `Mod+Enter` writes it into the whole selection. */
  readonly commit: (chord: string, text?: string) => void
}

export function useEditing<R>(source: EditingSource<R>): EditingState {
  const input = useRef<HTMLTextAreaElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { cursor, columns, row: rowAt } = source

  function begin(text?: string): void {
    const column = columns[cursor.column]
    const row = rowAt(cursor.row)
    const lock = lockOf(column, row)
    if (lock || !column || row === undefined) {
      source.refuse(lock?.reason ?? null)
      return
    }
    const kept = source.markText(row, column.id)
    setEditing({
      row: cursor.row,
      column: cursor.column,
      text: text ?? kept ?? inputOf(column, row),
      typed: text !== undefined,
    })
  }

  function commit(chord: string, chosen?: string): void {
    if (!editing) return
    const text = chosen ?? editing.text
    setEditing(null)
    const column = columns[editing.column]
    const row = rowAt(editing.row)
    if (column && row !== undefined) {
      const what: EditKind = chord === 'Mod+Enter' && source.ranges.length > 0 ? 'fill' : 'cell'
      const texts =
        what === 'fill' ? filled({ row: rowAt, columns }, source.ranges, text) : [{ row, line: 0, column, text }]
      const same = what === 'cell' && text === inputOf(column, row) && source.markText(row, column.id) === null
      if (!same) void source.apply(texts.length > 1 ? what : 'cell', texts)
    }
    const next = stepped(cursor, chord, source.extent, true) ?? arrow(cursor, chord, source.extent)
    if (next) source.move(next)
  }

  return {
    input,
    editing,
    begin,
    type: (text) => (editing ? setEditing({ ...editing, text }) : begin(text)),
    cancel: () => setEditing(null),
    commit,
  }
}

function arrow(cursor: Cursor, chord: string, extent: Extent): Cursor | null {
  switch (chord) {
    case 'ArrowUp':
      return stepped(cursor, 'Shift+Enter', extent, false)
    case 'ArrowDown':
      return stepped(cursor, 'Enter', extent, false)
    case 'ArrowLeft':
      return stepped(cursor, 'Shift+Tab', extent, false)
    case 'ArrowRight':
      return stepped(cursor, 'Tab', extent, false)
    default:
      return null
  }
}
