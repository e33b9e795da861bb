/** One figure with where it comes from: value, source, period, how old; grey when stale, marked when sources disagree. */

import { Tooltip } from '@mantine/core'

import type { CreatorFigure } from '../../shared/contract/metrics'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useNow } from '../session/now'
import { StateMark } from '../ui/StateMark'
import classes from './figures.module.css'
import { metricText } from './metric-text'

type Said = CreatorFigure['said'][number]

export interface FigureValueProps {
  readonly name: CreatorFigure['name']
  /** What shows: usually the first of `said`. */
  readonly figure: Said
  readonly disagrees?: boolean
}

export function FigureValue({ name, figure, disagrees = false }: FigureValueProps) {
  const t = useText('metrics')
  const format = useFormat()
  const origin = useOrigin(figure)
  return (
    <span className={classes.figure} data-stale={figure.stale || undefined}>
      <Tooltip label={figure.computed ? `${origin} · ${t('figures.computed')}` : origin}>
        <span className={classes.value}>
          <AgeDot stale={figure.stale} />
          {metricText(name, figure.value, figure.currency, format)}
        </span>
      </Tooltip>
      {disagrees && <StateMark tone="watch">{t('figures.disagrees')}</StateMark>}
    </span>
  )
}

/** A filled dot for what is at most 30 days old, a ring for what is older; said aloud too. */
export function AgeDot({ stale }: { readonly stale: boolean }) {
  const t = useText('metrics')
  const label = t(stale ? 'figures.stale' : 'figures.fresh')
  return <span className={classes.dot} data-stale={stale || undefined} role="img" aria-label={label} title={label} />
}

/** `TikTok Shop, 1–30 Oct 2026 · 3 days ago`. */
export function useOrigin({ source, periodFrom, periodTo, asOf }: Said): string {
  const t = useText('metrics')
  const format = useFormat()
  const now = useNow()
  const period = periodFrom === null || periodTo === null ? t('figures.noPeriod') : format.period(periodFrom, periodTo)
  return `${t('figures.from', { source: t(`source.${source}`), period })} · ${format.ago(asOf, now)}`
}
