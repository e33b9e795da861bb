import { expect, test } from 'vitest'

import { daysOf, PeriodChoice } from '../../renderer/session/period'

const today = '2026-03-15'

test.each([
  ['all', {}],
  ['last7', { from: '2026-03-09', to: today }],
  ['last30', { from: '2026-02-14', to: today }],
  ['last90', { from: '2025-12-16', to: today }],
  ['thisMonth', { from: '2026-03-01', to: today }],
  ['lastMonth', { from: '2026-02-01', to: '2026-02-28' }],
  ['thisQuarter', { from: '2026-01-01', to: today }],
  ['thisYear', { from: '2026-01-01', to: today }],
] as const)('%s, seen from 15 March 2026', (preset, days) => {
  expect(daysOf({ preset }, today)).toEqual(days)
})

test('the last month of January is December of the year before', () => {
  expect(daysOf({ preset: 'lastMonth' }, '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
})

test('the quarter of December begins in October', () => {
  expect(daysOf({ preset: 'thisQuarter' }, '2026-12-31')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
})

test('what an older version remembered and nobody can read is not taken up', () => {
  expect(PeriodChoice.safeParse({ preset: 'lastDecade' }).success).toBe(false)
  expect(PeriodChoice.safeParse({ preset: 'custom', from: '2026-02-30', to: '2026-03-01' }).success).toBe(false)
})
