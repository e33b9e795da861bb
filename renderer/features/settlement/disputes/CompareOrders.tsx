/** The quarrel settled by facts: the creator's list of orders, each with where our files have it. */

import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ComparedOrders, Dispute } from '../../../../shared/contract/statements'
import { ORDER_PLACES, type OrderPlace } from '../../../../shared/domain/disputes'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark, type Tone } from '../../../ui/StateMark'
import classes from './disputes.module.css'

export interface CompareOrdersProps {
  readonly dispute: Dispute
  /** What was pasted in the thread. */
  readonly orders: string
}

export function CompareOrders({ dispute: { shopId, creatorId, month }, orders: said }: CompareOrdersProps) {
  const t = useText('statements')
  const [typed, setTyped] = useState(said)
  const [asked, setAsked] = useState(said)
  const input = { shopId, creatorId, month, orders: asked }
  const query = useQuery({ ...orpc.statements.compare.queryOptions({ input }), enabled: asked !== '' })
  return (
    <section aria-label={t('compare.title')}>
      <h3>{t('compare.title')}</h3>
      <Textarea
        size="xs"
        label={t('compare.paste')}
        description={t('compare.hint')}
        autosize
        minRows={2}
        maxRows={8}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <p>
        <Button size="xs" variant="default" disabled={typed.trim() === ''} onClick={() => setAsked(typed.trim())}>
          {t('compare.button')}
        </Button>
      </p>
      {asked !== '' && <Answer query={query}>{(compared) => <Compared compared={compared} />}</Answer>}
    </section>
  )
}

const TONES: Readonly<Record<OrderPlace, Tone>> = {
  counted: 'good',
  noSale: 'watch',
  otherMonth: 'watch',
  otherCreator: 'bad',
  otherShop: 'watch',
  unknown: 'bad',
}

const MOST = 300

function Compared({
  compared: { currency, pasted, rounded, counts, rows, onlyOurs },
}: {
  readonly compared: ComparedOrders
}) {
  const t = useText('statements')
  const words = useText('words')
  const format = useFormat()
  // What is not counted is what the quarrel is about.
  const inOrder = [
    ...rows.filter(({ place }) => place !== 'counted'),
    ...rows.filter(({ place }) => place === 'counted'),
  ]
  return (
    <>
      <p className={classes.counts}>
        {t('compare.pasted', { count: pasted })}
        {ORDER_PLACES.flatMap((place) =>
          counts[place] === 0
            ? []
            : [
                <StateMark key={place} tone={TONES[place]}>
                  {t('compare.count', { place: t(`compare.places.${place}`), count: counts[place] })}
                </StateMark>,
              ],
        )}
        {onlyOurs > 0 && <StateMark tone="unknown">{t('compare.onlyOurs', { count: onlyOurs })}</StateMark>}
        {rounded > 0 && <StateMark tone="bad">{t('compare.rounded', { count: rounded })}</StateMark>}
      </p>
      <SmallTable
        label={t('compare.title')}
        columns={[
          { title: t('line.order'), words: true },
          { title: t('compare.place'), words: true },
          { title: t('compare.where') },
          { title: t('line.status'), words: true },
          { title: `${t('columns.gmv')} ${currency}`, figure: true },
          { title: t('columns.actual'), figure: true },
        ]}
        rows={inOrder.slice(0, MOST).map(({ orderId, place, shop, creator, month, status, gmv, commission }) => ({
          key: orderId,
          cells: [
            orderId,
            <StateMark key="place" tone={TONES[place]}>
              {t(`compare.places.${place}`)}
            </StateMark>,
            place === 'unknown' ? '' : [shop, `@${creator}`, month].join(' · '),
            status === null ? '' : words(`status.${status}`),
            place === 'unknown' || place === 'otherShop' || gmv === null ? '' : format.amount(gmv, currency),
            place === 'unknown' || place === 'otherShop' || commission === null
              ? ''
              : format.amount(commission, currency),
          ],
        }))}
      />
      {inOrder.length > MOST && <p>{t('drawer.more', { count: inOrder.length - MOST })}</p>}
    </>
  )
}
