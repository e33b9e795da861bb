/** Saved views of lists: filters, sorting, groups, columns and colours, of one person or shared. */

import type { ReadableDb } from '../../../db/database'
import { deleteRecord } from '../../../db/repositories/records'
import { listViews } from '../../../db/repositories/views'
import type { View } from '../../../shared/contract/views'
import { ViewBody } from '../../../shared/domain/lists'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { os } from '../serve'
import { put, write } from '../support'

export const views = {
  list: os.views.list.handler(({ input: { list }, context }) => usable(context, list)),

  add: os.views.add.handler(async ({ input: { list, name, shared, body }, context }) => {
    const id = await write(context, 'views.add', name, (tx) => {
      const order = 1 + Math.max(-1, ...stored(context, tx, list).map((view) => view.order ?? -1))
      const owner = context.author()
      return put(context, tx, 'views', null, { list, name, owner, shared, order, body: JSON.stringify(body) })
    })
    return viewOf(context, id)
  }),

  update: os.views.update.handler(async ({ input: { id, name, shared, body }, context }) => {
    const before = viewOf(context, id)
    if (shared === false && before.shared && !before.mine) {
      throw new AppError('record.invalid', { entity: 'views', field: 'shared', reason: 'notYours' })
    }
    const fields = { name, shared, ...(body && { body: JSON.stringify(body) }) }
    await write(context, 'views.update', name ?? before.name, (tx) => put(context, tx, 'views', id, fields))
    return viewOf(context, id)
  }),

  remove: os.views.remove.handler(async ({ input: { id }, context }) => {
    await write(context, 'views.remove', viewOf(context, id).name, (tx) => deleteRecord(tx, 'views', id))
    return {}
  }),

  reorder: os.views.reorder.handler(async ({ input: { list, ids }, context }) => {
    const places = new Map(ids.map((id, place) => [id, place]))
    await write(context, 'views.reorder', list, (tx) => {
      for (const { id, order } of stored(context, tx, list)) {
        const place = places.get(id)
        if (place !== undefined && place !== order) put(context, tx, 'views', id, { order: place })
      }
    })
    return {}
  }),
}

function stored(context: WorkspaceContext, db: ReadableDb, list?: string) {
  return listViews(db, context.author(), list)
}

function usable(context: WorkspaceContext, list?: string): View[] {
  return stored(context, context.host.current().workspace.db, list).map((view) => ({
    id: view.id,
    list: view.list ?? '',
    name: view.name ?? '',
    owner: view.owner,
    mine: view.owner === context.author(),
    shared: view.shared === true || view.owner === null,
    body: ViewBody.safeParse(view.body).data ?? null,
  }))
}

/** A view that is somebody else's own is not found, as in lists. */
function viewOf(context: WorkspaceContext, id: string): View {
  const view = usable(context).find((one) => one.id === id)
  if (!view) throw new AppError('record.notFound', { entity: 'views', id })
  return view
}
