/** The list of creators: one row a person, what is asked of it, and how handles are added. */

import { ListQuery } from '../domain/lists'
import { METRICS, type MetricName } from '../domain/metrics'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, procedure } from './define'
import { masked } from './masks'

// The keys of METRICS are its names.
const METRIC_NAMES = Object.keys(METRICS) as MetricName[]
export const Metric = z.enum(METRIC_NAMES)

/** The newest that any source says of a figure: minor units, basis points or a whole number, as its kind in `METRICS`. */
export const LatestFigure = z.object({
  value: z.number(),
  currency: Currency.nullable(),
  source: z.string(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  observedAt: Instant,
  /** Older than 30 days: shown in grey. */
  stale: z.boolean(),
  /** Another source says something else for about the same time. */
  disagrees: z.boolean(),
})
export type LatestFigure = z.infer<typeof LatestFigure>

/** A creator as one shop works with them. */
export const ShopWork = z.object({
  id: Id,
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
export type ShopWork = z.infer<typeof ShopWork>

/** What the order lines of the shop in view, or of all shops, say of a creator. */
export const OwnResults = z.object({
  orders: z.int(),
  gmv: Minor,
  currency: Currency,
  /** Basis points. */
  refundRate: z.int().nullable(),
  contribution: masked(Minor, 'margin'),
})
export type OwnResults = z.infer<typeof OwnResults>

/** One person, whatever the number of handles. */
export const Creator = z.object({
  id: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  /** Handles of others that were made one with this creator. */
  otherNames: z.array(z.string()),
  platformId: z.string().nullable(),
  market: z.string().nullable(),
  language: z.string().nullable(),
  category: z.string().nullable(),
  audienceMarket: z.string().nullable(),
  audienceLanguage: z.string().nullable(),
  agent: z.string().nullable(),
  preferredChannel: z.string().nullable(),
  /** As a person set it. */
  timezone: z.string().nullable(),
  /** Their own zone, else that of their market: what their clock is told by. */
  zone: z.string().nullable(),
  remark: z.string().nullable(),
  tags: z.array(z.string()),
  starred: z.boolean(),
  /** Key of a tier. */
  tier: z.string().nullable(),
  /** Fit for the shop in view, 0 to 100. */
  score: z.int().nullable(),
  /** Keys of flags: signs to ask about, never verdicts. */
  flags: z.array(z.string()),
  /** The figures that were asked for, as far as any source gives them. */
  figures: z.partialRecord(Metric, LatestFigure),
  /** GPM of the last observations, oldest first; empty where there are fewer than two. */
  gpmTrend: z.array(z.number()),
  /** Number of shops whose imported files name the creator. */
  shops: z.int(),
  /** As the shop in view works with them; null with all shops in view, and where it does not. */
  work: ShopWork.nullable(),
  /** Their stage in each shop, with all shops in view. */
  stages: z.array(z.object({ shopId: Id, stage: z.string() })),
  lastContact: z
    .object({ at: Instant, person: z.string().nullable(), kind: z.string(), shopId: Id.nullable() })
    .nullable(),
  /** Who talks to them now, and until when. */
  claim: z.object({ owner: z.string(), until: Instant }).nullable(),
  nextTask: z
    .object({
      id: Id,
      kind: z.string(),
      title: z.string().nullable(),
      due: Instant.nullable(),
      owner: z.string().nullable(),
    })
    .nullable(),
  /** Null until order lines were added up, and where there are none. */
  results: OwnResults.nullable(),
})
export type Creator = z.infer<typeof Creator>

/** What tells one creator from another at first sight. */
export type CreatorProfile = Pick<Creator, 'id' | 'handle' | 'displayName' | 'market' | 'remark' | 'shops'>

/** Which creators, in which order. Fields are those of `CREATOR_FIELDS`; unknown ones are left out and told in `left`. */
export const CreatorQuery = ListQuery.extend({
  /** The shop in view: its stage, owner, rate and tags count. Null: all shops. */
  shopId: Id.nullable().default(null),
})
export type CreatorQuery = z.input<typeof CreatorQuery>

/** One pasted handle, and who that is. */
export const InspectedCreator = z.object({
  /** From 1. */
  line: z.int(),
  text: z.string(),
  handle: z.string().nullable(),
  displayName: z.string().nullable(),
  market: z.string().nullable(),
  /** `repeated`: an earlier line names them too. `otherName`: another name of somebody known. */
  outcome: z.enum(['new', 'known', 'otherName', 'repeated', 'unreadable']),
  problem: z.enum(['notAHandle', 'shortLink', 'tooLong', 'unknownOldName']).nullable(),
  /** Whom it is, or will be, another name of. */
  of: z.object({ id: Id, handle: z.string() }).nullable(),
  /** The market that is kept, where this line names another one: one handle is one creator in all markets. */
  otherMarket: z.string().nullable(),
})
export type InspectedCreator = z.infer<typeof InspectedCreator>

export const AddedCreator = z.object({
  handle: z.string().min(1).max(60),
  displayName: z.string().trim().max(200).nullable().default(null),
  market: z.string().max(8).nullable().default(null),
  /** The creator that this is another name of. */
  sameAs: Id.nullable().default(null),
})

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable()

export const listProcedures = {
  /** A window of the list. `left`: fields of the query that this build, or this role, does not know. */
  list: procedure(
    CreatorQuery.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
      /** Which figures the rows carry. */
      figures: z.array(Metric).max(40).default(['followers', 'gmv', 'gpm', 'cvr', 'engagement', 'postRate']),
    }),
    z.object({ rows: z.array(Creator), total: z.int(), left: z.array(z.string()) }),
  ),
  /** The ids of all creators of a query, in its order: for ticking all of it and for bulk work. */
  ids: procedure(CreatorQuery, z.object({ ids: z.array(Id) })),
  /** The groups of a query with `group`, in the order of the list: what is equal, how many, where the first one stands. */
  groups: procedure(
    CreatorQuery,
    z.object({ groups: z.array(z.object({ value: Value, count: z.int(), first: z.int() })) }),
  ),
  /** How many creators have each value of a field, most first: for the rail beside the list. */
  counts: procedure(
    CreatorQuery.extend({ fields: z.array(z.string().max(80)).min(1).max(12) }),
    z.object({
      total: z.int(),
      fields: z.record(z.string(), z.array(z.object({ value: Value, count: z.int() }))),
    }),
  ),
  /** Reads pasted handles and says who is new. `market`: of lines that name none. Nothing is written. */
  inspect: procedure(
    z.object({ text: z.string().max(4_000_000), market: z.string().max(8).nullable().default(null) }),
    z.object({ rows: z.array(InspectedCreator) }),
  ),
  /** Adds creators as one step; of those that are known, only blanks are filled. Answers everybody named, in that order. */
  add: procedure(
    z.object({ creators: z.array(AddedCreator).min(1).max(20_000), tags: z.array(z.string()).max(50).default([]) }),
    z.object({ added: z.int(), known: z.int(), otherNames: z.int(), ids: z.array(Id) }),
  ),
}
