/** Which of the calendar's views is shown, and in which words. */

import type { CashCalendar, CashView, CashWeek } from '../../../shared/contract/cash'
import type { FlowWeek } from '../../charts/flow-option'
import type { Format } from '../../format/use-format'

/** Of the one view in which everything is converted. */
export const ALL = 'all'

/** What the calendar is asked with. */
export interface CashInput {
  readonly slipTo: number
  readonly shops?: string[]
}

/** What its items and advice are asked with. */
export interface ViewInput extends CashInput {
  /** null: everything converted. */
  readonly view: string | null
}

/** The view of this choice; where nothing is in that currency any more, everything. */
export function viewOf({ one, currencies }: CashCalendar, choice: string): CashView {
  return currencies.find(({ currency }) => choice === currency) ?? one
}

export function isEmpty({ currencies }: CashCalendar): boolean {
  return currencies.length === 0
}

export function flowWeeks({ weeks }: CashView, format: Format): FlowWeek[] {
  return weeks.map(({ from, inflow, outflow, balance, red }) => ({
    label: format.shortDay(from),
    inflow,
    outflow,
    balance,
    red,
  }))
}

/** The week with the lowest point; the first of equals. */
export function lowestWeek({ weeks }: CashView): CashWeek | null {
  return weeks.reduce<CashWeek | null>(
    (lowest, week) => (lowest === null || (week.low ?? Infinity) < (lowest.low ?? Infinity) ? week : lowest),
    null,
  )
}

/** A decimal amount of minor units, for the chart's axis and tooltip. */
export function valueText(currency: string, format: Format) {
  return {
    exact: (value: number) => format.money(value, currency),
    short: (value: number) => format.shortMoney(value, currency),
  }
}
