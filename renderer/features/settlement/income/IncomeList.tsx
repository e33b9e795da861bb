/** One list of income in the grid: sorted in memory, a row opens its detail where there is one. */

import { type ReactNode, useState } from 'react'

import { useFormat } from '../../../format/use-format'
import type { GridColumn, GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useArrayRows } from '../../../grid/rows'
import { type OpenRow, useOpenRow } from '../../../ui/use-open-row'
import classes from '../settlement.module.css'

export interface IncomeListProps<R> {
  readonly name: string
  readonly label: string
  readonly columns: readonly GridColumn<R>[]
  readonly list: readonly R[]
  readonly rowId: (row: R) => string
  /** Above the rows: what the list as a whole says. */
  readonly note?: ReactNode
  readonly empty: ReactNode
  readonly renderDetail?: (row: R, drawer: OpenRow<R>['drawer']) => ReactNode
}

export function IncomeList<R>({ name, label, columns, list, rowId, note, empty, renderDetail }: IncomeListProps<R>) {
  const { language } = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const rows = useArrayRows(list, columns, sort, language)
  const opened = useOpenRow(rows, rowId)
  return (
    <div className={classes.whole}>
      {note && <div className={classes.note}>{note}</div>}
      <div className={classes.rest}>
        <DataGrid
          name={name}
          label={label}
          columns={columns}
          rows={rows}
          rowId={rowId}
          sort={sort}
          onSort={setSort}
          {...(renderDetail && { onOpen: opened.open })}
          takesFocus
          empty={empty}
        />
      </div>
      {opened.row !== null && renderDetail?.(opened.row, opened.drawer)}
    </div>
  )
}
