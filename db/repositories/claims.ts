/** Claims on creators as queries see them: by the keyed hash of a handle, never by the handle. */

import type { Claim } from '../../shared/domain/claims'
import type { ReadableDb } from '../database'

export interface ClaimRow extends Claim {
  readonly id: string
}

type Stored = Omit<ClaimRow, 'released'> & { readonly released: number }

const COLUMNS = `SELECT id, subject, owner, since, until, last_contact AS lastContact, coalesce(released, 0) AS released,
  nullif(reason, '') AS reason, nullif(origin, '') AS origin FROM claims`
const WHOLE = '_del = 0 AND subject IS NOT NULL AND owner IS NOT NULL AND since IS NOT NULL AND until IS NOT NULL'

/** Claims on these subjects, lapsed and released ones too. */
export function claimsOn(db: ReadableDb, subjects: readonly string[]): ClaimRow[] {
  return db.$client
    .prepare<[string], Stored>(`${COLUMNS} WHERE ${WHOLE} AND subject IN (SELECT value FROM json_each(?)) ORDER BY id`)
    .all(JSON.stringify(subjects))
    .map(toClaim)
}

/** Every claim that holds at `now`. */
export function holdingClaims(db: ReadableDb, now: number): ClaimRow[] {
  return db.$client
    .prepare<[number], Stored>(`${COLUMNS} WHERE ${WHOLE} AND until > ? AND coalesce(released, 0) = 0 ORDER BY id`)
    .all(now)
    .map(toClaim)
}

/** Every claim that has not lapsed at `now`, released ones too. */
export function liveClaims(db: ReadableDb, now: number): ClaimRow[] {
  return db.$client
    .prepare<[number], Stored>(`${COLUMNS} WHERE ${WHOLE} AND until > ? ORDER BY id`)
    .all(now)
    .map(toClaim)
}

/** Every claim of one origin. */
export function claimsFrom(db: ReadableDb, origin: string): ClaimRow[] {
  return db.$client
    .prepare<[string], Stored>(`${COLUMNS} WHERE ${WHOLE} AND origin = ? ORDER BY id`)
    .all(origin)
    .map(toClaim)
}

/** Keys of the other workspaces whose sheets brought claims that hold at `now`, in hex. */
export function claimOrigins(db: ReadableDb, now: number): string[] {
  return db.$client
    .prepare<[number], string>(
      `SELECT DISTINCT origin FROM claims WHERE _del = 0 AND origin <> '' AND until > ? ORDER BY origin`,
    )
    .pluck()
    .all(now)
}

/** Every creator's handle by id, those that only imports name too. */
export function allHandles(db: ReadableDb): { readonly id: string; readonly handle: string }[] {
  return db.$client
    .prepare<[], { id: string; handle: string }>(
      'SELECT id, handle FROM creators WHERE _del = 0 AND handle IS NOT NULL',
    )
    .all()
}

function toClaim(row: Stored): ClaimRow {
  return { ...row, released: row.released !== 0 }
}
