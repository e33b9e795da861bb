/**
 * The loops that reports spend their time in: one small loop per step and element type over blocks of rows, so that
 * each stays simple for the engine and its data in the processor's cache.
 */

import { CONTENT_TYPE_SHIFT, SETTLED, STATUS_MASK } from './rows'
import type { Scope } from './scope'
import type { HotColumns, Money } from './shop-columns'

export const BLOCK_ROWS = 8192

/** The rows of a block that count, and what is known of each so far. */
export class Block {
  count = 0
  readonly row = new Int32Array(BLOCK_ROWS)
  /** The order's running number; below 0 for orders on several days, whose rows do not stand together. */
  readonly order = new Int32Array(BLOCK_ROWS)
  /** The group, composed of the codes of all keys. */
  readonly code = new Float64Array(BLOCK_ROWS)
  readonly slot = new Int32Array(BLOCK_ROWS)
}

/**
 * Rows of `role` within the segment's rows `from`..`to`; answers the running order number after them. `contents` is
 * read only where the scope filters by it.
 */
export function selectRows(
  block: Block,
  segment: HotColumns,
  from: number,
  to: number,
  orderBefore: number,
  role: number,
  scope: Scope,
  checkDays: boolean,
  contents: Int32Array | null,
): number {
  const order = selectRole(block, segment.flags, from, to, orderBefore, scope.roles, role)
  if (checkDays) keepDays(block, segment.day, scope.from, scope.to)
  if (scope.creators !== null) keepWanted(block, segment.creator, scope.creators.wanted)
  if (scope.products !== null) keepWanted(block, segment.product, scope.products.wanted)
  if (scope.contents !== null && contents !== null) keepWanted(block, contents, scope.contents.wanted)
  if (segment.splits !== null) markSplits(block, segment.splits)
  return order
}

function selectRole(
  block: Block,
  flags: Uint8Array,
  from: number,
  to: number,
  orderBefore: number,
  roles: Uint8Array,
  role: number,
): number {
  const { row, order } = block
  let count = 0
  let current = orderBefore
  for (let i = from; i < to; i++) {
    const flag = flags[i]!
    current += flag >>> 7
    row[count] = i
    order[count] = current
    count += roles[flag] === role ? 1 : 0
  }
  block.count = count
  return current
}

function keepDays(block: Block, day: Int32Array, from: number, to: number): void {
  const { row, order, count } = block
  const first = Math.max(from, -0x80000000)
  const last = Math.min(to, 0x7fffffff)
  let kept = 0
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    row[kept] = i
    order[kept] = order[j]!
    const value = day[i]!
    kept += value >= first && value <= last ? 1 : 0
  }
  block.count = kept
}

function keepWanted(block: Block, column: Int32Array, wanted: Uint8Array): void {
  const { row, order, count } = block
  let kept = 0
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    row[kept] = i
    order[kept] = order[j]!
    // Beyond the table: named first after the question was put.
    kept += wanted[column[i]!] === 1 ? 1 : 0
  }
  block.count = kept
}

function markSplits({ row, order, count }: Block, splits: Int32Array): void {
  for (let j = 0; j < count; j++) {
    const split = splits[row[j]!]!
    if (split !== 0) order[j] = -split
  }
}

/** One figure for each day from `first` on. */
export interface ByDay<A> {
  readonly first: number
  readonly values: A
}

export function addConstant({ code, count }: Block, constant: number): void {
  for (let j = 0; j < count; j++) code[j] = constant
}

export function addColumn({ code, row, count }: Block, column: Int32Array, step: number, shift: number): void {
  for (let j = 0; j < count; j++) code[j] = code[j]! + (column[row[j]!]! + shift) * step
}

export function addContentType({ code, row, count }: Block, flags: Uint8Array, step: number): void {
  for (let j = 0; j < count; j++) code[j] = code[j]! + (((flags[row[j]!]! >> CONTENT_TYPE_SHIFT) & 7) + 1) * step
}

export function addByDay(
  { code, row, count }: Block,
  { day }: HotColumns,
  { first, values }: ByDay<Int32Array>,
  step: number,
): void {
  for (let j = 0; j < count; j++) code[j] = code[j]! + values[day[row[j]!]! - first]! * step
}

export const UNITS = 0
export const GMV = 1
export const REFUNDS = 2
export const SETTLED_COMMISSION = 3
export const PENDING_COMMISSION = 4
export const ORDERS = 5
export const SAMPLES = 6
export const FEE_BASE = 7
export const COGS = 8
export const SUM_WIDTH = 9

