/** Script templates that come with the app keep the rules that they are there for. */

import { describe, expect, test } from 'vitest'

import { lint } from '../../../shared/domain/compliance/lint'
import { SHIPPED_TEMPLATES } from '../../../shared/domain/compliance/shipped-templates'
import { keepsSignOff } from '../../../shared/domain/compliance/templates'
import { PACK_LANGUAGES } from '../../../shared/domain/compliance/types'
import { variablesOf } from '../../../shared/domain/templates'

const PART = { category: null, claims: null, ties: null } as const

test('there are some in every language with a pack, and notes on how to write in it', () => {
  for (const language of PACK_LANGUAGES) {
    const kinds = SHIPPED_TEMPLATES.filter((one) => one.language === language).map(({ kind }) => kind)
    expect(kinds).toContain('script')
    expect(kinds).toContain('localisation')
  }
})

describe.each(SHIPPED_TEMPLATES.map((template) => [template.name, template] as const))('%s', (_, template) => {
  const { language, body, kind, mustSay, maySay, neverSay } = template

  test('has no finding in any market', () => {
    const ties = kind === 'script' ? { commission: true, gifted: true, paid: false } : null
    for (const market of ['US', 'GB', 'SG', 'ID', 'TH', 'VN']) {
      expect(lint({ ...PART, text: body, language, market, ties })).toEqual([])
      expect(lint({ ...PART, text: [...mustSay, ...maySay].join('\n'), language, market })).toEqual([])
    }
  })

  test('says itself what has to be said, and warns of what the linter stops', () => {
    for (const said of mustSay) expect(body).toContain(said)
    for (const never of neverSay) {
      expect([never, lint({ ...PART, text: never, language, market: null }).length]).not.toEqual([never, 0])
    }
  })

  test('leaves to be filled in what only the creator knows', () => {
    const unknown = kind === 'script' ? ['name', 'brand', 'product'] : []
    expect(variablesOf(body)).toEqual(expect.arrayContaining(unknown))
  })
})

test('a sign-off is of the words: another language, body or list takes it away', () => {
  const words = { language: 'vi', body: 'Chào', mustSay: ['a'], maySay: [], neverSay: [] }
  expect(keepsSignOff(words, { ...words, body: ' Cha\u0300o ' })).toBe(true)
  expect(keepsSignOff(words, { ...words, language: 'en' })).toBe(false)
  expect(keepsSignOff(words, { ...words, body: 'Chào!' })).toBe(false)
  expect(keepsSignOff(words, { ...words, neverSay: ['b'] })).toBe(false)
})
