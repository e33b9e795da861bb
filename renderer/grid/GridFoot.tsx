/** Under a grid: how many rows, what the selected cells add up to, which columns are shown. */

import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { type Format, useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import type { Totals } from '../../shared/domain/list-groups'
import { type GridColumn, isFigure } from './columns'
import { type Cursor, isSingleCell, rangeOf } from './cursor'
import { medianText, sumText, totalsOfRange } from './figures'
import classes from './grid.module.css'
import type { GridRows } from './rows'
import type { GridColumns } from './use-columns'

export interface GridFootProps<R> {
  readonly rows: GridRows<R>
  readonly columns: GridColumns<R>
  readonly cursor: Cursor
  readonly ticked: number
  readonly children?: ReactNode
}

export function GridFoot<R>({ rows, columns, cursor, ticked, children }: GridFootProps<R>) {
  const t = useText('common')
  return (
    <div className={classes.foot}>
      <span>{t('grid.rows', { count: rows.total ?? rows.count })}</span>
      {ticked > 0 && <span>{t('grid.selected', { count: ticked })}</span>}
      <Selected rows={rows} columns={columns} cursor={cursor} />
      <Whole rows={rows} columns={columns} cursor={cursor} />
      {children}
      <span className={classes.spring} />
      <Popover position="top-end" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconColumns size={14} />}>
            {t('grid.columns')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs" className={classes.list}>
            {columns.all.map(({ column, shown }, index) => (
              <Checkbox
                key={column.id}
                label={column.title}
                checked={shown}
                disabled={index === 0}
                onChange={() => columns.show(column.id, !shown)}
              />
            ))}
            <Button variant="default" onClick={columns.reset}>
              {t('grid.resetColumns')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** What the selected cells come to: sum and median where they are figures of one kind. */
function Selected<R>({ rows, columns, cursor }: Pick<GridFootProps<R>, 'rows' | 'columns' | 'cursor'>) {
  const t = useText('views')
  const format = useFormat()
  if (isSingleCell(cursor) || cursor.row < 0) {
    return null
  }
  const range = rangeOf(cursor)
  const chosen = columns.placed.slice(range.left, range.right + 1).map(({ column }) => column)
  const cells = (range.bottom - range.top + 1) * chosen.length
  const totals = totalsOfRange(chosen, rows, range)
  return (
    <span>
      {t('figures.cells', { cells })}
      <Figures column={chosen[0]} totals={totals} format={format} />
    </span>
  )
}

/** What the cursor's column comes to in the whole view. */
function Whole<R>({ rows, columns, cursor }: Pick<GridFootProps<R>, 'rows' | 'columns' | 'cursor'>) {
  const t = useText('views')
  const format = useFormat()
  const column = columns.placed[cursor.column]?.column
  const totals = column && isFigure(column.kind) ? rows.totals?.(column.id) : null
  if (!column || !totals || totals.length === 0) {
    return null
  }
  return (
    <span title={t('figures.view')}>
      {t('figures.of', { column: column.title })}
      <Figures column={column} totals={totals} format={format} bare />
    </span>
  )
}

interface FiguresProps<R> {
  readonly column: GridColumn<R> | undefined
  readonly totals: readonly Totals[] | null
  readonly format: Format
  readonly bare?: boolean
}

function Figures<R>({ column, totals, format, bare = false }: FiguresProps<R>) {
  const t = useText('views')
  if (!column || !totals) {
    return null
  }
  const sum = sumText(column, totals, format)
  const median = medianText(column, totals, format)
  const parts = [sum && t('figures.sum', { sum }), median && t('figures.median', { median })].filter(Boolean)
  return parts.length === 0 ? null : `${bare ? ' ' : ' · '}${parts.join(' · ')}`
}
