/** Chunks and lists that somebody sends: whatever the bytes, they are taken as they should be or refused by name. */

import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

import { decode, encode } from 'cborg'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { chunksOf, decodeManifest, manifestOf, stageChunk, stageManifest } from '../../db/facts/exchange'
import { CHUNK_LINES, encodeChunk } from '../../db/facts/chunk'
import { checkChunk } from '../../db/facts/chunk-check'
import { encodeManifest } from '../../db/facts/manifest'
import type { OpenWorkspace } from '../../db/open'
import { AppError } from '../../shared/errors'
import type { LineBatch } from '../../shared/domain/line-batch'
import { makeWorkspace } from '../support/workspace-file'
import { importInto, SHOP_A } from './replicas'
import { batchOf, giveLine, type Line } from './support'

const LINES: readonly Line[] = Array.from({ length: 40 }, (_, i) =>
  giveLine({ orderId: String(577_000_000_000_000_000n + BigInt(i)), creator: `c${i % 3}`, payment: i * 100 }),
)

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

function packed(bytes: Uint8Array): { readonly sha256: string; readonly bytes: Uint8Array } {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: brotliCompressSync(bytes, QUICK) }
}

async function refusalOf(sha256: string, bytes: Uint8Array): Promise<string> {
  try {
    await checkChunk(sha256, bytes, 'x.starpack')
    return 'taken'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (Object(error.params).file !== 'x.starpack') throw error
    return error.code === 'sync.unreadable' ? String(Object(error.params).reason) : error.code
  }
}

/** A chunk of lines that were changed after they were read. */
function forged(change: (batch: LineBatch) => void): ReturnType<typeof packed> {
  const { batch, texts } = batchOf(LINES)
  change(batch)
  return packed(encodeChunk(batch, texts))
}

let good: Uint8Array

beforeAll(() => {
  const { batch, texts } = batchOf(LINES)
  good = encodeChunk(batch, texts)
})

test('the chunk of real lines is taken, and says where its orders and times lie', async () => {
  const { sha256, bytes } = packed(good)
  expect(await checkChunk(sha256, bytes, '')).toEqual({
    extent: { rows: 40, months: [672], orderMin: expect.any(String), orderMax: expect.any(String) },
    maxSecond: Date.UTC(2026, 0, 15, 12) / 1000,
  })
})

test.each<[string, (batch: LineBatch) => void]>([
  ['a status beyond the list', (batch) => (batch.status[3] = 5)],
  ['a content type beyond the list', (batch) => (batch.contentType[3] = 6)],
  ['a flag that is neither yes, no nor blank', (batch) => (batch.fullyReturned[3] = 3)],
  ['a line without an order', (batch) => (batch.idsHigh.orderId[3] = batch.idsLow.orderId[3] = 0)],
  ['a line without a date', (batch) => (batch.numbers.created[3] = Number.NaN)],
  ['a date before 1970', (batch) => (batch.numbers.created[3] = -1)],
  ['a date after 2100', (batch) => (batch.numbers.created[3] = 4_102_444_801)],
  ['half a second', (batch) => (batch.numbers.created[3] = 1_700_000_000.5)],
  ['an endless amount', (batch) => (batch.numbers.payment[3] = Infinity)],
  ['an amount that no sum can hold', (batch) => (batch.numbers.payment[3] = 1e16)],
  ['a part of a minor unit', (batch) => (batch.numbers.actualBase[3] = 0.5)],
  ['a line without an amount', (batch) => (batch.numbers.payment[3] = Number.NaN)],
  ['fewer than no units', (batch) => (batch.numbers.quantity[3] = -1)],
  ['more units than can be counted', (batch) => (batch.numbers.quantity[3] = 2 ** 31)],
])('lines that no file can give are refused, with the right hash too: %s', async (_, change) => {
  const { sha256, bytes } = forged(change)
  expect(await refusalOf(sha256, bytes)).toBe('malformed')
})

