/**
 * The inbox: what people should know of or decide, worked out from the workspace as it is.
 *
 * Nothing is stored but what was read here. An item's id follows from the steps in question, so that copies with the same
 * steps have the same items, and a decision by one colleague clears it for all.
 */

import { createHash } from 'node:crypto'

import type { StepHead } from '../../../db/sync/questions'
import type { Candidate, InboxItem } from '../../../shared/contract/inbox'
import { FLAG_CLOCK_IN_DOUBT } from '../../../shared/sync/body'
import type { EntityName } from '../../../shared/sync/registry'
import type { Sources } from './sources'

/** Everything of an item but whether it was read here. */
export type Unread = Omit<InboxItem, 'seen'>

/** An item before it is looked at closely: lists count and sort these. */
export interface Draft extends Pick<InboxItem, 'id' | 'level' | 'kind' | 'recordId' | 'field' | 'at'> {
  readonly entity: EntityName
  /** What is shown of it; reads the log. */
  readonly look: () => Omit<
    Unread,
    'id' | 'level' | 'kind' | 'entity' | 'recordId' | 'field' | 'at' | 'title' | 'shopId'
  >
}

/** What names an item: its kind, the field, and the steps in question. */
export interface Naming {
  readonly kind: InboxItem['kind']
  readonly entity: EntityName
  readonly recordId: string
  readonly field: string
}

const NONE = '-'

/** `values.creators.<record>.phone.<hash>` */
export function itemId({ kind, entity, recordId, field }: Naming, steps: readonly string[]): string {
  const hash = createHash('sha256')
    .update([...steps].sort().join('\n'))
    .digest('hex')
    .slice(0, 16)
  return [kind, entity, recordId, field || NONE, hash].join('.')
}

/** The record and the field that an id is about; null for what is no id of an item. */
export function subjectOf(id: string): Omit<Naming, 'kind'> | null {
  const [, entity, recordId, field] = id.split('.')
  // Only for a refusal and a search, both of which check the name.
  return entity && recordId && field
    ? { entity: entity as EntityName, recordId, field: field === NONE ? '' : field }
    : null
}

/** A step as items name it. */
export function writeName({ replica, seq }: Pick<StepHead, 'replica' | 'seq'>): string {
  return `${replica}:${seq}`
}

/** A step as one of the candidates. */
export function candidateOf(
  { copies, myself }: Pick<Sources, 'copies' | 'myself'>,
  step: Pick<StepHead, 'replica' | 'seq' | 'author' | 'wall' | 'flags'>,
  of: Pick<Candidate, 'value' | 'shown'> & { readonly write?: string },
): Candidate {
  const copy = copies().get(step.replica)
  const self = copy?.self ?? false
  return {
    write: writeName(step),
    person: step.author,
    computer: self ? myself().computer : (copy?.computer ?? ''),
    self,
    at: step.wall,
    clockInDoubt: (step.flags & FLAG_CLOCK_IN_DOUBT) !== 0,
    ...of,
  }
}

/** The latest of the steps, by the clocks of those who made them. */
export function lastAt(steps: readonly Pick<StepHead, 'wall'>[]): number {
  return Math.max(0, ...steps.map(({ wall }) => wall))
}
