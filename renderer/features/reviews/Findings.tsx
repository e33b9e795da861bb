/** What the linter says of a script: what, why, where that is written, and what to say instead. Advice, never a verdict. */

import { Button } from '@mantine/core'

import type { Finding } from '../../../shared/contract/compliance'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark, type Tone } from '../../ui/StateMark'
import classes from './reviews.module.css'

const TONES: Readonly<Record<Finding['level'], Tone>> = { stop: 'bad', warn: 'watch', hint: 'unknown' }

interface FindingsProps {
  readonly findings: readonly Finding[]
  /** Makes a note of it. */
  readonly onNote: (finding: Finding) => void
}

export function Findings({ findings, onNote }: FindingsProps) {
  const t = useText('reviews')
  const { language } = useFormat()
  return (
    <section className={classes.notes} aria-label={t('lint.title')}>
      <h3 className={classes.part}>{t('lint.title')}</h3>
      {findings.length === 0 && <p className={classes.quiet}>{t('lint.none')}</p>}
      <ul className={classes.noteList}>
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.start}`} className={classes.note}>
            <span className={classes.headLine}>
              <StateMark tone={TONES[finding.level]}>{t(`lint.levels.${finding.level}`)}</StateMark>
              {finding.text !== '' && <q>{finding.text}</q>}
              <Button size="compact-xs" variant="default" onClick={() => onNote(finding)}>
                {t('lint.note')}
              </Button>
            </span>
            <span>{finding.reason[language]}</span>
            {finding.safer !== null && (
              <span>{finding.safer === '' ? t('lint.leaveOut') : t('lint.safer', { text: finding.safer })}</span>
            )}
            <span className={classes.quiet}>
              {[finding.markets.join(' · '), finding.source.title, finding.source.date].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
