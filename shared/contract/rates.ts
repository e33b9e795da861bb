/** Exchange rates by day and source. */

import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, procedure } from './define'
import { masked } from './masks'
import { MissingRate, UsedRate } from './roi'

/** Decimal text: 1 unit of `base` is worth `rate` units of `quote`. Never a float, so that what was typed is what is stored. */
export const RateText = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/)
  .refine((text) => Number(text) > 0, 'a rate is above zero')

export const Rate = z.object({
  id: Id,
  day: Day,
  base: Currency,
  quote: Currency,
  rate: RateText,
  source: z.string(),
  note: z.string().nullable(),
})
export type Rate = z.infer<typeof Rate>

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** The rate that a month's books are kept at. */
export const RateLock = z.object({
  id: Id,
  month: Month,
  base: Currency,
  quote: Currency,
  rate: RateText,
  source: z.string(),
  /** The day that the rate is of. */
  day: Day,
  at: Instant.nullable(),
  person: z.string().nullable(),
  note: z.string().nullable(),
})
export type RateLock = z.infer<typeof RateLock>

export const PastedRate = z.object({
  line: z.int(),
  text: z.string(),
  rate: Rate.omit({ id: true, note: true }).nullable(),
  problem: z.string().nullable(),
})
export type PastedRate = z.infer<typeof PastedRate>

const RestatedFigures = z.object({
  netGmv: Minor,
  commission: Minor,
  contribution: masked(Minor, 'margin'),
})

/** One shop's month as it is and as it would be, both in the report's currency. */
export const RestatedShop = z.object({
  shopId: Id,
  shop: z.string(),
  currency: Currency,
  asIs: RestatedFigures,
  restated: RestatedFigures,
})
export type RestatedShop = z.infer<typeof RestatedShop>

export const ratesContract = {
  list: procedure(
    z.object({ base: Currency.optional(), quote: Currency.optional(), from: Day.optional(), to: Day.optional() }),
    z.array(Rate),
  ),
  put: procedure(
    Rate.omit({ id: true, note: true }).extend({ note: z.string().max(500).nullable().default(null) }),
    Rate,
  ),
  /**
   * Reads pasted or imported text, one rate a line: `day base quote rate` in any order of columns that a header names,
   * separated by tabs, commas, semicolons or blanks. `dryRun` shows what would be taken.
   */
  paste: procedure(
    z.object({
      text: z.string().max(2_000_000),
      source: z.string().trim().min(1).max(200),
      quote: Currency.optional(),
      dryRun: z.boolean(),
    }),
    z.object({ rows: z.array(PastedRate), taken: z.int() }),
  ),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** The rates that months' books are kept at, newest month first. */
  locks: procedure(
    z.object({ month: Month.optional() }),
    /** `closed`: some shop has closed the month, so the rate stays. */
    z.array(RateLock.extend({ closed: z.boolean() })),
  ),
  /**
   * Reads the rates of a month, as `paste` does, and locks them: from then on every day of the month is converted at them,
   * whatever else is entered. A line without a day is of the month's last. Refused where a shop has closed the month.
   */
  lockMonth: procedure(
    z.object({
      month: Month,
      text: z.string().max(200_000),
      source: z.string().trim().min(1).max(200),
      quote: Currency.optional(),
      dryRun: z.boolean(),
    }),
    z.object({ rows: z.array(PastedRate), taken: z.int() }),
  ),
  /** Takes a lock back: the month's days are converted at the rates of the days again. Refused as `lockMonth` is. */
  unlock: procedure(z.object({ id: Id }), Nothing),
  /**
   * What a month would be at other rates, beside what it is; nothing is changed. `rates`: what one unit of each currency is
   * worth in `currency`; a currency that is left out keeps the rates in force.
   */
  restate: procedure(
    z.object({
      month: Month,
      currency: Currency.optional(),
      rates: z.array(z.object({ base: Currency, rate: RateText })).max(100),
    }),
    z.object({
      currency: Currency,
      rows: z.array(RestatedShop),
      total: z.object({ asIs: RestatedFigures, restated: RestatedFigures }),
      usedRates: z.array(UsedRate),
      missingRates: z.array(MissingRate),
    }),
  ),
  /** Pairs that the shops need for `currency`, and from when each has a rate. */
  needed: procedure(
    z.object({ currency: Currency }),
    z.array(z.object({ base: Currency, quote: Currency, firstDay: Day.nullable(), lastDay: Day.nullable() })),
  ),
}
