import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { inTime, type ProofLine, sealOver, sealStanding } from '../../shared/domain/proof'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const line: fc.Arbitrary<ProofLine> = fc.record({
  at: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  person: fc.option(fc.constantFrom('Li', 'Wang'), { nil: null }),
  what: fc.oneof(
    fc.record({
      kind: fc.constant('step' as const),
      to: fc.constantFrom('shipped', 'delivered'),
      reason: fc.option(fc.string(), { nil: null }),
    }),
    fc.record({
      kind: fc.constant('file' as const),
      name: fc.string(),
      sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      size: fc.nat(),
    }),
  ),
})

test('nothing at all has the hash of nothing', () => {
  expect(sealOver([], sha256)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('the order in which facts were read does not change the seal', () => {
  fc.assert(
    fc.property(
      fc
        .array(line, { maxLength: 8 })
        .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      ([lines, shuffled]) => {
        expect(sealOver(inTime(shuffled), sha256)).toBe(sealOver(inTime(lines), sha256))
      },
    ),
  )
})

test('a line more, a line less or another word is another seal', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(7), (lines, pick) => {
      const at = pick % lines.length
      const seal = sealOver(inTime(lines), sha256)
      expect(sealOver(inTime(lines.toSpliced(at, 1)), sha256)).not.toBe(seal)
      const changed = lines.with(at, { ...lines[at]!, person: 'Somebody else' })
      expect(sealOver(inTime(changed), sha256)).not.toBe(seal)
    }),
  )
})

test('the worst file decides', () => {
  expect(sealStanding([])).toBe('whole')
  expect(sealStanding(['whole', 'elsewhere'])).toBe('incomplete')
  expect(sealStanding(['elsewhere', 'changed'])).toBe('broken')
  expect(sealStanding(['whole', 'missing'])).toBe('broken')
})
