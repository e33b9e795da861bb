/**
 * Compressed bytes with their length in front, and the bounds that keep a small file from becoming a huge one.
 *
 * Layout: length before compression (u32, big endian), brotli.
 */

import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { promisify } from 'node:util'

import { unreadable } from './refusal'

/** The largest piece of a file before compression: what is held in memory at once. */
export const MAX_RAW_BYTES = 64 * 1024 * 1024
/** More than this is no work of people but a bomb; small pieces may be as even as they like. */
const MAX_RATIO = 200
const ALWAYS_ALLOWED = 1024 * 1024
/** The strongest setting takes a second a megabyte. */
const STRONGEST_BELOW = 512 * 1024

const pack = promisify(brotliCompress)
const unpack = promisify(brotliDecompress)

/** The bytes compressed, or null where that does not pay or `decompress` would not take them. */
export async function compress(raw: Uint8Array): Promise<Uint8Array | null> {
  const packed = await pack(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: raw.length <= STRONGEST_BELOW ? 11 : 9,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  })
  if (packed.length + 4 >= raw.length || !isPlausible(raw.length, packed.length)) return null
  const length = Buffer.alloc(4)
  length.writeUInt32BE(raw.length)
  return Buffer.concat([length, packed])
}

/** What `compress` was given; refuses bombs as `sync.unreadable`, reason `tooLarge`, and anything else as `malformed`. */
export async function decompress(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  if (bytes.length < 5) throw unreadable(file, 'malformed')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (!isPlausible(length, bytes.length - 4)) throw unreadable(file, 'tooLarge')
  let raw: Buffer
  try {
    raw = await unpack(bytes.subarray(4), { maxOutputLength: Math.max(1, length) })
  } catch (error) {
    throw unreadable(file, 'malformed', error)
  }
  if (raw.length !== length) throw unreadable(file, 'malformed')
  return raw
}

function isPlausible(rawLength: number, packedLength: number): boolean {
  return rawLength <= MAX_RAW_BYTES && (rawLength <= ALWAYS_ALLOWED || rawLength <= packedLength * MAX_RATIO)
}
