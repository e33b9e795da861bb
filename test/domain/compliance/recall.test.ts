/** Wording that platforms take down, found where it stands, by the rule that it is of. */

import { describe, expect, test } from 'vitest'

import { withSafer } from '../../../renderer/compliance/segments'
import { lint } from '../../../shared/domain/compliance/lint'
import { PACK_LANGUAGES } from '../../../shared/domain/compliance/types'
import { badSentences } from './fixtures'

const PART = { market: null, category: null, claims: null, ties: null } as const

describe.each(PACK_LANGUAGES)('bad sentences in %s', (language) => {
  const sentences = badSentences(language)

  test('are at least forty', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(40)
  })

  test.each(sentences)('$rule «$span» in: $text', ({ rule, span, text }) => {
    const found = lint({ ...PART, text, language })
    const hit = found.find((one) => one.rule === rule)
    expect(hit?.text).toBe(span)
    expect(hit?.source.title).not.toBe('')
    expect(hit?.reason.en).not.toBe('')
    expect(hit?.reason['zh-CN']).not.toBe('')
  })

  test('are found in pieces and in decomposed letters too', () => {
    for (const { rule, text } of sentences) {
      const rules = (written: string) => lint({ ...PART, text: written, language }).map((one) => one.rule)
      expect([text, ...rules(text.normalize('NFD'))]).toContain(rule)
      expect([text, ...rules(text.toUpperCase())]).toContain(rule)
    }
  })

  test('the safer wording has no finding of the same rule', () => {
    for (const { rule, text } of sentences) {
      const hit = lint({ ...PART, text, language }).find((one) => one.rule === rule)
      const safer = hit && withSafer(text, hit)
      if (typeof safer !== 'string') continue
      expect([safer, ...lint({ ...PART, text: safer, language }).map((one) => one.rule)]).not.toContain(rule)
    }
  })
})
