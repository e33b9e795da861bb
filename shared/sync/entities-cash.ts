/** Records of cash that is foreseen, of the rates that books are kept at, and of months that are closed. */

import {
  type Entity,
  currency,
  day,
  decimal,
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
const margin = { mask: 'margin' } as const

export const CASH_ENTITIES = {
  /** When a shop's sales become money, from a day on. */
  settlementRules: {
    n: 88,
    table: 'settlement_rules',
    id: natural('settlementRule', 'shopId', 'fromDay'),
    columns: {
      shopId: reference(0, 'shops', required),
      fromDay: day(1, required),
      tier: text(2),
      /** Calendar days after delivery. */
      days: integer(3),
      /** Days from order to delivery, where no file says it. */
      deliveryDays: integer(4),
      /** Days from settlement to the bank account. */
      payoutDays: integer(5),
      /** Kept back, basis points, and for how many days. */
      reserveRate: integer(6),
      reserveDays: integer(7),
      /** Days after which a settlement is late. */
      lateDays: integer(8),
      source: text(9),
      note: note(10),
    },
  },
  /** Money that somebody knows of: rent, an ad budget, a client's payment. Negative: it goes out. */
  cashItems: {
    n: 89,
    table: 'cash_items',
    id: random,
    columns: {
      shopId: reference(0, 'shops'),
      title: text(1, required),
      kind: text(2, { values: ['ads', 'goods', 'salary', 'client', 'tax', 'other'] }),
      amount: money(3, 'currency', { ...required, ...margin }),
      currency: currency(4, required),
      day: day(5, required),
      repeat: text(6, { values: ['weekly', 'monthly'] }),
      untilDay: day(7),
      note: note(8),
    },
  },
  /** What an account held at the end of a day. */
  cashBalances: {
    n: 90,
    table: 'cash_balances',
    id: natural('cashBalance', 'account', 'currency', 'day'),
    columns: {
      account: text(0, required),
      currency: currency(1, required),
      day: day(2, required),
      amount: money(3, 'currency', margin),
      /** Below this the week is red. */
      floor: money(4, 'currency', margin),
      note: note(5),
    },
  },
  /** The rate that a month's books are kept at. */
  rateLocks: {
    n: 91,
    table: 'rate_locks',
    id: natural('rateLock', 'month', 'base', 'quote'),
    columns: {
      month: text(0, required),
      base: currency(1, required),
      quote: currency(2, required),
      rate: decimal(3, required),
      source: text(4),
      day: day(5),
      at: instant(6, later),
      person: text(7, later),
      note: note(8),
    },
  },
  /** A month of a shop's books. */
  periods: {
    n: 92,
    table: 'periods',
    id: natural('period', 'shopId', 'month'),
    columns: {
      shopId: reference(0, 'shops', required),
      month: text(1, required),
      note: note(2),
    },
  },
  periodEvents: {
    n: 93,
    table: 'period_events',
    id: random,
    system: true,
    events: { machine: 'period', of: 'periodId' },
    columns: {
      periodId: reference(0, 'periods', { ...required, onDeleted: 'hideChild' }),
      fromState: text(1, required),
      toState: text(2, required),
      reason: text(3),
      resolves: json(4),
      machine: integer(5, required),
      at: instant(6),
      person: text(7),
    },
  },
  /** A month as it was closed, for the `round`th time. Two people who close it with other figures make people decide. */
  periodCloses: {
    n: 94,
    table: 'period_closes',
    id: natural('periodClose', 'periodId', 'round'),
    system: true,
    columns: {
      periodId: reference(0, 'periods', { ...required, onDeleted: 'hideChild' }),
      round: integer(1, required),
      /** Over the canonical bytes of all lines and sums. */
      sha256: text(2, required),
      /** Sums by name, minor units of the shop's currency. */
      figures: json(3, { merge: 'mvQuiet', mask: 'cost' }),
      currency: currency(4, later),
      /** The lines, packed. */
      attachmentId: reference(5, 'attachments', { merge: 'mvQuiet', onDeleted: 'ghost' }),
      at: instant(6, { merge: 'min' }),
      person: text(7, later),
      rates: json(8, { merge: 'mvQuiet' }),
    },
  },
} as const satisfies Record<string, Entity>
