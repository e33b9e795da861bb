/** What people should know of the exchange as a whole: something is missing, newer, on its way; the clock; a new life. */

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

import type { SyncStatus } from '../../../shared/contract/sync'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useCommand } from '../../ui/use-save'
import classes from './sync.module.css'

export function Hints({ status, onAsk }: { readonly status: SyncStatus; readonly onAsk: () => void }) {
  const t = useText('sync')
  const { missing, facts, parked, attachmentsElsewhere, clockDoubt, newLife } = status
  const nobody = t('people.unnamed')
  const { list } = useFormat()
  return (
    <>
      {newLife && <NewLife life={newLife} />}
      {clockDoubt && <Clock doubt={clockDoubt} />}
      {missing.length > 0 && (
        <Hint
          tone="watch"
          action={
            <Button variant="default" onClick={onAsk}>
              {t('people.askShort')}
            </Button>
          }
        >
          {t('hints.missing', {
            list: list(
              missing.map(({ person, from, to }) =>
                t('hints.missingOf', { count: to - from + 1, person: person || nobody }),
              ),
            ),
          })}{' '}
          {t('hints.missingNext')}
        </Hint>
      )}
      {parked > 0 && <Hint tone="watch">{t('hints.parked', { count: parked })}</Hint>}
      {facts.length > 0 && (
        <Hint tone="plain">
          {t('hints.facts', {
            list: list(
              facts.map(({ fileName: file, partsHere: here, parts }) =>
                parts === null ? t('hints.factBegun', { file, here }) : t('hints.factOf', { file, here, parts }),
              ),
            ),
          })}
        </Hint>
      )}
      {attachmentsElsewhere > 0 && <Hint tone="plain">{t('hints.attachments', { count: attachmentsElsewhere })}</Hint>}
    </>
  )
}

const LIVES = {
  restored: 'lifeRestored',
  copied: 'lifeCopied',
  moved: 'lifeMoved',
  folderAhead: 'lifeAhead',
  peerAhead: 'lifeAhead',
} as const

function NewLife({ life: { reason, lostSteps } }: { readonly life: NonNullable<SyncStatus['newLife']> }) {
  const t = useText('sync')
  const seen = useCommand(
    () => api.sync.newLifeSeen({}),
    () => '',
  )
  return (
    <Hint
      tone="watch"
      action={
        <Button variant="default" loading={seen.busy} onClick={() => seen.run()}>
          {t('hints.seen')}
        </Button>
      }
    >
      {t(`hints.${LIVES[reason]}`)} {t('hints.lifeBack')}{' '}
      <strong>{lostSteps > 0 ? t('hints.lost', { count: lostSteps }) : t('hints.lostNone')}</strong>
    </Hint>
  )
}

function Clock({ doubt }: { readonly doubt: NonNullable<SyncStatus['clockDoubt']> }) {
  const t = useText('sync')
  const trust = useCommand(
    () => api.sync.trustClock({}),
    () => t('hints.trusted'),
  )
  return (
    <Hint
      tone="watch"
      action={
        <Button variant="default" loading={trust.busy} onClick={() => trust.run()}>
          {t('hints.trust')}
        </Button>
      }
    >
      {t(`hints.${doubt}`)}
    </Hint>
  )
}

interface HintProps {
  readonly tone: 'watch' | 'plain'
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function Hint({ tone, action, children }: HintProps) {
  return (
    <div className={classes.hint} data-tone={tone} role="status">
      <p>{children}</p>
      {action}
    </div>
  )
}
