/** A value as people type it into any field, and what was typed as the field's kind wants it. */

import { isRealDay } from '../../shared/domain/days'
import { parseAmount, typedAmount } from '../format/money'
import { listOf } from '../messages/record-text'
import type { Value } from './choice'

/** The kind of a field and, where it is money, its currency. */
export interface InputKind {
  readonly kind: string
  readonly currency: string | null
}

export function typedValue(value: Value, { kind, currency }: InputKind): string {
  if (value === null) {
    return ''
  }
  if (kind === 'money' && currency !== null && typeof value === 'number') {
    return typedAmount(value, currency)
  }
  return kind === 'json' && typeof value === 'string' ? (listOf(value)?.join(', ') ?? value) : String(value)
}

/** Undefined: what was typed does not fit; empty is no value. */
export function readValue(typed: string, { kind, currency }: InputKind): Value | undefined {
  const text = typed.trim()
  if (text === '') {
    return null
  }
  switch (kind) {
    case 'money':
      return currency === null ? undefined : (parseAmount(text, currency) ?? undefined)
    case 'integer':
    case 'instant':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
    case 'day':
      return isRealDay(text) ? text : undefined
    case 'json':
      return JSON.stringify(
        text
          .split(/[,，、\n]/)
          .map((part) => part.trim())
          .filter(Boolean),
      )
    default:
      return text
  }
}
