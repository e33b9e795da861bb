/** Which row of a grid is open in the drawer, and its neighbours for `Alt+↑/↓`. */

import { useState } from 'react'

import type { GridRows } from '../grid/rows'

export interface OpenRow<R> {
  readonly row: R | null
  readonly open: (row: R, index: number) => void
  readonly drawer: {
    readonly onClose: () => void
    readonly onPrevious: (() => void) | undefined
    readonly onNext: (() => void) | undefined
  }
}

export function useOpenRow<R>(rows: GridRows<R>, rowId: (row: R) => string): OpenRow<R> {
  const [opened, setOpened] = useState<{ readonly row: R; readonly index: number } | null>(null)
  // After a change the row may be a newer one, or at another place.
  const current = opened ? rows.get(opened.index) : undefined
  const row = opened && current !== undefined && rowId(current) === rowId(opened.row) ? current : (opened?.row ?? null)
  const to = (from: number, step: 1 | -1): (() => void) | undefined => {
    let index = from + step
    // Heads of groups are no records.
    while (rows.head?.(index)) index += step
    const next = rows.get(index)
    return opened && next !== undefined ? () => setOpened({ row: next, index }) : undefined
  }
  const index = opened?.index ?? 0
  return {
    row,
    open: (next, at) => setOpened({ row: next, index: at }),
    drawer: { onClose: () => setOpened(null), onPrevious: to(index, -1), onNext: to(index, 1) },
  }
}
