/** One creator at one shop on the board: who, how long, what is next on which clock, what is in the way, whose. */

import { IconAlertTriangle, IconBan, IconClock, IconSquareCheck } from '@tabler/icons-react'

import type { Card } from '../../../shared/contract/pipelines'
import { HERE, useWhen, zoneName } from '../../creator/clocks'
import { ShopBadge } from '../../creator/ShopBadge'
import { useReasonText, useTaskText } from '../../creator/task-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import classes from '../../board/board.module.css'

export interface CardViewProps {
  readonly card: Card
  readonly now: number
  readonly showShop: boolean
  readonly ticked: boolean
}

export function CardView({ card, now, showShop, ticked }: CardViewProps) {
  const t = useText('pipelines')
  const format = useFormat()
  return (
    <>
      <div className={classes.line}>
        {ticked && <IconSquareCheck size={14} aria-hidden />}
        <span className={classes.handle} title={card.displayName ?? card.handle}>
          {card.handle}
        </span>
        {card.blockedBy && (
          <span
            className={classes.blocked}
            role="img"
            aria-label={t('blocked', { by: card.blockedBy })}
            title={t('blocked', { by: card.blockedBy })}
          >
            <IconBan size={14} aria-hidden />
          </span>
        )}
        {card.owner && (
          <span className={classes.initials} title={card.owner}>
            {initials(card.owner)}
          </span>
        )}
      </div>
      <div className={classes.line}>
        <Stay card={card} />
        {showShop && <ShopBadge shopId={card.shopId} />}
        {card.value !== null && card.currency !== null && (
          <span className={classes.worth} title={t('value')}>
            {format.shortMoney(card.value, card.currency)}
          </span>
        )}
      </div>
      <NextLine card={card} now={now} />
    </>
  )
}

/** Days in the stage; what is too long has a sign, not only a colour. */
function Stay({ card: { days, sla } }: { readonly card: Card }) {
  const t = useText('pipelines')
  if (days === null) return null
  const Icon = sla === 'bad' ? IconAlertTriangle : IconClock
  return (
    <span className={classes.stay} data-sla={sla} title={t(`sla.${sla}`)}>
      <Icon size={12} aria-hidden />
      {t('daysShort', { count: days })}
    </span>
  )
}

function NextLine({ card: { next, zone, stage, reason }, now }: { readonly card: Card; readonly now: number }) {
  const t = useText('pipelines')
  const format = useFormat()
  const text = useTaskText()
  const reasonText = useReasonText()
  const when = useWhen(now)
  if (next === null) {
    const words = stage === 'stopped' || reason ? (reason ? reasonText(reason) : t('noReason')) : t('noNext')
    return <div className={classes.next}>{words}</div>
  }
  const theirs = next.due === null || zone === HERE ? null : `${zoneName(zone)} ${when(next.due, zone)}`
  return (
    <div className={classes.next} title={theirs ?? undefined}>
      <span className={classes.step}>{text(next)}</span>
      {next.due !== null && (
        <span className={classes.due} data-late={next.due < now || undefined}>
          {when(next.due)}
          {theirs !== null && <span className={classes.muted}> · {format.clock(next.due, zone)}</span>}
        </span>
      )}
    </div>
  )
}

/** `LW` of `Li Wei`; one or two signs of any other name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const signs = (word: string, count: number) => Array.from(word).slice(0, count).join('')
  return words.length > 1
    ? `${signs(words[0] ?? '', 1)}${signs(words.at(-1) ?? '', 1)}`.toUpperCase()
    : signs(name.trim(), 2)
}
