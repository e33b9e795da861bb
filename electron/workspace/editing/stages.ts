/** Stages set in a list: what the board would ask about first is refused there, so that nobody slips past a condition. */

import type { ReadableDb } from '../../../db/database'
import { type FieldValue, storedRecord } from '../../../db/repositories/record-puts'
import type { RelationKey } from '../../../shared/contract/pipelines'
import type { EditReason, RowEdit } from '../../../shared/contract/edits'
import { AppError } from '../../../shared/errors'
import { columnsOf, ENTITIES } from '../../../shared/sync/registry'
import { askedFirst } from '../following/moving'
import { relationKey } from '../lookups/relations'

/** Why the edit's stage cannot be set, by the number of the edit. Looked at together, because limits count all of them. */
export function stageRefusals(db: ReadableDb, edits: readonly RowEdit[]): ReadonlyMap<number, EditReason> {
  const byStage = new Map<string, { readonly index: number; readonly key: RelationKey }[]>()
  for (const [index, edit] of edits.entries()) {
    const to = edit.entity === 'shopCreators' ? edit.fields['stage'] : undefined
    const key = typeof to === 'string' ? keyOf(db, edit) : null
    if (typeof to === 'string' && key !== null) byStage.set(to, [...(byStage.get(to) ?? []), { index, key }])
  }
  const refused = new Map<number, EditReason>()
  for (const [to, rows] of byStage) {
    const asked = asking(db, rows, to)
    for (const { index, key } of rows) {
      if (asked === null) refused.set(index, 'notAllowed')
      else if (asked.has(relationKey(key))) refused.set(index, 'stageAsks')
    }
  }
  return refused
}

/** Null: there is no such stage, or one of the creators is gone. */
function asking(
  db: ReadableDb,
  rows: readonly { readonly key: RelationKey }[],
  to: string,
): ReadonlySet<string> | null {
  try {
    return askedFirst(
      db,
      rows.map(({ key }) => key),
      to,
    )
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function keyOf(db: ReadableDb, { id, fields }: RowEdit): RelationKey | null {
  const stored = id === null ? null : storedRecord(db, 'shopCreators', id)
  const columns = columnsOf(ENTITIES.shopCreators)
  const value = (field: string): FieldValue | undefined => {
    const n = columns.find((column) => column.field === field)?.n ?? -1
    return fields[field] ?? stored?.cells[n]
  }
  const [shopId, creatorId] = [value('shopId'), value('creatorId')]
  return typeof shopId === 'string' && typeof creatorId === 'string' ? { shopId, creatorId } : null
}
