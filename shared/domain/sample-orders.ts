/**
 * Samples out of a shop's *All orders* export: no export of sample requests exists, but every sample that was approved is an
 * order in this one. Headers are English in every market, values and address columns are not.
 *
 * A row is a sample where its order channel says so, where the SKU's unit original price is 0 and nothing in its order was
 * priced (such a row of a paid order is a gift), or where the whole order came to 0 and was not called off before payment.
 * Amounts are only asked whether they are 0: order amounts stand on every row of an order and are never added up.
 */

import { type AddressParts, addressLines } from './addresses'
import { type Currency } from './currencies'
import { isOtherCurrency } from './import-values/amounts'
import { parseCount } from './import-values/counts'
import { areRounded, parseId } from './import-values/ids'
import { isSummaryCell } from './import-values/text'
import type { DateOrder } from './imports'
import {
  Columns,
  DateEvidence,
  handleCell,
  idCell,
  parcelCells,
  type ReadRow,
  Rejected,
  type SampleTimes,
  timeCell,
  withoutMask,
} from './sample-rows'
import { type OrderState, readOrderState, STATE_OF_ORDER } from './sample-statuses'
import type { SampleState } from './samples'

/** Spellings of all markets by `|`: Indonesia, Vietnam, the Philippines, the United Kingdom and the United States name places otherwise. */
const ORDER_COLUMN_NAMES = {
  orderId: 'Order ID',
  status: 'Order Status',
  substatus: 'Order Substatus',
  skuId: 'SKU ID',
  productId: 'Product ID',
  productName: 'Product Name',
  variation: 'Variation',
  quantity: 'Quantity',
  returned: 'Sku Quantity of return',
  unitPrice: 'SKU Unit Original Price',
  amount: 'Order Amount',
  created: 'Created Time',
  paid: 'Paid Time',
  ready: 'RTS Time',
  shipped: 'Shipped Time',
  delivered: 'Delivered Time',
  cancelled: 'Cancelled Time|Canceled Time',
  reason: 'Cancel Reason',
  tracking: 'Tracking ID',
  carrier: 'Shipping Provider Name',
  channel: 'Order Channel',
  creator: 'Creator Handle',
  buyer: 'Buyer Username',
  recipient: 'Recipient',
  phone: 'Phone #',
  house: 'House Name or Number',
  street: 'Detail Address|Address Line 1',
  more: 'Additional address information|Address Line 2',
  quarter: 'Villages|Commune|Barangay|Sub-district',
  district: 'Districts|District|Municipality',
  city: 'City|Regency and City|Post Town',
  province: 'Province|State|County',
  region: 'Region',
  zip: 'Zipcode|Zip Code|Postcode',
  note: 'Seller Note',
} as const
export type OrderFileColumn = keyof typeof ORDER_COLUMN_NAMES

const REQUIRED = ['orderId', 'status', 'skuId', 'quantity'] as const
const TIMES = ['created', 'paid', 'ready', 'shipped', 'delivered', 'cancelled'] as const
const PLACES = ['house', 'street', 'more', 'quarter', 'district', 'city', 'province', 'region', 'zip'] as const
/** Where the export of all orders writes the month first; everywhere else it is the day. */
const MONTH_FIRST: readonly string[] = ['US', 'BR']
const IDS_WEIGHED = 5000

/** The columns of an export of all orders. */
export function orderFileColumns(headers: readonly string[]): Columns<OrderFileColumn> {
  return new Columns<OrderFileColumn>(headers, ORDER_COLUMN_NAMES)
}

/** What must be there and is not, as the platform spells it. */
export function missingOrderColumns(columns: Columns<OrderFileColumn>): readonly string[] {
  const missing: string[] = REQUIRED.filter((column) => !columns.has(column)).map(
    (column) => ORDER_COLUMN_NAMES[column],
  )
  if (!columns.has('unitPrice') && !columns.has('amount')) missing.push(ORDER_COLUMN_NAMES.unitPrice)
  if (!columns.has('creator') && !columns.has('buyer')) missing.push(ORDER_COLUMN_NAMES.buyer)
  return missing
}

