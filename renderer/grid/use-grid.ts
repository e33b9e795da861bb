/** What a grid does between its props and its rows: windows, cursor, ticks, opening, editing. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useRef, useState } from 'react'

import { SIZES } from '../ui/tokens'
import type { DataGridProps } from './DataGrid'
import type { Cursor, Extent } from './cursor'
import { lockOf } from './cells'
import { type PlacedColumn, useColumns } from './use-columns'
import { useCopy } from './use-copy'
import { useCursor } from './use-cursor'
import { useGridEditing } from './use-grid-editing'

const TICK_WIDTH = 36

export function useGrid<R>(props: DataGridProps<R>) {
  const { name, rows, compact = false, total, ticked } = props
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useColumns(name, props.columns, props.view?.layout, ticked ? TICK_WIDTH : 0)
  const [menu, setMenu] = useState<string | null>(null)
  const height = compact ? SIZES.rowCompact : SIZES.row
  const virtual = useRows(scroller, rows.count, height, total ? height : 0)
  useShown(props, virtual)
  useToldColumns(props, columns.placed)

  const open = useCallback((index: number) => openRow(latest.current, index), [])
  const tick = useCallback((index: number) => toggle(latest.current, index), [])
  const copy = useCopy({ rows, columns: columns.placed.map(({ column }) => column), rowId: props.rowId, ticked })
  const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? 0) / height) - 2)
  const extent = { rows: rows.count, columns: columns.placed.length, page }
  const idAt = useIdAt(props)
  const at = useCursor(extent, idAt, (cursor) => {
    if (isWhole(cursor, extent)) return
    const { row, column } = cursor
    if (row >= 0) virtual.scrollToIndex(row, { align: 'auto' })
    scrollSideways(scroller.current, columns.placed, column, ticked !== undefined)
  })
  const edits = useGridEditing<R>({
    props,
    placed: columns.placed,
    extent,
    at,
    plain: {
      menu: (index) => setMenu(columns.placed[index]?.column.id ?? null),
      enter: (cell) => enter(props, columns.placed[cell.column], cell, open),
      open,
      peek: (index) => peek(props, index),
      tick,
      copy,
    },
  })
  const area = { scroller, height, rows: rows.count, placed: columns.placed }
  return {
    columns,
    at,
    edits,
    area,
    scroller,
    virtual,
    gridId,
    /** The active cell's element; none while its row is too far out of sight to be drawn. */
    activeId: isDrawn(virtual, at.cursor) ? `${gridId}-${at.cursor.row}-${at.cursor.column}` : undefined,
    menu,
    setMenu,
    double: useLatest((index) => double(props, columns.placed[at.cursor.column], index, edits.editing.begin)),
    tick,
    tickAll: () => void tickAll(props),
    height,
  }
}

function useIdAt<R>({ rows, rowId }: DataGridProps<R>): (index: number) => string | undefined {
  const { get } = rows
  return useCallback(
    (index) => {
      const row = get(index)
      return row === undefined ? undefined : rowId(row)
    },
    // oxlint-disable-next-line react/exhaustive-deps -- what a row's id is never changes
    [get],
  )
}

function openRow<R>({ rows, onOpen }: DataGridProps<R>, index: number): void {
  const row = rows.get(index)
  if (row !== undefined) {
    onOpen?.(row, index)
  }
}

/** Edits the cell where the cursor is by then, else opens its row. */
function double<R>(
  props: DataGridProps<R>,
  placed: PlacedColumn<R> | undefined,
  index: number,
  begin: () => void,
): void {
  if (lockOf(placed?.column, props.rows.get(index)) === null) begin()
  else openRow(props, index)
}

function peek<R>({ rows, onPeek, onOpen }: DataGridProps<R>, index: number): void {
  const row = rows.get(index)
  if (row !== undefined) {
    const show = onPeek ?? onOpen
    show?.(row, index)
  }
}

/** Always the same function, which does what the newest one does: rows on screen need not be drawn again for it. */
function useLatest(run: (index: number) => void): (index: number) => void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useCallback((index) => latest.current(index), [])
}

function useRows(scroller: { readonly current: HTMLDivElement | null }, count: number, height: number, below: number) {
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    // The titles stand above the rows in the same scroller, the totals below them.
    scrollMargin: height,
    scrollPaddingStart: height,
    scrollPaddingEnd: below,
  })
}

function useShown<R>({ rows }: DataGridProps<R>, virtual: ReturnType<typeof useRows>): void {
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { onShown } = rows
  useEffect(() => onShown?.(first, last), [onShown, first, last])
}

function useToldColumns<R>({ onColumns }: DataGridProps<R>, placed: readonly PlacedColumn<R>[]): void {
  const ids = placed.map(({ column }) => column.id).join(' ')
  useEffect(() => onColumns?.(ids.split(' ')), [onColumns, ids])
}

function enter<R>(
  props: DataGridProps<R>,
  placed: PlacedColumn<R> | undefined,
  { row: index }: Cursor,
  open: (index: number) => void,
): void {
  const row = props.rows.get(index)
  const onOpen = placed?.column.onOpen
  if (onOpen && row !== undefined) {
    onOpen(row)
  } else {
    open(index)
  }
}

function toggle<R>({ rows, rowId, ticked, onTicked }: DataGridProps<R>, index: number): void {
  const row = rows.get(index)
  if (row === undefined || !ticked) {
    return
  }
  const next = new Set(ticked)
  if (!next.delete(rowId(row))) {
    next.add(rowId(row))
  }
  onTicked?.(next)
}

async function tickAll<R>({ rows, rowId, ticked, onTicked, allIds }: DataGridProps<R>): Promise<void> {
  if (allIds) {
    const isAll = ticked !== undefined && ticked.size >= (rows.total ?? rows.count)
    onTicked?.(new Set(isAll ? [] : await allIds()))
    return
  }
  const all = new Set<string>()
  for (let index = 0; index < rows.count; index += 1) {
    const row = rows.get(index)
    if (row !== undefined) {
      all.add(rowId(row))
    }
  }
  onTicked?.(ticked && ticked.size >= all.size ? new Set() : all)
}

/** Titles always are. */
function isDrawn(virtual: ReturnType<typeof useRows>, { row }: Cursor): boolean {
  return row < 0 || virtual.getVirtualItems().some(({ index }) => index === row)
}

/** Selecting everything is not going to the last cell: what is looked at stays in sight. */
function isWhole({ row, column, anchorRow, anchorColumn }: Cursor, { rows, columns }: Extent): boolean {
  return column > 0 && anchorRow === 0 && anchorColumn === 0 && row === rows - 1 && column === columns - 1
}

/** Brings a column into sight beside the pinned one. */
function scrollSideways<R>(
  scroller: HTMLElement | null,
  placed: readonly PlacedColumn<R>[],
  at: number,
  tickable: boolean,
): void {
  const column = placed[at]
  if (!scroller || !column || column.pinned) {
    return
  }
  const before = (index: number): number =>
    placed.slice(0, index).reduce((sum, { width }) => sum + width, tickable ? TICK_WIDTH : 0)
  const pinned = before(placed.findIndex((other) => !other.pinned))
  const start = before(at)
  if (start - scroller.scrollLeft < pinned) {
    scroller.scrollLeft = start - pinned
  } else if (start + column.width > scroller.scrollLeft + scroller.clientWidth) {
    scroller.scrollLeft = start + column.width - scroller.clientWidth
  }
}
