import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { cellsOf, repeated, shapeOf } from '../../renderer/grid/paste'

describe('pasted text', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'of Excel, which ends with an empty line',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with line breaks and quotes inside a cell',
      '"two\nlines"\t"say ""hi"""\nx\ty',
      [
        ['two\nlines', 'say "hi"'],
        ['x', 'y'],
      ],
    ],
    ['with a quote that closes nothing', '"open\tb', [['"open', 'b']]],
    ['with a quote in the middle of words', '5" screen\tb', [['5" screen', 'b']]],
    ['of old Macs', 'a\rb', [['a'], ['b']]],
    ['with empty cells between', 'a\t\tc', [['a', '', 'c']]],
    ['that is empty', '\n\n', []],
  ])('%s is taken apart into its cells', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  test('is what was copied, whatever signs the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '达') })
    const quote = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (table) => {
        // Rows of nothing at the end are left out.
        fc.pre(table.at(-1)?.some((text) => text !== '') ?? false)
        expect(cellsOf(table.map((cells) => cells.map(quote).join('\t')).join('\n'))).toEqual(table)
      }),
    )
  })

  test('with titles says which column is whose, also below a merged heading', () => {
    const titles = [
      { id: 'note', title: 'Note' },
      { id: 'amount', title: 'Amount' },
      { id: 'shown', title: 'Shown' },
    ]
    expect(
      shapeOf(
        [
          ['Amount', 'Note'],
          ['5', 'x'],
        ],
        titles,
        3,
      ),
    ).toEqual({ headings: 1, byTitle: ['amount', 'note'], tooMany: 0 })
    expect(
      shapeOf(
        [
          ['Q1', ''],
          ['note', 'AMOUNT *'],
          ['x', '5'],
        ],
        titles,
        3,
      ),
    ).toMatchObject({ headings: 2, byTitle: ['note', 'amount'] })
    expect(
      shapeOf(
        [
          ['x', '5'],
          ['y', '6'],
        ],
        titles,
        3,
      ),
    ).toEqual({ headings: 0, byTitle: null, tooMany: 0 })
    expect(shapeOf([['x', '5', '7']], titles, 2).tooMany).toBe(1)
  })

  test('fills a selection that is a whole number of such blocks', () => {
    expect(repeated([['x']], 2, 3)).toEqual([
      ['x', 'x', 'x'],
      ['x', 'x', 'x'],
    ])
    expect(repeated([['x', 'y']], 2, 3)).toEqual([['x', 'y']])
  })
})
