/** The few lines that every feature's commands share. */

import { changedFields } from '../../db/capture/pending'
import type { WritableDb } from '../../db/database'
import type { Fields } from '../../db/repositories/record-puts'
import { putRecord } from '../../db/repositories/records'
import { dayInZone } from '../../shared/domain/days'
import type { ListMoment } from '../../shared/domain/list-fields'
import { AppError } from '../../shared/errors'
import type { EntityName } from '../../shared/sync/registry'
import type { WorkspaceContext } from './context'
import { hiddenFrom } from './roles/roles'

/**
 * One command: one transaction, one step that can be undone, named `label` (a word for programs) about `subject` (for people).
 * `lasting`: undo passes it by; what it did is taken back by a command of its own.
 */
export function write<T>(
  context: WorkspaceContext,
  label: string,
  subject: string,
  work: (tx: WritableDb) => T,
  { lasting = false }: { readonly lasting?: boolean } = {},
): Promise<T> {
  const intent = { author: context.author(), label: `${label}:${subject}`, lasting }
  return context.host.current().workspace.commit(intent, (tx) => {
    const result = work(tx)
    refuseHidden(context, tx)
    return result
  })
}

/** Who does not see a field does not change it either: they would overwrite what they do not know. */
function refuseHidden(context: WorkspaceContext, tx: WritableDb): void {
  const hidden = hiddenFrom(context)
  if (hidden === null) return
  const refused = changedFields(tx).find(({ entity, field }) => hidden.hidesField(entity, field))
  if (refused) throw new AppError('role.hidden', refused)
}

/** Adds or changes a record inside a command; answers its id. */
export function put(
  context: WorkspaceContext,
  tx: WritableDb,
  entity: EntityName,
  id: string | null,
  fields: Fields,
): string {
  return putRecord(tx, entity, id, fields, context.now()).id
}

/** Today where the rules of markets are looked up: UTC, so that two colleagues get the same answer. */
export function today(context: WorkspaceContext): string {
  return dayInZone(context.now(), 'UTC')
}

/** Where the person is in time, for conditions of lists: days are those of the computer that they sit at. */
export function momentOf(context: WorkspaceContext): ListMoment {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { day: dayInZone(context.now(), timezone), timezone }
}

/** The place in a list after which the next page begins, opaque to callers. */
export function cursorOf(parts: readonly (string | number)[]): string {
  return JSON.stringify(parts)
}

/** The parts of a cursor; none for null. Refuses what `cursorOf` did not make. */
export function readCursor(cursor: string | null): readonly string[] {
  if (cursor === null) {
    return []
  }
  try {
    const parts: unknown = JSON.parse(cursor)
    if (Array.isArray(parts)) {
      return parts.map(String)
    }
  } catch {
    // Falls through to the refusal: any other text is equally unreadable.
  }
  throw new AppError('input.invalid', { path: 'cursor', reason: 'not a cursor of this list' })
}

/** The offset that a page begins at. */
export function readOffset(cursor: string | null): number {
  const offset = Number(readCursor(cursor)[0] ?? 0)
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new AppError('input.invalid', { path: 'cursor', reason: 'not a cursor of this list' })
  }
  return offset
}

/** The cursor of the page after this one, or null when it was the last. */
export function nextOffset(offset: number, limit: number, total: number): string | null {
  return offset + limit < total ? cursorOf([offset + limit]) : null
}
