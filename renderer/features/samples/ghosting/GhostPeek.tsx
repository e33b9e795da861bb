/** What was tried with one sample, newest first, and what the person did with samples at all shops. */

import { Button } from '@mantine/core'

import type { Ghost } from '../../../../shared/contract/sample-requests'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { goTo } from '../../../session/place'
import { StateMark } from '../../../ui/StateMark'
import { RecordFacts } from '../requests/RequestPeek'
import classes from '../requests/requests.module.css'
import { STANDING_TONES } from './ghost-columns'

export function GhostPeek({ ghost, onClose }: { readonly ghost: Ghost; readonly onClose: () => void }) {
  const t = useText('sampleRequests')
  const { sample, displayName, standing, nudges, record } = ghost
  const handle = sample.handle ?? ''
  useKeys({ [KEYS.closeDetail.keys[0]]: onClose })
  return (
    <aside className={classes.peek} aria-label={handle}>
      <h2>{displayName === null ? handle : `${handle} · ${displayName}`}</h2>
      <p className={classes.quiet}>{sample.productName ?? sample.productId}</p>
      <StateMark tone={STANDING_TONES[standing]}>{t(`ghost.standing.${standing}`)}</StateMark>{' '}
      <Button size="compact-xs" variant="default" onClick={() => goTo('creators', { creator: sample.creatorId })}>
        {t('peek.openCreator')}
      </Button>
      <h3>{t('ghost.history')}</h3>
      {nudges.length === 0 ? (
        <p className={classes.quiet}>{t('ghost.noHistory')}</p>
      ) : (
        <ul className={classes.list}>
          {nudges.toReversed().map((nudge) => (
            <Tried key={nudge.id} nudge={nudge} />
          ))}
        </ul>
      )}
      <h3>{t('ghost.person')}</h3>
      <RecordFacts record={record} />
    </aside>
  )
}

function Tried({ nudge }: { readonly nudge: Ghost['nudges'][number] }) {
  const t = useText('sampleRequests')
  const format = useFormat()
  const { kind, at, step, promisedDay, text, person } = nudge
  const known = (['nudge', 'excuse', 'promise'] as const).find((one) => one === kind)
  const what = known === undefined ? kind : t(`ghost.line.${known}`, { step: step === null ? '' : step + 1 })
  return (
    <li>
      <strong>{what}</strong>
      {promisedDay !== null && ` · ${t('ghost.until', { day: format.day(promisedDay) })}`}
      <div className={classes.quiet}>{[format.instant(at), person].filter(Boolean).join(' · ')}</div>
      {text !== null && <div className={classes.quiet}>{text}</div>}
    </li>
  )
}
