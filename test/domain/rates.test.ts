import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { closedMonthTouched, rateFinder, readRates } from '../../shared/domain/rates'

const entry = (day: string, base: string, quote: string, rate: string, source = 'bank') => ({
  day,
  base,
  quote,
  rate,
  source,
})

describe('the rate in force', () => {
  const find = rateFinder([entry('2026-01-01', 'USD', 'CNY', '7.10'), entry('2026-02-01', 'USD', 'CNY', '7.20')])

  test.each([
    ['2025-12-31', null],
    ['2026-01-01', 7.1],
    ['2026-01-31', 7.1],
    ['2026-02-01', 7.2],
    ['2026-11-11', 7.2],
  ])('on %s one dollar is %s yuan', (day, value) => {
    expect(find('USD', 'CNY', day)?.value ?? null).toBe(value)
  })

  test('the inverse of a typed rate answers the other way round', () => {
    expect(find('CNY', 'USD', '2026-01-10')?.value).toBeCloseTo(1 / 7.1, 12)
  })

  test('a rate typed for a pair wins over the inverse of the same day', () => {
    const both = rateFinder([entry('2026-01-01', 'USD', 'CNY', '7'), entry('2026-01-01', 'CNY', 'USD', '0.15')])
    expect(both('CNY', 'USD', '2026-01-01')?.value).toBe(0.15)
    expect(both('USD', 'CNY', '2026-01-01')?.value).toBe(7)
  })

  test('two currencies that only meet through a third have no rate', () => {
    const find3 = rateFinder([entry('2026-01-01', 'THB', 'USD', '0.028'), entry('2026-01-01', 'USD', 'CNY', '7')])
    expect(find3('THB', 'CNY', '2026-01-02')).toBeNull()
  })

  test('the order in which rates were entered does not matter', () => {
    const rates = fc
      .array(
        fc.record({
          day: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-05'),
          base: fc.constantFrom('USD', 'CNY', 'THB'),
          quote: fc.constantFrom('EUR', 'VND'),
          rate: fc.integer({ min: 1, max: 99 }).map(String),
          source: fc.constantFrom('a', 'b', 'c'),
        }),
        { maxLength: 12 },
      )
      .map((list) => [
        ...new Map(list.map((rate) => [[rate.day, rate.base, rate.quote, rate.source].join(), rate])).values(),
      ])
    fc.assert(
      fc.property(rates, (list) => {
        const forwards = rateFinder(list)
        const backwards = rateFinder([...list].reverse())
        for (const day of ['2026-01-01', '2026-01-03', '2026-01-06']) {
          expect(forwards('USD', 'EUR', day)?.entry).toEqual(backwards('USD', 'EUR', day)?.entry)
        }
      }),
    )
  })
})

describe('pasted rates', () => {
  test('columns may come in any order, days in several spellings', () => {
    const text = 'date\tbase\tquote\trate\n2026-01-31\tUSD\tCNY\t7.1\nTHB/CNY 0.21 2026/2/1\n2026-03;IDR;CNY;0.00044'
    expect(readRates(text, 'bank', null).map(({ rate }) => rate)).toEqual([
      entry('2026-01-31', 'USD', 'CNY', '7.1'),
      entry('2026-02-01', 'THB', 'CNY', '0.21'),
      entry('2026-03-01', 'IDR', 'CNY', '0.00044'),
    ])
  })

  test.each([
    ['USD CNY 7.1', 'noDay'],
    ['2026-02-30 USD CNY 7.1', 'notADay'],
    ['2026-02-01 7.1', 'noCurrency'],
    ['2026-02-01 USD USD 1', 'sameCurrency'],
    ['2026-02-01 USD CNY', 'noRate'],
    ['2026-02-01 USD CNY 0', 'noRate'],
  ])('%s is refused because of %s', (line, problem) => {
    expect(readRates(line, 'bank', null)).toEqual([{ line: 1, text: line, rate: null, problem }])
  })

  test('one currency is enough when the other is chosen', () => {
    expect(readRates('2026-02-01 USD 7.1', 'bank', 'CNY')[0]?.rate).toEqual(entry('2026-02-01', 'USD', 'CNY', '7.1'))
  })
})

describe('a rate and closed months', () => {
  const usd = { base: 'USD', quote: 'CNY' }
  const books = {
    closed: ['2026-02', '2026-04'],
    rates: [
      { ...usd, day: '2026-01-10' },
      { base: 'CNY', quote: 'USD', day: '2026-02-01' },
      { base: 'EUR', quote: 'CNY', day: '2026-01-20' },
    ],
    locks: [{ ...usd, month: '2026-04' }],
  }

  test.each([
    // Until the pair's next rate on February 1st, given the other way round.
    ['2026-01-15', null],
    ['2026-02-01', '2026-02'],
    ['2026-02-28', '2026-02'],
    // April is locked at a rate of its own.
    ['2026-03-01', null],
    ['2026-04-10', null],
    ['2026-05-01', null],
  ])('of %s reaches into %s', (day, month) => {
    expect(closedMonthTouched({ ...usd, day }, books)).toBe(month)
  })

  test('of another pair reaches into every closed month until its next one', () => {
    expect(closedMonthTouched({ base: 'EUR', quote: 'CNY', day: '2025-12-01' }, books)).toBeNull()
    expect(closedMonthTouched({ base: 'EUR', quote: 'CNY', day: '2026-03-01' }, books)).toBe('2026-04')
  })
})
