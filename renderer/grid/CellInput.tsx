/**
 * Where keys go in an editable grid: a field over the cursor's cell, unseen until something is typed.
 *
 * It has the focus from the start, so that an input method composes into the cell itself and no first letter is lost.
 */

import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'

import { useText } from '../messages/i18n'
import { chordOf } from '../session/keys'
import { beginsEdit, lockOf } from './cells'
import type { GridColumn } from './columns'
import type { CellEdit } from './edit'
import classes from './grid.module.css'
import { SuggestionList } from './SuggestionList'
import type { EditingState } from './use-editing'
import { completedBy, type Suggestions, useSuggestions } from './use-suggestions'

export interface CellInputProps<R> {
  readonly gridId: string
  readonly label: string
  /** The cell that the cursor is on. */
  readonly cell: string | undefined
  readonly column: GridColumn<R> | undefined
  readonly row: R | undefined
  readonly state: EditingState
  readonly style: CSSProperties
  /** The other keys: those of the grid. */
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPaste: (text: string) => void
}

/** After these an edit that was begun by typing is done; with F2 they move in the text. */
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
const COMMITS = ['Enter', 'Shift+Enter', 'Tab', 'Shift+Tab', 'Mod+Enter']

export function CellInput<R>(props: CellInputProps<R>) {
  const { gridId, label, cell, column, row, state, style, onKeyDown, onPaste } = props
  const { input, editing } = state
  const t = useText('grid')
  const first = useRef('')
  const text = editing?.text ?? null
  const offered = useSuggestions(column?.edit, text, editing !== null && (editing.typed || text !== first.current))
  useEffect(() => {
    if (editing && !editing.typed) {
      first.current = input.current?.value ?? ''
      input.current?.select()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once when editing begins
  }, [editing === null])

  return (
    <div className={classes.over} style={style} data-editing={editing !== null || undefined}>
      <textarea
        ref={input}
        className={classes.input}
        rows={1}
        // Commands of single letters reach it while it is not for writing; then no input method is on either.
        data-commands={editing === null || undefined}
        readOnly={lockOf(column, row) !== null}
        value={text ?? ''}
        aria-label={editing ? t('editing', { column: column?.title ?? '' }) : label}
        aria-controls={offered.list.length > 0 ? `${gridId}-offered` : gridId}
        aria-activedescendant={offered.chosen >= 0 ? `${gridId}-offered-${offered.chosen}` : editing ? undefined : cell}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={(event) => (editing ? onEditKey(event, column?.edit, state, offered) : onKeyDown(event))}
        onCompositionStart={() => !editing && state.type('')}
        onChange={({ target: { value } }) => (editing || (column && beginsEdit(column, value))) && state.type(value)}
        onBlur={() => editing && state.commit('')}
        onPaste={(event) => {
          if (editing) return
          event.preventDefault()
          onPaste(event.clipboardData.getData('text/plain'))
        }}
      />
      {offered.list.length > 0 && editing && (
        <SuggestionList
          id={`${gridId}-offered`}
          {...offered}
          onTake={(one) => state.commit('', completedBy(column?.edit, editing.text, one))}
        />
      )}
    </div>
  )
}

function onEditKey<R>(
  event: KeyboardEvent,
  edit: CellEdit<R> | undefined,
  { editing, commit, cancel, type }: EditingState,
  { list, chosen, choose }: Suggestions,
): void {
  const chord = chordOf(event.nativeEvent)
  if (chord === '' || !editing) return
  const one = list[chosen]
  if (list.length > 0 && (chord === 'ArrowDown' || chord === 'ArrowUp')) {
    choose(Math.max(-1, Math.min(list.length - 1, chosen + (chord === 'ArrowDown' ? 1 : -1))))
  } else if (COMMITS.includes(chord) || (editing.typed && ARROWS.includes(chord))) {
    commit(chord, one && completedBy(edit, editing.text, one))
  } else if (chord === 'Escape') {
    cancel()
  } else if (chord === 'Alt+Enter' && edit?.as === 'text') {
    type(`${editing.text}\n`)
  } else if (chord !== 'F2') {
    return
  }
  event.preventDefault()
  event.stopPropagation()
}
