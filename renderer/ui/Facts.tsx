/** Names and values, one pair a line. */

import { Fragment, type ReactNode } from 'react'

import { DASH } from './dash'
import classes from './parts.module.css'

export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === '' ? DASH : value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
