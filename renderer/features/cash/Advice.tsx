/** What could be done about a red week, worked out from its items alone. */

import { useQuery } from '@tanstack/react-query'

import type { CashAdvice } from '../../../shared/contract/cash'
import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { DASH } from '../../ui/dash'
import { SmallTable } from '../../ui/SmallTable'
import classes from './cash.module.css'
import type { ViewInput } from './cash-view'
import { useItemName } from './use-item-name'

interface AdviceProps {
  readonly input: ViewInput
  readonly week: number
  readonly currency: string
}

/** More than so many options are no advice. */
const SHOWN = 12

export function Advice({ input, week, currency }: AdviceProps) {
  const advice = useQuery(orpc.cash.advice.queryOptions({ input: { ...input, week } }))
  return <Answer query={advice}>{(data) => data && <Options advice={data} currency={currency} />}</Answer>
}

function Options({ advice, currency }: { readonly advice: CashAdvice; readonly currency: string }) {
  const t = useText('cash')
  const format = useFormat()
  const nameOf = useItemName()
  const { short, lowDay, recovery, options, together } = advice
  const money = (amount: number | null): string => (amount === null ? DASH : format.money(amount, currency))
  return (
    <section className={classes.advice} aria-label={t('advice.title')}>
      <h3 className={classes.heading}>{t('advice.title')}</h3>
      <p className={classes.lead}>
        {t('advice.short', { amount: money(short), day: format.day(lowDay) })}{' '}
        {recovery === null ? t('advice.noRecovery') : t('advice.recovery', { day: format.day(recovery) })}{' '}
        {options.length === 0
          ? t('advice.none')
          : t('advice.together', { amount: money(together), short: money(short) })}
      </p>
      {options.length > 0 && (
        <SmallTable
          label={t('advice.title')}
          columns={[
            { title: t('advice.columns.action'), words: true },
            { title: t('advice.columns.item') },
            { title: t('advice.columns.gains'), figure: true },
            { title: t('advice.columns.how') },
          ]}
          rows={options.slice(0, SHOWN).map(({ action, item, gains, enough, days }) => ({
            key: item.key,
            cells: [
              t(`advice.${action}`),
              `${format.shortDay(item.day)} · ${nameOf(item)}`,
              money(gains),
              [days === null ? '' : t('advice.days', { count: days }), enough ? t('advice.enough') : '']
                .filter(Boolean)
                .join(' · ') || DASH,
            ],
          }))}
        />
      )}
    </section>
  )
}
