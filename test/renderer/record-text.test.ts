/** Values and steps in words: nothing of the machine's own names reaches a screen. */

import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'

import { EN, ZH } from '../../renderer/messages/catalogues'
import { kindOfField, valueText, valueWord } from '../../renderer/messages/record-text'
import { stepText } from '../../renderer/messages/step-text'
import { VALUE_WORDS } from '../../renderer/messages/value-words'
import { formatIn } from '../../renderer/format/use-format'
import { PAY_MODELS } from '../../shared/domain/pay-models'
import { CONTRACT_STATES } from '../../shared/domain/contracts'
import { PAYABLE_STATES } from '../../shared/domain/payables'
import { PAYMENT_STATES } from '../../shared/domain/payments'
import { PERIOD_STATES } from '../../shared/domain/periods'
import { CLAIM_RISKS } from '../../shared/domain/products'
import { REVIEW_STATES } from '../../shared/domain/reviews'
import { SAMPLE_STATES } from '../../shared/domain/samples'
import { FREEDOMS } from '../../shared/domain/compliance/templates'
import { columnsOf, ENTITY_LIST, entityOf, isEntityName } from '../../shared/sync/registry'

const LANGUAGES = ['en', 'zh-CN'] as const

beforeAll(() => i18next.init({ resources: { en: EN, 'zh-CN': ZH }, lng: 'en', interpolation: { escapeValue: false } }))

/** Values of columns whose registry leaves them open, by the rules that write them. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  'costEvents.fromState': PAYMENT_STATES,
  'costEvents.toState': PAYMENT_STATES,
  'sampleEvents.fromState': SAMPLE_STATES,
  'sampleEvents.toState': SAMPLE_STATES,
  'reviewEvents.fromState': REVIEW_STATES,
  'reviewEvents.toState': REVIEW_STATES,
  'contractEvents.fromState': CONTRACT_STATES,
  'contractEvents.toState': CONTRACT_STATES,
  'payableEvents.fromState': PAYABLE_STATES,
  'payableEvents.toState': PAYABLE_STATES,
  'periodEvents.fromState': PERIOD_STATES,
  'periodEvents.toState': PERIOD_STATES,
  'samples.source': ['typed', 'template', 'orders'],
  'products.claimRisk': CLAIM_RISKS,
  'payTerms.model': PAY_MODELS,
  'scriptTemplates.freedom': FREEDOMS,
}

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(() => i18next.changeLanguage(language))

  test('every value that a column takes has a word', () => {
    const taken = ENTITY_LIST.flatMap((entity) =>
      columnsOf(entity).flatMap(({ field, values }) =>
        (values ?? WRITTEN[`${entity.name}.${field}`] ?? []).map((value) => ({ entity: entity.name, field, value })),
      ),
    )
    expect(taken.length).toBeGreaterThan(100)
    const bare = taken.filter(({ entity, field, value }) => {
      const word = valueWord(entity, field, value)
      return word === null || (language === 'zh-CN' && word === value)
    })
    expect(bare).toEqual([])
  })

  test('a verdict is told with what it was on', () => {
    const said = (label: string, subject: string) => stepText({ label, subject })
    for (const [label, subject] of [
      ['reviews.judge', 'Serum → needsWork'],
      ['reviews.judge', ' → needsWork'],
      ['content.judge', 'Serum → wrongProduct'],
      ['content.judge', '12 → notShown'],
      ['reviews.remove', 'script'],
      ['stock.setDefaults', '*'],
      ['sampleEvents.add', ''],
    ] as const) {
      const text = said(label, subject)
      expect(text).not.toMatch(/needsWork|wrongProduct|notShown|→|\*|sampleEvents|undefined/u)
      expect(text).not.toMatch(/\bscript\b/u)
    }
  })
})

test('steps in English, word for word', async () => {
  await i18next.changeLanguage('en')
  const said = (label: string, subject: string) => stepText({ label, subject })
  expect(said('reviews.judge', 'Serum, first cut → needsWork')).toBe('Review: Serum, first cut: Needs work')
  expect(said('reviews.judge', ' → approved')).toBe('Review: Untitled: Approved')
  expect(said('content.judge', '1 → valid')).toBe('Judged: 1 post: Valid')
  expect(said('content.match', '1')).toBe('Match 1 post')
  expect(said('content.add', '3')).toBe('Add 3 posts')
  expect(said('samples.step', '@mia.glow → shipped')).toBe('Sample: @mia.glow: Shipped')
  expect(said('contentChecks.remove', 'x')).toBe('Remove: Content check x')
})

test('a rate is a percent, a moment a date, and one word means what its record makes of it', async () => {
  await i18next.changeLanguage('en')
  const format = formatIn('en')
  const text = (entity: string, field: string, value: string | number) =>
    valueText(value, { entity, field, kind: kindOfField(entity, field), currency: null }, format)
  expect(text('samples', 'rate', 1550)).toBe('15.50%')
  expect(text('samples', 'requestedAt', Date.UTC(2026, 0, 15, 12))).toMatch(/2026/u)
  expect(text('sampleEvents', 'toState', 'approved')).toBe(EN.words.sampleState.approved)
  expect(text('costEvents', 'toState', 'approved')).toBe(EN.words.payment.approved)
  expect(text('reviews', 'kind', 'script')).toBe('Script')
  expect(text('sampleEvents', 'reason', 'OUT_OF_STOCK: back in May')).toBe('Out of stock: back in May')
  expect(text('sampleEvents', 'reason', 'OFFLINE')).toBe('Product not for sale')
  expect(text('sampleEvents', 'reason', 'SHE: changed her mind')).toBe('SHE: changed her mind')
})

test('words are kept for columns that exist', () => {
  const unknown = Object.keys(VALUE_WORDS).filter((place) => {
    const [entity = '', field = ''] = place.split('.')
    return !isEntityName(entity) || !(field in entityOf(entity).columns)
  })
  expect(unknown).toEqual([])
})
