import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'

import { type Body, decodeBody, type Op, toWire, type WireValue } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { CborReader } from '../../shared/sync/cbor'
import { seen, tick, tickWithoutWall } from '../../shared/sync/clock'
import { columnsOf, ENTITIES } from '../../shared/sync/registry'
import { chainHash, firstHash } from '../../db/capture/chain'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(/\s/gu, ''), 'hex'))

/** The head of an item as RFC 8949 has it: three bits of its kind, then the number in the fewest bytes. */
function head(major: number, n: number): string {
  const first = (minor: number) => (major * 32 + minor).toString(16).padStart(2, '0')
  if (n < 24) return first(n)
  const [minor, length] = n < 2 ** 8 ? [24, 1] : n < 2 ** 16 ? [25, 2] : n < 2 ** 32 ? [26, 4] : [27, 8]
  return (
    first(minor) +
    BigInt(n)
      .toString(16)
      .padStart(length * 2, '0')
  )
}

/** An encoder of its own, for what a value is on the wire. */
function item(value: unknown): string {
  if (value === null) return 'f6'
  if (typeof value === 'boolean') return value ? 'f5' : 'f4'
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return head(3, Buffer.byteLength(value)) + Buffer.from(value).toString('hex')
  if (value instanceof Uint8Array) return head(2, value.length) + hex(value)
  if (Array.isArray(value)) return head(4, value.length) + value.map(item).join('')
  throw new Error('no such value')
}

const row = bytes('000102030405060708090a0b0c0d0e0f')
const plain: Body = {
  hlc: 1_768_478_400_000 * 1024,
  wall: 1_768_478_400_000,
  flags: 0,
  schema: 3,
  minReader: 1,
  author: '兰',
  label: 'x',
  deps: null,
  ops: [],
}
/** What `plain` starts with up to its operations. */
const PLAIN_HEAD = '89 1b00066f061b780000 00 00 03 01 63e585b0 6178 f6'

describe('a body with', () => {
  test.each<[string, WireValue, string]>([
    ['nothing in a field', null, 'f6'],
    ['an empty text', '', '60'],
    ['Chinese', '样品已寄出', '6f e6a0b7 e59381 e5b7b2 e5af84 e587ba'],
    ['an emoji of two halves', '👍', '64 f09f918d'],
    ['a family of emojis', '👨‍👩‍👧', '72 f09f91a8 e2808d f09f91a9 e2808d f09f91a7'],
    ['a NUL in a text', 'a\u0000b', '63 610062'],
    ['an order number of 18 digits', '576461413038785752', '72 353736343631343133303338373835373532'],
    ['the largest whole number', 2 ** 53 - 1, '1b 001fffffffffffff'],
    ['the smallest one', -(2 ** 53 - 1), '3b 001ffffffffffffe'],
    ['the first number of two bytes', 24, '18 18'],
    ['minus one', -1, '20'],
    ['yes', true, 'f5'],
    ['an id', row, '50 000102030405060708090a0b0c0d0e0f'],
    [
      'a note and what it was made from',
      ['t', row, '备注'],
      '83 6174 50 000102030405060708090a0b0c0d0e0f 66 e5a487e6b3a8',
    ],
    ['a new note', ['t', null, ''], '83 6174 f6 60'],
    ['a list as JSON', ['j', '["vip"]'], '82 616a 67 5b22766970225d'],
  ])('%s is these bytes', (_, value, written) => {
    expect(item(value)).toBe(written.replaceAll(' ', ''))
    const op: Op = [3, row, 'u', [0, value]]
    const expected = bytes(`${PLAIN_HEAD} 81 84 03 50 ${hex(row)} 6175 82 00 ${written}`)
    expect(hex(encodeBody({ ...plain, ops: [op] }))).toBe(hex(expected))
    expect(decodeBody(expected)).toEqual({ ...plain, ops: [op] })
  })

  test('a text of 1 MB comes back whole', () => {
    const text = '样品'.repeat(175_000)
    const body: Body = {
      ...plain,
      ops: [
        [3, row, 'i', [text, null, ['t', null, text]]],
        [3, row, 'd'],
      ],
    }
    const { hlc, flags, schema, minReader, author, label, deps, ops } = body
    const written = encodeBody(body)
    expect(hex(written)).toBe(item([hlc, 0, flags, schema, minReader, author, label, deps, ops]))
    expect(decodeBody(written)).toEqual(body)
  })

  test('nothing in it is the smallest one', () => {
    const empty: Body = { ...plain, hlc: 0, wall: 0, schema: 0, minReader: 0, author: '', label: '' }
    expect(hex(encodeBody(empty))).toBe('8900000000006060f680')
    expect(decodeBody(encodeBody(empty))).toEqual(empty)
  })

  test('what its author had seen has it in the order of the replicas, whatever order it was given in', () => {
    const [low, high] = [bytes('0011223344556677'), bytes('ffeeddccbbaa9988')]
    const mark = bytes('01020304')
    const deps = [[low, 300, mark] as const, [high, 5, mark] as const]
    const written = encodeBody({ ...plain, deps: deps.toReversed() })
    expect(hex(written)).toBe(item([plain.hlc, 0, 0, 3, 1, '兰', 'x', deps, []]))
    expect(decodeBody(written).deps).toEqual(deps)
  })
})

