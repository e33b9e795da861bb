/** The library of message templates: texts in several languages and versions, and how often each is answered. */

import { z } from '../schema'
import { Id, procedure } from './define'

/** A language as ISO 639, with a region where it matters: `vi`, `zh`, `pt-BR`. */
export const TextLanguage = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/)
export const MAX_BODY = 20_000

/** `replied` ÷ `sent` within 14 days; `waiting`: sent less than 14 days ago and not answered yet. */
export const ReplyRateView = z.object({ sent: z.int(), replied: z.int(), waiting: z.int() })
export type ReplyRateView = z.infer<typeof ReplyRateView>

export const TemplateTextView = z.object({
  id: Id,
  language: z.string(),
  version: z.int(),
  body: z.string(),
  rate: ReplyRateView,
})
export type TemplateTextView = z.infer<typeof TemplateTextView>

export const Template = z.object({
  id: Id,
  name: z.string(),
  channel: z.string().nullable(),
  /** Null: for all shops. */
  shopId: Id.nullable(),
  archived: z.boolean(),
  order: z.int(),
  note: z.string().nullable(),
  /** The newest of each language. */
  texts: z.array(TemplateTextView),
})
export type Template = z.infer<typeof Template>

export const TemplateFields = z.object({
  name: z.string().trim().min(1).max(120),
  channel: z.string().max(40).nullable(),
  shopId: Id.nullable(),
  archived: z.boolean(),
  order: z.int(),
  note: z.string().max(2000).nullable(),
})

/** A piece of a text: as it stands, filled, or a variable that nobody filled. */
export const FilledPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'value']), text: z.string() }),
  z.object({ kind: z.literal('missing'), name: z.string() }),
])

/** A template's text for one creator. */
export const FilledText = z.object({
  templateId: Id,
  templateVersionId: Id,
  name: z.string(),
  channel: z.string().nullable(),
  language: z.string(),
  /** The creator's own language has no text: another stands in. */
  fallback: z.boolean(),
  text: z.string(),
  parts: z.array(FilledPart),
  missing: z.array(z.string()),
  length: z.int(),
  /** Characters of one message on its channel; null: none, or none that is known. */
  limit: z.int().nullable(),
  rate: ReplyRateView,
})
export type FilledText = z.infer<typeof FilledText>

/** What the person fills by hand, by name of the variable. */
export const Values = z.record(z.string().max(40), z.string().max(2000))

export const templatesContract = {
  /** Those of the shop and those for all, in their order. */
  list: procedure(
    z.object({ shopId: Id.nullable().default(null), archived: z.boolean().default(false) }),
    z.array(Template),
  ),
  /** Every text that there ever was, newest first. */
  versions: procedure(z.object({ id: Id }), z.array(TemplateTextView)),
  /** One step. A text that differs from the newest of its language becomes the next version; an empty one changes nothing. */
  put: procedure(
    z.object({
      id: Id.optional(),
      fields: TemplateFields.partial(),
      texts: z
        .array(z.object({ language: TextLanguage, body: z.string().max(MAX_BODY) }))
        .max(40)
        .default([]),
    }),
    Template,
  ),
  /** Each template as it reads for this creator, in their language, those of this shop and channel first. */
  filled: procedure(
    z.object({ creatorId: Id, shopId: Id.nullable().default(null), values: Values.default({}) }),
    z.array(FilledText),
  ),
}
