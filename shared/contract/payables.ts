/** What is owed outside the platform (flat fees, advances, retainers, bonuses), what was paid on it, and the ledger. */

import { Day } from '../domain/days'
import { ACCOUNTS, ENTRY_KINDS } from '../domain/ledger'
import { PAYABLE_KINDS, PAYABLE_PROBLEMS, PAYABLE_STATES } from '../domain/payables'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

const Amount = Minor.min(1)
const Reason = z.string().trim().min(1).max(500)

export const Payable = z.object({
  id: Id,
  shopId: Id,
  creatorId: Id.nullable(),
  handle: z.string().nullable(),
  contractId: Id.nullable(),
  contract: z.string().nullable(),
  campaignId: Id.nullable(),
  campaign: z.string().nullable(),
  /** The cost that it was written as first. */
  costLineId: Id.nullable(),
  kind: z.enum(PAYABLE_KINDS),
  title: z.string().nullable(),
  amount: masked(Minor, 'cost'),
  currency: Currency,
  dueDay: Day,
  /** `YYYY-MM` that a retainer or a guarantee is of. */
  month: z.string().nullable(),
  /** An advance that is recouped from what is owed later. */
  isAdvance: z.boolean(),
  owner: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(PAYABLE_STATES),
  /** Colleagues' steps contradict each other and somebody must decide. */
  hold: z.boolean(),
  /** Its contract's do. */
  contractHold: z.boolean(),
  problem: z.enum(PAYABLE_PROBLEMS).nullable(),
  paid: masked(Minor, 'cost'),
  /** Taken out of it for an advance or an overpayment. */
  recouped: masked(Minor, 'cost'),
  toPay: masked(Minor, 'cost'),
  /** Paid though it was not owed. */
  overpaid: masked(Minor, 'cost'),
  /** What the ROI table counts as a fee on the due day. */
  fee: masked(Minor, 'cost'),
  /** Of an advance or an overpayment: still with the creator. */
  left: masked(Minor, 'cost'),
})
export type Payable = z.infer<typeof Payable>

export const PayableFields = z.object({
  shopId: Id,
  creatorId: Id.nullable(),
  contractId: Id.nullable().default(null),
  campaignId: Id.nullable().default(null),
  kind: z.enum(PAYABLE_KINDS),
  title: z.string().max(200).nullable(),
  amount: Amount,
  currency: Currency,
  dueDay: Day,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  /** Of an advance: it is recouped later. */
  recoup: z.boolean().default(false),
  owner: z.string().max(80).nullable().default(null),
  note: z.string().max(5000).nullable().default(null),
})

