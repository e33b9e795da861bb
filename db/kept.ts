/**
 * What is read from the file again and again, kept until somebody commits.
 *
 * Never older than the last commit: SQLite itself says whether there was one.
 */

import type { Sqlite } from './database'

/** Makes readers of one connection keep their answers; the connection itself must only read. */
export type Keep = <T>(read: () => T) => () => T

export function keepFor(reader: Sqlite): Keep {
  // Another number after every commit of another connection.
  const version = reader.prepare<[], number>('PRAGMA data_version').pluck()
  return (read) => {
    let kept: { readonly at: number | undefined; readonly value: ReturnType<typeof read> } | null = null
    return () => {
      const at = version.get()
      if (kept?.at !== at || kept === null) {
        kept = { at, value: read() }
      }
      return kept.value
    }
  }
}
