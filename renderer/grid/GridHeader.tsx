// The grid has the focus and names its active cell (aria-activedescendant); cells are never focused themselves.
/* oxlint-disable jsx-a11y/interactive-supports-focus */
/** The titles of a grid: click sorts, the edge resizes, dragging moves, the menu does all of it without a mouse. */

import { Checkbox, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useText } from '../messages/i18n'
import { type GridColumn, type GridSort, headerCurrency, isFigure } from './columns'
import classes from './grid.module.css'
import { type GridColumns, type PlacedColumn, placeStyle } from './use-columns'

export interface GridHeaderProps<R> {
  readonly gridId: string
  readonly columns: GridColumns<R>
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  /** Column of the cursor when it is in the header, else −1. */
  readonly active: number
  /** Column whose menu is open. */
  readonly menu: string | null
  readonly onMenu: (column: string | null) => void
  /** More for the menu of a column. */
  readonly more?: ((column: GridColumn<R>) => ReactNode) | undefined
  /** Null: rows cannot be ticked. */
  readonly allTicked: boolean | null
  readonly onTickAll: () => void
}

export function GridHeader<R>(props: GridHeaderProps<R>) {
  const { gridId, columns, active, allTicked, onTickAll } = props
  const t = useText('common')
  return (
    <div role="row" aria-rowindex={1} className={classes.row}>
      {allTicked !== null && (
        <div role="columnheader" className={classes.cell} data-tick>
          <Checkbox checked={allTicked} onChange={onTickAll} tabIndex={-1} aria-label={t('grid.tickAll')} />
        </div>
      )}
      {columns.placed.map((placed, position) => (
        <Title
          key={placed.column.id}
          {...props}
          id={`${gridId}--1-${position}`}
          placed={placed}
          position={position}
          isActive={position === active}
        />
      ))}
    </div>
  )
}

interface TitleProps<R> extends GridHeaderProps<R> {
  readonly id: string
  readonly placed: PlacedColumn<R>
  readonly position: number
  readonly isActive: boolean
}

function Title<R>(props: TitleProps<R>) {
  const { id, placed, position, isActive, columns, sort, onSort } = props
  const { column } = placed
  const sorted = sort?.column === column.id ? sort : null
  const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp
  const currency = headerCurrency(column)
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={position + 1}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      className={classes.cell}
      data-figure={isFigure(column.kind) || undefined}
      data-pinned={placed.pinned || undefined}
      data-active={isActive || undefined}
      data-sorted={sorted ? true : undefined}
      style={placeStyle(placed)}
      draggable={!placed.pinned && !placed.isResizing}
      onDragStart={(event) => event.dataTransfer.setData('text/column', column.id)}
      onDragOver={(event) => !placed.pinned && event.preventDefault()}
      onDrop={(event) => columns.move(event.dataTransfer.getData('text/column'), column.id)}
    >
      <button
        type="button"
        className={classes.title}
        tabIndex={-1}
        title={column.hint ?? column.title}
        onClick={() => column.sortable !== false && onSort(nextSort(sort, column.id, isFigure(column.kind)))}
      >
        <span className={classes.text}>
          {column.title}
          {currency && <span className={classes.code}>{currency}</span>}
        </span>
        {sorted && <Arrow size={12} aria-hidden />}
      </button>
      <TitleMenu {...props} />
      <span
        className={classes.resize}
        data-active={placed.isResizing || undefined}
        onMouseDown={placed.onResize}
        onTouchStart={placed.onResize}
        aria-hidden
      />
    </div>
  )
}

function TitleMenu<R>({ placed: { column }, columns, menu, onMenu, onSort, more, position }: TitleProps<R>) {
  const t = useText('common')
  const words = useText('views')
  const open = menu === column.id
  // The first column names the row and stays where it is.
  const neighbour = (step: number): string | undefined =>
    position > 0 && position + step > 0 ? columns.placed[position + step]?.column.id : undefined
  const left = neighbour(-1)
  const right = neighbour(1)
  return (
    <Menu opened={open} onChange={(opened) => onMenu(opened ? column.id : null)} position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes.menu}
          tabIndex={-1}
          aria-label={t('grid.menuOf', { column: column.title })}
          data-open={open || undefined}
        >
          <IconDots size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {column.sortable !== false && (
          <>
            <Menu.Item onClick={() => onSort({ column: column.id, descending: false })}>
              {t('grid.sortAscending')}
            </Menu.Item>
            <Menu.Item onClick={() => onSort({ column: column.id, descending: true })}>
              {t('grid.sortDescending')}
            </Menu.Item>
          </>
        )}
        {left && <Menu.Item onClick={() => columns.move(column.id, left)}>{t('grid.moveLeft')}</Menu.Item>}
        {right && <Menu.Item onClick={() => columns.move(column.id, right)}>{t('grid.moveRight')}</Menu.Item>}
        {position > 0 && <Menu.Item onClick={() => columns.show(column.id, false)}>{t('grid.hide')}</Menu.Item>}
        {columns.frozen !== position + 1 && (
          <Menu.Item onClick={() => columns.freeze(position + 1)}>{words('freeze.upTo')}</Menu.Item>
        )}
        {columns.frozen > 1 && <Menu.Item onClick={() => columns.freeze(1)}>{words('freeze.none')}</Menu.Item>}
        {more?.(column)}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Figures sort downwards first, words upwards; the second click turns it round. */
export function nextSort(sort: GridSort | null, column: string, figure: boolean): GridSort {
  return sort?.column === column ? { column, descending: !sort.descending } : { column, descending: figure }
}
