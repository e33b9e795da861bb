/**
 * Which rows a list shows: one rule for lists in memory and for the index of the workspace process.
 *
 * A condition is read once and then asked of every row, so that 100,000 rows answer while somebody types.
 */

import { addDays, dayStart, isRealDay } from './days'
import {
  type FieldValue,
  folded,
  isEmptyValue,
  isTags,
  type ListField,
  type ListMoment,
  type RowField,
  searchText,
} from './list-fields'
import type { FilterOp, ListFilter } from './lists'

/** Whether a value passes; `currency` is that of the row, for money. */
export type ValueTest = (value: FieldValue, currency: string | null) => boolean

const UTC: ListMoment = { day: '1970-01-01', timezone: 'UTC' }
const always: ValueTest = () => true

/** Whether one value meets one condition. For many rows read the condition once with `valueTest`. */
export function matches(
  filter: ListFilter,
  value: FieldValue,
  field: ListField,
  { currency = null, moment = UTC }: { readonly currency?: string | null; readonly moment?: ListMoment } = {},
): boolean {
  return valueTest(filter, field, moment)(value, currency)
}

/** The condition as a test of values. One that is not finished (no values, no readable bound) lets everything pass. */
export function valueTest(filter: ListFilter, field: ListField, moment: ListMoment = UTC): ValueTest {
  const { op, values } = filter
  switch (op) {
    case 'empty':
      return isEmptyValue
    case 'notEmpty':
      return (value) => !isEmptyValue(value)
    case 'anyOf':
      return values.length === 0 ? always : oneOf(values, field, moment)
    case 'noneOf':
      return values.length === 0 ? always : negated(oneOf(values, field, moment))
    case 'contains':
      return containing(values, field)
    case 'notContains':
      return negated(containing(values, field), always)
    case 'atLeast':
    case 'atMost':
    case 'between':
      return within(op, values, field, moment)
  }
}

function negated(test: ValueTest, whenAlways: ValueTest = always): ValueTest {
  return test === always ? whenAlways : (value, currency) => !test(value, currency)
}

function oneOf(values: ListFilter['values'], field: ListField, moment: ListMoment): ValueTest {
  switch (field.kind) {
    case 'bool':
      // What was never said is no.
      return (value) => values.includes(value === true)
    case 'number':
    case 'money':
    case 'percent':
    case 'ratio':
      return (value) => typeof value === 'number' && values.includes(value)
    case 'day':
    case 'instant': {
      // Each day is a range of its own, so that no instant has to be turned into a day.
      const days = values.map((value) => within('between', [value, value], field, moment))
      return (value, currency) => days.some((test) => test !== always && test(value, currency))
    }
    case 'text':
    case 'choice':
    case 'tags':
    case 'person': {
      const wanted = new Set(values.map((value) => folded(String(value))))
      const isWanted = field.kind === 'text' ? (text: string) => wanted.has(folded(text)) : keptTest(wanted)
      return (value) => (typeof value === 'string' ? isWanted(value) : isTags(value) ? value.some(isWanted) : false)
    }
  }
}

/** Lists have few different choices, names and tags: each is folded once. */
function keptTest(wanted: ReadonlySet<string>): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = wanted.has(folded(text))
    known.set(text, found)
    return found
  }
}

function containing(values: ListFilter['values'], field: ListField): ValueTest {
  const parts = values.map((value) => folded(String(value)).trim()).filter((part) => part !== '')
  if (parts.length === 0) return always
  const [only] = parts
  if (parts.length === 1 && only !== undefined && field.kind === 'text') {
    return (value) => typeof value === 'string' && folded(value).includes(only)
  }
  return (value) => {
    const text = folded(searchText(value, field))
    return parts.some((part) => text.includes(part))
  }
}

type Bound = string | number
type Value = ListFilter['values'][number]

