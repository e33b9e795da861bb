import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCIES, findCurrency, type Currency } from '../../shared/domain/currencies'
import { parseMoney } from '../../shared/domain/import-values/money'

function known(code: string): Currency {
  const currency = findCurrency(code)
  if (!currency) {
    throw new Error(code)
  }
  return currency
}

describe('money', () => {
  test.each([
    ['$6,438.91', 'USD', 643891],
    ['RM7,988.80', 'MYR', 798880],
    ['Rp435.212.212', 'IDR', 43521221200],
    ['435,212,212', 'IDR', 43521221200],
    ['Rp15.000', 'IDR', 1500000],
    ['Rp 15.000,50', 'IDR', 1500050],
    ['฿1,234', 'THB', 123400],
    ['BRL 35,91', 'BRL', 3591],
    ['R$1.234,56', 'BRL', 123456],
    ['2,500,000 VND', 'VND', 2500000],
    ['200.000₫', 'VND', 200000],
    ['200.000', 'VND', 200000],
    ['2,281,428円', 'JPY', 2281428],
    ['¥1,200', 'JPY', 1200],
    ['￥１２００', 'JPY', 1200],
    ['£0.99', 'GBP', 99],
    ['1.234,5 €', 'EUR', 123450],
    ['₹1,00,000.00', 'INR', 10000000],
    ['12.99', 'USD', 1299],
    ['45000', 'VND', 45000],
    ['45000', 'IDR', 4500000],
    ['-9.99', 'USD', -999],
    ['-$9.99', 'USD', -999],
    ['$-9.99', 'USD', -999],
    ['(9.99)', 'USD', -999],
    ["'-9.99", 'USD', -999],
    ['\u00A09.99\t', 'USD', 999],
    ['−9.99', 'USD', -999],
    ['0', 'USD', 0],
    ['0.00', 'USD', 0],
    ['-0.00', 'USD', 0],
    ['12.345', 'USD', 1235],
    ['0.5', 'VND', 1],
    ['.5', 'USD', 50],
    ['Rp.500', 'IDR', 50000],
    ['1234.500', 'VND', 1235],
  ])('%s in %s is %d', (text, code, minor) => {
    expect(parseMoney(text, known(code), '.')).toBe(minor)
  })

  test.each(['', '\t', '--', '-', '/', 'N/A', ' \u200B'])('%j is blank, not 0', (text) => {
    expect(parseMoney(text, known('USD'), '.')).toBe('blank')
  })

  test.each([
    'abc',
    '12 apples',
    '1,23,4',
    '1.2.3',
    '12,34.56',
    '5.0E+10',
    '€ 12',
    'IDR 12',
    '12-13',
    '99999999999999999',
  ])('%j cannot be read as dollars', (text) => {
    expect(parseMoney(text, known('USD'), '.')).toBe('unreadable')
  })

  test('one separator before three digits follows the file where the currency has decimals', () => {
    expect(parseMoney('1,234', known('USD'), '.')).toBe(123400)
    expect(parseMoney('1.234', known('USD'), '.')).toBe(123)
    expect(parseMoney('1.234', known('EUR'), ',')).toBe(123400)
    expect(parseMoney('1,234', known('EUR'), ',')).toBe(123)
  })

  test("every amount of every currency survives every market's spelling of it", () => {
    const spelled = fc.record({
      currency: fc.constantFrom(...[...CURRENCIES.values()].filter(({ fileDecimals }) => fileDecimals < 3)),
      whole: fc.integer({ min: 0, max: 99_999_999 }),
      cents: fc.integer({ min: 0, max: 99 }),
      negative: fc.boolean(),
      group: fc.constantFrom('', '.', ','),
      affix: fc.constantFrom('none', 'symbol', 'code before', 'code after'),
    })
    fc.assert(
      fc.property(spelled, ({ currency, whole, cents, negative, group, affix }) => {
        const decimal = group === '.' ? ',' : '.'
        const hasCents = currency.fileDecimals === 2
        const digits =
          String(whole).replace(/\B(?=(\d{3})+$)/g, group) + (hasCents ? decimal + String(cents).padStart(2, '0') : '')
        const text = {
          none: digits,
          symbol: `${currency.symbols[0]}${digits}`,
          'code before': `${currency.code} ${digits}`,
          'code after': `${digits} ${currency.code}`,
        }[affix]
        const minor = whole * 10 ** currency.decimals + (hasCents ? cents : 0)
        expect(parseMoney((negative ? '-' : '') + text, currency, decimal)).toBe(negative && minor > 0 ? -minor : minor)
      }),
    )
  })
})
