/** What a line of an income file is for, in the platform's own list of transactions. */

import { wordKey } from '../import-values/text'

/** The index is the stored code. `other`: a word that is not in the list; the line keeps it. */
export const INCOME_TYPES = [
  'order',
  'refund',
  'chargeBack',
  'customerServiceCompensation',
  'sellerDeductions',
  'gmvPaymentForAds',
  'platformCommissionAdjustment',
  'platformCommissionCompensation',
  'platformPenalty',
  'promotionAdjustment',
  'platformCompensation',
  'platformReimbursement',
  'logisticsReimbursement',
  'shippingFeeAdjustment',
  'shippingFeeCompensation',
  'shippingFeeRebate',
  'sampleShippingFee',
  'warehouseFee',
  'rebate',
  'otherAdjustment',
  'creatorRewards',
  'sellerReward',
  'reserve',
  'earnings',
  'withdrawal',
  'transfer',
  'reverse',
  'statement',
  'payment',
  'other',
] as const
export type IncomeType = (typeof INCOME_TYPES)[number]

/** Spellings as files and the platform's interface have them; compared without spaces, underscores and case. */
const WORDS: Readonly<Record<Exclude<IncomeType, 'statement' | 'payment' | 'other'>, string>> = {
  order: 'ORDER|Orders|订单',
  refund: 'REFUND|Order refund|退款',
  chargeBack: 'CHARGE_BACK',
  customerServiceCompensation: 'CUSTOMER_SERVICE_COMPENSATION',
  sellerDeductions: 'DEDUCTIONS_INCURRED_BY_SELLER',
  gmvPaymentForAds: 'GMV_PAYMENT_FOR_ADS|GMV payment for TikTok ads',
  platformCommissionAdjustment: 'PLATFORM_COMMISSION_ADJUSTMENT',
  platformCommissionCompensation: 'PLATFORM_COMMISSION_COMPENSATION',
  platformPenalty: 'PLATFORM_PENALTY',
  promotionAdjustment: 'PROMOTION_ADJUSTMENT',
  platformCompensation: 'PLATFORM_COMPENSATION',
  platformReimbursement: 'PLATFORM_REIMBURSEMENT',
  logisticsReimbursement: 'LOGISTICS_REIMBURSEMENT',
  shippingFeeAdjustment: 'SHIPPING_FEE_ADJUSTMENT',
  shippingFeeCompensation: 'SHIPPING_FEE_COMPENSATION',
  shippingFeeRebate: 'SHIPPING_FEE_REBATE',
  sampleShippingFee: 'SAMPLE_SHIPPING_FEE',
  warehouseFee: 'FBT_WAREHOUSE_SERVICE_FEE',
  rebate: 'REBATE',
  otherAdjustment: 'OTHER_ADJUSTMENT|Adjustment|Others',
  creatorRewards: 'COFUNDED_CREATOR_REWARDS|Co-funded creator rewards',
  sellerReward: 'SELLER_MISSION_REWARD',
  reserve: 'RESERVE',
  earnings: 'Earnings|SETTLE|收入',
  withdrawal: 'Withdrawal|WITHDRAW|提现',
  transfer: 'TRANSFER',
  reverse: 'REVERSE',
}

const TYPE_OF: ReadonlyMap<string, IncomeType> = new Map(
  Object.entries(WORDS).flatMap(([type, words]) =>
    // The keys of `WORDS` are types.
    words.split('|').map((word): [string, IncomeType] => [wordKey(word), type as IncomeType]),
  ),
)

/** The type that a word stands for; `other` for words outside the list. */
export function incomeTypeOf(text: string): IncomeType {
  return TYPE_OF.get(wordKey(text)) ?? 'other'
}
