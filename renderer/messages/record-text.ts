/** Records, fields and values of any kind in words: for whatever speaks of all of them. */

import i18next from 'i18next'

import { COST_KINDS } from '../../shared/contract/costs'
import type { RecordRow } from '../../shared/contract/records'
import { PAYMENT_STATES } from '../../shared/domain/payments'
import { REVIEW_STATES } from '../../shared/domain/reviews'
import { SAMPLE_STATES } from '../../shared/domain/samples'
import { entityOf, isEntityName } from '../../shared/sync/registry'
import { DECLINE_CODES } from '../../shared/domain/sample-rules'
import type { Format } from '../format/use-format'
import { DASH } from '../ui/dash'
import { BASIS_POINTS } from '../grid/fields'
import { EN } from './catalogues'
import { RATIO_COLUMNS, VALUE_WORDS } from './value-words'

/** One cell of a record. */
export type Value = RecordRow[string]

export function entityText(entity: string, one = false): string {
  const group = one ? 'one' : 'entity'
  return wordOf(`records:${group}`, EN.records[group], entity)
}

/** `''` is the whole record. */
export function fieldText(field: string): string {
  return field === '' ? i18next.t('records:whole') : wordOf('records:field', EN.records.field, field)
}

/** What a value is, as far as it decides how it is written. */
export interface ValueKind {
  /** Whose field it is, where that is known: a state of a review and one of a sample may go by one word. */
  readonly entity?: string
  readonly field: string
  /** The kind of its column; '' where nobody said. */
  readonly kind: string
  readonly currency: string | null
}

/** Names in place of ids, for references that the window knows. */
export type Names = ReadonlyMap<string, string>

export function valueText(value: Value, about: ValueKind, format: Format, names?: Names): string {
  if (value === null || value === '') {
    return DASH
  }
  if (typeof value === 'boolean' || about.kind === 'bool') {
    return value === true || value === 1 ? i18next.t('common:yes') : i18next.t('common:no')
  }
  if (typeof value === 'number') {
    return numberText(value, about, format)
  }
  return names?.get(value) ?? wordText(value, about, format)
}

function numberText(value: number, { entity, field, kind, currency }: ValueKind, format: Format): string {
  if (RATIO_COLUMNS.has(`${entity}.${field}`)) {
    return format.percent(value / BASIS_POINTS, 2)
  }
  if (kind === 'money' && currency !== null) {
    return format.money(value, currency)
  }
  return kind === 'instant' ? format.instant(value) : format.count(value)
}

function wordText(value: string, { entity, kind, field }: ValueKind, format: Format): string {
  const word = entity === undefined ? null : valueWord(entity, field, value)
  if (word !== null) {
    return word
  }
  if (entity === 'sampleEvents' && field === 'reason') {
    return reasonText(value)
  }
  if (kind === 'day') {
    return format.day(value)
  }
  if (kind === 'json' || field === 'tags') {
    return listOf(value)?.join(' · ') ?? value
  }
  const cost = COST_KINDS.find((word) => word === value)
  if (field === 'kind' && cost) {
    return i18next.t(`words:costKind.${cost}`)
  }
  return STATE_FIELDS.has(field) ? stateText(value, field) : value
}

/** One of the values that a column takes, in words; null where the value or the column has none. */
export function valueWord(entity: string, field: string, value: string): string | null {
  const place = VALUE_WORDS[`${entity}.${field}`]
  if (place === undefined || !/^\w+$/u.test(value)) return null
  // Perhaps a key of the catalogue; where it is none, nothing is said.
  const word: string = i18next.t(`${place}.${value}` as 'records:whole', { defaultValue: '' })
  return word === '' ? null : word
}

/** Why a step was taken: a decline begins with the platform's own word, the rest is what somebody wrote. */
export function reasonText(reason: string): string {
  const [, code = '', note] = /^([A-Z_]+)(?:: (.*))?$/su.exec(reason) ?? []
  const known = DECLINE_CODES.find((one) => one === code)
  if (!known) return reason
  const word = i18next.t(`sampleRequests:decline.code.${known}`)
  return note === undefined ? word : i18next.t('sampleRequests:decline.with', { word, note })
}

/** The kind of a record's column by the registry; '' where the field is none. */
export function kindOfField(entity: string, field: string): string {
  const columns = isEntityName(entity) ? entityOf(entity).columns : {}
  return Object.hasOwn(columns, field) ? (columns[field]?.kind ?? '') : ''
}

/** Where a state stands: a step's two ends, and the machine's own name where a contradiction is spoken of. */
const STATE_FIELDS: ReadonlySet<string> = new Set(['payment', 'sample', 'review', 'fromState', 'toState'])

/** A state in words. Where the field does not say whose state it is, the first machine that knows the word. */
function stateText(value: string, field: string): string {
  const payment = PAYMENT_STATES.find((word) => word === value)
  if (payment && field !== 'sample' && field !== 'review') return i18next.t(`words:payment.${payment}`)
  const sample = SAMPLE_STATES.find((word) => word === value)
  if (sample && field !== 'review') return i18next.t(`words:sampleState.${sample}`)
  const review = REVIEW_STATES.find((word) => word === value)
  return review ? i18next.t(`words:reviewState.${review}`) : value
}

/** The texts of a JSON list; null when it is none. */
export function listOf(json: string): readonly string[] | null {
  try {
    const read: unknown = JSON.parse(json)
    return Array.isArray(read) ? read.map(String) : null
  } catch {
    return null
  }
}

function wordOf(path: string, words: Readonly<Record<string, string>>, name: string): string {
  // Known keys were just looked up in the catalogue.
  return Object.hasOwn(words, name) ? i18next.t(`${path}.${name}` as 'records:whole') : name
}
