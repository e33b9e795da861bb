/** The board as it is drawn: its columns are days or hours, and each slot stands in one of its row's cells. */

import type { LiveRow, LiveSlotView } from '../../../shared/contract/live'
import { hoursOf, rowKey, type Stretch } from '../../../shared/domain/live-board'

export type Span = 'week' | 'day'

export interface LiveColumn extends Stretch {
  readonly key: string
  /** Null: an hour. */
  readonly day: string | null
}

interface Day extends Stretch {
  readonly day: string
}

/** The days of the week, or the hours of one of them as they pass: 23 or 25 where clocks change. */
export function columnsOf(days: readonly Day[], span: Span, day: string): readonly LiveColumn[] {
  if (span === 'week') return days.map((one) => ({ ...one, key: one.day }))
  const one = days.find((each) => each.day === day) ?? days[0]
  return one ? hoursOf(one).map((hour) => ({ ...hour, key: String(hour.from), day: null })) : []
}

/** Slots of a row's cell: those that begin in it; the first column also has those that began before. */
export function slotsAt(
  slots: readonly LiveSlotView[],
  row: LiveRow | undefined,
  columns: readonly LiveColumn[],
  column: number,
): readonly LiveSlotView[] {
  const at = columns[column]
  if (row === undefined || at === undefined) return []
  return slots.filter(
    (slot) =>
      rowKey(slot) === row.key &&
      slot.startsAt < at.to &&
      (slot.startsAt >= at.from || (column === 0 && slot.endsAt > at.from)),
  )
}

/** Where the cursor is: a cell, and one of its slots or none. */
export interface LiveCursor {
  readonly row: number
  readonly column: number
  readonly slot: string | null
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

interface Drawn {
  readonly rows: readonly LiveRow[]
  readonly columns: readonly LiveColumn[]
  readonly slots: readonly LiveSlotView[]
}

/** A slot that was moved takes the cursor with it; one that is gone leaves it in its cell. */
export function settledAt(cursor: LiveCursor, { rows, columns, slots }: Drawn): LiveCursor {
  const slot = slots.find(({ id }) => id === cursor.slot)
  const row = slot ? rows.findIndex(({ key }) => key === rowKey(slot)) : -1
  const column = slot ? columns.findIndex((_, at) => slotsAt(slots, rows[row], columns, at).includes(slot)) : -1
  if (slot && row >= 0 && column >= 0) return { row, column, slot: slot.id }
  return {
    row: Math.max(0, Math.min(cursor.row, rows.length - 1)),
    column: Math.max(0, Math.min(cursor.column, columns.length - 1)),
    slot: null,
  }
}

/** Left and right cell by cell; up and down slot by slot, then to the next row. */
export function steppedTo(cursor: LiveCursor, direction: Direction, drawn: Drawn): LiveCursor {
  const { rows, columns, slots } = drawn
  const here = slotsAt(slots, rows[cursor.row], columns, cursor.column)
  const by = direction === 'ArrowUp' || direction === 'ArrowLeft' ? -1 : 1
  if (direction === 'ArrowUp' || direction === 'ArrowDown') {
    const next = here[here.findIndex(({ id }) => id === cursor.slot) + by]
    if (cursor.slot !== null && next) return { ...cursor, slot: next.id }
    return entered({ ...cursor, row: within(cursor.row + by, rows.length) }, by, drawn)
  }
  return entered({ ...cursor, column: within(cursor.column + by, columns.length) }, 1, drawn)
}

function entered(cursor: LiveCursor, by: number, { rows, columns, slots }: Drawn): LiveCursor {
  const there = slotsAt(slots, rows[cursor.row], columns, cursor.column)
  return { ...cursor, slot: (by > 0 ? there[0] : there.at(-1))?.id ?? null }
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1))
}

/** A creator or room in words. */
export function whoOf({ handle, room }: Pick<LiveSlotView, 'handle' | 'room'>): string {
  return [handle === null ? null : `@${handle}`, room].filter(Boolean).join(' · ')
}
