/** Ways in which files get damaged on their way, or are made to do harm. */

export interface Damaged {
  readonly how: string
  readonly bytes: Buffer
}

type Random = () => number

const LENGTHS = [0n, -1n, 1n << 32n, 1n << 63n, 1n << 31n, 0xffffn]
const SMALL_PAGE = 64
const PAGE = 4096

/** One of `samples`, damaged; `others` are further whole files, of the same kind or not. */
export function damage(sample: Buffer, others: readonly Buffer[], random: Random): Damaged {
  const index = Math.floor(random() * WAYS.length)
  const [how, way] = WAYS[index]!
  return { how, bytes: way(Buffer.from(sample), others[below(random, others.length)] ?? sample, random) }
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

const WAYS: readonly (readonly [string, (bytes: Buffer, other: Buffer, random: Random) => Buffer])[] = [
  [
    'a bit',
    (bytes, _, random) => {
      const at = below(random, bytes.length)
      bytes[at]! ^= 1 << below(random, 8)
      return bytes
    },
  ],
  [
    'a byte',
    (bytes, _, random) => {
      bytes[below(random, bytes.length)] = below(random, 256)
      return bytes
    },
  ],
  ['cut', (bytes, _, random) => bytes.subarray(0, below(random, bytes.length))],
  ['cut in front', (bytes, _, random) => bytes.subarray(1 + below(random, bytes.length))],
  ['longer', (bytes, _, random) => Buffer.concat([bytes, Buffer.alloc(1 + below(random, 5000), below(random, 256))])],
  [
    'a page of zeros',
    (bytes, _, random) => {
      const page = bytes.length > 2 * PAGE && random() < 0.5 ? PAGE : SMALL_PAGE
      const at = below(random, Math.ceil(bytes.length / page)) * page
      return bytes.fill(0, at, Math.min(bytes.length, at + page))
    },
  ],
  ['the rest of zeros', (bytes, _, random) => bytes.fill(0, below(random, bytes.length))],
  [
    'two files',
    (bytes, other, random) => {
      const at = below(random, Math.min(bytes.length, other.length))
      return Buffer.concat([bytes.subarray(0, at), other.subarray(at)])
    },
  ],
  [
    'a piece of another',
    (bytes, other, random) => {
      const from = below(random, other.length)
      other.copy(bytes, below(random, bytes.length), from, from + 1 + below(random, 64))
      return bytes
    },
  ],
  [
    'pieces in another order',
    (bytes, _, random) => {
      const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => below(random, bytes.length)).toSorted((x, y) => x - y)
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)])
    },
  ],
  [
    'a piece twice',
    (bytes, _, random) => {
      const at = below(random, bytes.length)
      return Buffer.concat([bytes.subarray(0, at + 1 + below(random, 200)), bytes.subarray(at)])
    },
  ],
  [
    'a length',
    (bytes, _, random) => {
      const length = LENGTHS[below(random, LENGTHS.length)]!
      const at = below(random, Math.max(1, bytes.length - 8))
      if (bytes.length < 8) return bytes
      if (random() < 0.5) bytes.writeBigUInt64BE(BigInt.asUintN(64, length), at)
      else bytes.writeUInt32BE(Number(BigInt.asUintN(32, length)), at)
      return bytes
    },
  ],
  [
    'lists in lists',
    (bytes, _, random) => {
      const at = below(random, bytes.length)
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(10_000, 0x81), bytes.subarray(at)])
    },
  ],
]
