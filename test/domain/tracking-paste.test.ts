/** Pasted tracking numbers: whatever the order of rows and columns, what is certain is matched and the rest is said. */

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { suggestCarrier } from '../../shared/domain/carriers'
import { sampleCode } from '../../shared/domain/sample-codes'
import { matchTracking, type TrackedRow, type TrackedSample } from '../../shared/domain/tracking-paste'

const ID = (n: number) => `01KF0RDQG8ZSGERYYFSY11CP${String(n).padStart(2, '0')}`

function sample(n: number, more: Partial<TrackedSample> & { readonly handle: string }): TrackedSample {
  const { handle, ...rest } = more
  return {
    id: ID(n),
    creatorId: handle,
    market: 'VN',
    handles: [handle],
    orderId: null,
    applicationId: null,
    state: 'packed',
    phone: null,
    tracking: [],
    ...rest,
  }
}

const LINH = sample(1, { handle: 'linh.skin', orderId: '579990000111220001', phone: '84912345678' })
const MAI = sample(2, { handle: 'mai_daily', state: 'approved' })
const HOA_ONE = sample(3, { handle: 'hoa.live' })
const HOA_TWO = sample(4, { handle: 'hoa.live', state: 'approved' })
const SENT = sample(5, { handle: 'vy.vlog', state: 'shipped', tracking: ['850123000111'] })
const OVER = sample(6, { handle: 'tam.eats', state: 'closed' })
const ALL = [LINH, MAI, HOA_ONE, HOA_TWO, SENT, OVER]

function one(text: string, samples: readonly TrackedSample[] = ALL): TrackedRow {
  const { rows } = matchTracking(text, samples)
  expect(rows).toHaveLength(1)
  return rows[0]!
}

test('a number beside a handle, an order or a code finds its sample, whichever column comes first', () => {
  expect(one('@Linh.Skin\t850123456789')).toMatchObject({
    match: 'matched',
    sampleIds: [LINH.id],
    tracking: '850123456789',
  })
  expect(one('850123456789\thttps://www.tiktok.com/@linh.skin')).toMatchObject({
    match: 'matched',
    sampleIds: [LINH.id],
  })
  expect(one('J&T Express,850123456789,579990000111220001')).toMatchObject({
    match: 'matched',
    sampleIds: [LINH.id],
    carrier: 'J&T Express',
    isSuggested: false,
  })
  expect(one(`${sampleCode(MAI.id).toLowerCase()} 850123456789`)).toMatchObject({
    match: 'matched',
    sampleIds: [MAI.id],
  })
})

test('titles name the columns in several languages and are no row', () => {
  const { rows, roles } = matchTracking('达人\t快递公司\t运单号\nlinh.skin\t顺丰\tSF1234567890', ALL)
  expect(roles).toEqual(['handle', 'carrier', 'tracking'])
  expect(rows).toMatchObject([{ line: 2, match: 'matched', carrier: '顺丰', tracking: 'SF1234567890' }])
})

test('a creator with two open samples is asked about; an order of two products is one parcel', () => {
  expect(one('hoa.live\t850123456789')).toMatchObject({
    match: 'ambiguous',
    sampleIds: [],
    candidates: [HOA_ONE.id, HOA_TWO.id],
  })
  const both = [
    { ...HOA_ONE, orderId: '579990000111220009' },
    { ...HOA_TWO, orderId: '579990000111220009' },
  ]
  expect(one('579990000111220009\t850123456789', both)).toMatchObject({
    match: 'matched',
    sampleIds: [HOA_ONE.id, HOA_TWO.id],
  })
})

test('a second number for one request is told, a number that is there already is nothing to do', () => {
  expect(one('vy.vlog\t850999888777')).toMatchObject({ match: 'second', sampleIds: [SENT.id] })
  expect(one('vy.vlog\t850-123-000-111')).toMatchObject({ match: 'known', sampleIds: [SENT.id] })
  const two = matchTracking('linh.skin\t850111111111\nlinh.skin\t850222222222', ALL)
  expect(two.rows.map(({ match }) => match)).toEqual(['second', 'second'])
  const again = matchTracking('linh.skin\t850111111111\nlinh.skin\t850111111111', ALL)
  expect(again.rows.map(({ match }) => match)).toEqual(['matched', 'repeated'])
  const shared = matchTracking('linh.skin\t850111111111\nmai_daily\t850111111111', ALL)
  expect(shared.rows.map(({ match }) => match)).toEqual(['shared', 'shared'])
})

