/** Small helpers over a store's files. */

import { MAX_FILE_BYTES } from './folder-files'
import type { Store } from './types'

/** All bytes of a file, or null while it is not here; more than any of our files may have counts as its first bytes only. */
export async function wholeFile(store: Store, name: string): Promise<Uint8Array | null> {
  const pieces = await store.get(name, 0, MAX_FILE_BYTES + 1)
  if (pieces === null) return null
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
