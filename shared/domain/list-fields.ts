/**
 * What a field of a list is: its kind decides which conditions it takes, how it sorts, how it groups and what may be added up.
 *
 * A value that nobody knows is `null`, never 0 and never an empty text.
 */

import type { FilterOp } from './lists'

/** `percent` are basis points, `money` minor units of the row's currency, `day` `YYYY-MM-DD`, `instant` epoch ms, `person` a name. */
export const FIELD_KINDS = [
  'text',
  'number',
  'money',
  'percent',
  'ratio',
  'day',
  'instant',
  'choice',
  'tags',
  'person',
  'bool',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

export type FieldValue = string | number | boolean | readonly string[] | null

export interface ListField {
  readonly id: string
  readonly kind: FieldKind
  /** `choice` only: its values in the order of the work; others stand after them. */
  readonly choices?: readonly string[] | undefined
  /** `choice` only: the words people read; they are sorted and searched by. */
  readonly words?: Readonly<Record<string, string>> | undefined
}

/** A field that can be read from a row. */
export interface RowField<R> extends ListField {
  readonly value: (row: R) => FieldValue
  /** `money` only: the currency of the row's value, null where it is not known. */
  readonly currency?: ((row: R) => string | null) | undefined
}

/** Where the person is in time: `day` is today, days of instants are those of `timezone`. */
export interface ListMoment {
  readonly day: string
  readonly timezone: string
}

const WORDS: readonly FilterOp[] = ['contains', 'notContains', 'anyOf', 'noneOf', 'empty', 'notEmpty']
const SIZES: readonly FilterOp[] = ['atLeast', 'atMost', 'between', 'anyOf', 'noneOf', 'empty', 'notEmpty']
const AMOUNTS: readonly FilterOp[] = ['atLeast', 'atMost', 'between', 'empty', 'notEmpty']
const PICKS: readonly FilterOp[] = ['anyOf', 'noneOf', 'empty', 'notEmpty']

/** The conditions that make sense for a kind; the first is the one that is offered first. */
export const OPS_OF: Readonly<Record<FieldKind, readonly FilterOp[]>> = {
  text: WORDS,
  number: SIZES,
  money: AMOUNTS,
  percent: AMOUNTS,
  ratio: AMOUNTS,
  day: SIZES,
  instant: AMOUNTS,
  choice: PICKS,
  tags: [...PICKS, 'contains', 'notContains'],
  person: PICKS,
  bool: ['anyOf'],
}

/** Nothing is there: unknown, a blank text, no tag. */
export function isEmptyValue(value: FieldValue): boolean {
  return value === null || (typeof value === 'string' ? value.trim() === '' : isTags(value) && value.length === 0)
}

export function isTags(value: FieldValue): value is readonly string[] {
  return Array.isArray(value)
}

// oxlint-disable-next-line no-control-regex -- the first 128 signs need no other form
const PLAIN = /^[\u0000-\u007f]*$/

/** A text as it is compared: without capitals, full-width signs as half-width ones. */
export function folded(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFKC')).toLowerCase()
}

/** The text that a value is found by: the words of a choice, tags one after the other. */
export function searchText(value: FieldValue, field: ListField): string {
  if (value === null) return ''
  if (isTags(value)) return value.join('\n')
  const text = String(value)
  return field.words?.[text] ?? text
}
