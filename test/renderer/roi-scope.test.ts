import { expect, test } from 'vitest'

import { costsQuestion, doesTie, linesQuestion, sumOfLines } from '../../renderer/features/roi/behind'
import { moodOf } from '../../renderer/features/roi/figures'
import { paretoOf } from '../../renderer/features/roi/pareto'
import {
  chipsOf,
  daysOfKey,
  filteredBy,
  NO_FILTERS,
  scopeOf,
  scopeOfRow,
  withoutChip,
} from '../../renderer/features/roi/scope'
import type { OrderLine, RoiRow } from '../../shared/contract/roi'
import { roiFigures } from '../../shared/domain/roi'

const top = { from: '2026-03-01', to: '2026-03-31', shops: ['s1'] }

function row(creator: string, gmv: number): RoiRow {
  const { views: _views, ...figures } = roiFigures({
    orders: 1,
    units: 1,
    samples: 0,
    gmv,
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

function line(more: Partial<OrderLine>): OrderLine {
  return {
    key: 'k',
    shopId: 's1',
    shopName: 'One',
    currency: 'USD',
    orderId: '1',
    productId: 'p',
    productName: null,
    skuId: 'k',
    creator: 'a',
    contentType: 'video',
    contentId: null,
    status: 'settled',
    role: 'sale',
    day: '2026-03-02',
    createdLocal: '',
    timezone: 'UTC',
    quantity: 2,
    payment: 1000,
    refund: 0,
    commission: 100,
    columns: {},
    batchId: 'b',
    fileName: 'f',
    row: 2,
    ...more,
  }
}

test('what nobody narrowed is left out of the scope', () => {
  expect(scopeOf(NO_FILTERS, top)).toEqual({ ...top, settledOnly: false })
  expect(scopeOf({ ...NO_FILTERS, settledOnly: true, currency: 'EUR', creators: ['a'] }, {})).toEqual({
    settledOnly: true,
    currency: 'EUR',
    creators: ['a'],
  })
})

test('a filter is a chip that can be taken away', () => {
  const filters = filteredBy(
    filteredBy(NO_FILTERS, row('linh', 1), 'creator'),
    { keys: { contentType: 'live' }, ids: {} },
    'contentType',
  )
  expect(chipsOf(filters)).toEqual([
    { filter: 'creators', value: 'linh' },
    { filter: 'contentTypes', value: 'live' },
  ])
  expect(chipsOf(withoutChip(filters, { filter: 'creators', value: 'linh' }))).toEqual([
    { filter: 'contentTypes', value: 'live' },
  ])
})

test('a row narrows the scope by its keys, by id where the text is a name', () => {
  const scope = scopeOf(NO_FILTERS, top)
  expect(scopeOfRow(scope, { keys: { shop: 'Shop Two', creator: 'linh' }, ids: { shop: 's2' } })).toEqual({
    ...scope,
    shops: ['s2'],
    creators: ['linh'],
  })
  expect(scopeOfRow(scope, { keys: { content: '' }, ids: {} })).toEqual({ ...scope, contents: [''] })
})

test('a creator or product is meant by what the platform calls it, not by its record', () => {
  const row = { keys: { creator: 'linh', product: '1729' }, ids: { creator: '01KCREATOR', product: '01KPRODUCT' } }
  expect(scopeOfRow({}, row)).toEqual({ creators: ['linh'], products: ['1729'] })
})

test('a week or month narrows to its days inside the period', () => {
  const scope = scopeOf(NO_FILTERS, top)
  expect(scopeOfRow(scope, { keys: { day: '2026-03-08' }, ids: {} })).toMatchObject({
    from: '2026-03-08',
    to: '2026-03-08',
  })
  // Week 9 of 2026 is 23 February to 1 March.
  expect(scopeOfRow(scope, { keys: { week: '2026-W09' }, ids: {} })).toMatchObject({
    from: '2026-03-01',
    to: '2026-03-01',
  })
  expect(daysOfKey('week', '2026-W01')).toEqual({ from: '2025-12-29', to: '2026-01-04' })
  expect(daysOfKey('week', '2020-W53')).toEqual({ from: '2020-12-28', to: '2021-01-03' })
  expect(daysOfKey('month', '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('no line can be meant by a campaign, only by costs without one', () => {
  const scope = scopeOf(NO_FILTERS, top)
  expect(scopeOfRow(scope, { keys: { campaign: 'Spring' }, ids: {} })).toBeNull()
  expect(scopeOfRow(scope, { keys: { campaign: '' }, ids: {} })).toEqual(scope)
})

test('settled commission asks for settled lines only, and for none where they are filtered out', () => {
  const behind = { figure: 'commissionSettled', value: 100, currency: 'USD', of: '', scope: {}, costScope: {} } as const
  expect(linesQuestion(behind)).toEqual({ roles: ['sale'], statuses: ['settled'] })
  expect(linesQuestion({ ...behind, scope: { statuses: ['frozen'] } })).toBeNull()
  expect(linesQuestion({ ...behind, figure: 'fees' })).toBeNull()
  expect(linesQuestion({ ...behind, figure: 'samples' })).toEqual({ roles: ['sample'] })
})

test('lines add up to the figure, each figure in its own way', () => {
  // 10.00 sold and kept, 6.00 sold of which 1.50 came back, 4.00 cancelled.
  const lines = [
    line({}),
    line({ orderId: '1', skuId: 'k2', status: 'pending', quantity: 3, payment: 600, refund: 150, commission: 45 }),
    line({ orderId: '2', status: 'ineligible', quantity: 1, payment: 400, refund: 400, commission: 0 }),
  ]
  const sum = (figure: Parameters<typeof sumOfLines>[0]) => sumOfLines(figure, lines)
  expect(sum('gmv')).toEqual([{ currency: 'USD', amount: 2000 }])
  expect(sum('refunds')).toEqual([{ currency: 'USD', amount: 550 }])
  expect(sum('netGmv')).toEqual([{ currency: 'USD', amount: 1450 }])
  expect(sum('commission')).toEqual([{ currency: 'USD', amount: 145 }])
  expect(sum('commissionSettled')).toEqual([{ currency: 'USD', amount: 100 }])
  expect(sum('commissionPending')).toEqual([{ currency: 'USD', amount: 45 }])
  expect(sum('units')).toEqual([{ currency: '', amount: 6 }])
  expect(sum('orders')).toEqual([{ currency: '', amount: 2 }])
  expect(sum('roi')).toEqual([])
})

test('a sum ties, does not, or cannot be compared because it is in another currency', () => {
  const behind = { figure: 'gmv', value: 2000, currency: 'USD', of: '', scope: {}, costScope: {} } as const
  expect(doesTie(behind, [{ currency: 'USD', amount: 2000 }])).toBe(true)
  expect(doesTie(behind, [{ currency: 'USD', amount: 1999 }])).toBe(false)
  expect(doesTie(behind, [{ currency: 'VND', amount: 2000 }])).toBeNull()
  expect(doesTie({ ...behind, figure: 'roi' }, [])).toBeNull()
})

test('costs behind a figure are asked for by its kinds, days, shops and creators', () => {
  const behind = {
    figure: 'fees',
    value: 570,
    currency: 'USD',
    of: '',
    scope: null,
    costScope: scopeOf(NO_FILTERS, top),
  } as const
  expect(costsQuestion(behind)).toEqual({ kinds: ['fee'], from: '2026-03-01', to: '2026-03-31', shops: ['s1'] })
  expect(costsQuestion({ ...behind, figure: 'sampleCost', costScope: { creators: ['linh'] }, staff: '' })).toEqual({
    kinds: ['sample', 'freight'],
    creators: ['linh'],
    staff: '',
  })
})

test('the best ten of twelve creators are named with their share, the unnamed left aside', () => {
  const rows = [...Array.from({ length: 12 }, (_, index) => row(`c${index}`, 100 + index)), row('', 0)]
  const pareto = paretoOf(rows, 1400, 5)
  expect(pareto.top).toBe(10)
  expect(pareto.topShare).toBeCloseTo((111 + 110 + 109 + 108 + 107 + 106 + 105 + 104 + 103 + 102) / 1400)
  expect(pareto.bars.map(({ keys }) => keys.creator)).toEqual(['c11', 'c10', 'c9', 'c8', 'c7'])
  expect(paretoOf([], 0)).toEqual({ bars: [], topShare: null, top: 0 })
})

test('more refunds are bad news, more commission neither', () => {
  expect(moodOf('refunds', 5)).toBe('bad')
  expect(moodOf('refunds', -5)).toBe('good')
  expect(moodOf('gmv', 5)).toBe('good')
  expect(moodOf('commission', 5)).toBe('neutral')
  expect(moodOf('gmv', null)).toBe('neutral')
})
