/** A shop's month from estimate to actual, by creator, with the cause of every difference and the lines behind it. */

import { Day } from '../domain/days'
import { CAUSES } from '../domain/settlement'
import { TERM_ORIGINS } from '../domain/settlement-rules'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Page, procedure } from './define'
import { masked } from './masks'
import { OrderLine } from './roi'

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const SettlementCause = z.enum(CAUSES)

const byCause = z.object(
  // The keys are exactly the causes.
  Object.fromEntries(CAUSES.map((cause) => [cause, Minor])) as Record<(typeof CAUSES)[number], typeof Minor>,
)

/** When what is delivered today is late: days until it is settled, and days of grace after them, each with who says so. */
export const LateRule = z.array(
  z.object({ part: z.enum(['days', 'lateDays']), days: z.int(), origin: z.enum(TERM_ORIGINS), source: z.string() }),
)
export type LateRule = z.infer<typeof LateRule>

/** What is owed outside the platform and due in the month, cancelled left out; in the shop's currency. */
const Fees = z.object({
  /** As in the ROI table, without costs that were typed. */
  fees: Minor,
  feesPaid: Minor,
  /** Taken out of them for advances and what was overpaid. */
  recouped: Minor,
  feesOwed: Minor,
  /** Payables in another currency, which are in no sum. */
  otherCurrency: z.int(),
})
export type SettlementFees = Readonly<z.infer<typeof Fees>>

const ShownFees = {
  fees: masked(Minor, 'cost'),
  feesPaid: masked(Minor, 'cost'),
  recouped: masked(Minor, 'cost'),
  feesOwed: masked(Minor, 'cost'),
  otherCurrency: Fees.shape.otherCurrency,
}

/** Sums of a group of lines; money in minor units of the sheet's currency. estimated + Σ adjustments = actual. */
export const SettlementFigures = z
  .object({
    orders: z.int(),
    /** How many different ones were sold. */
    products: z.int(),
    lines: z.int(),
    units: z.int(),
    gmv: Minor,
    refunds: Minor,
    estimatedBase: Minor,
    /** The actual base where the file gives one, else the estimated one; of ineligible lines 0. */
    actualBase: Minor,
    estimated: Minor,
    /** What the ROI table calls commission: standard + shopAds + bonus. */
    actual: Minor,
    standard: Minor,
    shopAds: Minor,
    bonus: Minor,
    /** Tax that files say is withheld from it. */
    tax: Minor,
    /** Actual of settled lines, and of those that are not settled yet. */
    paid: Minor,
    due: Minor,
    difference: Minor,
    /** Lines whose actual is not the estimate. */
    differing: z.int(),
    /** Add up to `difference`. */
    adjustments: byCause,
    /** Commission counted in `actual` that may still not come, by what it waits for. */
    waiting: byCause,
    /** Rates of the lines, basis points. */
    rates: z.array(z.int()),
    /**
     * What came since the month was closed: lines that came, changed or went, and what they and changed fees add. Frozen +
     * since = now. Null: the month is not closed.
     */
    since: z
      .object({ lines: z.int(), gmv: Minor, refunds: Minor, actual: Minor, fees: masked(Minor, 'cost') })
      .nullable(),
  })
  .extend(ShownFees)
export type SettlementFigures = z.infer<typeof SettlementFigures>
export type SettlementFigure = keyof SettlementFigures

export const SettlementRow = SettlementFigures.extend({
  /** Handle; '' is: lines that name nobody. */
  creator: z.string(),
  creatorId: Id.nullable(),
  /** A statement of the month was made; `sentAt`: and sent. */
  statement: z.object({ sentAt: Instant.nullable() }).nullable(),
})
export type SettlementRow = z.infer<typeof SettlementRow>

/** One product of a creator's month; fees belong to no product. */
export const SettlementProduct = SettlementFigures.omit({
  fees: true,
  feesPaid: true,
  recouped: true,
  feesOwed: true,
  otherCurrency: true,
}).extend({ productId: z.string(), productName: z.string() })
export type SettlementProduct = z.infer<typeof SettlementProduct>

export const SettlementSheet = z.object({
  shopId: Id,
  shopName: z.string(),
  market: z.string(),
  timezone: z.string(),
  /** `YYYY-MM`, of the order's creation in the shop's zone. */
  month: Month,
  currency: Currency,
  /** `closed`: frozen figures; of fees, what is paid and still owed is of today. `now`: of the lines as they are. */
  basis: z.enum(['closed', 'now']),
  /** By which commission that still waits is called late. */
  late: LateRule,
  /** By GMV, greatest first. */
  rows: z.array(SettlementRow),
  /** Over all lines; an order that several creators share counts once. */
  total: SettlementFigures,
})
export type SettlementSheet = z.infer<typeof SettlementSheet>

/** An order line with its way from estimate to actual. */
export const SettlementLineRow = OrderLine.extend({
  /** Null: no file has the line any more. */
  day: Day.nullable(),
  batchId: Id.nullable(),
  estimated: Minor,
  actual: Minor,
  difference: Minor,
  standard: Minor,
  shopAds: Minor,
  bonus: Minor,
  tax: Minor,
  cause: SettlementCause.nullable(),
  adjustments: byCause,
  /** Somebody in finance says so; what is derived no longer counts. */
  said: z
    .object({
      cause: SettlementCause,
      person: z.string().nullable(),
      at: Instant.nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  delivered: Day.nullable(),
  /** The month is closed, and the line's file says something else by now: only what the close kept of it is here. */
  changedSince: z.boolean(),
})
export type SettlementLineRow = z.infer<typeof SettlementLineRow>

export const SettlementScope = z.object({ shopId: Id, month: Month })

export const SettlementLinesInput = SettlementScope.extend({
  /** Handle or record id; '' is: lines that name nobody. */
  creator: z.string().optional(),
  product: z.string().optional(),
  cause: SettlementCause.optional(),
  /** Only lines whose actual is not the estimate. */
  differing: z.boolean().default(false),
}).extend(Page.shape)

export const settlementContract = {
  sheet: procedure(SettlementScope, SettlementSheet),
  /** A creator's row by product, by GMV, greatest first: they add up to the row. Null: lines that name nobody. */
  products: procedure(SettlementScope.extend({ creatorId: Id.nullable() }), z.array(SettlementProduct)),
  /** Newest first. */
  lines: procedure(
    SettlementLinesInput,
    z.object({ rows: z.array(SettlementLineRow), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** Refused as `record.invalid` (`monthClosed`) where the month is closed. Says what a line's difference comes from; null takes the word back. `line`: order, product and SKU, with spaces between. */
  tag: procedure(
    SettlementScope.extend({
      lines: z.array(z.string().min(1).max(80)).min(1).max(500),
      cause: SettlementCause.nullable(),
      note: z.string().trim().max(500).nullable().default(null),
    }),
    z.object({ lines: z.int() }),
  ),
  /** Writes the sheet, or the lines of a month, as people see them. Header words and the order of the columns are the caller's. */
  export: procedure(
    SettlementScope.extend({
      differing: z.boolean().default(false),
      format: z.enum(['csv', 'xlsx']),
      to: z.string().min(1),
      columns: z.array(z.object({ key: z.string(), title: z.string() })).min(1),
      words: z.object({ total: z.string(), nobody: z.string() }),
    }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
}
