/** The inbox of the open workspace: all items, those of one record, and which were read here. */

import { keepFor } from '../../../db/kept'
import type { OpenWorkspace } from '../../../db/open'
import { openQuestions } from '../../../db/sync/questions'
import { markSeen, readSeen } from '../../../db/sync/seen-items'
import type { InboxItem } from '../../../shared/contract/inbox'
import { ENTITIES, type EntityName } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'
import { write } from '../support'
import { holdDrafts } from './holds'
import type { Draft } from './items'
import { questionDrafts } from './questions'
import { settledApart } from './settled-apart'
import { openSources, type Sources } from './sources'
import { standingDrafts } from './standing'

export interface Inbox {
  readonly sources: Sources
  /** All items, what needs people first, then by age. Worked out once after each commit. */
  drafts(): readonly Draft[]
  ofRecord(entity: EntityName, id: string): readonly Draft[]
  /** Ids of the notices that were read here. */
  seen(): ReadonlySet<string>
}

const LEVELS: readonly InboxItem['level'][] = ['hold', 'decision', 'notice']

const open = new WeakMap<OpenWorkspace, Inbox>()

/** The inbox of the workspace that is open. */
export function inboxOf(context: WorkspaceContext): Inbox {
  const { workspace } = context.host.current()
  const known = open.get(workspace) ?? openInbox(workspace, context)
  open.set(workspace, known)
  return known
}

function openInbox(workspace: OpenWorkspace, { me }: WorkspaceContext): Inbox {
  const keep = keepFor(workspace.reader)
  const sources = openSources(workspace, () => me.name())
  const read = (only?: { readonly tbl: number; readonly id: string }) =>
    [
      ...questionDrafts(sources, only),
      ...holdDrafts(sources, only),
      ...standingDrafts(sources, only),
      ...settledApart(sources, only),
    ].toSorted(inOrder)
  return {
    sources,
    drafts: keep(() => read()),
    ofRecord: (entity, id) => read({ tbl: ENTITIES[entity].n, id }),
    seen: keep(() => readSeen(workspace.reader)),
  }
}

/** The same on every copy. */
function inOrder(a: Draft, b: Draft): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.at - a.at || (a.id < b.id ? -1 : 1)
}

/** The item as it is shown. */
export function toItem(inbox: Inbox, { look, ...draft }: Draft): InboxItem {
  const { title, shopId } = inbox.sources.titles(draft.entity, draft.recordId)
  return { ...draft, ...look(), title, shopId, seen: inbox.seen().has(draft.id) }
}

/** How many items there are of each level; notices that were read here do not count. */
export function countItems(inbox: Inbox, drafts = inbox.drafts()): Record<InboxItem['level'], number> {
  const seen = inbox.seen()
  const counts = { notice: 0, decision: 0, hold: 0 }
  for (const { id, level } of drafts) if (level !== 'notice' || !seen.has(id)) counts[level]++
  return counts
}

/** Remembers on this computer that notices were read. */
export async function noteSeen(context: WorkspaceContext, items: readonly string[]): Promise<void> {
  await write(context, 'inbox.seen', '', (tx) => markSeen(tx, items, context.now()))
  context.host.notify(['inbox'])
}

/** Fields where colleagues' values stand beside the shown one without anybody having to decide. */
export function quietMarks({ sources }: Inbox, entity: EntityName): { id: string; field: string }[] {
  return openQuestions(sources.sqlite)
    .filter((question) => question.entity === entity && question.asks === 'quiet')
    .map(({ id, column }) => ({ id, field: column.field }))
}
