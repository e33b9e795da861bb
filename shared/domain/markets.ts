/**
 * What a market pack can say, and which of its dated rows holds on a day.
 *
 * The shipped figures are in `market-packs.ts`; people's own rows are records.
 */

import { isWeekday, readTiers } from './quotas'
import { type MarketRuleName, SHIPPED_RULES, type ShippedRule } from './market-packs'

/** A row of a person's own: it holds from `fromDay` on, before every shipped row. */
export interface OwnRule {
  readonly id: string
  readonly market: string
  readonly rule: MarketRuleName
  readonly value: string
  readonly fromDay: string
  readonly source: string
  readonly note: string | null
}

/** The value of a market's rule on a day, or null where neither the agency nor a source gives one. */
export function ruleInForce(market: string, rule: MarketRuleName, day: string, own: readonly OwnRule[]): string | null {
  return rowInForce(market, rule, day, own)?.value ?? null
}

/** The row that gives it: who says so, too. */
export function rowInForce(
  market: string,
  rule: MarketRuleName,
  day: string,
  own: readonly OwnRule[],
): OwnRule | ShippedRule | null {
  const isMeant = (row: OwnRule | ShippedRule): boolean => row.market === market && row.rule === rule
  return latest(own.filter(isMeant), day) ?? latest(SHIPPED_RULES.filter(isMeant), day)
}

/** The row with the latest start on or before `day`; among equals the last one. */
export function latest<R extends { readonly fromDay: string | null }>(rows: readonly R[], day: string): R | null {
  let best: R | null = null
  for (const row of rows) {
    if ((row.fromDay ?? '') <= day && (best === null || (row.fromDay ?? '') >= (best.fromDay ?? ''))) {
      best = row
    }
  }
  return best
}

/** Checks a value that a person gives a rule: null when it fits, else the reason as a word. */
export function marketValueProblem(
  rule: MarketRuleName,
  value: string,
):
  | 'notWholeDays'
  | 'notPercent'
  | 'notCode'
  | 'notDateOrder'
  | 'notDecimals'
  | 'notWeekday'
  | 'notTiers'
  | 'notWholeNumber'
  | null {
  if (rule === 'currency') {
    return /^[A-Z]{3}$/.test(value) ? null : 'notCode'
  }
  if (rule === 'timezone') {
    return value.includes('/') ? null : 'notCode'
  }
  if (rule === 'dateOrder') {
    return ['DMY', 'MDY', 'YMD'].includes(value) ? null : 'notDateOrder'
  }
  if (rule === 'currencyDecimals') {
    return /^[0-4]$/.test(value) ? null : 'notDecimals'
  }
  if (rule === 'inviteWeekStart') {
    return isWeekday(value) ? null : 'notWeekday'
  }
  if (rule === 'invitesWeekly') {
    return readTiers(value) === null ? 'notTiers' : null
  }
  if (rule === 'invitesNewShop' || rule === 'messagesBeforeReply') {
    return /^\d{1,6}$/.test(value) ? null : 'notWholeNumber'
  }
  if (rule.startsWith('commissionRate') || rule === 'platformFee') {
    return /^\d{1,2}(\.\d{1,2})?$/.test(value) ? null : 'notPercent'
  }
  return /^\d{1,3}$/.test(value) ? null : 'notWholeDays'
}
