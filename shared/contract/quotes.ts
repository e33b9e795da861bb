/** Quote requests: the seven things a creator or agency must know to name a price, as text and PDF. */

import { Day } from '../domain/days'
import { QUOTE_INPUTS } from '../domain/quotes'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

const text = z.string().max(5000).nullable()

/** What was asked; `budget` is minor units. */
const Fields = z.object({
  creatorId: Id.nullable(),
  shopId: Id.nullable(),
  market: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  category: text,
  products: z.array(z.string().trim().min(1).max(200)).max(200),
  followersFrom: z.int().min(0).nullable(),
  followersTo: z.int().min(0).nullable(),
  contentForm: z.string().max(100).nullable(),
  contentCount: z.int().min(1).max(10_000).nullable(),
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  budget: Minor.min(0).nullable(),
  currency: Currency.nullable(),
  samples: text,
  pastCases: text,
  note: text,
})

export const QuoteRequest = Fields.extend({
  id: Id,
  handle: z.string().nullable(),
  budget: masked(Minor, 'cost'),
  sentAt: Instant.nullable(),
  /** Which of the seven are not answered. */
  missing: z.array(z.enum(QUOTE_INPUTS)),
})
export type QuoteRequest = z.infer<typeof QuoteRequest>

const Language = z.enum(['en', 'zh-CN'])

export const quotesContract = {
  /** The newest first. */
  list: procedure(
    Page.extend({ shopId: Id.optional() }),
    z.object({ rows: z.array(QuoteRequest), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  put: procedure(z.object({ id: Id.nullable().default(null), fields: Fields.partial() }), QuoteRequest),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** To paste into a chat, in a language of its own. Without the budget for who may not see it. */
  text: procedure(z.object({ id: Id, language: Language }), z.object({ text: z.string() })),
  /** Writes the request as a PDF whose text can be copied; fonts are embedded. */
  pdf: procedure(z.object({ id: Id, language: Language, to: z.string().min(1) }), z.object({ file: z.string() })),
  /** Notes that it was sent, or not yet. */
  sent: procedure(z.object({ id: Id, sent: z.boolean() }), QuoteRequest),
}
