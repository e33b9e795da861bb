/** What was said to creators, and how many more may be written to this week. */

import { handlesOf } from '../../../db/repositories/creators'
import { pageTouches } from '../../../db/repositories/outreach'
import { deleteRecord } from '../../../db/repositories/records'
import { writeSetting } from '../../../db/repositories/settings'
import { TOUCH_KINDS } from '../../../shared/contract/outreach'
import { AppError } from '../../../shared/errors'
import { claimsOfCreators, toCreatorClaims } from '../claiming/lookup'
import { idsOfPerson } from '../lookups/creator-record'
import { allShops, findShop } from '../lookups/shops'
import { logContact } from '../outreach/contact'
import { quotaKey, shopQuota } from '../outreach/quota'
import { os } from '../serve'
import { nextOffset, readOffset, write } from '../support'

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

  touches: os.outreach.touches.handler(({ input: { cursor, limit, creatorId, ...filter }, context }) => {
    const { db } = context.host.current().workspace
    const offset = readOffset(cursor)
    const creatorIds = creatorId === undefined ? undefined : idsOfPerson(db, creatorId)
    const { rows, total } = pageTouches(db, { ...filter, creatorIds }, { offset, limit })
    return {
      rows: rows.flatMap((row) => {
        const kind = TOUCH_KINDS.find((known) => known === row.kind)
        return kind ? [{ ...row, kind, handle: row.handle ?? row.creatorId }] : []
      }),
      total,
      nextCursor: nextOffset(offset, limit, total),
    }
  }),

  removeTouch: os.outreach.removeTouch.handler(async ({ input: { id }, context }) => {
    await write(context, 'outreach.removeTouch', '1', (tx) => deleteRecord(tx, 'touches', id))
    return {}
  }),

  quotas: os.outreach.quotas.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const wanted = input.shops
      ? input.shops.map((id) => findShop(db, id))
      : allShops(db).filter(({ archived }) => !archived)
    return Promise.all(wanted.map((shop) => shopQuota(context, db, shop)))
  }),

  setQuota: os.outreach.setQuota.handler(async ({ input: { shopId, basis }, context }) => {
    const { db } = context.host.current().workspace
    const shop = findShop(db, shopId)
    await write(context, 'outreach.setQuota', shop.name, (tx) =>
      writeSetting(tx, quotaKey(shopId), basis, context.now()),
    )
    return shopQuota(context, db, shop)
  }),
}
