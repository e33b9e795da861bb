/** Money that is foreseen: thirteen weeks of what comes and goes, what it is made of, and when a shop's sales become money. */

import { CASH_KINDS, OWN_CASH_KINDS, REPEATS } from '../domain/cash-items'
import { Day } from '../domain/days'
import { LONGEST_SETTLEMENT, SETTLEMENT_PARTS, TERM_ORIGINS } from '../domain/settlement-rules'
import { z } from '../schema'
import { Currency, Id, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'
import { OrderLine, UsedRate } from './roi'

const Amount = masked(Minor, 'margin')
const CashKind = z.enum(CASH_KINDS)

/** What the calendar is of. `currency`: the one that everything is converted into; left out: the workspace's. */
export const CashScope = z.object({
  shops: z.array(Id).optional(),
  currency: Currency.optional(),
  /** What would settle sooner settles so many days after delivery. */
  slipTo: z.int().min(0).max(LONGEST_SETTLEMENT).default(0),
})

export const CashWeek = z.object({
  from: Day,
  to: Day,
  inflow: Amount,
  outflow: Amount,
  /** By the kind of the items; what is 0 is left out. */
  parts: z.array(z.object({ kind: CashKind, amount: Amount })),
  balance: Amount,
  low: Amount,
  lowDay: Day,
  red: z.boolean(),
})
export type CashWeek = z.infer<typeof CashWeek>

export const AccountBalance = z.object({
  id: Id,
  account: z.string(),
  currency: Currency,
  day: Day,
  amount: Amount,
  floor: Amount,
  note: z.string().nullable(),
})
export type AccountBalance = z.infer<typeof AccountBalance>

const Outside = z.object({ amount: Amount, items: z.int() })

export const CashView = z.object({
  currency: Currency,
  /** Everything converted into it; else what is in this currency itself. */
  converted: z.boolean(),
  /** null: nobody said what is in the accounts, so no week is red. */
  opening: z.object({ amount: Amount, floor: Amount, day: Day }).nullable(),
  weeks: z.array(CashWeek),
  /** Was due up to the day of the balance, which is taken to hold it. */
  passed: Outside,
  beyond: Outside,
})
export type CashView = z.infer<typeof CashView>

const Term = z.object({
  value: z.int(),
  origin: z.enum(TERM_ORIGINS),
  source: z.string(),
})

/** When a shop's sales become money, as of today. */
export const ShopTerms = z.object({
  shopId: Id,
  shop: z.string(),
  market: z.string(),
  tier: z.string().nullable(),
  terms: z.record(z.enum(SETTLEMENT_PARTS), Term),
  /** Delivered lines behind a measured way. */
  measuredLines: z.int(),
  /** The last day that imported lines are of. */
  dataTo: Day.nullable(),
  /** The last day that income files say was settled; null: none was imported, so what was due is taken to be paid. */
  incomeTo: Day.nullable(),
  /** Basis points of net sales that the platform withholds; null: nobody knows, nothing is taken off. */
  platformFee: z.int().nullable(),
})
export type ShopTerms = z.infer<typeof ShopTerms>

const ShopMoney = z.object({ shopId: Id, currency: Currency, amount: Amount, lines: z.int() })

export const CashCalendar = z.object({
  today: Day,
  /** One for each currency that something is in, by code. */
  currencies: z.array(CashView),
  one: CashView,
  rates: z.array(UsedRate),
  /** Items left out of the one currency, because no rate was in force today. */
  missingRates: z.array(z.object({ base: Currency, quote: Currency, items: z.int() })),
  shops: z.array(ShopTerms),
  balances: z.array(AccountBalance),
  /** Due for longer than the rule allows, and not settled as far as the files say. */
  late: z.array(ShopMoney.extend({ since: Day })),
  /** Commission that the platform has frozen: not in the calendar. */
  frozen: z.array(ShopMoney),
  /** Samples that will be sent and of whose cost a part is not known. */
  samplesUnknown: z.int(),
})
export type CashCalendar = z.infer<typeof CashCalendar>

export const CashItemRow = z.object({
  key: z.string(),
  kind: CashKind,
  shopId: Id.nullable(),
  day: Day,
  amount: Amount,
  currency: Currency,
  /** In the currency asked for; null: no rate. */
  converted: Amount,
  title: z.string(),
  refId: z.string().nullable(),
  lines: z.int(),
  behind: z.object({ settled: z.boolean(), known: z.boolean(), day: Day }).nullable(),
  assumed: z.boolean(),
})
export type CashItemRow = z.infer<typeof CashItemRow>

/** Which of the views: the one of a currency, or (null) everything converted. */
const ViewScope = CashScope.extend({ view: Currency.nullable().default(null) })

export const CashAdvice = z.object({
  short: Amount,
  lowDay: Day,
  recovery: Day.nullable(),
  together: Amount,
  options: z.array(
    z.object({
      action: z.enum(['delay', 'pause', 'postpone', 'askEarlier']),
      item: CashItemRow,
      gains: Amount,
      enough: z.boolean(),
      days: z.int().nullable(),
    }),
  ),
})
export type CashAdvice = z.infer<typeof CashAdvice>

const Title = z.string().trim().min(1).max(200)
const Note = z.string().trim().max(500).nullable().default(null)

export const OwnCashItem = z.object({
  id: Id,
  shopId: Id.nullable(),
  title: z.string(),
  kind: z.enum(OWN_CASH_KINDS),
  /** Below zero it goes out. */
  amount: Amount,
  currency: Currency,
  day: Day,
  repeat: z.enum(REPEATS).nullable(),
  untilDay: Day.nullable(),
  note: z.string().nullable(),
})
export type OwnCashItem = z.infer<typeof OwnCashItem>

const Days = z.int().min(0).max(366).nullable().default(null)

export const SettlementRuleFields = z.object({
  shopId: Id,
  fromDay: Day,
  tier: z.string().trim().max(60).nullable().default(null),
  days: Days,
  deliveryDays: Days,
  payoutDays: Days,
  reserveRate: z.int().min(0).max(10_000).nullable().default(null),
  reserveDays: Days,
  lateDays: Days,
  source: z.string().trim().max(200).nullable().default(null),
  note: Note,
})

export const SettlementRule = SettlementRuleFields.extend({ id: Id })
export type SettlementRule = z.infer<typeof SettlementRule>

export const cashContract = {
  calendar: procedure(CashScope, CashCalendar),
  /** What could be done about a red week; null: it is not red. */
  advice: procedure(ViewScope.extend({ week: z.int().min(0) }), CashAdvice.nullable()),
  /** The items behind a bar, earliest first. `sum` is that of all pages, in the view's currency. */
  items: procedure(
    Page.extend(ViewScope.shape).extend({
      week: z.union([z.int().min(0), z.enum(['passed', 'beyond'])]).optional(),
      direction: z.enum(['in', 'out']).optional(),
      kind: CashKind.optional(),
    }),
    z.object({
      rows: z.array(CashItemRow),
      total: z.int(),
      sum: Amount,
      currency: Currency,
      nextCursor: z.string().nullable(),
    }),
  ),
  /** The order lines behind a settlement. */
  lines: procedure(
    Page.extend({ shopId: Id, settled: z.boolean(), known: z.boolean(), day: Day }),
    z.object({ rows: z.array(OrderLine), total: z.int(), nextCursor: z.string().nullable() }),
  ),

  ownItems: procedure(Nothing, z.array(OwnCashItem)),
  putItem: procedure(
    z.object({
      id: Id.optional(),
      fields: OwnCashItem.omit({ id: true }).extend({
        shopId: Id.nullable().default(null),
        title: Title,
        amount: Minor,
        repeat: z.enum(REPEATS).nullable().default(null),
        untilDay: Day.nullable().default(null),
        note: Note,
      }),
    }),
    OwnCashItem,
  ),
  removeItem: procedure(z.object({ id: Id }), Nothing),

  balances: procedure(Nothing, z.array(AccountBalance)),
  putBalance: procedure(
    z.object({
      account: Title,
      currency: Currency,
      day: Day,
      amount: Minor,
      floor: Minor.nullable().default(null),
      note: Note,
    }),
    AccountBalance,
  ),
  removeBalance: procedure(z.object({ id: Id }), Nothing),

  /** The shops' own rules, newest first. */
  rules: procedure(z.object({ shopId: Id.optional() }), z.array(SettlementRule)),
  putRule: procedure(SettlementRuleFields, SettlementRule),
  removeRule: procedure(z.object({ id: Id }), Nothing),
}
