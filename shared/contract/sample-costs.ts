/** What samples cost and brought back: by creator, product and person, wallets. */

import { Day } from '../domain/days'
import { SAMPLE_COST_PARTS } from '../domain/sample-costs'
import { SAMPLE_STATES } from '../domain/samples'
import { z } from '../schema'
import { Currency, Id, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'
import { MissingRate } from './roi'

/** What the rows of the report are; all are keys of the ROI table. */
export const SAMPLE_REPORT_KEYS = ['creator', 'product', 'staff', 'campaign', 'shop', 'month'] as const
export type SampleReportKey = (typeof SAMPLE_REPORT_KEYS)[number]

/**
 * One group of samples. `sampleCost`, `orders`, `netGmv`, `commission` and `contribution` are those of the ROI table's row of
 * the same key; `sent`, `pieces` and `validPosts` are counted over samples shipped in the period.
 */
export const SampleReportRow = z.object({
  /** As the ROI table spells it; '' is: not attributed. */
  key: z.string(),
  id: z.string().nullable(),
  currency: Currency,
  sent: z.int(),
  pieces: z.int(),
  /** Contents that count for us. */
  validPosts: z.int(),
  sampleCost: masked(Minor, 'cost'),
  /** Samples of which a part of the cost is not known: `sampleCost` is too low by them. */
  costUnknown: z.int(),
  costPerValidPost: masked(Minor, 'cost'),
  costPerOrder: masked(Minor, 'cost'),
  orders: z.int(),
  netGmv: Minor,
  commission: Minor,
  contribution: masked(Minor, 'margin'),
  /** Contribution ÷ sample cost; null where samples cost nothing. */
  sampleRoi: masked(z.number(), 'margin'),
})
export type SampleReportRow = z.infer<typeof SampleReportRow>

export const SampleReportInput = z.object({
  by: z.enum(SAMPLE_REPORT_KEYS),
  from: Day.optional(),
  to: Day.optional(),
  shops: z.array(Id).optional(),
  currency: Currency.optional(),
})

export const SampleReport = z.object({
  currency: Currency,
  rows: z.array(SampleReportRow),
  total: SampleReportRow,
  missingRates: z.array(MissingRate),
})
export type SampleReport = z.infer<typeof SampleReport>

/** The cost of one sample, part by part. */
export const SampleCostRow = z.object({
  sampleId: Id,
  shopId: Id,
  creatorId: Id,
  handle: z.string().nullable(),
  productId: z.string(),
  quantity: z.int(),
  state: z.enum(SAMPLE_STATES),
  owner: z.string().nullable(),
  shippedDay: Day.nullable(),
  currency: Currency,
  /** What it costs, or will once it is shipped; null: nobody knows. */
  parts: z.object({
    // What the product itself costs tells the margin; a wallet is spent on the whole.
    product: masked(Minor, 'margin'),
    packing: masked(Minor, 'cost'),
    freight: masked(Minor, 'cost'),
    duty: masked(Minor, 'cost'),
  }),
  known: masked(Minor, 'cost'),
  unknown: z.array(z.enum(SAMPLE_COST_PARTS)),
})
export type SampleCostRow = z.infer<typeof SampleCostRow>

/** A typed cost that looks like a sample's own, but does not name it: both count. */
export const SuspectedDouble = z.object({
  costId: Id,
  sampleId: Id,
  shopId: Id,
  creator: z.string(),
  productId: z.string().nullable(),
  kind: z.enum(['sample', 'freight']),
  day: Day,
  shippedDay: Day,
  amount: masked(Minor, 'cost'),
  currency: Currency,
})
export type SuspectedDouble = z.infer<typeof SuspectedDouble>

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** One person's month. Amounts in `currency`: the wallet's, else the workspace's. */
export const SampleWallet = z.object({
  person: z.string(),
  month: Month,
  /** Of the budget; null: nobody set one. */
  walletId: Id.nullable(),
  currency: Currency,
  budget: masked(Minor, 'cost'),
  /** What samples approved in the month cost or will cost. */
  spent: masked(Minor, 'cost'),
  left: masked(Minor, 'cost'),
  used: masked(z.number(), 'cost'),
  approved: z.int(),
  validPosts: z.int(),
  /** Of the lines that the person's samples brought in the month, all costs taken off (ROI table, key `staff`). */
  contribution: masked(Minor, 'margin'),
  sampleRoi: masked(z.number(), 'margin'),
  costUnknown: z.int(),
  note: z.string().nullable(),
})
export type SampleWallet = z.infer<typeof SampleWallet>

export const sampleCostsContract = {
  report: procedure(SampleReportInput, SampleReport),
  /** The samples behind a row, newest shipping first. `key` as in the report; left out: all. */
  rows: procedure(
    Page.extend({ ...SampleReportInput.omit({ currency: true }).shape, key: z.string().optional() }),
    z.object({ rows: z.array(SampleCostRow), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** The cost of these samples, those unknown to the workspace left out. */
  ofSamples: procedure(z.object({ ids: z.array(Id).max(500) }), z.array(SampleCostRow)),
  doubles: procedure(z.object({ shops: z.array(Id).optional() }), z.array(SuspectedDouble)),
  /** Says that a typed cost is a sample's: it then takes the place of the sample's own. Null: it is not. */
  name: procedure(z.object({ costId: Id, sampleId: Id.nullable() }), Nothing),
  wallets: procedure(
    z.object({ month: Month }),
    z.object({ rows: z.array(SampleWallet), missingRates: z.array(MissingRate) }),
  ),
  /** Null takes the budget away. */
  setWallet: procedure(
    z.object({
      person: z.string().trim().min(1).max(100),
      month: Month,
      amount: z.int().min(0).nullable(),
      currency: Currency,
      note: z.string().max(500).nullable().default(null),
    }),
    Nothing,
  ),
}
