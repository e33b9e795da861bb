/** What is said of campaigns: plans, rates and what a change of one means, members, terms, budget, history. */

import { BUDGET_PARTS } from '../domain/budget-guard'
import { CAMPAIGN_KINDS, CAMPAIGN_STATES, MEMBER_STATES } from '../domain/campaigns'
import { Day } from '../domain/days'
import { PAY_MODELS } from '../domain/pay-models'
import { z } from '../schema'
import { Currency, Id, Instant, Minor } from './define'
import { concealed, masked } from './masks'
import { FieldValue } from './records'

const Text = z.string().trim().max(4000)
/** Basis points. */
const Rate = z.int().min(0).max(10_000)
const ProductId = z.string().trim().min(1).max(64)

export const CampaignKind = z.enum(CAMPAIGN_KINDS)
export const CampaignState = z.enum(CAMPAIGN_STATES)
export const MemberState = z.enum(MEMBER_STATES)

export const Campaign = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  market: z.string(),
  timezone: z.string(),
  name: z.string(),
  kind: CampaignKind,
  state: CampaignState,
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  budget: masked(Minor, 'cost'),
  currency: Currency,
  sampleQuota: z.int().nullable(),
  /** Samples that were asked for in it. */
  samples: z.int(),
  platformId: z.string().nullable(),
  coldStart: z.boolean(),
  owner: z.string().nullable(),
  note: z.string().nullable(),
  /** The rate of everything that is offered today; null: none yet. */
  rate: Rate.nullable(),
  adsRate: Rate.nullable(),
  /** Exceptions that hold today. */
  exceptions: z.int(),
  products: z.int(),
  creators: z.int(),
  briefs: z.int(),
})
export type Campaign = z.infer<typeof Campaign>

/** What people may leave out. */
export const CampaignFields = z.object({
  shopId: Id.optional(),
  name: Text.min(1).max(200).optional(),
  kind: CampaignKind.optional(),
  state: CampaignState.optional(),
  fromDay: Day.nullable().optional(),
  toDay: Day.nullable().optional(),
  budget: Minor.min(0).nullable().optional(),
  sampleQuota: z.int().min(0).max(1_000_000).nullable().optional(),
  platformId: Text.max(64).nullable().optional(),
  coldStart: z.boolean().optional(),
  owner: Text.max(120).nullable().optional(),
  note: Text.nullable().optional(),
})

export const CampaignRate = z.object({
  id: Id,
  productId: z.string().nullable(),
  productName: z.string().nullable(),
  category: z.string().nullable(),
  rate: Rate,
  adsRate: Rate.nullable(),
  fromDay: Day,
  note: z.string().nullable(),
  /** `planned` begins later, `inForce` holds, `past` was replaced. */
  standing: z.enum(['planned', 'inForce', 'past']),
})
export type CampaignRate = z.infer<typeof CampaignRate>

/** A rate as it is written: neither product nor category is the rate of everything. */
export const RateFields = z
  .object({
    campaignId: Id,
    productId: ProductId.nullable().default(null),
    category: Text.min(1).max(120).nullable().default(null),
    rate: Rate,
    adsRate: Rate.nullable().default(null),
    fromDay: Day,
    note: Text.nullable().default(null),
  })
  .refine(({ productId, category }) => productId === null || category === null, 'a product or a category, not both')

/** A rate for a while; `lastDay` null: for as long as nothing is changed. */
export const RatePiece = z.object({ rate: Rate, lastDay: Day.nullable() })
export type RatePiece = z.infer<typeof RatePiece>

/** What a change of a rate would mean for one creator who promotes already. */
export const RateEffect = z.object({
  creatorId: Id,
  handle: z.string(),
  joinedOn: Day.nullable(),
  /** From the day of the change on. */
  ahead: z.array(RatePiece),
  /** The last day on which the old rate is kept; null: the new one holds at once. */
  keptUntil: Day.nullable(),
})
export type RateEffect = z.infer<typeof RateEffect>

export const RatePreview = z.object({
  /** What is offered the day before the change; null: nothing. */
  before: Rate.nullable(),
  kind: z.enum(['first', 'raise', 'cut', 'same']),
  lockDays: z.int(),
  /** The market's rules do not say how long; what is known of others was taken. */
  lockAssumed: z.boolean(),
  creators: z.array(RateEffect),
  /** Members who get the new rate at once. */
  atOnce: z.int(),
})
export type RatePreview = z.infer<typeof RatePreview>

export const CampaignProduct = z.object({
  id: Id,
  productId: z.string(),
  name: z.string().nullable(),
  category: z.string().nullable(),
  sampleQuota: z.int().nullable(),
  /** Samples of this product that were asked for in this campaign. */
  samples: z.int(),
  note: z.string().nullable(),
  rate: Rate.nullable(),
  from: z.enum(['product', 'category', 'all']).nullable(),
  adsRate: Rate.nullable(),
})
export type CampaignProduct = z.infer<typeof CampaignProduct>