export interface OrderFileRules {
  readonly columns: Columns<OrderFileColumn>
  readonly dateOrder: DateOrder
  readonly market: string
  /** Orders with a line that has a price: what costs nothing in them is a gift. */
  readonly priced: ReadonlySet<string>
  readonly roundedOrders: boolean
  readonly roundedSkus: boolean
}

/** Weighs every row before any is read. */
export class OrderFileEvidence {
  readonly #columns: Columns<OrderFileColumn>
  readonly #dates = new DateEvidence()
  readonly #priced = new Set<string>()
  readonly #orders = new Set<string>()
  readonly #skus = new Set<string>()
  readonly #currency: Currency
  /** Rows whose amounts name another currency than the shop's. */
  otherCurrency = 0

  constructor(columns: Columns<OrderFileColumn>, currency: Currency) {
    this.#columns = columns
    this.#currency = currency
  }

  add(cells: readonly string[]): void {
    const text = (column: OrderFileColumn) => this.#columns.text(cells, column)
    const order = text('orderId')
    if (typeof parseId(order) !== 'object') return
    if (this.#orders.size < IDS_WEIGHED) this.#orders.add(order)
    const sku = text('skuId')
    if (this.#skus.size < IDS_WEIGHED && typeof parseId(sku) === 'object') this.#skus.add(sku)
    for (const column of TIMES) this.#dates.add(text(column))
    const price = text('unitPrice')
    const amount = text('amount')
    if (isAmount(price) && !isZero(price)) this.#priced.add(order)
    if ([price, amount].some((cell) => cell !== '' && isOtherCurrency(cell, this.#currency))) this.otherCurrency += 1
  }

  decide(market: string): { readonly rules: OrderFileRules; readonly dateOrderAssumed: boolean } {
    const { order, assumed } = this.#dates.decide(MONTH_FIRST.includes(market) ? 'MDY' : 'DMY')
    const rules = {
      columns: this.#columns,
      dateOrder: order,
      market,
      priced: this.#priced,
      roundedOrders: areRounded(this.#orders),
      roundedSkus: areRounded(this.#skus),
    }
    return { rules, dateOrderAssumed: assumed }
  }
}

/** One row of the export. */
export function readOrderRow(row: number, cells: readonly string[], rules: OrderFileRules): ReadRow {
  try {
    return readOrder(row, cells, rules)
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    const { column, code, value } = error
    return { kind: 'reject', reject: { row, column, code, value } }
  }
}

function readOrder(row: number, cells: readonly string[], rules: OrderFileRules): ReadRow {
  const { columns } = rules
  const text = (column: OrderFileColumn) => columns.text(cells, column)
  const order = text('orderId')
  // Row 2 describes the columns in words.
  if (order === '' ? cells.every((cell) => cell.trim() === '') : isWords(order) || isSummaryCell(order)) {
    return { kind: 'other' }
  }
  const last = Math.max(...[...REQUIRED, 'unitPrice' as const].map((column) => columns.at(column)))
  if (cells.length <= last) throw new Rejected(columns.headers[cells.length] ?? '', 'tooFewCells', order)
  const state = readOrderState(text('status'), text('substatus'))
  const told = toldSample(rules, cells, state)
  if (told === null) return { kind: 'other' }
  const orderId = idCell(columns, cells, 'orderId', rules.roundedOrders)
  const skuId = idCell(columns, cells, 'skuId', rules.roundedSkus)
  if (orderId === null) throw new Rejected(columns.header('orderId'), 'idMissing', '')
  if (skuId === null) throw new Rejected(columns.header('skuId'), 'idMissing', '')
  if (state === null) {
    const value = [text('status'), text('substatus')].filter((word) => word !== '').join(' / ')
    throw new Rejected(columns.header('status'), 'statusUnknown', value)
  }
  const quantity = parseCount(text('quantity'))
  if (typeof quantity !== 'number' || quantity === 0) {
    throw new Rejected(columns.header('quantity'), 'quantityNotWhole', text('quantity'))
  }
  const times = timesOf(rules, cells)
  const returned = parseCount(text('returned'))
  const isReturned = typeof returned === 'number' && returned >= quantity
  return {
    kind: 'sample',
    sample: {
      row,
      shop: null,
      applicationId: null,
      orderId,
      skuId,
      productId: idCell(columns, cells, 'productId', rules.roundedSkus),
      productName: columns.textOrNull(cells, 'productName'),
      variation: columns.textOrNull(cells, 'variation'),
      quantity,
      handle: handleCell(columns, cells, ['creator', 'buyer']),
      kind: told === 'channel' && !isZero(text('amount')) ? 'refundable' : 'free',
      collaboration: null,
      platformStatus: state,
      state: stateOfOrder(state, times, isReturned),
      reason: columns.textOrNull(cells, 'reason'),
      requestedAt: times.requested ?? null,
      times,
      parcels: parcelCells(text('tracking'), text('carrier')),
      recipient: withoutMask(text('recipient')),
      phone: withoutMask(text('phone')),
      address: addressOf(rules, cells),
      dueDay: null,
      contentId: null,
      note: columns.textOrNull(cells, 'note'),
      byAmount: told === 'amount',
    },
  }
}

type Told = 'channel' | 'price' | 'amount'

function toldSample(
  { columns, priced }: OrderFileRules,
  cells: readonly string[],
  state: OrderState | null,
): Told | null {
  const text = (column: OrderFileColumn) => columns.text(cells, column)
  if (/sample|样品|sampel|hàng mẫu|ตัวอย่าง/iu.test(text('channel'))) return 'channel'
  const isFree = isZero(text('amount'))
  if (isZero(text('unitPrice')) && (isFree || !priced.has(text('orderId')))) return 'price'
  return isFree && !(state === 'CANCELLED' && text('paid') === '') ? 'amount' : null
}

/** An order that was called off after its parcel left is on its way back. */
export function stateOfOrder(state: OrderState, times: SampleTimes, returned: boolean): SampleState {
  const hasLeft = times.shipped !== undefined
  if (state === 'CANCELLED') return hasLeft ? 'returned' : 'cancelled'
  const plain = state === 'PARTIALLY_SHIPPING' && hasLeft ? 'shipped' : STATE_OF_ORDER[state]
  return returned && (hasLeft || plain === 'delivered' || plain === 'contentDue') ? 'returned' : plain
}

function timesOf({ columns, dateOrder }: OrderFileRules, cells: readonly string[]): SampleTimes {
  const at = (column: (typeof TIMES)[number]) => timeCell(columns, cells, column, dateOrder)
  const created = at('created')
  const delivered = at('delivered')
  return Object.fromEntries(
    Object.entries({
      requested: created,
      approved: created,
      packed: at('ready'),
      shipped: at('shipped'),
      delivered,
      contentDue: delivered,
      cancelled: at('cancelled'),
    }).filter(([, time]) => time !== null),
  )
}

function addressOf({ columns, market }: OrderFileRules, cells: readonly string[]): string | null {
  const parts: AddressParts = Object.fromEntries(PLACES.map((place) => [place, columns.text(cells, place)]))
  return withoutMask(addressLines(parts, market).join('\n'))
}

/** Whether an amount is one that can be read and is 0, in whatever currency: `0`, `0.00`, `Rp0`, `0 VND`. */
function isZero(text: string): boolean {
  return isAmount(text) && !/[1-9]/.test(text)
}

function isAmount(text: string): boolean {
  return /\d/.test(text) && /^[^\d]{0,6}[\d.,' ]+[^\d]{0,6}$/u.test(text)
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text) && !/\d{6,}/.test(text) && !/\dE\+\d/iu.test(text)
}
