/** The figures of everything in scope, each with its change against the period before; each opens its lines. */

import { Tooltip } from '@mantine/core'
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'

import type { Footnotes, RoiRow } from '../../../shared/contract/roi'
import { changeOf } from '../../../shared/domain/roi'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { type Figure, moodOf, TILES } from './figures'
import classes from './roi.module.css'
import { explanation, figureName, figureText, shortFigureText } from './words'

export interface Summary {
  readonly now: RoiRow
  readonly before: RoiRow | null
  readonly previous: { readonly from: string; readonly to: string } | null
  readonly footnotes: Footnotes
}

export interface TilesProps {
  readonly summary: Summary
  readonly onOpen: (figure: Figure) => void
}

export function Tiles({ summary, onOpen }: TilesProps) {
  const t = useText('roi')
  const format = useFormat()
  const { previous } = summary
  return (
    <section aria-label={t('tiles')}>
      <div className={classes.tiles}>
        {TILES.map(({ figure, beside }) => (
          <div key={figure} className={classes.tile}>
            <span className={classes.label}>{figureName(figure, t)}</span>
            <TileFigure figure={figure} summary={summary} onOpen={onOpen} isMain />
            <Change figure={figure} summary={summary} />
            {beside.map((other) => (
              <span key={other} className={classes.beside}>
                {t(`figures.${other}`)} <TileFigure figure={other} summary={summary} onOpen={onOpen} />
              </span>
            ))}
          </div>
        ))}
      </div>
      <p className={classes.note}>
        {previous ? t('change.with', { period: format.period(previous.from, previous.to) }) : t('change.none')}
      </p>
    </section>
  )
}

interface TileFigureProps extends TilesProps {
  readonly figure: Figure
  readonly isMain?: boolean
}

function TileFigure({ figure, summary: { now, footnotes }, onOpen, isMain = false }: TileFigureProps) {
  const t = useText('roi')
  const words = { t, words: useText('words'), format: useFormat() }
  const value = now[figure]
  const exact = figureText(figure, value, now.currency, words.format)
  const short = shortFigureText(figure, value, now.currency, words.format) ?? DASH
  const lines = explanation(figure, footnotes, words)
  return (
    <Tooltip
      label={
        <span className={classes.lines}>
          {[...(exact === null ? [] : [t('explain.exact', { figure: exact })]), ...lines, t('explain.opens')].join(
            '\n',
          )}
        </span>
      }
    >
      <button
        type="button"
        className={isMain ? classes.main : classes.small}
        data-figure={figure}
        aria-label={[figureName(figure, t), short, ...(exact === null || exact === short ? [] : [exact])].join(' ')}
        onClick={() => onOpen(figure)}
      >
        {short}
      </button>
    </Tooltip>
  )
}

const ARROWS = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight }

function Change({ figure, summary: { now, before } }: { readonly figure: Figure; readonly summary: Summary }) {
  const t = useText('roi')
  const format = useFormat()
  const { amount, share } = changeOf(now[figure], before?.[figure] ?? null)
  if (before === null) {
    return null
  }
  if (amount === null || share === null) {
    return <span className={classes.change}>{t('change.unknown')}</span>
  }
  const way = amount > 0 ? 'up' : amount < 0 ? 'down' : 'same'
  const Arrow = ARROWS[way]
  const was = figureText(figure, before[figure], before.currency, format) ?? DASH
  return (
    <Tooltip label={t('change.was', { figure: was })}>
      <span className={classes.change} data-mood={moodOf(figure, amount)}>
        <Arrow size={14} role="img" aria-label={t(`change.${way}`)} />
        {format.change(share)}
      </span>
    </Tooltip>
  )
}
