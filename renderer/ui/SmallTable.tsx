/** A short table inside a page or drawer: backups, checks, a preview. Long lists belong in the grid. */

import { type ReactNode, useRef } from 'react'

import classes from './parts.module.css'
import { useScrolled } from './use-scrolled'

export interface SmallColumn {
  /** '' over buttons, which say by themselves what they do. */
  readonly title: string
  /** Right aligned. */
  readonly figure?: boolean
  /** Short words that are never cut inside; where they do not fit, the table is scrolled. */
  readonly words?: boolean
}

export interface SmallRow {
  readonly key: string
  readonly cells: readonly ReactNode[]
}

export interface SmallTableProps {
  readonly label: string
  readonly columns: readonly SmallColumn[]
  readonly rows: readonly SmallRow[]
}

export function SmallTable({ label, columns, rows }: SmallTableProps) {
  const box = useRef<HTMLDivElement>(null)
  const reach = useScrolled(box) ? ({ tabIndex: 0, role: 'group', 'aria-label': label } as const) : {}
  return (
    <div ref={box} className={classes.scroll} {...reach}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, figure }) =>
              title === '' ? (
                <td key={title} aria-hidden />
              ) : (
                <th key={title} scope="col" data-figure={figure || undefined}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map(({ title, figure, words }, index) => (
                <td key={title} data-figure={figure || undefined} data-words={words || undefined}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
