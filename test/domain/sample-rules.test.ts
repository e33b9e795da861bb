/** What the rules suggest for a request: cases worked out by hand, and what must hold for every rule and request. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { allot } from '../../shared/domain/sample-allotment'
import {
  declineCodeFor,
  judge,
  readSampleRules,
  type RequestFacts,
  type SampleRules,
  SHIPPED_SAMPLE_RULES,
  suggestionOf,
} from '../../shared/domain/sample-rules'
import { anyFacts, anyRules, OFF, request, supplies } from '../support/sample-requests'

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
    const having = (value: number, old = false) => request({ followers: { value, old } })
    expect(said(having(5000), rules).lines).toEqual([['followers', 'approve', 5000, 5000, null]])
    expect(said(having(4999), rules).lines).toEqual([['followers', 'decline', 4999, 5000, null]])
    expect(said(having(4999, true), rules).lines).toEqual([['followers', 'ask', 4999, 5000, 'old']])
    expect(said(having(5001, true), rules).suggestion).toBe('approve')
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
    const categories = { any: ['Beauty & Personal Care', '美妆个护'], otherwise: 'decline' as const }
    expect(said(request({ category: ' beauty & personal care ' }), { categories }).suggestion).toBe('approve')
    expect(said(request({ category: '3C数码' }), { categories }).suggestion).toBe('decline')
    expect(said(request(), { categories }).suggestion).toBe('ask')
    const jp = { state: 'mismatch', seen: ['US'] } as const
    expect(said(request({ market: jp }), { market: 'decline' }).suggestion).toBe('decline')
    expect(said(request(), { market: 'decline' }).suggestion).toBe('ask')
    const duplicates = { days: 90, sameClient: false, otherwise: 'ask' } as const
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

const GRAVITY = ['approve', 'ask', 'decline']

describe('for every request and every rules', () => {
  test('a further line never makes a suggestion milder', () => {
    const keys = Object.keys(OFF).filter((key) => !['currency', 'stock', 'caps'].includes(key))
    fc.assert(
      fc.property(anyFacts, anyRules, fc.constantFrom(...keys), (one, all, key) => {
        const less = suggestionOf(judge(one, { ...all, [key]: null }))
        const more = suggestionOf(judge(one, all))
        expect(GRAVITY.indexOf(more)).toBeGreaterThanOrEqual(GRAVITY.indexOf(less))
      }),
    )
  })

  test('what is not known declines nobody', () => {
    fc.assert(
      fc.property(anyRules, (all) => {
        expect(suggestionOf(judge(request(), all))).not.toBe('decline')
      }),
    )
  })
})
