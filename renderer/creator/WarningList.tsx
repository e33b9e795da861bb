/** What to know before contacting or approving a creator: what stops first, each with who, when and the rule's figure. */

import type { Assessment, Warning } from '../../shared/contract/vetting'
import { useText } from '../messages/i18n'
import { StateMark } from '../ui/StateMark'
import { useVettingWords } from './use-vetting-words'
import classes from './vetting.module.css'

export interface WarningListProps {
  readonly warnings: readonly Warning[]
  readonly match: Assessment['match']
  /** Said where there are none; left out: nothing. */
  readonly none?: string
}

export function WarningList({ warnings, match, none }: WarningListProps) {
  const words = useVettingWords()
  const texts = warnings.flatMap((warning) =>
    warning.rule === 'marketMismatch'
      ? match.reasons.map((reason) => ({ tone: 'watch' as const, text: words.match(reason) }))
      : [{ tone: warning.severity === 'stop' ? ('bad' as const) : ('watch' as const), text: words.warning(warning) }],
  )
  if (texts.length === 0) return none === undefined ? null : <span className={classes.small}>{none}</span>
  return (
    <ul className={classes.list}>
      {texts.map(({ tone, text }) => (
        <li key={text}>
          <StateMark tone={tone}>{text}</StateMark>
        </li>
      ))}
    </ul>
  )
}

/** The same with a heading, for a drawer. */
export function WarningSection(props: WarningListProps) {
  const t = useText('vetting')
  return (
    <section>
      <h3 className={classes.title}>{t('warning.title')}</h3>
      <WarningList {...props} none={t('warning.none')} />
    </section>
  )
}
