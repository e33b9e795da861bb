/** Everything that happened with one creator: gathered, filtered, paged. */

import { countKinds, timelineOf } from '../../../shared/domain/timeline'
import { gatherTimeline } from '../profile/timeline'
import { os } from '../serve'
import { nextOffset, readOffset } from '../support'

export const creatorTimeline = {
  timeline: os.creators.timeline.handler(async ({ input: { id, kinds, shopId, cursor, limit }, context }) => {
    const all = await gatherTimeline(context, id)
    const entries = timelineOf(all, { kinds, shopId: shopId ?? null })
    const offset = readOffset(cursor)
    return {
      rows: entries.slice(offset, offset + limit).map((entry) => ({ ...entry, fields: [...entry.fields] })),
      total: entries.length,
      nextCursor: nextOffset(offset, limit, entries.length),
      counts: countKinds(all, shopId ?? null),
    }
  }),
}
