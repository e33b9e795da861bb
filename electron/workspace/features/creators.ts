/** Creators: the list, one of them, and duplicates made one. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import {
  type CreatorDetails,
  findCreator,
  handlesOf,
  listAliases,
  type Merged,
  pageCreators,
} from '../../../db/repositories/creators'
import { deleteRecord } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import { mergedCreators } from '../lookups/creators'
import { os } from '../serve'
import { nextOffset, put, readOffset, write } from '../support'

export const creators = {
  list: os.creators.list.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const { db } = context.host.current().workspace
    const offset = readOffset(cursor)
    const { rows, total } = pageCreators(db, mergedCreators(db), filter, { offset, limit })
    return {
      rows: rows.map((row) => ({ ...row, handle: row.handle ?? row.id })),
      total,
      nextCursor: nextOffset(offset, limit, total),
    }
  }),

  get: os.creators.get.handler(({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const merged = mergedCreators(db)
    const { tags, ...creator } = creatorOf(db, merged, id)
    const others = [...merged].flatMap(([loser, winner]) => (winner === id ? [loser] : []))
    const handles = handlesOf(db, others)
    return {
      ...creator,
      handle: creator.handle ?? id,
      tags: readTags(tags),
      merged: others.map((other) => ({ id: other, handle: handles.get(other) ?? other })),
    }
  }),

  put: os.creators.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { handle } = creatorOf(db, mergedCreators(db), id)
    const { tags, ...rest } = fields
    await write(context, 'creators.update', handle ?? id, (tx) =>
      put(context, tx, 'creators', id, { ...rest, ...(tags && { tags: JSON.stringify([...new Set(tags)]) }) }),
    )
    return {}
  }),

  merge: os.creators.merge.handler(async ({ input: { loser, winner, take }, context }) => {
    const { db } = context.host.current().workspace
    const { handle } = creatorOf(db, mergedCreators(db), winner)
    await write(context, 'creators.merge', handle ?? winner, (tx) => {
      const merged = mergedCreators(tx)
      // Of two that are other names of somebody already, those that stand for them are meant.
      const [from, to] = [merged.get(loser) ?? loser, merged.get(winner) ?? winner]
      if (from === to)
        throw new AppError('record.invalid', { entity: 'creators', field: 'winner', reason: 'sameRecord' })
      const values = creatorOf(tx, merged, from)
      creatorOf(tx, merged, to)
      put(context, tx, 'aliases', from, { entity: 'creators', toId: to })
      const taken = Object.fromEntries(take.map((field) => [field, values[field]]))
      if (take.length > 0) put(context, tx, 'creators', to, taken)
    })
    return {}
  }),

  unmerge: os.creators.unmerge.handler(async ({ input: { loser }, context }) => {
    const { db } = context.host.current().workspace
    if (!listAliases(db, 'creators').some(([id]) => id === loser)) {
      throw new AppError('record.notFound', { entity: 'aliases', id: loser })
    }
    const subject = handlesOf(db, [loser]).get(loser) ?? loser
    await write(context, 'creators.unmerge', subject, (tx: WritableDb) => deleteRecord(tx, 'aliases', loser))
    return {}
  }),
}

function creatorOf(db: ReadableDb, merged: Merged, id: string): CreatorDetails {
  const creator = findCreator(db, merged, id)
  if (!creator) {
    throw new AppError('record.notFound', { entity: 'creators', id })
  }
  return creator
}

/** Tags are a list of texts; anything else that a file or a merge brought shows as none. */
function readTags(json: string | null): string[] {
  try {
    const tags: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
  } catch {
    return []
  }
}
