/** What it was worth: the ROI table, its tiles, waterfall, trend and Pareto, and the lines behind every figure. */

import { Day } from '../domain/days'
import { CONTENT_TYPES, ORDER_STATUSES } from '../domain/orders'
import { ROI_KEYS } from '../domain/roi'
import { z } from '../schema'
import { CostKind } from './costs'
import { Currency, Id, Minor, procedure } from './define'
import { masked } from './masks'

export const RoiKey = z.enum(ROI_KEYS)
export type RoiKey = z.infer<typeof RoiKey>

/** Which lines count; left out means all. A value of a key is spelled as in the table's `keys`/`ids`. */
export const RoiScope = z.object({
  from: Day.optional(),
  to: Day.optional(),
  shops: z.array(Id).optional(),
  clients: z.array(Id).optional(),
  markets: z.array(z.string()).optional(),
  creators: z.array(z.string()).optional(),
  products: z.array(z.string()).optional(),
  contents: z.array(z.string()).optional(),
  contentTypes: z.array(z.enum(CONTENT_TYPES)).optional(),
  statuses: z.array(z.enum(ORDER_STATUSES)).optional(),
  settledOnly: z.boolean().default(false),
  /** Target currency; left out: the only currency of the shops in scope, else the workspace's. */
  currency: Currency.optional(),
})
export type RoiScope = z.input<typeof RoiScope>

const ratio = z.number().nullable()

export const RoiFigures = z.object({
  orders: z.int(),
  units: z.int(),
  samples: z.int(),
  gmv: Minor,
  refunds: Minor,
  netGmv: Minor,
  commission: Minor,
  commissionSettled: Minor,
  commissionPending: Minor,
  sampleCost: masked(Minor, 'cost'),
  fees: masked(Minor, 'cost'),
  ads: masked(Minor, 'cost'),
  otherCosts: masked(Minor, 'cost'),
  platformFees: masked(Minor, 'margin'),
  cogs: masked(Minor, 'margin'),
  contribution: masked(Minor, 'margin'),
  roi: masked(z.number(), 'margin'),
  refundRate: ratio,
  commissionRate: ratio,
  gpm: ratio,
})
export type RoiFigures = z.infer<typeof RoiFigures>
export const ROI_COLUMNS = Object.keys(RoiFigures.shape) as (keyof RoiFigures)[]

export const RoiRow = RoiFigures.extend({
  /** Key to its shown value, as `creator: 'linh.daily'`. */
  keys: z.partialRecord(RoiKey, z.string()),
  /** Key to the id it stands for, where the shown value is a name. */
  ids: z.partialRecord(RoiKey, z.string()),
  currency: Currency,
})
export type RoiRow = z.infer<typeof RoiRow>

/** Lines left out because no rate was in force. */
export const MissingRate = z.object({ base: Currency, quote: Currency, from: Day, to: Day, lines: z.int() })
/** A rate that was used. `locked`: it is the one that its month's books are kept at. */
export const UsedRate = z.object({
  base: Currency,
  quote: Currency,
  rate: z.string(),
  day: Day,
  source: z.string(),
  locked: z.boolean(),
})

/** From which data a figure was worked out. */
export const Footnotes = z.object({
  currency: Currency,
  from: Day.nullable(),
  to: Day.nullable(),
  /** Per shop: the days its live imports reach over, and its zone. */
  shops: z.array(
    z.object({
      id: Id,
      name: z.string(),
      timezone: z.string(),
      dataFrom: Day.nullable(),
      dataTo: Day.nullable(),
      lastImportAt: z.int().nullable(),
    }),
  ),
  missingRates: z.array(MissingRate),
  usedRates: z.array(UsedRate),
  /** Cost kinds of which nothing is known in scope, so that contribution is too high by them. */
  unknownCosts: z.array(z.enum(['cogs', 'platformFees', 'samples', 'fees', 'ads'])),
})
export type Footnotes = z.infer<typeof Footnotes>

export const RoiTableInput = RoiScope.extend({
  by: z.array(RoiKey).min(1).max(3),
  sort: z.object({ column: z.string(), descending: z.boolean() }).default({ column: 'gmv', descending: true }),
  search: z.string().max(200).default(''),
  limit: z.int().min(1).max(100_000).default(500),
  offset: z.int().min(0).default(0),
})