test('a phone number or an order id in the place of the tracking number is named as what it is', () => {
  expect(one('linh.skin\t+84 912 345 678')).toMatchObject({
    match: 'wrongColumn',
    looksLike: 'phone',
    sampleIds: [LINH.id],
  })
  expect(one('linh.skin\t84912345678')).toMatchObject({ match: 'wrongColumn', looksLike: 'phone' })
  expect(one('mai_daily\t579990000111229999')).toMatchObject({
    match: 'wrongColumn',
    looksLike: 'order',
    sampleIds: [MAI.id],
  })
  // The number and the order in each other's place is no question where the order is known.
  const swapped = matchTracking('mai_daily\t850111111111\n850222222222\t579990000111220001', ALL)
  expect(swapped.rows).toMatchObject([
    { match: 'matched', sampleIds: [MAI.id] },
    { match: 'matched', tracking: '850222222222', sampleIds: [LINH.id] },
  ])
  // One row of a good sheet with its cells in each other's place.
  const { rows } = matchTracking(
    [
      'handle\ttracking number\tphone',
      'mai_daily\t850111111111\t0987654321',
      'linh.skin\t0912345678\t850222222222',
    ].join('\n'),
    ALL,
  )
  expect(rows).toMatchObject([
    { match: 'matched', tracking: '850111111111' },
    { match: 'wrongColumn', looksLike: 'phone', instead: '850222222222', sampleIds: [LINH.id] },
  ])
})

test('what a spreadsheet shortened, what nobody knows, what is over and what contradicts itself cannot be used', () => {
  expect(one('linh.skin\t8.50123E+11').match).toBe('shortened')
  expect(one('@nobody\t850123456789').match).toBe('unknown')
  expect(one('tam.eats\t850123456789')).toMatchObject({ match: 'notOpen', state: 'closed' })
  expect(one('850123456789').match).toBe('noKey')
  expect(one('mai_daily\t579990000111220001\t850123456789').match).toBe('conflict')
  const { rows } = matchTracking('linh.skin\t850123456789\nmai_daily\t', ALL)
  expect(rows.map(({ match }) => match)).toEqual(['matched', 'noTracking'])
})

test('a carrier is suggested by the form of the number and the market, and no form is refused', () => {
  expect(suggestCarrier('9400111899223344556677', 'US')).toBe('USPS')
  expect(suggestCarrier('1Z999AA10123456784', 'US')).toBe('UPS')
  expect(suggestCarrier('P0123456789AB', 'PH')).toBe('Flash Express')
  expect(suggestCarrier('JX1234567890', 'ID')).toBe('J&T Express')
  expect(suggestCarrier('AB123456789GB', 'GB')).toBeNull()
  expect(one('linh.skin\tZQ77-0001-9982-AA')).toMatchObject({ match: 'matched', carrier: null })
})

const HANDLES = ['linh.skin', 'mai_daily', 'hoa.live', 'vy.vlog', 'tam.eats', '@stranger']
const cells = fc.record({
  handle: fc.constantFrom(...HANDLES),
  number: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map((n) => `8501234567${String(n).padStart(2, '0')}`) },
    { weight: 1, arbitrary: fc.constantFrom('+84 912 345 678', '579990000111220001', '8.50123E+11', '') },
  ),
  carrier: fc.constantFrom('J&T Express', 'Viettel Post', ''),
})

test('rows and columns in any order give the same matches', () => {
  const told = (text: string) =>
    matchTracking(text, ALL)
      .rows.map((row) => JSON.stringify({ ...row, line: 0 }))
      .toSorted()
  fc.assert(
    fc.property(
      fc.array(cells, { minLength: 1, maxLength: 12 }).chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
          columns: fc.shuffledSubarray(['handle', 'number', 'carrier'] as const, { minLength: 3 }),
        }),
      ),
      ({ rows, shuffled, columns }) => {
        const straight = rows.map(({ handle, number, carrier }) => [handle, number, carrier].join('\t')).join('\n')
        const mixed = shuffled.map((row) => columns.map((column) => row[column]).join('\t')).join('\n')
        expect(told(mixed)).toEqual(told(straight))
      },
    ),
    { numRuns: 400 },
  )
})
