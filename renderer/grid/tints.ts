/** Colours of rows and cells that meet a rule of the view: always with a sign and the rule in words as well. */

import type { ListMoment } from '../../shared/domain/list-fields'
import { valueTest } from '../../shared/domain/list-filters'
import type { ColorRule } from '../../shared/domain/lists'
import type { GridColumn } from './columns'
import { fieldsOf } from './fields'

export interface Tint {
  readonly color: ColorRule['color']
  /** The condition that holds, in words. */
  readonly why: string
}

export interface RowTint {
  readonly row: Tint | null
  /** By column. */
  readonly cells: ReadonlyMap<string, Tint>
}

/**
 * What colours a row; null where no rule holds. The first rule that holds decides, for the row and for each cell. Rules on
 * columns that are not there colour nothing.
 */
export function tintsOf<R extends object>(
  rules: readonly ColorRule[],
  columns: readonly GridColumn<R>[],
  moment: ListMoment,
  wordsOf: (rule: ColorRule) => string,
): (row: R) => RowTint | null {
  const fields = fieldsOf(columns)
  const readable = rules.flatMap((rule) => {
    const field = fields.find(({ id }) => id === rule.when.field)
    if (!field) return []
    const test = valueTest(rule.when, field, moment)
    const holds = (row: R): boolean => test(field.value(row), field.currency?.(row) ?? null)
    return [{ column: rule.column, holds, tint: { color: rule.color, why: wordsOf(rule) } }]
  })
  // Rows are drawn again only when their tint is another object.
  const known = new WeakMap<R, RowTint | null>()
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const cells = new Map<string, Tint>()
    let whole: Tint | null = null
    for (const { column, holds, tint } of readable) {
      if (!holds(row)) continue
      if (column === null) whole ??= tint
      else if (!cells.has(column)) cells.set(column, tint)
    }
    const found = whole === null && cells.size === 0 ? null : { row: whole, cells }
    known.set(row, found)
    return found
  }
}
