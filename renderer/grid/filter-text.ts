/** Conditions and values in words: on chips, heads of groups, colour signs. */

import { type FieldKind, type FieldValue, isTags } from '../../shared/domain/list-fields'
import type { ListFilter } from '../../shared/domain/lists'
import type { Format } from '../format/use-format'
import type { Text } from '../messages/i18n'
import type { GridColumn } from './columns'
import { fieldOf } from './fields'
import { figureText } from './figures'

export interface ValueWords {
  readonly t: Text<'views'>
  readonly common: Text<'common'>
  readonly format: Format
}

/** More values than this stand on a chip as a count. */
const MOST_NAMED = 3

/** The kind that a column is asked about by. */
export function kindOf<R>(column: GridColumn<R>): FieldKind {
  return fieldOf(column)?.kind ?? 'text'
}

/** A value as people read it. */
export function valueText<R>(
  column: GridColumn<R>,
  value: FieldValue,
  currency: string | null,
  { common, format }: ValueWords,
): string {
  if (isTags(value)) return value.join(', ')
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  if (typeof value === 'string') return column.words?.[value] ?? (isDayText(value) ? format.day(value) : value)
  return figureText(column, value, currency, format) ?? ''
}

function isDayText(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value)
}

/** `GMV at least $1,000.00`, `Market is Thailand or Vietnam`. */
export function filterText<R>(filter: ListFilter, column: GridColumn<R>, words: ValueWords): string {
  return [column.title, opText(filter.op, kindOf(column), words.t), valuesText(filter, column, words)]
    .filter((part) => part !== '')
    .join(' ')
}

/** The word for a condition; days have their own. */
export function opText(op: ListFilter['op'], kind: FieldKind, t: Text<'views'>): string {
  if ((kind === 'day' || kind === 'instant') && isDayOp(op)) return t(`dayOp.${op}`)
  return t(`op.${op}`)
}

const DAY_OPS = ['atLeast', 'atMost', 'between', 'anyOf', 'noneOf'] as const
function isDayOp(op: ListFilter['op']): op is (typeof DAY_OPS)[number] {
  return DAY_OPS.some((one) => one === op)
}

function valuesText<R>({ op, values }: ListFilter, column: GridColumn<R>, words: ValueWords): string {
  if (op === 'empty' || op === 'notEmpty') return ''
  const kind = kindOf(column)
  const currency = kind === 'money' ? values.find((value) => typeof value === 'string') : undefined
  const shown = values.filter((value) => kind !== 'money' || typeof value !== 'string')
  const named = shown.map((value) =>
    typeof value === 'string' && value.startsWith('today')
      ? relativeText(value, words.t)
      : valueText(column, value, currencyText(column, currency), words),
  )
  if (op === 'between') return named.join(' – ')
  return named.length > MOST_NAMED
    ? `${named.slice(0, MOST_NAMED - 1).join(', ')} +${named.length - MOST_NAMED + 1}`
    : named.join(', ')
}

/** The currency of a condition: that which it names, else the one of the whole column. */
function currencyText<R>(column: GridColumn<R>, named: string | undefined): string | null {
  return named ?? (typeof column.currency === 'string' ? column.currency : null)
}

function relativeText(value: string, t: Text<'views'>): string {
  const count = Number(value.replace('today', '') || 0)
  return count === 0
    ? t('filter.relative.today')
    : count < 0
      ? t('filter.relative.ago', { count: -count })
      : t('filter.relative.ahead', { count })
}
