/**
 * A claims sheet: what colleagues of another workspace need to know so that nobody is written to twice, and nothing else.
 *
 * Promise: a sheet that was read holds hashes, owners' names and dates within bounds. It is somebody else's file until then.
 */

import { z } from '../schema'
import { type Claim, later } from './claims'

export const SHEET_VERSION = 1
/** Bytes of a sheet that is read at most, and claims in it. */
export const MAX_SHEET_BYTES = 16 * 1024 * 1024
export const MAX_SHEET_CLAIMS = 100_000

const DAY_MS = 86_400_000
/** No claim began before this app; none lasts longer than a year from when its sheet was made. */
const EARLIEST = Date.UTC(2020, 0, 1)
const LONGEST_MS = 366 * DAY_MS
/** How far ahead another computer's clock may be. */
const AHEAD_MS = 2 * DAY_MS

const Instant = z
  .int()
  .min(EARLIEST)
  .max(Date.UTC(2100, 0, 1))

/** `[subject, place in owners, since, until, last contact or null, 1 when released]`. */
const Line = z.tuple([
  z.string().regex(/^[0-9a-f]{32}$/),
  z.int().min(0),
  Instant,
  Instant,
  Instant.nullable(),
  z.union([z.literal(0), z.literal(1)]),
])

export const ClaimsSheet = z.strictObject({
  starboardClaims: z.literal(SHEET_VERSION),
  /** The key that its subjects were hashed with, in hex: who knows a handle can test it, nobody can read one. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  made: Instant,
  owners: z
    .array(
      z
        .string()
        .min(1)
        .max(120)
        .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u),
    )
    .max(1000),
  claims: z.array(Line).max(MAX_SHEET_CLAIMS),
})
export type ClaimsSheet = z.infer<typeof ClaimsSheet>

/** What makes the sheet's own content unfit although each piece is well formed; null: nothing. */
export function sheetProblem({ owners, claims, made }: ClaimsSheet, now: number): string | null {
  if (made > now + AHEAD_MS) return 'made'
  for (const [, owner, since, until, lastContact] of claims) {
    if (owner >= owners.length) return 'owner'
    if (since >= until || since > made + AHEAD_MS) return 'since'
    if (until > made + LONGEST_MS) return 'until'
    if (lastContact !== null && lastContact > made + AHEAD_MS) return 'lastContact'
  }
  return null
}

/** The claims of a sheet, one of each person on each subject whatever it says twice, in the order of their subjects. */
export function claimsIn(sheet: ClaimsSheet): Claim[] {
  const claims = new Map<string, Claim>()
  for (const [subject, owner, since, until, lastContact, released] of sheet.claims) {
    const name = sheet.owners[owner]?.normalize('NFC') ?? ''
    const claim: Claim = {
      subject,
      owner: name,
      since,
      until,
      lastContact,
      released: released === 1,
      reason: null,
      origin: sheet.key,
    }
    const before = claims.get(`${subject} ${name}`)
    claims.set(`${subject} ${name}`, before ? later(before, claim) : claim)
  }
  return [...claims.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim)
}

/** The sheet of these claims. `key` in hex. */
export function sheetOf(claims: readonly Claim[], key: string, now: number): ClaimsSheet {
  const owners = [...new Set(claims.map(({ owner }) => owner))].toSorted()
  const place = new Map(owners.map((owner, i) => [owner, i]))
  const lines = claims.map(({ subject, owner, since, until, lastContact, released }): z.infer<typeof Line> => [
    subject,
    place.get(owner) ?? 0,
    since,
    until,
    lastContact,
    released ? 1 : 0,
  ])
  // By subject, so that the order says nothing of when or for whom they were made.
  return {
    starboardClaims: SHEET_VERSION,
    key,
    made: now,
    owners,
    claims: lines.toSorted((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)),
  }
}
