/** Editing in a grid, put together: typing, filling, pasting, emptying, and what the keys do. */

import { type KeyboardEvent, useState } from 'react'

import { dayInZone } from '../../shared/domain/days'
import { useText } from '../messages/i18n'
import { chordOf } from '../session/keys'
import { say } from '../session/status'
import { useStore } from '../session/store'
import { lockOf, takesLetters } from './cells'
import type { DataGridProps } from './DataGrid'
import type { Extent, Range } from './cursor'
import { filled, type FillSource, spread } from './fill'
import type { Direction } from './FillHandle'
import { actOn, type GridActions } from './grid-keys'
import { marksOf, withMarks } from './marks'
import { type Apply, useApply } from './use-apply'
import type { PlacedColumn } from './use-columns'
import type { CursorState } from './use-cursor'
import { useEditing } from './use-editing'
import { usePaste } from './use-paste'

export interface GridEditingSource<R> {
  readonly props: DataGridProps<R>
  readonly placed: readonly PlacedColumn<R>[]
  readonly extent: Extent
  readonly at: CursorState
  /** What is done without writing. */
  readonly plain: Pick<GridActions, 'menu' | 'enter' | 'open' | 'peek' | 'tick' | 'copy'>
}

const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

export function useGridEditing<R>({ props, placed, extent, at, plain }: GridEditingSource<R>) {
  const { rows, name, rowId, adding } = props
  const t = useText('grid')
  const marks = useStore(marksOf(name))
  const [preview, setPreview] = useState<Range | null>(null)
  const columns = placed.map(({ column }) => column)
  const editable = columns.some(({ edit }) => edit !== undefined)
  const apply = useApply<R>({ name, rowId, adding })
  const { cursor, ranges } = at
  const markText = (record: R, id: string): string | null => marks.rows.get(rowId(record))?.get(id)?.text ?? null
  const source = { row: rows.get, columns, markText }
  const column = columns[cursor.column]
  const row = cursor.row < 0 ? undefined : rows.get(cursor.row)
  const refuse = (reason: string | null): void => say(reason ?? t('locked'), 'bad')
  const editing = useEditing<R>({
    cursor,
    extent,
    ranges,
    columns,
    row: rows.get,
    markText,
    move: at.move,
    apply,
    refuse,
  })
  const range = ranges.at(-1) ?? { top: 0, bottom: 0, left: 0, right: 0 }
  const pasting = usePaste<R>({ columns, row: rows.get, count: rows.count, load: rows.load, range, adding, apply })
  const forget = (): void => unmark(name, row === undefined ? undefined : rowId(row), column?.id)
  const actions = actionsOf({ plain, at, source, apply, range, begin: editing.begin, refuse, forget })
  function onKeyDown(event: KeyboardEvent): void {
    const chord = chordOf(event.nativeEvent)
    if (chord === '') return
    const writable = lockOf(column, row) === null
    const letters = writable && column !== undefined && takesLetters(column)
    const marked = column !== undefined && row !== undefined && markText(row, column.id) !== null
    const tickable = props.ticked !== undefined
    const state = { cursor, extent, isRange: at.isRange, editable, writable, letters, tickable, marked }
    if (actOn(chord, state, actions)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (letters && /^(?:Shift\+)?.$/u.test(chord)) {
      // It is about to be written into the cell, so it is no command.
      event.stopPropagation()
    }
  }
  return {
    editable,
    editing,
    pasting,
    marks: marks.rows,
    column,
    row,
    range,
    preview,
    setPreview,
    onKeyDown,
    fillTo: (target: Range, direction: Direction) => void apply('fill', spread(source, [target], direction)),
  }
}

function unmark(name: string, rowId: string | undefined, column: string | undefined): void {
  const store = marksOf(name)
  if (rowId !== undefined && column !== undefined) store.set(withMarks(store.get(), [{ rowId, column, mark: null }]))
}

interface ActionSource<R> {
  readonly plain: GridEditingSource<R>['plain']
  readonly at: CursorState
  readonly source: FillSource<R>
  readonly apply: Apply<R>
  readonly range: Range
  readonly begin: () => void
  readonly refuse: (reason: string | null) => void
  readonly forget: () => void
}

function actionsOf<R>({ plain, at, source, apply, range, begin, refuse, forget }: ActionSource<R>): GridActions {
  const { cursor, ranges } = at
  const clear = (): void => void apply('clear', filled(source, ranges, ''))
  return {
    ...plain,
    move: at.move,
    edit: begin,
    forget,
    clear,
    cut: () => {
      plain.copy(cursor)
      clear()
    },
    fill: (direction) => {
      if (direction === 'selection') void apply('fill', spread(source, [range], 'down'))
      else void apply('fill', spread(source, grown(ranges, direction), direction))
    },
    today: () => {
      const now = Date.now()
      const days = filled(source, ranges, dayInZone(now, ZONE)).filter(({ column }) => column.edit?.as === 'day')
      const time = new Date(now).toISOString()
      const times = filled(source, ranges, time).filter(({ column }) => column.edit?.as === 'instant')
      const all = [...days, ...times]
      if (all.length === 0) refuse(null)
      else void apply(all.length === 1 ? 'cell' : 'fill', all)
    },
  }
}

/** A single row is filled from the row above it, a single column from the one to its left. */
function grown(ranges: readonly Range[], direction: 'down' | 'right'): readonly Range[] {
  return ranges.map((range) =>
    direction === 'down' && range.top === range.bottom
      ? { ...range, top: Math.max(0, range.top - 1) }
      : direction === 'right' && range.left === range.right
        ? { ...range, left: Math.max(0, range.left - 1) }
        : range,
  )
}
