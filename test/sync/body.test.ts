import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Body, decodeBody, fromWire, type Op, READER, toWire, type WireValue } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { columnsOf, ENTITIES } from '../../shared/sync/registry'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const hex = (one: Uint8Array) => Buffer.from(one).toString('hex')
const whole = fc.maxSafeInteger()
const value: fc.Arbitrary<WireValue> = fc.oneof(
  fc.constant(null),
  whole,
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  bytes(16),
  fc.tuple(fc.constant('t' as const), fc.option(bytes(16)), fc.string()),
  fc.tuple(fc.constant('j' as const), fc.json()),
)
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.tuple(fc.nat(), bytes(16), fc.constant('i' as const), fc.array(value)),
  fc.tuple(
    fc.nat(),
    bytes(16),
    fc.constant('u' as const),
    fc
      .uniqueArray(fc.tuple(fc.nat(40), value), { selector: ([column]) => column })
      .map((pairs) => pairs.toSorted(([a], [b]) => a - b).flat(1)),
  ),
  fc.tuple(fc.nat(), bytes(16), fc.constant('d' as const)),
)
const body: fc.Arbitrary<Body> = fc.record({
  hlc: fc.nat({ max: 4_102_444_800_000 * 1024 - 1 }),
  wall: fc.nat({ max: 2 ** 42 }),
  flags: fc.nat(7),
  schema: fc.nat(99),
  minReader: fc.nat(READER),
  author: fc.string(),
  label: fc.string(),
  deps: fc.option(
    fc
      .uniqueArray(fc.tuple(bytes(8), fc.nat(), bytes(4)), { selector: ([replica]) => hex(replica) })
      .map((deps) => deps.toSorted(([a], [b]) => (hex(a) < hex(b) ? -1 : 1))),
  ),
  ops: fc.array(op, { maxLength: 5 }),
})

test('a body read back is what was written, and equal bodies are equal bytes', () => {
  fc.assert(
    fc.property(body, (one) => {
      const written = encodeBody(one)
      const read = decodeBody(written)
      expect(read).toEqual(one)
      expect(encodeBody(read)).toEqual(written)
    }),
  )
})

test('the bytes of a body never change: this entry must stay readable for ever', () => {
  const golden: Body = {
    hlc: 1768478400000 * 1024,
    wall: 1768478400000,
    flags: 0,
    schema: 2,
    minReader: 1,
    author: '兰',
    label: 'clients.edit:Lotus',
    deps: null,
    ops: [[1, new Uint8Array(16), 'u', [0, 'L\u0000\u00e9', 4, ['t', null, '备注']]]],
  }
  expect(Buffer.from(encodeBody(golden)).toString('hex')).toBe(
    // Put together by hand from RFC 8949.
    '891b00066f061b7800000000020163e585b072636c69656e74732e656469743a4c6f747573f6818401500000000000000000000000000000000061758400644c00c3a904836174f666e5a487e6b3a8',
  )
})

test('bytes cut short are refused, and damaged ones are refused or read as a body, never as anything else', () => {
  fc.assert(
    fc.property(body, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, at, flip) => {
      const written = encodeBody(one)
      expect(readOrNull(written.subarray(0, at % written.length))).toBeNull()
      const changed = Uint8Array.from(written)
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ flip
      const read = readOrNull(changed)
      // A value that the flip turned into something unknown is the only thing that this build does not write itself.
      const foreign = JSON.stringify(read).includes('"opaque"')
      expect(read === null || foreign ? hex(changed) : hex(encodeBody(read))).toBe(hex(changed))
    }),
  )
})

function readOrNull(written: Uint8Array): Body | null {
  try {
    return decodeBody(written)
  } catch {
    return null
  }
}

test('cells travel by their column’s kind', () => {
  const [, clientId, , , , , , crossBorder, color] = columnsOf(ENTITIES.shops)
  const id = '7ZZZZZZZZZZZZZZZZZZZZZZZZZ'
  if (clientId === undefined || crossBorder === undefined || color === undefined) throw new Error('columns moved')
  expect(toWire(clientId, id, null)).toEqual(new Uint8Array(16).fill(255))
  expect(fromWire(toWire(clientId, id, null))).toBe(id)
  expect([toWire(crossBorder, 1, null), fromWire(true), fromWire(false)]).toEqual([true, 1, 0])
  expect(() => toWire(color, 1.5, null)).toThrow('whole number')
})
