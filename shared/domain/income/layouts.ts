/** The platform's spellings of the columns of income files, in every market's layout, as data. Order is never relied on. */

import type { IncomeColumn, IncomePart } from './columns'

/** A header and what it fills; null: known to the platform, of no use to us, never a warning. */
export type IncomeHeader = readonly [header: string, column: IncomeColumn | null]

/** Order details as Southeast Asia's files have them: the union of the markets, 54 columns. */
const SEA: readonly IncomeHeader[] = [
  ['Order/adjustment ID', 'id'],
  ['Type', 'typeText'],
  ['Order created time', 'created'],
  ['Order settled time', 'settled'],
  ['Currency', 'currency'],
  ['Total settlement amount', 'settlement'],
  ['Total revenue', 'revenue'],
  ['Subtotal after seller discounts', 'afterDiscounts'],
  ['Subtotal before discounts', 'beforeDiscounts'],
  ['Seller discounts', 'sellerDiscounts'],
  ['Refund subtotal after seller discounts', 'refundAfterDiscounts'],
  ['Refund subtotal before seller discounts', 'refundBeforeDiscounts'],
  ['Refund of seller discounts', 'refundOfDiscounts'],
  ['Total fees', 'fees'],
  ['Transaction fee', 'transactionFee'],
  ['TikTok Shop commission fee', 'platformCommission'],
  ['Seller shipping fee', 'sellerShipping'],
  ['Actual shipping fee', 'actualShipping'],
  ['Platform shipping fee discount', 'shippingDiscount'],
  ['Customer shipping fee', 'customerShipping'],
  ['Refund customer shipping fee', 'customerShippingRefund'],
  ['Actual return shipping fee', 'returnShipping'],
  ['Shipping fee subsidy', 'shippingSubsidy'],
  ['Affiliate commission', 'affiliateCommission'],
  ['Affiliate partner commission', 'partnerCommission'],
  ['Affiliate Shop Ads commission', 'adsCommission'],
  ['Affiliate commission deposit', 'affiliateDeposit'],
  ['Affiliate commission refund', 'affiliateDepositReturned'],
  ['Affiliate Partner shop ads commission', 'partnerAdsCommission'],
  ['SFP service fee', 'sfpFee'],
  ['Bonus cashback service fee', 'cashbackFee'],
  ['LIVE Specials service fee', 'liveSpecialsFee'],
  ['Voucher Xtra service fee', 'voucherXtraFee'],
  ['EAMS Program service fee', 'eamsFee'],
  ['Flash Sale service fee', 'flashSaleFee'],
  ['TikTok PayLater program fee', 'payLaterFee'],
  ['Shipping service fee', 'shippingServiceFee'],
  ['Campaign resource fee', 'campaignFee'],
  ['Order processing fee', 'orderProcessingFee'],
  ['Pre-order service fee', 'preOrderFee'],
  ['GMV Max Coupon', 'gmvMaxCoupon'],
  ['Ajustment amount', 'adjustment'],
  ['Related order ID', 'relatedId'],
  ['Customer payment', 'customerPayment'],
  ['Customer refund', 'customerRefund'],
  ['Seller co-funded voucher discount', 'cofundedDiscount'],
  ['Refund of seller co-funded voucher discount', 'cofundedDiscountRefund'],
  ['Platform discounts', 'platformDiscounts'],
  ['Refund of platform discounts', 'platformDiscountsRefund'],
  ['Platform co-funded voucher discounts', 'platformCofunded'],
  ['Refund of platform co-funded voucher discounts', 'platformCofundedRefund'],
  ['Seller shipping fee discount', 'shippingDiscountSeller'],
  ['Estimated package weight (g)', null],
  ['Actual package weight (g)', null],
]

