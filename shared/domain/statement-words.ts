/** The words of a creator's statement in both languages, beside each other: who receives it may read only one of them. */

import type { OrderStatus } from './orders'
import { PAYABLE_KINDS, PAYABLE_STATES, type PayableKind, type PayableState } from './payables'
import type { Cause } from './settlement'

/** Chinese first, English beneath. */
export type Both = readonly [zh: string, en: string]

export const STATEMENT_WORDS = {
  title: ['达人对账单', 'Creator statement'],
  number: ['编号', 'Number'],
  shop: ['店铺', 'Shop'],
  creator: ['达人', 'Creator'],
  month: ['月份', 'Month'],
  currency: ['币种', 'Currency'],
  made: ['制作时间', 'Made'],
  basis: ['依据', 'Based on'],
  closed: ['已关账的数据，之后的变动另行列示', 'the closed month; later changes are listed apart'],
  now: ['制作时的平台导出数据，月份尚未关账', 'exports of the platform as of now; the month is not closed yet'],
  summary: ['汇总', 'Summary'],
  orders: ['订单数', 'Orders'],
  lines: ['明细行数', 'Order lines'],
  gmv: ['GMV（含退款）', 'GMV, refunds still in it'],
  refunds: ['退款', 'Refunds'],
  estimated: ['预估佣金', 'Estimated commission'],
  adjustments: ['差异', 'Differences'],
  actual: ['实际佣金', 'Actual commission'],
  settled: ['其中已结算', 'of it settled'],
  pending: ['其中未结算', 'of it not settled yet'],
  fees: ['平台外费用', 'Fees outside the platform'],
  feesHow: [
    '与佣金分开支付，各按自己的币种，不与佣金相加。',
    'Paid apart from commission, each in its own currency; in no sum with it.',
  ],
  fee: ['平台外费用', 'Fee'],
  feeTotal: ['合计', 'Total'],
  due: ['到期', 'due'],
  details: ['订单明细', 'Order lines'],
  order: ['订单号', 'Order'],
  product: ['商品', 'Product'],
  day: ['下单日', 'Ordered'],
  quantity: ['件', 'Qty'],
  returned: ['退', 'Ret.'],
  status: ['状态', 'Status'],
  cause: ['原因', 'Cause'],
  proof: ['退款与差异依据', 'Proof of refunds and differences'],
  proofHow: [
    '以下各行来自平台导出的文件，可按文件名与行号核对。',
    'These lines are as the platform exported them, to be checked by file and row.',
  ],
  file: ['文件', 'File'],
  row: ['行', 'row'],
  noFile: ['文件已不在', 'no file has it any more'],
  changed: ['关账后有变动', 'changed since the close'],
  digest: ['数据指纹', 'Digest'],
  digestHow: [
    '指纹由全部明细逐条推算，任何一行改动都会变。平台结算以 TikTok Shop 为准。',
    'Worked out over all lines: whatever changes, it changes. What the platform pays is for TikTok Shop to say.',
  ],
  page: ['页', 'page'],
} as const satisfies Readonly<Record<string, Both>>

export const CAUSE_WORDS: Readonly<Record<Cause, Both>> = {
  refund: ['全额退款', 'refunded'],
  partial: ['部分退款', 'partly refunded'],
  ineligible: ['不符合条件', 'ineligible'],
  frozen: ['冻结', 'frozen'],
  tax: ['代扣税', 'tax withheld'],
  bonus: ['奖励', 'bonus'],
  late: ['逾期未结', 'settlement late'],
  rate: ['佣金率变化', 'another rate'],
  unexplained: ['待查', 'not explained'],
}

export const STATUS_WORDS: Readonly<Record<OrderStatus, Both>> = {
  unpaid: ['未付款', 'unpaid'],
  pending: ['待结算', 'pending'],
  settled: ['已结算', 'settled'],
  ineligible: ['无资格', 'ineligible'],
  frozen: ['冻结', 'frozen'],
}

const KIND_WORDS: Readonly<Record<PayableKind, Both>> = {
  flatFee: ['坑位费', 'flat fee'],
  advance: ['预付款', 'advance'],
  retainer: ['月费', 'retainer'],
  bonus: ['奖金', 'bonus'],
  guarantee: ['保底', 'guarantee'],
  other: ['其他', 'other'],
}

const STATE_WORDS: Readonly<Record<PayableState, Both>> = {
  open: ['待核准', 'not agreed yet'],
  approved: ['待付', 'to be paid'],
  paid: ['已付清', 'paid'],
  cancelled: ['已取消', 'cancelled'],
  disputed: ['有争议', 'in dispute'],
}

/** What a fee is for, and where it stands; a word of another version as it is. */
export function feeWords({ kind, state }: { readonly kind: string; readonly state: string }): {
  readonly kind: Both
  readonly state: Both
} {
  const knownKind = PAYABLE_KINDS.find((one) => one === kind)
  const knownState = PAYABLE_STATES.find((one) => one === state)
  return {
    kind: knownKind === undefined ? [kind, kind] : KIND_WORDS[knownKind],
    state: knownState === undefined ? [state, state] : STATE_WORDS[knownState],
  }
}
