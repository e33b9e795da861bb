/** What is typed on a creator's card, and which of it is new. */

import type { Channel, CreatorFields, CreatorRecord } from '../../../shared/contract/creator-record'

export const CARD_TEXTS = [
  'displayName',
  'market',
  'phone',
  'email',
  'remark',
  'platformId',
  'language',
  'category',
  'audienceMarket',
  'audienceLanguage',
  'agent',
  'preferredChannel',
  'timezone',
  'sizes',
  'colors',
  'consent',
] as const
type CardText = (typeof CARD_TEXTS)[number]

const SECRETS = ['address', 'bank', 'payee'] as const

export type CardDraft = Readonly<Record<CardText | (typeof SECRETS)[number], string>> & {
  readonly tags: readonly string[]
  /** One a line: its kind, a blank, then the rest. */
  readonly channels: string
  /** '' for none. */
  readonly retainUntil: string
}

export function cardDraft(creator: CreatorRecord): CardDraft {
  // The keys are exactly the texts.
  const texts = Object.fromEntries(CARD_TEXTS.map((field) => [field, creator[field] ?? ''])) as Record<CardText, string>
  return {
    ...texts,
    // Never read for editing: what is typed replaces, nothing typed keeps.
    address: '',
    bank: '',
    payee: '',
    tags: creator.tags,
    channels: channelLines(creator.channels ?? []),
    retainUntil: creator.retainUntil ?? '',
  }
}

/** Only what differs from the record as it is now: what a colleague changed meanwhile is not written over. */
export function changedCard(draft: CardDraft, first: CardDraft, now: CreatorRecord): CreatorFields {
  const fields: CreatorFields = {}
  for (const name of CARD_TEXTS) {
    const text = draft[name].trim()
    if (draft[name] !== first[name] && text !== (now[name] ?? '')) {
      fields[name] = text === '' ? null : text
    }
  }
  for (const name of SECRETS) {
    if (draft[name].trim() !== '') {
      fields[name] = draft[name].trim()
    }
  }
  if (JSON.stringify(draft.tags) !== JSON.stringify(first.tags)) {
    fields.tags = [...draft.tags]
  }
  if (draft.channels !== first.channels) {
    fields.channels = readChannels(draft.channels)
  }
  if (draft.retainUntil !== first.retainUntil) {
    fields.retainUntil = draft.retainUntil === '' ? null : draft.retainUntil
  }
  return fields
}

export function channelLines(channels: readonly Channel[]): string {
  return channels.map(({ kind, value }) => `${kind} ${value}`).join('\n')
}

/** `zalo 0912 345 678` a line; a colon after the kind is left out, a line of one word is a channel of the kind `other`. */
export function readChannels(text: string): Channel[] {
  return text.split('\n').flatMap((line) => {
    const match = /^([^\s:：]+)[:：]?\s+(.+)$/u.exec(line.trim())
    if (match?.[1] !== undefined && match[2] !== undefined) {
      return [{ kind: match[1], value: match[2].trim() }]
    }
    return line.trim() === '' ? [] : [{ kind: 'other', value: line.trim() }]
  })
}
