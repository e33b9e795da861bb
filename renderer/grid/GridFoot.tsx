/** Under a grid: how many rows, what the selected cells add up to, which columns are shown. */

import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { type Format, useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { currencyOf, type GridColumn } from './columns'
import { type Cursor, isSingleCell, type Range, rangeOf } from './cursor'
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
  const format = useFormat()
  const range = rangeOf(cursor)
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1)
  const sum =
    isSingleCell(cursor) || cursor.row < 0
      ? null
      : sumOf(
          columns.placed.map(({ column }) => column),
          rows,
          range,
          format,
        )
  return (
    <div className={classes.foot}>
      <span>{t('grid.rows', { count: rows.count })}</span>
      {ticked > 0 && <span>{t('grid.selected', { count: ticked })}</span>}
      {!isSingleCell(cursor) && cursor.row >= 0 && (
        <span>{sum === null ? t('grid.rangeCells', { cells }) : t('grid.range', { cells, sum })}</span>
      )}
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

/** More cells than this are not added up while a range is drawn. */
const SUM_LIMIT = 20_000

/** The sum of the selected figures, when they are of one kind: counts, or money of one currency. */
export function sumOf<R>(
  columns: readonly GridColumn<R>[],
  rows: GridRows<R>,
  range: Range,
  format: Format,
): string | null {
  const chosen = columns.slice(range.left, range.right + 1)
  const kind = chosen[0]?.kind
  if (
    (kind !== 'money' && kind !== 'number') ||
    chosen.some((column) => column.kind !== kind) ||
    (range.bottom - range.top + 1) * chosen.length > SUM_LIMIT
  ) {
    return null
  }
  let sum = 0
  const currencies = new Set<string>()
  for (let index = range.top; index <= range.bottom; index += 1) {
    const row = rows.get(index)
    if (row === undefined) {
      return null
    }
    for (const column of chosen) {
      const value = column.value(row)
      sum += typeof value === 'number' ? value : 0
      currencies.add(kind === 'money' ? currencyOf(column, row) : '')
    }
  }
  const [currency = ''] = currencies
  return currencies.size > 1 ? null : kind === 'money' ? format.money(sum, currency) : format.count(sum)
}
