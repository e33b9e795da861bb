/** Who talks to a creator until when, so that nobody is the second to write; sheets for colleagues of other workspaces. */

import path from 'node:path'

import type { ReadableDb } from '../../../db/database'
import { claimsFrom, holdingClaims } from '../../../db/repositories/claims'
import type { WorkspaceContext } from '../context'
import { claimByContact, claimsOn, releaseClaim } from '../claiming/claim'
import { claimDays } from '../claiming/days'
import { claimsLookup, claimsOfCreators, toCreatorClaims } from '../claiming/lookup'
import { ownSheet, readSheet, writeSheet } from '../claiming/sheet'
import { claimKey } from '../claiming/subjects'
import { handlesOf } from '../../../db/repositories/creators'
import type { CreatorClaims } from '../../../shared/contract/claims'
import { type Claim, holdsAt, later } from '../../../shared/domain/claims'
import { claimsIn } from '../../../shared/domain/claims-sheet'
import { AppError } from '../../../shared/errors'
import { os } from '../serve'
import { put, write } from '../support'

export const claims = {
  of: os.claims.of.handler(({ input, context }) => {
    const now = context.now()
    return claimsOfCreators(context.host.current().workspace.db, input.creators, now).map(
      ({ creatorId, claims: all }) => toCreatorClaims(creatorId, all, context.author(), now),
    )
  }),

  claim: os.claims.claim.handler(async ({ input: { creatorId, override }, context }) => {
    await write(context, 'claims.claim', handleOf(context, creatorId), (tx) =>
      claimByContact(context, tx, { creatorId, at: context.now(), days: claimDays(context, tx, null), override }),
    )
    return standing(context, creatorId)
  }),

  release: os.claims.release.handler(async ({ input: { creatorId, owner, reason }, context }) => {
    const person = owner ?? context.author()
    await write(context, 'claims.release', handleOf(context, creatorId), (tx) => {
      const now = context.now()
      const own = claimsOn(context, tx, creatorId).filter((claim) => claim.owner === person && holdsAt(claim, now))
      if (own.length === 0) throw new AppError('record.notFound', { entity: 'claims', id: person })
      for (const claim of own) releaseClaim(context, tx, claim, reason)
    })
    return standing(context, creatorId)
  }),

  list: os.claims.list.handler(({ context }) => {
    const { db } = context.host.current().workspace
    const now = context.now()
    const holders = [...claimsLookup(db, now)]
    const handles = handlesOf(
      db,
      holders.map(([id]) => id),
    )
    const subjects = new Set(holdingClaims(db, now).map(({ subject }) => subject))
    const rows = claimsOfCreators(
      db,
      holders.map(([id]) => id),
      now,
    ).flatMap(({ creatorId, claims: all }) => {
      for (const { subject } of all) subjects.delete(subject)
      const { holder } = toCreatorClaims(creatorId, all, context.author(), now)
      return holder ? [{ ...holder, creatorId, handle: handles.get(creatorId) ?? creatorId }] : []
    })
    return {
      rows: rows.toSorted((a, b) => a.until - b.until || (a.handle < b.handle ? -1 : 1)),
      unknown: subjects.size,
    }
  }),

  exportSheet: os.claims.exportSheet.handler(async ({ input: { file, passphrase, plain }, context }) => {
    const { db, workspaceId } = context.host.current().workspace
    const lock = plain ? null : (passphrase ?? (await context.secrets.passphrase(workspaceId)))
    const sheet = ownSheet(db, context.now())
    const to = path.resolve(file)
    await writeSheet(to, sheet, lock)
    return { file: to, claims: sheet.claims.length, encrypted: lock !== null }
  }),

  importSheet: os.claims.importSheet.handler(async ({ input: { file, passphrase }, context }) => {
    const { db, workspaceId } = context.host.current().workspace
    const from = path.resolve(file)
    const sheet = await readSheet(from, passphrase ?? (await context.secrets.passphrase(workspaceId)), context.now())
    const told = claimsIn(sheet)
    const none = { claims: told.length, added: 0, changed: 0, unchanged: 0 }
    if (sheet.key === claimKey(db)) return { ...none, own: true }
    const counts = differences(db, told, sheet.key)
    if (counts.write.length === 0) return { ...none, unchanged: told.length, own: false }
    await write(context, 'claims.importSheet', String(counts.write.length), (tx) => {
      for (const claim of differences(tx, told, sheet.key).write) put(context, tx, 'claims', null, { ...claim })
    })
    const { added, changed } = counts
    return { claims: told.length, added, changed, unchanged: told.length - added - changed, own: false }
  }),
}

/** What of a sheet is new here, or later than what is known. */
function differences(db: ReadableDb, told: readonly Claim[], origin: string) {
  const known = new Map(
    claimsFrom(db, origin).map(({ id: _id, ...claim }) => [`${claim.subject} ${claim.owner}`, claim]),
  )
  const write: Claim[] = []
  let added = 0
  for (const claim of told) {
    const before = known.get(`${claim.subject} ${claim.owner}`)
    const after = before ? later<Claim>(before, claim) : claim
    if (before && isEqual(before, after)) continue
    if (!before) added++
    write.push(after)
  }
  return { write, added, changed: write.length - added }
}

function isEqual(a: Claim, b: Claim): boolean {
  return (
    a.since === b.since &&
    a.until === b.until &&
    a.lastContact === b.lastContact &&
    a.released === b.released &&
    a.reason === b.reason
  )
}

function handleOf(context: WorkspaceContext, creatorId: string): string {
  const handle = handlesOf(context.host.current().workspace.db, [creatorId]).get(creatorId)
  if (handle === undefined) throw new AppError('record.notFound', { entity: 'creators', id: creatorId })
  return handle
}

function standing(context: WorkspaceContext, creatorId: string): CreatorClaims {
  const now = context.now()
  const [found] = claimsOfCreators(context.host.current().workspace.db, [creatorId], now)
  return toCreatorClaims(creatorId, found?.claims ?? [], context.author(), now)
}
