/** Exchange rates by day and source. */

import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Instant, Nothing, procedure } from './define'

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
  /** Pairs that the shops need for `currency`, and from when each has a rate. */
  needed: procedure(
    z.object({ currency: Currency }),
    z.array(z.object({ base: Currency, quote: Currency, firstDay: Day.nullable(), lastDay: Day.nullable() })),
  ),
}
