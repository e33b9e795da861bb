/** Stages that creators go through, by shop: the board, its guards and limits. */

import { CONDITIONS, CREATOR_EVENTS, STAGE_KINDS } from '../domain/pipelines'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, Page, procedure } from './define'

export const Stage = z.object({
  key: z.string(),
  /** Null: the word that the app has for the key. */
  name: z.string().nullable(),
  order: z.int(),
  kind: z.enum(STAGE_KINDS),
  slaDays: z.int().nullable(),
  wipLimit: z.int().nullable(),
  entry: z.array(z.enum(CONDITIONS)),
  onEvent: z.enum(CREATOR_EVENTS).nullable(),
  archived: z.boolean(),
  /** Whether the agency changed it. */
  own: z.boolean(),
})

/** 0 days, a limit of 0 and no event ('') say that there is none. */
const StageFields = z
  .object({
    name: z.string().trim().max(60).nullable(),
    order: z.int().min(0).max(1_000_000).nullable(),
    kind: z.enum(STAGE_KINDS).nullable(),
    slaDays: z.int().min(0).max(3650).nullable(),
    wipLimit: z.int().min(0).max(1_000_000).nullable(),
    entry: z.array(z.enum(CONDITIONS)).nullable(),
    onEvent: z.enum([...CREATOR_EVENTS, '']).nullable(),
    archived: z.boolean().nullable(),
  })
  .partial()

/** A creator at a shop. */
export const RelationKey = z.object({ shopId: Id, creatorId: Id })
export type RelationKey = z.infer<typeof RelationKey>

/** What stands between creators and the stage they are to enter. */
export const Guard = z.object({
  missing: z.array(RelationKey.extend({ handle: z.string(), conditions: z.array(z.enum(CONDITIONS)) })),
  /** Shops in which the stage would hold more than was agreed. */
  over: z.array(z.object({ shopId: Id, limit: z.int(), count: z.int() })),
  /** How many could move as it is. */
  free: z.int(),
})
export type Guard = z.infer<typeof Guard>

export const Card = RelationKey.extend({
  handle: z.string(),
  displayName: z.string().nullable(),
  stage: z.string(),
  /** The agency's own word for it. */
  stageName: z.string().nullable(),
  since: Instant.nullable(),
  days: z.int().nullable(),
  sla: z.enum(['good', 'watch', 'bad', 'none']),
  reason: z.string().nullable(),
  owner: z.string().nullable(),
  blockedBy: z.string().nullable(),
  /** Latest GMV of about 30 days, in minor units of `currency`. */
  value: Minor.nullable(),
  currency: Currency.nullable(),
  /** IANA zone of the creator. */
  zone: z.string(),
  next: z
    .object({
      id: Id,
      title: z.string().nullable(),
      kind: z.string(),
      /** When it comes into sight: of a snoozed task the end of that. */
      due: Instant.nullable(),
      ladder: z.string().nullable(),
      step: z.int().nullable(),
      stepDay: z.int().nullable(),
      stepEvent: z.enum(CREATOR_EVENTS).nullable(),
    })
    .nullable(),
})
export type Card = z.infer<typeof Card>

/** Which creators the board shows, and what its rows are. */
const BoardQuery = z.object({
  /** Null: all shops. */
  shopId: Id.nullable().default(null),
  owner: z.string().nullable().default(null),
  search: z.string().max(200).default(''),
  lanes: z.enum(['none', 'shop', 'owner']).default('none'),
})
export type BoardQuery = z.infer<typeof BoardQuery>

/** By which the table of the board is sorted. */
export const CARD_SORTS = ['handle', 'stage', 'days', 'value', 'next', 'owner', 'shop'] as const

const CardsQuery = BoardQuery.extend({
  stage: z.string(),
  lane: z.string().nullable().default(null),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(200),
})
export type CardsQuery = z.infer<typeof CardsQuery>

const Board = z.object({
  total: z.int(),
  /** Shop ids or owners' names in their order; null: nobody's. */
  lanes: z.array(z.string().nullable()),
  columns: z.array(
    z.object({
      stage: Stage,
      count: z.int(),
      /** Latest 30-day GMV of its creators, by currency. */
      value: z.array(z.object({ currency: Currency, amount: Minor })),
      sla: z.object({ good: z.int(), watch: z.int(), bad: z.int(), none: z.int() }),
      /** The highest share of a shop's limit that is taken, in basis points; null without a limit. */
      limitUsed: z.int().nullable(),
      lanes: z.array(z.object({ lane: z.string().nullable(), count: z.int(), cards: z.array(Card) })),
    }),
  ),
})
export type Board = z.infer<typeof Board>

export const pipelinesContract = {
  /** The stages of a shop in their order; `shopId` null: those of every shop. */
  stages: procedure(
    z.object({ shopId: Id.nullable().default(null), archived: z.boolean().default(false) }),
    z.array(Stage),
  ),
  /**
   * Moves creators into a stage, in one step. What an entry condition or a limit says against it comes back as `guard`
   * and, with `ask`, nothing is moved; `free` moves those against whom nothing stands, `override` all, and keeps the reason.
   */
  move: procedure(
    z.object({
      items: z.array(RelationKey).min(1).max(10_000),
      to: z.string().min(1).max(40),
      guard: z.enum(['ask', 'free', 'override']).default('ask'),
      reason: z.string().trim().max(500).default(''),
      /** Written to those who have none yet, before conditions are looked at. */
      fill: z
        .object({ owner: z.string().trim().min(1).max(120), rate: z.int().min(0).max(10_000) })
        .partial()
        .default({}),
    }),
    z.object({ moved: z.int(), guard: Guard.nullable() }),
  ),
  /** Every column with its counts and its first cards (`limit` a column and lane), who has been there longest first. */
  board: procedure(BoardQuery.extend({ limit: z.int().min(0).max(500).default(60) }), Board),
  /** The same creators as rows of a table. Money of several currencies is not compared: by currency first. */
  table: procedure(
    Page.extend({
      ...BoardQuery.omit({ lanes: true }).shape,
      sort: z.enum(CARD_SORTS).default('days'),
      descending: z.boolean().default(true),
    }),
    z.object({ rows: z.array(Card), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** Everybody who owns a creator at the shop, and the person here. */
  owners: procedure(
    z.object({ shopId: Id.nullable().default(null) }),
    z.object({ me: z.string(), owners: z.array(z.string()) }),
  ),
  /** One creator at every shop that works with them. */
  of: procedure(z.object({ creatorId: Id }), z.array(Card)),
  /** Writes the agency's own words and rules for a stage; what is left out stays, null goes back to what holds below. */
  putStage: procedure(
    z.object({
      /** Null: of every shop. */
      shopId: Id.nullable().default(null),
      key: z.string().trim().min(1).max(40),
      fields: StageFields,
    }),
    Stage,
  ),
  /** Takes the agency's own say away: a shop's stage is that of all shops again, a shipped one as shipped. */
  resetStage: procedure(z.object({ shopId: Id.nullable().default(null), key: z.string() }), Nothing),
  /** More cards of one column and lane. */
  cards: procedure(CardsQuery, z.object({ total: z.int(), cards: z.array(Card) })),
}
