/** What holds of every text, whatever stands in it. */

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cutAt, moved, segmentsOf, withSafer } from '../../../renderer/compliance/segments'
import type { Finding } from '../../../shared/contract/compliance'
import { lint } from '../../../shared/domain/compliance/lint'
import { finder, hitsOf } from '../../../shared/domain/compliance/terms'
import { foldTerm } from '../../../shared/domain/compliance/fold'
import { PACK_LANGUAGES, type SheetLine } from '../../../shared/domain/compliance/types'
import { badSentences, cleanSentences } from './fixtures'

const sentences = PACK_LANGUAGES.flatMap((language) => [
  ...badSentences(language).map(({ text }) => text),
  ...cleanSentences(language).slice(0, 30),
])
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
    .map((parts) => parts.join(' ')),
  fc.uint16Array({ maxLength: 80 }).map((units) => String.fromCharCode(...units)),
)
const CLAIM: SheetLine = {
  kind: 'allowed',
  text: 'keeps cold for 12 h',
  known: ['cold'],
  language: null,
  proof: 'missing',
  proofExpires: null,
}
const market = fc.constantFrom('US', 'GB', 'ID', null)
const language = fc.constantFrom(null, ...PACK_LANGUAGES, 'xx')

function findings(text: string, where: string | null, spoken: string | null): Finding[] {
  const price = { amount: 999, currency: 'USD' }
  const found = lint({ text, market: where, language: spoken, category: null, claims: [CLAIM], price })
  return found.map((one) => ({ ...one, markets: [...one.markets], also: [...one.also] }))
}

test('linting never throws, and what is found lies in the text, in order, without overlap', () => {
  fc.assert(
    fc.property(anyText, market, language, (text, where, spoken) => {
      let at = 0
      for (const { start, end, text: said } of findings(text, where, spoken)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(said).toBe(text.slice(start, end))
        at = end
      }
    }),
    { numRuns: 300 },
  )
})

test('the pieces of a marked text are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const pieces = segmentsOf(text, findings(text, 'US', null))
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test('pieces are cut where notes begin and end: each lies on a note wholly or not at all, and keeps its finding', () => {
  const spans = fc.array(fc.record({ from: fc.nat({ max: 200 }), to: fc.nat({ max: 200 }) }), { maxLength: 6 })
  fc.assert(
    fc.property(anyText, spans, (text, notes) => {
      const found = findings(text, 'US', null)
      const pieces = cutAt(segmentsOf(text, found), notes)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const { from, text: piece, finding } of pieces) {
        const to = from + piece.length
        expect(text.slice(from, to)).toBe(piece)
        expect(notes.filter((note) => [note.from, note.to].some((cut) => cut > from && cut < to))).toEqual([])
        const on = found[finding ?? -1]
        expect(on === undefined || (on.start <= from && to <= on.end)).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('a safer wording changes nothing outside of what it replaces but one blank', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sentences), market, (text, where) => {
      for (const finding of findings(text, where, null)) {
        const changed = withSafer(text, finding)
        if (changed === null) continue
        expect(changed.startsWith(text.slice(0, finding.start) + (finding.safer ?? ''))).toBe(true)
        const after = text.slice(finding.end)
        expect([after, after.replace(/^[ \t]/, '')]).toContain(
          changed.slice(finding.start + (finding.safer ?? '').length),
        )
      }
    }),
    { numRuns: 200 },
  )
})

test('findings of a text that is edited elsewhere stay on their words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sentences),
      fc.nat(),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      (before, where, typed) => {
        const at = where % (before.length + 1)
        const after = before.slice(0, at) + typed + before.slice(at)
        for (const finding of moved(findings(before, null, null), before, after)) {
          expect(after.slice(finding.start, finding.end)).toBe(finding.text)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('any words are a term that finds itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (term) => {
      // Signs with a meaning in terms are tried in other tests; here they may match more than themselves.
      const plain = foldTerm(term)
        .replace(/[()|[\]{}*#…$/]/g, '')
        .trim()
      const terms = finder([[plain]])
      if (plain === '' || terms === null || foldTerm(plain) !== plain) return
      expect([...hitsOf(terms, foldTerm(plain))].length).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
  expect(() => finder([['((', 'a|', '[', '*', '{', '$', '#', '…', '\\']])).not.toThrow()
})
