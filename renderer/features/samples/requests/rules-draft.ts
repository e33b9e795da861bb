/** The rules of sample requests as people type them: nothing typed is a line that is off. */

import type { Bound, SampleRules } from '../../../../shared/domain/sample-rules'
import { parseAmount, typedAmount } from '../../../format/money'

/** Lines that are one figure with what follows when it is not met. */
export const BOUND_RULES = [
  'followers',
  'gmv',
  'postRate',
  'score',
  'openSamples',
  'ghosted',
  'coolDownDays',
  'price',
] as const
export type BoundRule = (typeof BOUND_RULES)[number]

export const CAPS = ['shopDay', 'shopWeek', 'personDay', 'personWeek'] as const
export const CHOICES = ['off', 'ask', 'decline'] as const
export type Choice = (typeof CHOICES)[number]

export interface BoundDraft {
  readonly text: string
  readonly otherwise: Bound['otherwise']
}

export interface RulesDraft {
  readonly currency: string
  readonly bounds: Readonly<Record<BoundRule, BoundDraft>>
  readonly flags: Choice
  readonly market: Choice
  readonly categories: readonly string[]
  readonly categoriesOtherwise: Bound['otherwise']
  readonly duplicates: BoundDraft
  readonly sameClient: boolean
  readonly stock: boolean
  readonly caps: Readonly<Record<(typeof CAPS)[number], string>>
}

export function draftOf(rules: SampleRules): RulesDraft {
  const { currency, flags, market, categories, duplicates, stock, caps } = rules
  // One draft for each line.
  const bounds = Object.fromEntries(
    BOUND_RULES.map((rule) => {
      const bound = rules[rule]
      return [rule, { text: boundText(rule, bound, currency), otherwise: bound?.otherwise ?? 'ask' }]
    }),
  ) as RulesDraft['bounds']
  return {
    currency,
    bounds,
    flags: flags ?? 'off',
    market: market ?? 'off',
    categories: categories?.any ?? [],
    categoriesOtherwise: categories?.otherwise ?? 'ask',
    duplicates: { text: duplicates === null ? '' : String(duplicates.days), otherwise: duplicates?.otherwise ?? 'ask' },
    sameClient: duplicates?.sameClient ?? false,
    stock,
    caps: {
      shopDay: capText(caps.shopDay),
      shopWeek: capText(caps.shopWeek),
      personDay: capText(caps.personDay),
      personWeek: capText(caps.personWeek),
    },
  }
}

/** Null where something typed is no number. */
export function rulesOf(draft: RulesDraft): SampleRules | null {
  const { currency, duplicates } = draft
  const bounds = BOUND_RULES.map((rule) => [rule, readBound(rule, draft.bounds[rule], currency)] as const)
  const days = readWhole(duplicates.text)
  const caps = CAPS.map((cap) => [cap, readWhole(draft.caps[cap])] as const)
  if (bounds.some(([, bound]) => bound === undefined) || caps.some(([, cap]) => cap === undefined)) return null
  if (days === undefined || days === 0) return null
  // One of each, none undefined.
  const read = Object.fromEntries(bounds) as Record<BoundRule, Bound | null>
  const { flags, market, categories, categoriesOtherwise, sameClient, stock } = draft
  return {
    ...read,
    currency,
    flags: flags === 'off' ? null : flags,
    market: market === 'off' ? null : market,
    categories: categories.length === 0 ? null : { any: [...categories], otherwise: categoriesOtherwise },
    duplicates: days === null ? null : { days, sameClient, otherwise: duplicates.otherwise },
    stock,
    caps: Object.fromEntries(caps) as SampleRules['caps'],
  }
}

/** Whether what was typed for a line can be read. */
export function isBoundText(rule: BoundRule, text: string, currency: string): boolean {
  return readBound(rule, { text, otherwise: 'ask' }, currency) !== undefined
}

export function isWholeText(text: string): boolean {
  return readWhole(text) !== undefined
}

function isMoney(rule: BoundRule): boolean {
  return rule === 'gmv' || rule === 'price'
}

function boundText(rule: BoundRule, bound: Bound | null, currency: string): string {
  if (bound === null) return ''
  if (isMoney(rule)) return typedAmount(bound.bound, currency)
  return String(rule === 'postRate' ? bound.bound / 100 : bound.bound)
}

function capText(cap: number | null): string {
  return cap === null ? '' : String(cap)
}

/** Null: off; undefined: no number. */
function readBound(rule: BoundRule, { text, otherwise }: BoundDraft, currency: string): Bound | null | undefined {
  if (text.trim() === '') return null
  if (isMoney(rule)) {
    const amount = parseAmount(text, currency)
    return amount === null || amount < 0 ? undefined : { bound: amount, otherwise }
  }
  if (rule === 'postRate') {
    const percent = /^\d{1,3}(?:\.\d{1,2})?$/u.test(text.trim()) ? Number(text) : 101
    return percent > 100 ? undefined : { bound: Math.round(percent * 100), otherwise }
  }
  const whole = readWhole(text)
  return whole === null || whole === undefined ? undefined : { bound: whole, otherwise }
}

function readWhole(text: string): number | null | undefined {
  const plain = text.trim().replaceAll(',', '')
  if (plain === '') return null
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : undefined
}
