/** A choice between the values of one question, before it is decided: what it would give, and what else it fits. Pure. */

import type { Candidate, Decision, InboxItem } from '../../shared/contract/inbox'
import type { RecordRow } from '../../shared/contract/records'

export type Value = RecordRow[string]
export type Choice = Decision['choice']

/** Mine first, the others as they were written. Their places are the keys 1, 2, … */
export function candidatesOf({ candidates }: InboxItem): readonly Candidate[] {
  return candidates.toSorted((a, b) => Number(b.self) - Number(a.self))
}

/** What everybody would see after the choice; without one, what is shown now. */
export function resultOf(item: InboxItem, choice: Choice | null): Value {
  switch (choice?.how) {
    case undefined:
      return item.shown
    case 'both':
      return item.both
    case 'value':
      return choice.value
    case 'keep':
      return item.candidates.find(({ write }) => write === choice.write)?.value ?? item.shown
  }
}

/** Whether keeping both is possible: lists united, texts put together. */
export function canKeepBoth({ both, kind }: InboxItem): boolean {
  return both !== null && (kind === 'values' || kind === 'mergedText')
}

/** Nothing to choose: it is only to be known. */
export function isNotice({ level }: InboxItem): boolean {
  return level === 'notice'
}

/**
 * The same choice for this question and for each other one of its kind and field, where it has a meaning: the value of the
 * same person, or both. A value that was written fits nothing else.
 */
export function decisionsFor(items: readonly InboxItem[], item: InboxItem, choice: Choice): readonly Decision[] {
  const others = items.filter(
    (other) =>
      other.id !== item.id &&
      other.level === item.level &&
      other.kind === item.kind &&
      other.entity === item.entity &&
      other.field === item.field,
  )
  const same = others.flatMap((other): Decision[] => {
    const its = choiceFor(other, item, choice)
    return its ? [{ item: other.id, choice: its }] : []
  })
  return [{ item: item.id, choice }, ...same]
}

function choiceFor(other: InboxItem, item: InboxItem, choice: Choice): Choice | null {
  if (choice.how === 'both') {
    return canKeepBoth(other) ? choice : null
  }
  const chosen = choice.how === 'keep' ? item.candidates.find(({ write }) => write === choice.write) : undefined
  const theirs = other.candidates.filter(
    ({ person, computer, self }) => chosen?.self === self && chosen.person === person && chosen.computer === computer,
  )
  // Two values of one person leave open which is meant.
  return theirs.length === 1 && theirs[0] ? { how: 'keep', write: theirs[0].write } : null
}

/** The question that took this one's place: the same field, with another value in it. */
export function successorOf(items: readonly InboxItem[], gone: InboxItem): InboxItem | undefined {
  return items.find(
    ({ entity, recordId, field }) => entity === gone.entity && recordId === gone.recordId && field === gone.field,
  )
}
