/** Promotion plans: rates and their exceptions, products, creators, terms, budget. */

import { Day } from '../domain/days'
import { PAY_MODELS } from '../domain/pay-models'
import { z } from '../schema'
import {
  BudgetPart,
  BudgetRow,
  BudgetView,
  Campaign,
  CampaignCreator,
  CampaignFields,
  CampaignKind,
  CampaignProduct,
  CampaignRate,
  CampaignState,
  MemberState,
  PayTerm,
  PlanStep,
  RateAnswer,
  RateFields,
  RatePreview,
} from './campaign-views'
import { Id, Nothing, Page, procedure } from './define'

const Text = z.string().trim().max(4000)
/** Basis points. */
const Rate = z.int().min(0).max(10_000)
const ProductId = z.string().trim().min(1).max(64)

const OfCampaign = z.object({ campaignId: Id })

export const campaignsContract = {
  list: procedure(
    Page.extend({ shopId: Id.optional(), state: CampaignState.optional(), search: z.string().max(200).default('') }),
    z.object({ rows: z.array(Campaign), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  get: procedure(z.object({ id: Id }), Campaign),
  /** Every campaign by name, newest first: for fields that ask for one. */
  names: procedure(
    z.object({ shopId: Id.optional() }),
    z.array(z.object({ id: Id, name: z.string(), shopId: Id, state: CampaignState, kind: CampaignKind })),
  ),
  put: procedure(
    z.object({
      id: Id.optional(),
      fields: CampaignFields,
      /** Of a new one: the rate of everything from its first day (or today) on. */
      rate: Rate.optional(),
      adsRate: Rate.optional(),
    }),
    Campaign,
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** Newest first within each scope. */
  rates: procedure(OfCampaign, z.array(CampaignRate)),
  /** What a change would mean, without writing it. */
  previewRate: procedure(RateFields, RatePreview),
  /** Refused as `record.invalid` outside of what the market's rules allow. */
  putRate: procedure(RateFields, CampaignRate),
  /** Only of a rate that has not begun. */
  removeRate: procedure(z.object({ id: Id }), Nothing),
  rateFor: procedure(
    z.object({ shopId: Id, creatorId: Id, productId: ProductId, day: Day.optional() }),
    RateAnswer.nullable(),
  ),
  products: procedure(OfCampaign, z.array(CampaignProduct)),
  /** Adds them, or changes the quota and note of those that are in it. */
  putProducts: procedure(
    OfCampaign.extend({
      products: z.array(ProductId).min(1).max(500),
      sampleQuota: z.int().min(0).nullable().optional(),
      note: Text.nullable().optional(),
    }),
    z.object({ added: z.int() }),
  ),
  removeProducts: procedure(OfCampaign.extend({ products: z.array(ProductId).min(1).max(500) }), Nothing),
  creators: procedure(
    Page.extend({ campaignId: Id, state: MemberState.optional(), search: z.string().max(200).default('') }),
    z.object({ rows: z.array(CampaignCreator), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** From a pasted list; handles that nobody knew become creators. */
  addCreators: procedure(
    OfCampaign.extend({
      text: z.string().max(200_000).default(''),
      creators: z.array(Id).max(5000).default([]),
      state: MemberState.default('invited'),
      joinedOn: Day.nullable().default(null),
    }),
    z.object({
      added: z.int(),
      already: z.int(),
      newCreators: z.int(),
      unreadable: z.array(z.string()),
      /** Who of them is bound to another client in the campaign's time by signed paper. They were added all the same. */
      bound: z.array(z.object({ creatorId: Id, handle: z.string(), title: z.string(), until: Day.nullable() })),
    }),
  ),
  putCreators: procedure(
    OfCampaign.extend({
      creators: z.array(Id).min(1).max(5000),
      fields: z.object({
        state: MemberState.optional(),
        joinedOn: Day.nullable().optional(),
        rate: Rate.nullable().optional(),
        owner: Text.max(120).nullable().optional(),
        note: Text.nullable().optional(),
      }),
    }),
    z.object({ changed: z.int() }),
  ),
  removeCreators: procedure(OfCampaign.extend({ creators: z.array(Id).min(1).max(5000) }), Nothing),
  /** The campaigns that a creator is in, running ones first. */
  ofCreator: procedure(
    z.object({ creatorId: Id }),
    z.array(
      z.object({
        id: Id,
        name: z.string(),
        shopId: Id,
        kind: CampaignKind,
        state: CampaignState,
        memberState: MemberState,
        rate: Rate.nullable(),
      }),
    ),
  ),
  terms: procedure(OfCampaign.extend({ creatorId: Id.optional() }), z.array(PayTerm)),
  putTerms: procedure(
    z.object({
      id: Id.optional(),
      campaignId: Id,
      creatorId: Id.nullable().default(null),
      model: z.enum(PAY_MODELS),
      terms: z.record(z.string(), z.json()),
      fromDay: Day.nullable().default(null),
      toDay: Day.nullable().default(null),
      note: Text.nullable().default(null),
    }),
    PayTerm,
  ),
  removeTerms: procedure(z.object({ id: Id }), Nothing),
  budget: procedure(OfCampaign, BudgetView),
  /** What a part of the budget is made of, newest first; of commission one row per day. */
  budgetRows: procedure(OfCampaign.extend({ part: BudgetPart }), z.array(BudgetRow)),
  history: procedure(OfCampaign.extend({ limit: z.int().min(1).max(500).default(200) }), z.array(PlanStep)),
}
