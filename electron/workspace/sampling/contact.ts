/** What is said about a sample under way, inside a command. */

import type { WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { collisionOf } from '../../../shared/domain/claims'
import { claimsOn } from '../claiming/claim'
import type { WorkspaceContext } from '../context'
import { logContact, type NewContact } from '../outreach/contact'
import { put } from '../support'

/**
 * Logs a contact as anybody does. Where a colleague holds the creator it is written down beside their claim and changes
 * nothing of it: a reminder for a parcel is no second approach.
 */
export function logAboutSample(context: WorkspaceContext, tx: WritableDb, contact: NewContact): string {
  if (collisionOf(claimsOn(context, tx, contact.creatorId), context.author(), context.now()) === null)
    return logContact(context, tx, contact, null)
  keepCreator(tx, contact.creatorId)
  const at = contact.at ?? context.now()
  return put(context, tx, 'touches', null, { ...contact, at, person: context.author() })
}
