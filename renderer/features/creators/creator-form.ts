/** What is typed about a creator, and which of it is new. */

import type { CreatorProfile } from '../../../shared/contract/creators-list'

export interface CreatorRecord extends CreatorProfile {
  readonly phone: string | null
  readonly email: string | null
  readonly tags: readonly string[]
  readonly merged: readonly { readonly id: string; readonly handle: string }[]
}

export const CREATOR_TEXTS = ['displayName', 'market', 'phone', 'email', 'remark'] as const
export type CreatorText = (typeof CREATOR_TEXTS)[number]

export type CreatorDraft = Readonly<Record<CreatorText, string>> & { readonly tags: readonly string[] }

export function creatorDraft(creator: CreatorRecord): CreatorDraft {
  return {
    displayName: creator.displayName ?? '',
    market: creator.market ?? '',
    phone: creator.phone ?? '',
    email: creator.email ?? '',
    remark: creator.remark ?? '',
    tags: creator.tags,
  }
}

export type CreatorFields = Partial<Record<CreatorText, string | null>> & { tags?: string[] }

/** Only what differs from the record as it is now: what a colleague changed meanwhile is not written over. */
export function changedFields(draft: CreatorDraft, initial: CreatorDraft, now: CreatorRecord): CreatorFields {
  const fields: CreatorFields = {}
  for (const name of CREATOR_TEXTS) {
    const text = draft[name].trim()
    if (draft[name] !== initial[name] && text !== (now[name] ?? '')) {
      fields[name] = text === '' ? null : text
    }
  }
  if (JSON.stringify(draft.tags) !== JSON.stringify(initial.tags)) {
    fields.tags = [...draft.tags]
  }
  return fields
}
