/**
 * One affiliate-order line: what one creator's content sold of one SKU in one order, and what it cost.
 *
 * The columns that any of the platform's order exports can carry, and how a line's own figures follow from them.
 * Rules only: no file, no database, no wording.
 */

/** Which export a line came from; the rank decides which of two exports of the same line is believed (higher wins). */
export const ORDER_KINDS = { affiliateOrders: { rank: 3 }, creatorOrders: { rank: 2 }, tapOrders: { rank: 1 } } as const
export type OrderKind = keyof typeof ORDER_KINDS

/** Commission status; the index is the stored code. Source: seller university, "order status" (glossary: commission status). */
export const ORDER_STATUSES = ['unpaid', 'pending', 'settled', 'ineligible', 'frozen'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** What produced the click; the index is the stored code. */
export const CONTENT_TYPES = ['unknown', 'video', 'live', 'showcase', 'shop', 'external'] as const
export type ContentType = (typeof CONTENT_TYPES)[number]

/** Columns by the way their cells are read. `money` is in minor units of the line's currency, rates in basis points, times in local wall-clock seconds. */
export const ORDER_COLUMNS = {
  orderId: 'id',
  productId: 'id',
  skuId: 'id',
  contentId: 'id',
  productName: 'text',
  skuName: 'text',
  sellerSku: 'text',
  creator: 'handle',
  creatorRegion: 'text',
  currency: 'currency',
  paymentMethod: 'text',
  commissionModel: 'text',
  platform: 'text',
  shopName: 'text',
  shopCode: 'text',
  status: 'status',
  contentType: 'contentType',
  fullyReturned: 'flag',
  quantity: 'count',
  returnedQuantity: 'count',
  refundedQuantity: 'count',
  standardRate: 'rate',
  adsRate: 'rate',
  taxRate: 'rate',
  price: 'money',
  payment: 'money',
  estimatedBase: 'money',
  estimatedStandard: 'money',
  actualBase: 'money',
  actualStandard: 'money',
  estimatedAds: 'money',
  actualAds: 'money',
  estimatedBonus: 'money',
  actualBonus: 'money',
  estimatedTax: 'money',
  actualTax: 'money',
  created: 'time',
  paid: 'time',
  readyToShip: 'time',
  delivered: 'time',
  completed: 'time',
  commissionPaid: 'time',
} as const

export type OrderColumn = keyof typeof ORDER_COLUMNS
export type CellKind = (typeof ORDER_COLUMNS)[OrderColumn]
export type ColumnOf<K extends CellKind> = {
  [C in OrderColumn]: (typeof ORDER_COLUMNS)[C] extends K ? C : never
}[OrderColumn]

/** The amounts a line's figures are worked out from; `null` is blank in the file, which is not 0. */
export interface OrderAmounts {
  readonly status: OrderStatus
  readonly fullyReturned: boolean
  readonly quantity: number
  readonly payment: number
  readonly estimatedBase: number | null
  readonly actualBase: number | null
  readonly estimatedStandard: number | null
  readonly actualStandard: number | null
  readonly estimatedAds: number | null
  readonly actualAds: number | null
  readonly estimatedBonus: number | null
  readonly actualBonus: number | null
}

/** `left out`: not paid. `sample`: nothing was paid and it was not cancelled. Only `sale` lines carry figures. */
export type LineRole = 'unpaid' | 'sample' | 'sale'

export interface LineFigures {
  readonly role: LineRole
  readonly gmv: number
  readonly refund: number
  readonly commission: number
  readonly keptUnits: number
}

/**
 * A line's part of every ROI figure, in minor units of its currency.
 *
 * - unpaid lines and samples (payment 0 and not ineligible) carry nothing;
 * - `gmv` = payment amount, refunds still in it (the platform's definition);
 * - `refund` = payment where ineligible or fully returned; else, where the actual base is present and below the
 *   estimated base, payment × (estimated − actual) ÷ estimated, rounded half away from zero; else 0;
 * - `commission` = standard + shop ads + co-funded bonus, each part the actual amount where given (0 counts, blank does
 *   not), else the estimate; ineligible: 0;
 * - `keptUnits` = quantity less the refunded share of it, rounded half away from zero.
 */
export function lineFigures(line: OrderAmounts): LineFigures {
  const role = lineRole(line)
  if (role !== 'sale') {
    return { role, gmv: 0, refund: 0, commission: 0, keptUnits: 0 }
  }
  const commission =
    line.status === 'ineligible'
      ? 0
      : (line.actualStandard ?? line.estimatedStandard ?? 0) +
        (line.actualAds ?? line.estimatedAds ?? 0) +
        (line.actualBonus ?? line.estimatedBonus ?? 0)
  if (line.status === 'ineligible' || line.fullyReturned) {
    return { role, gmv: line.payment, refund: line.payment, commission, keptUnits: 0 }
  }
  const { estimatedBase: estimated, actualBase: actual } = line
  if (estimated === null || actual === null || actual >= estimated) {
    return { role, gmv: line.payment, refund: 0, commission, keptUnits: line.quantity }
  }
  const refund = roundedShare(line.payment, estimated - actual, estimated)
  return {
    role,
    gmv: line.payment,
    refund,
    commission,
    keptUnits: line.quantity - roundedShare(line.quantity, estimated - actual, estimated),
  }
}

function lineRole({ status, payment }: OrderAmounts): LineRole {
  if (status === 'unpaid') {
    return 'unpaid'
  }
  return payment === 0 && status !== 'ineligible' ? 'sample' : 'sale'
}

/** amount × part ÷ whole to the nearest whole unit, half away from zero; exact for every amount a line can hold. */
export function roundedShare(amount: number, part: number, whole: number): number {
  const product = amount * part
  if (Number.isSafeInteger(product) && whole > 0) {
    const quotient = Math.floor(Math.abs(product) / whole)
    const rest = Math.abs(product) - quotient * whole
    return Math.sign(product) * (rest * 2 >= whole ? quotient + 1 : quotient)
  }
  const wide = BigInt(amount) * BigInt(part)
  const divisor = BigInt(whole)
  const magnitude = wide < 0n ? -wide : wide
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return Number(wide < 0n ? -rounded : rounded)
}
