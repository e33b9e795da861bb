/** Columns as fields that can be filtered, grouped, coloured and added up. */

import type { FieldKind, FieldValue, RowField } from '../../shared/domain/list-fields'
import { currencyOf, type GridColumn } from './columns'

/** How a column is asked about, where its kind and cells do not say it already. */
export interface ColumnField<R> {
  readonly kind: FieldKind
  /** In place of the cell's own value: tags as a list, yes or no. */
  readonly value?: (row: R) => FieldValue
  /** `choice`: in the order of the work. */
  readonly choices?: readonly string[]
}

/** Percentages of cells are fractions, those of fields basis points: 0.125 is 1250. */
export const BASIS_POINTS = 10_000

/** The field behind a column, or null where nobody can ask about it. */
export function fieldOf<R>(column: GridColumn<R>): RowField<R> | null {
  if (column.field === false) return null
  const kind = column.field?.kind ?? column.kind
  return {
    id: column.id,
    kind,
    value: column.field?.value ?? valueOf(column, kind),
    ...(kind === 'money' && { currency: (row: R) => currencyOf(column, row) }),
    ...(kind === 'choice' && {
      words: column.words,
      choices: column.field?.choices ?? Object.keys(column.words ?? {}),
    }),
  }
}

/** A stored fraction as the basis points that fields are asked in. */
function valueOf<R>(column: GridColumn<R>, kind: FieldKind): (row: R) => FieldValue {
  return kind === 'percent' && column.kind === 'percent'
    ? (row) => {
        const value = column.value(row)
        return typeof value === 'number' ? Math.round(value * BASIS_POINTS) : value
      }
    : column.value
}

/** Every field of a list. */
export function fieldsOf<R>(columns: readonly GridColumn<R>[]): readonly RowField<R>[] {
  return columns.flatMap((column) => fieldOf(column) ?? [])
}