/** Other spellings of the same columns, and the columns that single markets have more. */
const MARKETS: readonly IncomeHeader[] = [
  ['Order\\adjustment ID', 'id'],
  ['Order ID/Adjustment ID', 'id'],
  ['Transaction type', 'typeText'],
  ['Order created time(UTC)', 'created'],
  ['Order created date', 'created'],
  ['Order settled time(UTC)', 'settled'],
  ['Order settled date', 'settled'],
  ['Adjustment amount', 'adjustment'],
  // Singapore, Malaysia
  ['GST', 'gst'],
  ['SST', 'sst'],
  // Vietnam
  ['Affiliate commission before PIT', 'affiliateCommissionBeforePit'],
  ['Personal income tax withheld from affiliate commission', 'commissionPit'],
  ['Affiliate Shop Ads Commission before PIT', 'adsCommissionBeforePit'],
  ['Personal income tax withheld from affiliate Shop Ads commission', 'adsCommissionPit'],
  // Indonesia
  ['Platform commission fee', 'platformCommission'],
  ['Dynamic commission', 'dynamicCommission'],
  ['Mall service fee', 'mallFee'],
  ['Payment Fee', 'paymentFee'],
  ['Shipping cost', 'sellerShipping'],
  ['Dilayani Tokopedia fee', 'tokopediaFee'],
  ['Article 22 Income Tax withheld', 'article22Tax'],
  ['GMV Max ad fee', 'gmvMaxFee'],
  ['Order Source', null],
  ['Shipping fee adjustment', 'shippingAdjustment'],
  ['Sample shipping fee', 'sampleShipping'],
  ['Other adjustment', 'otherAdjustment'],
  // Thailand
  ['Commerce growth fee', 'growthFee'],
  ['Chargeable package weight', null],
  ['Chargeable package weight (g)', null],
  ['Details of items sold', 'product'],
]

const US_SHARED: readonly IncomeHeader[] = [
  ['Type', 'typeText'],
  ['Transaction type', 'typeText'],
  ['Order/adjustment ID', 'id'],
  ['Order\\adjustment ID', 'id'],
  ['Related order ID', 'relatedId'],
  ['Currency', 'currency'],
  ['SKU ID', 'skuId'],
  ['SKU name', null],
  ['Product name', 'product'],
  ['Quantity', null],
  ['Net sales', 'revenue'],
  ['Gross sales', 'grossSales'],
  ['Gross sales refund', 'grossSalesRefund'],
  ['Seller discount', 'sellerDiscounts'],
  ['Seller discounts', 'sellerDiscounts'],
  ['Shipping', 'shipping'],
  ['Fees', 'fees'],
  ['Total fees', 'fees'],
  ['Adjustment amount', 'adjustment'],
  ['Ajustment amount', 'adjustment'],
  ['Adjustments', 'adjustment'],
  ['Referral fee', 'referralFee'],
  ['Sales tax on referral fees', 'referralTax'],
  ['TikTok Shop shipping fee', 'platformShipping'],
  ['Customer-paid shipping fee', 'customerShipping'],
  ['Customer payment', 'customerPayment'],
  ['Customer refund', 'customerRefund'],
  ['Sales tax payment', 'salesTax'],
  ['Platform discounts', 'platformDiscounts'],
  ['Transaction fee', 'transactionFee'],
  ['Affiliate commission', 'affiliateCommission'],
  ['Affiliate Shop Ads commission', 'adsCommission'],
  ['Affiliate partner commission', 'partnerCommission'],
  ['Affiliate commission deposit', 'affiliateDeposit'],
  ['Affiliate commission refund', 'affiliateDepositReturned'],
  ['Affiliate Partner shop ads commission', 'partnerAdsCommission'],
]

const US_SETTLED: readonly IncomeHeader[] = [
  ['Statement date', 'settled'],
  ['Statement date(UTC)', 'settled'],
  ['Statement ID', 'reference'],
  ['Payment ID', 'payment'],
  ['Status', 'status'],
  ['Order created date', 'created'],
  ['Order created time', 'created'],
  ['Order shipment date', null],
  ['Order delivery date', null],
  ['Total settlement amount', 'settlement'],
  ...US_SHARED,
]

const US_TO_SETTLE: readonly IncomeHeader[] = [
  ['Order created date', 'created'],
  ['Order created time', 'created'],
  ['Order creation date', 'created'],
  ['Creation date', 'created'],
  ['Total estimated settlement amount', 'settlement'],
  ['Estimated Settle time', 'status'],
  ['Estimated settlement time', 'status'],
  ['Unsettled reasons', 'reason'],
  ['Unsettled reason', 'reason'],
  ...US_SHARED,
]

