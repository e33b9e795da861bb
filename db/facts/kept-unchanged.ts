/** What is worked out from a shop's lines, kept until they change: of one shop at a time. */

import type { Database } from 'better-sqlite3'

interface Kept<T> {
  readonly shopId: string
  readonly version: number
  readonly value: Promise<T>
}

const TRIES = 5

/**
 * `work`, done once for everybody who asks before the shop's lines change. Lines that come or go while it is being done,
 * whether it fails or not, make it begin again.
 */
export function keptWhileUnchanged<T>(
  work: (db: Database, shopId: string) => Promise<T>,
): (db: Database, shopId: string) => Promise<T> {
  const kept = new WeakMap<Database, Kept<T>>()
  return async (db, shopId) => {
    for (let left = TRIES; ; left--) {
      const version = versionOf(db, shopId)
      const known = kept.get(db)
      const made =
        known?.shopId === shopId && known.version === version ? known : { shopId, version, value: work(db, shopId) }
      kept.set(db, made)
      try {
        const value = await made.value
        if (versionOf(db, shopId) === version) return value
      } catch (cause) {
        if (kept.get(db) === made) kept.delete(db)
        if (versionOf(db, shopId) === version) throw cause
      }
      if (left === 0) throw new Error(`the lines of ${shopId} changed ${TRIES} times while they were read`)
    }
  }
}

function versionOf(db: Database, shopId: string): number {
  return db.prepare<[string], number>('SELECT version FROM dim_shops WHERE id = ?').pluck().get(shopId) ?? 0
}
