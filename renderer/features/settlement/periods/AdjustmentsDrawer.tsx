/** What came to a closed month since: by creator, their lines, payables and rates. The close itself stays as it is. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { PeriodAdjustments } from '../../../../shared/contract/periods'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { Drawer } from '../../../ui/Drawer'
import { SmallTable } from '../../../ui/SmallTable'
import { AdjustedLines } from './AdjustedLines'
import type { PeriodDrawerProps } from './CloseDrawer'
import classes from './periods.module.css'
import { Standing } from './Standing'

export function AdjustmentsDrawer({ month: { shopId, shopName, month }, onClose }: PeriodDrawerProps) {
  const t = useText('periods')
  const format = useFormat()
  const [creator, setCreator] = useState<string | null>(null)
  const query = useQuery(orpc.periods.adjustments.queryOptions({ input: { shopId, month } }))
  return (
    <Drawer
      title={t('adjustments.title', { shop: shopName, month: format.month(month) })}
      onClose={creator === null ? onClose : () => setCreator(null)}
      wide
    >
      <Answer query={query}>
        {(adjusted) =>
          adjusted.standing !== 'whole' ? (
            <>
              <Standing standing={adjusted.standing} />
              <p>{t(`standingHint.${adjusted.standing}`)}</p>
            </>
          ) : creator !== null ? (
            <AdjustedLines
              shopId={shopId}
              month={month}
              currency={adjusted.currency}
              creatorId={creator}
              onBack={() => setCreator(null)}
            />
          ) : (
            <Adjusted adjusted={adjusted} onCreator={setCreator} />
          )
        }
      </Answer>
    </Drawer>
  )
}

interface AdjustedProps {
  readonly adjusted: PeriodAdjustments
  readonly onCreator: (creatorId: string) => void
}

function Adjusted({ adjusted, onCreator }: AdjustedProps) {
  const t = useText('periods')
  const { lines, creators, payables, rates } = adjusted
  if (lines === 0 && payables.length === 0 && rates.length === 0) return <p>{t('adjustments.none')}</p>
  return (
    <>
      <p>{t('adjustments.lead', { count: lines })}</p>
      {creators.length > 0 && <Creators adjusted={adjusted} onCreator={onCreator} />}
      {payables.length > 0 && <Payables payables={payables} />}
      {rates.length > 0 && <Rates rates={rates} />}
    </>
  )
}

function Creators({ adjusted: { creators, total, currency, lines }, onCreator }: AdjustedProps) {
  const t = useText('periods')
  const format = useFormat()
  const money = (amount: number | null) => (amount === null ? '' : format.amount(amount, currency))
  const figures = ({ gmv, refund, commission }: PeriodAdjustments['total']) => [
    money(gmv),
    money(refund),
    money(commission),
  ]
  return (
    <SmallTable
      label={t('adjustments.byCreator')}
      columns={[
        { title: t('columns.creator') },
        { title: t('columns.lines'), figure: true },
        { title: `${t('columns.gmv')} ${currency}`, figure: true },
        { title: t('columns.refund'), figure: true },
        { title: t('columns.commission'), figure: true },
      ]}
      rows={[
        ...creators.map((one) => ({
          key: one.creatorId || '-',
          cells: [
            <Button key="open" variant="subtle" size="compact-xs" onClick={() => onCreator(one.creatorId)}>
              {one.creator === '' ? t('nobody') : `@${one.creator}`}
            </Button>,
            format.count(one.lines),
            ...figures(one.delta),
          ],
        })),
        { key: '=', cells: [t('columns.total'), format.count(lines), ...figures(total)] },
      ]}
    />
  )
}

function Payables({ payables }: Pick<PeriodAdjustments, 'payables'>) {
  const t = useText('periods')
  const format = useFormat()
  const said = (one: PeriodAdjustments['payables'][number]['before']) =>
    one === null
      ? t('adjustments.nothing')
      : [one.amount === null ? '' : format.money(one.amount, one.currency), format.day(one.dueDay), one.state]
          .filter((part) => part !== '')
          .join(' · ')
  return (
    <section className={classes.section}>
      <h3>{t('adjustments.payables')}</h3>
      <SmallTable
        label={t('adjustments.payables')}
        columns={[
          { title: t('columns.creator') },
          { title: t('adjustments.atClose') },
          { title: t('adjustments.now') },
        ]}
        rows={payables.map(({ before, after }, i) => ({
          key: String(i),
          cells: [(after ?? before)?.creator, said(before), said(after)],
        }))}
      />
    </section>
  )
}

function Rates({ rates }: Pick<PeriodAdjustments, 'rates'>) {
  const t = useText('periods')
  return (
    <section className={classes.section}>
      <h3>{t('adjustments.rates')}</h3>
      <SmallTable
        label={t('adjustments.rates')}
        columns={[{ title: t('columns.pair') }, { title: t('adjustments.atClose') }, { title: t('adjustments.now') }]}
        rows={rates.map(({ before, after }, i) => ({
          key: String(i),
          cells: [
            `${(after ?? before)?.base ?? ''}/${(after ?? before)?.quote ?? ''}`,
            before?.rate ?? t('adjustments.nothing'),
            after?.rate ?? t('adjustments.nothing'),
          ],
        }))}
      />
    </section>
  )
}
