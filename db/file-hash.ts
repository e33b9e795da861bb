/** The hash that names a file's content. */

import { createHash } from 'node:crypto'
import fs from 'node:fs'

const PIECE_BYTES = 1 << 20

/** SHA-256 of a file's bytes, hex; read piece by piece, with other work in between. */
export async function sha256OfFile(file: string): Promise<string> {
  const handle = await fs.promises.open(file)
  try {
    const hash = createHash('sha256')
    // One room for all pieces: a stream would leave each to the garbage collector.
    const room = Buffer.allocUnsafe(PIECE_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(room, 0, PIECE_BYTES, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(room.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}
