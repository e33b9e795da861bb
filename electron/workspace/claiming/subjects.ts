/**
 * What a claim is on: a keyed hash of the handle, so that who does not know the handle cannot read it out of the claim.
 *
 * Every copy of a workspace works out the same key, so two colleagues who claim one creator apart claim the same subject.
 * Who has the key and knows a handle can test whether it is claimed; that is what claims are for.
 */

import { createHmac } from 'node:crypto'

import type { ReadableDb } from '../../../db/database'
import { readIdentity } from '../../../db/identity'
import { normalHandle } from '../../../shared/sync/ids'

/** Hex digits of a subject: 128 bits. */
export const SUBJECT_DIGITS = 32
/** Handles whose hashes are kept before all are forgotten; they are a few bytes each and never leave memory. */
const KEPT = 1_000_000

const kept = new Map<string, Map<string, string>>()

/** The key under which this workspace claims, in hex. It tells nothing of the workspace. */
export function claimKey(db: ReadableDb): string {
  return createHmac('sha256', readIdentity(db.$client).workspaceId).update('starboard claims').digest('hex')
}

/** The subject of a claim on this handle under a key. */
export function subjectOf(key: string, handle: string): string {
  const known = kept.get(key) ?? new Map<string, string>()
  if (known.size >= KEPT) known.clear()
  kept.set(key, known)
  const before = known.get(handle)
  if (before !== undefined) return before
  const subject = createHmac('sha256', Buffer.from(key, 'hex'))
    .update(normalHandle(handle), 'utf8')
    .digest('hex')
    .slice(0, SUBJECT_DIGITS)
  known.set(handle, subject)
  return subject
}
