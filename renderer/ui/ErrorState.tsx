/** A refusal in words: what happened, what was kept, what to do next. */

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import classes from './states.module.css'

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** In the place of a page. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useText('common')
  const { what, next } = errorText(error, useLanguage())
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={20} className={classes.error} aria-hidden />
      <p className={classes.sentence}>{what}</p>
      <p className={classes.next}>{next}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

/** Beside the form or button that was refused. */
export function ErrorLine({ error }: { readonly error: unknown }) {
  const { what, next } = errorText(error, useLanguage())
  return (
    <p className={classes.inline} role="alert">
      {what} {next}
    </p>
  )
}
