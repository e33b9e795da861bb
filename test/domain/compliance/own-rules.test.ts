/** The agency's own rules beside and instead of those that come with the app. */

import { expect, test } from 'vitest'

import { lint } from '../../../shared/domain/compliance/lint'
import type { OwnRule } from '../../../shared/domain/compliance/types'

function own(key: string, more: Partial<OwnRule> = {}): OwnRule {
  const blank = { market: null, category: null, language: null, level: null, terms: null, reason: null }
  return { key, ...blank, source: null, safer: null, off: false, ...more }
}

const found = (text: string, rules: readonly OwnRule[], market = 'US', language = 'en') =>
  lint({ text, language, market, category: null, claims: null, ties: null, own: rules })
const keys = (...given: Parameters<typeof found>) => found(...given).map(({ rule }) => rule)

test('a shipped rule is switched off, in one market or everywhere', () => {
  expect(keys('It is the cheapest.', [own('absolute.cheapest', { off: true })])).toEqual([])
  const inGermany = [own('absolute.cheapest', { off: true, market: 'DE' })]
  expect(keys('It is the cheapest.', inGermany, 'DE')).toEqual([])
  expect(keys('It is the cheapest.', inGermany, 'US')).toEqual(['absolute.cheapest'])
})

test('a change keeps what it leaves blank', () => {
  const [one] = found('It is the cheapest.', [own('absolute.cheapest', { level: 'hint', safer: 'fairly priced' })])
  expect(one).toMatchObject({ rule: 'absolute.cheapest', level: 'hint', safer: 'fairly priced', theme: 'absolute' })
  expect(one?.reason.en).toContain('absolute')
})

test('its terms take the place of those shipped, in its language alone', () => {
  const change = [own('absolute.cheapest', { terms: ['thrifty'], language: 'en' })]
  expect(keys('A thrifty one, the cheapest.', change)).toEqual(['absolute.cheapest'])
  expect(keys('最便宜', change, 'SG', 'zh')).toEqual(['absolute.cheapest'])
})

test('a new rule is found with its reason and source, where it applies', () => {
  const rule = own('brand.lumo', {
    terms: ['lumo*', '露莫'],
    reason: 'The client asks for the full name',
    source: 'Client guide 2026',
    safer: 'Lumora Beauty',
    level: 'stop',
    market: 'US',
  })
  expect(found('My Lumoglow', [rule])).toMatchObject([
    { rule: 'brand.lumo', theme: 'own', text: 'Lumoglow', level: 'stop', safer: 'Lumora Beauty', markets: ['US'] },
  ])
  expect(found('My Lumoglow', [rule])[0]?.source.title).toBe('Client guide 2026')
  expect(keys('露莫的面霜', [rule], 'US', 'zh')).toEqual(['brand.lumo'])
  expect(keys('My Lumoglow', [rule], 'GB')).toEqual([])
})

test('a rule for a category looks at products of that category', () => {
  const rule = own('own.food', { terms: ['tasty'], category: 'food' })
  const of = (category: string) =>
    lint({ text: 'A tasty bag', language: 'en', market: 'US', category, claims: null, ties: null, own: [rule] }).length
  expect(of('Food & Beverages')).toBe(1)
  expect(of('Luggage & Bags')).toBe(0)
})

test('a rule in a language without a pack is found there, beside the word that there is no pack', () => {
  const rule = own('own.es', { terms: ['barato'], language: 'es' })
  expect(keys('Es muy barato y me gusta', [rule], 'MX', 'es')).toEqual(['language.noPack', 'own.es'])
})
