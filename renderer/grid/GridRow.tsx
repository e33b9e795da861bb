// The grid has the focus and names its active cell (aria-activedescendant); cells are never focused themselves.
// A gridcell may say aria-readonly since ARIA 1.1; the rule's table does not know it.
/* oxlint-disable jsx-a11y/interactive-supports-focus, jsx-a11y/role-supports-aria-props */
/** One row of a grid. It is drawn again only when something of its own changed. */

import { Checkbox, VisuallyHidden } from '@mantine/core'
import { memo, type MouseEvent } from 'react'

import { type Format, useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { DASH } from '../ui/dash'
import { lockOf } from './cells'
import { cellText, isFigure } from './columns'
import { isInside, type Range } from './cursor'
import classes from './grid.module.css'
import type { RowMarks } from './marks'
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
  readonly onPoint: (index: number, column: number, extend: boolean, add: boolean) => void
  /** A double click, on the cell where the cursor is by then. */
  readonly onOpen: (index: number) => void
  /** Cells that could not be written, and such as are being written. */
  readonly marks?: RowMarks | undefined
  /** Further selected ranges; left out where none touches this row. */
  readonly more?: readonly Range[] | undefined
  /** Colours of the row and its cells, by the rules of the view; the same object while they are the same. */
  readonly tint?: RowTint | null
  /** It stands under the head of a group. */
  readonly grouped?: boolean
  /** In place of the first cell's text: the word for the totals. */
  readonly firstText?: string
}

function GridRowOf<R>(props: GridRowProps<R>) {
  const { index, top, columns, ticked, onTick, onOpen, tint } = props
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
        <GridCell key={placed.column.id} {...props} placed={placed} position={position} format={format} />
      ))}
    </div>
  )
}

// `memo` loses the type parameter; the component is the same one.
export const GridRow = memo(GridRowOf) as typeof GridRowOf

interface CellProps<R> extends GridRowProps<R> {
  readonly placed: PlacedColumn<R>
  readonly position: number
  readonly format: Format
}

function GridCell<R>(props: CellProps<R>) {
  const { gridId, row, index, placed, position, active, selectedFrom, selectedTo, more, tint, format } = props
  const t = useText('grid')
  const { column } = placed
  const mark = props.marks?.get(column.id)
  const reason = mark?.reason ? t('notTaken', { reason: t(`reasons.${mark.reason}`) }) : null
  const selected =
    (position >= selectedFrom && position <= selectedTo) || more?.some((range) => isInside(range, index, position))
  return (
    <div
      id={`${gridId}-${index}-${position}`}
      role="gridcell"
      aria-colindex={position + 1}
      aria-selected={selected || undefined}
      aria-readonly={row === undefined || !column.edit ? undefined : lockOf(column, row) !== null}
      aria-invalid={reason === null ? undefined : true}
      className={classes.cell}
      data-figure={isFigure(column.kind) || undefined}
      data-pinned={placed.pinned || undefined}
      data-tint={tint?.cells.get(column.id)?.color}
      data-active={position === active || undefined}
      data-selected={selected || undefined}
      data-invalid={reason === null ? undefined : true}
      style={placeStyle(placed)}
      onMouseDown={(event: MouseEvent) =>
        event.button === 0 && props.onPoint(index, position, event.shiftKey, event.ctrlKey || event.metaKey)
      }
      title={reason ?? (row && (column.explanation?.(row) ?? undefined))}
    >
      {tint && <TintMark tint={position === 0 ? tint.row : null} />}
      {tint && <TintMark tint={tint.cells.get(column.id) ?? null} />}
      {position === 0 && props.firstText !== undefined ? (
        <span className={classes.text}>{props.firstText}</span>
      ) : mark ? (
        <span className={classes.text}>
          {wordOf(column, mark.text)}
          {reason && <VisuallyHidden>{reason}</VisuallyHidden>}
        </span>
      ) : (
        <CellBody placed={placed} row={row} format={format} />
      )}
    </div>
  )
}

/** What was written, as people read it: a choice by its word. */
function wordOf<R>({ edit }: PlacedColumn<R>['column'], text: string): string {
  return edit?.choices?.find(({ value }) => value === text)?.label ?? text
}

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
