/** ZIP files: equal parts make equal files, whenever and wherever they are made. */

import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  /** With `/` between folders. */
  readonly name: string
  readonly content: Buffer
}

/** 1 January 1980, the first day that the format knows: when something was made is said inside. */
const DAY = (1 << 5) | 1
const DEFLATED = 8
/** Names are UTF-8. */
const UTF8 = 1 << 11

/** The bytes of a ZIP file of these parts in their order; for what fits into memory. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const packed = deflateRawSync(content, { level: 9 })
    const words = Buffer.from(name, 'utf8')
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(UTF8, 2)
    about.writeUInt16LE(DEFLATED, 4)
    about.writeUInt16LE(DAY, 8)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(content.length, 18)
    about.writeUInt16LE(words.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\u0003\u0004'), about, words, packed)
    entries.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, place, words)
    offset += 30 + words.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}
