/** Cases from the field with answers worked out by hand. */

import { describe, expect, test } from 'vitest'

import { flagsOf } from '../../shared/domain/flags'
import { type Audience, marketMatch } from '../../shared/domain/market-match'
import type { Observation } from '../../shared/domain/metrics'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 31, 12)

let ids = 0
function seen(values: Observation['values'], more: Partial<Observation> = {}): Observation {
  ids += 1
  return {
    id: `o${ids}`,
    creatorId: 'c',
    listId: null,
    shopId: null,
    source: 'fastmoss',
    periodFrom: '2026-01-01',
    periodTo: '2026-01-30',
    observedAt: NOW,
    currency: 'USD',
    values,
    ...more,
  }
}

describe('flags', () => {
  test('25 comments on 20,000 likes are few: 0.13 % against 0.2 %', () => {
    // 25 / 20,000 = 0.00125 = 12.5 basis points, rounded 13; below 20.
    expect(flagsOf([seen({ comments: 25, likes: 20_000 })])).toMatchObject([
      {
        flag: 'commentsPerLike',
        side: 'low',
        value: 13,
        bound: 20,
        parts: { comments: 25, likes: 20_000 },
        seen: { source: 'fastmoss', periodTo: '2026-01-30' },
      },
    ])
  })

  test('7,000 comments on 20,000 likes are many: 35 % against 30 %', () => {
    expect(flagsOf([seen({ comments: 7_000, likes: 20_000 })])).toMatchObject([
      { flag: 'commentsPerLike', side: 'high', value: 3500, bound: 3000 },
    ])
  })

  test('320,000 followers of whom 2,400 watch: 0.75 % against 1 %', () => {
    expect(flagsOf([seen({ avgViews: 2_400, followers: 320_000 })])).toMatchObject([
      { flag: 'viewsPerFollower', side: 'low', value: 75, bound: 100 },
    ])
  })

  test('a small creator whose video was recommended widely is ordinary', () => {
    expect(flagsOf([seen({ avgViews: 900_000, followers: 12_000 })])).toEqual([])
  })

  test('2 million views and $300 of sales: 15 cents per 1,000 views against 20', () => {
    // 30,000 cents × 1,000 / 2,000,000 = 15.
    expect(flagsOf([seen({ videoGmv: 30_000, gmv: 900_000, videoViews: 2_000_000 })])).toMatchObject([
      { flag: 'gmvPerThousandViews', side: 'low', value: 15, bound: 20, currency: 'USD' },
    ])
  })

  test('100,000 views and $20,000 of sales: $200 per 1,000 views, as bought orders would look', () => {
    expect(flagsOf([seen({ gmv: 2_000_000, videoViews: 100_000 })])).toMatchObject([
      { flag: 'gmvPerThousandViews', side: 'high', value: 20_000, bound: 15_000 },
    ])
  })

  test('sales in a currency without bounds are not judged', () => {
    expect(flagsOf([seen({ gmv: 1, videoViews: 2_000_000 }, { currency: 'SAR' })])).toEqual([])
  })

  test('40,000 followers that become 62,000 in eleven days: 55 % more against 50 %', () => {
    const before = seen({ followers: 40_000 }, { observedAt: NOW - 11 * DAY })
    expect(flagsOf([seen({ followers: 62_000 }), before])).toMatchObject([
      {
        flag: 'followerJump',
        side: 'high',
        value: 5500,
        parts: { followers: 62_000, followersBefore: 40_000 },
        before,
      },
    ])
  })

  test('followers that go are told too: 100,000 to 78,000', () => {
    const before = seen({ followers: 100_000 }, { observedAt: NOW - 20 * DAY })
    expect(flagsOf([before, seen({ followers: 78_000 })])).toMatchObject([
      { flag: 'followerJump', side: 'low', value: -2200 },
    ])
  })

  test.each([
    ['the same growth over two months', { observedAt: NOW - 61 * DAY }],
    ['another source', { observedAt: NOW - 11 * DAY, source: 'kalodata' as const }],
  ])('%s is no jump', (_, more) => {
    expect(flagsOf([seen({ followers: 40_000 }, more), seen({ followers: 62_000 })])).toEqual([])
  })

  test('nothing is flagged where a part is missing or comes from another observation', () => {
    expect(flagsOf([])).toEqual([])
    expect(flagsOf([seen({ comments: 1 }), seen({ likes: 90_000 }), seen({ followers: 900_000 })])).toEqual([])
  })

  test('the newest observation with both parts is judged, in whatever order they come', () => {
    const old = seen({ comments: 1, likes: 50_000 }, { observedAt: NOW - 40 * DAY })
    const ordinary = seen({ comments: 900, likes: 50_000 })
    expect(flagsOf([ordinary, old])).toEqual([])
    expect(flagsOf([old, ordinary])).toEqual([])
  })
})

describe('the market guard', () => {
  const who = (more: Partial<Audience>): Audience => ({
    market: null,
    language: null,
    audienceMarket: null,
    audienceLanguage: null,
    ...more,
  })

  test('150 of 159 requests of a Japanese shop came from creators elsewhere: those 150 are told', () => {
    const requests = [
      ...Array.from({ length: 60 }, () => who({ market: 'US' })),
      ...Array.from({ length: 50 }, () => who({ audienceMarket: 'ID', market: 'JP' })),
      ...Array.from({ length: 40 }, () => who({ audienceLanguage: 'vi' })),
      ...Array.from({ length: 9 }, () => who({ market: 'JP', audienceMarket: 'JP', audienceLanguage: 'ja' })),
    ]
    expect(requests.filter((one) => marketMatch(one, 'JP').state === 'mismatch')).toHaveLength(150)
  })

  test('what was seen and wanted is named', () => {
    expect(marketMatch(who({ market: 'MX', audienceLanguage: 'pt-BR' }), 'MX')).toEqual({
      state: 'mismatch',
      reasons: [{ about: 'audienceLanguage', seen: 'pt-BR', wanted: 'MX' }],
    })
    expect(marketMatch(who({ market: 'GB', audienceMarket: 'US' }), 'GB').reasons).toEqual([
      { about: 'audienceMarket', seen: 'US', wanted: 'GB' },
    ])
  })

  test.each([
    ['nothing is known', who({}), 'JP', 'unknown'],
    ['only a language that many markets share is known', who({ language: 'en' }), 'US', 'unknown'],
    ['the language is no code', who({ market: 'TH', language: 'Thai, mostly' }), 'TH', 'match'],
    ['Britain is written UK', who({ market: 'UK', language: 'en-GB' }), 'GB', 'match'],
    ['the audience is there though the creator is not', who({ market: 'CN', audienceMarket: 'TH' }), 'TH', 'match'],
    ['Spanish is spoken in the United States', who({ market: 'US', audienceLanguage: 'es' }), 'US', 'match'],
  ])('%s', (_, creator, market, state) => {
    expect(marketMatch(creator, market).state).toBe(state)
  })
})
