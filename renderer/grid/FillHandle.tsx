/** The corner of the selection: dragging it fills the cells it comes over. By keys: Ctrl+D and Ctrl+R. */

import { type CSSProperties, useState } from 'react'

import { useText } from '../messages/i18n'
import type { Range } from './cursor'
import classes from './grid.module.css'
import { type DragArea, drag } from './use-drag'

export interface FillHandleProps<R> {
  readonly range: Range
  readonly area: DragArea<R>
  readonly styleOf: (row: number, column: number) => CSSProperties
  readonly onFill: (range: Range, direction: Direction) => void
  /** The range that letting go now would fill. */
  readonly onOver: (range: Range | null) => void
}

export type Direction = 'down' | 'right' | 'up' | 'left'

export function FillHandle<R>({ range, area, styleOf, onFill, onOver }: FillHandleProps<R>) {
  const t = useText('grid')
  const [dragging, setDragging] = useState(false)
  function start(): void {
    setDragging(true)
    let target: { readonly range: Range; readonly direction: Direction } | null = null
    drag(
      area,
      ({ row, column }) => {
        target = targetOf(range, row, column)
        onOver(target?.range ?? null)
      },
      () => {
        setDragging(false)
        onOver(null)
        if (target) onFill(target.range, target.direction)
      },
    )
  }
  return (
    <div className={classes.handleArea} aria-hidden>
      <div
        role="presentation"
        className={classes.handle}
        style={styleOf(range.bottom, range.right)}
        title={t('fillHandle')}
        data-dragging={dragging || undefined}
        onMouseDown={(event) => {
          event.preventDefault()
          start()
        }}
      />
    </div>
  )
}

/** A range grows one way: the one in which the mouse is further away. */
function targetOf(
  { top, bottom, left, right }: Range,
  row: number,
  column: number,
): { readonly range: Range; readonly direction: Direction } | null {
  const [down, up, across, back] = [row - bottom, top - row, column - right, left - column]
  const most = Math.max(down, up, across, back)
  if (most <= 0) return null
  if (most === down) return { range: { top, bottom: row, left, right }, direction: 'down' }
  if (most === up) return { range: { top: row, bottom, left, right }, direction: 'up' }
  if (most === across) return { range: { top, bottom, left, right: column }, direction: 'right' }
  return { range: { top, bottom, left: column, right }, direction: 'left' }
}
