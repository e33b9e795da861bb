/** Rows of two keys as one list: under each open row of the first key the rows of the second. */

import type { RoiRow } from '../../../shared/contract/roi'
import type { GridRows } from '../../grid/rows'

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
