/** What was said to creators: contacts, templates and their reply rates, batch sheets, quotas. */

import { handlesOf } from '../../../db/repositories/creators'
import { AppError } from '../../../shared/errors'
import { claimsOfCreators, toCreatorClaims } from '../claiming/lookup'
import { logContact } from '../outreach/contact'
import { os } from '../serve'
import { write } from '../support'

export const outreach = {
  log: os.outreach.log.handler(async ({ input: { override, ...contact }, context }) => {
    const { db } = context.host.current().workspace
    const { creatorId } = contact
    const handle = handlesOf(db, [creatorId]).get(creatorId)
    if (handle === undefined) throw new AppError('record.notFound', { entity: 'creators', id: creatorId })
    const touchId = await write(context, `outreach.${contact.kind}`, handle, (tx) =>
      logContact(context, tx, contact, override),
    )
    const [found] = claimsOfCreators(db, [creatorId], context.now())
    return { touchId, claims: toCreatorClaims(creatorId, found?.claims ?? [], context.author(), context.now()) }
  }),
}
