/** One screen: its title and what can be done in one row, filters in a second, then the page itself. */

import type { ReactNode } from 'react'

import classes from './page.module.css'

export interface PageProps {
  readonly title: string
  /** A few words beside the title: a count, a state. */
  readonly note?: ReactNode
  /** Buttons; the first is the screen's main one. */
  readonly actions?: ReactNode
  readonly filters?: ReactNode
  readonly foot?: ReactNode
  /** A grid fills the page to its edges and scrolls itself; everything else wants room around. */
  readonly padded?: boolean
  readonly children: ReactNode
}

export function Page({ title, note, actions, filters, foot, padded = false, children }: PageProps) {
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className={classes.title}>{title}</h1>
        {note && <span className={classes.note}>{note}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {filters && <div className={classes.filters}>{filters}</div>}
      <div className={classes.body} data-padded={padded || undefined}>
        {children}
      </div>
      {foot && <div className={classes.foot}>{foot}</div>}
    </div>
  )
}
