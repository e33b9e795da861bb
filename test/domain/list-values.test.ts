import { expect, test } from 'vitest'

import { readListRow } from '../../shared/domain/creator-lists'
import { findCurrency } from '../../shared/domain/currencies'
import {
  isOtherCurrency,
  parseAmount,
  parseBigCount,
  parseRatio,
  ratioScale,
} from '../../shared/domain/import-values/amounts'
import { derivedValues, packValues, unpackValues } from '../../shared/domain/metric-values'

function currency(code: string) {
  const found = findCurrency(code)
  if (found === null) throw new Error(code)
  return found
}

test.each([
  ['12.3K', 12_300],
  ['1.2万', 12_000],
  ['12.3w', 123_000],
  ['3亿', 300_000_000],
  ['1,5 jt', 1_500_000],
  ['1.234.567', 1_234_567],
  ['1,234', 1234],
  ['2.0', 2],
  ['0', 0],
  ['--', 'blank'],
  ['', 'blank'],
  ['12.345.6', 'notWhole'],
  ['-3', 'notWhole'],
  ['1e6', 'notWhole'],
  ['$12', 'notWhole'],
])('the count %s', (text, value) => {
  expect(parseBigCount(text)).toBe(value)
})

test.each([
  ['USD', '$6,438.91', 643_891],
  ['USD', '$4.5K', 450_000],
  ['MYR', 'RM7,988.80', 798_880],
  ['IDR', 'Rp435.212.212', 43_521_221_200],
  ['BRL', 'BRL 35,91', 3591],
  ['VND', '2,500,000 VND', 2_500_000],
  ['JPY', '2,281,428円', 2_281_428],
  ['CNY', '¥1.2万', 1_200_000],
  ['USD', '--', 'blank'],
  ['USD', '0.0', 0],
  ['USD', '£12.00', 'unreadable'],
] as const)('%s %s', (code, text, value) => {
  expect(parseAmount(text, currency(code), currency(code).decimalSeparator)).toBe(value)
})

test('money of another currency is told from what is no money', () => {
  expect(isOtherCurrency('£12.00', currency('USD'))).toBe(true)
  expect(isOtherCurrency('Rp15.000', currency('USD'))).toBe(true)
  expect(isOtherCurrency('$12.00', currency('SGD'))).toBe(false)
  expect(isOtherCurrency('twelve', currency('USD'))).toBe(false)
})

test('ratios may exceed one hundred percent; a column without signs is parts of one until a number is beyond 1.5', () => {
  expect(parseRatio('187.5%', 'fraction')).toBe(18_750)
  expect(parseRatio('0.0213', 'fraction')).toBe(213)
  expect(parseRatio('0.0060999999999999995', 'fraction')).toBe(61)
  expect(parseRatio('2.13', 'points')).toBe(213)
  expect(parseRatio('--', 'points')).toBe('blank')
  expect(parseRatio('-1%', 'points')).toBe('outOfRange')
  expect(parseRatio('high', 'points')).toBe('unreadable')
  expect([ratioScale(1.2), ratioScale(1.6)]).toEqual(['fraction', 'points'])
})

const RULES = {
  columns: ['handle', 'gmv', 'orders'] as const,
  headers: ['Creator name', 'GMV', 'Orders'],
  currency: currency('USD'),
  separator: '.' as const,
  scales: new Map(),
}

test.each([
  [['Mia_1', '$1', '2'], 'mia_1'],
  [['@Mia_1', '$1', '2'], 'mia_1'],
  [['https://www.tiktok.com/@Mia_1?is_from=1', '$1', '2'], 'mia_1'],
  [['達人.美', '$1', '2', '', '\t'], '達人.美'],
])('%s is %s', (cells, handle) => {
  expect(readListRow({ row: 2, cells }, RULES, true)).toMatchObject({ kind: 'row', row: { handle } })
})

test.each([
  [['$1,234.50', 'mia', '3'], 'Creator name', 'handleUnreadable'],
  [['mia', '3', '$12.50'], 'Orders', 'quantityNotWhole'],
  [['mia', '£3', '1'], 'GMV', 'currencyOfAnotherShop'],
  [['mia', 'three', '1'], 'GMV', 'amountUnreadable'],
  [['', '$3', '1'], 'Creator name', 'creatorMissing'],
  [['Mia Glow ✨', '$3', '1'], 'Creator name', 'handleUnreadable'],
  [['https://fastmoss.com/creator/123', '$3', '1'], 'Creator name', 'handleUnreadable'],
  [['mia', '$3', '1', 'more'], '', 'tooManyCells'],
])('the row %s is refused', (cells, column, code) => {
  expect(readListRow({ row: 5, cells }, RULES, false)).toMatchObject({
    kind: 'reject',
    reject: { row: 5, column, code, cells },
  })
})

test('only the row below the header may define the columns; sums are left out anywhere', () => {
  const definition = ['', 'GMV of orders', 'orders']
  expect(readListRow({ row: 2, cells: definition }, RULES, true).kind).toBe('skip')
  expect(readListRow({ row: 9, cells: definition }, RULES, false).kind).toBe('reject')
  expect(readListRow({ row: 9, cells: ['Total', '$99', '4'] }, RULES, false).kind).toBe('skip')
  expect(readListRow({ row: 9, cells: ['--', '', ' '] }, RULES, false).kind).toBe('skip')
})

test('figures are kept under numbers and come back as they were; names and unknown keys are read too', () => {
  const values = { gmv: 123, followers: 0, openCommission: 7, cvr: 213 }
  expect(unpackValues(packValues(values))).toEqual(values)
  expect(packValues(values).length).toBeLessThan(40)
  expect(unpackValues('{"gmv":5,"later":6,"99":7,"ctr":"x"}')).toEqual({ gmv: 5 })
  expect(unpackValues('not JSON')).toEqual({})
  expect(unpackValues(null)).toEqual({})
})

test('ratios follow from their parts only where the source does not give them and there is something to divide by', () => {
  expect(derivedValues({ gmv: 1000_00, productImpressions: 40_000, orders: 3 })).toEqual({ gpm: 2500, aov: 33_333 })
  expect(derivedValues({ gmv: 1000_00, productImpressions: 0, gpm: 5 })).toEqual({})
  expect(derivedValues({ orders: 5, productClicks: 200, ctor: 9 })).toEqual({ cvr: 250 })
  expect(derivedValues({ ctor: 213 })).toEqual({ cvr: 213 })
})
