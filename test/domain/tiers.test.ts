import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type OwnTier, tierOf, tiersOf, tierTable } from '../../shared/domain/tiers'

describe('tiers', () => {
  const shipped = tierTable([])

  test.each([
    [0, 'nano'],
    [9_999, 'nano'],
    [10_000, 'mid'],
    [499_999, 'mid'],
    // The industry article leaves 500,000 to 1,000,000 without a tier.
    [500_000, 'upperMid'],
    [750_000, 'upperMid'],
    [999_999, 'upperMid'],
    [1_000_000, 'head'],
    [150_000_000, 'head'],
  ])('%i followers are %s as shipped', (followers, key) => {
    expect(tierOf(followers, 'US', shipped)?.key).toBe(key)
  })

  test('followers that nobody knows have no tier', () => {
    expect(tierOf(null, 'US', shipped)).toBeNull()
  })

  const own = (market: string, key: string, fromFollowers: number | null, more: Partial<OwnTier> = {}): OwnTier => ({
    market,
    key,
    name: null,
    fromFollowers,
    archived: false,
    ...more,
  })

  test('a market has its own where somebody said so, and every other one those of all markets', () => {
    const table = tierTable([
      own('*', 'mid', 20_000),
      own('VN', 'head', 300_000),
      own('VN', 'upperMid', null, { archived: true }),
      own('VN', 'koc', 3_000, { name: 'KOC' }),
    ])
    expect(tiersOf('VN', table).map(({ key, from }) => [key, from])).toEqual([
      ['nano', 0],
      ['koc', 3_000],
      ['mid', 20_000],
      ['head', 300_000],
    ])
    expect(tierOf(15_000, 'US', table)?.key).toBe('nano')
    expect(tierOf(15_000, 'VN', table)?.name).toBe('KOC')
    expect(tierOf(600_000, 'VN', table)?.key).toBe('head')
    expect(tierOf(600_000, 'TH', table)?.key).toBe('upperMid')
  })

  test('whatever lower ends somebody types, every number of followers is in exactly one tier, the highest it reaches', () => {
    const tier = fc.record({
      key: fc.constantFrom('nano', 'mid', 'upperMid', 'head', 'x', 'y'),
      from: fc.nat(2_000_000),
    })
    fc.assert(
      fc.property(fc.array(tier, { minLength: 1, maxLength: 8 }), fc.nat(3_000_000), (tiers, followers) => {
        const table = tierTable(tiers.map(({ key, from }) => own('TH', key, from)))
        const found = tierOf(followers, 'TH', table)
        const list = tiersOf('TH', table)
        const reached = list.filter(({ from }) => from <= followers)
        expect(found?.key).toBe((reached.at(-1) ?? list[0])?.key)
      }),
    )
  })
})
