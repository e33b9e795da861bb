/** A new value for many rows as the edits of one step. */

import type { GridColumn } from './columns'
import { type EditPlan, planEdits } from './edit-plan'

/** More rows than this are looked at before they are changed. */
export const LOOK_FIRST = 200

/** The value that was typed, for each row; rows whose cell is not for editing are passed over. */
export function bulkPlan<R>(
  column: GridColumn<R>,
  rows: readonly R[],
  text: string,
  rowId: (row: R) => string,
): EditPlan {
  return planEdits(
    rows.map((row, line) => ({ row, line, column, text })),
    rowId,
    undefined,
  )
}

/** What is offered for the column, where its values are known; the text is what people would type. */
export function choicesOf<R>(
  { edit, words }: GridColumn<R>,
  said: { readonly yes: string; readonly no: string },
): readonly { readonly value: string; readonly label: string }[] {
  if (edit?.as === 'bool') {
    return [
      { value: 'true', label: said.yes },
      { value: 'false', label: said.no },
    ]
  }
  if (edit?.as !== 'choice') return []
  return edit.choices ?? Object.entries(words ?? {}).map(([value, label]) => ({ value, label }))
}