test('what is not packed as these lines are is refused: texts nobody uses, other columns, more bytes at the end', async () => {
  const { batch, texts } = batchOf(LINES)
  const view = new DataView(good.buffer, good.byteOffset)
  const head = decode(good.subarray(4, 4 + view.getUint32(0, true))) as Record<string, unknown> & {
    readonly columns: readonly Record<string, unknown>[]
    readonly extra: { readonly texts: Record<string, string[]> }
  }
  const withHead = (changed: unknown): Uint8Array => {
    const bytes = encode(changed)
    const size = (4 + bytes.length + 7) & ~7
    const rest = good.subarray((4 + view.getUint32(0, true) + 7) & ~7)
    const whole = new Uint8Array(size + rest.length)
    new DataView(whole.buffer).setUint32(0, bytes.length, true)
    whole.set(bytes, 4)
    whole.set(rest, size)
    return whole
  }
  expect(Buffer.from(withHead(head)).equals(good)).toBe(true)
  const variants = [
    withHead({ ...head, rows: 1e9 }),
    withHead({ ...head, rows: 0 }),
    withHead({ ...head, rows: -1 }),
    withHead({ ...head, rows: 'x' }),
    withHead({ ...head, rows: CHUNK_LINES }),
    withHead({ ...head, columns: head.columns.slice(1) }),
    withHead({ ...head, columns: [...head.columns, head.columns[0]] }),
    withHead({ ...head, columns: head.columns.map((column) => ({ ...column, width: 'constant', base: null })) }),
    withHead({ ...head, columns: head.columns.map((column) => ({ ...column, width: '__proto__' })) }),
    withHead({ ...head, columns: head.columns.map((column) => ({ ...column, base: 2n ** 60n })) }),
    withHead({ ...head, columns: [] }),
    withHead({ ...head, extra: null }),
    withHead({ ...head, extra: { ...head.extra, version: 0 } }),
    withHead({ ...head, extra: { ...head.extra, texts: {} } }),
    withHead({ ...head, extra: { ...head.extra, texts: { ...head.extra.texts, creator: ['a', 7, null] } } }),
    withHead({ ...head, extra: { ...head.extra, texts: { ...head.extra.texts, creator: ['', 'b', 'c'] } } }),
    withHead({
      ...head,
      extra: { ...head.extra, texts: { ...head.extra.texts, creator: ['c0', 'c1', 'c2', 'unused'] } },
    }),
    withHead({ ...head, extra: { ...head.extra, ids: { orderId: ['0x10'] } } }),
    withHead({ ...head, more: 'x' }),
    Buffer.concat([good, Buffer.alloc(8)]),
    good.subarray(0, good.length - 8),
    good.subarray(0, 3),
    Buffer.alloc(0),
    // A list nested beyond reason where the head should be.
    Buffer.concat([Buffer.from([0x10, 0x27, 0, 0]), Buffer.alloc(10_000, 0x81)]),
  ]
  for (const [i, variant] of variants.entries()) {
    const { sha256, bytes } = packed(variant)
    expect([i, await refusalOf(sha256, bytes)]).toEqual([i, 'malformed'])
  }
  const newer = packed(withHead({ ...head, extra: { ...head.extra, version: 2 } }))
  expect(await refusalOf(newer.sha256, newer.bytes)).toBe('sync.fromFuture')
  expect(encodeChunk(batch, texts)).toEqual(good)
})

test('a bomb is not unpacked, and other bytes than the name says are damaged', async () => {
  const bomb = packed(Buffer.alloc(80 * 1024 * 1024))
  const before = process.memoryUsage().arrayBuffers
  expect(await refusalOf(bomb.sha256, bomb.bytes)).toBe('tooLarge')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
  const { sha256, bytes } = packed(good)
  expect(
    await refusalOf(
      sha256.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')),
      bytes,
    ),
  ).toBe('damaged')
  expect(await refusalOf(sha256, bytes.subarray(0, bytes.length - 4))).toBe('damaged')
  expect(await refusalOf(sha256, Buffer.from('no brotli at all'))).toBe('damaged')
})

test('no change of any bytes is ever taken, with their own right hash neither, unless it is a chunk of other lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const changed = Uint8Array.from(good)
        for (const [at, value] of changes) changed[at] = value
        fc.pre(!Buffer.from(changed).equals(good))
        const { sha256, bytes } = packed(changed)
        const answer = await refusalOf(sha256, bytes)
        // Other figures are another chunk, which no record of an import speaks of.
        expect(['malformed', 'sync.fromFuture', 'taken']).toContain(answer)
        expect(await refusalOf(packed(good).sha256, bytes)).toBe('damaged')
      },
    ),
    { numRuns: 2_000 },
  )
}, 60_000)

test('lists of chunks are taken only as they are written', async () => {
  const { workspace } = await makeWorkspace()
  const id = await importInto(
    workspace,
    { id: 'f', shopId: SHOP_A, kind: 'affiliateOrders', asof: null, lines: LINES },
    1,
  )
  const body = manifestOf(workspace.reader, id)!
  expect(decodeManifest(body)).toMatchObject({ importId: id, rows: 40, chunks: [{ rows: 40 }] })
  const [chunk] = [...chunksOf(workspace.reader, id)]
  expect(Buffer.from(brotliDecompressSync(chunk!.bytes)).equals(good)).toBe(true)
  const { sha256 } = chunk!
  const wrong = [
    encodeManifest(id, [
      { sha256, rows: 40 },
      { sha256, rows: 40 },
    ]),
    encodeManifest(id, [{ sha256, rows: 0 }]),
    encodeManifest(id, [{ sha256, rows: CHUNK_LINES + 1 }]),
    encodeManifest(id, [{ sha256: 'ab', rows: 40 }]),
    Buffer.concat([body, Buffer.from([0])]),
    body.subarray(1),
    encode([2, new Uint8Array(16), []]),
    encode({ a: 1 }),
    Buffer.alloc(10_000, 0x81),
    Buffer.alloc(5 * 1024 * 1024),
    Buffer.alloc(0),
  ]
  for (const bytes of wrong) expect(decodeManifest(bytes)).toBeNull()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await expect(stageManifest(workspace, id, bytes)).rejects.toMatchObject({ code: 'sync.unreadable' })
    }),
    { numRuns: 200 },
  )
})

test('what was refused leaves no trace', async () => {
  const { workspace } = await makeWorkspace()
  const rows = ({ reader }: OpenWorkspace) =>
    reader.prepare('SELECT (SELECT count(*) FROM fact_staged) + (SELECT count(*) FROM fact_manifests)').pluck().get()
  const { sha256, bytes } = forged((batch) => (batch.status[0] = 7))
  await expect(stageChunk(workspace, sha256, bytes)).rejects.toMatchObject({ params: { reason: 'malformed' } })
  expect(rows(workspace)).toBe(0)
})
