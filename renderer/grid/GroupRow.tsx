// The grid has the focus and names its active cell (aria-activedescendant); cells are never focused themselves.
/* oxlint-disable jsx-a11y/interactive-supports-focus */
/** The head of a group: what its rows have in common, how many they are, what they come to. */

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'

import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { isFigure } from './columns'
import { sumText } from './figures'
import classes from './grid.module.css'
import type { GroupHead } from './groups'
import { type PlacedColumn, placeStyle } from './use-columns'

export interface GroupRowProps<R> {
  readonly gridId: string
  readonly head: GroupHead
  readonly index: number
  readonly top: number
  readonly columns: readonly PlacedColumn<R>[]
  /** Column of the cursor, −1 when it is in another row. */
  readonly active: number
  readonly tickable: boolean
  readonly onPoint: (index: number, column: number, extend: boolean, add: boolean) => void
}

export function GroupRow<R>({ gridId, head, index, top, columns, active, tickable, onPoint }: GroupRowProps<R>) {
  const t = useText('views')
  const format = useFormat()
  const Chevron = head.folded ? IconChevronRight : IconChevronDown
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!head.folded}
      className={classes.row}
      data-head
      style={{ transform: `translateY(${top}px)` }}
    >
      {tickable && <div className={classes.cell} data-tick aria-hidden />}
      {columns.map((placed, position) => (
        <div
          key={placed.column.id}
          id={`${gridId}-${index}-${position}`}
          role="gridcell"
          aria-colindex={position + 1}
          className={classes.cell}
          data-figure={(position > 0 && isFigure(placed.column.kind)) || undefined}
          data-pinned={placed.pinned || undefined}
          data-active={position === active || undefined}
          style={placeStyle(placed)}
          onMouseDown={() => onPoint(index, position, false, false)}
        >
          {position > 0 ? (
            <span className={classes.text}>{sumText(placed.column, head.totals(placed.column.id), format)}</span>
          ) : (
            // The keys are the grid's; the button is for the mouse.
            <button type="button" className={classes.fold} tabIndex={-1} onClick={head.toggle}>
              <Chevron size={14} aria-hidden />
              <span>{head.label ?? t('group.none')}</span>
              <span className={classes.groupCount}>{format.count(head.count)}</span>
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
