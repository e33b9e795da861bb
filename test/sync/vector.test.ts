import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { covers, decodeRequest, encodeRequest, includes, mergeVectors, missing } from '../../shared/sync/vector'

const A = '00000000000000aa'
const B = 'ffffffffffffff01'

const replica = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const vector = (seq = fc.integer({ min: 1, max: 50_000 })) =>
  fc.array(fc.tuple(replica, seq), { maxLength: 12 }).map((pairs) => new Map(pairs))
/** Few replicas, so that two vectors meet. */
const near = fc
  .dictionary(fc.constantFrom(A, B, '1111111111111111'), fc.integer({ min: 1, max: 5 }))
  .map((by) => new Map(Object.entries(by)))

test('a vector counts each replica’s steps from the first on', () => {
  const have = new Map([[A, 3]])
  expect([includes(have, A, 3), includes(have, A, 4), includes(have, B, 1), includes(have, B, 0)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('what is missing is what to ask for, and with it nothing is missing', () => {
  expect(
    missing(
      new Map([[A, 3]]),
      new Map([
        [B, 2],
        [A, 7],
      ]),
    ),
  ).toEqual([
    { replica: A, from: 4, to: 7 },
    { replica: B, from: 1, to: 2 },
  ])
  fc.assert(
    fc.property(near, near, (have, wanted) => {
      const gaps = missing(have, wanted)
      expect(gaps.length === 0).toBe(covers(have, wanted))
      const filled = new Map([...have, ...gaps.map(({ replica, to }): [string, number] => [replica, to])])
      expect(missing(filled, wanted)).toEqual([])
      expect(filled).toEqual(mergeVectors(have, wanted))
    }),
  )
})

test('two together have what either has: in any order, in any grouping, however often', () => {
  fc.assert(
    fc.property(near, near, near, (a, b, c) => {
      const all = mergeVectors(a, b)
      expect(covers(all, a) && covers(all, b)).toBe(true)
      expect(mergeVectors(b, a)).toEqual(all)
      expect(mergeVectors(all, c)).toEqual(mergeVectors(a, mergeVectors(b, c)))
      expect(mergeVectors(all, all)).toEqual(all)
    }),
  )
})

describe('a request code', () => {
  test('is this, for ever', () => {
    // 00 00 00 00 00 00 00 aa, then 300 as a varint: ac 02; then the CRC-32 of these ten bytes: 14 bytes, 23 characters.
    expect(encodeRequest(new Map([[A, 300]]))).toBe('SR1-00000000000ANB02VFCJ428')
    expect(encodeRequest(new Map())).toBe('SR1-0000000')
  })

  test('reads back, whatever a chat did to its letters', () => {
    fc.assert(
      fc.property(vector(fc.maxSafeInteger().map((n) => Math.abs(n) || 1)), (asked) => {
        const code = encodeRequest(asked)
        expect(decodeRequest(code)).toEqual(asked)
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(decodeRequest(`  ${typed.slice(0, 9)} -\n${typed.slice(9)} `)).toEqual(asked)
      }),
    )
  })

  test('costs at most 16 to 20 characters a replica', () => {
    const many = new Map(
      Array.from({ length: 50 }, (_, i) => [(i * 7919 + 1).toString(16).padStart(16, '9'), 9000 + i]),
    )
    expect((encodeRequest(many).length - 'SR1-'.length - 7) / 50).toBeLessThanOrEqual(16)
  })

  test('with a wrong, missing, doubled or swapped letter is refused', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(
        vector(),
        fc.nat(),
        fc.nat(31),
        fc.constantFrom('change', 'drop', 'double', 'swap'),
        (asked, at, by, how) => {
          const code = encodeRequest(asked)
          const i = 4 + (at % (code.length - 4))
          const letter = code.charAt(i)
          const other = letters.charAt((letters.indexOf(letter) + 1 + (by % 31)) % 32)
          const put = { change: other, drop: '', double: letter + letter, swap: code.charAt(i + 1) + letter }[how]
          const damaged = code.slice(0, i) + put + code.slice(i + (how === 'swap' ? 2 : 1))
          fc.pre(damaged !== code)
          expect(() => decodeRequest(damaged)).toThrow(RangeError)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['empty', ''],
    ['a prefix alone', 'SR1-'],
    ['of another version', 'SR2-0000000'],
    ['a word', 'hello'],
    ['of letters that are not used', 'SR1-UUUUUUU'],
    ['of noughts', `SR1-${'0'.repeat(4000)}`],
  ])('is nothing that is %s', (_, text) => {
    expect(() => decodeRequest(text)).toThrow(RangeError)
  })
})
