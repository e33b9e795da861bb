import { describe, expect, test } from 'vitest'

import { beginsEdit, inputOf, lockOf } from '../../renderer/grid/cells'
import type { GridColumn } from '../../renderer/grid/columns'
import { cellsIn, cursorAt, stepped } from '../../renderer/grid/cursor'
import { notWritten, planEdits, type TextFor } from '../../renderer/grid/edit-plan'
import { filled, spread } from '../../renderer/grid/fill'
import { actOn, type GridActions, type KeyState } from '../../renderer/grid/grid-keys'
import { sorted, withMarks } from '../../renderer/grid/marks'

interface Row {
  readonly id: string
  readonly note: string | null
  readonly amount: number | null
  readonly currency: string
}

const edit = (field: string, as: NonNullable<GridColumn<Row>['edit']>['as']) => ({
  entity: 'costLines',
  field,
  as,
  id: (row: Row) => row.id,
})
const note: GridColumn<Row> = {
  id: 'note',
  title: 'Note',
  kind: 'text',
  value: (row) => row.note,
  edit: { ...edit('note', 'text'), locked: (row) => (row.id === 'locked' ? 'No.' : null) },
}
const amount: GridColumn<Row> = {
  id: 'amount',
  title: 'Amount',
  kind: 'money',
  value: (row) => row.amount,
  currency: (row) => row.currency,
  edit: edit('amount', 'money'),
}
const shown: GridColumn<Row> = { id: 'shown', title: 'Shown', kind: 'text', value: () => 'x' }
const row = (id: string, more: Partial<Row> = {}): Row => ({ id, note: null, amount: 500, currency: 'USD', ...more })
const rows = [row('a', { note: 'first' }), row('b'), row('c', { currency: 'VND' })]
const source = { row: (index: number) => rows[index], columns: [note, amount], markText: () => null }

describe('texts for cells', () => {
  const rowId = (one: Row) => one.id
  const textFor = (one: Row | null, line: number, column: GridColumn<Row>, text: string): TextFor<Row> => ({
    row: one,
    line,
    column,
    text,
  })

  test('of one record are one edit, and those of new rows begin with what the list says', () => {
    const plan = planEdits(
      [
        textFor(rows[0] ?? null, 0, note, 'n'),
        textFor(rows[0] ?? null, 0, amount, '7.5'),
        textFor(null, 3, amount, '9'),
        textFor(null, 3, note, ''),
      ],
      rowId,
      { entity: 'costLines', fields: { shopId: 's', currency: 'VND' } },
    )
    expect(plan.edits).toEqual([
      { entity: 'costLines', id: 'a', fields: { note: 'n', amount: 750 } },
      { entity: 'costLines', id: null, fields: { shopId: 's', currency: 'VND', amount: 9 } },
    ])
  })

  test('that cannot be read or written keep their words and the reason', () => {
    const plan = planEdits(
      [
        textFor(rows[1] ?? null, 1, amount, '€5'),
        textFor(rows[1] ?? null, 1, note, 'ok'),
        textFor(row('locked'), 2, note, 'x'),
        textFor(rows[0] ?? null, 0, shown, 'y'),
      ],
      rowId,
      undefined,
    )
    expect(plan.locked).toBe(2)
    const left = notWritten(plan, {
      ids: ['b'],
      refused: [{ index: 0, id: 'b', field: 'note', reason: 'tooLong', value: 'ok' }],
    })
    expect(left.map(({ rowId: id, column, text, reason }) => [id, column, text, reason])).toEqual([
      ['b', 'amount', '€5', 'otherCurrency'],
      ['b', 'note', 'ok', 'tooLong'],
    ])
    const { marks, lost } = sorted(left)
    const kept = withMarks({ rows: new Map(), lost: [] }, marks)
    expect(kept.rows.get('b')?.get('amount')).toEqual({ text: '€5', reason: 'otherCurrency' })
    expect(lost).toEqual([])
    expect(
      withMarks(
        kept,
        marks.map((mark) => ({ ...mark, mark: null })),
      ).rows.size,
    ).toBe(0)
  })

  test('of a row that was not added are told with their own reason, not as missing', () => {
    const plan = planEdits([textFor(null, 3, amount, 'abc')], rowId, { entity: 'costLines', fields: {} })
    const left = notWritten(plan, {
      ids: [null],
      refused: [
        { index: 0, id: null, field: 'amount', reason: 'missing', value: null },
        { index: 0, id: null, field: 'day', reason: 'missing', value: null },
      ],
    })
    expect(left.map(({ column, reason }) => [column, reason])).toEqual([
      ['amount', 'notAnAmount'],
      ['day', 'missing'],
    ])
    expect(sorted(left).lost).toHaveLength(1)
  })

  test('fill down takes the first row, and says the currency where another is kept', () => {
    expect(spread(source, [{ top: 0, bottom: 2, left: 1, right: 1 }], 'down').map(({ text }) => text)).toEqual([
      '5.00',
      '5.00 USD',
    ])
    expect(filled(source, [{ top: 0, bottom: 1, left: 0, right: 0 }], 'x')).toHaveLength(2)
  })
})

