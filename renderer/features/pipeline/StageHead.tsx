/** Under the name of a stage: how long creators stay in it, how full it is, worth what. */

import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import classes from '../../board/board.module.css'
import type { StageColumn } from './use-cards'

export function StageHead({ column }: { readonly column: StageColumn }) {
  return (
    <>
      <SlaBar sla={column.sla} />
      <HeadFigures column={column} />
    </>
  )
}

function HeadFigures({ column: { value, count, stage, limitUsed } }: { readonly column: StageColumn }) {
  const t = useText('pipelines')
  const format = useFormat()
  const worth = value.map(({ amount, currency }) => format.shortMoney(amount, currency)).join(' · ')
  const full = limitUsed !== null && limitUsed >= 10_000
  const limit = stage.wipLimit
  return (
    <div className={classes.figures}>
      {limit !== null && full && <StateMark tone="watch">{t('limitFull', { count, limit })}</StateMark>}
      {limit !== null && !full && <span>{t('limit', { limit })}</span>}
      <span className={classes.worth} title={`${t('value')}: ${worth}`}>
        {worth}
      </span>
    </div>
  )
}

const LEVELS = ['good', 'watch', 'bad', 'none'] as const

/** How many are in time: by length and colour, and in words for those who see neither. */
function SlaBar({ sla }: Pick<StageColumn, 'sla'>) {
  const t = useText('pipelines')
  const words = t('sla.bar', { good: sla.good + sla.none, watch: sla.watch, bad: sla.bad })
  return (
    <div className={classes.sla} role="img" aria-label={words} title={words}>
      {LEVELS.map((level) => sla[level] > 0 && <span key={level} data-sla={level} style={{ flexGrow: sla[level] }} />)}
    </div>
  )
}
