/** Nothing is here yet: one sentence, one action, one example. */

import type { ReactNode } from 'react'

import classes from './states.module.css'

export interface EmptyProps {
  readonly sentence: string
  readonly action?: ReactNode
  readonly example?: ReactNode
}

export function Empty({ sentence, action, example }: EmptyProps) {
  return (
    <div className={classes.state}>
      <p className={classes.sentence}>{sentence}</p>
      {example && <p className={classes.example}>{example}</p>}
      {action}
    </div>
  )
}
