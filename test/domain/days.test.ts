/** Days as numbers and as texts, against the calendar of the language itself. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dayNumber, dayOfNumber, isRealDay } from '../../shared/domain/days'

const DAY_MS = 86_400_000
const byDate = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)

describe('a day as a number', () => {
  test('is the same day as a text, on every day from 1970 to 2100', () => {
    const wrong = Array.from({ length: 47_848 }, (_, number) => number).filter(
      (number) => dayOfNumber(number) !== byDate(number),
    )
    expect(wrong).toEqual([])
    expect(dayOfNumber(47_847)).toBe('2101-01-01')
  })

  test('is the same day before, far after, and in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 3_100_000 }), (number) => dayOfNumber(number) === byDate(number)),
      { numRuns: 2000 },
    )
    expect([-1, 0, 59, 11_016, 11_017, 2_932_896].map(dayOfNumber)).toEqual([
      '1969-12-31',
      '1970-01-01',
      '1970-03-01',
      '2000-02-29',
      '2000-03-01',
      '9999-12-31',
    ])
  })

  test('comes back from its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_932_896 }), (number) => dayNumber(dayOfNumber(number)) === number),
    )
  })

  test('of a leap day is one only in leap years', () => {
    expect(['2024-02-29', '2026-02-29', '2000-02-29', '2100-02-29'].map(isRealDay)).toEqual([true, false, true, false])
  })
})
