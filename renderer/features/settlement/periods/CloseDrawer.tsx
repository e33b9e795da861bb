/** Closing a month: one of the few acts that ask, because nothing takes it back but a step with a reason. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { PeriodCheck, PeriodMonth } from '../../../../shared/contract/periods'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { ErrorLine } from '../../../ui/ErrorState'
import { focusNow } from '../../../ui/focus'
import { StateMark, type Tone } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import classes from './periods.module.css'

export interface PeriodDrawerProps {
  readonly month: PeriodMonth
  readonly onClose: () => void
}

const TONES: Readonly<Record<PeriodCheck['level'], Tone>> = { stop: 'bad', warn: 'watch', fine: 'good' }

export function CloseDrawer({ month, onClose }: PeriodDrawerProps) {
  const t = useText('periods')
  const common = useText('common')
  const format = useFormat()
  const { shopId, shopName, month: name } = month
  const input = { shopId, month: name }
  const query = useQuery(orpc.periods.checks.queryOptions({ input }))
  const stopped = query.data === undefined || query.data.some(({ level }) => level === 'stop')
  const close = useCommand(
    async () => {
      await api.periods.close(input)
      onClose()
    },
    () => t('close.done', { shop: shopName, month: format.month(name) }),
  )
  return (
    <Drawer
      title={t('close.title', { shop: shopName, month: format.month(name) })}
      onClose={onClose}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button
            key={String(stopped)}
            ref={stopped ? undefined : focusNow}
            disabled={stopped}
            loading={close.busy}
            onClick={() => close.run()}
          >
            {t('close.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('close.lead')}</p>
      <Answer query={query}>{(checks) => <Checks checks={checks} />}</Answer>
      {close.error !== null && <ErrorLine error={close.error} />}
    </Drawer>
  )
}

/** What is open first; what is fine is named too, so that everybody sees what was looked at. */
function Checks({ checks }: { readonly checks: readonly PeriodCheck[] }) {
  const t = useText('periods')
  const format = useFormat()
  const inOrder = (['stop', 'warn', 'fine'] as const).flatMap((level) => checks.filter((one) => one.level === level))
  return (
    <ul className={classes.checks} aria-label={t('checks.title')}>
      {inOrder.map(({ check, level, count, names }) => (
        <li key={check}>
          <StateMark tone={TONES[level]}>{t(`checks.levels.${level}`)}</StateMark>
          <span>
            {level === 'fine'
              ? t(`checks.fine.${check}`)
              : t(`checks.open.${check}`, { count, names: format.list(names) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
