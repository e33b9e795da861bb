/** The control set: sentences of product videos, near misses among them, in which nothing is to be found. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { tellLanguages } from '../../../shared/domain/compliance/languages'
import { lint } from '../../../shared/domain/compliance/lint'
import { type LintInput, PACK_LANGUAGES } from '../../../shared/domain/compliance/types'
import { cleanSentences } from './fixtures'

const PART: Omit<LintInput, 'text'> = { market: null, category: null, claims: null, ties: null }

describe.each(PACK_LANGUAGES)('clean sentences in %s', (language) => {
  const sentences = cleanSentences(language)

  test('are at least two hundred different ones', () => {
    expect(new Set(sentences).size).toBeGreaterThanOrEqual(200)
  })

  test.each(['US', 'GB', 'ID', 'TH', null])('have no finding in market %s', (market) => {
    const found = sentences.flatMap((text) => lint({ ...PART, text, language, market }))
    expect(found).toEqual([])
  })

  test('have none either when nobody says the language', () => {
    expect(sentences.flatMap((text) => lint({ ...PART, text }))).toEqual([])
  })

  test('are told to be in that language, ten at a time', () => {
    for (let at = 0; at + 10 <= sentences.length; at += 10) {
      expect(
        tellLanguages(
          sentences
            .slice(at, at + 10)
            .join('\n')
            .toLowerCase(),
        ).main,
      ).toBe(language)
    }
  })

  test('stay clean when they follow each other in any order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sentences, { minLength: 2, maxLength: 30 }),
        fc.constantFrom('\n', ' ', '  '),
        (some, between) => {
          expect(lint({ ...PART, text: some.join(between), language })).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})
