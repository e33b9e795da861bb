/**
 * The columns as this person wants them: shown, ordered and as wide as they were left, remembered per grid.
 *
 * TanStack Table owns the columns; the rows are the grid's own, because they may be windows of a longer list.
 */

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, useRef } from 'react'

import { z } from '../../shared/schema'
import { recall, remember } from '../session/memory'
import { movedBefore, orderOf } from './column-order'
import { firstWidth, type GridColumn } from './columns'

const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnResizingFeature,
})

const Kept = z.object({
  order: z.array(z.string()),
  hidden: z.record(z.string(), z.boolean()),
  widths: z.record(z.string(), z.number().min(40).max(1200)),
})

/** A column in its place: `width` and `start` in CSS pixels; pinned ones do not scroll sideways. */
export interface PlacedColumn<R> {
  readonly column: GridColumn<R>
  readonly width: number
  readonly pinned: boolean
  readonly isResizing: boolean
  /** Give it mouse-down and touch-start. */
  readonly onResize: (event: unknown) => void
}

export interface GridColumns<R> {
  readonly placed: readonly PlacedColumn<R>[]
  readonly all: readonly { readonly column: GridColumn<R>; readonly shown: boolean }[]
  readonly show: (id: string, shown: boolean) => void
  /** Moves a column to stand before (or, from the left, after) another. */
  readonly move: (id: string, to: string) => void
  readonly reset: () => void
}

const NO_ROWS: readonly object[] = []

export function useColumns<R>(name: string, columns: readonly GridColumn<R>[]): GridColumns<R> {
  const first = columns[0]?.id ?? ''
  const initial = useMemo(() => firstState(name, columns), [name]) // oxlint-disable-line react/exhaustive-deps -- asked once per grid: later columns keep what the person chose
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, size: firstWidth(column), minSize: 48, maxSize: 900 })),
    [columns],
  )
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    initialState: initial,
    columnResizeMode: 'onChange',
  })
  const { columnOrder, columnVisibility, columnSizing } = table.state
  useRemembered(name, { order: columnOrder, hidden: columnVisibility, widths: columnSizing })

  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const headers = [
    ...(table.getStartHeaderGroups()[0]?.headers ?? []),
    ...(table.getCenterHeaderGroups()[0]?.headers ?? []),
  ]
  const signature = headers.map(({ id, column }) => `${id}:${column.getSize()}:${column.getIsResizing()}`).join()
  const placed = useMemo(
    () =>
      headers.flatMap((header) => {
        const column = byId.get(header.column.id)
        return column
          ? [
              {
                column,
                width: header.column.getSize(),
                pinned: column.id === first,
                isResizing: header.column.getIsResizing(),
                onResize: header.getResizeHandler(),
              },
            ]
          : []
      }),
    [byId, first, signature], // oxlint-disable-line react/exhaustive-deps -- `signature` says when the headers differ
  )
  return {
    placed,
    all: columns.map((column) => ({ column, shown: columnVisibility[column.id] !== false })),
    show: (id, shown) => table.setColumnVisibility((before) => ({ ...before, [id]: shown })),
    move: (id, to) => table.setColumnOrder(movedBefore(orderOf(columns, columnOrder), id, to)),
    reset: () => {
      table.setColumnOrder([])
      table.setColumnVisibility(hiddenAtFirst(columns))
      table.setColumnSizing({})
    },
  }
}

function firstState<R>(name: string, columns: readonly GridColumn<R>[]) {
  const kept = recall(`grid.${name}`, Kept)
  return {
    columnOrder: kept?.order ?? [],
    columnVisibility: { ...hiddenAtFirst(columns), ...kept?.hidden },
    columnSizing: kept?.widths ?? {},
    columnPinning: { start: columns[0] ? [columns[0].id] : [], end: [] },
  }
}

function hiddenAtFirst<R>(columns: readonly GridColumn<R>[]): Record<string, boolean> {
  return Object.fromEntries(columns.filter(({ hidden }) => hidden).map(({ id }) => [id, false]))
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
