import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readPostLinks } from '../../shared/domain/post-links'
import { judgePost, POST_RULES, type PostFacts } from '../../shared/domain/valid-post'

const DAY = 86_400_000
const POSTED = Date.UTC(2026, 2, 1, 12)

/** A video of 24 seconds with the right product, seen online on day 8, hands on the product. */
const VIDEO: PostFacts = {
  kind: 'video',
  postedAt: POSTED,
  seconds: 24,
  rightProduct: true,
  onlineAt: POSTED + 8 * DAY,
  goneAt: null,
  viewers: null,
  shown: true,
}
const LIVE: PostFacts = { ...VIDEO, kind: 'live', seconds: 25 * 60, onlineAt: null, viewers: 340 }
const judged = (facts: PostFacts, now = POSTED + 9 * DAY) => judgePost(facts, POST_RULES, now)

describe('a post that answers a sample', () => {
  test('counts for both: a video that stayed, a LIVE that lasted', () => {
    for (const facts of [VIDEO, LIVE])
      expect(judged(facts)).toEqual({
        platform: { counts: true, reasons: [] },
        us: { counts: true, reasons: [] },
        verdict: 'valid',
      })
  })

  test('counts for the platform after three days and not for us before seven', () => {
    const facts = { ...VIDEO, onlineAt: POSTED + 4 * DAY }
    expect(judged(facts, POSTED + 5 * DAY)).toEqual({
      platform: { counts: true, reasons: [] },
      us: { counts: null, reasons: ['tooEarly'] },
      verdict: 'open',
    })
    // Day nine: somebody has to look again.
    expect(judged(facts).us).toEqual({ counts: null, reasons: ['notSeenSince'] })
  })

  test('deleted on day five: fulfilled for the platform, a deleted video for us', () => {
    const facts = { ...VIDEO, onlineAt: POSTED + 4 * DAY, goneAt: POSTED + 5 * DAY }
    expect(judged(facts)).toEqual({
      platform: { counts: true, reasons: [] },
      us: { counts: false, reasons: ['gone'] },
      verdict: 'deleted',
    })
  })

  test('private for a day and back again is not deleted', () => {
    expect(judged({ ...VIDEO, goneAt: POSTED + 2 * DAY }).us.counts).toBe(true)
  })

  test('a LIVE of one minute, or one that nobody watched', () => {
    expect(judged({ ...LIVE, seconds: 60 })).toEqual({
      platform: { counts: false, reasons: ['tooShort'] },
      us: { counts: false, reasons: ['tooShort'] },
      verdict: 'tooShort',
    })
    expect(judged({ ...LIVE, viewers: 0 })).toEqual({
      platform: { counts: true, reasons: [] },
      us: { counts: false, reasons: ['nobodyWatched'] },
      verdict: 'emptyLive',
    })
  })

  test('another product counts for nobody; a product never shown counts for the platform alone', () => {
    expect(judged({ ...VIDEO, rightProduct: false })).toMatchObject({
      platform: { counts: false },
      us: { counts: false },
      verdict: 'wrongProduct',
    })
    expect(judged({ ...VIDEO, shown: false })).toMatchObject({
      platform: { counts: true },
      us: { counts: false, reasons: ['notShown'] },
      verdict: 'notShown',
    })
  })

  test('exactly at the end of the days it counts, a millisecond before it does not', () => {
    const end = POSTED + 7 * DAY
    expect(judged({ ...VIDEO, onlineAt: end }).us.counts).toBe(true)
    expect(judged({ ...VIDEO, onlineAt: end - 1 }).us.counts).toBe(null)
  })
})

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const facts: fc.Arbitrary<PostFacts> = fc.record({
  kind: fc.constantFrom('video' as const, 'live' as const),
  postedAt: maybe(fc.constant(POSTED)),
  seconds: maybe(fc.nat(4000)),
  rightProduct: maybe(fc.boolean()),
  onlineAt: maybe(fc.integer({ min: POSTED, max: POSTED + 20 * DAY })),
  goneAt: maybe(fc.integer({ min: POSTED, max: POSTED + 20 * DAY })),
  viewers: maybe(fc.nat(10)),
  shown: maybe(fc.boolean()),
})

test('what is not known never speaks against a post, and what counts for us has no reasons', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: POSTED, max: POSTED + 20 * DAY }), (post, now) => {
      const { platform, us, verdict } = judged(post, now)
      for (const counted of [platform, us]) expect(counted.counts === true).toBe(counted.reasons.length === 0)
      expect(verdict === 'valid').toBe(us.counts === true)
      const nothing = { ...post, seconds: null, rightProduct: null, goneAt: null, viewers: null, shown: null }
      expect(judged(nothing, now).us.counts).not.toBe(false)
    }),
  )
})

describe('pasted links', () => {
  const ids = (text: string) => readPostLinks(text).map(({ videoId, handle, problem }) => [videoId, handle, problem])

  test('one a line, among words, twice, with what follows the question mark', () => {
    expect(
      ids(
        [
          'https://www.tiktok.com/@mia.glow/video/7412345678901234567?is_from_webapp=1',
          '已发布：https://www.tiktok.com/@linh_daily/video/7412345678901234568，麻烦确认',
          '',
          'www.tiktok.com/@mia.glow/video/7412345678901234567',
        ].join('\n'),
      ),
    ).toEqual([
      ['7412345678901234567', 'mia.glow', null],
      ['7412345678901234568', 'linh_daily', null],
    ])
  })

  test('short links and other lines are named with what is missing', () => {
    expect(
      readPostLinks('https://vt.tiktok.com/ZSabc123/\nposted yesterday').map(({ line, problem }) => [line, problem]),
    ).toEqual([
      [1, 'short'],
      [2, 'noVideo'],
    ])
  })
})
