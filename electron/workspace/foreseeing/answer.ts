/** What is foreseen, as the contract gives it. */

import type { CashAdvice, CashCalendar, CashItemRow, CashView, ShopTerms } from '../../../shared/contract/cash'
import { CASH_KINDS, type CashKind } from '../../../shared/domain/cash-items'
import type { CashAdvice as Advice, Placed } from '../../../shared/domain/cashflow'
import { dayOfNumber } from '../../../shared/domain/days'
import { convertAmount } from '../../../shared/domain/roi'
import { SETTLEMENT_PARTS } from '../../../shared/domain/settlement-rules'
import type { WorkspaceContext } from '../context'
import { baseCurrency } from '../lookups/workspace'
import { namedRate } from '../reporting/footnotes'
import { rateBook } from '../reporting/scope'
import type { Foreseen } from './foreseen'
import type { ShopSales } from './sales'
import { currenciesOf, type FactorToday, missingRates, type View, viewIn, viewOfAll } from './views'

/** The views of what is foreseen, and how amounts are converted. */
export interface Sight {
  readonly quote: string
  readonly factor: FactorToday
  readonly usedRates: () => CashCalendar['rates']
  /** null: everything in one currency. */
  readonly view: (currency: string | null) => View
}

export function sightOf(context: WorkspaceContext, seen: Foreseen, currency: string | undefined): Sight {
  const opened = context.host.current()
  const quote = currency ?? baseCurrency(opened)
  const book = rateBook(opened.lists, quote)
  const known = new Map<string, number | null>()
  const factor: FactorToday = (base) => {
    const rate = known.has(base) ? (known.get(base) ?? null) : book.factor(base, seen.frame.today)
    known.set(base, rate)
    return rate
  }
  return {
    quote,
    factor,
    usedRates: () => book.used().map((used) => namedRate(used, quote)),
    view: (own) => (own === null ? viewOfAll(seen, quote, factor) : viewIn(seen, own)),
  }
}

export function toCalendar(context: WorkspaceContext, seen: Foreseen, sight: Sight): CashCalendar {
  const extents = context.host.current().lists.extents()
  const one = toView(sight.view(null))
  return {
    today: seen.today,
    currencies: currenciesOf(seen).map((currency) => toView(sight.view(currency))),
    one,
    rates: sight.usedRates(),
    missingRates: missingRates(seen, sight.quote, sight.factor),
    shops: seen.sales.map((sales) => toTerms(sales, seen, extents.get(sales.shop.id)?.to ?? null)),
    balances: [...seen.balances],
    late: seen.late.map(({ since, ...late }) => ({ ...late, since: dayOfNumber(since) })),
    frozen: seen.sales.flatMap(({ shop, frozen }) =>
      frozen.lines === 0 ? [] : [{ shopId: shop.id, currency: shop.currency, ...frozen }],
    ),
    samplesUnknown: seen.samplesUnknown,
  }
}

function toView({ currency, converted, items, openingDay, calendar }: View): CashView {
  const { opening, passed, beyond } = calendar
  const parts = partsByWeek(items, calendar.weeks.length)
  return {
    currency,
    converted,
    opening:
      opening === null || openingDay === null
        ? null
        : { amount: opening.amount, floor: opening.floor, day: dayOfNumber(openingDay) },
    weeks: calendar.weeks.map(({ from, to, lowDay, ...week }, index) => ({
      ...week,
      from: dayOfNumber(from),
      to: dayOfNumber(to),
      lowDay: dayOfNumber(lowDay),
      parts: CASH_KINDS.map((kind) => ({ kind, amount: parts[index]?.get(kind) ?? 0 })).filter(
        ({ amount }) => amount !== 0,
      ),
    })),
    passed,
    beyond,
  }
}

/** What of each week is of a kind. */
function partsByWeek(items: readonly Placed[], weeks: number): readonly ReadonlyMap<CashKind, number>[] {
  const parts = Array.from({ length: weeks }, () => new Map<CashKind, number>())
  for (const { week, kind, amount } of items) {
    if (typeof week === 'number') parts[week]!.set(kind, (parts[week]!.get(kind) ?? 0) + amount)
  }
  return parts
}

function toTerms(
  { shop, termsOn, feeOn, measuredLines, incomeTo }: ShopSales,
  seen: Foreseen,
  dataTo: number | null,
): ShopTerms {
  const { today } = seen.frame
  const terms = termsOn(today)
  return {
    shopId: shop.id,
    shop: shop.name,
    market: shop.market,
    tier: terms.tier,
    // The keys are exactly the parts.
    terms: Object.fromEntries(SETTLEMENT_PARTS.map((part) => [part, terms[part]])) as ShopTerms['terms'],
    measuredLines,
    incomeTo: incomeTo === null ? null : dayOfNumber(incomeTo),
    dataTo: dataTo === null ? null : dayOfNumber(dataTo),
    platformFee: feeOn(today),
  }
}

/** An item of the calendar as it is in its own currency. */
export function toItemRow(item: Placed, factor: FactorToday): CashItemRow {
  const { key, kind, shopId, day, amount, currency, title, refId, lines, behind, assumed } = item
  const rate = factor(currency)
  return {
    key,
    kind,
    shopId,
    day: dayOfNumber(day),
    amount,
    currency,
    converted: rate === null ? null : convertAmount(amount, rate),
    title,
    refId,
    lines,
    behind: behind && { ...behind, day: dayOfNumber(behind.day) },
    assumed,
  }
}

/** `own`: the items as they are in their own currencies, by key. */
export function toAdvice(advice: Advice, own: ReadonlyMap<string, Placed>, factor: FactorToday): CashAdvice {
  return {
    short: advice.short,
    lowDay: dayOfNumber(advice.lowDay),
    recovery: advice.recovery === null ? null : dayOfNumber(advice.recovery),
    together: advice.together,
    options: advice.options.map(({ item, ...option }) => ({
      ...option,
      item: toItemRow(own.get(item.key) ?? item, factor),
    })),
  }
}
