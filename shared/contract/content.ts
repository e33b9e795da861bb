/** What was posted: matched to samples, checked, audited. */

import { Day } from '../domain/days'
import { ListQuery } from '../domain/lists'
import { POST_REASONS, POST_VERDICTS } from '../domain/valid-post'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, procedure } from './define'
import { matchingContract } from './content-matching'

export const CONTENT_KINDS = ['video', 'live'] as const
export const VIOLATION_STATES = ['open', 'appealed', 'upheld', 'lifted'] as const

const Counted = z.object({ counts: z.boolean().nullable(), reasons: z.array(z.enum(POST_REASONS)) })

/** A post beside a sample that it may answer. */
export const PostOfSample = z.object({
  id: Id,
  sampleId: Id,
  /** Of the sample. */
  productId: z.string(),
  productName: z.string().nullable(),
  /** A person's word; `open`: nobody judged it yet. */
  verdict: z.enum(POST_VERDICTS),
  countsPlatform: z.boolean().nullable(),
  countsUs: z.boolean().nullable(),
  /** What the facts speak for. */
  suggested: z.enum(POST_VERDICTS),
  platform: Counted,
  us: Counted,
  how: z.string().nullable(),
  checkedAt: Instant.nullable(),
  person: z.string().nullable(),
  note: z.string().nullable(),
  /** Other samples that the same post was given to: it can answer only one of them. */
  others: z.array(Id),
})
export type PostOfSample = z.infer<typeof PostOfSample>

/** One video or LIVE with what the newest lists say of it. */
export const Content = z.object({
  id: Id,
  kind: z.enum(CONTENT_KINDS),
  /** TikTok's number of a video. */
  contentId: z.string().nullable(),
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  shopId: Id.nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  postedAt: Instant.nullable(),
  postedDay: Day.nullable(),
  seconds: z.int().nullable(),
  campaignId: Id.nullable(),
  campaign: z.string().nullable(),
  note: z.string().nullable(),
  /** TikTok's numbers of the products it shows, as far as lists say. */
  products: z.array(z.string()),
  currency: Currency.nullable(),
  /** Of all lists' newest words; null: no list says it. */
  views: z.int().nullable(),
  gmv: Minor.nullable(),
  orders: z.int().nullable(),
  /** Ratio. */
  ctr: z.number().nullable(),
  completion: z.number().nullable(),
  /** When somebody looked last, and what was found; null: nobody looked. */
  checkedAt: Instant.nullable(),
  online: z.boolean().nullable(),
  posts: z.array(PostOfSample),
  violations: z.int(),
})
export type Content = z.infer<typeof Content>

export const ContentCheck = z.object({
  id: Id,
  contentId: Id,
  at: Instant,
  person: z.string().nullable(),
  online: z.boolean().nullable(),
  linkRight: z.boolean().nullable(),
  brandNamed: z.boolean().nullable(),
  disclosed: z.boolean().nullable(),
  shown: z.boolean().nullable(),
  promised: z.string().nullable(),
  configured: z.string().nullable(),
  note: z.string().nullable(),
})
export type ContentCheck = z.infer<typeof ContentCheck>

export const ContentCheckFields = ContentCheck.omit({ id: true, at: true, person: true })
  .partial()
  .required({ contentId: true })

export const Violation = z.object({
  id: Id,
  contentId: Id.nullable(),
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  shopId: Id,
  day: Day,
  rule: z.string(),
  points: z.int().nullable(),
  state: z.enum(VIOLATION_STATES),
  appealBy: Day.nullable(),
  lesson: z.string().nullable(),
  note: z.string().nullable(),
})
export type Violation = z.infer<typeof Violation>

const text = (most: number) => z.string().trim().max(most).nullable()

export const ViolationFields = z
  .object({
    contentId: Id.nullable(),
    creatorId: Id.nullable(),
    shopId: Id,
    day: Day,
    rule: z.string().trim().min(1).max(300),
    points: z.int().min(0).max(1000).nullable(),
    state: z.enum(VIOLATION_STATES),
    appealBy: Day.nullable(),
    lesson: text(4000),
    note: text(4000),
  })
  .partial()

/** Of one pasted link: what it is, and which samples it may answer. */
export const LinkPreview = z.object({
  line: z.int(),
  text: z.string(),
  videoId: z.string().nullable(),
  handle: z.string().nullable(),
  problem: z.enum(['short', 'noVideo', 'creatorUnknown', 'noSample']).nullable(),
  /** The content of this number is known already. */
  contentId: Id.nullable(),
  creatorId: Id.nullable(),
  samples: z.array(
    z.object({
      sampleId: Id,
      productId: z.string(),
      productName: z.string().nullable(),
      deliveredAt: Instant.nullable(),
      /** The link is given to it already. */
      given: z.boolean(),
    }),
  ),
})
export type LinkPreview = z.infer<typeof LinkPreview>

export const CONTENT_VIEWS = ['all', 'toCheck', 'unmatched', 'gone'] as const

export const contentContract = {
  ...matchingContract,
  /** A window of the list. `view`: `toCheck` posts of samples nobody judged, `unmatched` of no sample, `gone` no longer online. */
  list: procedure(
    ListQuery.extend({
      shopId: Id.nullable().default(null),
      creatorId: Id.nullable().default(null),
      view: z.enum(CONTENT_VIEWS).default('all'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    z.object({
      rows: z.array(Content),
      total: z.int(),
      counts: z.record(z.enum(CONTENT_VIEWS), z.int()),
      left: z.array(z.string()),
    }),
  ),
  get: procedure(z.object({ id: Id }), Content),
  put: procedure(
    z.object({
      id: Id,
      fields: z
        .object({ url: text(500), title: text(1000), campaignId: Id.nullable(), hook: text(200), note: text(5000) })
        .partial(),
    }),
    Content,
  ),
  /** What pasted links are, without writing anything. */
  preview: procedure(
    z.object({ shopId: Id.nullable().default(null), text: z.string().max(200_000) }),
    z.object({ links: z.array(LinkPreview) }),
  ),
  /** Adds the videos and gives each to its sample, which is then posted: one step. */
  add: procedure(
    z.object({
      shopId: Id.nullable().default(null),
      links: z
        .array(z.object({ videoId: z.string(), handle: z.string(), url: z.string().max(500), sampleId: Id.nullable() }))
        .min(1)
        .max(1000),
    }),
    z.object({ added: z.int(), given: z.int(), ids: z.array(Id) }),
  ),
  /** A person's word on posts of samples: many in one step. A valid post verifies its sample; taking that back takes it back. */
  judge: procedure(
    z.object({
      posts: z.array(Id).min(1).max(1000),
      verdict: z.enum(POST_VERDICTS),
      note: text(2000).optional(),
    }),
    z.object({ judged: z.int(), verified: z.int() }),
  ),
  /** Gives a content to a sample, or takes it away from it. */
  give: procedure(z.object({ contentId: Id, sampleId: Id, give: z.boolean() }), Nothing),
  checks: procedure(z.object({ contentId: Id }), z.array(ContentCheck)),
  check: procedure(z.object({ fields: ContentCheckFields }), ContentCheck),
  violations: procedure(
    z.object({ shopId: Id.nullable().default(null), contentId: Id.optional(), creatorId: Id.optional() }),
    z.array(Violation),
  ),
  putViolation: procedure(z.object({ id: Id.optional(), fields: ViolationFields }), Violation),
  removeViolation: procedure(z.object({ id: Id }), Nothing),
}
