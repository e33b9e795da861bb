/** The body of a form: Enter saves, a refusal that belongs to no field stands at its end. */

import type { ReactNode } from 'react'

import { ErrorLine } from './ErrorState'
import classes from './parts.module.css'

export interface FormBodyProps {
  /** For the save button outside of the form. */
  readonly id: string
  readonly onSubmit: () => void
  readonly failure: unknown
  readonly children: ReactNode
}

export function FormBody({ id, onSubmit, failure, children }: FormBodyProps) {
  return (
    <form
      id={id}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      {failure !== null && <ErrorLine error={failure} />}
    </form>
  )
}

/** Two or more short fields beside each other, where there is room. */
export function FieldPair({ children }: { readonly children: ReactNode }) {
  return <div className={classes.pair}>{children}</div>
}
