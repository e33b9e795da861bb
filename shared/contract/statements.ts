/** What creators are told of a month, and the disputes over it. */

import { Day } from '../domain/days'
import { ORDER_PLACES } from '../domain/disputes'
import { ORDER_STATUSES } from '../domain/orders'
import { CAUSES } from '../domain/settlement'
import { z } from '../schema'
import { Currency, Id, Instant, job, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u)
const Scope = z.object({ shopId: Id, month: Month })
const Money = masked(Minor, 'cost')

const ByCause = z.object(
  // The keys are exactly the causes.
  Object.fromEntries(CAUSES.map((cause) => [cause, Money])) as Record<(typeof CAUSES)[number], typeof Money>,
)

/** Sums of the lines of one creator's month, minor units of the shop's currency. */
export const StatementFigures = z.object({
  orders: z.int(),
  lines: z.int(),
  units: z.int(),
  gmv: Money,
  refunds: Money,
  estimated: Money,
  actual: Money,
  settled: Money,
  pending: Money,
  adjustments: ByCause,
})
export type StatementFigures = z.infer<typeof StatementFigures>

/** Owed outside the platform and due in the month: in its own currency, in no sum with commission. */
export const StatementFee = z.object({
  id: Id,
  kind: z.string(),
  dueDay: Day,
  amount: Money,
  currency: Currency,
  state: z.string(),
})
export type StatementFee = z.infer<typeof StatementFee>

export const Statement = z.object({
  id: Id,
  number: z.string(),
  /** Over the lines and fees that it was made of. */
  sha256: z.string(),
  at: Instant,
  person: z.string().nullable(),
  sentAt: Instant.nullable(),
  /** False: lines or fees say something else by now. */
  matches: z.boolean(),
})
export type Statement = z.infer<typeof Statement>

export const StatementRow = z.object({
  creatorId: Id,
  creator: z.string(),
  figures: StatementFigures,
  /** By due day. */
  fees: z.array(StatementFee),
  /** By currency. */
  feeTotals: z.array(z.object({ currency: Currency, amount: Money })),
  /** The newest one; null: none was made yet. */
  statement: Statement.nullable(),
  /** How many were made before it. */
  earlier: z.int(),
  openDisputes: z.int(),
})
export type StatementRow = z.infer<typeof StatementRow>

export const StatementSheet = z.object({
  shopId: Id,
  month: Month,
  currency: Currency,
  /** `closed`: from the frozen month. `now`: from the lines as they are. */
  basis: z.enum(['closed', 'now']),
  /** By what is owed, greatest first. Lines that name no creator are in no statement. */
  rows: z.array(StatementRow),
})
export type StatementSheet = z.infer<typeof StatementSheet>

export const StatementLineRow = z.object({
  orderId: z.string(),
  productId: z.string(),
  skuId: z.string(),
  productName: z.string(),
  skuName: z.string(),
  day: z.string(),
  status: z.enum(ORDER_STATUSES),
  quantity: z.int(),
  returned: z.int(),
  fullyReturned: z.boolean(),
  gmv: Money,
  refund: Money,
  estimated: Money,
  actual: Money,
  cause: z.enum(CAUSES).nullable(),
  proof: z.object({ file: z.string(), row: z.int() }).nullable(),
  changedSince: z.boolean(),
})
export type StatementLineRow = z.infer<typeof StatementLineRow>

export const STATEMENT_FORMATS = ['pdf', 'xlsx', 'csv'] as const

export const DISPUTE_OUTCOMES = ['granted', 'partly', 'refused', 'withdrawn'] as const
export const DISPUTE_SIDES = ['creator', 'agency'] as const

export const Dispute = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  creatorId: Id,
  creator: z.string(),
  month: Month.nullable(),
  statementId: Id.nullable(),
  statementNumber: z.string().nullable(),
  title: z.string(),
  claimed: Money,
  currency: Currency,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
  /** Open, and its owner is looking into it. */
  checking: z.boolean(),
  granted: Money,
  owner: z.string().nullable(),
  note: z.string().nullable(),
  notes: z.int(),
})
export type Dispute = z.infer<typeof Dispute>

