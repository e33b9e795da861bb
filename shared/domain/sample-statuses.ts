/**
 * Where a sample stands in the words of others: the platform's fifteen statuses of a sample request, the statuses of the
 * shop order that carries the parcel, and our own states, with what each means here.
 *
 * A word outside these lists is told, never guessed.
 */

import { wordKey } from './import-values/text'
import { SAMPLE_STATES, type SampleState } from './samples'

/** What the creator owes: nothing yet, a post, done, not done, nothing any more. */
export type Fulfilment = 'none' | 'running' | 'fulfilled' | 'failed' | 'ended'

interface Meaning {
  readonly state: SampleState
  readonly fulfilment: Fulfilment
}

/**
 * The statuses of the platform's search for sample requests. What it calls completed is `posted` here: it counts for the
 * platform, and whether it counts for us is for people to say. A request that the platform closed because nothing was
 * posted is `noPost`; everything else that it ended before a parcel left is `cancelled`, our own no is `declined`.
 */
export const PLATFORM_STATUSES = {
  PENDING: { state: 'requested', fulfilment: 'none' },
  AWAITING_SHIPMENT: { state: 'approved', fulfilment: 'none' },
  SHIPPED: { state: 'shipped', fulfilment: 'none' },
  CONTENT_PENDING: { state: 'contentDue', fulfilment: 'running' },
  COMPLETED: { state: 'posted', fulfilment: 'fulfilled' },
  OPS_COMPLETED: { state: 'posted', fulfilment: 'fulfilled' },
  REJECT_CANCELLED: { state: 'declined', fulfilment: 'ended' },
  OVERDUE_CANCELLED: { state: 'cancelled', fulfilment: 'ended' },
  UNFULFILL_CANCELLED: { state: 'noPost', fulfilment: 'failed' },
  DEL_OPEN_COLLAB: { state: 'cancelled', fulfilment: 'ended' },
  SELLER_NOT_SHIP_CANCELLED: { state: 'cancelled', fulfilment: 'ended' },
  WITHDRAW_CANCELLED: { state: 'cancelled', fulfilment: 'ended' },
  UNFULFILLABLE_CANCELLED: { state: 'cancelled', fulfilment: 'ended' },
  OPS_CANCELLED: { state: 'cancelled', fulfilment: 'ended' },
  OPS_FAILED: { state: 'cancelled', fulfilment: 'ended' },
} as const satisfies Readonly<Record<string, Meaning>>
export type PlatformStatus = keyof typeof PLATFORM_STATUSES

// The keys are the statuses.
export const PLATFORM_STATUS_NAMES = Object.keys(PLATFORM_STATUSES) as readonly PlatformStatus[]

/** The tabs of the seller's page, for those who type what they see there. */
const TABS: Readonly<Record<string, PlatformStatus>> = {
  'To review': 'PENDING',
  'Ready to ship': 'AWAITING_SHIPMENT',
  'Content pending': 'CONTENT_PENDING',
}

const BY_WORD: ReadonlyMap<string, PlatformStatus> = new Map([
  ...PLATFORM_STATUS_NAMES.map((name) => [wordKey(name), name] as const),
  ...Object.entries(TABS).map(([tab, name]) => [wordKey(tab), name] as const),
])
const STATES_BY_WORD: ReadonlyMap<string, SampleState> = new Map(SAMPLE_STATES.map((state) => [wordKey(state), state]))

export interface ReadStatus {
  readonly state: SampleState
  /** Null where the cell holds a state of ours. */
  readonly platform: PlatformStatus | null
}

/** A status cell of the template: one of the platform's fifteen, a tab's title, or a state of ours; null for anything else. */
export function readSampleStatus(text: string): ReadStatus | null {
  const key = wordKey(text)
  const platform = BY_WORD.get(key)
  if (platform !== undefined) return { state: PLATFORM_STATUSES[platform].state, platform }
  const state = STATES_BY_WORD.get(key)
  return state === undefined ? null : { state, platform: null }
}

/** What the template says of a sample: the platform's own word while it means where the sample stands, else our state. */
export function statusCell(state: SampleState, platform: string | null): string {
  const known = PLATFORM_STATUS_NAMES.find((name) => name === platform)
  return known !== undefined && PLATFORM_STATUSES[known].state === state ? known : state
}