/** Where orders are counted: a group's last order, and the split orders it has met. */
export interface OrderCounter {
  readonly last: Int32Array
  /** True the first time; groups and orders by number. */
  readonly split: (group: number, order: number) => boolean
}

/** Adds the block's lines to their groups' sums, in the lines' own currency. */
export function addLines(block: Block, segment: HotColumns, sums: Float64Array, orders: OrderCounter): void {
  if (segment.gmv instanceof Int32Array) {
    addPlain(block, segment, segment.gmv, segment.refund, segment.commission, sums, orders)
  } else {
    addPlainWide(block, segment, segment.gmv, segment.refund, segment.commission, sums, orders)
  }
}

function addPlain(
  { row, order, slot, count }: Block,
  { flags, units }: HotColumns,
  gmv: Money,
  refund: Money,
  commission: Money,
  sums: Float64Array,
  { last, split }: OrderCounter,
): void {
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    const group = slot[j]!
    const at = group * SUM_WIDTH
    const number = order[j]!
    if (number > 0 ? last[group] !== number : split(group, number)) {
      last[group] = number
      sums[at + ORDERS]!++
    }
    sums[at]! += units[i]!
    sums[at + GMV]! += gmv[i]!
    sums[at + REFUNDS]! += refund[i]!
    sums[at + ((flags[i]! & STATUS_MASK) === SETTLED ? SETTLED_COMMISSION : PENDING_COMMISSION)]! += commission[i]!
  }
}

// The same for amounts beyond 32 bits, apart so that the loop above meets one type only.
function addPlainWide(
  { row, order, slot, count }: Block,
  { flags, units }: HotColumns,
  gmv: Money,
  refund: Money,
  commission: Money,
  sums: Float64Array,
  { last, split }: OrderCounter,
): void {
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    const group = slot[j]!
    const at = group * SUM_WIDTH
    const number = order[j]!
    if (number > 0 ? last[group] !== number : split(group, number)) {
      last[group] = number
      sums[at + ORDERS]!++
    }
    sums[at]! += units[i]!
    sums[at + GMV]! += gmv[i]!
    sums[at + REFUNDS]! += refund[i]!
    sums[at + ((flags[i]! & STATUS_MASK) === SETTLED ? SETTLED_COMMISSION : PENDING_COMMISSION)]! += commission[i]!
  }
}

/** As `addLines`, each amount converted and rounded on its own. */
export function addConverted(
  { row, order, slot, count }: Block,
  segment: HotColumns,
  factors: ByDay<Float64Array>,
  sums: Float64Array,
  { last, split }: OrderCounter,
): void {
  const { flags, units, day, gmv, refund, commission } = segment
  const { first, values } = factors
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    const group = slot[j]!
    const at = group * SUM_WIDTH
    const number = order[j]!
    if (number > 0 ? last[group] !== number : split(group, number)) {
      last[group] = number
      sums[at + ORDERS]!++
    }
    const factor = values[day[i]! - first]!
    sums[at]! += units[i]!
    sums[at + GMV]! += rounded(gmv[i]!, factor)
    if (refund[i] !== 0) sums[at + REFUNDS]! += rounded(refund[i]!, factor)
    sums[at + ((flags[i]! & STATUS_MASK) === SETTLED ? SETTLED_COMMISSION : PENDING_COMMISSION)]! += rounded(
      commission[i]!,
      factor,
    )
  }
}

/** `convertAmount` of the domain, here so that it is compiled into the loop. */
function rounded(amount: number, factor: number): number {
  const product = Math.abs(amount) * factor
  const whole = Math.floor(product + 0.5 + product * 4.5e-16)
  return amount < 0 ? -whole : whole
}

/** Net GMV × basis points, converted as the lines are. */
export function addFeeBase(
  { row, slot, count }: Block,
  { day, gmv, refund }: HotColumns,
  basisPoints: ByDay<Int32Array>,
  factors: ByDay<Float64Array> | null,
  sums: Float64Array,
): void {
  for (let j = 0; j < count; j++) {
    const i = row[j]!
    const factor = factors === null ? 1 : factors.values[day[i]! - factors.first]!
    const net = factors === null ? gmv[i]! - refund[i]! : rounded(gmv[i]!, factor) - rounded(refund[i]!, factor)
    sums[slot[j]! * SUM_WIDTH + FEE_BASE]! += net * basisPoints.values[day[i]! - basisPoints.first]!
  }
}

export function addSamples({ slot, count }: Block, sums: Float64Array): void {
  for (let j = 0; j < count; j++) sums[slot[j]! * SUM_WIDTH + SAMPLES]!++
}
