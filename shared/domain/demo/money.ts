/**
 * What the made-up agency owes and has: payables and advances, balances, money that comes and goes by itself, disputes. Days
 * are counted from today by each shop's clock, creators by their place in its market.
 */

import type { OwnCashKind, Repeat } from '../cash-items'
import type { PayableKind } from '../payables'

/** How far a payable came. `part`: half of it was paid. */
type DemoOwing = 'open' | 'approved' | 'paid' | 'part' | 'cancelled' | 'disputed'

export interface DemoPayable {
  readonly shop: string
  readonly creator: number
  readonly kind: PayableKind
  readonly title: string
  /** Minor units. */
  readonly amount: number
  /** Days from today. */
  readonly due: number
  readonly came: DemoOwing
  /** Of an advance: it is taken out of what is owed later, and so much of it has been (out of the payable named). */
  readonly recouped: { readonly from: string; readonly amount: number } | null
  readonly reason: string
}

const owed = (
  shop: string,
  creator: number,
  kind: PayableKind,
  title: string,
  amount: number,
  due: number,
  came: DemoOwing,
  more: Partial<Pick<DemoPayable, 'recouped' | 'reason'>> = {},
): DemoPayable => ({ shop, creator, kind, title, amount, due, came, recouped: null, reason: '', ...more })

/** Besides what contracts oblige to pay. What is recouped stands after what it is taken out of. */
export const DEMO_PAYABLES: readonly DemoPayable[] = [
  owed('us', 2, 'flatFee', 'Barrier cream: one video', 35_000, -31, 'paid'),
  owed('us', 20, 'flatFee', 'Rosemary oil, three weeks', 42_000, -9, 'part'),
  owed('us', 8, 'bonus', 'First of the month by GMV', 25_000, -4, 'open'),
  owed('us', 1, 'flatFee', 'Eye masks at the airport', 30_000, 3, 'approved'),
  owed('us', 5, 'flatFee', 'Morning routine', 28_000, 9, 'open'),
  owed('us', 10, 'bonus', 'Sun stick: bonus from 50 orders', 15_000, -14, 'disputed', {
    reason: 'He counts 54 orders, we count 47.',
  }),
  owed('us', 24, 'flatFee', 'Vitamin C: one video', 20_000, -20, 'cancelled', { reason: 'The video never came.' }),
  owed('usx', 30, 'bonus', '日落灯：破百单奖励', 30_000, 6, 'approved'),
  owed('usx', 31, 'flatFee', '充电宝实测', 22_000, -12, 'paid'),
  owed('usx', 30, 'advance', '日落灯：预付，从奖励中扣回', 40_000, -24, 'paid', {
    recouped: { from: '日落灯：破百单奖励', amount: 15_000 },
  }),
  owed('gb', 1, 'retainer', 'UK retainer, last month', 60_000, -18, 'paid'),
  owed('gb', 3, 'flatFee', 'Gift box: two videos', 48_000, 5, 'approved'),
  owed('th', 1, 'flatFee', 'เซรั่มวิตามินซี: สองคลิป', 1_200_000, 4, 'approved'),
  owed('id', 0, 'bonus', 'Bonus Ramadan', 250_000_000, -35, 'paid'),
  owed('vn', 0, 'flatFee', 'Đèn ngủ hoàng hôn: 1 video', 3_000_000, 12, 'open'),
]

/** What an account held this morning, minor units; below the floor is red. */
interface DemoBalance {
  readonly account: string
  readonly currency: string
  readonly amount: number
  readonly floor: number | null
}

export const DEMO_BALANCES: readonly DemoBalance[] = [
  { account: 'Chase Business ··4410', currency: 'USD', amount: 2_840_000, floor: 1_000_000 },
  { account: 'Payoneer', currency: 'USD', amount: 615_000, floor: null },
  { account: 'Barclays ··0192', currency: 'GBP', amount: 980_000, floor: 200_000 },
  { account: 'Kasikornbank ··7731', currency: 'THB', amount: 31_500_000, floor: 5_000_000 },
  { account: 'BCA ··5508', currency: 'IDR', amount: 9_200_000_000, floor: null },
  { account: 'Vietcombank ··2260', currency: 'VND', amount: 184_000_000, floor: null },
]

interface DemoCashItem {
  readonly title: string
  readonly kind: OwnCashKind
  /** Minor units; below zero it goes out. */
  readonly amount: number
  readonly currency: string
  /** Days from today. */
  readonly day: number
  readonly repeat: Repeat | null
}

export const DEMO_CASH_ITEMS: readonly DemoCashItem[] = [
  { title: 'Salaries', kind: 'salary', amount: -1_150_000, currency: 'USD', day: 7, repeat: 'monthly' },
  { title: 'GMV Max top-up', kind: 'ads', amount: -180_000, currency: 'USD', day: 3, repeat: 'weekly' },
  { title: 'Lumora: service fee', kind: 'client', amount: 900_000, currency: 'USD', day: 18, repeat: 'monthly' },
  { title: '深圳澄屿：备货款', kind: 'goods', amount: -3_400_000, currency: 'USD', day: 25, repeat: null },
  { title: 'Quarterly tax', kind: 'tax', amount: -620_000, currency: 'USD', day: 53, repeat: null },
  { title: 'ค่าเช่าสตูดิโอ', kind: 'other', amount: -2_400_000, currency: 'THB', day: 8, repeat: 'monthly' },
]

/** When a shop's sales become money, as its own agreement says; days, and basis points kept back. */
export const DEMO_SETTLEMENT_RULES = [
  { shop: 'us', tier: 'Standard', days: 15, payoutDays: 2, reserveRate: null, reserveDays: null, lateDays: 5 },
  { shop: 'usx', tier: 'Cross-border', days: 22, payoutDays: 4, reserveRate: 1000, reserveDays: 45, lateDays: 7 },
  { shop: 'th', tier: null, days: 8, payoutDays: 2, reserveRate: null, reserveDays: null, lateDays: 4 },
] as const

/** A creator's dispute over a statement: places as everywhere, amounts in minor units. */
export interface DemoDispute {
  readonly shop: string
  /** Place in the statements of the month, by what is owed. */
  readonly place: number
  readonly title: string
  /** Share of what the statement says, basis points. */
  readonly claimed: number
  readonly words: readonly (readonly [side: 'creator' | 'agency', text: string])[]
  readonly outcome: 'granted' | 'refused' | null
}

export const DEMO_DISPUTES: readonly DemoDispute[] = [
  {
    shop: 'us',
    place: 1,
    title: 'Orders of the weekend are missing',
    claimed: 1200,
    words: [
      ['creator', 'Three orders from the LIVE on Saturday are not on the statement. I added their numbers.'],
      ['agency', 'Two of them were refunded before delivery; we are looking at the third.'],
    ],
    outcome: null,
  },
  {
    shop: 'us',
    place: 3,
    title: 'Shop ads rate was 8 %, not 5 %',
    claimed: 300,
    words: [
      ['creator', 'The ad code was agreed at 8 %.'],
      ['agency', 'You are right, the code says 8 %. We pay the difference.'],
    ],
    outcome: 'granted',
  },
  {
    shop: 'us',
    place: 4,
    title: 'Refund after 40 days',
    claimed: 400,
    words: [['creator', 'Why is an order from two months ago taken back now?']],
    outcome: 'refused',
  },
]
