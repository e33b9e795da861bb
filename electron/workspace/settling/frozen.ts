/** The lines of a closed month as settlement and statements read them: those of the close, and nothing else. */

import { handlesOf } from '../../../db/repositories/creators'
import type { CloseLine, ClosePayable } from '../../../shared/domain/period-close'
import { AppError } from '../../../shared/errors'
import { closedLines, closedMonth, snapshotName } from '../closing/closed'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'

export interface FrozenMonth {
  /** In the order of the close, each at the creator that counts for it today: people who turn out to be one change no money. */
  readonly lines: readonly CloseLine[]
  readonly payables: readonly ClosePayable[]
}

/**
 * Null: the month is not closed. Refuses with `attachment.elsewhere` where its lines have not come from a colleague yet, with
 * `attachment.unreadable` where they are not what they were.
 */
export async function frozenMonth(
  context: WorkspaceContext,
  shopId: string,
  month: string,
): Promise<FrozenMonth | null> {
  const { workspace } = context.host.current()
  const closed = closedMonth(workspace.db, shopId, month)
  if (closed === null) return null
  const found = await closedLines(workspace, closed)
  if (found.standing === 'whole') {
    const living = livingCreator(context)
    const moved = <T extends { readonly creatorId: string }>(one: T): T => {
      const creatorId = living(one.creatorId)
      return creatorId === one.creatorId ? one : { ...one, creatorId }
    }
    return { lines: found.snapshot.lines.map(moved), payables: found.snapshot.payables.map(moved) }
  }
  const name = snapshotName(closed.sha256)
  if (found.standing === 'damaged') throw new AppError('attachment.unreadable', { file: name, reason: 'damaged' })
  throw new AppError('attachment.elsewhere', { id: closed.closeId, name })
}

/** The creator that stands for a creator today. */
export function livingCreator({ host }: WorkspaceContext): (creatorId: string) => string {
  const merged = mergedCreators(host.current().workspace.db)
  return (creatorId) => merged.get(creatorId) ?? creatorId
}

/**
 * What creators are called. Who was known from a file alone is forgotten with it, and a close still counts for them: they
 * keep the name that the file gave.
 */
export function creatorNames({ host }: WorkspaceContext, ids: readonly string[]): ReadonlyMap<string, string> {
  const { workspace, facts } = host.current()
  const names = new Map(handlesOf(workspace.db, ids))
  const inFiles = facts.names.of('creator')
  for (const id of ids) {
    const [no] = names.has(id) || id === '' ? [] : inFiles.numbersOfId(id)
    if (no !== undefined) names.set(id, inFiles.label(no).text)
  }
  return names
}
