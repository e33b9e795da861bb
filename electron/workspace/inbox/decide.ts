/** Decisions: what people chose, written as one ordinary step that everybody gets and that can be undone. */

import { noteDecided } from '../../../db/capture/pending'
import { bringBack, deleteRecord, putRecord } from '../../../db/repositories/records'
import type { FieldValue } from '../../../db/repositories/record-puts'
import type { Decision } from '../../../shared/contract/inbox'
import { AppError } from '../../../shared/errors'
import { columnsOf, entityOf, isEntityName } from '../../../shared/sync/registry'
import type { WorkspaceContext } from '../context'
import { cannot, type Deciding, stale } from './deciding'
import { decideHold } from './decide-hold'
import { unmergeCreators } from '../merging/merge'
import { type Inbox, inboxOf } from './inbox'
import { type Draft, subjectOf } from './items'

/** Writes all decisions in one commit. Refuses as `sync.stale` when one of the items is not what it was. */
export async function decide(context: WorkspaceContext, decisions: readonly Decision[]): Promise<void> {
  const inbox = inboxOf(context)
  const subject = decisions.length === 1 ? titleOf(inbox, decisions[0]) : String(decisions.length)
  await context.host
    .current()
    .workspace.commit({ author: context.author(), label: `inbox.decide:${subject}`, resolve: true }, (tx) => {
      // Looked up inside the commit, all of them before the first is written: nobody else writes meanwhile.
      const found = decisions.map(({ item, choice }) => ({ draft: draftOf(inbox, item), choice }))
      for (const { draft, choice } of found) apply({ context, tx, draft, choice })
    })
}

function titleOf({ sources }: Inbox, decision: Decision | undefined): string {
  const subject = decision === undefined ? null : subjectOf(decision.item)
  return subject !== null && isEntityName(subject.entity) ? sources.titles(subject.entity, subject.recordId).title : ''
}

function draftOf(inbox: Inbox, item: string): Draft {
  const subject = subjectOf(item)
  if (subject === null || !isEntityName(subject.entity)) {
    throw new AppError('input.invalid', { path: 'item', reason: 'not an item of the inbox' })
  }
  const { entity, recordId: id, field } = subject
  const draft = inbox.ofRecord(entity, id).find((one) => one.id === item)
  if (draft === undefined) throw new AppError('sync.stale', { entity, id, field })
  return draft
}

function apply(deciding: Deciding): void {
  switch (deciding.draft.kind) {
    case 'values':
    case 'mergedText':
      return decideValue(deciding)
    case 'contradiction':
      return decideHold(deciding)
    case 'revived':
      return decideRevived(deciding)
    case 'keptParent':
      return decideKept(deciding)
    case 'mergeCycle':
      return decideCycle(deciding)
    case 'paidTwice':
    case 'changedTerms':
      throw cannot(deciding.draft, 'decidedInTheRecord')
  }
}

function decideValue({ context, tx, draft, choice }: Deciding): void {
  const { entity, recordId, field } = draft
  const value = chosen(draft, choice)
  // Also where it is the value that is shown already: the question must end for everybody.
  noteDecided(tx, entity, recordId, field)
  putRecord(tx, entity, recordId, { [field]: value }, context.now())
}

function chosen(draft: Draft, choice: Decision['choice']): FieldValue {
  if (choice.how === 'value') return choice.value
  const { candidates, both } = draft.look()
  if (choice.how === 'keep') {
    const kept = candidates.find(({ write }) => write === choice.write)
    if (kept === undefined) throw stale(draft)
    return kept.value
  }
  if (both === null) throw cannot(draft, 'notBoth')
  return both
}

/** Keeping a deletion deletes after all; keeping an edit says that the record is to stay. */
function decideRevived({ tx, draft, choice }: Deciding): void {
  const { entity, recordId } = draft
  if (choice.how !== 'keep') throw cannot(draft, 'keepOne')
  const kept = draft.look().candidates.find(({ write }) => write === choice.write)
  if (kept === undefined) throw stale(draft)
  if (kept.shown) noteDecided(tx, entity, recordId, columnsOf(entityOf(entity))[0]?.field ?? '')
  else deleteRecord(tx, entity, recordId)
}

function decideKept({ tx, draft, choice }: Deciding): void {
  if (choice.how !== 'both') throw cannot(draft, 'both')
  bringBack(tx, draft.entity, draft.recordId)
}

/** Keeping one merge of the circle takes the others back. */
function decideCycle({ context, tx, draft, choice }: Deciding): void {
  if (choice.how !== 'keep') throw cannot(draft, 'keepOne')
  const merges = draft.look().candidates.map(({ write }) => write)
  if (!merges.includes(choice.write)) throw stale(draft)
  for (const merge of merges) if (merge !== choice.write) unmergeCreators(context, tx, merge)
}
