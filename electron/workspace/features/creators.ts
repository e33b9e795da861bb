/** Creators as a list. */

import { pageCreators } from '../../../db/repositories/creators'
import { os } from '../serve'
import { nextOffset, readOffset } from '../support'

export const creators = {
  list: os.creators.list.handler(({ input: { cursor, limit, ...filter }, context }) => {
    const offset = readOffset(cursor)
    const { rows, total } = pageCreators(context.host.current().workspace.db, filter, { offset, limit })
    return {
      rows: rows.map((row) => ({ ...row, handle: row.handle ?? row.id })),
      total,
      nextCursor: nextOffset(offset, limit, total),
    }
  }),
}
