/** What people should know of or decide, and their decisions. */

import { requireEntity } from '../../../db/repositories/records'
import { decide } from '../inbox/decide'
import { countItems, inboxOf, noteSeen, quietMarks, toItem } from '../inbox/inbox'
import { os } from '../serve'

export const inbox = {
  list: os.inbox.list.handler(({ input: { levels, entity, recordId, includeSeen, limit }, context }) => {
    const open = inboxOf(context)
    const seen = open.seen()
    const about = open
      .drafts()
      .filter(
        (draft) =>
          (entity === undefined || draft.entity === entity) && (recordId === undefined || draft.recordId === recordId),
      )
    const wanted = about.filter(
      ({ id, level }) =>
        (levels === undefined || levels.includes(level)) && (includeSeen || level !== 'notice' || !seen.has(id)),
    )
    return {
      items: wanted.slice(0, limit).map((draft) => toItem(open, draft)),
      total: wanted.length,
      counts: countItems(open, about),
    }
  }),

  decide: os.inbox.decide.handler(async ({ input: { decisions }, context }) => {
    await decide(context, decisions)
    return { decided: decisions.length }
  }),

  seen: os.inbox.seen.handler(async ({ input: { items }, context }) => {
    await noteSeen(context, items)
    return {}
  }),

  marks: os.inbox.marks.handler(({ input: { entity }, context }) => {
    const open = inboxOf(context)
    const name = requireEntity(entity)
    return [
      ...open
        .drafts()
        .filter((draft) => draft.entity === name)
        .map(({ recordId: id, field, level }) => ({ id, field, level })),
      ...quietMarks(open, name).map((mark) => ({ ...mark, level: 'quiet' as const })),
    ]
  }),
}