describe('half a character', () => {
  test('is not written', () => {
    const [name] = columnsOf(ENTITIES.clients)
    const note = columnsOf(ENTITIES.clients)[4]
    if (name === undefined || note === undefined) throw new Error('columns moved')
    expect(() => toWire(name, 'a\uD83D', null)).toThrow(RangeError)
    expect(() => toWire(note, '\uDC4Da', null)).toThrow(RangeError)
    expect(() => encodeBody({ ...plain, author: '\uD83D' })).toThrow(RangeError)
    expect(() => encodeBody({ ...plain, label: '\uDC4D\uD83D' })).toThrow(RangeError)
    expect(toWire(name, '👍', null)).toBe('👍')
  })

  test.each(['63 eda0bd', '63 edb18d', '66 eda0bd edb18d', '61 ff', '62 c080', '63 e5a4'])(
    'or other bytes that are no text (%s) are not read',
    (text) => {
      expect(() => decodeBody(bytes(`89 00 00 00 00 00 ${text} 60 f6 80`))).toThrow(RangeError)
    },
  )
})

describe('other spellings of a body', () => {
  test('of which this is the only right one', () => {
    expect(decodeBody(bytes('89 18 18 00 00 00 00 61 61 60 f6 80'))).toMatchObject({ hlc: 24, author: 'a' })
  })

  test.each([
    ['a number longer than it need be', '89 18 17 00 00 00 00 60 60 f6 80'],
    ['a number in two bytes that fits one', '89 19 0018 00 00 00 00 60 60 f6 80'],
    ['a number in eight bytes that fits four', '89 1b 0000000000000018 00 00 00 00 60 60 f6 80'],
    ['a float that is whole', '89 f9 3c00 00 00 00 00 60 60 f6 80'],
    ['a large float that is whole', '89 fb 3ff0000000000000 00 00 00 00 60 60 f6 80'],
    ['a text’s length longer than it need be', '89 00 00 00 00 00 78 01 61 60 f6 80'],
    ['a text in pieces', '89 00 00 00 00 00 7f 61 61 ff 60 f6 80'],
    ['a list without a length', '9f 00 00 00 00 00 60 60 f6 80 ff'],
    ['nothing as undefined', '89 00 00 00 00 00 60 60 f7 80'],
    ['a byte more', '89 00 00 00 00 00 60 60 f6 80 00'],
    ['a member more', '8a 00 00 00 00 00 60 60 f6 80 f6'],
    ['a member less', '88 00 00 00 00 00 60 60 f6'],
    ['a tag around it', 'c1 89 00 00 00 00 00 60 60 f6 80'],
    ['a table’s number as a text', `89 00 00 00 00 00 60 60 f6 81 83 61 31 50 ${'00'.repeat(16)} 61 64`],
    ['columns out of order', `89 00 00 00 00 00 60 60 f6 81 84 01 50 ${'00'.repeat(16)} 61 75 84 01 00 00 00`],
    ['a column twice', `89 00 00 00 00 00 60 60 f6 81 84 01 50 ${'00'.repeat(16)} 61 75 84 01 00 01 00`],
    ['a column without a value', `89 00 00 00 00 00 60 60 f6 81 84 01 50 ${'00'.repeat(16)} 61 75 81 01`],
    ['a deletion with more to it', `89 00 00 00 00 00 60 60 f6 81 84 01 50 ${'00'.repeat(16)} 61 64 80`],
    ['an unknown operation', `89 00 00 00 00 00 60 60 f6 81 83 01 50 ${'00'.repeat(16)} 61 78`],
    ['an id of 15 bytes', `89 00 00 00 00 00 60 60 f6 81 83 01 4f ${'00'.repeat(15)} 61 64`],
    ['a replica twice', `89 00 00 00 00 00 60 60 82 ${`83 48 ${'00'.repeat(8)} 01 44 00000000`.repeat(2)} 80`],
    ['a clock before its beginning', '89 20 00 00 00 00 60 60 f6 80'],
    ['a clock beyond what a number holds', '89 1b 0020000000000000 00 00 00 00 60 60 f6 80'],
  ])('(%s) are refused', (_, written) => {
    expect(() => decodeBody(bytes(written))).toThrow(RangeError)
  })

  test('a clock is right up to the last moment of 2099, and wrong from then on', () => {
    const at = (hlc: number) => bytes(`89 ${head(0, hlc)} 00 00 00 00 60 60 f6 80`)
    const end = Date.UTC(2100, 0, 1) * 1024
    expect(decodeBody(at(end - 1)).hlc).toBe(end - 1)
    expect(() => decodeBody(at(end))).toThrow(RangeError)
  })
})

