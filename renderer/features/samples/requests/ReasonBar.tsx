/** One line that asks for a reason before going on. */

import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'

import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { focusNow, useReturnedFocus } from '../../../ui/focus'
import classes from './requests.module.css'

export interface ReasonBarProps {
  readonly title: string
  readonly label: string
  /** The word on the button. */
  readonly go: string
  readonly initial?: string
  readonly busy: boolean
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

export function ReasonBar({ title, label, go, initial = '', busy, onReason, onCancel }: ReasonBarProps) {
  const t = useText('sampleRequests')
  const [reason, setReason] = useState(initial)
  const form = useRef<HTMLFormElement>(null)
  useReturnedFocus(form)
  useKeys({ [KEYS.closeDetail.keys[0]]: onCancel })
  return (
    <form
      ref={form}
      className={classes.bar}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onReason(reason.trim())
      }}
    >
      <strong>{title}</strong>
      <TextInput
        ref={focusNow}
        size="xs"
        className={classes.grow}
        aria-label={label}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" size="compact-xs" loading={busy} disabled={reason.trim() === ''}>
        {go}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </form>
  )
}
