/** Why requests are declined: the platform's reasons by number, Enter for the one that fits; its other one with words. */

import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'

import type { SampleRequest } from '../../../../shared/contract/sample-requests'
import { DECLINE_CODES, type DeclineCode } from '../../../../shared/domain/sample-rules'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { focusNow, useReturnedFocus } from '../../../ui/focus'
import classes from './requests.module.css'

export interface DeclineBarProps {
  readonly rows: readonly SampleRequest[]
  readonly busy: boolean
  readonly onDecline: (code: DeclineCode, note: string) => void
  readonly onCancel: () => void
}

const DIGITS = KEYS.reason.keys

export function DeclineBar({ rows, busy, onDecline, onCancel }: DeclineBarProps) {
  const t = useText('sampleRequests')
  const [other, setOther] = useState(false)
  const [note, setNote] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useReturnedFocus(form)
  const codes = new Set(rows.map(({ code }) => code))
  const [suggested = 'NOT_MATCH'] = codes.size === 1 ? codes : []
  const title = t('decline.title', { count: rows.length })
  const choose = (code: DeclineCode) => {
    if (code === 'OTHER' && note.trim() === '') setOther(true)
    else if (!busy) onDecline(code, note.trim())
  }
  useKeys({
    ...(!other && Object.fromEntries(DECLINE_CODES.map((code, at) => [DIGITS[at] ?? '', () => choose(code)]))),
    ...(!other && { Enter: () => choose(suggested) }),
    [KEYS.closeDetail.keys[0]]: onCancel,
  })
  return (
    <form
      ref={form}
      className={classes.bar}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        if (note.trim() !== '') onDecline('OTHER', note.trim())
      }}
    >
      <strong>{title}</strong>
      {other ? (
        <>
          <TextInput
            ref={focusNow}
            size="xs"
            className={classes.grow}
            aria-label={t('decline.note')}
            placeholder={t('decline.noteNeeded')}
            value={note}
            maxLength={500}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Button type="submit" size="compact-xs" loading={busy} disabled={note.trim() === ''}>
            {t('action.decline')}
          </Button>
        </>
      ) : (
        <Codes suggested={suggested} busy={busy} onCode={choose} />
      )}
      <Button size="compact-xs" variant="subtle" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
    </form>
  )
}

interface CodesProps {
  readonly suggested: DeclineCode
  readonly busy: boolean
  readonly onCode: (code: DeclineCode) => void
}

function Codes({ suggested, busy, onCode }: CodesProps) {
  const t = useText('sampleRequests')
  return DECLINE_CODES.map((code, at) => (
    <Button
      key={code}
      // In the table Enter would open the row.
      {...(code === suggested && { ref: focusNow })}
      size="compact-xs"
      variant={code === suggested ? 'filled' : 'default'}
      loading={busy}
      onClick={() => onCode(code)}
    >
      {`${DIGITS[at] ?? ''} ${t(`decline.code.${code}`)}`}
    </Button>
  ))
}
