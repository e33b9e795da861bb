/**
 * The columns of income files: which amounts a line can carry, and to which group of fees each belongs.
 *
 * Single columns are never lost: groups are sums over them, worked out when they are asked for.
 */

/** What a sheet of an income workbook lists; the index is the stored code. `toSettle`: estimates of what is still to come. */
export const INCOME_PARTS = ['orders', 'toSettle', 'statements', 'payments', 'withdrawals', 'reserves'] as const
export type IncomePart = (typeof INCOME_PARTS)[number]

/** Groups of fees, in the order they are shown. `other` is what the total holds beyond all columns that we know. */
export const FEE_GROUPS = [
  'creators',
  'ads',
  'partners',
  'platform',
  'transaction',
  'shipping',
  'service',
  'tax',
  'other',
] as const
export type FeeGroup = (typeof FEE_GROUPS)[number]

/** Amounts of a line beside its totals, with their group; null: no fee, or a part of another column. */
export const INCOME_AMOUNTS = {
  affiliateCommission: 'creators',
  affiliateCommissionBeforePit: 'creators',
  affiliateDeposit: 'creators',
  affiliateDepositReturned: 'creators',
  adsCommission: 'ads',
  adsCommissionBeforePit: 'ads',
  partnerCommission: 'partners',
  partnerAdsCommission: 'partners',
  platformCommission: 'platform',
  dynamicCommission: 'platform',
  referralFee: 'platform',
  transactionFee: 'transaction',
  paymentFee: 'transaction',
  sellerShipping: 'shipping',
  actualShipping: 'shipping',
  shippingDiscount: 'shipping',
  customerShipping: 'shipping',
  customerShippingRefund: 'shipping',
  returnShipping: 'shipping',
  shippingSubsidy: 'shipping',
  platformShipping: 'shipping',
  sfpFee: 'service',
  cashbackFee: 'service',
  liveSpecialsFee: 'service',
  voucherXtraFee: 'service',
  eamsFee: 'service',
  flashSaleFee: 'service',
  payLaterFee: 'service',
  shippingServiceFee: 'service',
  campaignFee: 'service',
  orderProcessingFee: 'service',
  preOrderFee: 'service',
  mallFee: 'service',
  growthFee: 'service',
  tokopediaFee: 'service',
  gmvMaxCoupon: 'service',
  gmvMaxFee: 'service',
  gst: 'tax',
  sst: 'tax',
  article22Tax: 'tax',
  referralTax: 'tax',
  commissionPit: null,
  adsCommissionPit: null,
  afterDiscounts: null,
  beforeDiscounts: null,
  sellerDiscounts: null,
  refundAfterDiscounts: null,
  refundBeforeDiscounts: null,
  refundOfDiscounts: null,
  customerPayment: null,
  customerRefund: null,
  cofundedDiscount: null,
  cofundedDiscountRefund: null,
  platformDiscounts: null,
  platformDiscountsRefund: null,
  platformCofunded: null,
  platformCofundedRefund: null,
  shippingDiscountSeller: null,
  grossSales: null,
  grossSalesRefund: null,
  salesTax: null,
  shippingAdjustment: null,
  sampleShipping: null,
  otherAdjustment: null,
  netSales: null,
  reserve: null,
  payable: null,
} as const satisfies Readonly<Record<string, Exclude<FeeGroup, 'other'> | null>>

export type IncomeAmount = keyof typeof INCOME_AMOUNTS
// The keys are exactly the names.
export const INCOME_AMOUNT_NAMES = Object.keys(INCOME_AMOUNTS) as IncomeAmount[]

/** Texts of a line. `typeText`: the type as the file spells it; `reference`: an id that is no number. */
export const INCOME_TEXTS = ['typeText', 'status', 'reference', 'payment', 'account', 'reason', 'product'] as const
export type IncomeText = (typeof INCOME_TEXTS)[number]

/** Totals of a line. Fees are negative where they cost something; settlement = revenue + fees + adjustment. */
export const INCOME_TOTALS = ['settlement', 'revenue', 'fees', 'adjustment'] as const
export type IncomeTotal = (typeof INCOME_TOTALS)[number]

/** What a header can fill. `shipping`: the total of shipping where a file keeps it apart from the fees. */
export type IncomeColumn =
  | IncomeAmount
  | IncomeText
  | IncomeTotal
  | 'id'
  | 'relatedId'
  | 'skuId'
  | 'created'
  | 'settled'
  | 'currency'
  | 'shipping'

/** Columns of which the first one that is given says what the others say again or in parts. */
const ALTERNATIVES: readonly (readonly [whole: IncomeAmount, ...parts: IncomeAmount[]])[] = [
  ['affiliateCommissionBeforePit', 'affiliateCommission'],
  ['adsCommissionBeforePit', 'adsCommission'],
  [
    'sellerShipping',
    'actualShipping',
    'shippingDiscount',
    'customerShipping',
    'customerShippingRefund',
    'returnShipping',
    'shippingSubsidy',
  ],
]

const GROUPED = INCOME_AMOUNT_NAMES.filter((name) => INCOME_AMOUNTS[name] !== null)
const KNOWN_GROUPS = FEE_GROUPS.filter((group) => group !== 'other')

/**
 * A line's fees by group, in the order of `FEE_GROUPS`: what they add up to is always `fees`. Blank amounts are NaN.
 *
 * Commission before the creator's income tax is what the shop is charged; where a file has it, the column after tax says
 * the same money again. The seller's shipping fee is the sum of its parts; where a file has both, the parts are left out.
 */
export function feesByGroup(fees: number, amountOf: (name: IncomeAmount) => number, into: Float64Array): Float64Array {
  into.fill(0)
  for (const name of GROUPED) {
    const amount = amountOf(name)
    if (amount === amount && !isSaidAgain(name, amountOf)) into[FEE_GROUPS.indexOf(INCOME_AMOUNTS[name]!)]! += amount
  }
  const known = KNOWN_GROUPS.reduce((sum, _, at) => sum + into[at]!, 0)
  into[FEE_GROUPS.length - 1] = (Number.isNaN(fees) ? known : fees) - known
  return into
}

function isSaidAgain(name: IncomeAmount, amountOf: (name: IncomeAmount) => number): boolean {
  const alternative = ALTERNATIVES.find(([, ...parts]) => parts.includes(name))
  return alternative !== undefined && !Number.isNaN(amountOf(alternative[0]))
}
