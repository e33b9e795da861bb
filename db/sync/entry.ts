/** One entry of a colleague's log: read, and held against what this build can apply. */

import { type Body, decodeBody, decodeHead, READER } from '../../shared/sync/body'
import { type KnownColumns, readOps, type SplitOps } from '../../shared/sync/upcast'
import type { RecordTable } from '../capture/tables'

export interface ReadEntry {
  readonly body: Body
  readonly ops: SplitOps
}

/**
 * The entry, `newer` for one that only a newer app can read, `malformed` for bytes that are none, values that are not of
 * their column's kind and impossible dates.
 */
export function readEntry(bytes: Uint8Array, known: KnownColumns): ReadEntry | 'newer' | 'malformed' {
  try {
    const body = decodeBody(bytes)
    return { body, ops: readOps(body, undefined, known) }
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

/** What `tables` know, for reading entries. */
export function knownColumns(tables: ReadonlyMap<number, RecordTable>): KnownColumns {
  return (n) => tables.get(n)?.columns
}
