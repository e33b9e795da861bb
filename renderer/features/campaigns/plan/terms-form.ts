/** Terms of payment as they are typed: every field of the model as text, and back. */

import type { PayTerm } from '../../../../shared/contract/campaign-views'
import { PAY_FIELDS, type PayFieldKind, type PayModel, readPay } from '../../../../shared/domain/pay-models'
import { parseAmount, typedAmount } from '../../../format/money'
import { parseRate, typedRate } from '../../../format/rates'

export interface TermsDraft {
  readonly creatorId: string
  readonly model: PayModel
  /** By name of the field. */
  readonly typed: Readonly<Record<string, string>>
  readonly fromDay: string
  readonly toDay: string
  readonly note: string
}

/** The model's fields in their order. */
export function fieldsOfModel(model: PayModel): readonly (readonly [field: string, kind: PayFieldKind])[] {
  return Object.entries(PAY_FIELDS[model])
}

export function termsDraft(term: PayTerm | null, currency: string): TermsDraft {
  const model = term?.model ?? 'flat'
  return {
    creatorId: term?.creatorId ?? '',
    model,
    typed: Object.fromEntries(
      fieldsOfModel(model).map(([field, kind]) => [field, typedText(term?.terms?.[field], kind, currency)]),
    ),
    fromDay: term?.fromDay ?? '',
    toDay: term?.toDay ?? '',
    note: term?.note ?? '',
  }
}

/** The terms as they are stored; else the fields that cannot be read. */
export function termsOf(
  { model, typed }: TermsDraft,
  currency: string,
): { readonly terms: Record<string, TermValue>; readonly wrong: readonly string[] } {
  const read = fieldsOfModel(model).map(
    ([field, kind]) => [field, readText(typed[field] ?? '', kind, currency)] as const,
  )
  const wrong = read.flatMap(([field, value]) => (value === WRONG ? [field] : []))
  const terms = Object.fromEntries(
    read.flatMap(([field, value]) => (value === WRONG || value === undefined ? [] : [[field, value]])),
  )
  // What is blank and has no default is missing.
  const missing = wrong.length === 0 && readPay(model, terms) === null
  const blank = fieldsOfModel(model).flatMap(([field]) => ((typed[field] ?? '').trim() === '' ? [field] : []))
  return { terms, wrong: missing ? (blank.length > 0 ? blank : fieldsOfModel(model).map(([field]) => field)) : wrong }
}

type TermValue = string | number | string[] | number[] | { from: number; rate: number }[]

const WRONG = Symbol('cannot be read')

function typedText(value: unknown, kind: PayFieldKind, currency: string): string {
  if (value === undefined || value === null) return ''
  if (kind === 'money') return typeof value === 'number' ? typedAmount(value, currency) : ''
  if (kind === 'share') return typeof value === 'number' ? typedRate(value) : ''
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (!Array.isArray(value)) return ''
  return value.map((line: unknown) => lineText(line, kind, currency)).join('\n')
}

function lineText(line: unknown, kind: PayFieldKind, currency: string): string {
  if (typeof line === 'number') return kind === 'prizes' ? typedAmount(line, currency) : String(line)
  if (typeof line === 'object' && line !== null && 'from' in line && 'rate' in line) {
    return `${typedAmount(Number(line.from), currency)} = ${typedRate(Number(line.rate))}`
  }
  return typeof line === 'string' ? line : ''
}

/** Undefined where nothing was typed: the model's default holds. */
function readText(text: string, kind: PayFieldKind, currency: string): TermValue | typeof WRONG | undefined {
  const typed = text.trim()
  if (typed === '') return kind === 'platforms' ? [] : undefined
  switch (kind) {
    case 'money':
      return amount(typed, currency) ?? WRONG
    case 'share':
      return parseRate(typed) ?? WRONG
    case 'count':
      return /^\d{1,6}$/u.test(typed) ? Number(typed) : WRONG
    case 'choice':
      return typed
    case 'platforms':
      return linesOf(typed)
    case 'prizes':
      return whole(linesOf(typed).map((line) => amount(line, currency)))
    case 'tiers':
      return whole(linesOf(typed).map((line) => tier(line, currency)))
  }
}

function tier(line: string, currency: string): { from: number; rate: number } | null {
  const [left = '', right = ''] = line.split('=')
  const from = amount(left, currency)
  const rate = parseRate(right)
  return from === null || rate === null ? null : { from, rate }
}

function amount(text: string, currency: string): number | null {
  const read = parseAmount(text, currency)
  return read !== null && read >= 0 ? read : null
}

function whole<T>(lines: readonly (T | null)[]): T[] | typeof WRONG {
  const read = lines.flatMap((line) => (line === null ? [] : [line]))
  return read.length === lines.length ? read : WRONG
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
