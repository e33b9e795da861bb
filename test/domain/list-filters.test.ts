import { describe, expect, test } from 'vitest'

import { dayStart } from '../../shared/domain/days'
import type { FieldValue, ListField } from '../../shared/domain/list-fields'
import { dayText, matches } from '../../shared/domain/list-filters'
import type { ListFilter } from '../../shared/domain/lists'

const moment = { day: '2026-03-10', timezone: 'Asia/Shanghai' }

const field = (kind: ListField['kind'], more: Partial<ListField> = {}): ListField => ({ id: 'f', kind, ...more })
const when = (op: ListFilter['op'], ...values: ListFilter['values']): ListFilter => ({ field: 'f', op, values })
const asked = (filter: ListFilter, value: FieldValue, of: ListField, currency: string | null = null) =>
  matches(filter, value, of, { currency, moment })

describe('a condition', () => {
  test('on a text is met without regard to capitals and full-width signs', () => {
    expect(asked(when('contains', 'glow'), 'Ｇlow.Daily', field('text'))).toBe(true)
    expect(asked(when('contains', 'glow'), 'mai', field('text'))).toBe(false)
    expect(asked(when('contains', 'mai', 'glow'), 'glow.daily', field('text'))).toBe(true)
    expect(asked(when('anyOf', 'MAI'), 'mai', field('text'))).toBe(true)
    expect(asked(when('anyOf', 'ma'), 'mai', field('text'))).toBe(false)
  })

  test('“none of” and “does not contain” keep rows where nothing is known', () => {
    expect(asked(when('noneOf', 'US'), null, field('choice'))).toBe(true)
    expect(asked(when('notContains', 'spam'), null, field('text'))).toBe(true)
    expect(asked(when('anyOf', 'US'), null, field('choice'))).toBe(false)
  })

  test('on amounts includes both ends, takes them in either order, and never meets the unknown', () => {
    const money = field('money')
    expect([999, 1000, 2000, 2001, null].map((value) => asked(when('between', 1000, 2000), value, money))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
    expect(asked(when('between', 2000, 1000), 1500, money)).toBe(true)
    expect(asked(when('atLeast', 0), 0, money)).toBe(true)
    expect(asked(when('atMost', 0), null, money)).toBe(false)
  })

  test('on money may name its currency: other currencies do not meet it', () => {
    expect(asked(when('atLeast', 1000, 'USD'), 5000, field('money'), 'USD')).toBe(true)
    expect(asked(when('atLeast', 1000, 'USD'), 5000, field('money'), 'VND')).toBe(false)
    expect(asked(when('between', 1000, 9000, 'USD'), 5000, field('money'), 'USD')).toBe(true)
  })

  test('on days may count from today', () => {
    expect(dayText('today-9', moment)).toBe('2026-03-01')
    expect(dayText('today+22', moment)).toBe('2026-04-01')
    expect(dayText('tomorrow', moment)).toBeNull()
    expect(dayText('2026-02-29', moment)).toBeNull()
    expect(asked(when('atLeast', 'today-9'), '2026-03-01', field('day'))).toBe(true)
    expect(asked(when('atLeast', 'today-9'), '2026-02-28', field('day'))).toBe(false)
    expect(asked(when('anyOf', 'today'), '2026-03-10', field('day'))).toBe(true)
  })

  test('on instants means days of the person’s own zone', () => {
    // 10 March in Shanghai lasts from 16:00 UTC of the 9th to 16:00 UTC of the 10th.
    const [before, first, last, after] = [
      Date.UTC(2026, 2, 9, 15, 59, 59, 999),
      Date.UTC(2026, 2, 9, 16),
      Date.UTC(2026, 2, 10, 15, 59, 59, 999),
      Date.UTC(2026, 2, 10, 16),
    ]
    const at = (op: ListFilter['op'], instant: number) => asked(when(op, 'today'), instant, field('instant'))
    expect([before, first, last, after].map((instant) => at('anyOf', instant))).toEqual([false, true, true, false])
    expect([before, first].map((instant) => at('atLeast', instant))).toEqual([false, true])
    expect([last, after].map((instant) => at('atMost', instant))).toEqual([true, false])
  })

  test('on tags is met by one of them', () => {
    expect(asked(when('anyOf', '护肤', 'skincare'), ['Skincare', 'gift'], field('tags'))).toBe(true)
    expect(asked(when('noneOf', 'gift'), ['Skincare', 'gift'], field('tags'))).toBe(false)
    expect(asked(when('empty'), [], field('tags'))).toBe(true)
  })

  test('on yes or no takes what was never said as no', () => {
    expect(asked(when('anyOf', false), null, field('bool'))).toBe(true)
    expect(asked(when('anyOf', true), null, field('bool'))).toBe(false)
  })

  test('on a choice looks for its words when it is searched', () => {
    expect(asked(when('contains', 'thai'), 'TH', field('choice', { words: { TH: 'Thailand' } }))).toBe(true)
  })

  test('that is not finished yet leaves every row in', () => {
    for (const op of ['anyOf', 'noneOf', 'contains', 'notContains', 'atLeast', 'between'] as const) {
      expect(asked(when(op), 'x', field('text'))).toBe(true)
    }
    expect(asked(when('atLeast', 'soon'), '2026-01-01', field('day'))).toBe(true)
  })

  test('blank texts count as empty', () => {
    expect(asked(when('empty'), '  ', field('text'))).toBe(true)
    expect(asked(when('notEmpty'), 0, field('number'))).toBe(true)
  })
})

test('a day begins where the zone’s clock says so, also on days without a midnight', () => {
  expect(dayStart('2026-03-10', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 9, 16))
  expect(dayStart('2026-07-01', 'America/New_York')).toBe(Date.UTC(2026, 6, 1, 4))
  expect(dayStart('2026-01-01', 'Pacific/Kiritimati')).toBe(Date.UTC(2025, 11, 31, 10))
  expect(dayStart('2026-01-01', 'Pacific/Pago_Pago')).toBe(Date.UTC(2026, 0, 1, 11))
  expect(dayStart('2026-01-01', 'Asia/Kathmandu')).toBe(Date.UTC(2025, 11, 31, 18, 15))
  // Clocks of São Paulo went from 23:59 to 01:00 on this night: its day began at 1 o'clock, 03:00 UTC.
  expect(dayStart('2018-11-04', 'America/Sao_Paulo')).toBe(Date.UTC(2018, 10, 4, 3))
})
