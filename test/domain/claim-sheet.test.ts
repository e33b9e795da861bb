/** Claim sheets: which words hold for a product, a market and a day, and when a proof counts. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Claim, CLAIM_KINDS, claimSheetOf, proofOf } from '../../shared/domain/claim-sheet'

const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  productId: '100',
  market: '*',
  kind: 'allowed',
  text: 'Waterproof to 3 m',
  terms: [],
  language: null,
  proofFiles: 1,
  proofExpires: null,
  source: null,
  note: null,
  ...more,
})
const inUs = { productId: '100', market: 'US', day: '2026-03-01' }

describe('the sheet in force', () => {
  test('claims of the product and of every product, of the market and of every market', () => {
    const claims = [
      claim('a', { text: 'one' }),
      claim('b', { text: 'two', productId: '*' }),
      claim('c', { text: 'three', market: 'US' }),
      claim('d', { text: 'four', market: 'GB' }),
      claim('e', { text: 'five', productId: '200' }),
    ]
    expect(claimSheetOf(claims, inUs).allowed.map(({ text }) => text)).toEqual(['one', 'three', 'two'])
  })

  test('each kind stands by itself', () => {
    const claims = CLAIM_KINDS.map((kind, index) => claim(String(index), { kind, text: kind }))
    const { allowed, forbidden, mustSay, disclosure } = claimSheetOf(claims, inUs)
    expect([allowed, forbidden, mustSay, disclosure].map((list) => list.map(({ text }) => text))).toEqual(
      CLAIM_KINDS.map((kind) => [kind]),
    )
  })

  test('the closer of the same words holds: the market before the product in general, the product before the shop', () => {
    const claims = [
      claim('of market', { market: 'US', source: 'market' }),
      claim('wide', { productId: '*', market: 'US', source: 'shop', text: '  waterproof TO 3 m ' }),
      claim('zz', { source: 'product' }),
    ]
    expect(claimSheetOf(claims, inUs).allowed.map(({ source }) => source)).toEqual(['market'])
    expect(claimSheetOf(claims, { ...inUs, market: 'GB' }).allowed.map(({ source }) => source)).toEqual(['product'])
  })

  test('the same words in two languages are two claims', () => {
    const claims = [claim('a', { language: 'en' }), claim('b', { language: 'th' })]
    expect(claimSheetOf(claims, inUs).allowed).toHaveLength(2)
  })

  test('what is forbidden in a market is not allowed there, whoever allowed it in general', () => {
    const claims = [claim('a'), claim('b', { kind: 'forbidden', market: 'GB', text: 'waterproof to 3 m' })]
    expect(claimSheetOf(claims, { ...inUs, market: 'GB' })).toMatchObject({ allowed: [], forbidden: [{ id: 'b' }] })
    expect(claimSheetOf(claims, inUs).allowed).toHaveLength(1)
  })

  test('a claim is known by its terms, or by its text where it has none', () => {
    const claims = [claim('a', { text: 'A', terms: ['waterproof', ' '] }), claim('b', { text: 'B', terms: [''] })]
    expect(claimSheetOf(claims, inUs).allowed.map(({ known }) => known)).toEqual([['waterproof'], ['B']])
  })

  test('the order in which claims were written does not matter', () => {
    const some = fc.array(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        productId: fc.constantFrom('*', '100', '200'),
        market: fc.constantFrom('*', 'US', 'GB'),
        kind: fc.constantFrom(...CLAIM_KINDS),
        text: fc.constantFrom('one', 'ONE ', 'two'),
        language: fc.constantFrom(null, 'en'),
      }),
      { maxLength: 10 },
    )
    const unique = some.map((list) => [...new Map(list.map((one) => [one.id, claim(one.id, one)])).values()])
    fc.assert(
      fc.property(unique, (list) => {
        expect(claimSheetOf(list, inUs)).toEqual(claimSheetOf(list.toReversed(), inUs))
      }),
    )
  })
})

describe('proof', () => {
  test.each([
    ['no file', 0, null, 'missing', false],
    ['an end and no file', 0, '2027-01-01', 'missing', false],
    ['a file without an end', 1, null, 'proven', true],
    ['31 days left', 1, '2026-04-01', 'proven', true],
    ['30 days left', 1, '2026-03-31', 'proven', true],
    ['29 days left', 1, '2026-03-30', 'expiring', true],
    ['its last day', 1, '2026-03-01', 'expiring', true],
    ['the day after', 1, '2026-02-28', 'expired', false],
  ] as const)('%s', (_name, proofFiles, proofExpires, proof, isUsable) => {
    const sheet = claimSheetOf([claim('a', { proofFiles, proofExpires })], inUs)
    expect(sheet.allowed).toMatchObject([{ proof, isUsable }])
  })

  test.each(['forbidden', 'mustSay', 'disclosure'] as const)('%s needs none', (kind) => {
    expect(proofOf({ kind, proofFiles: 0, proofExpires: null }, '2026-03-01')).toBe('notNeeded')
  })
})
