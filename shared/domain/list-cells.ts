/**
 * Cells of the lists that the platform and other tools export: figures in whatever way they are written.
 *
 * `--` is unknown and never 0; what a column means is decided once per file, never per cell.
 */

import type { Currency } from './currencies'
import {
  bareRatio,
  isOtherCurrency,
  parseAmount,
  parseBigCount,
  parseRatio,
  ratioScale,
  type RatioScale,
} from './import-values/amounts'
import { areRounded } from './import-values/ids'
import { type DecimalSeparator, separatorEvidence } from './import-values/money'
import { cleanText, isBlank } from './import-values/text'
import { dateOrderEvidence, isWrittenDate } from './import-values/times'
import type { DateOrder, RejectCode } from './imports'

/** `money` minor units of the list's currency, `ratio` basis points (1 % = 100), `count` whole numbers. */
export type FigureKind = 'count' | 'money' | 'ratio'

/** What is weighed of a column before its cells are read; null: nothing. */
export type WeighedKind = FigureKind | 'time' | 'id' | null

/** What was decided for a whole file; `T` names what its columns fill. */
export interface CellRules<T extends string> {
  readonly separator: DecimalSeparator
  readonly scales: ReadonlyMap<T, RatioScale>
  readonly dateOrder: DateOrder
  /** Nothing in the file tells day from month. */
  readonly dateOrderAssumed: boolean
  /** Columns in which a spreadsheet rounded the ids. */
  readonly rounded: ReadonlySet<T>
}

/** Distinct ids looked at per column; rounding shows in far fewer. */
const IDS_SAMPLED = 5000

/** Weighs what can only be told from many cells: the decimal separator, day or month first, fractions or points, rounded ids. */
export class ListEvidence<T extends string> {
  readonly #columns: readonly (T | null)[]
  readonly #kinds: readonly WeighedKind[]
  readonly #separators = { '.': 0, ',': 0 }
  readonly #orders = { DMY: 0, MDY: 0, YMD: 0 }
  readonly #highest = new Map<T, number>()
  readonly #ids = new Map<T, Set<string>>()
  #dates = 0

  constructor(columns: readonly (T | null)[], kindOf: (target: T) => WeighedKind) {
    this.#columns = columns
    this.#kinds = columns.map((target) => (target === null ? null : kindOf(target)))
  }

  add(cells: readonly string[]): void {
    for (const [at, target] of this.#columns.entries()) {
      const text = cells[at] ?? ''
      const kind = this.#kinds[at] ?? null
      if (target !== null && kind !== null && text !== '') this.#weigh(target, kind, text)
    }
  }

  #weigh(target: T, kind: Exclude<WeighedKind, null>, text: string): void {
    switch (kind) {
      case 'money': {
        const sign = separatorEvidence(text)
        if (sign !== null) this.#separators[sign] += 1
        break
      }
      case 'ratio': {
        const bare = bareRatio(text)
        if (bare !== null) this.#highest.set(target, Math.max(this.#highest.get(target) ?? 0, bare))
        break
      }
      case 'time': {
        if (!isWrittenDate(text)) break
        this.#dates += 1
        const order = dateOrderEvidence(text)
        if (order !== null) this.#orders[order] += 1
        break
      }
      case 'id': {
        const ids = this.#ids.get(target) ?? new Set<string>()
        this.#ids.set(target, ids)
        if (ids.size < IDS_SAMPLED) ids.add(cleanText(text).replace(/\D/g, ''))
        break
      }
      case 'count':
    }
  }

  /** `fallback`: the order of day and month where the cells do not tell. */
  decide(currency: Currency, fallback: DateOrder): CellRules<T> {
    const { '.': points, ',': commas } = this.#separators
    const { DMY, MDY, YMD } = this.#orders
    return {
      separator: points === commas ? currency.decimalSeparator : points > commas ? '.' : ',',
      scales: new Map([...this.#highest].map(([name, highest]) => [name, ratioScale(highest)])),
      dateOrder: DMY === MDY ? fallback : DMY > MDY ? 'DMY' : 'MDY',
      dateOrderAssumed: DMY === 0 && MDY === 0 && this.#dates > YMD,
      rounded: new Set([...this.#ids].filter(([, ids]) => areRounded(ids)).map(([target]) => target)),
    }
  }
}

/** The figure in a cell, null where the list says nothing, or why it cannot be read. */
export function readFigure(
  kind: FigureKind,
  text: string,
  {
    currency,
    separator,
    scale,
  }: {
    readonly currency: Currency
    readonly separator: DecimalSeparator
    readonly scale: RatioScale
  },
): number | null | RejectCode {
  switch (kind) {
    case 'money': {
      const amount = parseAmount(text, currency, separator)
      if (amount === 'unreadable') return isOtherCurrency(text, currency) ? 'currencyOfAnotherShop' : 'amountUnreadable'
      return amount === 'blank' ? null : amount
    }
    case 'ratio': {
      const ratio = parseRatio(text, scale)
      if (typeof ratio === 'number') return ratio
      return ratio === 'blank' ? null : ratio === 'outOfRange' ? 'rateOutOfRange' : 'rateUnreadable'
    }
    case 'count': {
      const count = parseBigCount(text)
      return typeof count === 'number' ? count : count === 'blank' ? null : 'quantityNotWhole'
    }
  }
}

/** Cells without the blank ones behind the last of `keep` columns. */
export function withoutTrailingBlanks(cells: readonly string[], keep: number): readonly string[] {
  let end = cells.length
  while (end > keep && isBlank(cleanText(cells[end - 1] ?? ''))) end -= 1
  return end === cells.length ? cells : cells.slice(0, end)
}

/** Whether every figure of a row that says something at all is words: such a row explains the columns. */
export function isAllWords(figures: readonly (number | null | RejectCode)[]): boolean {
  return figures.every((figure) => typeof figure === 'string')
}
