/** Erasing one person: what would go, and doing it as one step that cannot be taken back. */

import type { WritableDb } from '../../../db/database'
import { cameBack, dueForErasure, erasedHandle, forgetErased } from '../../../db/erasing'
import { handlesOf } from '../../../db/repositories/creators'
import { importsNaming } from '../../../db/repositories/creator-timeline'
import { blankCreator, countOfCreators, empty, removeFilesOf, removeOfCreator } from '../../../db/repositories/erasing'
import { getRecord, listRecords } from '../../../db/repositories/records'
import type { ErasurePreview } from '../../../shared/contract/creator-privacy'
import { AppError } from '../../../shared/errors'
import { normalHandle } from '../../../shared/sync/ids'
import { columnsOf, ENTITIES } from '../../../shared/sync/registry'
import { claimKey, subjectOf } from '../claiming/subjects'
import type { WorkspaceContext } from '../context'
import { idsOfPerson } from '../lookups/creator-record'
import { put, today } from '../support'

type Db = Parameters<typeof idsOfPerson>[0]

export function erasurePreview(db: Db, id: string): ErasurePreview {
  const record = getRecord(db, 'creators', id)
  const ids = idsOfPerson(db, id)
  const handles = handlesOf(db, ids)
  const names = ids.map((one) => handles.get(one) ?? one)
  const { go, stay } = countOfCreators(db, ids)
  return {
    handle: names[0] ?? id,
    names: names.slice(1),
    fields: columnsOf(ENTITIES.creators).flatMap(({ field }) =>
      field === 'handle' || record[field] === null || record[field] === false ? [] : [field],
    ),
    records: { ...go, claims: claimsOn(db, names).length },
    emptied: stay,
    stays: {
      imports: new Set(importsNaming(db, ids).map((one) => one.id)).size,
      costs: names.reduce(
        (sum, name) => sum + listRecords(db, 'costLines', { where: { creatorHandle: name }, limit: 5000 }).rows.length,
        0,
      ),
    },
    becomes: erasedHandle(id),
  }
}

/** Refuses as `record.invalid` where the typed handle is another one. */
export async function erasePerson(
  context: WorkspaceContext,
  { id, confirm, reason }: { readonly id: string; readonly confirm: string; readonly reason: string },
): Promise<{ readonly removed: number; readonly becomes: string }> {
  const { workspace } = context.host.current()
  const { handle } = erasurePreview(workspace.db, id)
  if (normalHandle(confirm) !== normalHandle(handle))
    throw new AppError('record.invalid', { entity: 'creators', field: 'confirm', reason: 'notTheHandle' })
  // The label of the step stays in the log for ever: it must not name whom it erased.
  const label = `creators.erase:${erasedHandle(id)}`
  const removed = await workspace.commit({ author: context.author(), label, resolve: true }, (tx) =>
    erase(context, tx, id, reason),
  )
  await workspace.inTurn(() => forgetErased(workspace.writer, workspace.file))
  context.host.notify(['creators', 'attachments', 'history'])
  return { removed, becomes: erasedHandle(id) }
}

function erase(context: WorkspaceContext, tx: WritableDb, id: string, reason: string): number {
  const ids = idsOfPerson(tx, id)
  const handles = handlesOf(tx, ids)
  let removed = empty(
    tx,
    'claims',
    claimsOn(
      tx,
      ids.flatMap((one) => handles.get(one) ?? []),
    ),
  )
  for (const one of ids) {
    removed += removeFilesOf(tx, one) + removeOfCreator(tx, one)
    blankCreator(tx, one)
    put(context, tx, 'erasures', one, { at: context.now(), person: context.author(), reason: reason || null })
  }
  return removed
}

export function erasuresDue(context: WorkspaceContext) {
  const { db } = context.host.current().workspace
  const again = cameBack(db).map((id) => ({ id, retainUntil: null, again: true }))
  const due = dueForErasure(db, today(context)).map((one) => ({ ...one, again: false }))
  const handles = handlesOf(
    db,
    [...again, ...due].map(({ id }) => id),
  )
  return [...again, ...due].map((one) => ({ ...one, handle: handles.get(one.id) ?? one.id }))
}

/** Claims that this workspace's people made on these handles. */
function claimsOn(db: Db, handles: readonly string[]): string[] {
  const key = claimKey(db)
  return handles.flatMap((handle) =>
    listRecords(db, 'claims', { where: { subject: subjectOf(key, handle) }, limit: 500 }).rows.map(({ id }) => id),
  )
}
