/**
 * Sample stock: how many pieces lie on the shelf, how many are promised, how many may still be given away.
 *
 * Nothing is counted up or down anywhere: all of it follows from movements and from where samples stand, so two colleagues'
 * movements always add up and one count never counts twice.
 */

import type { SampleState } from './samples'
import type { SampleTrip } from './sample-trips'

export const MOVEMENT_KINDS = ['received', 'count', 'adjusted', 'writtenOff'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Why pieces are written off; free text is allowed beside them. */
export const WRITE_OFF_REASONS = ['damaged', 'expired', 'lost', 'ownUse', 'sold', 'other'] as const

/** The SKU of movements and samples that tell none apart. */
export const WHOLE_PRODUCT = '*'

/** Somebody wrote that pieces came in, were counted, or went without a sample. */
export interface StockMovement {
  readonly skuId: string
  readonly kind: MovementKind
  /** Pieces, signed; of a count all that is there; what is written off goes whatever its sign. */
  readonly quantity: number
  readonly at: number
}

/** One sample as stock sees it. */
export interface SampleUse {
  readonly skuId: string | null
  readonly quantity: number
  /** Approved or packed: its pieces lie on the shelf and are promised. */
  readonly reserved: boolean
  /** Each time its pieces left the house. */
  readonly trips: readonly SampleTrip[]
}

/** States in which a sample's pieces are promised and still here. */
const RESERVING: readonly SampleState[] = ['approved', 'packed']

export function isReserving(state: string): boolean {
  return RESERVING.some((one) => one === state)
}

/**
 * Why a number looks wrong. `neverReceived`: samples take from it and nothing ever came in. `tookMore`: more went out than
 * came in, a delivery or a count is missing. `promisedMore`: more is promised than there is. `noSku`: samples that name no
 * SKU of a product that is kept by SKU. `countedOtherwise`: counts of the product and of its SKUs do not add up, the
 * later ones hold and earlier pieces are left aside.
 */
export type StockReason = 'neverReceived' | 'tookMore' | 'promisedMore' | 'noSku' | 'countedOtherwise'

export interface StockLine {
  readonly skuId: string
  readonly onHand: number
  readonly reserved: number
  /** `onHand − reserved`. */
  readonly free: number
  /** When it was last counted, epoch ms. */
  readonly countedAt: number | null
  readonly reasons: readonly StockReason[]
}

export interface ProductStock {
  /** False: nobody ever wrote a movement, so nothing is known and nothing can be held back. */
  readonly known: boolean
  readonly onHand: number
  readonly reserved: number
  readonly free: number
  readonly countedAt: number | null
  /** By SKU; one line named `*` where SKUs are not told apart. */
  readonly lines: readonly StockLine[]
  readonly reasons: readonly StockReason[]
}

/**
 * One product's stock.
 *
 * By line: the last `count` (or 0) + later movements − pieces of samples that left later + those that came back later;
 * what happened at the instant of a count is in it. Of two counts at one instant the smaller holds. A product is kept by
 * SKU from its first movement that names one; a later count of the whole product puts all its SKUs into one line again, and
 * a later count of an SKU ends what was counted of the whole, so that no piece is counted twice.
 */
export function stockOf(movements: readonly StockMovement[], samples: readonly SampleUse[]): ProductStock {
  const wholeCount = lastCount(movements.filter(({ skuId }) => skuId === WHOLE_PRODUCT))
  const skuCount = lastCount(movements.filter(({ skuId }) => skuId !== WHOLE_PRODUCT))
  const bySku =
    movements.some(({ skuId }) => skuId !== WHOLE_PRODUCT) &&
    (wholeCount === null || (skuCount !== null && skuCount.at > wholeCount.at))
  const lineOf = (skuId: string | null): string => (bySku ? (skuId ?? WHOLE_PRODUCT) : WHOLE_PRODUCT)
  const names = new Set([...movements, ...samples].map(({ skuId }) => lineOf(skuId)))
  const lines = [...names].sort().map((skuId): StockLine => {
    const own = movements.filter((one) => lineOf(one.skuId) === skuId)
    const used = samples.filter((one) => lineOf(one.skuId) === skuId)
    const base = !bySku ? (wholeCount ?? NOTHING) : baseOfLine(skuId, own, { wholeCount, skuCount })
    const onHand = base.quantity + movedSince(own, base.at) - gone(used, base.at)
    const reserved = sum(used, (one) => (one.reserved ? one.quantity : 0))
    const countedAt = lastCount(own)?.at ?? null
    const line = { skuId, onHand, reserved, free: onHand - reserved, countedAt }
    return { ...line, reasons: reasonsOf(line, own.length > 0, bySku) }
  })
  const isMixed = wholeCount !== null && skuCount !== null
  const total = {
    onHand: sum(lines, ({ onHand }) => onHand),
    reserved: sum(lines, ({ reserved }) => reserved),
    free: sum(lines, ({ free }) => free),
  }
  const reasons = new Set(lines.flatMap((line) => line.reasons))
  if (isMixed && bySku) reasons.add('countedOtherwise')
  if (total.free < 0 && reasons.size === 0) reasons.add('promisedMore')
  const counted = lines.flatMap(({ countedAt }) => (countedAt === null ? [] : [countedAt]))
  return {
    known: movements.length > 0,
    ...total,
    countedAt: counted.length === 0 ? null : Math.min(...counted),
    lines,
    reasons: [...reasons],
  }
}

interface Base {
  readonly at: number | null
  readonly quantity: number
}
const NOTHING: Base = { at: null, quantity: 0 }

/**
 * What a line of a product that is kept by SKU starts from: its last count, unless all of the product was counted later.
 * What came and went without an SKU before the last count of SKUs is taken to be in it.
 */
function baseOfLine(
  skuId: string,
  own: readonly StockMovement[],
  { wholeCount, skuCount }: { readonly wholeCount: StockMovement | null; readonly skuCount: StockMovement | null },
): Base {
  if (skuId === WHOLE_PRODUCT) return { at: skuCount?.at ?? null, quantity: 0 }
  const count = lastCount(own)
  if (wholeCount === null) return count ?? NOTHING
  return count !== null && count.at > wholeCount.at ? count : { at: wholeCount.at, quantity: 0 }
}

function lastCount(movements: readonly StockMovement[]): StockMovement | null {
  let last: StockMovement | null = null
  for (const one of movements) {
    if (one.kind !== 'count') continue
    if (last === null || one.at > last.at || (one.at === last.at && one.quantity < last.quantity)) last = one
  }
  return last
}

function movedSince(movements: readonly StockMovement[], since: number | null): number {
  return sum(movements, (one) => {
    if (one.kind === 'count' || (since !== null && one.at <= since)) return 0
    return one.kind === 'writtenOff' ? -Math.abs(one.quantity) : one.quantity
  })
}

/** Pieces of samples that left after `since`, less those that came back after it. */
function gone(samples: readonly SampleUse[], since: number | null): number {
  const later = (at: number | null): boolean => at !== null && (since === null || at > since)
  return sum(
    samples,
    ({ quantity, trips }) => quantity * sum(trips, ({ out, back }) => Number(later(out)) - Number(later(back))),
  )
}

function reasonsOf(line: Omit<StockLine, 'reasons'>, hasMovements: boolean, bySku: boolean): readonly StockReason[] {
  if (line.free >= 0) return []
  if (!hasMovements) return bySku && line.skuId === WHOLE_PRODUCT ? ['noSku'] : ['neverReceived']
  return line.onHand < 0 ? ['tookMore'] : ['promisedMore']
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** Pieces below which nobody new, and nobody at all, gets a sample. Null: nothing is held back. */
export interface StockFloors {
  readonly floorNew: number | null
  readonly floorProven: number | null
}

/** Floors cell by cell: the product's own, else those of every product of the shop. */
export function floorsInForce(own: StockFloors | null, ofShop: StockFloors | null): StockFloors {
  return {
    floorNew: own?.floorNew ?? ofShop?.floorNew ?? null,
    floorProven: own?.floorProven ?? ofShop?.floorProven ?? null,
  }
}

export type StockAnswer = 'enough' | 'unknown' | 'belowFloor' | 'notEnough'

/**
 * Whether `pieces` may be promised. `free`: null where nobody keeps stock of the product. Below the floor nothing is given
 * (at the floor itself something is); more than is free is never given.
 */
export function stockAnswer(
  free: number | null,
  pieces: number,
  isProven: boolean,
  { floorNew, floorProven }: StockFloors,
): StockAnswer {
  if (free === null) return 'unknown'
  if (free < pieces) return 'notEnough'
  return free < ((isProven ? floorProven : floorNew) ?? 0) ? 'belowFloor' : 'enough'
}

/** The days whose use foretells the next ones, and for how many an order should last. */
export const USE_DAYS = 28
const DAY_MS = 86_400_000

export interface Reorder {
  /** Pieces that left in the last `USE_DAYS` days. */
  readonly used: number
  /** Free pieces are fewer than the highest floor, or none are left of what is asked for. */
  readonly isDue: boolean
  /** Pieces to order: back to the floor, and as many as the next `USE_DAYS` days will take; 0 where none is due. */
  readonly suggested: number
  /** Whole days that the free pieces last at this use; null where none was used or none is free. */
  readonly daysLeft: number | null
}

/** What to order of a product, by the use of the last four weeks. */
export function reorderOf(
  stock: Pick<ProductStock, 'known' | 'free'>,
  floors: StockFloors,
  samples: readonly SampleUse[],
  now: number,
): Reorder {
  const since = now - USE_DAYS * DAY_MS
  const used = sum(
    samples,
    ({ quantity, trips }) => quantity * trips.filter(({ out }) => out > since && out <= now).length,
  )
  const floor = Math.max(floors.floorNew ?? 0, floors.floorProven ?? 0)
  const { known, free } = stock
  const isDue = known && (free < floor || free < 0 || (free === 0 && used > 0))
  return {
    used,
    isDue,
    suggested: isDue ? floor - free + used : 0,
    daysLeft: used > 0 && free > 0 ? Math.floor((free * USE_DAYS) / used) : null,
  }
}
