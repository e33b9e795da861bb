import { expect, test } from 'vitest'

import type { Observation } from '../../shared/domain/metrics'
import { sparkOf, trendsOf } from '../../shared/domain/trends'

let next = 0
function window(from: string, to: string, values: Observation['values'], more: Partial<Observation> = {}): Observation {
  next += 1
  return {
    id: String(next).padStart(4, '0'),
    creatorId: 'mia',
    listId: null,
    shopId: 'glow',
    source: 'creatorList',
    periodFrom: from,
    periodTo: to,
    observedAt: next,
    currency: 'USD',
    values,
    ...more,
  }
}

test('windows of one length are one line, weeks and thirty days are two, and gaps stay gaps', () => {
  const series = trendsOf(
    [
      window('2026-08-03', '2026-08-09', { gpm: 100 }),
      window('2026-08-10', '2026-08-16', { gpm: 200 }),
      window('2026-08-24', '2026-08-30', { gpm: 400 }),
      window('2026-07-05', '2026-08-03', { gpm: 900 }),
    ],
    'gpm',
  )
  expect(series.map(({ days, points }) => [days, points.map(({ value, gapDays }) => [value, gapDays])])).toEqual([
    [
      7,
      [
        [100, 0],
        [200, 0],
        [400, 7],
      ],
    ],
    [30, [[900, 0]]],
  ])
})

test('calendar months are one line although they differ in length; thirty days beside other thirty days are not a month', () => {
  const months = trendsOf(
    [
      window('2026-01-01', '2026-01-31', { orders: 1 }),
      window('2026-02-01', '2026-02-28', { orders: 2 }),
      window('2026-04-01', '2026-04-30', { orders: 4 }),
    ],
    'orders',
  )
  expect(months.map(({ days, points }) => [days, points.map(({ value, gapDays }) => [value, gapDays])])).toEqual([
    [
      null,
      [
        [1, 0],
        [2, 0],
        [4, 31],
      ],
    ],
  ])
  const rolling = trendsOf(
    [window('2026-04-01', '2026-04-30', { orders: 4 }), window('2026-05-01', '2026-05-30', { orders: 5 })],
    'orders',
  )
  expect(rolling.map(({ days, points }) => [days, points.length])).toEqual([[30, 2]])
})

test('overlapping windows are points of their own and never added up; a window asked again is the newer answer', () => {
  const [series] = trendsOf(
    [
      window('2026-08-01', '2026-08-30', { gmv: 100 }),
      window('2026-08-08', '2026-09-06', { gmv: 140 }),
      window('2026-08-08', '2026-09-06', { gmv: 150 }),
    ],
    'gmv',
  )
  expect(series?.points.map(({ value, gapDays }) => [value, gapDays])).toEqual([
    [100, 0],
    [150, 0],
  ])
})

test('sources, shops and currencies are lines of their own', () => {
  const series = trendsOf(
    [
      window('2026-08-03', '2026-08-09', { gmv: 1 }),
      window('2026-08-10', '2026-08-16', { gmv: 2 }, { shopId: 'other' }),
      window('2026-08-10', '2026-08-16', { gmv: 3 }, { source: 'kalodata' }),
      window('2026-08-10', '2026-08-16', { gmv: 4 }, { currency: 'GBP' }),
    ],
    'gmv',
  )
  expect(series).toHaveLength(4)
})

test('of several creators a ratio is that of the sums, never a mean; a ratio without parts has none', () => {
  const at = (creatorId: string, values: Observation['values']) =>
    window('2026-08-03', '2026-08-09', values, { creatorId })
  // (1000 + 10) × 1000 ÷ (10,000 + 1,000) = 91.8; the mean of 100 and 10 would be 55.
  const [gpm] = trendsOf(
    [at('a', { gmv: 1000, productImpressions: 10_000 }), at('b', { gmv: 10, productImpressions: 1000 })],
    'gpm',
  )
  expect(gpm?.points).toEqual([{ from: '2026-08-03', to: '2026-08-09', value: 92, gapDays: 0, creators: 2 }])
  const [gmv] = trendsOf([at('a', { gmv: 1000 }), at('b', { gmv: 10 })], 'gmv')
  expect(gmv?.points[0]?.value).toBe(1010)
  expect(trendsOf([at('a', { engagement: 100 }), at('b', { engagement: 300 })], 'engagement')).toEqual([])
  expect(trendsOf([at('a', { gpm: 100 }), at('b', { gpm: 300 })], 'gpm')).toEqual([])
})

test('a sparkline is the line that reaches furthest, with its gaps', () => {
  const observations = [
    window('2026-01-01', '2026-01-31', { gpm: 1 }),
    window('2026-02-01', '2026-02-28', { gpm: 2 }),
    window('2026-08-03', '2026-08-09', { gpm: 10 }),
    window('2026-08-17', '2026-08-23', { gpm: 30 }),
  ]
  expect(sparkOf(observations, 'gpm')).toEqual([10, null, 30])
  expect(sparkOf([], 'gpm')).toEqual([])
})
