/** Any record by entity name, for the command line and for support. */

import { deleteRecord, getRecord, listRecords, putRecord, requireEntity } from '../../../db/repositories/records'
import { withoutHidden } from '../../../shared/contract/masks'
import { columnsOf, ENTITY_LIST, entityOf, type EntityName } from '../../../shared/sync/registry'
import { refuseAgreed, refuseRemoval } from '../contracting/agreed'
import { editable } from '../editing/editable'
import { subjectOf } from '../editing/subject'
import { writeTable } from '../exporting/write-table'
import { mergedGroups } from '../lookups/creators'
import { hiddenFrom } from '../roles/roles'
import { os } from '../serve'
import { write } from '../support'

const BLOCK = 500

export const records = {
  entities: os.records.entities.handler(() =>
    ENTITY_LIST.map((entity) => ({
      entity: entity.name,
      fields: columnsOf(entity).map(({ field, kind }) => ({ name: field, kind })),
    })),
  ),

  list: os.records.list.handler(({ input: { entity, where, cursor, limit }, context }) => {
    const { db } = context.host.current().workspace
    const name = requireEntity(entity)
    // Duplicates are one: under the name of the record that stands for them.
    const without = name === 'creators' ? mergedGroups(db).flatMap(({ others }) => others.map(({ id }) => id)) : []
    return listRecords(db, name, { where, cursor, limit, without })
  }),

  get: os.records.get.handler(({ input: { entity, id }, context }) =>
    getRecord(context.host.current().workspace.db, requireEntity(entity), id),
  ),

  put: os.records.put.handler(({ input: { entity, id, fields }, context }) => {
    const name = editable(entity)
    return write(context, `${name}.${id === undefined ? 'add' : 'update'}`, subjectOf(fields), (tx) => {
      if (name === 'contracts' && id !== undefined) refuseAgreed(tx, id, fields)
      return putRecord(tx, name, id ?? null, fields, context.now())
    })
  }),

  remove: os.records.remove.handler(async ({ input: { entity, id }, context }) => {
    const name = editable(entity)
    const { db } = context.host.current().workspace
    const record = getRecord(db, name, id)
    if (name === 'contracts') refuseRemoval(db, id)
    await write(context, `${name}.remove`, subjectOf(record), (tx) => deleteRecord(tx, name, id))
    return {}
  }),

  export: os.records.export.handler(async ({ input: { entity, format, to }, context }) => {
    const name = requireEntity(entity)
    const { db } = context.host.current().workspace
    const hidden = hiddenFrom(context)
    const header = ['id', ...columnsOf(entityOf(name)).map(({ field }) => field)]
    return writeTable(to, format, header, allRecords(name))

    function* allRecords(of: EntityName) {
      let cursor: string | null = null
      do {
        const page: ReturnType<typeof listRecords> = listRecords(db, of, { cursor, limit: BLOCK })
        for (const whole of page.rows) {
          const row = hidden === null ? whole : withoutHidden(whole, of, hidden)
          yield header.map((field) => row[field] ?? null)
        }
        cursor = page.nextCursor
      } while (cursor !== null)
    }
  }),
}
