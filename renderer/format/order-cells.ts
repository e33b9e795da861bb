/** A cell of an order line in words: each column by the way its cells are read. */

import { CONTENT_TYPES, ORDER_COLUMNS, ORDER_STATUSES, type OrderColumn } from '../../shared/domain/orders'
import type { Text } from '../messages/i18n'
import type { Format } from './use-format'

/** Text, minor units, basis points or a local time, as the contract gives it. */
export type OrderCell = string | number | null

export interface OrderCellWords {
  readonly words: Text<'words'>
  readonly common: Text<'common'>
  readonly format: Format
}

/** The keys are exactly the columns. */
export const ORDER_COLUMN_NAMES = Object.keys(ORDER_COLUMNS) as readonly OrderColumn[]

const BASIS_POINTS = 10_000

/** `null` where the file says nothing. */
export function orderCellText(
  column: OrderColumn,
  cell: OrderCell | undefined,
  currency: string,
  { words, common, format }: OrderCellWords,
): string | null {
  if (cell === null || cell === undefined || cell === '') {
    return null
  }
  switch (ORDER_COLUMNS[column]) {
    case 'money':
      return typeof cell === 'number' ? format.money(cell, currency) : cell
    case 'rate':
      return typeof cell === 'number' ? format.percent(cell / BASIS_POINTS, 2) : cell
    case 'count':
      return typeof cell === 'number' ? format.count(cell) : cell
    case 'flag':
      return common(cell === 1 ? 'yes' : 'no')
    case 'status': {
      const status = ORDER_STATUSES.find((known) => known === cell)
      return status ? words(`status.${status}`) : String(cell)
    }
    case 'contentType': {
      const type = CONTENT_TYPES.find((known) => known === cell)
      return type ? words(`contentType.${type}`) : String(cell)
    }
    case 'id':
    case 'text':
    case 'handle':
    case 'currency':
    case 'time':
      return String(cell)
  }
}