export const DisputeNote = z.object({
  id: Id,
  side: z.enum(DISPUTE_SIDES),
  at: Instant,
  person: z.string().nullable(),
  text: z.string(),
  orders: z.string(),
})
export type DisputeNote = z.infer<typeof DisputeNote>

const Text = (most: number) => z.string().trim().max(most)

export const DisputeFields = z.object({
  shopId: Id,
  creatorId: Id,
  month: Month.nullable().optional(),
  statementId: Id.nullable().optional(),
  title: Text(200).min(1),
  claimed: Minor.nullable().optional(),
  owner: Text(120).nullable().optional(),
  note: Text(2000).nullable().optional(),
})

export const ComparedOrders = z.object({
  currency: Currency,
  /** Order ids in the pasted text, each once; `rounded`: numbers that a spreadsheet shortened, which nobody can read. */
  pasted: z.int(),
  rounded: z.int(),
  counts: z.object(
    // The keys are exactly the places.
    Object.fromEntries(ORDER_PLACES.map((place) => [place, z.int()])) as Record<
      (typeof ORDER_PLACES)[number],
      z.ZodInt
    >,
  ),
  rows: z.array(
    z.object({
      orderId: z.string(),
      place: z.enum(ORDER_PLACES),
      /** Where it is instead. */
      shop: z.string(),
      creator: z.string(),
      month: z.string(),
      status: z.enum(ORDER_STATUSES).nullable(),
      gmv: Money,
      refund: Money,
      commission: Money,
    }),
  ),
  /** Orders that we count and the creator did not name. */
  onlyOurs: z.int(),
})
export type ComparedOrders = z.infer<typeof ComparedOrders>

export const statementsContract = {
  sheet: procedure(Scope, StatementSheet),
  /** The lines of one creator's statement, newest first. */
  lines: procedure(
    Scope.extend({ creatorId: Id }).extend(Page.shape),
    z.object({ rows: z.array(StatementLineRow), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /**
   * Makes statements as files in a folder, a statement whole or not at all, and writes the records of all of them in one
   * command. A statement that was made before and still matches keeps its number. Absent `creators`: everybody's.
   */
  make: job(
    Scope.extend({
      creators: z.array(Id).min(1).optional(),
      formats: z.array(z.enum(STATEMENT_FORMATS)).min(1),
      folder: z.string().min(1),
    }),
    z.object({ folder: z.string(), made: z.int(), files: z.int(), kept: z.int() }),
  ),
  /** Marks statements as sent, or takes the mark back. */
  markSent: procedure(z.object({ ids: z.array(Id).min(1).max(1000), sent: z.boolean() }), Nothing),
  disputes: procedure(
    z.object({ shops: z.array(Id).optional(), creatorId: Id.optional(), open: z.boolean().optional() }),
    z.array(Dispute),
  ),
  /** A dispute with what each side said, the first word first. */
  dispute: procedure(z.object({ id: Id }), Dispute.extend({ thread: z.array(DisputeNote) })),
  putDispute: procedure(z.object({ id: Id.optional(), fields: DisputeFields }), Dispute),
  removeDispute: procedure(z.object({ id: Id }), Nothing),
  /** Adds a word of one side, with the orders it is about as they were pasted. */
  say: procedure(
    z.object({ id: Id, side: z.enum(DISPUTE_SIDES), text: Text(4000), orders: Text(200_000).default('') }),
    DisputeNote,
  ),
  /** The creator's list beside ours. */
  compare: procedure(
    z.object({ shopId: Id, creatorId: Id, month: Month.nullable(), orders: z.string().max(400_000) }),
    ComparedOrders,
  ),
  /** Somebody looks into an open dispute from now on, who owns it unless somebody does; or nobody does any more. */
  checkDispute: procedure(z.object({ id: Id, checking: z.boolean() }), Dispute),
  /** Ends a dispute; a granted amount can become something that is owed. Null opens it again. */
  settle: procedure(
    z.object({
      id: Id,
      outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
      granted: Minor.min(0).nullable().default(null),
      /** The day on which the granted amount is due outside the platform; null: nothing is proposed. */
      owe: Day.nullable().default(null),
    }),
    Dispute,
  ),
}
