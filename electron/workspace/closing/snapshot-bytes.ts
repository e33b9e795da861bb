/**
 * A closed month as bytes: canonical ones, over which the digest is made, and compressed ones, which are stored.
 *
 * Equal months give equal canonical bytes on every computer; how well they were compressed is no part of the digest.
 */

import { createHash } from 'node:crypto'

import { type NumberArray, PackedColumns, packColumns } from '../../../db/facts/columns'
import { idHalves, idText } from '../../../db/facts/id-map'
import { ORDER_STATUSES } from '../../../shared/domain/orders'
import {
  CLOSE_PARTS,
  type CloseLine,
  type ClosePart,
  type Snapshot,
  snapshotOf,
} from '../../../shared/domain/period-close'
import { z } from '../../../shared/schema'
import { compress, decompress } from '../sync/compression'

const FORMAT = 1

const Text = z.string()
const Head = z.object({
  format: z.literal(FORMAT),
  shopId: Text,
  month: Text,
  currency: Text,
  products: z.array(Text),
  skus: z.array(Text),
  creators: z.array(Text),
  payables: z.array(z.tuple([Text, Text, Text, z.int(), Text, Text, Text])),
  rates: z.array(z.tuple([Text, Text, Text, Text])),
})
type Head = z.infer<typeof Head>

/** SHA-256 over the canonical bytes, hex. */
export function digestOf(canonical: Uint8Array): string {
  return createHash('sha256').update(canonical).digest('hex')
}

/** The canonical bytes of a month: columns of numbers, names once, everything in its one order. */
export function canonicalBytes({ shopId, month, currency, lines, payables, rates }: Snapshot): Uint8Array {
  const rows = lines.length
  const products = dictionary(lines, (line) => line.productId)
  const skus = dictionary(lines, (line) => line.skuId)
  const creators = dictionary(lines, (line) => line.creatorId)
  const high = new Uint32Array(rows)
  const low = new Uint32Array(rows)
  lines.forEach(({ orderId }, i) => {
    const halves = idHalves(orderId === '' ? '0' : orderId)
    high[i] = halves.high
    low[i] = halves.low
  })
  const head: Head = {
    format: FORMAT,
    shopId,
    month,
    currency,
    products: products.texts,
    skus: skus.texts,
    creators: creators.texts,
    payables: payables.map((one) => [one.id, one.creatorId, one.kind, one.amount, one.currency, one.dueDay, one.state]),
    rates: rates.map(({ base, quote, rate, source }) => [base, quote, rate, source]),
  }
  const columns: (readonly [string, NumberArray])[] = [
    ['orderHigh', high],
    ['orderLow', low],
    ['product', products.codes],
    ['sku', skus.codes],
    ['creator', creators.codes],
    ['status', Uint8Array.from(lines, ({ status }) => ORDER_STATUSES.indexOf(status))],
    ...CLOSE_PARTS.map((part) => [part, Float64Array.from(lines, ({ parts }) => parts[part] ?? Number.NaN)] as const),
  ]
  return packColumns(columns, rows, head)
}

/** The distinct texts in order, and which of them each line has. */
function dictionary(lines: readonly CloseLine[], of: (line: CloseLine) => string) {
  const texts = [...new Set(lines.map(of))].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const codes = new Map(texts.map((text, code) => [text, code]))
  return { texts, codes: Uint32Array.from(lines, (line) => codes.get(of(line)) ?? 0) }
}

/** What `canonicalBytes` was made of. Throws where the bytes are none of its. */
export function snapshotFrom(canonical: Uint8Array): Snapshot {
  const packed = new PackedColumns(canonical)
  const head = Head.parse(packed.extra)
  const { rows } = packed
  const read = <A extends NumberArray>(name: string, target: A): A => {
    packed.read(name, target)
    return target
  }
  const high = read('orderHigh', new Uint32Array(rows))
  const low = read('orderLow', new Uint32Array(rows))
  const product = read('product', new Uint32Array(rows))
  const sku = read('sku', new Uint32Array(rows))
  const creator = read('creator', new Uint32Array(rows))
  const status = read('status', new Uint8Array(rows))
  const parts = CLOSE_PARTS.map((part) => [part, read(part, new Float64Array(rows))] as const)
  const lines = Array.from({ length: rows }, (_, i): CloseLine => ({
    orderId: high[i] === 0 && low[i] === 0 ? '' : idText(high[i]!, low[i]!),
    productId: known(head.products[product[i]!]),
    skuId: known(head.skus[sku[i]!]),
    creatorId: known(head.creators[creator[i]!]),
    status: known(ORDER_STATUSES[status[i]!]),
    // The keys are exactly the parts.
    parts: Object.fromEntries(
      parts.map(([part, values]) => [part, Number.isNaN(values[i]!) ? null : values[i]!]),
    ) as Record<ClosePart, number | null>,
  }))
  return snapshotOf({
    shopId: head.shopId,
    month: head.month,
    currency: head.currency,
    lines,
    payables: head.payables.map(([id, creatorId, kind, amount, currency, dueDay, state]) => ({
      id,
      creatorId,
      kind,
      amount,
      currency,
      dueDay,
      state,
    })),
    rates: head.rates.map(([base, quote, rate, source]) => ({ base, quote, rate, source })),
  })
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('a code without its name')
  return value
}

/** The first byte of what is stored: what follows is compressed, or as it is. */
const COMPRESSED = 1
const PLAIN = 0

/** The canonical bytes as they are stored. */
export async function storedBytes(canonical: Uint8Array): Promise<Uint8Array> {
  const packed = await compress(canonical)
  return Buffer.concat([Uint8Array.of(packed === null ? PLAIN : COMPRESSED), packed ?? canonical])
}

/** The canonical bytes again; throws where they were not stored by `storedBytes`. `file` is named in a refusal. */
export async function canonicalFrom(stored: Uint8Array, file: string): Promise<Uint8Array> {
  const rest = stored.subarray(1)
  return stored[0] === COMPRESSED ? decompress(rest, file) : rest
}
