/** The rates that months' books are kept at: locked with source and day, taken back, and what a month would be at others. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { api, orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { Empty } from '../../ui/Empty'
import { SmallTable } from '../../ui/SmallTable'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './costs.module.css'
import type { ListFrame } from './CostsScreen'
import { LockRates } from './LockRates'
import { Restate } from './Restate'

export function MonthRates({ frame }: ListFrame) {
  const t = useText('costs')
  const [opened, setOpened] = useState<'lock' | 'restate' | null>(null)
  const locks = useQuery(orpc.rates.locks.queryOptions({ input: {} }))
  const lock = <Button onClick={() => setOpened('lock')}>{t('locks.lock')}</Button>
  const close = (): void => setOpened(null)
  return frame(
    <>
      <Button variant="default" onClick={() => setOpened('restate')}>
        {t('locks.restate')}
      </Button>
      {lock}
    </>,
    <div className={classes.locks}>
      <p className={classes.lead}>{t('locks.lead')}</p>
      <Answer query={locks}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty sentence={t('locks.empty')} example={t('locks.example')} action={lock} />
          ) : (
            <Locks rows={rows} />
          )
        }
      </Answer>
      {opened === 'lock' && <LockRates onClose={close} />}
      {opened === 'restate' && <Restate onClose={close} />}
    </div>,
  )
}

type Lock = Awaited<ReturnType<typeof api.rates.locks>>[number]

function Locks({ rows }: { readonly rows: readonly Lock[] }) {
  const t = useText('costs')
  const format = useFormat()
  const unlock = useCommand(
    ({ id }: Lock) => api.rates.unlock({ id }),
    (_, { base, quote, month }) => t('locks.unlocked', { pair: `${base}/${quote}`, month: format.month(month) }),
  )
  return (
    <SmallTable
      label={t('tabs.locks')}
      columns={[
        { title: t('locks.month'), words: true },
        { title: t('fields.base'), words: true },
        { title: t('fields.quote'), words: true },
        { title: t('fields.rate'), figure: true },
        { title: t('fields.source') },
        { title: t('fields.day'), words: true },
        { title: t('locks.by') },
        { title: '' },
      ]}
      rows={rows.map((lock) => ({
        key: lock.id,
        cells: [
          format.month(lock.month),
          lock.base,
          lock.quote,
          lock.rate,
          lock.source || DASH,
          format.day(lock.day),
          [lock.person, lock.at === null ? null : format.instant(lock.at)].filter(Boolean).join(' · ') || DASH,
          lock.closed ? (
            <StateMark key="closed" tone="held">
              {t('locks.closed')}
            </StateMark>
          ) : (
            <Button
              key="unlock"
              size="compact-xs"
              variant="subtle"
              loading={unlock.busy}
              aria-label={t('locks.unlockOf', { pair: `${lock.base}/${lock.quote}`, month: format.month(lock.month) })}
              onClick={() => unlock.run(lock)}
            >
              {t('locks.unlock')}
            </Button>
          ),
        ],
      }))}
    />
  )
}
