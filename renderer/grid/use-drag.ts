/** Dragging over cells: which cell the mouse is over, also outside of what is drawn. */

import type { RefObject } from 'react'

import type { PlacedColumn } from './use-columns'

export interface Over {
  readonly row: number
  readonly column: number
}

export interface DragArea<R> {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Of a row, CSS pixels. */
  readonly height: number
  readonly rows: number
  readonly placed: readonly PlacedColumn<R>[]
}

/** Tells every cell that the mouse comes over until it is let go, then calls `done`. */
export function drag<R>(area: DragArea<R>, over: (cell: Over) => void, done: () => void = () => undefined): void {
  let last = ''
  const onMove = (event: MouseEvent): void => {
    const cell = cellAt(area, event)
    if (cell && `${cell.row} ${cell.column}` !== last) {
      last = `${cell.row} ${cell.column}`
      over(cell)
    }
  }
  const onUp = (): void => {
    window.removeEventListener('mousemove', onMove)
    window.removeEventListener('mouseup', onUp)
    done()
  }
  window.addEventListener('mousemove', onMove)
  window.addEventListener('mouseup', onUp)
}

function cellAt<R>({ scroller, height, rows, placed }: DragArea<R>, { clientX, clientY }: MouseEvent): Over | null {
  const box = scroller.current
  if (!box) return null
  const { left, top } = box.getBoundingClientRect()
  const row = Math.floor((clientY - top - height + box.scrollTop) / height)
  const x = clientX - left
  const pinnedEnd = placed.reduce((end, { pinned, start, width }) => (pinned ? start + width : end), 0)
  const at = x < pinnedEnd ? x : x + box.scrollLeft
  const column = placed.findLastIndex(({ start }) => start <= at)
  return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, column) }
}
