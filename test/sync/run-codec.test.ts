import { gzipSync } from 'node:zlib'

import { decode, encode } from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { compress, decompress } from '../../electron/workspace/sync/compression'
import { bodiesOf } from '../../electron/workspace/sync/run-bodies'
import { decodeRun, encodeRun } from '../../electron/workspace/sync/run-codec'
import { columnsOf } from '../../electron/workspace/sync/run-columns'
import { bytesOf, legible, REPLICA, runOf } from '../support/packages'
import { isAppError } from '../support/refusals'

const malformed = isAppError('sync.unreadable', { file: 'f', reason: 'malformed' })

const value = fc.oneof(
  fc.constant(null),
  fc.maxSafeInteger(),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.boolean(),
  fc.uint8Array({ minLength: 16, maxLength: 16 }),
  fc.tuple(fc.constant('t'), fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string({ maxLength: 5 })),
)
const row = fc.uint8Array({ minLength: 16, maxLength: 16 })
const table = fc.integer({ min: 1, max: 3 })
const op = fc.oneof(
  fc.tuple(table, row, fc.constant('i'), fc.array(value, { maxLength: 5 })),
  fc.tuple(
    table,
    row,
    fc.constant('u'),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), value), { maxLength: 3 }).map((pairs) => pairs.flat()),
  ),
  fc.tuple(table, row, fc.constant('d')),
)
const deps = fc.option(
  fc.array(
    fc.tuple(fc.uint8Array({ minLength: 8, maxLength: 8 }), fc.nat(), fc.uint8Array({ minLength: 4, maxLength: 4 })),
    { minLength: 1, maxLength: 2 },
  ),
  { freq: 4 },
)
const body = fc
  .tuple(
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    fc.integer(),
    fc.nat(7),
    fc.nat(9),
    fc.nat(3),
    fc.string({ maxLength: 5 }),
    fc.string({ maxLength: 5 }),
    deps,
    fc.array(op, { maxLength: 4 }),
  )
  .map((parts) => encode(parts))

describe('a run of steps', () => {
  it('comes back byte for byte, taken apart or whole', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 30 }), (bodies) => {
        const columns = columnsOf(bodies)
        expect(columns).not.toBeNull()
        expect(bodiesOf(decode(encode(columns))).map(legible)).toEqual(bodies.map(legible))
        const run = { replica: REPLICA, from: 7, bodies }
        expect(legible(decodeRun(encodeRun(run), 'f'))).toEqual(legible(run))
      }),
      { numRuns: 300 },
    )
  })

  it('stays whole when a body is of another form', () => {
    for (const strange of [
      bytesOf(40, 1),
      encode([1, 2]),
      encode([9, 0, 0, 1, 1, '', '', null, [['B', 4]]]),
      bytesOf(0, 1),
    ]) {
      const run = { replica: REPLICA, from: 1, bodies: [...runOf(1, 3).bodies, strange] }
      expect(columnsOf(run.bodies)).toBeNull()
      expect(legible(decodeRun(encodeRun(run), 'f'))).toEqual(legible(run))
    }
  })

  it('takes at most six tenths of what gzip makes of it as lines of JSON', async () => {
    const { bodies } = runOf(1, 2000)
    const lines = bodies.map((bytes) => {
      const [hlc, , , , , author, label, , [[tbl, id, , [col, val]]]] = decode(bytes)
      return JSON.stringify({ hlc, author, label, tbl, id: Buffer.from(id).toString('hex'), col, val })
    })
    const packed = await compress(encodeRun({ replica: REPLICA, from: 1, bodies }))
    expect((packed?.length ?? Infinity) / gzipSync(lines.join('\n'), { level: 6 }).length).toBeLessThanOrEqual(0.6)
  })

  it('refuses what is no run', () => {
    for (const bytes of [
      bytesOf(100, 3),
      encode([0, bytesOf(8, 1), 1, []]),
      encode([0, bytesOf(7, 1), 1, [bytesOf(4, 1)]]),
      encode([0, bytesOf(8, 1), 0, [bytesOf(4, 1)]]),
      encode([0, bytesOf(8, 1), 1, ['text']]),
      encode([1, bytesOf(8, 1), 1, [1, 2, 3]]),
      encode([2, bytesOf(8, 1), 1, [bytesOf(4, 1)]]),
      Buffer.alloc(20_000, 0x81),
    ])
      expect(() => decodeRun(bytes, 'f')).toThrow(expect.toSatisfy(malformed))
  })

  it('refuses columns that stand for more than fits into memory', () => {
    const columns = columnsOf(runOf(1, 3).bodies)
    const many = ['x', 60_000_000, 1]
    for (const [at, bomb] of [
      [11, many],
      [11, ['x', 3_000_000, 60_000_000]],
      [8, ['a'.repeat(30_000_000)]],
    ] as const) {
      const bombed = [...(columns ?? [])]
      bombed[at] = bomb
      expect(() => decodeRun(encode([1, bytesOf(8, 1), 1, bombed]), 'f')).toThrow(expect.toSatisfy(malformed))
    }
  })
})

describe('compressed bytes', () => {
  it('come back, and say how long they are before anything is made', async () => {
    const raw = Buffer.from('steps and more steps '.repeat(1000))
    const packed = (await compress(raw)) ?? Buffer.alloc(0)
    expect(legible(await decompress(packed, 'f'))).toBe(legible(raw))
    const liar = Buffer.from(packed)
    liar.writeUInt32BE(raw.length - 1)
    await expect(decompress(liar, 'f')).rejects.toSatisfy(malformed)
    liar.writeUInt32BE(raw.length + 1)
    await expect(decompress(liar, 'f')).rejects.toSatisfy(malformed)
    await expect(decompress(packed.subarray(0, 4), 'f')).rejects.toSatisfy(malformed)
  })

  it('are refused when they stand for far more than they are', async () => {
    const packed = (await compress(Buffer.alloc(900_000))) ?? Buffer.alloc(0)
    const bomb = Buffer.from(packed)
    for (const length of [2_000_000, 0x7fffffff, 0xffffffff]) {
      bomb.writeUInt32BE(length)
      await expect(decompress(bomb, 'f')).rejects.toSatisfy(
        isAppError('sync.unreadable', { file: 'f', reason: 'tooLarge' }),
      )
    }
  })

  it('are not made where no reader would take them', async () => {
    expect(await compress(Buffer.alloc(8_000_000))).toBeNull()
    expect(await compress(bytesOf(100, 1))).toBeNull()
  })
})
