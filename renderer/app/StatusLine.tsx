/** The quiet line at the foot: what just happened on the left, which workspace on the right. */

import { useEffect, useState } from 'react'

import { connection, useConnection } from '../api'
import { useText } from '../messages/i18n'
import { type Status, status } from '../session/status'
import { useStore } from '../session/store'
import { useWorkspace } from '../session/workspace'
import { ExchangeChip } from './ExchangeChip'
import classes from './shell.module.css'

const SHOWN_FOR_MS = 8000

export function StatusLine() {
  const t = useText('shell')
  const said = useStore(status)
  const workspace = useWorkspace()
  const line = useConnection()
  const broken = line === 'reconnecting' || line === 'failed'
  return (
    <footer className={classes.status}>
      <output aria-live="polite">
        {broken ? (
          <span data-tone="bad">{t('busy.reconnecting')}</span>
        ) : (
          said && <Said key={said.number} said={said} />
        )}
      </output>
      {line === 'failed' && (
        <button type="button" onClick={() => connection.retry()}>
          {t('busy.restart')}
        </button>
      )}
      <span className={classes.spring} />
      <ExchangeChip />
      <span className={classes.name} title={workspace?.file}>
        {workspace?.name}
      </span>
    </footer>
  )
}

function Said({ said: { text, tone } }: { readonly said: Status }) {
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [])
  return shown && <span data-tone={tone}>{text}</span>
}
