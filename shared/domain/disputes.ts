/**
 * The quarrel over orders: the creator's list beside ours, order by order.
 *
 * Nothing is decided here: each order is put where our files have it, so that both sides talk about the same few.
 */

import type { LineRole, OrderStatus } from './orders'

/** Where an order of the creator's list is with us; earlier ones hold before later ones. */
export const ORDER_PLACES = [
  /** Ours too: this shop, this month, this creator. */
  'counted',
  /** This creator's and month's, and not a paid sale: unpaid, or a free sample. */
  'noSale',
  'otherMonth',
  'otherCreator',
  'otherShop',
  /** None of our files has it. */
  'unknown',
] as const
export type OrderPlace = (typeof ORDER_PLACES)[number]

/** A line of an order as some file of ours has it. */
export interface KnownOrderLine {
  readonly shopId: string
  /** `YYYY-MM` of its shop's calendar. */
  readonly month: string
  readonly creatorId: string
  readonly role: LineRole
  readonly status: OrderStatus
  readonly gmv: number
  readonly refund: number
  readonly commission: number
}

export interface DisputeScope {
  readonly shopId: string
  /** Null: the dispute is about no particular month, so every month counts. */
  readonly month: string | null
  readonly creatorId: string
}

export interface ComparedOrder {
  readonly orderId: string
  readonly place: OrderPlace
  /** The lines that put it there. */
  readonly lines: readonly KnownOrderLine[]
}

/** Order ids of the platform have 15 to 19 digits; shorter numbers in a pasted text are amounts and counts. */
const ORDER_ID = /(?<!\d)\d{15,19}(?!\d)/gu
/** A spreadsheet has rounded the id away: the digits that are left say nothing. */
const ROUNDED = /\d(?:[.,]\d+)?E\+1[4-8]/giu

/** The order ids in a pasted text, each once, in the order they stand there; `rounded`: numbers that a spreadsheet shortened. */
export function ordersIn(text: string): { readonly orders: readonly string[]; readonly rounded: number } {
  // A group separator between digits is a spreadsheet's; a space may stand between two ids.
  const orders = text.match(ORDER_ID) ?? []
  return { orders: [...new Set(orders)], rounded: (text.match(ROUNDED) ?? []).length }
}

/** Each order of the creator's list with its place. `known`: all our lines of these orders. */
export function compareOrders(
  orders: readonly string[],
  known: ReadonlyMap<string, readonly KnownOrderLine[]>,
  scope: DisputeScope,
): readonly ComparedOrder[] {
  return orders.map((orderId) => {
    const lines = known.get(orderId) ?? []
    const byPlace = new Map<OrderPlace, KnownOrderLine[]>()
    for (const line of lines) {
      const place = placeOf(line, scope)
      byPlace.set(place, [...(byPlace.get(place) ?? []), line])
    }
    const place = ORDER_PLACES.find((one) => byPlace.has(one)) ?? 'unknown'
    return { orderId, place, lines: byPlace.get(place) ?? [] }
  })
}

function placeOf(line: KnownOrderLine, { shopId, month, creatorId }: DisputeScope): OrderPlace {
  if (line.shopId !== shopId) return 'otherShop'
  if (line.creatorId !== creatorId) return 'otherCreator'
  if (month !== null && line.month !== month) return 'otherMonth'
  return line.role === 'sale' ? 'counted' : 'noSale'
}