export const LedgerEntry = z.object({
  id: Id,
  shopId: Id,
  creatorId: Id.nullable(),
  payableId: Id,
  /** Whose advance or overpayment it takes from or adds to. */
  advanceId: Id.nullable(),
  kind: z.enum(ENTRY_KINDS),
  debit: z.enum(ACCOUNTS),
  credit: z.enum(ACCOUNTS),
  amount: masked(Minor, 'cost'),
  currency: Currency,
  day: Day,
  reversesId: Id.nullable(),
  /** Another entry takes it back. */
  isReversed: z.boolean(),
  /** It may be taken back by itself: it stands, and does not follow from a step. */
  canReverse: z.boolean(),
  reason: z.string().nullable(),
  reference: masked(z.string().nullable(), 'bank'),
  method: z.string().nullable(),
  attachmentId: Id.nullable(),
  at: Instant,
  person: z.string().nullable(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** What each account holds in one currency; together they are zero. */
export const Balance = z.object({
  currency: Currency,
  accounts: z.record(z.enum(ACCOUNTS), masked(Minor, 'cost')),
})

export const DUE_FILTERS = ['all', 'soon', 'overdue', 'toPay', 'problems'] as const
/** Days ahead that count as soon. */
export const SOON_DAYS = 7

export const PayableFilter = z.object({
  /** `soon`: to be paid within 7 days, what is overdue with it; `problems`: held, or what does not add up. */
  due: z.enum(DUE_FILTERS).default('all'),
  shopId: Id.nullable().default(null),
  creatorId: Id.nullable().default(null),
  contractId: Id.nullable().default(null),
  states: z.array(z.enum(PAYABLE_STATES)).default([]),
  kinds: z.array(z.enum(PAYABLE_KINDS)).default([]),
  search: z.string().max(200).default(''),
  from: Day.optional(),
  to: Day.optional(),
})

/** What a payment is made with. */
const Paying = z.object({
  /** Today in the shop's zone unless somebody says otherwise; in a closed month it is posted in the next open one. */
  day: Day.optional(),
  method: z.string().max(80).default(''),
  reference: z.string().max(200).default(''),
  attachmentId: Id.nullable().default(null),
})

export const payablesContract = {
  list: procedure(
    Page.extend(PayableFilter.shape),
    z.object({
      rows: z.array(Payable),
      total: z.int(),
      counts: z.record(z.enum(DUE_FILTERS), z.int()),
      /** Over all rows that pass the filter, by currency. */
      sums: z.array(z.object({ currency: Currency, toPay: masked(Minor, 'cost'), fee: masked(Minor, 'cost') })),
      nextCursor: z.string().nullable(),
    }),
  ),
  get: procedure(
    z.object({ id: Id }),
    z.object({
      payable: Payable,
      entries: z.array(LedgerEntry),
      steps: z.array(
        z.object({
          id: Id,
          from: z.string(),
          to: z.string(),
          reason: z.string().nullable(),
          at: Instant.nullable(),
          person: z.string().nullable(),
        }),
      ),
      /** Advances and overpayments of the same creator, shop and currency that can be recouped from it. */
      advances: z.array(Payable),
    }),
  ),
  /**
   * Another amount of what was agreed to is posted as an adjustment with its reason. `override`: why an advance goes on
   * although the guard of contracts says no.
   */
  put: procedure(
    z.object({
      id: Id.optional(),
      fields: PayableFields,
      reason: z.string().max(500).default(''),
      override: z.string().max(500).default(''),
    }),
    Payable,
  ),
  /** Only what nothing was posted for. */
  remove: procedure(z.object({ id: Id }), Nothing),
  /** Those that can, go; the others are told. */
  step: procedure(
    z.object({
      ids: z.array(Id).min(1).max(1000),
      to: z.enum(PAYABLE_STATES),
      reason: z.string().max(500).default(''),
      override: z.string().max(500).default(''),
    }),
    z.object({
      done: z.int(),
      refused: z.array(
        z.object({ id: Id, title: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()) }),
      ),
    }),
  ),
  pay: procedure(Paying.extend({ id: Id, amount: Amount, override: z.string().max(500).default('') }), Payable),
  /** Takes a part of an advance or an overpayment out of what is owed. */
  recoup: procedure(z.object({ id: Id, fromId: Id, amount: Amount, day: Day.optional() }), Payable),
  /** Takes an entry back with a reason; it stays in the ledger beside its reversal. */
  reverse: procedure(z.object({ entryId: Id, reason: Reason, day: Day.optional() }), Payable),
  /** What was really paid too much: the creator owes it back from now on. */
  recover: procedure(z.object({ id: Id, reason: Reason }), Payable),
  /** What is left of an advance or an overpayment came back (`bank`), or is given up (`writeOff`). */
  endAdvance: procedure(
    z.object({ id: Id, to: z.enum(['bank', 'writeOff']), amount: Amount, reason: Reason, day: Day.optional() }),
    Payable,
  ),
  /** Advances and overpayments of which something is still with the creator. */
  advances: procedure(
    z.object({ shopId: Id.nullable().default(null), creatorId: Id.nullable().default(null) }),
    z.object({ rows: z.array(Payable), sums: z.array(z.object({ currency: Currency, left: masked(Minor, 'cost') })) }),
  ),
  /** The ledger of a creator or of a shop, the newest day first, with what each account holds. */
  ledger: procedure(
    Page.extend({ shopId: Id.nullable().default(null), creatorId: Id.nullable().default(null) }),
    z.object({
      rows: z.array(LedgerEntry),
      total: z.int(),
      balances: z.array(Balance),
      nextCursor: z.string().nullable(),
    }),
  ),
  /** A fee that was written as a cost becomes a payable in its place, once, whoever does it. */
  fromCost: procedure(z.object({ costId: Id }), Payable),
  /** The payable that a cost became; null: none. What it owes is paid there. */
  ofCost: procedure(z.object({ costId: Id }), z.object({ payable: Payable.nullable() })),
  /** Payables for what signed contracts oblige to pay until a day, each once. */
  fromContracts: procedure(
    z.object({ contractId: Id.nullable().default(null), shopId: Id.nullable().default(null), until: Day }),
    z.object({ made: z.int() }),
  ),
  /**
   * The ticked ones as a file for the bank or for Payoneer's mass payment. What cannot be paid is told and left out; those
   * without bank details are told and left out too.
   */
  export: procedure(
    z.object({ ids: z.array(Id).min(1).max(5000), format: z.enum(['bank', 'payoneer']), to: z.string().min(1) }),
    z.object({
      file: z.string(),
      rows: z.int(),
      left: z.array(
        z.object({
          id: Id,
          handle: z.string().nullable(),
          title: z.string().nullable(),
          why: z.enum([
            'onHold',
            'contractOnHold',
            'problem',
            'nothingToPay',
            'notCovered',
            'disputed',
            'noBank',
            'noPayee',
            'noCreator',
          ]),
        }),
      ),
    }),
  ),
}
