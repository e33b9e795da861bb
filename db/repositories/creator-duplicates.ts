/** What the search for duplicates reads: everybody's names and contacts, and who is known not to be whom. */

import type { ReadableDb } from '../database'

export interface PersonRow {
  readonly id: string
  readonly handle: string
  readonly displayName: string | null
  readonly market: string | null
  readonly platformId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly bank: string | null
  readonly payee: string | null
  /** JSON. */
  readonly channels: string | null
}

const SELECT = `SELECT id, handle, display_name AS displayName, market, platform_id AS platformId, phone, email, address, bank, payee, channels
  FROM creators WHERE _del = 0 AND handle IS NOT NULL AND id NOT IN (SELECT id FROM erasures WHERE _del = 0)`

/** The next living creators by id, those who are other names of somebody too. */
export function personRows(db: ReadableDb, after: string, limit: number): PersonRow[] {
  return db.$client.prepare<[string, number], PersonRow>(`${SELECT} AND id > ? ORDER BY id LIMIT ?`).all(after, limit)
}

/** These creators, as far as they live. */
export function personRowsOf(db: ReadableDb, ids: readonly string[]): PersonRow[] {
  return db.$client
    .prepare<[string], PersonRow>(`${SELECT} AND id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
}

/** Decisions on who is not whom: the verdict is `notSame:` or `maybeSame:` and the other's id, the oldest first. */
export function identityVerdicts(db: ReadableDb): { readonly creatorId: string; readonly verdict: string }[] {
  return db.$client
    .prepare<[], { creatorId: string; verdict: string }>(
      `SELECT creator_id AS creatorId, verdict FROM creator_decisions
       WHERE _del = 0 AND kind = 'identity' AND creator_id IS NOT NULL AND verdict IS NOT NULL ORDER BY at, id`,
    )
    .all()
}
