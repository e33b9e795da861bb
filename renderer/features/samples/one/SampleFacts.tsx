/** What is written of a sample, and until when what has to happen, on the shop's calendar. */

import type { ReactNode } from 'react'

import type { Sample } from '../../../../shared/contract/samples'
import { ShopBadge } from '../../../creator/ShopBadge'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { Facts } from '../../../ui/Facts'
import { StateMark } from '../../../ui/StateMark'
import { leftText, TONES } from '../sample-words'
import classes from '../samples.module.css'

export function DeadlineFacts({ sample: { deadlines, state } }: { readonly sample: Sample }) {
  const t = useText('samples')
  const format = useFormat()
  const { review, post, latestDay, sinceDelivery, allowed } = deadlines
  const line = (deadline: NonNullable<typeof review>) => (
    <span>
      {`${format.day(deadline.day)} `}
      <StateMark tone={TONES[deadline.level]}>{leftText(t, deadline.daysLeft)}</StateMark>
      {deadline.from === 'own' && ` (${t('drawer.ownDay')})`}
    </span>
  )
  const facts: (readonly [string, ReactNode])[] = [
    ...(review ? [[t('drawer.review'), line(review)] as const] : []),
    ...(post ? [[t('drawer.post'), line(post)] as const] : []),
    ...(latestDay === null ? [] : [[t('drawer.latest'), format.day(latestDay)] as const]),
    ...(sinceDelivery === null
      ? []
      : [
          [
            t('drawer.sinceDelivery'),
            allowed === null
              ? t('card.counterAlone', { since: sinceDelivery })
              : t('card.counter', { since: sinceDelivery, allowed }),
          ] as const,
        ]),
  ]
  const unknown = (state === 'requested' && !review) || ((state === 'delivered' || state === 'contentDue') && !post)
  if (facts.length === 0 && !unknown) return null
  return (
    <>
      <h3>{t('drawer.deadlines')}</h3>
      {facts.length > 0 && <Facts facts={facts} />}
      {unknown && <p className={classes.quiet}>{t('drawer.noRule')}</p>}
    </>
  )
}

export function SampleFacts({ sample }: { readonly sample: Sample }) {
  const t = useText('samples')
  const format = useFormat()
  const { kind, collaboration, rate, dates, currency } = sample
  const at = (instant: number | null = null) => (instant === null ? null : format.instant(instant))
  const cost = (minor: number | null) => (minor === null || currency === null ? null : format.money(minor, currency))
  const source = (['typed', 'template', 'orders'] as const).find((one) => one === sample.source)
  const all: readonly (readonly [string, ReactNode])[] = [
    [t('fields.shopId'), <ShopBadge key="shop" shopId={sample.shopId} />],
    [t('fields.productName'), sample.productName],
    [t('fields.productId'), sample.productId],
    [t('fields.variation'), sample.variation],
    [t('fields.quantity'), format.count(sample.quantity)],
    [t('fields.kind'), kind && t(`kinds.${kind}`)],
    [t('fields.collaboration'), collaboration && t(`collaborations.${collaboration}`)],
    [t('fields.campaignName'), sample.campaignName],
    [t('fields.rate'), rate === null ? null : format.percent(rate / 10_000)],
    [t('fields.owner'), sample.owner],
    [t('fields.requestedAt'), at(sample.requestedAt)],
    [t('fields.shippedAt'), at(dates.shipped)],
    [t('fields.deliveredAt'), at(dates.delivered)],
    [t('fields.postedAt'), at(dates.posted)],
    [t('fields.recipient'), sample.recipient],
    [t('fields.phone'), sample.phone],
    [t('fields.address'), sample.address],
    [t('fields.applicationId'), sample.applicationId],
    [t('fields.orderId'), sample.orderId],
    [t('fields.platformStatus'), sample.platformStatus],
    [t('fields.productCost'), cost(sample.productCost)],
    [t('fields.packingCost'), cost(sample.packingCost)],
    [t('fields.freightCost'), cost(sample.freightCost)],
    [t('fields.dutyCost'), cost(sample.dutyCost)],
    [t('fields.source'), source ? t(`sources.${source}`) : sample.source],
    [t('fields.reason'), sample.reason],
    [t('fields.note'), sample.note],
  ]
  // What nobody wrote takes no room.
  return <Facts facts={all.filter(([, value]) => value !== null && value !== '')} />
}
