/**
 * The one grid: typed columns, rows in memory or in windows, a cursor, a selection, totals.
 *
 * It draws only the rows on screen, so 100,000 of them scroll like ten. Screens give it columns and rows and nothing else.
 */

import { type KeyboardEvent, type ReactNode, useEffect } from 'react'

import { useText } from '../messages/i18n'
import { ErrorState } from '../ui/ErrorState'
import { Loading } from '../ui/Loading'
import type { GridColumn, GridSort } from './columns'
import { type Cursor, rangeOf } from './cursor'
import type { Adding } from './edit'
import { foldByKey } from './groups'
import { GroupRow } from './GroupRow'
import classes from './grid.module.css'
import { GridFoot } from './GridFoot'
import { GridHeader } from './GridHeader'
import { GridOver } from './GridOver'
import { GridRow } from './GridRow'
import { LostRows, PasteOffer } from './PasteBar'
import type { GridRows } from './rows'
import { type CellAt, type RowSelection, selectionOf } from './selection'
import type { RowTint } from './tints'
import type { KeptLayout, PlacedColumn } from './use-columns'
import { useGrid } from './use-grid'
import { usePointing } from './use-pointing'
import { chordOf } from '../session/keys'

export interface DataGridProps<R> {
  /** Under this name the columns are remembered. */
  readonly name: string
  /** What the table is, for people who hear it. */
  readonly label: string
  /** Keep the list stable (`useMemo`): a new list draws every row again. */
  readonly columns: readonly GridColumn<R>[]
  readonly rows: GridRows<R>
  readonly rowId: (row: R) => string
  /** Pinned under the rows. */
  readonly total?: R | null | undefined
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  /** Opens the row's detail: Enter or a double click on a cell that is not for editing, Alt+Enter on any. */
  readonly onOpen?: (row: R, index: number) => void
  /** Shows the row beside the list: Space. Left out, it opens the detail. */
  readonly onPeek?: (row: R, index: number) => void
  /** What pasting beyond the last row adds; left out, it adds nothing. */
  readonly adding?: Adding | undefined
  /** Ids of ticked rows; left out where rows cannot be ticked. */
  readonly ticked?: ReadonlySet<string>
  readonly onTicked?: (ticked: ReadonlySet<string>) => void
  /** The ids of all rows of the view, where only some of them are here. */
  readonly allIds?: (() => Promise<readonly string[]>) | undefined
  /** Told which columns are shown, in their order, whenever that changes. */
  readonly onColumns?: (ids: readonly string[]) => void
  /** In place of the rows when there are none. */
  readonly empty: ReactNode
  readonly compact?: boolean
  /** Takes the focus when it appears, unless something has it: the list is what the page is for. */
  readonly takesFocus?: boolean
  /** More for the line under the grid. */
  readonly foot?: ReactNode
  /** What the list's view has to say about columns and colours. */
  readonly view?: GridView<R> | undefined
  /** Between the rows and the line under them, told what is ticked or selected. */
  readonly renderBulk?: ((selection: RowSelection<R>) => ReactNode) | undefined
}

/** A view as the grid draws it. */
export interface GridView<R> {
  readonly layout: KeptLayout
  readonly tint: (row: R) => RowTint | null
  /** More for the menu of a column. */
  readonly columnMenu: (column: GridColumn<R>) => ReactNode
  /** Told where the cursor is. */
  readonly onCell: (cell: CellAt<R> | null) => void
}

export function DataGrid<R>(props: DataGridProps<R>) {
  const { rows, empty } = props
  if (rows.error) {
    return <ErrorState error={rows.error} onRetry={rows.retry} />
  }
  if (!rows.ready) {
    return <Loading />
  }
  return rows.count === 0 ? empty : <FilledGrid {...props} />
}

