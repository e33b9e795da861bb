/** The table's rows: those of the first key as they are scrolled to, those of the second as they are opened. */

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { RoiKey, RoiRow, RoiScope } from '../../../shared/contract/roi'
import { orpc } from '../../api'
import type { GridRows } from '../../grid/rows'
import { scopeOfRow } from './scope'
import { treeOf, type TreeRow } from './tree'

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
