/** What is typed about a stage. */

import {
  CONDITIONS,
  type Condition,
  CREATOR_EVENTS,
  type CreatorEvent,
  STAGE_KINDS,
  type Stage,
  type StageKind,
} from '../../../shared/domain/pipelines'

export interface StageDraft {
  readonly key: string
  readonly name: string
  readonly order: string
  readonly kind: StageKind
  readonly slaDays: string
  readonly wipLimit: string
  readonly entry: readonly Condition[]
  readonly onEvent: CreatorEvent | ''
  readonly archived: boolean
}

/** A new stage stands before the resting ones. */
export function draftOf(stage: Stage | null, stages: readonly Stage[], name: string): StageDraft {
  const lastOpen = stages.findLast(({ kind }) => kind === 'open')
  return {
    key: stage?.key ?? '',
    name: stage ? name : '',
    order: String(stage?.order ?? (lastOpen?.order ?? 0) + 5),
    kind: stage?.kind ?? 'open',
    slaDays: String(stage?.slaDays ?? ''),
    wipLimit: String(stage?.wipLimit ?? ''),
    entry: stage?.entry ?? [],
    onEvent: stage?.onEvent ?? '',
    archived: stage?.archived ?? false,
  }
}

const KEY = /^[a-z][a-z0-9]{0,39}$/u

export function isKey(text: string): boolean {
  return KEY.test(text)
}

export function isWhole(text: string): boolean {
  return text.trim() === '' || /^\d{1,6}$/u.test(text.trim())
}

/** In the words of the contract; a name that is the app's own word is none of the agency's. */
export function fieldsOf(draft: StageDraft, shippedName: string | null) {
  const name = draft.name.trim()
  return {
    name: name === '' || name === shippedName ? null : name,
    order: Number(draft.order || 0),
    kind: STAGE_KINDS.find((kind) => kind === draft.kind) ?? ('open' as const),
    slaDays: Number(draft.slaDays || 0),
    wipLimit: Number(draft.wipLimit || 0),
    entry: CONDITIONS.filter((condition) => draft.entry.includes(condition)),
    onEvent: CREATOR_EVENTS.find((event) => event === draft.onEvent) ?? ('' as const),
    archived: draft.archived,
  }
}
