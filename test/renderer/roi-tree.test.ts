import { expect, test } from 'vitest'

import { treeOf } from '../../renderer/features/roi/tree'
import type { GridRows } from '../../renderer/grid/rows'
import type { RoiRow } from '../../shared/contract/roi'
import { roiFigures } from '../../shared/domain/roi'

function row(creator: string): RoiRow {
  const { views: _views, ...figures } = roiFigures({
    orders: 0,
    units: 0,
    samples: 0,
    gmv: 0,
    refunds: 0,
    commissionSettled: 0,
    commissionPending: 0,
    sampleCost: 0,
    fees: 0,
    ads: 0,
    otherCosts: 0,
    platformFees: 0,
    cogs: 0,
    views: null,
  })
  return { ...figures, keys: { creator }, ids: {}, currency: 'USD' }
}

function parentsOf(
  names: readonly string[],
  shown: (first: number, last: number) => void = () => undefined,
): GridRows<RoiRow> {
  const rows = names.map(row)
  return {
    count: rows.length,
    get: (index) => rows[index],
    onShown: shown,
    ready: true,
    error: null,
    retry: () => undefined,
  }
}

function read(tree: ReturnType<typeof treeOf>): string[] {
  return Array.from({ length: tree.count }, (_, index) => {
    const line = tree.get(index)
    return line
      ? `${'  '.repeat(line.depth)}${line.row.keys.creator ?? ''}${line.isOpen ? ' -' : line.isOpen === false ? ' +' : ''}`
      : '?'
  })
}

const canOpen = () => true

test('without a second key no row opens', () => {
  expect(read(treeOf(parentsOf(['a', 'b']), [], [], false, canOpen))).toEqual(['a', 'b'])
})

test('rows of the second key stand under the open rows of the first', () => {
  const tree = treeOf(parentsOf(['a', 'b', 'c', 'd']), [0, 2], [[row('a1'), row('a2')], [row('c1')]], true, canOpen)
  expect(read(tree)).toEqual(['a -', '  a1', '  a2', 'b +', 'c -', '  c1', 'd +'])
  expect(tree.get(2)).toMatchObject({ at: 0, parent: { keys: { creator: 'a' } } })
})

test('an open row whose rows are not known yet takes one place', () => {
  expect(read(treeOf(parentsOf(['a', 'b']), [0], [undefined], true, canOpen))).toEqual(['a -', 'b +'])
})

test('an open last row keeps its rows at the end', () => {
  expect(read(treeOf(parentsOf(['a', 'b']), [1], [[row('b1'), row('b2')]], true, canOpen))).toEqual([
    'a +',
    'b -',
    '  b1',
    '  b2',
  ])
})

test('rows that stand for no line, like a campaign, do not open', () => {
  expect(read(treeOf(parentsOf(['a', 'b']), [], [], true, ({ keys }) => keys.creator !== 'b'))).toEqual(['a +', 'b'])
})

test('what is shown is asked for by the places of the first key', () => {
  const asked: number[][] = []
  const parents = parentsOf(['a', 'b', 'c'], (first, last) => asked.push([first, last]))
  treeOf(parents, [0], [[row('a1'), row('a2'), row('a3')]], true, canOpen).onShown?.(2, 5)
  expect(asked).toEqual([[0, 2]])
})
