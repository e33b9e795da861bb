/** Rules of commission by shop, market and day, and what a changed one would have paid. */

import { BASE_PARTS } from '../domain/commission'
import { DEVIATION_REASONS, EXPECTED_PARTS } from '../domain/commission-deviations'
import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Minor, Nothing, Page, procedure } from './define'
import { SettlementScope } from './settlement'

/** Basis points. */
const Share = z.int()

export const CommissionTerms = z.object({
  /** True: it counts in the base. */
  base: z.object(
    // The keys are exactly the parts.
    Object.fromEntries(BASE_PARTS.map((part) => [part, z.boolean()])) as Record<
      (typeof BASE_PARTS)[number],
      z.ZodBoolean
    >,
  ),
  /** From a creator's GMV of the month on (minor units), another rate. */
  tiers: z.array(z.object({ from: Minor, rate: Share })).max(20),
  bonusRate: Share,
  /** Of the bonus, what the shop pays itself. */
  coFundedShare: Share,
  /** Of the commission, what a partner keeps; of the rest, what an agency keeps. */
  tapShare: Share,
  capShare: Share,
  /** Withheld from the creator's part. */
  taxRate: Share,
})
export type CommissionTerms = z.infer<typeof CommissionTerms>

export const CommissionRule = CommissionTerms.extend({
  /** null: as the app brings it. */
  id: Id.nullable(),
  /** `*`, a market or a shop's id. */
  key: z.string(),
  /** null: always. */
  fromDay: Day.nullable(),
  source: z.string(),
  note: z.string().nullable(),
  /** The shop's name, where it is of a shop. */
  shopName: z.string().nullable(),
})
export type CommissionRule = z.infer<typeof CommissionRule>

export const SimulatedSums = z.object({
  lines: z.int(),
  gmv: Minor,
  /** Standard and shop ads as the files have them. */
  file: Minor,
  current: Minor,
  proposed: Minor,
  /** proposed − current. */
  difference: Minor,
  /** Lines left out: no rate in the file; a rate that the platform does not allow. */
  unknown: z.int(),
  refused: z.int(),
})
export type SimulatedSums = z.infer<typeof SimulatedSums>

export const SimulatedRow = SimulatedSums.extend({ creator: z.string(), creatorId: Id.nullable() })
export type SimulatedRow = z.infer<typeof SimulatedRow>

export const CommissionSimulation = z.object({
  currency: Currency,
  rows: z.array(SimulatedRow),
  total: SimulatedSums,
})
export type CommissionSimulation = z.infer<typeof CommissionSimulation>

/** A line whose file says another commission than the rule in force. */
export const CommissionDeviation = z.object({
  orderId: z.string(),
  productId: z.string(),
  productName: z.string(),
  skuId: z.string(),
  /** '' is: nobody is named. */
  creator: z.string(),
  day: Day,
  /** As the line's file says it. */
  rate: Share,
  reason: z.enum(DEVIATION_REASONS),
  parts: z.array(z.object({ part: z.enum(EXPECTED_PARTS), expected: Minor, file: Minor })),
  /** File − rule: of the actual commission where the file gives one, else of the estimate. */
  difference: Minor,
  rule: CommissionRule,
})
export type CommissionDeviation = z.infer<typeof CommissionDeviation>

export const CommissionDeviations = z.object({
  currency: Currency,
  /** The greatest difference first. */
  rows: z.array(CommissionDeviation),
  total: z.int(),
  /** Of all of them, not of the page. */
  difference: Minor,
  /** Lines that were compared; lines that were not: their file gives no rate. */
  compared: z.int(),
  unknown: z.int(),
  nextCursor: z.string().nullable(),
})
export type CommissionDeviations = z.infer<typeof CommissionDeviations>

export const commissionContract = {
  /** Own rules and those of the app; the ones that hold for a shop or market first by day. */
  rules: procedure(z.object({}), z.array(CommissionRule)),
  /** The rule that holds for a shop on a day. */
  inForce: procedure(z.object({ shopId: Id, day: Day }), CommissionRule),
  /** Adds or changes an own rule: one for each key and day. */
  put: procedure(
    CommissionTerms.extend({
      key: z.string().min(1).max(64),
      fromDay: Day,
      source: z.string().trim().min(1).max(300),
      note: z.string().trim().max(1000).nullable().default(null),
    }),
    CommissionRule,
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** The month's lines, as files say them now, whose commission is not what the rule makes of them. */
  deviations: procedure(SettlementScope.extend(Page.shape), CommissionDeviations),
  /** What the month's lines would bring with other terms or another rate, beside what they bring now. Writes nothing. */
  simulate: procedure(
    SettlementScope.extend({
      terms: CommissionTerms.nullable().default(null),
      /** Another standard rate, basis points; null: each line's own. */
      rate: Share.nullable().default(null),
      /** Nobody gets less than now, as while old rates are kept after a cut. */
      keepHigher: z.boolean().default(false),
    }),
    CommissionSimulation,
  ),
}
