/** The fit score line by line: what it saw, points of the most it could have, why. */

import { useText } from '../messages/i18n'
import { DASH } from '../ui/dash'
import type { Score, ScoreLine } from '../../shared/contract/vetting'
import { useVettingWords, type VettingWords } from './use-vetting-words'
import classes from './vetting.module.css'

export function ScoreBars({ score }: { readonly score: Score }) {
  const t = useText('vetting')
  const words = useVettingWords()
  return (
    <section>
      <h3 className={classes.title}>{t('score.title')}</h3>
      <p className={classes.lead}>
        <ScoreTotal score={score} />
      </p>
      <ul className={classes.list}>
        {score.lines.map((line) => (
          <Line key={line.criterion} line={line} currency={score.currency} words={words} />
        ))}
      </ul>
      <p className={classes.small}>{t('score.lead')}</p>
    </section>
  )
}

/** The total and how much of it is known. */
function ScoreTotal({ score: { total, known, of } }: { readonly score: Score }) {
  const t = useText('vetting')
  if (total === null) return <>{t('score.none')}</>
  return (
    <>
      <span className={classes.total}>{total}</span> {t('score.known', { known, of })}
    </>
  )
}

interface LineProps {
  readonly line: ScoreLine
  readonly currency: string
  readonly words: VettingWords
}

function Line({ line, currency, words }: LineProps) {
  const t = useText('vetting')
  const { criterion, points, max, origin } = line
  const seen = words.seen(line, currency)
  return (
    <li className={classes.line} title={words.scale(line, currency)}>
      <span>{t(`criterion.${criterion}`)}</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.fill} style={{ inlineSize: `${max === 0 ? 0 : ((points ?? 0) * 100) / max}%` }} />
      </span>
      <span className={classes.points}>{points === null ? DASH : t('score.points', { points, max })}</span>
      <span className={classes.why}>
        {origin ? `${seen} · ${words.origin(origin.source, origin.observedAt, origin.stale)}` : seen}
      </span>
    </li>
  )
}
