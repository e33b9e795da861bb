/** The sample ledger: where each sample stands, what is due when. */

import { Day } from '../domain/days'
import { ListQuery } from '../domain/lists'
import { BOARD_WAYS } from '../domain/sample-board'
import { DUE_LEVELS } from '../domain/sample-deadlines'
import { COLLABORATIONS, SAMPLE_KINDS, SAMPLE_STATES } from '../domain/samples'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, procedure } from './define'
import { masked } from './masks'

export const SampleStateName = z.enum(SAMPLE_STATES)

export const Deadline = z.object({
  /** The last day, in the shop's zone. */
  day: Day,
  /** The first instant after it. */
  endsAt: Instant,
  /** Below 0: so many days over. */
  daysLeft: z.int(),
  level: z.enum(DUE_LEVELS),
  from: z.enum(['rule', 'own']),
})

export const Parcel = z.object({
  id: Id,
  sampleId: Id,
  tracking: z.string().nullable(),
  carrier: z.string().nullable(),
  shippedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  lastScan: z.string().nullable(),
  lastScanAt: Instant.nullable(),
  note: z.string().nullable(),
})
export type Parcel = z.infer<typeof Parcel>

/** One product for one creator. */
export const Sample = z.object({
  id: Id,
  shopId: Id,
  /** Of duplicates made one, the one that stands for them. */
  creatorId: Id,
  handle: z.string().nullable(),
  /** TikTok's number. */
  productId: z.string(),
  productName: z.string().nullable(),
  imageUrl: z.string().nullable(),
  skuId: z.string().nullable(),
  variation: z.string().nullable(),
  quantity: z.int(),
  kind: z.enum(SAMPLE_KINDS).nullable(),
  collaboration: z.enum(COLLABORATIONS).nullable(),
  campaignId: Id.nullable(),
  campaignName: z.string().nullable(),
  requestedAt: Instant.nullable(),
  applicationId: z.string().nullable(),
  orderId: z.string().nullable(),
  platformStatus: z.string().nullable(),
  recipient: masked(z.string().nullable(), 'contact'),
  phone: masked(z.string().nullable(), 'contact'),
  address: masked(z.string().nullable(), 'address'),
  owner: z.string().nullable(),
  extensionDays: z.int().nullable(),
  dueDay: Day.nullable(),
  productCost: masked(Minor.nullable(), 'cost'),
  packingCost: masked(Minor.nullable(), 'cost'),
  freightCost: masked(Minor.nullable(), 'cost'),
  dutyCost: masked(Minor.nullable(), 'cost'),
  currency: Currency.nullable(),
  /** Basis points. */
  rate: z.int().nullable(),
  source: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  state: SampleStateName,
  /** Colleagues' steps contradict each other: no step until somebody decided. */
  hold: z.boolean(),
  since: Instant.nullable(),
  /** When it came into each state that it went through. */
  dates: z.partialRecord(SampleStateName, Instant),
  deadlines: z.object({
    review: Deadline.nullable(),
    post: Deadline.nullable(),
    /** The last day for posting, also of a sample that was posted. */
    lastDay: Day.nullable(),
    /** The last day if the platform gives its extension, of which a shop is not told. */
    latestDay: Day.nullable(),
    /** D+n. */
    sinceDelivery: z.int().nullable(),
    allowed: z.int().nullable(),
  }),
  /** Those sent first first. */
  parcels: z.array(Parcel),
  /** How many files are attached. */
  proofs: z.int(),
  /** How many reminders were sent. */
  nudges: z.int(),
})
export type Sample = z.infer<typeof Sample>

const text = (most: number) => z.string().trim().max(most).nullable()
const cost = Minor.min(0).nullable()

/** What people write of a sample; its state follows from steps. */
export const SampleFields = z
  .object({
    shopId: Id,
    creatorId: Id,
    productId: z.string().trim().min(1).max(64),
    skuId: text(64),
    variation: text(200),
    quantity: z.int().min(1).max(100_000),
    kind: z.enum(SAMPLE_KINDS).nullable(),
    collaboration: z.enum(COLLABORATIONS).nullable(),
    campaignId: Id.nullable(),
    requestedAt: Instant.nullable(),
    applicationId: text(64),
    orderId: text(64),
    recipient: text(200),
    phone: text(60),
    address: text(1000),
    owner: text(120),
    extensionDays: z.int().min(0).max(365).nullable(),
    dueDay: Day.nullable(),
    productCost: cost,
    packingCost: cost,
    freightCost: cost,
    dutyCost: cost,
    currency: Currency.nullable(),
    rate: z.int().min(0).max(10_000).nullable(),
    reason: text(2000),
    note: z.string().max(5000).nullable(),
  })
  .partial()
