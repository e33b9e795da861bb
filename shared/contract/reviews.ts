/** Scripts and videos that wait for a verdict, in the order of the time left: versions, notes, verdicts, grades, feedback. */

import { BriefBody } from '../domain/briefs'
import { CLAIM_KINDS } from '../domain/claim-sheet'
import { FEEDBACK_LANGUAGES } from '../domain/feedback-texts'
import { Rubric } from '../domain/grades'
import { ReviewHours } from '../domain/review-sla'
import { REVIEW_STATES, VERDICTS } from '../domain/reviews'
import { z } from '../schema'
import { Id, Instant, job, Nothing, Page, procedure } from './define'

export const REVIEW_KINDS = ['script', 'video'] as const
const State = z.enum(REVIEW_STATES)
const Person = z.string().trim().max(120).nullable()

export const ReviewRow = z.object({
  id: Id,
  kind: z.enum(REVIEW_KINDS),
  title: z.string().nullable(),
  shopId: Id,
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  campaignId: Id.nullable(),
  campaign: z.string().nullable(),
  /** The platform's product id. */
  productId: z.string().nullable(),
  product: z.string().nullable(),
  market: z.string().nullable(),
  language: z.string().nullable(),
  state: State,
  /** Colleagues' verdicts contradict each other: nothing goes on until somebody decides. */
  hold: z.boolean(),
  /** When the newest version was handed in. */
  submitted: Instant.nullable(),
  due: Instant.nullable(),
  publishFrom: Instant.nullable(),
  publishTo: Instant.nullable(),
  /** Against the hours in which somebody works; `none` also once there is a verdict. */
  level: z.enum(['inTime', 'escalated', 'overdue', 'none']),
  slot: z.enum(['ahead', 'now', 'missed', 'none']),
  reviewer: z.string().nullable(),
  deputy: z.string().nullable(),
  /** Who is asked for the verdict now. */
  asked: z.string().nullable(),
  versions: z.int(),
  /** Rounds of changes that were asked for, and those agreed. */
  roundsAsked: z.int(),
  rounds: z.int().nullable(),
  grade: z.string().nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** The file of a video's version. */
const VersionFile = z.object({
  attachmentId: Id,
  name: z.string(),
  mime: z.string(),
  size: z.int(),
  sha256: z.string(),
  state: z.enum(['here', 'wanted', 'elsewhere']),
})

export const ReviewNote = z.object({
  id: Id,
  versionId: Id,
  atMs: z.int().nullable(),
  from: z.int().nullable(),
  to: z.int().nullable(),
  text: z.string(),
  audience: z.enum(['internal', 'creator']),
  done: z.boolean(),
  person: z.string().nullable(),
  at: Instant,
})
export type ReviewNote = z.infer<typeof ReviewNote>

export const ReviewVersion = z.object({
  id: Id,
  version: z.int(),
  text: z.string().nullable(),
  at: Instant,
  person: z.string().nullable(),
  note: z.string().nullable(),
  file: VersionFile.nullable(),
  /** The last word on it; null: none yet. */
  verdict: State.nullable(),
  notes: z.array(ReviewNote),
})
export type ReviewVersion = z.infer<typeof ReviewVersion>

export const ReviewStep = z.object({
  id: Id,
  from: State,
  to: State,
  reason: z.string().nullable(),
  at: Instant.nullable(),
  person: z.string().nullable(),
  versionId: Id.nullable(),
})

/** What is ticked of the brief (`dos 2`: its section and line), and the disclosure box. */
const Checklist = z.object({
  ticked: z.array(z.string().max(500)).max(200),
  /** The creator says that it is promotional; null: not looked at yet. */
  disclosed: z.boolean().nullable(),
})

export const Review = ReviewRow.extend({
  sampleId: Id.nullable(),
  gradeReasons: z.array(z.string()),
  feedback: z.string().nullable(),
  note: z.string().nullable(),
  checklist: Checklist,
  /** What became of it. */
  content: z.object({ id: Id, url: z.string().nullable(), contentId: z.string().nullable() }).nullable(),
  /** The oldest first. */
  versionList: z.array(ReviewVersion),
  steps: z.array(ReviewStep),
  /** The brief that the creator got last. */
  brief: z.object({ title: z.string().nullable(), version: z.int(), body: BriefBody }).nullable(),
  /** The product's claim sheet for the market, in force today. */
  claims: z.array(
    z.object({
      id: Id,
      kind: z.enum(CLAIM_KINDS),
      text: z.string(),
      /** Words by which it is known in a script. */
      known: z.array(z.string()),
      proof: z.enum(['notNeeded', 'proven', 'expiring', 'expired', 'missing']),
    }),
  ),
})
export type Review = z.infer<typeof Review>

/** What people write of a review. `due`, `publishFrom`, `publishTo` null: nobody says; left out of a new one: as the hours say. */
export const ReviewFields = z
  .object({
    kind: z.enum(REVIEW_KINDS),
    title: z.string().trim().max(200).nullable(),
    shopId: Id,
    creatorId: Id.nullable(),
    campaignId: Id.nullable(),
    sampleId: Id.nullable(),
    productId: z.string().trim().max(40).nullable(),
    market: z.string().trim().max(8).nullable(),
    language: z.string().trim().max(20).nullable(),
    due: Instant.nullable(),
    publishFrom: Instant.nullable(),
    publishTo: Instant.nullable(),
    reviewer: Person,
    deputy: Person,
    rounds: z.int().min(0).max(20).nullable(),
    grade: z.string().max(8).nullable(),
    gradeReasons: z.array(z.string().max(40)).max(60),
    feedback: z.string().max(20_000).nullable(),
    note: z.string().max(5000).nullable(),
    checklist: Checklist,
  })
  .partial()
export type ReviewFields = z.infer<typeof ReviewFields>

/** Which reviews: those that wait for a verdict, for publishing, for the creator, or all. */
export const QUEUES = ['waiting', 'publish', 'creator', 'done', 'all'] as const

const Counts = z.object({ waiting: z.int(), publish: z.int(), creator: z.int(), done: z.int(), all: z.int() })

const NewNote = z.object({
  versionId: Id,
  atMs: z.int().min(0).nullable().default(null),
  from: z.int().min(0).nullable().default(null),
  to: z.int().min(0).nullable().default(null),
  text: z.string().trim().min(1).max(5000),
  audience: z.enum(['internal', 'creator']),
})

export const reviewsContract = {
  /** The least time left to the best time to publish (else to the deadline) first. */
  list: procedure(
    Page.extend({
      shopId: Id.nullable().default(null),
      queue: z.enum(QUEUES).default('waiting'),
      /** Who reviews or stands in; null: anybody. */
      person: z.string().max(120).nullable().default(null),
      search: z.string().max(200).default(''),
    }),
    z.object({
      rows: z.array(ReviewRow),
      total: z.int(),
      counts: Counts,
      /** Of those that wait: past their time. */
      overdue: z.int(),
      nextCursor: z.string().nullable(),
    }),
  ),
  get: procedure(z.object({ id: Id }), Review),
  /** Changes what is known of a review. */
  put: procedure(z.object({ id: Id, fields: ReviewFields }), Review),
  remove: procedure(z.object({ id: Id }), Nothing),
  /**
   * Hands in a new review (without `id`; `fields.kind` and `fields.shopId` are asked for) or the next version of one, as
   * one step. `path`: the video, copied into the workspace's store; what is no video by its bytes is refused as
   * `attachment.unreadable`, up to 2 GB are taken.
   */
  submit: job(
    z.object({
      id: Id.optional(),
      fields: ReviewFields.default({}),
      text: z.string().max(200_000).nullable().default(null),
      path: z.string().min(1).nullable().default(null),
      note: z.string().max(5000).nullable().default(null),
    }),
    Review,
  ),
  /** The verdict on the newest version (or the one named); another verdict is taken back by it. Refused as `record.illegalStep` or `record.onHold`. */
  judge: procedure(
    z.object({
      id: Id,
      verdict: z.enum(VERDICTS),
      reason: z.string().trim().max(500).default(''),
      versionId: Id.optional(),
    }),
    Review,
  ),
  /** Waits for a verdict again; of a published one, is approved again. */
  takeBack: procedure(z.object({ id: Id, reason: z.string().trim().max(500).default('') }), Review),
  /**
   * It is online. The content is recorded by the video's number in the link; a sample that it was made for goes on to
   * *posted* where that follows.
   */
  publish: procedure(
    z.object({ id: Id, link: z.string().trim().min(1).max(500), at: Instant.nullable().default(null) }),
    z.object({ review: Review, sample: z.enum(['posted', 'stays', 'none']) }),
  ),
  addNote: procedure(NewNote, ReviewNote),
  putNote: procedure(
    z.object({ id: Id, fields: NewNote.pick({ text: true, audience: true }).extend({ done: z.boolean() }).partial() }),
    ReviewNote,
  ),
  removeNote: procedure(z.object({ id: Id }), Nothing),
  /** An address from which the window can play a version's video for a while. Refused as `attachment.elsewhere`, and then asked for. */
  play: procedure(z.object({ versionId: Id }), z.object({ url: z.string(), mime: z.string(), name: z.string() })),
  /** What may be sent to the creator, of grade, reasons and the notes for them; `language` left out: theirs. */
  feedback: procedure(
    z.object({ id: Id, language: z.enum(FEEDBACK_LANGUAGES).optional() }),
    z.object({ language: z.enum(FEEDBACK_LANGUAGES), text: z.string() }),
  ),
  /** Feedback that was copied to be sent: kept with the review, logged as a contact with its creator. */
  sent: procedure(z.object({ id: Id, text: z.string().min(1).max(20_000) }), z.object({ touchId: Id.nullable() })),
  rubric: procedure(z.object({ shopId: Id.nullable().default(null) }), Rubric),
  /** Of a shop, or of all; null: as the app brings it. */
  putRubric: procedure(z.object({ shopId: Id.nullable(), rubric: Rubric.nullable() }), Rubric),
  hours: procedure(z.object({}), z.object({ hours: ReviewHours, own: z.boolean() })),
  /** New times hold for what is handed in from then on; `recount`: for everything that waits too. */
  putHours: procedure(z.object({ hours: ReviewHours, recount: z.boolean().default(false) }), ReviewHours),
  /** What a review handed in now would get: when due, when to publish, who reviews. */
  suggest: procedure(
    z.object({ shopId: Id, market: z.string().max(8).nullable().default(null) }),
    z.object({
      due: Instant.nullable(),
      publishFrom: Instant.nullable(),
      publishTo: Instant.nullable(),
      /** IANA, of the market. */
      zone: z.string(),
      reviewer: z.string().nullable(),
      deputy: z.string().nullable(),
      rounds: z.int(),
    }),
  ),
}
