/** A script against the claim sheet of its product. */

import { describe, expect, test } from 'vitest'

import { lint } from '../../../shared/domain/compliance/lint'
import type { SheetLine } from '../../../shared/domain/compliance/types'

function line(kind: SheetLine['kind'], text: string, more: Partial<SheetLine> = {}): SheetLine {
  const proof = kind === 'allowed' ? 'proven' : 'notNeeded'
  return { kind, text, known: [text], language: null, proof, proofExpires: null, ...more }
}

const found = (text: string, claims: readonly SheetLine[] | null, language = 'en') =>
  lint({ text, language, market: 'US', category: null, claims, ties: { commission: true, gifted: false, paid: false } })
    .filter(({ theme }) => theme === 'claims')
    .map(({ rule, text: said, level, safer }) => [rule, said, level, safer])

describe('topics', () => {
  test.each([
    ['en', 'It is waterproof.', 'waterproof'],
    ['zh', '这个包防水', '防水'],
    ['id', 'Tasnya tahan air.', 'tahan air'],
    ['th', 'กระเป๋ากันน้ำ', 'กันน้ำ'],
    ['vi', 'Túi này chống nước.', 'chống nước'],
  ])('that the sheet does not name need a proof (%s)', (language, text, said) => {
    expect(found(text, [], language)).toEqual([['claims.waterproof', said, 'warn', null]])
  })

  test('that it names in any language are fine, those that are denied as well', () => {
    expect(found('It is waterproof.', [line('allowed', '防水 IPX4')])).toEqual([])
    expect(found('It is not waterproof.', [])).toEqual([])
  })

  test('are not judged without a product', () => {
    expect(found('It is waterproof.', null)).toEqual([])
  })
})

describe('lines of the sheet', () => {
  test('a forbidden phrase is found by its terms', () => {
    const sheet = [line('forbidden', 'No comparison with Lumo', { known: ['like lumo', 'lumo'] })]
    expect(found('It feels like Lumo.', sheet)).toEqual([['claims.forbidden', 'like Lumo', 'stop', null]])
  })

  test('what has to be said is put in, in the language that it is for', () => {
    const sheet = [line('mustSay', 'For external use only.', { language: 'en' })]
    expect(found('My mug.', sheet)).toEqual([['claims.mustSay', '', 'stop', ' For external use only.']])
    expect(found('My mug. FOR EXTERNAL USE ONLY.', sheet)).toEqual([])
    expect(found('我的杯子', sheet, 'zh')).toEqual([])
  })

  test('a disclosure that it asks for goes first', () => {
    expect(found('My mug.', [line('disclosure', 'Ad by Lumora')])).toEqual([
      ['claims.disclosure', '', 'stop', 'Ad by Lumora '],
    ])
  })

  test('a claim whose proof is missing or has run out is not to be said', () => {
    const missing = line('allowed', 'keeps its shape', { proof: 'missing' })
    const over = line('allowed', 'keeps its shape', { proof: 'expired', proofExpires: '2026-01-31' })
    expect(found('It keeps its shape.', [missing])).toEqual([['claims.noProof', 'keeps its shape', 'warn', null]])
    expect(found('It keeps its shape.', [over])).toEqual([['claims.expired', 'keeps its shape', 'stop', null]])
    expect(found('It keeps its shape.', [line('allowed', 'keeps its shape')])).toEqual([])
  })
})

describe('figures', () => {
  const sheet = [line('allowed', 'keeps drinks cold for 12 h')]

  test('above what was proven are found, with the proven one to say instead', () => {
    expect(found('It keeps drinks cold for 24 hours.', sheet)).toEqual([['claims.figure', '24 hours', 'stop', '12 h']])
    expect(found('It keeps drinks cold for 1 day.', sheet)).toEqual([['claims.figure', '1 day', 'stop', '12 h']])
    expect(found('冷饮保冷24小时。', sheet, 'zh')).toEqual([['claims.figure', '24小时', 'stop', '12 h']])
  })

  test('at it or under it are fine, and those of something else', () => {
    expect(found('It keeps drinks cold for 12 hours.', sheet)).toEqual([])
    expect(found('It keeps drinks cold for 600 minutes.', sheet)).toEqual([])
    expect(found('It keeps drinks cold. The video took me 24 hours to cut.', sheet)).toEqual([])
    expect(found('It keeps drinks cold and holds 500 ml.', sheet)).toEqual([])
  })

  test('of sun protection are read behind their word', () => {
    const spf = [line('allowed', 'SPF 30')]
    expect(found('It has SPF 50.', spf)).toEqual([['claims.figure', 'SPF 50', 'stop', 'spf 30']])
    expect(found('It has SPF30.', spf)).toEqual([])
  })
})