export const RoiTable = z.object({
  currency: Currency,
  from: Day.nullable(),
  to: Day.nullable(),
  rows: z.array(RoiRow),
  rowCount: z.int(),
  total: RoiRow,
  missingRates: z.array(MissingRate),
  footnotes: Footnotes,
})
export type RoiTable = z.infer<typeof RoiTable>

/** One order line with everything its file said, and where it stands in that file. */
export const OrderLine = z.object({
  key: z.string(),
  shopId: Id,
  shopName: z.string(),
  currency: Currency,
  orderId: z.string(),
  productId: z.string(),
  productName: z.string().nullable(),
  skuId: z.string(),
  creator: z.string(),
  contentType: z.enum(CONTENT_TYPES),
  contentId: z.string().nullable(),
  status: z.enum(ORDER_STATUSES),
  role: z.enum(['unpaid', 'sample', 'sale']),
  day: Day,
  createdLocal: z.string(),
  timezone: z.string(),
  quantity: z.int(),
  payment: Minor,
  refund: Minor,
  commission: Minor,
  /** Every column of the file in its own unit (minor units, basis points, local time text), blank as null. */
  columns: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  batchId: Id,
  fileName: z.string(),
  row: z.int(),
})
export type OrderLine = z.infer<typeof OrderLine>

export const LinesInput = RoiScope.extend({
  roles: z.array(z.enum(['unpaid', 'sample', 'sale'])).optional(),
  /** Only lines that carry some of this figure. */
  nonZero: z.enum(['refund', 'commission']).optional(),
  cursor: z.string().nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
})

/** One cost behind a figure: typed by somebody, or what a sample costs. */
export const CostBehind = z.object({
  id: z.string(),
  /** The typed cost; null: it follows from the sample or from what is owed. */
  costId: Id.nullable(),
  sampleId: Id.nullable(),
  payableId: Id.nullable(),
  shopId: Id,
  creator: z.string().nullable(),
  productId: z.string().nullable(),
  contentId: z.string().nullable(),
  kind: CostKind,
  amount: masked(Minor, 'cost'),
  currency: Currency,
  day: Day,
  campaign: z.string().nullable(),
  staff: z.string().nullable(),
  note: z.string().nullable(),
})
export type CostBehind = z.infer<typeof CostBehind>

export const roiContract = {
  table: procedure(RoiTableInput, RoiTable),
  /** The figures of the scope, of the period before it, the waterfall's steps are worked out from `now`. */
  summary: procedure(
    RoiScope,
    z.object({
      now: RoiRow,
      before: RoiRow.nullable(),
      previous: z.object({ from: Day, to: Day }).nullable(),
      footnotes: Footnotes,
    }),
  ),
  /** By day, or by week or month when the scope is long; days without lines are there with zeros. */
  trend: procedure(
    RoiScope.extend({ grain: z.enum(['day', 'week', 'month']).optional() }),
    z.object({ grain: z.enum(['day', 'week', 'month']), rows: z.array(RoiRow) }),
  ),
  lines: procedure(
    LinesInput,
    z.object({ rows: z.array(OrderLine), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** The costs that the table adds up, newest first, and the sums of all of them by currency. */
  costs: procedure(
    RoiScope.pick({ from: true, to: true, shops: true, creators: true, products: true }).extend({
      kinds: z.array(CostKind),
      /** '' is: of none. */
      campaign: z.string().optional(),
      staff: z.string().optional(),
      cursor: z.string().nullable().default(null),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.object({
      rows: z.array(CostBehind),
      total: z.int(),
      sums: z.array(z.object({ currency: Currency, amount: masked(Minor, 'cost') })),
      nextCursor: z.string().nullable(),
    }),
  ),
  /** First and last day with lines, over the shops in scope. */
  extent: procedure(
    z.object({ shops: z.array(Id).optional() }),
    z.object({ from: Day.nullable(), to: Day.nullable() }),
  ),
  /** Writes the table as it is seen. Header words and order of the columns are the caller's. */
  export: procedure(
    RoiTableInput.extend({
      format: z.enum(['csv', 'xlsx']),
      to: z.string().min(1),
      columns: z.array(z.object({ key: z.string(), title: z.string() })),
    }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
}