function within(op: FilterOp, values: ListFilter['values'], field: ListField, moment: ListMoment): ValueTest {
  const currency = field.kind === 'money' ? values.find((value) => typeof value === 'string') : undefined
  const sizes = values.filter((value) => lowest(value, field, moment) !== null)
  const [first, second = op === 'between' ? undefined : sizes[0]] = sizes
  if (first === undefined) return always
  const low = op === 'atMost' ? null : lowest(first, field, moment)
  const high = op === 'atLeast' || second === undefined ? null : highest(second, field, moment)
  const [from, to] = low !== null && high !== null && low > high ? turned(sizes, field, moment) : [low, high]
  const type = typeof (from ?? to)
  return (value, rowCurrency) =>
    // Texts and numbers do not compare: a day is in no range of numbers.
    (typeof value === 'number' || typeof value === 'string') &&
    typeof value === type &&
    (currency === undefined || currency === rowCurrency) &&
    (from === null || value >= from) &&
    (to === null || value <= to)
}

/** A range that was given from its end to its beginning. */
function turned([first, second]: readonly Value[], field: ListField, moment: ListMoment) {
  return [lowest(second ?? '', field, moment), highest(first ?? '', field, moment)] as const
}

/** Where a range that begins with `value` begins; null when it is no bound of this kind of field. */
function lowest(value: Value, { kind }: ListField, moment: ListMoment): Bound | null {
  if (typeof value === 'number') return kind === 'day' ? null : value
  const day = typeof value === 'string' && (kind === 'day' || kind === 'instant') ? dayText(value, moment) : null
  return day === null || kind === 'day' ? day : dayStart(day, moment.timezone)
}

/** Where a range that ends with `value` ends: a day of instants ends with its last millisecond. */
function highest(value: Value, field: ListField, moment: ListMoment): Bound | null {
  const day = field.kind === 'instant' && typeof value === 'string' ? dayText(value, moment) : null
  return day === null ? lowest(value, field, moment) : dayStart(addDays(day, 1), moment.timezone) - 1
}

const COUNTED = /^today(?:([+-])(\d{1,5}))?$/

/** A day as it is written or counted from today; null when it is none. */
export function dayText(value: string, { day }: ListMoment): string | null {
  const counted = COUNTED.exec(value)
  if (counted) {
    return addDays(day, Number(counted[2] ?? 0) * (counted[1] === '-' ? -1 : 1))
  }
  return isRealDay(value) ? value : null
}

/** Every condition that can be asked, and those whose field is not there any more: they are left out, and named to the person. */
export interface RowTest<R> {
  readonly test: (row: R) => boolean
  readonly missing: readonly ListFilter[]
}

/** All conditions must hold. */
export function rowTest<R>(
  filters: readonly ListFilter[],
  fields: readonly RowField<R>[],
  moment: ListMoment = UTC,
): RowTest<R> {
  const missing: ListFilter[] = []
  const tests: ((row: R) => boolean)[] = []
  for (const filter of filters) {
    const field = fields.find(({ id }) => id === filter.field)
    if (!field) {
      missing.push(filter)
      continue
    }
    const test = valueTest(filter, field, moment)
    if (test !== always) tests.push(rowTestOf(test, field))
  }
  const [first, second] = tests
  const test = !first
    ? () => true
    : !second
      ? first
      : (row: R) => {
          for (const one of tests) if (!one(row)) return false
          return true
        }
  return { test, missing }
}

function rowTestOf<R>(test: ValueTest, { value, currency }: RowField<R>): (row: R) => boolean {
  return currency ? (row) => test(value(row), currency(row)) : (row) => test(value(row), null)
}

/** Whether every word of `search` stands in some field of the row; without words everything is found. */
export function searchTest<R>(search: string, fields: readonly RowField<R>[]): (row: R) => boolean {
  const words = folded(search).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return () => true
  return (row) => {
    const text = fields.map((field) => folded(searchText(field.value(row), field))).join('\n')
    return words.every((word) => text.includes(word))
  }
}
