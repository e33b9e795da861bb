/** Creators: the list of them. */

import { pageCreators } from '../../../db/repositories/creators'
import { mergedCreators } from '../lookups/creators'
import { os } from '../serve'
import { nextOffset, readOffset } from '../support'

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
}
