/** Income: what the platform paid out by month, against what affiliate lines say, what is late, and the payouts. */

import { FEE_GROUPS, INCOME_PARTS } from '../domain/income/columns'
import { COMPARISONS } from '../domain/income/compare'
import { INCOME_TYPES } from '../domain/income/types'
import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Minor, procedure } from './define'
import { masked } from './masks'
import { LateRule, Month } from './settlement'

const Cost = masked(Minor, 'cost')
export const ComparisonState = z.enum(COMPARISONS)

const byGroup = z.object(
  // The keys are exactly the groups.
  Object.fromEntries(FEE_GROUPS.map((group) => [group, Cost])) as Record<(typeof FEE_GROUPS)[number], typeof Cost>,
)
const counts = z.object(
  // The keys are exactly the states.
  Object.fromEntries(COMPARISONS.map((state) => [state, z.int()])) as Record<(typeof COMPARISONS)[number], z.ZodInt>,
)

/** A month of settlements, minor units of the shop's currency. settlement = revenue + fees + adjustment; the groups add up to fees. */
export const IncomeMonthRow = z.object({
  month: Month,
  lines: z.int(),
  revenue: Cost,
  fees: Cost,
  adjustment: Cost,
  settlement: Cost,
  groups: byGroup,
})
export type IncomeMonthRow = z.infer<typeof IncomeMonthRow>

/** Orders by the month they were created in. `difference` = charged − commission. Orders that are open are in no amount. */
export const ComparedMonthRow = z.object({ month: Month, counts, charged: Cost, commission: Cost, difference: Cost })
export type ComparedMonthRow = z.infer<typeof ComparedMonthRow>

export const IncomeOverview = z.object({
  shopId: Id,
  currency: Currency,
  /** Imported income files that count. */
  files: z.int(),
  /** Days of settlement that they cover; null: none. */
  covered: z.object({ from: Day, to: Day }).nullable(),
  months: z.array(IncomeMonthRow),
  compared: z.array(ComparedMonthRow),
  /** What the platform still lists as to settle: estimates. */
  toSettle: z.object({ lines: z.int(), amount: Cost }),
})
export type IncomeOverview = z.infer<typeof IncomeOverview>

export const ComparedOrderRow = z.object({
  orderId: z.string(),
  state: ComparisonState,
  month: Month.nullable(),
  creator: z.string().nullable(),
  /** What income files charge, creators' and shop ads' commission, positive. */
  charged: Cost,
  /** What its affiliate lines say, actual where given. */
  commission: Cost,
  difference: Cost,
  created: Day.nullable(),
  settled: Day.nullable(),
  /** Some of its affiliate lines is not settled: its commission is still an estimate. */
  estimated: z.boolean(),
})
export type ComparedOrderRow = z.infer<typeof ComparedOrderRow>

/** A line of an income file with what the file said. */
export const IncomeLineRow = z.object({
  file: z.string(),
  row: z.int(),
  part: z.enum(INCOME_PARTS),
  type: z.enum(INCOME_TYPES),
  /** The type as the file spells it. */
  typeText: z.string().nullable(),
  id: z.string(),
  created: Day.nullable(),
  settled: Day.nullable(),
  settlement: Cost,
  revenue: Cost,
  fees: Cost,
  adjustment: Cost,
  status: z.string().nullable(),
  reason: z.string().nullable(),
  account: masked(z.string(), 'bank'),
  payment: z.string().nullable(),
  /** The single columns that the file has for it, by name. */
  amounts: z.array(z.object({ name: z.string(), amount: Cost })),
})
export type IncomeLineRow = z.infer<typeof IncomeLineRow>

export const LateOrderRow = z.object({
  orderId: z.string(),
  creator: z.string().nullable(),
  delivered: Day,
  /** The last day on which its settlement was in time. */
  due: Day,
  /** Days over it, until the last day that income files cover. */
  days: z.int(),
  /** What was sold less what was refunded. */
  amount: Minor,
  /** The platform lists it as to settle. */
  listed: z.boolean(),
})
export type LateOrderRow = z.infer<typeof LateOrderRow>

export const LateOrdersAnswer = z.object({
  currency: Currency,
  coveredTo: Day.nullable(),
  /** The rule in force today: its days, and where each comes from. */
  rule: LateRule,
  rows: z.array(LateOrderRow),
  total: z.int(),
  amount: Minor,
  /** Due by today, but after what income files cover: a newer file is needed to tell. */
  unknown: z.int(),
})
export type LateOrdersAnswer = z.infer<typeof LateOrdersAnswer>

export const IncomeOrdersInput = z.object({
  shopId: Id,
  month: Month.optional(),
  states: z.array(ComparisonState).min(1).default(['differs', 'onlyIncome', 'onlyAffiliate']),
})

export const incomeContract = {
  overview: procedure(z.object({ shopId: Id }), IncomeOverview),
  /** By how much they differ, greatest first. */
  orders: procedure(
    IncomeOrdersInput.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }),
    z.object({ currency: Currency, total: z.int(), rows: z.array(ComparedOrderRow) }),
  ),
  /** The lines about an order, as the files have them. */
  lines: procedure(
    z.object({ shopId: Id, orderId: z.string().regex(/^\d{6,20}$/) }),
    z.object({ currency: Currency, rows: z.array(IncomeLineRow) }),
  ),
  /** Payouts, statements and reserves, by day. */
  payouts: procedure(z.object({ shopId: Id }), z.object({ currency: Currency, rows: z.array(IncomeLineRow) })),
  /** Longest late first; at most 2,000 rows, `total` is the true count. */
  late: procedure(z.object({ shopId: Id }), LateOrdersAnswer),
  /** Writes months, compared orders or late orders as people see them. Header words are the caller's. */
  export: procedure(
    IncomeOrdersInput.extend({
      what: z.enum(['months', 'orders', 'late']),
      to: z.string().min(1),
      headers: z.array(z.object({ key: z.string(), title: z.string() })).min(1),
    }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
}
