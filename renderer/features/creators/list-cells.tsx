/** What cells of the creator list show beyond plain text: signs with words, lines, clocks. */

import { IconAlertTriangle, IconArrowsLeftRight, IconStar, IconStarFilled } from '@tabler/icons-react'

import type { Creator } from '../../../shared/contract/creators-list'
import type { MetricName } from '../../../shared/domain/metric-names'
import { AgeDot } from '../../creator/FigureValue'
import { Sparkline } from '../../creator/Sparkline'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { DASH } from '../../ui/dash'
import classes from './list.module.css'

const SIGN = 14

export function Star({ creator }: { readonly creator: Creator }) {
  const t = useText('creators')
  return creator.starred ? (
    <IconStarFilled size={SIGN} className={classes.star} aria-label={t('list.starred')} />
  ) : (
    <IconStar size={SIGN} className={classes.noStar} aria-label={t('list.notStarred')} />
  )
}

/** A dot before the handle of who is known under other names too. */
export function Renamed({ creator }: { readonly creator: Creator }) {
  const t = useText('creators')
  const format = useFormat()
  if (creator.otherNames.length === 0) return null
  const words = t('list.alsoKnownAs', { names: format.list(creator.otherNames) })
  return <IconArrowsLeftRight size={SIGN} className={classes.sign} aria-label={words} title={words} />
}

export function Flags({ creator }: { readonly creator: Creator }) {
  const t = useText('creators')
  const words: Readonly<Record<string, string>> = t('list.flags', { returnObjects: true })
  if (creator.flags.length === 0) return <span className={classes.muted}>{DASH}</span>
  const text = creator.flags.map((flag) => words[flag] ?? flag).join(' · ')
  return (
    <span className={classes.flags} title={t('list.flagHint')}>
      <IconAlertTriangle size={SIGN} aria-hidden />
      {text}
    </span>
  )
}

/** Figures of a source: how old they are, grey once they are stale, with a sign where another source says something else. */
export function Figure({ creator, name, text }: FigureProps) {
  const t = useText('creators')
  const figure = creator.figures[name]
  if (figure === undefined) return null
  return (
    <span className={figure.stale ? classes.stale : undefined}>
      {name === 'gpm' && creator.gpmTrend.length > 1 && (
        <Sparkline values={creator.gpmTrend} label={t('list.gpmTrend')} />
      )}
      {figure.disagrees && <IconAlertTriangle size={SIGN} className={classes.watch} aria-label={t('list.disagrees')} />}
      <AgeDot stale={figure.stale} />
      {text}
    </span>
  )
}

interface FigureProps {
  readonly creator: Creator
  readonly name: MetricName
  readonly text: string
}

/** What time it is where they live, now. */
export function LocalTime({ creator }: { readonly creator: Creator }) {
  const format = useFormat()
  const now = useNow()
  return creator.zone === null ? (
    <span className={classes.muted}>{DASH}</span>
  ) : (
    <span title={creator.zone}>{format.clock(now, creator.zone)}</span>
  )
}

export function LastContact({ creator }: { readonly creator: Creator }) {
  const format = useFormat()
  const now = useNow()
  const { lastContact } = creator
  if (lastContact === null) return <span className={classes.muted}>{DASH}</span>
  const { at, person } = lastContact
  const ago = format.ago(at, now)
  return <span title={format.instant(at)}>{person === null ? ago : `${ago} · ${person}`}</span>
}
