/** What stands in a contract's way, what its creator is bound to elsewhere, and where somebody went on with a reason. */

import type { Contract } from '../../../shared/contract/contract-views'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import classes from './contracts.module.css'

export function Findings({ contract: { findings, elsewhere, overrides } }: { readonly contract: Contract }) {
  const t = useText('contracts')
  const say = useFindingWords()
  const ways = findings.filter(({ guard }) => !overrides.some((one) => one.guard === guard))
  const known = elsewhere.filter(({ contractId }) => !ways.some((one) => one.contractId === contractId))
  return (
    <section className={classes.panel}>
      <h2 className={classes.part}>{t(ways.length > 0 ? 'guardTitle' : 'elsewhere')}</h2>
      <ul className={classes.lines}>
        {ways.map((finding) => (
          <li key={`${finding.guard} ${finding.contractId}`}>
            <StateMark tone="bad">{say(finding)}</StateMark>
          </li>
        ))}
        {known.map((finding) => (
          <li key={finding.contractId}>
            <StateMark tone="watch">{say(finding)}</StateMark>
          </li>
        ))}
        {overrides.map(({ id, reason, person }) => (
          <li key={id} className={classes.quiet}>
            {t('overridden', { reason, person: person ?? '' })}
          </li>
        ))}
      </ul>
      {ways.length + known.length === 0 && <p className={classes.quiet}>{t('nothingElsewhere')}</p>}
    </section>
  )
}

function useFindingWords() {
  const t = useText('contracts')
  const format = useFormat()
  return ({ reason, title, about, until }: Contract['findings'][number]) =>
    t(`guards.${reason}`, {
      title: title ?? '',
      about: about ?? '',
      until: until === null ? t('openEnd') : format.day(until),
    })
}
