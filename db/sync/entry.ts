/** One entry of a colleague's log: read, and held against what this build can apply. */

import { type Body, decodeBody, decodeHead, READER } from '../../shared/sync/body'
import { readOps, type SplitOps } from '../../shared/sync/upcast'

export interface ReadEntry {
  readonly body: Body
  readonly ops: SplitOps
}

/**
 * The entry, `newer` for one that only a newer app can read, `malformed` for bytes that are none, values that are not of
 * their column's kind and impossible dates.
 */
export function readEntry(bytes: Uint8Array): ReadEntry | 'newer' | 'malformed' {
  try {
    const body = decodeBody(bytes)
    return { body, ops: readOps(body) }
  } catch {
    return isNewer(bytes) ? 'newer' : 'malformed'
  }
}

function isNewer(bytes: Uint8Array): boolean {
  try {
    return decodeHead(bytes).minReader > READER
  } catch {
    return false
  }
}
