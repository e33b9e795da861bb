/** What the rules suggest for a request: cases worked out by hand, and what must hold for every rule and request. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { allot, type Judged, type Supplies } from '../../shared/domain/sample-allotment'
import {
  declineCodeFor,
  judge,
  readSampleRules,
  type RequestFacts,
  type SampleRules,
  SHIPPED_SAMPLE_RULES,
  suggestionOf,
} from '../../shared/domain/sample-rules'

const OFF: SampleRules = {
  currency: 'USD',
  followers: null,
  gmv: null,
  postRate: null,
  score: null,
  flags: null,
  categories: null,
  market: null,
  openSamples: null,
  ghosted: null,
  coolDownDays: null,
  price: null,
  duplicates: null,
  stock: false,
  caps: { shopDay: null, shopWeek: null, personDay: null, personWeek: null },
}

const request = (fields: Partial<RequestFacts> = {}): RequestFacts => ({
  id: 'a',
  requestedAt: 1000,
  shopId: 'us',
  productId: '1',
  skuId: null,
  quantity: 1,
  blocked: false,
  offline: false,
  followers: null,
  gmv: null,
  ended: { posts: 0, of: 0 },
  sourcePostRate: null,
  score: null,
  flags: [],
  category: null,
  market: { state: 'unknown', seen: [] },
  openSamples: 0,
  ghosted: 0,
  daysSinceSample: null,
  price: null,
  duplicates: [],
  ...fields,
})

const said = (facts: RequestFacts, rules: Partial<SampleRules>) => {
  const lines = judge(facts, { ...OFF, ...rules })
  return {
    suggestion: suggestionOf(lines),
    lines: lines.map(({ rule, result, found, wanted, because }) => [rule, result, found, wanted, because]),
  }
}

describe('one request', () => {
  test('without any rule everything is approved, and nothing is said', () => {
    expect(said(request(), {})).toEqual({ suggestion: 'approve', lines: [] })
  })

  test('a blocked creator and a product that is not for sale are declined whatever the rules say', () => {
    expect(said(request({ blocked: true }), {}).suggestion).toBe('decline')
    expect(said(request({ offline: true }), {}).suggestion).toBe('decline')
  })

  test('followers: at the bound approves, below it declines, unknown and old ask', () => {
    const rules = { followers: { bound: 5000, otherwise: 'decline' } } as const
    const with_ = (value: number, old = false) => request({ followers: { value, old } })
    expect(said(with_(5000), rules).lines).toEqual([['followers', 'approve', 5000, 5000, null]])
    expect(said(with_(4999), rules).lines).toEqual([['followers', 'decline', 4999, 5000, null]])
    expect(said(with_(4999, true), rules).lines).toEqual([['followers', 'ask', 4999, 5000, 'old']])
    expect(said(with_(5001, true), rules).suggestion).toBe('approve')
    expect(said(request(), rules).lines).toEqual([['followers', 'ask', null, 5000, 'unknown']])
  })

  test('what they sold in our shop alone approves when it is enough, and asks when it is not', () => {
    const rules = { gmv: { bound: 100_000, otherwise: 'decline' } } as const
    expect(said(request({ gmv: { value: 120_000, old: false, atLeast: true } }), rules).suggestion).toBe('approve')
    expect(said(request({ gmv: { value: 80_000, old: false, atLeast: true } }), rules).suggestion).toBe('ask')
    expect(said(request({ gmv: { value: 80_000, old: false } }), rules).suggestion).toBe('decline')
  })

  test('post rate: from the second ended sample our own, before that a source, for newcomers no line', () => {
    const rules = { postRate: { bound: 5000, otherwise: 'decline' } } as const
    // 1 of 3 is 33.33 %.
    expect(said(request({ ended: { posts: 1, of: 3 } }), rules).lines).toEqual([
      ['postRate', 'decline', 3333, 5000, null],
    ])
    expect(said(request({ ended: { posts: 1, of: 2 } }), rules).suggestion).toBe('approve')
    const source = { sourcePostRate: { value: 6085, old: false } }
    expect(said(request({ ended: { posts: 0, of: 1 }, ...source }), rules).lines).toEqual([
      ['postRate', 'approve', 6085, 5000, null],
    ])
    expect(said(request(), rules)).toEqual({ suggestion: 'approve', lines: [] })
  })

  test('open and unposted samples, waits, price, flags, category, market, repeats', () => {
    const otherwise = 'ask' as const
    expect(said(request({ openSamples: 2 }), { openSamples: { bound: 2, otherwise } }).suggestion).toBe('approve')
    expect(said(request({ openSamples: 3 }), { openSamples: { bound: 2, otherwise } }).suggestion).toBe('ask')
    expect(said(request({ ghosted: 2 }), { ghosted: { bound: 1, otherwise: 'decline' } }).suggestion).toBe('decline')
    expect(said(request({ daysSinceSample: 29 }), { coolDownDays: { bound: 30, otherwise } }).suggestion).toBe('ask')
    expect(said(request({ daysSinceSample: 30 }), { coolDownDays: { bound: 30, otherwise } }).suggestion).toBe(
      'approve',
    )
    expect(said(request(), { coolDownDays: { bound: 30, otherwise } }).lines).toEqual([])
    expect(said(request({ price: 8001 }), { price: { bound: 8000, otherwise } }).suggestion).toBe('ask')
    expect(said(request(), { price: { bound: 8000, otherwise: 'decline' } }).suggestion).toBe('ask')
    expect(said(request({ flags: ['engagement'] }), { flags: 'decline' }).suggestion).toBe('decline')
    const categories = { any: ['Beauty & Personal Care', '美妆个护'], otherwise: 'decline' } as const
    expect(said(request({ category: ' beauty & personal care ' }), { categories }).suggestion).toBe('approve')
    expect(said(request({ category: '3C数码' }), { categories }).suggestion).toBe('decline')
    expect(said(request(), { categories }).suggestion).toBe('ask')
    const jp = { state: 'mismatch', seen: ['US'] } as const
    expect(said(request({ market: jp }), { market: 'decline' }).suggestion).toBe('decline')
    expect(said(request(), { market: 'decline' }).suggestion).toBe('ask')
    const duplicates = { days: 90, otherwise: 'ask' } as const
    expect(said(request({ duplicates: ['phone'] }), { duplicates }).suggestion).toBe('ask')
  })

  test('the platform is told what fits: off sale, out of stock, else no match', () => {
    expect(declineCodeFor(judge(request({ offline: true, blocked: true }), OFF))).toBe('OFFLINE')
    expect(declineCodeFor(judge(request({ blocked: true }), OFF))).toBe('NOT_MATCH')
    const [short] = allot([{ facts: request({ quantity: 3 }), lines: [] }], supplies({ available: 2 }))
    expect(declineCodeFor(short?.lines ?? [])).toBe('OUT_OF_STOCK')
  })

  test('a record that says nonsense in one line leaves that line as it was', () => {
    const read = readSampleRules({ followers: { bound: -3, otherwise: 'decline' }, market: 'decline', later: 1 })
    expect(read).toEqual({ ...SHIPPED_SAMPLE_RULES, market: 'decline' })
    expect(readSampleRules('[')).toEqual(SHIPPED_SAMPLE_RULES)
    expect(readSampleRules({ followers: null }).followers).toBeNull()
  })
})

interface Given {
  readonly caps?: Partial<SampleRules['caps']>
  readonly used?: Partial<Record<keyof SampleRules['caps'], number>>
  readonly available?: number | null
  readonly floor?: number | null
}

const NONE_USED = { shopDay: 0, shopWeek: 0, personDay: 0, personWeek: 0 }

function supplies({ caps = {}, used = {}, available = null, floor = null }: Given): Supplies {
  return {
    rules: () => ({ ...OFF, stock: true, caps: { ...OFF.caps, ...caps } }),
    used: () => ({ ...NONE_USED, ...used }),
    stock: () => ({ available, floor }),
  }
}

const waiting = (count: number, fields: Partial<RequestFacts> = {}): Judged[] =>
  Array.from({ length: count }, (_, at) => ({
    facts: request({ id: `r${at}`, requestedAt: 1000 + at, ...fields }),
    lines: [],
  }))

const allotted = (judged: readonly Judged[], given: Given) =>
  allot(judged, supplies(given)).map(({ facts, lines }) => `${facts.id} ${suggestionOf(lines)}`)

describe('caps and stock', () => {
  test('a cap of three with one approved already leaves two, the oldest first', () => {
    const given = { caps: { shopDay: 3 }, used: { shopDay: 1 } }
    expect(allotted(waiting(4).toReversed(), given)).toEqual(['r0 approve', 'r1 approve', 'r2 ask', 'r3 ask'])
  })

  test('the week holds beside the day, the person beside the shop', () => {
    const given = { caps: { shopDay: 9, shopWeek: 9, personWeek: 5 }, used: { personWeek: 4 } }
    expect(allotted(waiting(2), given)).toEqual(['r0 approve', 'r1 ask'])
  })

  test('what is declined or asked anyway uses up no cap', () => {
    const [first, ...others] = waiting(3)
    const blocked: Judged = { facts: first!.facts, lines: judge(request({ blocked: true }), OFF) }
    expect(allotted([blocked, ...others], { caps: { shopDay: 2 } })).toEqual(['r0 decline', 'r1 approve', 'r2 approve'])
  })

  test('a floor of ten stops at nine left: twelve pieces serve three', () => {
    expect(allotted(waiting(5), { available: 12, floor: 10 })).toEqual([
      'r0 approve',
      'r1 approve',
      'r2 approve',
      'r3 ask',
      'r4 ask',
    ])
  })

  test('three pieces are not in a stock of two; a stock that nobody counted says nothing without a floor', () => {
    expect(allotted(waiting(1, { quantity: 3 }), { available: 2 })).toEqual(['r0 ask'])
    expect(allotted(waiting(1), {})).toEqual(['r0 approve'])
    expect(allotted(waiting(1), { floor: 5 })).toEqual(['r0 ask'])
  })
})

const figure = fc.option(fc.record({ value: fc.integer({ min: 0, max: 20 }), old: fc.boolean() }), { nil: null })
const facts: fc.Arbitrary<RequestFacts> = fc
  .record({
    id: fc.uuid(),
    requestedAt: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    shopId: fc.constantFrom('us', 'vn'),
    quantity: fc.integer({ min: 1, max: 3 }),
    blocked: fc.boolean(),
    offline: fc.boolean(),
    followers: figure,
    gmv: figure,
    sourcePostRate: figure,
    score: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    flags: fc.array(fc.constant('engagement'), { maxLength: 2 }),
    category: fc.option(fc.constantFrom('beauty', 'toys'), { nil: null }),
    market: fc.record({
      state: fc.constantFrom('match' as const, 'mismatch' as const, 'unknown' as const),
      seen: fc.constant([]),
    }),
    openSamples: fc.integer({ min: 0, max: 4 }),
    ghosted: fc.integer({ min: 0, max: 4 }),
    daysSinceSample: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    price: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    duplicates: fc.array(fc.constant('phone'), { maxLength: 1 }),
  })
  .map(request)

const otherwise = fc.constantFrom('decline' as const, 'ask' as const)
const bound = fc.option(fc.record({ bound: fc.integer({ min: 0, max: 20 }), otherwise }), { nil: null })
const cap = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null })
const rules: fc.Arbitrary<SampleRules> = fc.record({
  currency: fc.constant('USD'),
  followers: bound,
  gmv: bound,
  postRate: bound,
  score: bound,
  flags: fc.option(otherwise, { nil: null }),
  categories: fc.option(fc.record({ any: fc.constant(['beauty']), otherwise }), { nil: null }),
  market: fc.option(otherwise, { nil: null }),
  openSamples: bound,
  ghosted: bound,
  coolDownDays: bound,
  price: bound,
  duplicates: fc.option(fc.record({ days: fc.constant(90), otherwise }), { nil: null }),
  stock: fc.boolean(),
  caps: fc.record({ shopDay: cap, shopWeek: cap, personDay: cap, personWeek: cap }),
})

const GRAVITY = ['approve', 'ask', 'decline']

describe('for every request and every rules', () => {
  test('a further line never makes a suggestion milder', () => {
    const keys = Object.keys(OFF).filter((key) => !['currency', 'stock', 'caps'].includes(key))
    fc.assert(
      fc.property(facts, rules, fc.constantFrom(...keys), (one, all, key) => {
        const less = suggestionOf(judge(one, { ...all, [key]: null }))
        const more = suggestionOf(judge(one, all))
        expect(GRAVITY.indexOf(more)).toBeGreaterThanOrEqual(GRAVITY.indexOf(less))
      }),
    )
  })

  test('what is not known declines nobody', () => {
    fc.assert(
      fc.property(rules, (all) => {
        expect(suggestionOf(judge(request(), all))).not.toBe('decline')
      }),
    )
  })

  test('without caps and stock the order of the requests changes nothing', () => {
    const plain = { ...OFF.caps }
    fc.assert(
      fc.property(fc.uniqueArray(facts, { selector: ({ id }) => id, maxLength: 12 }), rules, (all, own) => {
        const given: Supplies = { ...supplies({}), rules: () => ({ ...own, stock: false, caps: plain }) }
        const judged = all.map((one) => ({ facts: one, lines: judge(one, own) }))
        const there = allot(judged, given)
        expect(allot(judged.toReversed(), given)).toEqual(there)
        for (const { facts: one, lines } of there) expect(suggestionOf(lines)).toBe(suggestionOf(judge(one, own)))
      }),
    )
  })

  test('with caps it is the same at everybody, never more than a cap, and caps turn nothing but green to ask', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(facts, { selector: ({ id }) => id, maxLength: 15 }),
        rules,
        fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }),
        fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
        (all, own, available, floor) => {
          const given: Supplies = { ...supplies({ available, floor }), rules: () => own }
          const judged = all.map((one) => ({ facts: one, lines: judge(one, own) }))
          const there = allot(judged, given)
          expect(allot(judged.toReversed(), given)).toEqual(there)
          const before = new Map(judged.map(({ facts: one, lines }) => [one.id, suggestionOf(lines)]))
          for (const shopId of ['us', 'vn']) {
            const mine = there.filter(({ facts: one }) => one.shopId === shopId)
            const green = mine.filter(({ lines }) => suggestionOf(lines) === 'approve')
            for (const limit of Object.values(own.caps))
              if (limit !== null) expect(green.length).toBeLessThanOrEqual(limit)
            if (own.stock && available !== null)
              expect(green.reduce((sum, { facts: one }) => sum + one.quantity, 0)).toBeLessThanOrEqual(available)
            for (const { facts: one, lines } of mine) {
              const was = before.get(one.id)
              const now = suggestionOf(lines)
              expect(now === was || (was === 'approve' && now === 'ask')).toBe(true)
            }
          }
        },
      ),
    )
  })
})