const STATEMENTS: readonly IncomeHeader[] = [
  ['Statement ID', 'reference'],
  ['Payment ID', 'payment'],
  ['Statement date', 'settled'],
  ['Statement date(UTC)', 'settled'],
  ['Status', 'status'],
  ['Currency', 'currency'],
  ['Total settlement amount', 'settlement'],
  ['Net sales', 'revenue'],
  ['Shipping', 'shipping'],
  ['Fees', 'fees'],
  ['Adjustments', 'adjustment'],
  ['Adjustment amount', 'adjustment'],
  ['Reserve amount', 'reserve'],
  ['Payable amount', 'payable'],
]

const PAYMENTS: readonly IncomeHeader[] = [
  ['Payment ID', 'reference'],
  ['Payment amount', 'settlement'],
  ['Payment initiation date', 'created'],
  ['Payment initiation date(UTC)', 'created'],
  ['Payment completion date', 'settled'],
  ['Payment completion date(UTC)', 'settled'],
  ['Bank account', 'account'],
  ['Status', 'status'],
  ['Currency', 'currency'],
]

const WITHDRAWALS: readonly IncomeHeader[] = [
  ['Reference ID', 'reference'],
  ['Type', 'typeText'],
  ['Transaction type', 'typeText'],
  ['Request time', 'created'],
  ['Request time(UTC)', 'created'],
  ['Amount', 'settlement'],
  ['Status', 'status'],
  ['Success time', 'settled'],
  ['Success time(UTC)', 'settled'],
  ['Bank account', 'account'],
  ['Currency', 'currency'],
]

const RESERVES: readonly IncomeHeader[] = [
  ['Reserve ID', 'reference'],
  ['Statement ID', 'payment'],
  ['Reserve amount', 'settlement'],
  ['Reserve date', 'created'],
  ['Release date', 'settled'],
  ['Status', 'status'],
  ['Currency', 'currency'],
]

/** One layout: what marks it and what its columns fill. Later entries are other spellings. */
export interface IncomeLayout {
  /** `income.sea`. */
  readonly name: string
  readonly part: IncomePart
  readonly headers: readonly IncomeHeader[]
  /** Columns that a header row must have to be of this layout. */
  readonly marks: readonly IncomeColumn[]
  /** Columns without which its lines mean nothing. */
  readonly required: readonly IncomeColumn[]
}

/** In the order they are tried. */
export const INCOME_LAYOUTS: readonly IncomeLayout[] = [
  {
    name: 'income.usToSettle',
    part: 'toSettle',
    headers: US_TO_SETTLE,
    marks: ['id', 'settlement'],
    required: ['id', 'typeText', 'settlement'],
  },
  {
    name: 'income.us',
    part: 'orders',
    headers: US_SETTLED,
    marks: ['id', 'settlement', 'reference'],
    required: ['id', 'typeText', 'settled', 'settlement'],
  },
  {
    name: 'income.sea',
    part: 'orders',
    headers: [...SEA, ...MARKETS],
    marks: ['id', 'settlement'],
    required: ['id', 'typeText', 'settled', 'settlement', 'revenue', 'fees'],
  },
  {
    name: 'income.statements',
    part: 'statements',
    headers: STATEMENTS,
    marks: ['reference', 'settled', 'settlement', 'payment'],
    required: ['reference', 'settled', 'settlement'],
  },
  {
    name: 'income.reserves',
    part: 'reserves',
    headers: RESERVES,
    marks: ['reference', 'settlement'],
    required: ['reference', 'settlement'],
  },
  {
    name: 'income.payments',
    part: 'payments',
    headers: PAYMENTS,
    marks: ['reference', 'settlement'],
    required: ['reference', 'settlement'],
  },
  {
    name: 'income.withdrawals',
    part: 'withdrawals',
    headers: WITHDRAWALS,
    marks: ['reference', 'settlement', 'created'],
    required: ['reference', 'settlement', 'created'],
  },
]

/** A column's header as the platform spells it, in the first layout that has it. */
export function incomeHeaderOf(name: string): string {
  for (const { headers } of INCOME_LAYOUTS) {
    const found = headers.find(([, column]) => column === name)
    if (found !== undefined) return found[0]
  }
  return name
}
