/** Lines on their way into the store: typed, numbered, with their figures worked out, but not merged yet. */

import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import { lineFigures, type OrderAmounts, ORDER_STATUSES } from '../../shared/domain/orders'
import type { DimNumbers } from './dims'
import { CONTENT_TYPE_SHIFT, newRows, type Rows, SAMPLE_FLAG } from './rows'

const DAY_SECONDS = 86_400

/** Rows that grow; takes batches over line by line. */
export class Pending {
  rows: Rows = newRows(2048)
  private creatorNos = new Int32Array(256)
  private creatorTexts: readonly string[] | null = null

  /** Appends the lines that `pick` lists; line `i` is the `firstRow + i`th of its file. */
  add(batch: LineBatch, texts: TextLists, dims: DimNumbers, batchNo: number, firstRow: number, pick: Int32Array): void {
    const count = pick.length
    this.reserve(count)
    const { rows } = this
    const at = rows.length
    const { orderId, productId, skuId, contentId } = batch.idsHigh
    const low = batch.idsLow
    const { created, quantity } = batch.numbers
    const names = texts.productName.values
    const skuNames = texts.skuName.values
    for (let k = 0; k < count; k++) {
      const i = pick[k]!
      const w = at + k
      const creator = this.creatorNo(batch.texts.creator[i]!, texts, dims)
      const product = dims.product(productId[i]!, low.productId[i]!, names[batch.texts.productName[i]!] ?? '')
      rows.orderHigh[w] = orderId[i]!
      rows.orderLow[w] = low.orderId[i]!
      rows.product[w] = product
      rows.sku[w] = dims.sku(skuId[i]!, low.skuId[i]!, product, skuNames[batch.texts.skuName[i]!] ?? '')
      rows.hash0[w] = batch.hash0[i]!
      rows.hash1[w] = batch.hash1[i]!
      rows.batch[w] = batchNo
      rows.row[w] = firstRow + i
      rows.day[w] = Math.floor(created[i]! / DAY_SECONDS)
      rows.creator[w] = creator
      rows.contentHigh[w] = contentId[i]!
      rows.contentLow[w] = low.contentId[i]!
      rows.units[w] = quantity[i]!
    }
    this.addFigures(batch, pick, at, count)
    rows.length = at + count
  }

  /** Starts again with nothing; the room is kept. */
  clear(): void {
    this.rows.length = 0
  }

  private addFigures(batch: LineBatch, pick: Int32Array, at: number, count: number): void {
    const { flags, kept, gmv, refund, commission } = this.rows
    for (let k = 0; k < count; k++) {
      const i = pick[k]!
      const w = at + k
      const figures = lineFigures(amountsOf(batch, i))
      flags[w] =
        batch.status[i]! | (batch.contentType[i]! << CONTENT_TYPE_SHIFT) | (figures.role === 'sample' ? SAMPLE_FLAG : 0)
      kept[w] = figures.keptUnits
      gmv[w] = figures.gmv
      refund[w] = figures.refund
      commission[w] = figures.commission
    }
  }

  private creatorNo(index: number, texts: TextLists, dims: DimNumbers): number {
    const { values } = texts.creator
    if (this.creatorTexts !== values) {
      this.creatorTexts = values
      this.creatorNos.fill(0)
    }
    if (index >= this.creatorNos.length) {
      const grown = new Int32Array(Math.max(index + 1, this.creatorNos.length * 2))
      grown.set(this.creatorNos)
      this.creatorNos = grown
    }
    let no = index < 0 ? 0 : this.creatorNos[index]!
    if (no === 0 && index >= 0) {
      no = dims.creator(values[index]!)
      this.creatorNos[index] = no
    }
    return no
  }

  private reserve(count: number): void {
    const needed = this.rows.length + count
    const capacity = this.rows.row.length
    if (needed <= capacity) {
      return
    }
    const grown = newRows(Math.max(needed, capacity * 2))
    for (const [name, column] of Object.entries(this.rows)) {
      if (name !== 'length') {
        // Both have the same columns; `length` is the only one that is no array.
        const target = grown[name as Exclude<keyof Rows, 'length'>]
        target.set(column.subarray(0, this.rows.length))
      }
    }
    grown.length = this.rows.length
    this.rows = grown
  }
}

/** Line `i`'s part in the rules of `lineFigures`. */
export function amountsOf({ numbers, status, fullyReturned }: LineBatch, i: number): OrderAmounts {
  return {
    status: ORDER_STATUSES[status[i]!]!,
    fullyReturned: fullyReturned[i] === 1,
    quantity: numbers.quantity[i]!,
    payment: numbers.payment[i]!,
    estimatedBase: known(numbers.estimatedBase[i]!),
    actualBase: known(numbers.actualBase[i]!),
    estimatedStandard: known(numbers.estimatedStandard[i]!),
    actualStandard: known(numbers.actualStandard[i]!),
    estimatedAds: known(numbers.estimatedAds[i]!),
    actualAds: known(numbers.actualAds[i]!),
    estimatedBonus: known(numbers.estimatedBonus[i]!),
    actualBonus: known(numbers.actualBonus[i]!),
  }
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
