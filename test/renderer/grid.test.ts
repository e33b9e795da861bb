import { describe, expect, test } from 'vitest'

import { formatIn } from '../../renderer/format/use-format'
import { cellText, compareBy, type GridColumn } from '../../renderer/grid/columns'
import { tsvOf } from '../../renderer/grid/copy'
import { clampedTo, cursorAt, HEADER, moved, rangeOf } from '../../renderer/grid/cursor'
import { movedBefore, orderOf } from '../../renderer/grid/column-order'

interface Row {
  readonly name: string
  readonly gmv: number | null
}

const name: GridColumn<Row> = { id: 'name', title: 'Name', kind: 'text', value: (row) => row.name }
const gmv: GridColumn<Row> = { id: 'gmv', title: 'GMV', kind: 'money', value: (row) => row.gmv, currency: 'USD' }
const extent = { rows: 100, columns: 5, page: 20 }

describe('the cursor', () => {
  test('moves a cell with an arrow and stops at the edges', () => {
    expect(moved(cursorAt(0, 0), 'ArrowDown', extent)).toEqual(cursorAt(1, 0))
    expect(moved(cursorAt(99, 4), 'ArrowDown', extent)).toEqual(cursorAt(99, 4))
    expect(moved(cursorAt(5, 4), 'ArrowRight', extent)).toEqual(cursorAt(5, 4))
  })

  test('goes up from the first row to the titles and back', () => {
    expect(moved(cursorAt(0, 2), 'ArrowUp', extent)).toEqual(cursorAt(HEADER, 2))
    expect(moved(cursorAt(HEADER, 2), 'ArrowDown', extent)).toEqual(cursorAt(0, 2))
  })

  test('jumps to the edges with Ctrl, by pages and to first and last column', () => {
    expect(moved(cursorAt(50, 2), 'Mod+ArrowUp', extent)).toEqual(cursorAt(0, 2))
    expect(moved(cursorAt(50, 2), 'Mod+ArrowDown', extent)).toEqual(cursorAt(99, 2))
    expect(moved(cursorAt(50, 2), 'PageDown', extent)).toEqual(cursorAt(70, 2))
    expect(moved(cursorAt(5, 2), 'PageUp', extent)).toEqual(cursorAt(0, 2))
    expect(moved(cursorAt(50, 2), 'End', extent)).toEqual(cursorAt(50, 4))
    expect(moved(cursorAt(50, 2), 'Mod+Home', extent)).toEqual(cursorAt(0, 0))
  })

  test('draws a range with Shift, whose other corner stays', () => {
    const once = moved(cursorAt(10, 1), 'Shift+ArrowDown', extent) ?? cursorAt(0, 0)
    const twice = moved(once, 'Shift+ArrowRight', extent) ?? cursorAt(0, 0)
    expect(rangeOf(twice)).toEqual({ top: 10, bottom: 11, left: 1, right: 2 })
    expect(moved(twice, 'ArrowDown', extent)).toEqual(cursorAt(12, 2))
  })

  test('never takes the titles into a range', () => {
    expect(moved(cursorAt(0, 1), 'Shift+ArrowUp', extent)?.row).toBe(0)
  })

  test('selects everything with Ctrl+A', () => {
    expect(rangeOf(moved(cursorAt(7, 3), 'Mod+A', extent) ?? cursorAt(0, 0))).toEqual({
      top: 0,
      bottom: 99,
      left: 0,
      right: 4,
    })
  })

  test('leaves other keys alone', () => {
    expect(moved(cursorAt(0, 0), 'Alt+ArrowDown', extent)).toBeNull()
    expect(moved(cursorAt(0, 0), 'G', extent)).toBeNull()
  })

  test('stays inside a grid that became smaller', () => {
    expect(clampedTo(cursorAt(80, 4), { rows: 10, columns: 2, page: 5 })).toEqual(cursorAt(9, 1))
  })
})

describe('cells', () => {
  test('unknown is nothing, zero is 0', () => {
    expect(cellText(gmv, { name: 'a', gmv: null }, formatIn('en'))).toBeNull()
    expect(cellText(gmv, { name: 'a', gmv: 0 }, formatIn('en'))).toBe('0.00')
  })

  test('carry their own currency where the column has none', () => {
    expect(cellText({ ...gmv, currency: () => 'VND' }, { name: 'a', gmv: 5000 }, formatIn('en'))).toBe('₫5,000')
  })

  test('sort by size, and what is unknown comes last both ways', () => {
    const rows: Row[] = [
      { name: 'a', gmv: 5 },
      { name: 'b', gmv: null },
      { name: 'c', gmv: 40 },
    ]
    const collator = new Intl.Collator('en')
    expect(rows.toSorted(compareBy(gmv, false, collator)).map((row) => row.name)).toEqual(['a', 'c', 'b'])
    expect(rows.toSorted(compareBy(gmv, true, collator)).map((row) => row.name)).toEqual(['c', 'a', 'b'])
  })
})

describe('copied cells', () => {
  test('are plain figures and texts between tabs', () => {
    expect(
      tsvOf(
        [name, gmv],
        [
          { name: 'linh.daily', gmv: 123_450 },
          { name: 'mai', gmv: null },
        ],
        true,
      ),
    ).toBe('Name\tGMV\nlinh.daily\t1234.50\nmai\t')
  })

  test('cannot run as formulas, while figures below zero stay figures', () => {
    expect(tsvOf([name, gmv], [{ name: '=1+1', gmv: -500 }], false)).toBe("'=1+1\t-5.00")
    expect(tsvOf([name], [{ name: '@SUM(A1)', gmv: 0 }], false)).toBe("'@SUM(A1)")
  })

  test('keep tabs, line ends and quotes of a text inside its cell', () => {
    expect(tsvOf([name], [{ name: 'a\t"b"\nc', gmv: 0 }], false)).toBe('"a\t""b""\nc"')
  })
})

describe('columns', () => {
  const columns = ['a', 'b', 'c', 'd'].map((id) => ({ id }))

  test('that a person never moved stand where they are declared, new ones last', () => {
    expect(orderOf(columns, [])).toEqual(['a', 'b', 'c', 'd'])
    expect(orderOf(columns, ['c', 'gone', 'a'])).toEqual(['c', 'a', 'b', 'd'])
  })

  test('take the place of the one they are put on', () => {
    expect(movedBefore(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c'])
    expect(movedBefore(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['a', 'c', 'd', 'b'])
    expect(movedBefore(['a', 'b'], 'a', 'gone')).toEqual(['a', 'b'])
  })
})
