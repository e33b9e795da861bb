/**
 * What stands in a contract's text for a name, a sum, a day: typed, said in the reader's language, never left blank unseen.
 *
 * Promise: both languages are filled from the same value, and a text with a variable that nobody filled lists it.
 */

import { z } from '../schema'
import type { ContractLanguage } from './contract-body'
import { decimalsOf } from './currencies'
import { isRealDay } from './days'
import { fill, type FilledPart, variablesOf } from './templates'

/** `money` is minor units of the contract's currency, `percent` basis points, the others whole numbers, days and texts. */
export type VariableKind = 'text' | 'money' | 'percent' | 'count' | 'days' | 'months' | 'day'
export type VariableValue = string | number

export interface Variable {
  readonly name: string
  readonly kind: VariableKind
  /** `record`: the contract, creator, shop or campaign says it; `own`: asked of the person, `standard` unless they say otherwise. */
  readonly from: 'record' | 'own'
  readonly standard?: VariableValue
}

const record = (name: string, kind: VariableKind): Variable => ({ name, kind, from: 'record' })
const own = (name: string, kind: VariableKind, standard?: VariableValue): Variable => ({
  name,
  kind,
  from: 'own',
  ...(standard === undefined ? {} : { standard }),
})

/** Every variable that the app knows. Any other name in an own clause is a text that is asked for. */
export const CONTRACT_VARIABLES: readonly Variable[] = [
  ...['agency', 'creator', 'handle', 'shop', 'client', 'campaign', 'number', 'title', 'law'].map((name) =>
    record(name, 'text'),
  ),
  ...['fee', 'advance', 'guaranteed', 'cap', 'total'].map((name) => record(name, 'money')),
  record('rate', 'percent'),
  ...['videos', 'lives', 'rounds'].map((name) => record(name, 'count')),
  ...['usageDays', 'noticeDays'].map((name) => record(name, 'days')),
  record('renewMonths', 'months'),
  ...['fromDay', 'toDay', 'exclusiveUntil'].map((name) => record(name, 'day')),
  record('exclusive', 'text'),
  record('currency', 'text'),
  own('product', 'text'),
  own('sampleValue', 'money'),
  own('postDays', 'days', 14),
  own('keepDays', 'days', 180),
  own('reviewDays', 'days', 3),
  own('payDays', 'days', 15),
  own('cureDays', 'days', 7),
  own('endDays', 'days', 15),
  own('secrecyMonths', 'months', 24),
  own('minAge', 'count', 18),
  own('disclosureTag', 'text', '#ad'),
  own('court', 'text'),
]

const KNOWN = new Map(CONTRACT_VARIABLES.map((variable) => [variable.name, variable]))

export function variableOf(name: string): Variable {
  return KNOWN.get(name) ?? own(name, 'text')
}

/** What people wrote for a contract's own variables. */
export const OwnValues = z.record(z.string().max(40), z.union([z.string().max(2000), z.int()]))
export type OwnValues = z.output<typeof OwnValues>

/** The values of a stored cell; what cannot be read is as if nobody had written it. */
export function readOwnValues(stored: string | null): OwnValues {
  if (stored === null) return {}
  try {
    return z.safeParse(OwnValues, JSON.parse(stored)).data ?? {}
  } catch {
    return {}
  }
}

/** By name; a value that does not fit its variable's kind is none. */
export type VariableValues = Readonly<Record<string, VariableValue | null>>

/** What records say, then what people wrote, then the standard; a variable of a record is never written over. */
export function valueOf(name: string, fromRecords: VariableValues, ownValues: OwnValues): VariableValue | null {
  const { kind, from, standard } = variableOf(name)
  const found = from === 'record' ? fromRecords[name] : (ownValues[name] ?? standard)
  return found !== undefined && found !== null && fits(kind, found) ? found : null
}

function fits(kind: VariableKind, value: VariableValue): boolean {
  if (kind === 'text') return typeof value === 'string' && value.trim() !== ''
  if (kind === 'day') return typeof value === 'string' && isRealDay(value)
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A value as the paper has it: *USD 900.00*, *900.00 USD*; *14 days*, *14 天*; *1 March 2026*, *2026年3月1日*. */
export function variableText(
  kind: VariableKind,
  value: VariableValue,
  { language, currency }: { readonly language: ContractLanguage; readonly currency: string | null },
): string {
  if (typeof value === 'string') return kind === 'day' ? dayText(value, language) : value.trim()
  if (kind === 'money') return moneyText(value, currency, language)
  if (kind === 'percent') return `${decimal(value, 2).replace(/\.?0+$/u, '')}%`
  if (kind === 'days') return language === 'zh' ? `${value} 天` : `${value} ${value === 1 ? 'day' : 'days'}`
  if (kind === 'months') return language === 'zh' ? `${value} 个月` : `${value} ${value === 1 ? 'month' : 'months'}`
  return String(value)
}

function dayText(day: string, language: ContractLanguage): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ''} ${year}`
}

/** The code of the currency and not its sign: `$` is the money of six of our markets. */
function moneyText(amount: number, currency: string | null, language: ContractLanguage): string {
  const code = currency ?? ''
  const [whole = '', part] = decimal(amount, decimalsOf(code)).split('.')
  const written = [whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','), ...(part === undefined ? [] : [part])].join('.')
  return (language === 'zh' ? `${written} ${code}` : `${code} ${written}`).trim()
}

/** An integer of minor units with its decimals, exact. */
function decimal(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? digits : `${whole}.${digits.slice(-decimals)}`
}

export interface FilledText {
  readonly text: string
  readonly parts: readonly FilledPart[]
  /** Each name once, in order. */
  readonly missing: readonly string[]
}

/** What fills a contract's texts in a language. */
export function openFilling(
  values: { readonly records: VariableValues; readonly own: OwnValues },
  of: { readonly language: ContractLanguage; readonly currency: string | null },
): (text: string) => FilledText {
  return (text) => {
    const written = variablesOf(text).map((name) => {
      const value = valueOf(name, values.records, values.own)
      return [name, value === null ? null : variableText(variableOf(name).kind, value, of)] as const
    })
    return fill(text, Object.fromEntries(written))
  }
}
