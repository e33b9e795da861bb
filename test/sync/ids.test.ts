import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

import { clockDoubt, hlcMs, seen, tick } from '../../shared/sync/clock'
import { decodeId, encodeId, idFromHash, isRecordId, naturalKey, normalHandle, randomId } from '../../shared/sync/ids'

const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('an id is 26 characters for 16 bytes, there and back, in the same order', () => {
  fc.assert(
    fc.property(bytes16, bytes16, (a, b) => {
      expect(encodeId(a)).toHaveLength(26)
      expect(decodeId(encodeId(a))).toEqual(a)
      expect(Math.sign(Buffer.compare(a, b))).toBe(encodeId(a) < encodeId(b) ? -1 : encodeId(a) > encodeId(b) ? 1 : 0)
    }),
  )
})

test('random ids sort by age and never meet natural ones', () => {
  // The example of the ULID reference implementation.
  expect(randomId(1469918176385, new Uint8Array(10)).slice(0, 10)).toBe('01ARYZ6S41')
  fc.assert(
    fc.property(
      fc.nat({ max: 2 ** 47 - 1 }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (at, random, hash) => {
        expect(randomId(at, random) < '4').toBe(true)
        expect(idFromHash(hash) >= '4').toBe(true)
        expect(isRecordId(idFromHash(hash))).toBe(true)
      },
    ),
  )
})

test('a natural id is a one bit and the first 127 bits of the key’s SHA-256', () => {
  const hash = createHash('sha256')
    .update(naturalKey('creator', ['linh.beauty']))
    .digest()
  expect(naturalKey('creator', ['linh.beauty'])).toBe('creator\u001F["linh.beauty"]')
  const bits = `1${[...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('')}`.slice(0, 128)
  expect(decodeId(idFromHash(hash))).toEqual(
    Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  )
})

test('keys with other parts are other keys, whatever the parts contain', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
      const same =
        JSON.stringify(a.map((part) => part.normalize('NFC'))) ===
        JSON.stringify(b.map((part) => part.normalize('NFC')))
      expect(naturalKey('x', a) === naturalKey('x', b)).toBe(same)
    }),
  )
})

test.each(['', '0123', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ', '0000000000000000000000000I', '0000000000000000000000000o'])(
  '%s is no id',
  (text) => {
    expect(isRecordId(text)).toBe(false)
    expect(() => decodeId(text)).toThrow('not a record id')
  },
)

test.each([
  ['@Linh.Beauty', 'linh.beauty'],
  ['  ＠ＬＩＮＨ ', 'linh'],
  ['linh', 'linh'],
])('the handle %s is kept as %s', (text, handle) => {
  expect(normalHandle(text)).toBe(handle)
})

test('the clock grows with every step, whatever the computer’s clock does, and past everything seen', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 2 ** 42 }), fc.nat({ max: 2 ** 52 }))), (steps) => {
      let clock = 0
      for (const [now, theirs] of steps) {
        const before = seen(clock, theirs)
        clock = tick(before, now)
        expect(clock).toBeGreaterThan(before)
        expect(hlcMs(clock)).toBeGreaterThanOrEqual(now)
      }
    }),
  )
})

test('a date before the last one written, or far after it, is doubted', () => {
  const at = Date.UTC(2026, 0, 15)
  const minute = 60_000
  const day = 86_400_000
  expect([
    clockDoubt(at, null),
    clockDoubt(at - minute, at),
    clockDoubt(at - 3 * minute, at),
    clockDoubt(at + 45 * day, at),
    clockDoubt(at + 46 * day, at),
  ]).toEqual([null, null, 'backwards', null, 'farAhead'])
})
