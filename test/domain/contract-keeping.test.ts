/** Which post keeps which deliverable of a contract. */

import { describe, expect, test } from 'vitest'

import { type Deliverable, fits, keptBy, type ValidPost } from '../../shared/domain/contract-keeping'

const MARCH = { fromDay: '2026-03-01', toDay: '2026-03-31', product: null }
const post = (contentId: string, day: string | null, more: Partial<ValidPost> = {}): ValidPost => ({
  contentId,
  kind: 'video',
  day,
  productId: '1729',
  productName: 'Vitamin C Serum 30 ml',
  ...more,
})
const owed = (id: string, dueDay: string | null, more: Partial<Deliverable> = {}): Deliverable => ({
  id,
  kind: 'video',
  dueDay,
  contentId: null,
  isDone: false,
  isWaived: false,
  ...more,
})

describe('a post', () => {
  test.each([
    ['the first day', '2026-03-01', true],
    ['the last day', '2026-03-31', true],
    ['the day before', '2026-02-28', false],
    ['the day after', '2026-04-01', false],
    ['no day that anybody knows', null, false],
  ])('of %s', (_, day, isFit) => {
    expect(fits(MARCH, post('a', day))).toBe(isFit)
  })

  test('without a day fits a contract without days', () => {
    expect(fits({ fromDay: null, toDay: null, product: null }, post('a', null))).toBe(true)
  })

  test.each([
    ['serum', true],
    ['Vitamin C Serum 30 ml (gift box)', true],
    ['1729', true],
    ['Lip oil', false],
    ['  ', true],
  ])('of the serum, where the contract names “%s”', (product, isFit) => {
    expect(fits({ ...MARCH, product }, post('a', '2026-03-05'))).toBe(isFit)
  })

  test('of a product without a name does not fit a contract that names one', () => {
    expect(fits({ ...MARCH, product: 'serum' }, post('a', '2026-03-05', { productName: null }))).toBe(false)
  })
})

describe('deliverables', () => {
  const first = owed('v1', '2026-03-10')
  const second = owed('v2', '2026-03-20')

  test('are kept in the order of their days by posts in the order of theirs, each post once', () => {
    const posts = [
      post('late', '2026-03-09'),
      post('early', '2026-03-02'),
      post('early', '2026-03-02', { productId: '2' }),
    ]
    expect(keptBy(MARCH, [second, first], posts)).toEqual([
      { id: 'v1', contentId: 'early' },
      { id: 'v2', contentId: 'late' },
    ])
    expect(keptBy(MARCH, [first], posts)).toEqual([{ id: 'v1', contentId: 'early' }])
  })

  test('of one kind are not kept by the other', () => {
    expect(keptBy(MARCH, [owed('l1', null, { kind: 'live' })], [post('a', '2026-03-02')])).toEqual([])
  })

  test('stay as they are while their post fits, and are open again when it does not', () => {
    const kept = { ...first, isDone: true, contentId: 'a' }
    expect(keptBy(MARCH, [kept, second], [post('a', '2026-03-02')])).toEqual([])
    expect(keptBy(MARCH, [kept], [])).toEqual([{ id: 'v1', contentId: null }])
    // Another post takes its place at once.
    expect(keptBy(MARCH, [kept], [post('b', '2026-03-03')])).toEqual([{ id: 'v1', contentId: 'b' }])
  })

  test('that people marked, waived or opened again are theirs', () => {
    const theirs = [
      { ...first, isDone: true },
      { ...first, isWaived: true },
      { ...first, contentId: 'a' },
    ]
    for (const one of theirs) expect(keptBy(MARCH, [one], [post('a', '2026-03-02')])).toEqual([])
    expect(keptBy(MARCH, [{ ...first, isDone: true }], [])).toEqual([])
  })
})
