/**
 * Videos and LIVE rooms as whole numbers, for one cache's life only.
 *
 * There are about as many contents as order lines, so they are not numbered in the file: segments hold the platform's
 * ids, and a question that asks for contents has them numbered as their columns are read.
 */

import type { Database } from 'better-sqlite3'

import { PackedColumns } from './columns'
import { idHalves, IdMap, idText } from './id-map'
import { CONTENT_TYPE_SHIFT } from './rows'
import type { HotColumns, MonthColumns, ShopColumns } from './shop-columns'

export class Contents {
  private readonly db: Database
  private readonly numbers = new IdMap()
  // By number; 0 is "none".
  private readonly highs: number[] = [0]
  private readonly lows: number[] = [0]
  private readonly types: number[] = [-1]
  /** Texts that are no platform id, which only records can carry. */
  private readonly odd = new Map<string, number>()
  private readonly oddTexts = new Map<number, string>()
  private readonly columns = new WeakMap<HotColumns, Int32Array>()

  constructor(db: Database) {
    this.db = db
  }

  /** One more than the greatest number given so far. */
  get size(): number {
    return this.highs.length
  }

  /** The number of a content by the platform's id, given to it when it is first asked for; 0 for ''. */
  numberOf(text: string): number {
    if (/^\d{1,19}$/.test(text)) {
      const { high, low } = idHalves(text)
      return this.number(high, low)
    }
    let no = text === '' ? 0 : this.odd.get(text)
    if (no === undefined) {
      no = this.append(0, 0)
      this.odd.set(text, no)
      this.oddTexts.set(no, text)
    }
    return no
  }

  textOf(no: number): string {
    return no === 0 ? '' : (this.oddTexts.get(no) ?? idText(this.highs[no] ?? 0, this.lows[no] ?? 0))
  }

  /** The content type's code, −1 where no line read so far names the content. */
  typeOf(no: number): number {
    return this.types[no] ?? -1
  }

  /** The contents of a shop's or a month's rows, by number. */
  column(shopNo: number, columns: ShopColumns | MonthColumns): Int32Array {
    const known = this.columns.get(columns)
    if (known !== undefined) {
      return known
    }
    const column = new Int32Array(columns.length)
    if ('months' in columns) {
      for (const month of columns.months) column.set(this.column(shopNo, month), month.start)
    } else {
      this.read(shopNo, columns, column)
    }
    this.columns.set(columns, column)
    return column
  }

  private read(shopNo: number, { month, flags }: MonthColumns, column: Int32Array): void {
    // The segment was read a moment ago in this same turn; were it gone its shop's version would differ.
    const keys = this.db
      .prepare('SELECT keys FROM fact_segments WHERE shop_no = ? AND month = ?')
      .pluck()
      .get(shopNo, month)
    const packed = new PackedColumns(keys as Uint8Array)
    const high = new Uint32Array(packed.rows)
    const low = new Uint32Array(packed.rows)
    packed.read('contentHigh', high)
    packed.read('contentLow', low)
    for (let i = 0; i < packed.rows; i++) {
      const no = this.number(high[i]!, low[i]!)
      column[i] = no
      if (this.types[no] === -1 && no !== 0) this.types[no] = (flags[i]! >> CONTENT_TYPE_SHIFT) & 7
    }
  }

  private number(high: number, low: number): number {
    if (high === 0 && low === 0) {
      return 0
    }
    const known = this.numbers.get(high, low)
    if (known !== 0) {
      return known
    }
    const no = this.append(high, low)
    this.numbers.add(high, low, no)
    return no
  }

  private append(high: number, low: number): number {
    this.lows.push(low)
    this.types.push(-1)
    return this.highs.push(high) - 1
  }
}
