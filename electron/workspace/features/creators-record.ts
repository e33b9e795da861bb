/** One creator: read, edited, revealed field by field; duplicates made one and taken apart again. */

import { handlesOf } from '../../../db/repositories/creators'
import { getRecord } from '../../../db/repositories/records'
import { isTimezone } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { creatorRecord as recordOf, sourcesOf, textOf } from '../lookups/creator-record'
import { mergedCreators } from '../lookups/creators'
import { mergeCreators, unmergeCreators } from '../merging/merge'
import { os } from '../serve'
import { put, today, write } from '../support'

export const creatorRecord = {
  get: os.creators.get.handler(({ input: { id }, context }) =>
    recordOf(context.host.current().workspace.db, id, today(context)),
  ),

  put: os.creators.put.handler(async ({ input: { id, fields }, context }) => {
    const { tags, channels, ...rest } = fields
    if (typeof rest.timezone === 'string' && !isTimezone(rest.timezone))
      throw new AppError('record.invalid', { entity: 'creators', field: 'timezone', reason: 'notATimezone' })
    await write(context, 'creators.update', handleOf(context, id), (tx) =>
      put(context, tx, 'creators', id, {
        ...rest,
        ...(tags && { tags: JSON.stringify([...new Set(tags)]) }),
        ...(channels && { channels: JSON.stringify(channels) }),
      }),
    )
    return {}
  }),

  reveal: os.creators.reveal.handler(({ input: { id, field }, context }) => ({
    value: textOf(getRecord(context.host.current().workspace.db, 'creators', id)[field]),
  })),

  sources: os.creators.sources.handler(({ input: { id }, context }) =>
    sourcesOf(context.host.current().workspace.db, id),
  ),

  merge: os.creators.merge.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const winner = mergedCreators(db).get(input.winner) ?? input.winner
    await write(context, 'creators.merge', handleOf(context, winner), (tx) => mergeCreators(context, tx, input))
    return {}
  }),

  unmerge: os.creators.unmerge.handler(({ input: { loser }, context }) => {
    const { db } = context.host.current().workspace
    const subject = handlesOf(db, [loser]).get(loser) ?? loser
    return write(context, 'creators.unmerge', subject, (tx) => unmergeCreators(context, tx, loser))
  }),
}

function handleOf(context: WorkspaceContext, id: string): string {
  return textOf(getRecord(context.host.current().workspace.db, 'creators', id)['handle']) ?? id
}
