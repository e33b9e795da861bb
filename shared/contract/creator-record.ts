/** One creator: everything known of the person, what became of them with each shop, and other names of theirs. */

import { Day } from '../domain/days'
import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'
import { concealed, masked } from './masks'

/** A way to reach somebody: `whatsapp`, `instagram`, `mail`…; the word is the agency's own. */
export const Channel = z.object({ kind: z.string().trim().min(1).max(40), value: z.string().trim().min(1).max(200) })
export type Channel = z.infer<typeof Channel>

/** Fields that are one text each. */
const TEXTS = [
  'displayName',
  'market',
  'remark',
  'phone',
  'email',
  'platformId',
  'language',
  'category',
  'audienceMarket',
  'audienceLanguage',
  'agent',
  'preferredChannel',
  'timezone',
  'address',
  'bank',
  'payee',
  'sizes',
  'colors',
  'consent',
] as const

/** Shown only to who asks for one of them. */
export const SECRET_FIELDS = ['address', 'bank', 'payee'] as const
export type SecretField = (typeof SECRET_FIELDS)[number]

/** What a merge can take from the other record. */
export const MERGE_FIELDS = [...TEXTS, 'tags', 'channels', 'retainUntil', 'starred'] as const
export type MergeField = (typeof MERGE_FIELDS)[number]
/** Of these both can be kept: lists united, texts one under the other. */
export const BOTH_FIELDS = ['remark', 'tags', 'channels', 'sizes', 'colors', 'consent'] as const
export type BothField = (typeof BOTH_FIELDS)[number]

/** A creator as one shop works with them. */
export const ShopRelation = z.object({
  /** Null where nobody wrote anything yet and only imported lines tell of it. */
  id: Id.nullable(),
  shopId: Id,
  stage: z.string().nullable(),
  stageSince: Instant.nullable(),
  owner: z.string().nullable(),
  /** Basis points. */
  rate: z.int().nullable(),
  tags: z.array(z.string()),
  permission: z.string().nullable(),
  blockedBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type ShopRelation = z.infer<typeof ShopRelation>

const text = z.string().nullable()

export const CreatorRecord = z.object({
  id: Id,
  handle: z.string(),
  displayName: text,
  market: text,
  remark: text,
  /** Shops whose imported files name the creator. */
  shops: z.int(),
  phone: masked(z.string(), 'contact'),
  email: masked(z.string(), 'contact'),
  tags: z.array(z.string()),
  platformId: text,
  language: text,
  category: text,
  audienceMarket: text,
  audienceLanguage: text,
  agent: text,
  channels: masked(z.array(Channel), 'contact'),
  preferredChannel: text,
  /** As somebody set it. */
  timezone: text,
  /** Theirs, or else that of their market; null: not known. */
  zone: text,
  sizes: text,
  colors: text,
  consent: text,
  retainUntil: text,
  starred: z.boolean(),
  /** Whether there is one; its value is asked for by `reveal`. */
  secrets: z.object({ address: z.boolean(), bank: z.boolean(), payee: z.boolean() }),
  /** Other names under which colleagues or files know the same person. */
  merged: z.array(z.object({ id: Id, handle: z.string() })),
  relations: z.array(ShopRelation),
  /** Their data was erased. */
  erased: z.object({ at: Instant.nullable(), person: text, reason: text }).nullable(),
})
export type CreatorRecord = z.infer<typeof CreatorRecord>

/** Who last wrote a field, when, and what brought it. */
export const FieldSource = z.object({ field: z.string(), at: Instant, author: z.string(), via: z.string().nullable() })
export type FieldSource = z.infer<typeof FieldSource>

const Editable = z
  .object({
    ...(Object.fromEntries(TEXTS.map((field) => [field, text])) as Record<(typeof TEXTS)[number], typeof text>),
    tags: z.array(z.string()),
    channels: z.array(Channel).max(30),
    retainUntil: Day.nullable(),
    starred: z.boolean(),
  })
  .partial()
export type CreatorFields = z.infer<typeof Editable>

const Revealing = z.object({ id: Id, field: z.enum(SECRET_FIELDS) })
const Revealed = concealed(z.object({ value: text }), (shown, hidden, input) => {
  const field = Revealing.safeParse(input).data?.field
  return field !== undefined && hidden.hidesField('creators', field) ? { value: null } : shown
})

export const creatorRecord = {
  get: procedure(z.object({ id: Id }), CreatorRecord),
  put: procedure(z.object({ id: Id, fields: Editable }), Nothing),
  /** The value of one field that is not shown by itself. */
  reveal: procedure(Revealing, Revealed),
  sources: procedure(z.object({ id: Id }), z.array(FieldSource)),
  /** Makes `loser` another name of `winner`: one step, taken back by `unmerge`. Chosen values are written to the winner. */
  merge: procedure(
    z.object({
      loser: Id,
      winner: Id,
      take: z.array(z.enum(MERGE_FIELDS)).default([]),
      both: z.array(z.enum(BOTH_FIELDS)).default([]),
      /** Shops where both are known and the other's stage, owner, rate… are to hold. */
      takeShops: z.array(Id).default([]),
    }),
    Nothing,
  ),
  /** Separates them again: both records are what they were before the merge, but for what was changed since. */
  unmerge: procedure(z.object({ loser: Id }), z.object({ restored: z.int(), kept: z.int() })),
}