export const CampaignCreator = z.object({
  id: Id,
  creatorId: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  state: MemberState,
  joinedOn: Day.nullable(),
  /** A rate of their own. */
  ownRate: Rate.nullable(),
  /** What they get today and later, of everything; exceptions stand with the products. */
  ahead: z.array(RatePiece),
  /** Products and categories for which an older, better rate is kept for them, with its last day. */
  kept: z.array(z.object({ name: z.string(), rate: Rate, lastDay: Day })),
  /** The newest brief they got: its title and how its version is called; `older`: a newer one exists. */
  brief: z.object({ briefId: Id, title: z.string(), version: z.string(), older: z.boolean() }).nullable(),
  pay: z.array(z.enum(PAY_MODELS)),
  samples: z.int(),
  owner: z.string().nullable(),
  note: z.string().nullable(),
})
export type CampaignCreator = z.infer<typeof CampaignCreator>

export const PayTerm = z.object({
  id: Id,
  campaignId: Id,
  /** Null: of everybody in the campaign. */
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  model: z.enum(PAY_MODELS),
  terms: masked(z.record(z.string(), z.json()), 'cost'),
  currency: Currency,
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  note: z.string().nullable(),
})
export type PayTerm = z.infer<typeof PayTerm>

export const BudgetPart = z.enum(BUDGET_PARTS)

export const BudgetView = z.object({
  currency: Currency,
  cap: masked(Minor, 'cost'),
  lines: z.array(
    z.object({
      part: BudgetPart,
      spent: masked(Minor, 'cost'),
      committed: masked(Minor, 'cost'),
      expected: masked(Minor, 'cost'),
      known: z.boolean(),
      /** Rows behind it: cost lines, samples, terms; of commission the orders. */
      rows: z.int(),
    }),
  ),
  spent: masked(Minor, 'cost'),
  committed: masked(Minor, 'cost'),
  expected: masked(Minor, 'cost'),
  /** Basis points of the cap. */
  used: masked(z.int(), 'cost'),
  usedAtEnd: masked(z.int(), 'cost'),
  prompt: masked(z.union([z.literal(8000), z.literal(10_000)]), 'cost'),
  pace: masked(Minor, 'cost'),
  exhaustedOn: masked(Day, 'cost'),
  /** Why a part is not whole: no orders were imported, samples without a cost, terms that depend on what is delivered… */
  unknown: z.array(
    z.object({
      part: BudgetPart,
      reason: z.enum(['noOrders', 'ordersOld', 'sampleCosts', 'openTerms']),
      count: z.int(),
      day: Day.nullable(),
    }),
  ),
  /** What was spent up to each day. */
  burn: masked(z.array(z.object({ day: Day, spent: Minor })), 'cost'),
  /** Which orders commission was counted of. */
  orders: z.object({
    creators: z.array(z.string()),
    products: z.array(z.string()),
    from: Day.nullable(),
    to: Day.nullable(),
  }),
})
export type BudgetView = z.infer<typeof BudgetView>

/** A row behind a figure of the budget. */
export const BudgetRow = z.object({
  part: BudgetPart,
  source: z.enum(['cost', 'payable', 'sample', 'order', 'terms']),
  id: z.string(),
  day: Day.nullable(),
  title: z.string(),
  amount: masked(Minor, 'cost'),
  isCommitted: z.boolean(),
})
export type BudgetRow = z.infer<typeof BudgetRow>

/** One step in the life of a plan, with what it changed. */
export const PlanChange = z.object({
  entity: z.enum(['campaigns', 'campaignRates', 'campaignProducts', 'campaignCreators', 'payTerms']),
  /** What it is about, in words: a product, a creator, a category. */
  title: z.string(),
  field: z.string(),
  before: FieldValue,
  after: FieldValue,
  kind: z.enum(['created', 'changed', 'removed', 'restored']),
})
export const PlanStep = z.object({
  at: Instant,
  author: z.string(),
  label: z.string(),
  /** Where a colleague did it; null: here. */
  computer: z.string().nullable(),
  /** Further changes of the step that are not listed. */
  more: z.int(),
  changes: z.array(
    concealed(PlanChange, (change, hidden) =>
      hidden.hidesField(change.entity, change.field) ? { ...change, before: null, after: null } : change,
    ),
  ),
})
export type PlanStep = z.infer<typeof PlanStep>

/** Which rate holds and why. */
export const RateAnswer = z.object({
  campaignId: Id,
  campaignName: z.string(),
  rate: Rate,
  from: z.enum(['creator', 'product', 'category', 'all']),
  lockedUntil: Day.nullable(),
  adsRate: Rate,
  adsFrom: z.enum(['targetAds', 'openAds', 'standard']),
})
