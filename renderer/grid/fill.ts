/** Filling and emptying: what every cell of the selection is to hold. */

import { inputOf } from './cells'
import { currencyOf, type GridColumn } from './columns'
import type { Range } from './cursor'
import { cellsIn } from './cursor'
import type { TextFor } from './edit-plan'

export interface FillSource<R> {
  readonly row: (index: number) => R | undefined
  readonly columns: readonly GridColumn<R>[]
  /** What a cell is to hold but does not yet: it is being written, or could not be. */
  readonly markText: (row: R, column: string) => string | null
}

/** One text into every cell of the ranges. */
export function filled<R>(
  { row, columns }: Pick<FillSource<R>, 'row' | 'columns'>,
  ranges: readonly Range[],
  text: string,
): TextFor<R>[] {
  return cellsIn(ranges).flatMap(([index, at]) => {
    const record = row(index)
    const column = columns[at]
    return record === undefined || !column ? [] : [{ row: record, line: index, column, text }]
  })
}

/** The first row of each range into the rows below it, or its first column into those to the right. */
export function spread<R>(
  { row, columns, markText }: FillSource<R>,
  ranges: readonly Range[],
  direction: 'down' | 'right' | 'up' | 'left',
): TextFor<R>[] {
  return ranges.flatMap(({ top, bottom, left, right }) =>
    cellsIn([{ top, bottom, left, right }]).flatMap(([index, at]) => {
      const fromRow = direction === 'down' ? top : direction === 'up' ? bottom : index
      const fromColumn = direction === 'right' ? left : direction === 'left' ? right : at
      const record = row(index)
      const column = columns[at]
      const source = row(fromRow)
      const sourceColumn = columns[fromColumn]
      if (record === undefined || !column || source === undefined || !sourceColumn) return []
      if (index === fromRow && at === fromColumn) return []
      return [
        {
          row: record,
          line: index,
          column,
          text: markText(source, sourceColumn.id) ?? textOf(sourceColumn, source, column, record),
        },
      ]
    }),
  )
}

/** An amount says its currency where the other cell is kept in another: it is refused there, never taken for another amount. */
function textOf<R>(from: GridColumn<R>, source: R, to: GridColumn<R>, record: R): string {
  const text = inputOf(from, source)
  if (text === '' || from.edit?.as !== 'money' || to.edit?.as !== 'money') return text
  const currency = currencyOf(from, source)
  return currency === currencyOf(to, record) ? text : `${text} ${currency}`
}
