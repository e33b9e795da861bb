/** Who opened, checked and closed a month and why, and whether the close's lines are still what its digest says. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { PERIOD_STATES } from '../../../../shared/domain/periods'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import type { PeriodDrawerProps } from './CloseDrawer'
import { shortDigest } from './digest'
import { Standing } from './Standing'
import { useState } from 'react'

export function HistoryDrawer({ month: { shopId, shopName, month, state }, onClose }: PeriodDrawerProps) {
  const t = useText('periods')
  const format = useFormat()
  const input = { shopId, month }
  const query = useQuery(orpc.periods.history.queryOptions({ input }))
  const named = (key: string): string => {
    const known = PERIOD_STATES.find((one) => one === key)
    return known === undefined ? key : t(`states.${known}`)
  }
  return (
    <Drawer title={t('history.title', { shop: shopName, month: format.month(month) })} onClose={onClose} wide>
      {state === 'closed' && <Verify {...input} />}
      <Answer query={query}>
        {({ steps, closes }) => (
          <>
            <SmallTable
              label={t('history.steps')}
              columns={[
                { title: t('history.at') },
                { title: t('history.person') },
                { title: t('history.step') },
                { title: t('history.reason') },
              ]}
              rows={steps.map(({ from, to, reason, at, person }, i) => ({
                key: String(i),
                cells: [at === null ? '' : format.instant(at), person, `${named(from)} → ${named(to)}`, reason],
              }))}
            />
            <SmallTable
              label={t('history.closes')}
              columns={[
                { title: t('history.round') },
                { title: t('history.at') },
                { title: t('history.person') },
                { title: t('digest') },
              ]}
              rows={closes.map(({ round, at, person, sha256 }) => ({
                key: String(round),
                cells: [format.count(round), at === null ? '' : format.instant(at), person, shortDigest(sha256)],
              }))}
            />
          </>
        )}
      </Answer>
    </Drawer>
  )
}

function Verify(input: { readonly shopId: string; readonly month: string }) {
  const t = useText('periods')
  const [checked, setChecked] = useState<Awaited<ReturnType<typeof api.periods.verify>> | null>(null)
  const verify = useCommand(
    async () => {
      const answer = await api.periods.verify(input)
      setChecked(answer)
      return answer
    },
    ({ standing }) => t(`standing.${standing}`),
  )
  return (
    <p>
      <Button size="xs" variant="default" loading={verify.busy} onClick={() => verify.run()}>
        {t('verify')}
      </Button>{' '}
      {checked && (
        <>
          <Standing standing={checked.standing} /> <StateMark tone="unknown">{shortDigest(checked.sha256)}</StateMark>
        </>
      )}
    </p>
  )
}
