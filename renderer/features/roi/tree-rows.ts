/** Rows that open: the rows of the first key, and under each that is open the rows of the second key. */

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { RoiKey, RoiRow, RoiScope } from '../../../shared/contract/roi'
import { orpc } from '../../api'
import type { GridRows } from '../../grid/rows'
import { scopeOfRow } from './scope'

export interface TreeRow {
  readonly row: RoiRow
  readonly depth: 0 | 1
  /** Null: it cannot be opened. */
  readonly isOpen: boolean | null
  /** Place among the rows of the first key. */
  readonly at: number
  /** Row of the first key, for a row of the second. */
  readonly parent: RoiRow | null
}

/** How many rows of the second key are listed under one of the first. */
export const CHILD_LIMIT = 1000

export interface TreeOptions {
  readonly parents: GridRows<RoiRow>
  readonly scope: RoiScope
  readonly second: RoiKey | undefined
  readonly sort: { readonly column: string; readonly descending: boolean }
  /** Places of the open rows. */
  readonly open: ReadonlySet<number>
}

export function useTreeRows({ parents, scope, second, sort, open }: TreeOptions): GridRows<TreeRow> {
  const places = useMemo(() => (second ? [...open].sort((a, b) => a - b) : []), [open, second])
  const answers = useQueries({
    queries: places.map((place) => {
      const parent = parents.get(place)
      const narrowed = parent ? scopeOfRow(scope, parent) : null
      return orpc.roi.table.queryOptions({
        input: { ...narrowed, by: [second ?? 'creator'], sort, limit: CHILD_LIMIT },
        enabled: narrowed !== null && second !== undefined,
      })
    }),
  })
  const children = answers.map(({ data }) => data?.rows)
  return useMemo(
    () => treeOf(parents, places, children, second !== undefined, (row) => scopeOfRow(scope, row) !== null),
    // The list of answers is new with every drawing; its answers are not.
    // oxlint-disable-next-line react/exhaustive-deps
    [parents, places, second, scope, ...children],
  )
}

/** Rows of both levels by one running index. Children that are not known yet take no place. */
export function treeOf(
  parents: GridRows<RoiRow>,
  places: readonly number[],
  children: readonly (readonly RoiRow[] | undefined)[],
  opens: boolean,
  canOpen: (row: RoiRow) => boolean,
): GridRows<TreeRow> {
  const find = (index: number): { readonly place: number; readonly child: number } => {
    let shift = 0
    for (const [order, place] of places.entries()) {
      const size = children[order]?.length ?? 0
      if (index <= place + shift) {
        break
      }
      if (index <= place + shift + size) {
        return { place, child: index - place - shift - 1 }
      }
      shift += size
    }
    return { place: index - shift, child: -1 }
  }
  const isOpenAt = new Set(places)
  return {
    ...parents,
    count: parents.count + children.reduce((sum, rows) => sum + (rows?.length ?? 0), 0),
    get(index) {
      const { place, child } = find(index)
      const parent = parents.get(place)
      if (!parent) {
        return undefined
      }
      if (child < 0) {
        const isOpen = opens && canOpen(parent) ? isOpenAt.has(place) : null
        return { row: parent, depth: 0, isOpen, at: place, parent: null }
      }
      const row = children[places.indexOf(place)]?.[child]
      return row && { row, depth: 1, isOpen: null, at: place, parent }
    },
    onShown: (first, last) => parents.onShown?.(find(first).place, find(last).place),
  }
}
