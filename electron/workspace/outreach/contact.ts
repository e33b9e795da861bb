/** One contact, inside a command: the record, what follows of it, and the claim of who wrote. */

import type { WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import type { z } from '../../../shared/schema'
import type { ContactFields, TouchKind } from '../../../shared/contract/outreach'
import { collisionOf } from '../../../shared/domain/claims'
import type { CreatorEvent } from '../../../shared/domain/pipelines'
import { claimByContact, claimsOn } from '../claiming/claim'
import { claimDays } from '../claiming/days'
import type { WorkspaceContext } from '../context'
import { happened } from '../following/happened'
import { put } from '../support'

export type NewContact = z.infer<typeof ContactFields> & { readonly batch?: string }

const EVENT: Readonly<Record<TouchKind, CreatorEvent | null>> = {
  sent: 'contacted',
  call: 'contacted',
  meeting: 'contacted',
  replied: 'replied',
  note: null,
}

/** Answers the new record's id. Refused as `claim.held` where it would be the second message of two people. */
export function logContact(
  context: WorkspaceContext,
  tx: WritableDb,
  contact: NewContact,
  override: { readonly reason: string } | null,
): string {
  const { creatorId, shopId, kind } = contact
  const at = contact.at ?? context.now()
  keepCreator(tx, creatorId)
  const touch = put(context, tx, 'touches', null, { ...contact, at, person: context.author() })
  // What they say to us, whoever takes it down, is no second message of ours.
  const theirs = kind === 'replied' && collisionOf(claimsOn(context, tx, creatorId), context.author(), context.now())
  if (kind !== 'note' && !theirs) {
    claimByContact(context, tx, { creatorId, at, days: claimDays(context, tx, shopId), override })
  }
  const event = EVENT[kind]
  if (event !== null) happened(context, tx, { event, creatorId, shopId, at })
  return touch
}
