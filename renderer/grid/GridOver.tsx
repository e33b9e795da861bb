/** What lies over the cells of an editable grid: the field that has the keys, and the corner that fills. */

import type { CSSProperties, KeyboardEvent } from 'react'

import { CellInput } from './CellInput'
import { FillHandle } from './FillHandle'
import type { useGrid } from './use-grid'

export interface GridOverProps<R> {
  readonly grid: ReturnType<typeof useGrid<R>>
  readonly label: string
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function GridOver<R>({ grid, label, onKeyDown }: GridOverProps<R>) {
  const { at, edits, area, gridId, height, columns, virtual } = grid
  const { cursor } = at
  const styleOf = (row: number, column: number): CSSProperties => {
    const placed = columns.placed[column]
    const left = placed?.start ?? 0
    const top = height * (row + 1)
    const below = top - (virtual.scrollOffset ?? 0) > (virtual.scrollRect?.height ?? 0) * LOWER_PART
    // Names of the style sheet's own, which React's type does not know.
    return {
      '--sb-cell-top': `${top}px`,
      '--sb-cell-left': placed?.pinned ? `calc(${left}px + var(--sb-scroll-left, 0px))` : `${left}px`,
      '--sb-cell-width': `${placed?.width ?? 0}px`,
      '--sb-cell-height': `${height}px`,
      '--sb-offered-bottom': below ? '100%' : 'auto',
    } as CSSProperties
  }
  const showsHandle = cursor.row >= 0 && edits.column?.edit !== undefined && edits.editing.editing === null
  return (
    <>
      <CellInput
        gridId={gridId}
        label={label}
        cell={grid.activeId}
        column={edits.column}
        row={edits.row}
        state={edits.editing}
        style={styleOf(cursor.row, cursor.column)}
        onKeyDown={onKeyDown}
        onPaste={edits.pasting.paste}
      />
      {showsHandle && (
        <FillHandle range={edits.range} area={area} styleOf={styleOf} onFill={edits.fillTo} onOver={edits.setPreview} />
      )}
    </>
  )
}

/** Below this part of the grid, choices open upwards. */
const LOWER_PART = 0.6
