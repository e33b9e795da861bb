/** What is worked out from a shop's lines, kept until they change: of one shop at a time. */

import type { Database } from 'better-sqlite3'

interface Kept<T> {
  readonly shopId: string
  readonly version: number
  readonly value: Promise<T>
}

/** `work`, done once for everybody who asks before the shop's lines change; what failed is tried again. */
export function keptWhileUnchanged<T>(
  work: (db: Database, shopId: string) => Promise<T>,
): (db: Database, shopId: string) => Promise<T> {
  const kept = new WeakMap<Database, Kept<T>>()
  return async (db, shopId) => {
    const version = db.prepare<[string], number>('SELECT version FROM dim_shops WHERE id = ?').pluck().get(shopId) ?? 0
    const known = kept.get(db)
    if (known?.shopId === shopId && known.version === version) return known.value
    const made = { shopId, version, value: work(db, shopId) }
    kept.set(db, made)
    try {
      return await made.value
    } catch (cause) {
      if (kept.get(db) === made) kept.delete(db)
      throw cause
    }
  }
}
