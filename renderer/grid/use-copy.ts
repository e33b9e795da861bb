/** Copying from the grid: the ticked rows, else the selected range; with titles when whole rows go. */

import { useText } from '../messages/i18n'
import { say } from '../session/status'
import type { GridColumn } from './columns'
import { COPY_LIMIT, tsvOf } from './copy'
import { type Cursor, rangeOf } from './cursor'
import type { GridRows } from './rows'

export interface CopySource<R> {
  readonly rows: GridRows<R>
  readonly columns: readonly GridColumn<R>[]
  readonly rowId: (row: R) => string
  readonly ticked?: ReadonlySet<string> | undefined
}

export function useCopy<R>({ rows, columns, rowId, ticked }: CopySource<R>): (cursor: Cursor) => void {
  const t = useText('common')
  return (cursor) => {
    const range = rangeOf(cursor)
    const whole = ticked !== undefined && ticked.size > 0
    const [top, bottom] = whole ? [0, rows.count - 1] : [range.top, range.bottom]
    const taken: R[] = []
    let missing = false
    for (let index = top; index <= bottom && taken.length < COPY_LIMIT; index += 1) {
      const row = rows.get(index)
      missing ||= row === undefined && !rows.head?.(index)
      if (row !== undefined && (!whole || ticked.has(rowId(row)))) {
        taken.push(row)
      }
    }
    const chosen = whole ? columns : columns.slice(range.left, range.right + 1)
    const text = tsvOf(chosen, taken, chosen.length === columns.length)
    void navigator.clipboard.writeText(text).then(() => {
      const done = t('grid.copied', { count: taken.length })
      say(
        missing
          ? `${done}. ${t('grid.notLoaded')}`
          : taken.length === COPY_LIMIT
            ? `${done}. ${t('grid.tooMany', { count: COPY_LIMIT })}`
            : done,
      )
    })
  }
}
