import { expect, test } from 'vitest'

import { figuresBySource, latestFigures, type Observation } from '../../shared/domain/metrics'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20)

function said(id: string, more: Partial<Observation>): Observation {
  return {
    id,
    creatorId: 'c',
    listId: null,
    shopId: 'shop',
    source: 'creatorList',
    periodFrom: '2026-10-20',
    periodTo: '2026-11-18',
    observedAt: Date.UTC(2026, 10, 19),
    currency: 'USD',
    values: {},
    ...more,
  }
}

test('a list of an old period that is imported late does not replace what is known of a newer one', () => {
  const figures = latestFigures(
    [
      said('new', { values: { gmv: 900_00, orders: 12 } }),
      said('late', {
        periodFrom: '2026-09-01',
        periodTo: '2026-09-30',
        observedAt: NOW,
        values: { gmv: 100_00, refunds: 5_00 },
      }),
    ],
    NOW,
  )
  expect(figures.gmv).toMatchObject({ value: 900_00, currency: 'USD', observationId: 'new', stale: false })
  expect(figures.orders).toMatchObject({ value: 12, currency: null })
  // Only the old list says anything of refunds, and that was 50 days ago.
  expect(figures.refunds).toMatchObject({ value: 5_00, observationId: 'late', stale: true, periodTo: '2026-09-30' })
})

test('a figure is stale after thirty days, not before', () => {
  const at = (observedAt: number) =>
    latestFigures([said('one', { periodFrom: null, periodTo: null, observedAt, values: { followers: 5 } })], NOW)
  expect(at(NOW - 30 * DAY).followers?.stale).toBe(false)
  expect(at(NOW - 30 * DAY - 1).followers?.stale).toBe(true)
})

test('two sources disagree on a level whatever their periods, when they are more than a tenth apart', () => {
  const tool = (followers: number, more: Partial<Observation> = {}) =>
    latestFigures(
      [
        said('own', { values: { followers: 10_000 } }),
        said('tool', {
          source: 'fastmoss',
          shopId: null,
          periodFrom: null,
          periodTo: null,
          values: { followers },
          ...more,
        }),
      ],
      NOW,
    ).followers?.disagrees
  expect(tool(11_000)).toBe(false)
  expect(tool(11_200)).toBe(true)
  expect(tool(50_000, { observedAt: NOW - 31 * DAY })).toBe(false)
  expect(tool(50_000, { source: 'creatorList' })).toBe(false)
})

test('amounts of a period disagree only for the same shop, the same period and the same currency', () => {
  const other = (more: Partial<Observation>) =>
    latestFigures(
      [
        said('own', { values: { gmv: 1000_00 } }),
        said('tool', { source: 'kalodata', observedAt: Date.UTC(2026, 10, 18), values: { gmv: 4000_00 }, ...more }),
      ],
      NOW,
    ).gmv?.disagrees
  expect(other({})).toBe(true)
  expect(other({ shopId: null })).toBe(false)
  expect(other({ periodFrom: '2026-11-12' })).toBe(false)
  expect(other({ currency: 'GBP' })).toBe(false)
})

test('every source stays visible beside the figure that shows', () => {
  const all = figuresBySource(
    [
      said('b', { values: { gpm: 12_34, ctr: 187 } }),
      said('a', { source: 'euka', observedAt: Date.UTC(2026, 10, 15), values: { gpm: 9_99 } }),
    ],
    NOW,
  )
  expect(all.get('gpm')?.map(({ source, value }) => [source, value])).toEqual([
    ['creatorList', 12_34],
    ['euka', 9_99],
  ])
  expect(all.get('ctr')).toHaveLength(1)
})
