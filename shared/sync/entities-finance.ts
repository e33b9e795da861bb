/** Records of money: rules of commission, statements and disputes, what is owed, and the ledger. */

import {
  type Entity,
  bool,
  currency,
  day,
  instant,
  integer,
  json,
  money,
  natural,
  note,
  random,
  reference,
  required,
  text,
} from './columns'

const later = { merge: 'lww' } as const
const cost = { mask: 'cost' } as const

export const FINANCE_ENTITIES = {
  /** What commission is worked out from, from a day on: `*`, a market or a shop's id. */
  commissionRules: {
    n: 80,
    table: 'commission_rules',
    id: natural('commissionRule', 'key', 'fromDay'),
    columns: {
      key: text(0, required),
      fromDay: day(1, required),
      /** What is in the base: flags by part (`platformDiscount`, `sellerDiscount`, `tax`, `shipping`). */
      base: json(2),
      /** List of `{from, rate}`: a creator's month from this GMV on. */
      tiers: json(3),
      /** Basis points of the base on top. */
      bonusRate: integer(4),
      /** Of the bonus, the part that the shop pays itself, basis points. */
      coFundedShare: integer(5),
      /** Of the commission, what a partner (TAP) and an agency (CAP) keep, basis points. */
      tapShare: integer(6),
      capShare: integer(7),
      /** Withheld from the creator's commission, basis points. */
      taxRate: integer(8),
      source: text(9),
      note: note(10),
    },
  },
  /** Why a line came out otherwise than estimated, as somebody in finance says. */
  lineCauses: {
    n: 81,
    table: 'line_causes',
    id: natural('lineCause', 'shopId', 'line'),
    columns: {
      shopId: reference(0, 'shops', required),
      /** Order, product and SKU, with spaces between. */
      line: text(1, required),
      cause: text(2),
      at: instant(3, later),
      person: text(4, later),
      note: note(5),
    },
  },
  /** What a creator was told of a month: the figures and a digest of the lines behind them. */
  statements: {
    n: 82,
    table: 'statements',
    id: random,
    system: true,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { ...required, onDeleted: 'hideChild' }),
      /** `YYYY-MM`. */
      month: text(2, required),
      number: text(3),
      language: text(4),
      currency: currency(5),
      figures: json(6, cost),
      sha256: text(7),
      at: instant(8, required),
      person: text(9),
      sentAt: instant(10, later),
      note: note(11),
    },
  },
  disputes: {
    n: 83,
    table: 'disputes',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { ...required, onDeleted: 'hideChild' }),
      month: text(2),
      statementId: reference(3, 'statements', { onDeleted: 'ghost' }),
      title: text(4, required),
      /** What the creator says was left out, or counted wrongly. */
      claimed: money(5, 'currency', cost),
      currency: currency(6),
      openedAt: instant(7, required),
      closedAt: instant(8),
      /** `checking`: open, and somebody is looking into it. */
      outcome: text(9, { values: ['granted', 'partly', 'refused', 'withdrawn', 'checking'] }),
      /** What was granted. */
      granted: money(10, 'currency', cost),
      owner: text(11),
      note: note(12),
    },
  },
  disputeNotes: {
    n: 84,
    table: 'dispute_notes',
    id: random,
    columns: {
      disputeId: reference(0, 'disputes', { ...required, onDeleted: 'hideChild' }),
      side: text(1, { ...required, values: ['creator', 'agency'] }),
      at: instant(2, required),
      person: text(3),
      text: note(4),
      /** The orders it is about, as they were pasted. */
      orders: text(5),
    },
  },
  /** Something that is owed outside the platform. */
  payables: {
    n: 85,
    table: 'payables',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { onDeleted: 'hideChild' }),
      contractId: reference(2, 'contracts', { onDeleted: 'ghost' }),
      campaignId: reference(3, 'campaigns', { onDeleted: 'ghost' }),
      kind: text(4, { ...required, values: ['flatFee', 'advance', 'retainer', 'bonus', 'guarantee', 'other'] }),
      title: text(5),
      amount: money(6, 'currency', { ...required, ...cost }),
      currency: currency(7, required),
      dueDay: day(8, required),
      /** The month that a retainer or a guarantee is of. */
      month: text(9),
      /** Of an advance: recouped from what is owed later. */
      recoup: bool(10),
      owner: text(11),
      note: note(12),
      /** The cost that it was written as first: the payable takes its place. */
      costLineId: reference(13, 'costLines', { onDeleted: 'ghost' }),
    },
  },
  payableEvents: {
    n: 86,
    table: 'payable_events',
    id: random,
    system: true,
    events: { machine: 'payable', of: 'payableId' },
    columns: {
      payableId: reference(0, 'payables', { ...required, onDeleted: 'hideChild', keeps: true }),
      fromState: text(1, required),
      toState: text(2, required),
      reason: text(3),
      resolves: json(4),
      machine: integer(5, required),
      at: instant(6),
      person: text(7),
    },
  },
  /** One posting, never changed: `amount` goes from the account `credit` to the account `debit`. A mistake is followed by its reversal. */
  ledgerEntries: {
    n: 87,
    table: 'ledger_entries',
    id: random,
    system: true,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorId: reference(1, 'creators', { onDeleted: 'hideChild' }),
      payableId: reference(2, 'payables', { onDeleted: 'ghost', keeps: true }),
      kind: text(3, { ...required, values: ['accrual', 'payment', 'recoup', 'adjustment', 'reversal'] }),
      debit: text(4, required),
      credit: text(5, required),
      amount: money(6, 'currency', { ...required, ...cost }),
      currency: currency(7, required),
      day: day(8, { ...required, ...later }),
      /** The entry that this one takes back. */
      reversesId: reference(9, 'ledgerEntries', { onDeleted: 'ghost' }),
      reason: text(10),
      /** Bank's or wallet's number of the payment. */
      reference: text(11, { mask: 'bank' }),
      method: text(12),
      attachmentId: reference(13, 'attachments', { onDeleted: 'ghost' }),
      // Two people who approve the same post the same entry, each at their time.
      at: instant(14, { ...required, ...later }),
      person: text(15, later),
      /** The payable whose advance, or overpayment, this takes from or adds to. */
      advanceId: reference(16, 'payables', { onDeleted: 'ghost' }),
    },
  },
} as const satisfies Record<string, Entity>
