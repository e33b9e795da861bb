/** The scale of a criterion as people type it: money in whole units, ratios in percent. */

import { decimalsOf } from '../../../shared/domain/currencies'
import type { Criterion, CriterionWeight } from '../../../shared/domain/fit-score'

export interface ScaleText {
  readonly weight: string
  readonly from: string
  readonly to: string
}

const YES_NO: ReadonlySet<Criterion> = new Set(['category', 'audienceMarket', 'language'])
const MONEY: ReadonlySet<Criterion> = new Set(['gpm', 'ownResults'])

/** `per` stored parts make one of what people type; null where there is nothing between yes and no. */
export function unitOf(criterion: Criterion, currency: string): { readonly name: string; readonly per: number } | null {
  if (YES_NO.has(criterion)) return null
  return MONEY.has(criterion) ? { name: currency, per: 10 ** decimalsOf(currency) } : { name: '%', per: 100 }
}

export function scaleText(criterion: Criterion, { weight, from, to }: CriterionWeight, currency: string): ScaleText {
  const per = unitOf(criterion, currency)?.per ?? 1
  return { weight: String(weight), from: String(from / per), to: String(to / per) }
}

/** Null where something is no number. */
export function readScale(criterion: Criterion, text: ScaleText, currency: string): CriterionWeight | null {
  if (!/^\d{1,4}$/u.test(text.weight) || !isNumber(text.from) || !isNumber(text.to)) return null
  const per = unitOf(criterion, currency)?.per ?? 1
  return {
    weight: Math.min(1000, Number(text.weight)),
    from: Math.round(Number(text.from) * per),
    to: Math.round(Number(text.to) * per),
  }
}

export function isNumber(text: string): boolean {
  return /^\d{1,7}(\.\d{1,2})?$/u.test(text)
}
