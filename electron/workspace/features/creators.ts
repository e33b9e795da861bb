/** Creators as a list. */

import { pageCreators } from '../../../db/repositories/creators'
import { AppError } from '../../../shared/errors'
import { os } from '../serve'
import { nextOffset, readOffset } from '../support'

const pending = () => {
  throw new AppError('internal', { incident: 'pending' })
}

export const creators = {
  get: os.creators.get.handler(pending),
  put: os.creators.put.handler(pending),
  merge: os.creators.merge.handler(pending),
  unmerge: os.creators.unmerge.handler(pending),

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