describe('bytes that mean harm', () => {
  const value = (written: string) => `${PLAIN_HEAD} 81 84 03 50 ${hex(row)} 6175 82 00 ${written}`

  test.each([
    ['40 lists in each other', value(`${'81'.repeat(40)} 00`)],
    ['10,000 lists in each other', value(`${'81'.repeat(10_000)} 00`)],
    ['10,000 tags in each other', value(`${'c1'.repeat(10_000)} 00`)],
    ['10,000 maps in each other', value(`${'a160'.repeat(10_000)} 00`)],
    ['a list of 2^63', value('9b 8000000000000000')],
    ['a list of 2^31', value('9a 80000000 00')],
    ['a text of 2^32 bytes', value('7b 0000000100000000 61')],
    ['bytes of 2^53', value('5b 0020000000000000')],
    ['a map of 2^32', value('ba ffffffff')],
    ['a list of 2^31 operations', `${PLAIN_HEAD} 9a 80000000 00`],
    ['2^31 things that its author had seen', '89 00 00 00 00 00 60 60 9a 80000000'],
  ])('(%s) are refused at once', (_, written) => {
    const before = process.memoryUsage().heapUsed
    expect(() => decodeBody(bytes(written))).toThrow(RangeError)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 2 ** 20)
  })

  test('a value nested as deeply as anybody would is read as it stands', () => {
    const deep = `${'81'.repeat(20)}00`
    const [op] = decodeBody(bytes(value(deep))).ops
    expect(op?.[2] === 'u' && op[3][1]).toEqual({ opaque: bytes(deep) })
  })

  test('a map out of order or with a key twice is refused, one in order is not', () => {
    const read = (text: string) => new CborReader(bytes(text)).skip()
    expect(hex(read('a2 6161 00 6162 00'))).toBe('a2616100616200')
    expect(() => read('a2 6162 00 6161 00')).toThrow(RangeError)
    expect(() => read('a2 6161 00 6161 00')).toThrow(RangeError)
  })
})

test('the chain of hashes is this, for ever', () => {
  // Worked out with sha256sum over the bytes as they stand here.
  const first = bytes('891b00066f061b7800000000030163e585b06178f680')
  const second = bytes(
    '891b00066f061b780001000203016060818348ffeeddccbbaa9988054401020304818301500102030405060708090a0b0c0d0e0f106164',
  )
  const start = firstHash(bytes('0011223344556677'))
  expect(hex(start)).toBe('d1a5f998fa6ed82da6943127533b412f2286b30c8473a819f70a8fec5913fea7')
  const one = chainHash(start, first)
  expect(hex(one)).toBe('10527f908193e37d5377db36f174d0564c3d9acada866379058d76f069d46e4f')
  expect(hex(chainHash(one, second))).toBe('df48550a91edbb2905ab635fc93056521de1c2f4d99efc3c3d4f9c2cff7ea8f0')
  expect(hex(one)).toBe(createHash('sha256').update(start).update(first).digest('hex'))
  expect([decodeBody(first), decodeBody(second)].map(encodeBody).map(hex)).toEqual([hex(first), hex(second)])
})

describe('the clock', () => {
  const noon = 1_768_478_400_000
  const day = 86_400_000

  test('is the milliseconds times 1,024 while the date goes on', () => {
    expect(tick(0, noon)).toBe(1_810_921_881_600_000)
    expect(tick(noon * 1024, noon + 1)).toBe((noon + 1) * 1024)
  })

  test('counts within a millisecond, and carries over into the next after 1,024 steps', () => {
    let clock = tick(0, noon)
    for (let i = 0; i < 1024; i++) clock = tick(clock, noon)
    expect(clock).toBe((noon + 1) * 1024)
    expect(tick(clock, noon)).toBe((noon + 1) * 1024 + 1)
  })

  test('counts on when the date goes backwards, and after it was 400 days ahead', () => {
    const ahead = tick(0, noon + 400 * day)
    expect(tick(ahead, noon)).toBe(ahead + 1)
    expect(tick(tick(0, noon), noon - 400 * day)).toBe(noon * 1024 + 1)
    expect(tick(ahead, noon + 400 * day + 1)).toBe((noon + 400 * day + 1) * 1024)
  })

  test('goes past what it has seen, however far ahead that is, and never back', () => {
    const theirs = (noon + 400 * day) * 1024 + 5
    expect(tick(seen(noon * 1024, theirs), noon)).toBe(theirs + 1)
    expect(seen(theirs, noon * 1024)).toBe(theirs)
  })

  test('follows only its last value while the date is in doubt', () => {
    expect(tickWithoutWall(noon * 1024)).toBe(noon * 1024 + 1)
  })

  test('is a whole number that both sides hold exactly until the year 2248', () => {
    expect(Number.isSafeInteger(tick(0, Date.UTC(2248, 0, 1)))).toBe(true)
  })
})
