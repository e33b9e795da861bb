/** ZIP files put together by hand, honest or not. */

import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly name: string
  readonly content: Buffer
  /** Says that it is behind a password. */
  readonly encrypted?: boolean
  /** What the table of contents says it unpacks to. */
  readonly claimedBytes?: number
}

export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, encrypted = false, claimedBytes = content.length } of parts) {
    const packed = deflateRawSync(content)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(encrypted ? 1 : 0, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(claimedBytes, 18)
    about.writeUInt16LE(name.length, 22)
    bodies.push(Buffer.from('PK\u0003\u0004'), about, Buffer.from(name), packed)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    entries.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), about, end, Buffer.from(name))
    offset += 4 + 26 + name.length + packed.length
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
