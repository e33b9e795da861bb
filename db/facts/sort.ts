/** Sorting many rows by their key: radix passes over the 64-bit order id, then the few ties by product and SKU. */

import type { Pacer } from './pacer'
import { compareKeys, type Rows } from './rows'

// Below this many rows, counting 65,536 buckets costs more than comparing.
const FEW = 4096

/** Row numbers in order of key; rows of one key stay in the order they came in. */
export async function sortRows(rows: Rows, pacer: Pacer): Promise<Int32Array> {
  const { length } = rows
  let order = new Int32Array(length)
  for (let i = 0; i < length; i++) order[i] = i
  if (length < FEW) {
    return order.toSorted((a, b) => compareKeys(rows, a, rows, b) || a - b)
  }
  let spare = new Int32Array(length)
  for (const half of [rows.orderLow, rows.orderHigh]) {
    for (const shift of [0, 16]) {
      if (radixPass(half, shift, order, spare)) {
        const sorted = spare
        spare = order
        order = sorted
      }
      await pacer.breathe()
    }
  }
  sortTies(rows, order)
  return order
}

/** One stable pass over 16 bits; false where all rows agree in them and nothing was moved. */
function radixPass(keys: Uint32Array, shift: number, order: Int32Array, target: Int32Array): boolean {
  const starts = new Int32Array(65_537)
  const { length } = order
  for (let i = 0; i < length; i++) starts[((keys[i]! >>> shift) & 0xffff) + 1]!++
  if (length === 0 || starts[((keys[0]! >>> shift) & 0xffff) + 1] === length) {
    return false
  }
  for (let i = 0; i < 65_536; i++) starts[i + 1] = starts[i + 1]! + starts[i]!
  for (let i = 0; i < length; i++) {
    const row = order[i]!
    const bucket = (keys[row]! >>> shift) & 0xffff
    target[starts[bucket]!++] = row
  }
  return true
}

/** Orders have few lines: insertion within each run of one order. */
function sortTies(rows: Rows, order: Int32Array): void {
  const { orderHigh, orderLow } = rows
  for (let i = 1; i < order.length; i++) {
    const row = order[i]!
    let j = i - 1
    if (orderLow[order[j]!] !== orderLow[row] || orderHigh[order[j]!] !== orderHigh[row]) {
      continue
    }
    while (j >= 0 && compareKeys(rows, order[j]!, rows, row) > 0) {
      order[j + 1] = order[j]!
      j--
    }
    order[j + 1] = row
  }
}
