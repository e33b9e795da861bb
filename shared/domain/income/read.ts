/**
 * A record of an income file as a line, or why it is left out. Amounts are texts, `/` is blank, fees are negative.
 *
 * A line whose settlement is not revenue + fees + adjustment is refused: something in it is not what its header says.
 */

import { type Currency, findCurrency } from '../currencies'
import type { DateOrder, RejectCode } from '../imports'
import { looksRounded, parseId } from '../import-values/ids'
import { type DecimalSeparator, parseMoney } from '../import-values/money'
import { cleanText, isBlank, isSummaryCell } from '../import-values/text'
import { parseTime } from '../import-values/times'
import { INCOME_AMOUNTS, INCOME_TEXTS, type IncomeAmount, type IncomeColumn, type IncomeText } from './columns'
import type { IncomeLine } from './line'
import type { IncomeHeaderMap } from './recognise'
import { incomeTypeOf, type IncomeType } from './types'

/** What is decided once per sheet. */
export interface IncomeRules {
  readonly currency: Currency
  readonly separator: DecimalSeparator
  readonly dateOrder: DateOrder
  /** -1: the file writes what fees cost without a minus. */
  readonly feeSign: 1 | -1
  /** Whether the file has what settlement is made of; false: nothing can be checked. */
  readonly checked: boolean
  /** Ids of the sheet were rounded by a spreadsheet, so one that ends in zeros is damaged. */
  readonly rounded: boolean
}

export type ReadLine =
  | { readonly line: IncomeLine }
  | { readonly reject: RejectCode; readonly column: string; readonly value: string }
  | 'skip'

const NO_ID = { high: 0, low: 0 }
const DAY_SECONDS = 86_400

class Refused extends Error {
  readonly code: RejectCode
  readonly column: IncomeColumn

  constructor(code: RejectCode, column: IncomeColumn) {
    super(code)
    this.code = code
    this.column = column
  }
}

/** The cells of a record by what they fill. */
export class IncomeCells {
  readonly header: IncomeHeaderMap
  #cells: readonly string[] = []
  readonly #places: ReadonlyMap<IncomeColumn, number>

  constructor(header: IncomeHeaderMap) {
    this.header = header
    this.#places = new Map(header.columns.flatMap((column, at) => (column === null ? [] : [[column, at]])))
  }

  take(cells: readonly string[]): this {
    this.#cells = cells
    return this
  }

