/** How much was found, in words; and that none of it is a verdict. */

import type { Checked, Finding } from '../../../shared/contract/compliance'
import { LEVELS } from '../../../shared/domain/compliance/types'
import { LEVEL_TONES } from '../../compliance/use-finding-words'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import classes from './check.module.css'

export interface SummaryProps {
  readonly findings: readonly Finding[]
  readonly checked: Checked | undefined
}

export function Summary({ findings, checked }: SummaryProps) {
  const t = useText('compliance')
  const counts = LEVELS.map((level) => ({ level, count: findings.filter((one) => one.level === level).length }))
  const claims = checked?.claims ?? null
  return (
    <div className={classes.summary} role="status">
      {findings.length === 0 ? (
        <StateMark tone="good">{t('check.nothing')}</StateMark>
      ) : (
        counts
          .filter(({ count }) => count > 0)
          .map(({ level, count }) => (
            <StateMark key={level} tone={LEVEL_TONES[level]}>
              {t('check.count', { word: t(`level.${level}`), count })}
            </StateMark>
          ))
      )}
      <p className={classes.small}>
        {claims === null ? t('check.noSheet') : t('check.sheet', { count: claims })} {t('check.advice')}
      </p>
    </div>
  )
}
