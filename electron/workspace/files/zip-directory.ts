/**
 * The table of contents of a ZIP file: what is in it and how large it becomes, before anything is unpacked.
 */

import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packedBytes: number
  readonly bytes: number
  readonly offset: number
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LONGEST_END = 22 + 0xffff

/** The entries, or null when the file ends before its table of contents. */
export function readZipDirectory(zip: Buffer): readonly ZipEntry[] | null {
  let end = -1
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - LONGEST_END); at -= 1) {
    if (zip.readUInt32LE(at) === END_MARK) {
      end = at
      break
    }
  }
  if (end < 0) {
    return null
  }
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY_MARK) {
      return null
    }
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: zip.readUInt32LE(at + 20),
      bytes: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The content of a small entry; throws beyond `most` bytes. */
export function unpackEntry(zip: Buffer, entry: ZipEntry, most: number): Buffer {
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28)
  const packed = zip.subarray(start, start + entry.packedBytes)
  return entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most })
}
