/** The choices of a cell under its field: arrows and Enter take one, so does a click. */

import classes from './grid.module.css'
import type { Suggestion } from './edit'

export interface SuggestionListProps {
  readonly id: string
  readonly list: readonly Suggestion[]
  readonly chosen: number
  readonly onTake: (suggestion: Suggestion) => void
}

export function SuggestionList({ id, list, chosen, onTake }: SuggestionListProps) {
  return (
    <div role="listbox" id={id} className={classes.offered} tabIndex={-1}>
      {list.map((one, index) => (
        <div
          key={one.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          data-active={index === chosen || undefined}
          className={classes.offer}
          // The field keeps the focus; losing it would write what is typed so far.
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(one)
          }}
        >
          {one.label}
        </div>
      ))}
    </div>
  )
}
