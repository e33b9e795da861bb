/**
 * The columns as this person wants them: shown, ordered and as wide as they were left, remembered per grid.
 *
 * TanStack Table owns the widths; the rows are the grid's own, because they may be windows of a longer list. Which columns
 * are shown and how many stay in sight is a view's, where the list has views.
 */

import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useEffect, useMemo, useRef, useState } from 'react'

import { z } from '../../shared/schema'
import { recall, remember } from '../session/memory'
import { movedBefore, orderOf } from './column-order'
import { firstWidth, type GridColumn } from './columns'

const features = tableFeatures({ columnSizingFeature, columnResizingFeature })

const Kept = z.object({
  order: z.array(z.string()),
  hidden: z.record(z.string(), z.boolean()),
  widths: z.record(z.string(), z.number().min(40).max(1200)),
})

/** Which columns are shown, in which order, and how many of the first stay in sight. */
export interface ColumnLayout {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  readonly frozen: number
}

/** A layout that somebody else keeps: a view. */
export interface KeptLayout extends ColumnLayout {
  readonly change: (change: Partial<ColumnLayout>) => void
}

/** A column in its place: `width` and `start` in CSS pixels; pinned ones do not scroll sideways and stand at `start`. */
export interface PlacedColumn<R> {
  readonly column: GridColumn<R>
  readonly width: number
  readonly pinned: boolean
  readonly start: number
  readonly isResizing: boolean
  /** Give it mouse-down and touch-start. */
  readonly onResize: (event: unknown) => void
}

/** Where a cell of the column stands. */
export function placeStyle<R>({ width, pinned, start }: PlacedColumn<R>) {
  return { width, insetInlineStart: pinned ? start : undefined }
}

export interface GridColumns<R> {
  readonly placed: readonly PlacedColumn<R>[]
  readonly all: readonly { readonly column: GridColumn<R>; readonly shown: boolean }[]
  readonly show: (id: string, shown: boolean) => void
  /** Moves a column to stand before (or, from the left, after) another. */
  readonly move: (id: string, to: string) => void
  readonly reset: () => void
  /** How many columns were asked to stay in sight. */
  readonly frozen: number
  readonly freeze: (count: number) => void
}

const NO_ROWS: readonly object[] = []

export function useColumns<R>(
  name: string,
  columns: readonly GridColumn<R>[],
  kept: KeptLayout | undefined,
  /** CSS pixels before the first column: the ticks. */
  before: number,
): GridColumns<R> {
  const initial = useMemo(() => firstState(name, columns), [name]) // oxlint-disable-line react/exhaustive-deps -- asked once per grid: later columns keep what the person chose
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, size: firstWidth(column), minSize: 48, maxSize: 900 })),
    [columns],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    initialState: { columnSizing: initial.widths },
    columnResizeMode: 'onChange',
  })
  const [own, setOwn] = useState<ColumnLayout>(initial.layout)
  const layout = kept ?? own
  const change = kept?.change ?? ((part: Partial<ColumnLayout>) => setOwn((before) => ({ ...before, ...part })))
  useRemembered(name, { order: [...own.order], hidden: shownOf(columns, own.hidden), widths: table.state.columnSizing })

  const placed = usePlaced(columns, layout, table.getHeaderGroups()[0]?.headers ?? [], before)
  return {
    placed,
    all: columns.map((column) => ({ column, shown: !layout.hidden.includes(column.id) })),
    show: (id, shown) =>
      change({ hidden: shown ? layout.hidden.filter((other) => other !== id) : [...layout.hidden, id] }),
    move: (id, to) => change({ order: movedBefore(orderOf(columns, layout.order), id, to) }),
    reset: () => {
      change({ order: [], hidden: hiddenAtFirst(columns), frozen: 1 })
      table.setColumnSizing({})
    },
    frozen: layout.frozen,
    freeze: (count) => change({ frozen: count }),
  }
}

/** What a column of the table says of its width. */
interface Header {
  readonly column: { readonly id: string; getSize(): number; getIsResizing(): boolean }
  getResizeHandler(): (event: unknown) => void
}

function usePlaced<R>(
  columns: readonly GridColumn<R>[],
  { order, hidden, frozen }: ColumnLayout,
  headers: readonly Header[],
  before: number,
): readonly PlacedColumn<R>[] {
  const signature = headers.map(({ column }) => `${column.id}:${column.getSize()}:${column.getIsResizing()}`).join()
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    const headerOf = new Map(headers.map((header) => [header.column.id, header]))
    const room = window.innerWidth * FROZEN_PART
    let start = before
    let isPinned = true
    return orderOf(columns, order)
      .filter((id) => !hidden.includes(id))
      .flatMap((id, position) => {
        const column = byId.get(id)
        const header = headerOf.get(id)
        if (!column || !header) return []
        const width = header.column.getSize()
        isPinned &&= position < frozen && (position === 0 || start + width <= room)
        const place = { column, width, pinned: isPinned, start, isResizing: header.column.getIsResizing() }
        start += width
        return [{ ...place, onResize: header.getResizeHandler() }]
      })
    // oxlint-disable-next-line react/exhaustive-deps -- `signature` says when the headers differ
  }, [columns, order, hidden, frozen, signature, before])
}

/** Frozen columns never take more of the window than this: the others could not be scrolled into sight. */
const FROZEN_PART = 0.5

function shownOf<R>(columns: readonly GridColumn<R>[], hidden: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(columns.map(({ id }) => [id, !hidden.includes(id)]))
}

/** What this person left, else as the columns say. */
export function firstState<R>(
  name: string,
  columns: readonly GridColumn<R>[],
): { readonly layout: ColumnLayout; readonly widths: Record<string, number> } {
  const kept = recall(`grid.${name}`, Kept)
  const hidden = columns.flatMap(({ id, hidden }) => ((kept?.hidden[id] ?? hidden !== true) ? [] : [id]))
  return { layout: { order: kept?.order ?? [], hidden, frozen: 1 }, widths: kept?.widths ?? {} }
}

/** Columns that nobody sees until they want to. */
export function hiddenAtFirst<R>(columns: readonly GridColumn<R>[]): string[] {
  return columns.flatMap(({ id, hidden }) => (hidden ? [id] : []))
}

function useRemembered(name: string, state: z.infer<typeof Kept>): void {
  const text = JSON.stringify(state)
  const written = useRef(text)
  useEffect(() => {
    if (written.current === text) {
      return undefined
    }
    // While a column is being drawn wider this changes with every movement of the mouse.
    const timer = setTimeout(() => {
      written.current = text
      remember(`grid.${name}`, JSON.parse(text))
    }, 250)
    return () => clearTimeout(timer)
  }, [name, text])
}
