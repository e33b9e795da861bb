import { expect, test } from 'vitest'

import { countedCosts } from '../../electron/workspace/lookups/counted-costs'
import type { KnownCostLine } from '../../electron/workspace/lookups/costs'
import type { CostedSample } from '../../electron/workspace/lookups/sample-costs'
import { costsBehind, sumsByCurrency, toCostBehind } from '../../electron/workspace/reporting/costs-behind'

function typed(more: Partial<KnownCostLine>): KnownCostLine {
  return {
    id: 'typed',
    shopId: 's1',
    creatorHandle: null,
    productId: null,
    contentId: null,
    kind: 'fee',
    amount: 500,
    currency: 'USD',
    day: '2026-03-05',
    campaign: null,
    staff: null,
    sampleId: null,
    note: null,
    payment: { state: 'planned', hold: false },
    ...more,
  }
}

const COST = { parts: { product: 840, packing: 85, freight: 1230, duty: 0 }, known: 2155, unknown: [] }

function sample(more: Partial<CostedSample>): CostedSample {
  return {
    id: 'sent',
    shopId: 's1',
    creatorId: 'c1',
    handle: 'linh',
    productId: '1729',
    skuId: null,
    quantity: 2,
    owner: 'Wang',
    campaign: 'Spring',
    campaignId: 'k1',
    state: 'shipped',
    approvedAt: null,
    shippedAt: null,
    approvedDay: null,
    shippedDay: '2026-03-06',
    parcels: 1,
    validPosts: 0,
    productCost: null,
    packingCost: null,
    freightCost: null,
    dutyCost: null,
    currency: 'USD',
    cost: COST,
    expected: COST,
    ...more,
  }
}

const MARCH = { from: '2026-03-01', to: '2026-03-31', shops: ['s1'] }

test('costs behind a figure are those of its kinds, days, shops and creators', () => {
  const costs = countedCosts(
    [
      typed({ id: 'in' }),
      typed({ id: 'kind', kind: 'ads' }),
      typed({ id: 'day', day: '2026-04-01' }),
      typed({ id: 'shop', shopId: 's2' }),
      typed({ id: 'creator', creatorHandle: 'linh', amount: 70, day: '2026-03-04' }),
      typed({ id: 'cancelled', payment: { state: 'cancelled', hold: false } }),
    ],
    [],
  )
  const behind = costsBehind(costs, { ...MARCH, kinds: ['fee'] })
  expect(behind.map(({ costId }) => costId)).toEqual(['in', 'creator'])
  expect(sumsByCurrency(behind)).toEqual([{ currency: 'USD', amount: 570 }])
  expect(costsBehind(costs, { kinds: ['fee'], creators: ['linh'] }).map(({ costId }) => costId)).toEqual(['creator'])
  expect(costsBehind(costs, { kinds: ['fee'], creators: [''] }).map(({ costId }) => costId)).toEqual([
    'day',
    'in',
    'shop',
  ])
})

test('a sample counts on the day it was shipped, goods and freight apart', () => {
  const behind = costsBehind(countedCosts([], [sample({})]), { ...MARCH, kinds: ['sample', 'freight'] })
  expect(behind.map(toCostBehind)).toEqual([
    expect.objectContaining({ id: 'sent freight', kind: 'freight', amount: 1230, day: '2026-03-06', staff: 'Wang' }),
    expect.objectContaining({ id: 'sent sample', kind: 'sample', amount: 925, creator: 'linh', campaign: 'Spring' }),
  ])
})

test('a typed cost that names a sample takes the place of its kind, a cancelled one does not', () => {
  const own = typed({ id: 'bill', kind: 'freight', amount: 990, sampleId: 'sent' })
  const wanted = { kinds: ['sample', 'freight'] as const }
  const sum = (line: KnownCostLine) => sumsByCurrency(costsBehind(countedCosts([line], [sample({})]), wanted))
  expect(sum(own)).toEqual([{ currency: 'USD', amount: 925 + 990 }])
  expect(sum({ ...own, payment: { state: 'cancelled', hold: false } })).toEqual([{ currency: 'USD', amount: 2155 }])
})

test('what was not shipped costs nothing', () => {
  const waiting = sample({ state: 'packed', shippedDay: null, cost: { ...COST, known: 0 } })
  expect(countedCosts([], [waiting])).toEqual([])
})