  text(column: IncomeColumn, shift = 0): string {
    const at = this.#places.get(column)
    const text = at === undefined ? '' : cleanText(this.#cells[at + shift] ?? '')
    return isBlank(text) ? '' : text
  }

  has(column: IncomeColumn): boolean {
    return this.#places.has(column)
  }

  get amounts(): IncomeAmount[] {
    return [...this.#places.keys()].filter((column): column is IncomeAmount => Object.hasOwn(INCOME_AMOUNTS, column))
  }
}

/** Reads a record. Rows that sum others up and blank rows are skipped. */
export function readIncome(cells: IncomeCells, row: number, rules: IncomeRules, shopCurrency: string): ReadLine {
  const { layout, headers } = cells.header
  const first = cells.text('id') || cells.text('reference') || cells.text('typeText')
  if (isSummaryCell(first) || (first === '' && cells.text('settlement') === '')) return 'skip'
  try {
    checkCurrency(cells, shopCurrency)
    const line = lineOf(cells, row, rules)
    if (layout.part === 'orders' && rules.checked && !addsUp(line, rules.currency)) {
      throw new Refused('sumDiffers', 'settlement')
    }
    return { line }
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused
    const { code, column } = refused
    return { reject: code, column: headers.get(column) ?? column, value: cells.text(column) }
  }
}

function lineOf(cells: IncomeCells, row: number, rules: IncomeRules): IncomeLine {
  const { part } = cells.header.layout
  const order = part === 'orders' || part === 'toSettle'
  const typeText = cells.text('typeText')
  const id = order ? idOf(cells, 'id', rules) : NO_ID
  if (order && id === NO_ID) throw new Refused('idMissing', 'id')
  const reference = cells.text('reference')
  if (!order && reference === '') throw new Refused('idMissing', 'reference')
  const settlement = money(cells, 'settlement', rules)
  if (Number.isNaN(settlement)) throw new Refused('amountMissing', 'settlement')
  const settled = part === 'toSettle' ? Number.NaN : dayOf(cells, 'settled', rules)
  if ((part === 'orders' || part === 'statements') && Number.isNaN(settled)) throw new Refused('dateMissing', 'settled')
  const shipping = money(cells, 'shipping', rules)
  const fees = money(cells, 'fees', rules)
  return {
    part,
    row,
    type: order || part === 'withdrawals' ? incomeTypeOf(typeText) : TYPE_OF_PART[part],
    ids: { id, relatedId: order ? idOf(cells, 'relatedId', rules) : NO_ID, skuId: idOf(cells, 'skuId', rules) },
    created: dayOf(cells, 'created', rules),
    settled,
    settlement,
    revenue: money(cells, 'revenue', rules),
    fees: signed(plus(fees, shipping), rules),
    adjustment: money(cells, 'adjustment', rules),
    amounts: amountsOf(cells, rules),
    texts: textsOf(cells, typeText),
  }
}

const TYPE_OF_PART: Readonly<Record<'statements' | 'payments' | 'reserves', IncomeType>> = {
  statements: 'statement',
  payments: 'payment',
  reserves: 'reserve',
}

function amountsOf(cells: IncomeCells, rules: IncomeRules): ReadonlyMap<IncomeAmount, number> {
  const amounts = new Map<IncomeAmount, number>()
  for (const name of cells.amounts) {
    const amount = money(cells, name, rules)
    if (amount === amount) amounts.set(name, INCOME_AMOUNTS[name] === null ? amount : signed(amount, rules))
  }
  return amounts
}

function textsOf(cells: IncomeCells, typeText: string): Partial<Record<IncomeText, string>> {
  const texts: Partial<Record<IncomeText, string>> = {}
  for (const name of INCOME_TEXTS) {
    const text = name === 'typeText' ? typeText : cells.text(name)
    if (text !== '') texts[name] = text.slice(0, 400)
  }
  return texts
}

function checkCurrency(cells: IncomeCells, shopCurrency: string): void {
  const currency = cells.text('currency').toUpperCase()
  if (currency === '' || currency === shopCurrency) return
  throw new Refused(findCurrency(currency) ? 'currencyOfAnotherShop' : 'currencyUnknown', 'currency')
}

function idOf(cells: IncomeCells, column: 'id' | 'relatedId' | 'skuId', { rounded }: IncomeRules) {
  const text = cells.text(column)
  const id = parseId(text)
  if (id === 'blank') return NO_ID
  if (id === 'damaged' || (rounded && looksRounded(text))) throw new Refused('idDamaged', column)
  return id
}

function money(cells: IncomeCells, column: IncomeColumn, { currency, separator }: IncomeRules): number {
  const text = cells.text(column)
  if (text === '') return Number.NaN
  const amount = parseMoney(text, currency, separator)
  if (amount === 'unreadable') throw new Refused('amountUnreadable', column)
  return amount === 'blank' ? Number.NaN : amount
}

function dayOf(cells: IncomeCells, column: 'created' | 'settled', { dateOrder }: IncomeRules): number {
  const time = parseTime(cells.text(column), dateOrder)
  if (time === 'blank') return Number.NaN
  if (time === 'unreadable') throw new Refused('dateUnreadable', column)
  if (time === 'impossible') throw new Refused('dateImpossible', column)
  return Math.floor(time / DAY_SECONDS)
}

function signed(amount: number, { feeSign }: IncomeRules): number {
  return feeSign === -1 && amount !== 0 ? -amount : amount
}

function plus(a: number, b: number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b
}

/** Settlement = revenue + fees + adjustment within 0.01 of the currency; a blank part is 0. */
export function addsUp(
  { settlement, revenue, fees, adjustment }: Pick<IncomeLine, 'settlement' | 'revenue' | 'fees' | 'adjustment'>,
  { decimals }: Pick<Currency, 'decimals'>,
): boolean {
  const sum = (revenue || 0) + (fees || 0) + (adjustment || 0)
  return Math.abs(settlement - sum) <= Math.floor(10 ** decimals / 100)
}
