/** How much of each shop's days is LIVE: a strip a day to the scale of its hours, with its sentence. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { LiveCoverage } from '../../../shared/contract/live'
import type { Stretch } from '../../../shared/domain/live-board'
import { ShopBadge } from '../../creator/ShopBadge'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import classes from './live.module.css'
import { TargetDrawer } from './TargetDrawer'

export function Coverage({ coverage }: { readonly coverage: readonly LiveCoverage[] }) {
  const t = useText('live')
  const [target, setTarget] = useState<LiveCoverage | null>(null)
  if (coverage.length === 0) return null
  return (
    <>
      <h2>{t('coverage')}</h2>
      {coverage.map((shop) => (
        <ShopCoverage key={shop.shopId} shop={shop} onTarget={() => setTarget(shop)} />
      ))}
      {target && <TargetDrawer key={target.shopId} of={target} onClose={() => setTarget(null)} />}
    </>
  )
}

type Day = LiveCoverage['days'][number]

/** `6.5`, `12`: tenths where there are some. */
function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10)
}

function ShopCoverage({ shop, onTarget }: { readonly shop: LiveCoverage; readonly onTarget: () => void }) {
  const t = useText('live')
  const { days, target, shopName, shopId } = shop
  const average = days.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(1, days.length)
  const sentence =
    target.minutesPerDay === null
      ? t('coverageNoTarget', { hours: hours(average) })
      : t('coverageOf', { hours: hours(average), target: hours(target.minutesPerDay) })
  return (
    <section aria-label={`${shopName}: ${sentence}`}>
      <div className={classes.shop}>
        <ShopBadge shopId={shopId} />
        <span>{sentence}</span>
        <Button size="compact-xs" variant="subtle" onClick={onTarget}>
          {t('setTarget')}
        </Button>
      </div>
      <div className={classes.days}>
        {days.map((day) => (
          <OneDay key={day.day} day={day} shop={shop} />
        ))}
      </div>
    </section>
  )
}

function OneDay({ day, shop }: { readonly day: Day; readonly shop: LiveCoverage }) {
  const t = useText('live')
  const format = useFormat()
  const { target, timezone } = shop
  const said =
    target.minutesPerDay === null
      ? t('dayHours', { hours: hours(day.minutes) })
      : t('dayOf', { hours: hours(day.minutes), target: hours(target.minutesPerDay) })
  const place = ({ from, to }: Stretch) => {
    const whole = day.to - day.from
    const [begin, end] = [Math.max(from, day.from), Math.min(to, day.to)]
    return { insetInlineStart: `${((begin - day.from) / whole) * 100}%`, width: `${((end - begin) / whole) * 100}%` }
  }
  return (
    <div>
      <div className={classes.second}>{format.shortDay(day.day)}</div>
      <div
        className={classes.bar}
        role="img"
        aria-label={t('dayLine', { day: format.shortDay(day.day), hours: hours(day.minutes) })}
      >
        {day.prime && <span className={classes.prime} style={place(day.prime)} />}
        {day.live.map((stretch) => (
          <span key={`${stretch.from} ${stretch.to}`} className={classes.covered} style={place(stretch)} />
        ))}
      </div>
      {day.missing !== null && day.missing > 0 ? <StateMark tone="watch">{said}</StateMark> : <span>{said}</span>}
      {day.parallel > 0 && (
        <div className={classes.second}>{t('parallel', { hours: hours(day.parallel), most: day.most })}</div>
      )}
      {day.empty.map(({ from, to }) => (
        <div key={from} className={classes.second}>
          {t('emptyPrime', { from: format.clock(from, timezone), to: format.clock(to, timezone) })}
        </div>
      ))}
    </div>
  )
}