/** What a person is told who typed another word. */
export const KNOWN_STATUSES: readonly string[] = [...PLATFORM_STATUS_NAMES, ...SAMPLE_STATES]

export const ORDER_STATES = [
  'UNPAID',
  'ON_HOLD',
  'AWAITING_SHIPMENT',
  'PARTIALLY_SHIPPING',
  'AWAITING_COLLECTION',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/**
 * Words of *Order Status* and *Order Substatus*, by `|`. Headers stay English in every market, these do not. English,
 * Indonesian and Thai were seen in files; Vietnamese and Chinese are the seller pages' own words.
 */
const ORDER_WORDS: Readonly<Record<OrderState, string>> = {
  UNPAID: 'Unpaid|Belum dibayar|ค้างชำระ|ยังไม่ได้ชำระ|Chưa thanh toán|待付款|未付款',
  ON_HOLD: 'On hold|Ditahan|รอดำเนินการ|Tạm giữ|订单冻结|冻结中',
  AWAITING_SHIPMENT:
    'To ship|Awaiting shipment|Perlu dikirim|Menunggu pengiriman|ที่จะจัดส่ง|รอการจัดส่ง|Cần gửi|Chờ vận chuyển|Chờ giao hàng|待发货|等待发货',
  PARTIALLY_SHIPPING: 'Partially shipping|Partially shipped|Dikirim sebagian|จัดส่งบางส่วน|Gửi một phần|部分发货',
  AWAITING_COLLECTION:
    'Awaiting collection|Menunggu pengambilan|รอเข้ารับ|รอการเข้ารับ|Chờ lấy hàng|Đang chờ lấy hàng|待揽收|等待揽收',
  IN_TRANSIT: 'Shipped|In transit|Dikirim|Sedang transit|จัดส่งแล้ว|อยู่ระหว่างการขนส่ง|Đã gửi|Đang vận chuyển|已发货|运输中',
  DELIVERED: 'Delivered|Terkirim|Sudah diterima|จัดส่งสำเร็จ|Đã giao|Đã giao hàng|已送达|已签收|已妥投',
  COMPLETED: 'Completed|Selesai|เสร็จสมบูรณ์|เสร็จสิ้น|Hoàn tất|Đã hoàn tất|Hoàn thành|已完成',
  CANCELLED: 'Canceled|Cancelled|Dibatalkan|ยกเลิกแล้ว|ยกเลิก|Đã hủy|Đã huỷ|已取消',
}

const ORDERS_BY_WORD: ReadonlyMap<string, OrderState> = new Map(
  ORDER_STATES.flatMap((state) => [
    [wordKey(state), state] as const,
    ...ORDER_WORDS[state].split('|').map((word) => [wordKey(word), state] as const),
  ]),
)

/**
 * Where a shop order stands, from its status and substatus. The substatus is the finer one; a status may hold both, as
 * `Shipped / In transit` and `Dikirim (Sedang transit)`. Null for words outside the list.
 */
export function readOrderState(status: string, substatus: string): OrderState | null {
  const parts = [substatus, status].flatMap((text) => [text, ...text.split(/[/()（）]/).toReversed()])
  const found = parts.flatMap((part) => ORDERS_BY_WORD.get(wordKey(part)) ?? [])
  // The order was called off, whatever else stands beside it.
  return found.find((state) => state === 'CANCELLED') ?? found[0] ?? null
}

/**
 * What an order says of its sample. An order exists only once the request was approved; completed orders were delivered
 * long ago. `CANCELLED` is `cancelled` only before the parcel left: see `stateOfOrder`.
 */
export const STATE_OF_ORDER: Readonly<Record<Exclude<OrderState, 'CANCELLED'>, SampleState>> = {
  UNPAID: 'approved',
  ON_HOLD: 'approved',
  AWAITING_SHIPMENT: 'approved',
  PARTIALLY_SHIPPING: 'packed',
  AWAITING_COLLECTION: 'packed',
  IN_TRANSIT: 'shipped',
  DELIVERED: 'delivered',
  COMPLETED: 'contentDue',
}
