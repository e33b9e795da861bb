// The grid has the focus and names its active cell (aria-activedescendant); cells are never focused themselves.
/* oxlint-disable jsx-a11y/interactive-supports-focus */
/** One row of a grid. It is drawn again only when something of its own changed. */

import { Checkbox } from '@mantine/core'
import { memo, type MouseEvent } from 'react'

import { type Format, useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { DASH } from '../ui/dash'
import { cellText, isFigure } from './columns'
import classes from './grid.module.css'
import { TintMark } from './TintMark'
import type { RowTint } from './tints'
import { type PlacedColumn, placeStyle } from './use-columns'

export interface GridRowProps<R> {
  readonly gridId: string
  readonly row: R | undefined
  readonly index: number
  /** Distance from the top of the body; null for the totals row. */
  readonly top: number | null
  readonly columns: readonly PlacedColumn<R>[]
  /** Column of the cursor, −1 when it is in another row. */
  readonly active: number
  readonly selectedFrom: number
  readonly selectedTo: number
  /** Null: rows of this grid cannot be ticked. */
  readonly ticked: boolean | null
  readonly onTick: (index: number) => void
  readonly onPoint: (index: number, column: number, extend: boolean) => void
  readonly onOpen: (index: number) => void
  /** Colours of the row and its cells, by the rules of the view; the same object while they are the same. */
  readonly tint?: RowTint | null
  /** It stands under the head of a group. */
  readonly grouped?: boolean
  /** In place of the first cell's text: the word for the totals. */
  readonly firstText?: string
}

function GridRowOf<R>(props: GridRowProps<R>) {
  const { row, index, top, columns, active, selectedFrom, selectedTo, ticked, onTick, onOpen, gridId, tint } = props
  const format = useFormat()
  const t = useText('common')
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked ?? undefined}
      aria-level={props.grouped ? 2 : undefined}
      className={classes.row}
      data-ticked={ticked || undefined}
      data-tint={tint?.row?.color}
      style={top === null ? undefined : { transform: `translateY(${top}px)` }}
      onDoubleClick={() => onOpen(index)}
    >
      {ticked !== null && (
        <div role="gridcell" className={classes.cell} data-tick>
          {top !== null && (
            <Checkbox
              checked={ticked}
              onChange={() => onTick(index)}
              tabIndex={-1}
              aria-label={t('grid.tick', { row: index + 1 })}
            />
          )}
        </div>
      )}
      {columns.map((placed, position) => (
        <div
          key={placed.column.id}
          id={`${gridId}-${index}-${position}`}
          role="gridcell"
          aria-colindex={position + 1}
          className={classes.cell}
          data-figure={isFigure(placed.column.kind) || undefined}
          data-pinned={placed.pinned || undefined}
          data-tint={tint?.cells.get(placed.column.id)?.color}
          data-active={position === active || undefined}
          data-selected={(position >= selectedFrom && position <= selectedTo) || undefined}
          style={placeStyle(placed)}
          onMouseDown={(event: MouseEvent) => event.button === 0 && props.onPoint(index, position, event.shiftKey)}
          title={row && placed.column.explanation?.(row) ? (placed.column.explanation(row) ?? undefined) : undefined}
        >
          {tint && <TintMark tint={position === 0 ? tint.row : null} />}
          {tint && <TintMark tint={tint.cells.get(placed.column.id) ?? null} />}
          {position === 0 && props.firstText !== undefined ? (
            <span className={classes.text}>{props.firstText}</span>
          ) : (
            <CellBody placed={placed} row={row} format={format} />
          )}
        </div>
      ))}
    </div>
  )
}

// `memo` loses the type parameter; the component is the same one.
export const GridRow = memo(GridRowOf) as typeof GridRowOf

function CellBody<R>({
  placed: { column },
  row,
  format,
}: {
  readonly placed: PlacedColumn<R>
  readonly row: R | undefined
  readonly format: Format
}) {
  if (row === undefined) {
    return <span className={classes.waiting} />
  }
  const mark = column.mark?.(row)
  const plain = <CellText column={column} row={row} format={format} />
  return mark ? (
    <>
      {mark}
      {plain}
    </>
  ) : (
    plain
  )
}

interface CellTextProps<R> {
  readonly column: PlacedColumn<R>['column']
  readonly row: R
  readonly format: Format
}

function CellText<R>({ column, row, format }: CellTextProps<R>) {
  if (column.render) {
    return <span className={classes.text}>{column.render(row)}</span>
  }
  const text = cellText(column, row, format)
  if (text === null) {
    return <span className={classes.dash}>{DASH}</span>
  }
  const { onOpen } = column
  return onOpen ? (
    <button
      type="button"
      className={classes.link}
      tabIndex={-1}
      onClick={() => onOpen(row)}
      title={column.explanation ? undefined : text}
    >
      {text}
    </button>
  ) : (
    <span className={classes.text} title={column.explanation || isFigure(column.kind) ? undefined : text}>
      {text}
    </span>
  )
}
