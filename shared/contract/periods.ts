/** Months of shops' books: what is still open before a close, the close itself, and what came to a month since. */

import { CLOSE_PARTS } from '../domain/period-close'
import { PERIOD_STATES } from '../domain/periods'
import { ORDER_STATUSES } from '../domain/orders'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Page, procedure } from './define'
import { masked } from './masks'

/** `YYYY-MM` of the shop's own calendar. */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
const Scope = z.object({ shopId: Id, month: Month })

const Part = masked(Minor, 'cost')
/** What a month's lines add up to, minor units of the shop's currency; units for quantities. */
export const CloseFigures = z.object(
  // The keys are exactly the parts.
  Object.fromEntries(CLOSE_PARTS.map((part) => [part, Part])) as Record<(typeof CLOSE_PARTS)[number], typeof Part>,
)
export type CloseFigures = z.infer<typeof CloseFigures>

const Close = z.object({
  round: z.int(),
  /** SHA-256 over lines, payables and rates. */
  sha256: z.string(),
  at: Instant.nullable(),
  person: z.string().nullable(),
  currency: Currency,
  /** Null where colleagues' closes differ and those of the one that holds are not here yet. */
  lines: z.int().nullable(),
  creators: z.int().nullable(),
  total: CloseFigures.nullable(),
  /** Colleagues closed the month with other figures: `periods.decide` says which hold. */
  question: z.array(
    z.object({
      sha256: z.string(),
      author: z.string(),
      at: Instant,
      shown: z.boolean(),
      /** Null: they are at a colleague's still. */
      figures: z.object({ lines: z.int(), gmv: Part, commission: Part }).nullable(),
    }),
  ),
})

export const PeriodMonth = z.object({
  /** The month's record, at everybody's. */
  periodId: Id,
  shopId: Id,
  shopName: z.string(),
  month: Month,
  currency: Currency,
  state: z.enum(PERIOD_STATES),
  /** Colleagues' steps or figures contradict each other: nothing goes on until somebody decides. */
  hold: z.boolean(),
  /** Whether the month's last day is over where the shop is: before that nothing can be closed. */
  over: z.boolean(),
  close: Close.nullable(),
})
export type PeriodMonth = z.infer<typeof PeriodMonth>

export const PERIOD_CHECKS = [
  'notOver',
  'noLines',
  'holds',
  'decisions',
  'filesOnTheirWay',
  'noCreator',
  'unsettled',
  'differences',
  'payablesOpen',
  'missingRates',
  'disputes',
] as const

export const PeriodCheck = z.object({
  check: z.enum(PERIOD_CHECKS),
  /** `stop`: the month cannot be closed. `warn`: it can, and this stays open. */
  level: z.enum(['stop', 'warn', 'fine']),
  count: z.int(),
  /** Names, where a few words say more than a number: currencies without a rate. */
  names: z.array(z.string()),
})
export type PeriodCheck = z.infer<typeof PeriodCheck>

const Line = z.object({
  orderId: z.string(),
  productId: z.string(),
  skuId: z.string(),
  status: z.enum(ORDER_STATUSES),
  creatorId: z.string(),
  creator: z.string(),
})

const Payable = z.object({
  kind: z.string(),
  creator: z.string(),
  amount: masked(Minor, 'cost'),
  currency: Currency,
  dueDay: z.string(),
  state: z.string(),
})

const Rate = z.object({ base: z.string(), quote: z.string(), rate: z.string(), source: z.string() })

export const LINES_STANDINGS = ['whole', 'elsewhere', 'missing', 'damaged'] as const

export const PeriodAdjustments = z.object({
  /** Adjustments need the close's lines: only `whole` has any. */
  standing: z.enum(LINES_STANDINGS),
  currency: Currency,
  lines: z.int(),
  creators: z.array(z.object({ creatorId: z.string(), creator: z.string(), lines: z.int(), delta: CloseFigures })),
  total: CloseFigures,
  payables: z.array(z.object({ before: Payable.nullable(), after: Payable.nullable() })),
  rates: z.array(z.object({ before: Rate.nullable(), after: Rate.nullable() })),
})
export type PeriodAdjustments = z.infer<typeof PeriodAdjustments>

export const PeriodAdjustedLine = z.object({
  kind: z.enum(['new', 'changed', 'gone']),
  before: Line.nullable(),
  after: Line.nullable(),
  delta: CloseFigures,
})
export type PeriodAdjustedLine = z.infer<typeof PeriodAdjustedLine>

export const periodsContract = {
  /** The months that shops have lines or steps of, the latest first. */
  list: procedure(z.object({ shops: z.array(Id).optional() }), z.array(PeriodMonth)),
  month: procedure(Scope, PeriodMonth),
  /** Who took which step and why, and every close, the latest first. */
  history: procedure(
    Scope,
    z.object({
      steps: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          reason: z.string().nullable(),
          at: Instant.nullable(),
          person: z.string().nullable(),
        }),
      ),
      closes: z.array(Close),
    }),
  ),
  /** What is still open in the month; only `stop` keeps it from being closed. */
  checks: procedure(Scope, z.array(PeriodCheck)),
  /** Between open and checking. */
  step: procedure(Scope.extend({ to: z.enum(['open', 'checking']) }), PeriodMonth),
  /** Freezes the month. Refused as `record.invalid` (`notOver`), `record.onHold`, `record.illegalStep`. Not undoable: `reopen` it. */
  close: procedure(Scope, PeriodMonth),
  /** Opens a closed month again; the reason stays. The close stays too. */
  reopen: procedure(Scope.extend({ reason: z.string().trim().min(1).max(500) }), PeriodMonth),
  /** Says which of the colleagues' closes holds. */
  decide: procedure(Scope.extend({ sha256: z.string() }), PeriodMonth),
  /** What the lines say now minus what they said when the month was closed. */
  adjustments: procedure(Scope, PeriodAdjustments),
  adjustedLines: procedure(
    Scope.extend({ creatorId: z.string().optional() }).extend(Page.shape),
    z.object({ rows: z.array(PeriodAdjustedLine), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** Reads the close's file anew and compares its digest; asks colleagues for it where it is not here. */
  verify: procedure(
    Scope,
    z.object({ standing: z.enum(LINES_STANDINGS), sha256: z.string(), lines: z.int().nullable() }),
  ),
}
