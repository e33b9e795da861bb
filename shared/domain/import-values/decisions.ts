/**
 * What is decided once per file and never per cell: day or month first, the decimal separator, the scale of rates, and
 * whether a spreadsheet rounded the ids. Fed with a sample of lines (or all), it weighs the cells that can only mean one thing.
 */

import type { Currency } from '../currencies'
import type { DateOrder, Warning } from '../imports'
import { ORDER_COLUMNS, type OrderColumn } from '../orders'
import { areRounded, parseId } from './ids'
import { separatorEvidence, type DecimalSeparator } from './money'
import { bareRate, decideRateScale, type RateScale } from './rates'
import { cleanText } from './text'
import { dateOrderEvidence, isWrittenDate } from './times'

/** The decisions a cell is read by. */
export interface CellRules {
  readonly currency: Currency
  readonly dateOrder: DateOrder
  readonly separator: DecimalSeparator
  readonly scales: ReadonlyMap<OrderColumn, RateScale>
  /** Id columns in which an id that ends in zeros was rounded, so it is damaged. */
  readonly roundedIds: ReadonlySet<OrderColumn>
}

/** Distinct ids looked at per column; rounding shows in far fewer. */
const IDS_SAMPLED = 5000

/** Collects evidence line by line; `decide` weighs it. */
export class RuleEvidence {
  readonly #columns: readonly (OrderColumn | null)[]
  readonly #orders = { DMY: 0, MDY: 0, YMD: 0 }
  readonly #separators = { '.': 0, ',': 0 }
  readonly #rates = new Map<OrderColumn, number[]>()
  readonly #ids = new Map<OrderColumn, Set<string>>()
  #dates = 0

  constructor(columns: readonly (OrderColumn | null)[]) {
    this.#columns = columns
  }

  /** Whether nothing in the lines so far tells day from month, though they hold dates written with either first. */
  get orderUnknown(): boolean {
    return this.#orders.DMY + this.#orders.MDY === 0 && this.#dates > this.#orders.YMD
  }

  add(cells: readonly string[]): void {
    for (const [at, column] of this.#columns.entries()) {
      const text = cells[at] ?? ''
      if (column !== null && text !== '') {
        this.#weigh(column, text)
      }
    }
  }

  #weigh(column: OrderColumn, text: string): void {
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- only these kinds are written in more than one way
    switch (ORDER_COLUMNS[column]) {
      case 'time':
        this.#weighTime(text)
        break
      case 'money': {
        const sign = separatorEvidence(text)
        if (sign !== null) {
          this.#separators[sign] += 1
        }
        break
      }
      case 'rate': {
        const bare = bareRate(text)
        if (bare !== null) {
          listOf(this.#rates, column, () => []).push(bare)
        }
        break
      }
      case 'id': {
        const ids = listOf(this.#ids, column, () => new Set<string>())
        if (ids.size < IDS_SAMPLED && typeof parseId(text) === 'object') {
          ids.add(cleanText(text).replace(/\D/g, ''))
        }
        break
      }
      default:
    }
  }

  #weighTime(text: string): void {
    if (!isWrittenDate(text)) {
      return
    }
    this.#dates += 1
    const order = dateOrderEvidence(text)
    if (order !== null) {
      this.#orders[order] += 1
    }
  }

  /** The decisions, with a warning for each that rests on an assumption. `fallback` is the market's date order. */
  decide(
    currency: Currency,
    fallback: DateOrder,
  ): { readonly rules: CellRules; readonly warnings: readonly Warning[] } {
    const warnings: Warning[] = []
    const assumed = fallback === 'YMD' ? 'DMY' : fallback
    const { DMY, MDY } = this.#orders
    if (this.orderUnknown) {
      warnings.push({ code: 'dateOrderAssumed', detail: assumed })
    }
    const scales = new Map<OrderColumn, RateScale>()
    for (const [column, bare] of this.#rates) {
      const decided = decideRateScale(bare)
      scales.set(column, decided.scale)
      if (decided.assumed) {
        warnings.push({ code: 'rateScaleAssumed', detail: column })
      }
    }
    const { '.': points, ',': commas } = this.#separators
    const rules: CellRules = {
      currency,
      dateOrder: DMY === MDY ? assumed : DMY > MDY ? 'DMY' : 'MDY',
      separator: points === commas ? currency.decimalSeparator : points > commas ? '.' : ',',
      scales,
      roundedIds: new Set([...this.#ids].filter(([, ids]) => areRounded(ids)).map(([column]) => column)),
    }
    return { rules, warnings }
  }
}

function listOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) {
    return known
  }
  const made = make()
  map.set(key, made)
  return made
}
