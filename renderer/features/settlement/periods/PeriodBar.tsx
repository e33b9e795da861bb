/** Above the sheet: where the month stands in the books, as what it was closed, and what can be done with it. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { PeriodMonth } from '../../../../shared/contract/periods'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Chooser } from '../../../questions/marked'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { say } from '../../../session/status'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { AdjustmentsDrawer } from './AdjustmentsDrawer'
import { CloseDrawer } from './CloseDrawer'
import { DecideDrawer } from './DecideDrawer'
import { HistoryDrawer } from './HistoryDrawer'
import classes from './periods.module.css'
import { ReopenDrawer } from './ReopenDrawer'

export interface PeriodBarProps {
  readonly shopId: string
  /** `YYYY-MM`. */
  readonly month: string
}

export function PeriodBar(props: PeriodBarProps) {
  const { data } = useQuery(orpc.periods.month.queryOptions({ input: props }))
  return data === undefined ? null : <Bar key={`${data.shopId} ${data.month}`} month={data} />
}

type Panel = 'close' | 'reopen' | 'adjustments' | 'decide' | 'history'

const TONES: Readonly<Record<PeriodMonth['state'], Tone>> = { open: 'unknown', checking: 'watch', closed: 'good' }

function Bar({ month }: { readonly month: PeriodMonth }) {
  const t = useText('periods')
  const [panel, setPanel] = useState<Panel | null>(null)
  const closable = month.state !== 'closed' && !month.hold
  useKeys({
    [KEYS.periodClose.keys[0]]: () =>
      closable ? setPanel('close') : say(month.hold ? t('holdHint', { month: month.month }) : t('alreadyClosed')),
  })
  return (
    <div className={classes.bar} role="region" aria-label={t('bar')}>
      <StateMark tone={month.hold ? 'held' : TONES[month.state]}>
        {month.hold ? t('hold') : t(`states.${month.state}`)}
      </StateMark>
      <Closed month={month} />
      <Actions month={month} open={setPanel} />
      <Panels month={month} panel={panel} onClose={() => setPanel(null)} />
    </div>
  )
}

/** Who closed it, when, and what it added up to: the frozen figures, not those of the sheet below. */
function Closed({ month: { month, close, state, hold, over } }: { readonly month: PeriodMonth }) {
  const t = useText('periods')
  const format = useFormat()
  if (hold) return <span className={classes.note}>{t('holdHint', { month: format.month(month) })}</span>
  if (state !== 'closed' || close === null) return over ? null : <span className={classes.note}>{t('notOver')}</span>
  const commission = close.total?.commission ?? null
  const gmv = close.total?.gmv ?? null
  return (
    <span className={classes.note}>
      {t('closedBy', {
        person: close.person ?? '',
        at: close.at === null ? '' : format.instant(close.at),
        round: close.round,
      })}
      {gmv !== null && commission !== null && (
        <>
          {' · '}
          {t('closedAs', {
            gmv: format.money(gmv, close.currency),
            commission: format.money(commission, close.currency),
          })}
        </>
      )}
    </span>
  )
}

interface ActionsProps {
  readonly month: PeriodMonth
  readonly open: (panel: Panel) => void
}

function Actions({ month: { state, hold, close }, open }: ActionsProps) {
  const t = useText('periods')
  const isClosed = state === 'closed'
  return (
    <span className={classes.actions}>
      {hold && (
        <Button size="compact-xs" onClick={() => open('decide')}>
          {t('decide.button')}
        </Button>
      )}
      {isClosed && !hold && (
        <Button size="compact-xs" variant="default" onClick={() => open('adjustments')}>
          {t('adjustments.button')}
        </Button>
      )}
      {isClosed && !hold && (
        <Button size="compact-xs" variant="default" onClick={() => open('reopen')}>
          {t('reopen.button')}
        </Button>
      )}
      {!isClosed && !hold && (
        <Button size="compact-xs" onClick={() => open('close')}>
          {t('close.button')}
        </Button>
      )}
      {(isClosed || close !== null || state === 'checking') && (
        <Button size="compact-xs" variant="subtle" onClick={() => open('history')}>
          {t('history.button')}
        </Button>
      )}
    </span>
  )
}

interface PanelsProps {
  readonly month: PeriodMonth
  readonly panel: Panel | null
  readonly onClose: () => void
}

function Panels({ month, panel, onClose }: PanelsProps) {
  switch (panel) {
    case null:
      return null
    case 'close':
      return <CloseDrawer month={month} onClose={onClose} />
    case 'reopen':
      return <ReopenDrawer month={month} onClose={onClose} />
    case 'adjustments':
      return <AdjustmentsDrawer month={month} onClose={onClose} />
    case 'history':
      return <HistoryDrawer month={month} onClose={onClose} />
    case 'decide':
      return (month.close?.question.length ?? 0) > 0 ? (
        <DecideDrawer month={month} onClose={onClose} />
      ) : (
        <Chooser entity="periods" id={month.periodId} field="period" onClose={onClose} onDecided={onClose} />
      )
  }
}
