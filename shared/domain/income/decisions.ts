/**
 * What is decided once per sheet of an income file from its first lines: the decimal separator, whether fees carry their
 * minus, whether sums can be checked at all, whether columns are shifted.
 */

import type { Currency } from '../currencies'
import type { DateOrder, Warning } from '../imports'
import { areRounded } from '../import-values/ids'
import { parseMoney, separatorEvidence } from '../import-values/money'
import { dateOrderEvidence } from '../import-values/times'
import { type IncomeColumn, INCOME_AMOUNTS } from './columns'
import type { IncomeHeaderMap } from './recognise'
import { addsUp, IncomeCells, type IncomeRules } from './read'

const IDS_SAMPLED = 5000

/** Fed with the records behind a header; `decide` weighs them. */
export class IncomeEvidence {
  readonly #cells: IncomeCells
  readonly #currency: Currency
  readonly #separators = { '.': 0, ',': 0 }
  readonly #orders = { DMY: 0, MDY: 0, YMD: 0 }
  readonly #ids = new Set<string>()
  /** Lines whose sum is right with fees as written, and with their sign turned. */
  #plain = 0
  #turned = 0

  constructor(header: IncomeHeaderMap, currency: Currency) {
    this.#cells = new IncomeCells(header)
    this.#currency = currency
  }

  add(record: readonly string[]): void {
    const cells = this.#cells.take(record)
    for (const column of this.#cells.header.headers.keys()) {
      const sign = isMoney(column) ? separatorEvidence(cells.text(column)) : null
      if (sign !== null) this.#separators[sign] += 1
    }
    for (const column of ['created', 'settled'] as const) {
      const order = dateOrderEvidence(cells.text(column))
      if (order !== null) this.#orders[order] += 1
    }
    const id = cells.text('id')
    if (this.#ids.size < IDS_SAMPLED && /^\d+$/.test(id)) this.#ids.add(id)
    const fees = amountOf(cells, 'fees', this.#currency)
    if (fees !== 0) {
      const line = totalsOf(cells, this.#currency)
      if (addsUp(line, this.#currency)) this.#plain += 1
      else if (addsUp({ ...line, fees: -line.fees }, this.#currency)) this.#turned += 1
    }
  }

  decide(fallback: DateOrder): { readonly rules: IncomeRules; readonly warnings: readonly Warning[] } {
    const { header } = this.#cells
    const checked = this.#cells.has('revenue') && this.#cells.has('fees')
    const { DMY, MDY } = this.#orders
    const { '.': points, ',': commas } = this.#separators
    const rules: IncomeRules = {
      currency: this.#currency,
      separator: points === commas ? this.#currency.decimalSeparator : points > commas ? '.' : ',',
      dateOrder: DMY === MDY ? fallback : DMY > MDY ? 'DMY' : 'MDY',
      feeSign: this.#turned > this.#plain ? -1 : 1,
      checked,
      rounded: areRounded(this.#ids),
    }
    const unchecked = header.layout.part === 'orders' && !checked
    return {
      rules,
      warnings: [
        ...header.unknown.map((detail) => ({ code: 'unknownColumn' as const, detail })),
        ...(unchecked ? [{ code: 'sumsNotChecked' as const, detail: header.layout.name }] : []),
      ],
    }
  }
}

/** Whether a record that does not add up would do so with its amounts read one column to the left or right. */
export function fitsShifted(cells: IncomeCells, { currency }: Pick<IncomeRules, 'currency'>): boolean {
  return [1, -1].some((shift) => {
    const line = totalsOf(cells, currency, shift)
    return line.settlement !== 0 && addsUp(line, currency)
  })
}

function totalsOf(cells: IncomeCells, currency: Currency, shift = 0) {
  return {
    settlement: amountOf(cells, 'settlement', currency, shift),
    revenue: amountOf(cells, 'revenue', currency, shift),
    fees: amountOf(cells, 'fees', currency, shift) + amountOf(cells, 'shipping', currency, shift),
    adjustment: amountOf(cells, 'adjustment', currency, shift),
  }
}

function amountOf(cells: IncomeCells, column: IncomeColumn, currency: Currency, shift = 0): number {
  const amount = parseMoney(cells.text(column, shift), currency, currency.decimalSeparator)
  return typeof amount === 'number' ? amount : 0
}

function isMoney(column: IncomeColumn): boolean {
  return ['settlement', 'revenue', 'fees', 'adjustment', 'shipping'].includes(column) || column in INCOME_AMOUNTS
}