describe('the keys of a grid', () => {
  const state: KeyState = {
    cursor: cursorAt(1, 1),
    extent: { rows: 3, columns: 2, page: 2 },
    isRange: false,
    editable: true,
    writable: true,
    letters: false,
    tickable: true,
    marked: false,
  }
  function pressed(chord: string, more: Partial<KeyState> = {}): string | null {
    let did: string | null = null
    const act = new Proxy({} as GridActions, { get: (_, name) => () => (did = String(name)) })
    return actOn(chord, { ...state, ...more }, act) ? did : null
  }

  test('Tab goes through a row and leaves the grid at its edges', () => {
    expect(pressed('Tab', { cursor: cursorAt(0, 0) })).toBe('move')
    expect(pressed('Tab', { cursor: cursorAt(0, 1) })).toBeNull()
    expect(pressed('Shift+Tab', { cursor: cursorAt(2, 0) })).toBeNull()
    // While a cell is being edited it goes on in the next row.
    expect(stepped(cursorAt(0, 1), 'Tab', state.extent, true)).toEqual(cursorAt(1, 0))
    expect(pressed('Tab', { editable: false })).toBeNull()
  })

  test('X ticks where letters are commands, Shift and Space everywhere', () => {
    expect(pressed('X')).toBe('tick')
    expect(pressed('X', { letters: true })).toBeNull()
    expect(pressed('Shift+Space', { letters: true })).toBe('tick')
    expect(pressed('X')).toBe('tick')
    expect(pressed('X', { tickable: false })).toBeNull()
  })

  test('Alt and Enter open the record from any cell', () => {
    expect(pressed('Alt+Enter', { letters: true })).toBe('open')
    expect(pressed('Enter')).toBe('move')
    expect(pressed('Enter', { writable: false })).toBe('enter')
    expect(pressed('Enter', { editable: false, writable: false })).toBe('enter')
  })

  test('Escape gives up a range, then what could not be written, and is else not the grid’s', () => {
    expect(pressed('Escape', { isRange: true, marked: true })).toBe('move')
    expect(pressed('Escape', { marked: true })).toBe('forget')
    expect(pressed('Escape')).toBeNull()
  })

  test('edit, fill, empty and cut only where the grid is for editing', () => {
    for (const [chord, act] of [
      ['F2', 'edit'],
      ['Mod+D', 'fill'],
      ['Mod+R', 'fill'],
      ['Mod+Enter', 'fill'],
      ['Mod+;', 'today'],
      ['Delete', 'clear'],
      ['Mod+X', 'cut'],
    ] as const) {
      expect(pressed(chord)).toBe(act)
      expect(pressed(chord, { editable: false })).toBeNull()
    }
  })
})

describe('a cell', () => {
  test('begins to be edited by what its kind can hold', () => {
    expect(beginsEdit(amount, '5')).toBe(true)
    expect(beginsEdit(amount, 'x')).toBe(false)
    expect(beginsEdit(amount, '￥')).toBe(true)
    expect(beginsEdit(note, 'x')).toBe(true)
    expect(beginsEdit(note, '达')).toBe(true)
    expect(beginsEdit(shown, 'x')).toBe(false)
  })

  test('begins with what somebody would type, and says why it cannot be written', () => {
    expect(inputOf(amount, row('a', { amount: 123_450 }))).toBe('1234.50')
    expect(inputOf(amount, row('a', { amount: 5000, currency: 'VND' }))).toBe('5000')
    expect(lockOf(note, row('locked'))).toEqual({ reason: 'No.' })
    expect(lockOf(note, row('a'))).toBeNull()
    expect(lockOf(shown, row('a'))).toEqual({ reason: null })
  })

  test('of several ranges is taken once', () => {
    expect(
      cellsIn([
        { top: 0, bottom: 1, left: 0, right: 0 },
        { top: 1, bottom: 1, left: 0, right: 1 },
      ]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
  })
})