export type SampleFields = z.infer<typeof SampleFields>

/** Which samples: the shop in view and what is asked of the list. */
export const SampleQuery = ListQuery.extend({
  shopId: Id.nullable().default(null),
  creatorId: Id.nullable().default(null),
})
export type SampleQuery = z.input<typeof SampleQuery>

export const StepRefusal = z.object({
  sampleId: Id,
  code: z.enum(['record.notFound', 'record.onHold', 'record.illegalStep', 'contract.guard']),
  from: SampleStateName.nullable(),
  /** Null: there is no next step. */
  to: SampleStateName.nullable(),
})
export type StepRefusal = z.infer<typeof StepRefusal>

const Narrowed = z.object({
  shopId: Id.nullable().default(null),
  owner: z.string().nullable().default(null),
  search: z.string().max(200).default(''),
})

export const SampleBoardQuery = Narrowed.extend({ by: z.enum(BOARD_WAYS) })

export const SampleColumn = z.object({
  key: z.string(),
  count: z.int(),
  held: z.int(),
  overdue: z.int(),
  /** Those due first first, as many as were asked for. */
  cards: z.array(Sample),
})

export const SampleBoard = z.object({
  total: z.int(),
  me: z.string(),
  owners: z.array(z.string()),
  columns: z.array(SampleColumn),
})
export type SampleBoard = z.infer<typeof SampleBoard>

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable()

export const samplesContract = {
  /** A window of the list. `left`: fields of the query that this build, or this role, does not know. */
  list: procedure(
    SampleQuery.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(200) }),
    z.object({ rows: z.array(Sample), total: z.int(), left: z.array(z.string()) }),
  ),
  /** The ids of all samples of a query, in its order: for ticking all of it and for bulk work. */
  ids: procedure(SampleQuery, z.object({ ids: z.array(Id) })),
  /** The groups of a query with `group`, in the order of the list. */
  groups: procedure(
    SampleQuery,
    z.object({ groups: z.array(z.object({ value: Value, count: z.int(), first: z.int() })) }),
  ),
  /** The board's columns, each with its first cards. `owners`: everybody who has samples here. */
  board: procedure(SampleBoardQuery.extend({ limit: z.int().min(1).max(500).default(60) }), SampleBoard),
  /** Further cards of one column. */
  cards: procedure(
    SampleBoardQuery.extend({
      column: z.string().max(40),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500).default(60),
    }),
    z.object({ cards: z.array(Sample) }),
  ),
  /** How many answers and posts are due on each day; days without any are left out. */
  calendar: procedure(
    Narrowed.extend({ from: Day, to: Day }),
    z.array(z.object({ day: Day, review: z.int(), post: z.int(), overdue: z.int() })),
  ),
  /** What waits, at a glance. */
  strip: procedure(
    Narrowed,
    z.object({
      waiting: z.int(),
      /** When the request that waits longest was made. */
      oldest: Instant.nullable(),
      toShip: z.int(),
      soon: z.int(),
      overdue: z.int(),
      held: z.int(),
      /** Samples whose last day for posting lay in the last 30 days, and those of them that were posted. */
      due: z.int(),
      posted: z.int(),
      /** Basis points; null where none was due. */
      postRate: z.int().nullable(),
    }),
  ),
  get: procedure(z.object({ id: Id }), Sample),
  /** Without an id a new sample, asked for now unless said otherwise. Of a known one, only the named fields change. */
  put: procedure(z.object({ id: Id.optional(), fields: SampleFields }), Sample),
  remove: procedure(z.object({ ids: z.array(Id).min(1).max(1000) }), Nothing),
  /**
   * Many samples, one step that can be undone. Those that cannot take it stay and are told. `through`: over all states
   * between, for who writes down later what happened. `next` and `back`: wherever each of them stands. What is worth too much
   * to be approved without signed paper stays as `contract.guard`, unless `withoutPaper` and `reason` say why it may go.
   */
  step: procedure(
    z.object({
      ids: z.array(Id).min(1).max(5000),
      to: z.union([SampleStateName, z.enum(['next', 'back'])]),
      at: Instant.optional(),
      reason: z.string().trim().max(500).default(''),
      through: z.boolean().default(false),
      withoutPaper: z.boolean().default(false),
    }),
    z.object({ done: z.int(), refused: z.array(StepRefusal) }),
  ),
  /** The steps of one sample in their order: who, when, why. */
  trail: procedure(
    z.object({ id: Id }),
    z.array(
      z.object({
        id: Id,
        from: z.string(),
        to: z.string(),
        at: Instant.nullable(),
        person: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  ),
}