function FilledGrid<R>(props: DataGridProps<R>) {
  const { rows, label, compact = false, ticked, foot, view, renderBulk, name, takesFocus = false } = props
  const grid = useGrid(props)
  const { columns, at, edits, scroller, gridId } = grid
  const { cursor } = at
  useToldCell(view, rows, columns.placed, cursor)
  const focus = (): void => (edits.editable ? edits.editing.input : scroller).current?.focus({ preventScroll: true })
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [takesFocus, scroller])
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys inside a menu or a field of the grid are theirs.
    if (event.target !== scroller.current && event.target !== edits.editing.input.current) return
    const head = cursor.row >= 0 ? rows.head?.(cursor.row) : null
    if (foldByKey(head, chordOf(event.nativeEvent))) {
      event.preventDefault()
      event.stopPropagation()
    } else edits.onKeyDown(event)
  }
  return (
    <div className={classes.grid} data-compact={compact || undefined}>
      {edits.pasting.offer && <PasteOffer offer={edits.pasting.offer} onDone={focus} />}
      <LostRows name={name} columns={props.columns} />
      <div className={classes.viewport}>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it has one of two roles */}
        <div
          ref={scroller}
          id={gridId}
          role={rows.head ? 'treegrid' : 'grid'}
          aria-label={label}
          aria-rowcount={rows.count + 1}
          aria-colcount={columns.placed.length}
          aria-multiselectable={ticked || edits.editable ? true : undefined}
          aria-activedescendant={grid.activeId}
          tabIndex={edits.editable ? -1 : 0}
          className={classes.scroller}
          data-takes-focus={takesFocus || undefined}
          data-tickable={ticked ? true : undefined}
          onFocus={(event) => event.target === event.currentTarget && edits.editable && focus()}
          onScroll={({ currentTarget: { scrollTop, scrollLeft, parentElement } }) => {
            parentElement?.style.setProperty('--sb-scroll-top', `${scrollTop}px`)
            parentElement?.style.setProperty('--sb-scroll-left', `${scrollLeft}px`)
          }}
          onKeyDown={onKeyDown}
        >
          <Head {...props} grid={grid} />
          <Rows {...props} grid={grid} onFocus={focus} />
          <Totals {...props} grid={grid} />
        </div>
        {edits.editable && <GridOver grid={grid} label={label} onKeyDown={onKeyDown} />}
      </div>
      {renderBulk?.(selectionOf(props, columns.placed, cursor))}
      <GridFoot rows={rows} columns={columns} cursor={cursor} ticked={ticked?.size ?? 0}>
        {foot}
      </GridFoot>
    </div>
  )
}

type PartProps<R> = DataGridProps<R> & { readonly grid: ReturnType<typeof useGrid<R>> }

function Head<R>({ rows, sort, onSort, ticked, view, grid }: PartProps<R>) {
  const { cursor } = grid.at
  return (
    <div role="rowgroup" className={classes.header}>
      <GridHeader
        gridId={grid.gridId}
        columns={grid.columns}
        sort={sort}
        onSort={onSort}
        active={cursor.row < 0 ? cursor.column : -1}
        menu={grid.menu}
        onMenu={grid.setMenu}
        more={view?.columnMenu}
        allTicked={ticked ? ticked.size > 0 && ticked.size >= (rows.total ?? rows.count) : null}
        onTickAll={grid.tickAll}
      />
    </div>
  )
}

function useToldCell<R>(
  view: GridView<R> | undefined,
  rows: GridRows<R>,
  placed: readonly PlacedColumn<R>[],
  cursor: Cursor,
): void {
  useEffect(() => {
    const column = placed[cursor.column]?.column
    view?.onCell(column ? { column, row: cursor.row < 0 ? undefined : rows.get(cursor.row) } : null)
  })
}

function Rows<R>({ rows, rowId, ticked, view, grid, onFocus }: PartProps<R> & { readonly onFocus: () => void }) {
  const { virtual, at, edits, height, gridId, columns } = grid
  const { cursor, extra, isRange } = at
  const range = edits.preview ?? rangeOf(cursor)
  const point = usePointing(grid, onFocus)
  return (
    <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows.get(index)
        const selected = (isRange || edits.preview) && index >= range.top && index <= range.bottom
        const active = index === cursor.row ? cursor.column : -1
        const head = rows.head?.(index)
        return head ? (
          <GroupRow
            key={index}
            gridId={gridId}
            head={head}
            index={index}
            top={start - height}
            columns={columns.placed}
            active={active}
            tickable={ticked !== undefined}
            onPoint={point}
          />
        ) : (
          <GridRow
            key={index}
            gridId={gridId}
            row={row}
            index={index}
            top={start - height}
            columns={columns.placed}
            active={active}
            grouped={rows.head !== undefined}
            tint={row === undefined ? null : (view?.tint(row) ?? null)}
            selectedFrom={selected ? range.left : -1}
            selectedTo={selected ? range.right : -2}
            more={extra.some(({ top, bottom }) => index >= top && index <= bottom) ? extra : undefined}
            marks={row === undefined ? undefined : edits.marks.get(rowId(row))}
            ticked={ticked ? row !== undefined && ticked.has(rowId(row)) : null}
            onTick={grid.tick}
            onPoint={point}
            onOpen={grid.double}
          />
        )
      })}
    </div>
  )
}

function nothing(): void {
  // The totals row has no record behind it.
}

function Totals<R>({ total, rows, ticked, grid }: PartProps<R>) {
  const t = useText('common')
  if (!total) {
    return null
  }
  return (
    <div role="rowgroup" className={classes.totals}>
      <GridRow
        gridId={grid.gridId}
        row={total}
        index={rows.count}
        top={null}
        columns={grid.columns.placed}
        active={-1}
        selectedFrom={-1}
        selectedTo={-2}
        ticked={ticked ? false : null}
        onTick={nothing}
        onPoint={nothing}
        onOpen={nothing}
        firstText={t('grid.total')}
      />
    </div>
  )
}
