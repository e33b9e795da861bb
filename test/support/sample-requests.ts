/** Made-up requests, rules and stock, by hand and at random. */

import fc from 'fast-check'

import type { Supplies } from '../../shared/domain/sample-allotment'
import type { RequestFacts, SampleRules } from '../../shared/domain/sample-rules'

/** No rule at all. */
export const OFF: SampleRules = {
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

/** A request of which nothing is known. */
export const request = (fields: Partial<RequestFacts> = {}): RequestFacts => ({
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

export interface Given {
  readonly caps?: Partial<SampleRules['caps']>
  readonly used?: Partial<Record<keyof SampleRules['caps'], number>>
  readonly available?: number | null
  readonly floor?: number | null
}

const NONE_USED = { shopDay: 0, shopWeek: 0, personDay: 0, personWeek: 0 }

export function supplies({ caps = {}, used = {}, available = null, floor = null }: Given): Supplies {
  return {
    rules: () => ({ ...OFF, stock: true, caps: { ...OFF.caps, ...caps } }),
    used: () => ({ ...NONE_USED, ...used }),
    stock: () => ({ available, floor }),
  }
}

const figure = fc.option(fc.record({ value: fc.integer({ min: 0, max: 20 }), old: fc.boolean() }), { nil: null })
export const anyFacts: fc.Arbitrary<RequestFacts> = fc
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
export const anyRules: fc.Arbitrary<SampleRules> = fc.record({
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
  duplicates: fc.option(fc.record({ days: fc.constant(90), sameClient: fc.boolean(), otherwise }), { nil: null }),
  stock: fc.boolean(),
  caps: fc.record({ shopDay: cap, shopWeek: cap, personDay: cap, personWeek: cap }),
})
