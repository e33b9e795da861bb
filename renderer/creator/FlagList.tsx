/** Unusual figures, each with what it was worked out from and who said so: a sign to ask about, never a finding. */

import type { Flag } from '../../shared/contract/vetting'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { StateMark } from '../ui/StateMark'
import { dayInZone } from '../../shared/domain/days'
import { useVettingWords } from './use-vetting-words'
import classes from './vetting.module.css'

export function FlagList({ flags }: { readonly flags: readonly Flag[] }) {
  const t = useText('vetting')
  const words = useVettingWords()
  const format = useFormat()
  return (
    <section>
      <h3 className={classes.title}>{t('flag.title')}</h3>
      {flags.length === 0 ? (
        <p className={classes.lead}>{t('flag.none')}</p>
      ) : (
        <>
          <p className={classes.lead}>{t('flag.lead')}</p>
          <ul className={classes.list}>
            {flags.map((flag) => (
              <li key={flag.flag}>
                <StateMark tone="watch">{words.flag(flag)}</StateMark>
                <div className={classes.small}>
                  {format.list([
                    words.parts(flag),
                    ...(flag.beforeAt === null
                      ? []
                      : [t('flag.since', { day: format.day(dayInZone(flag.beforeAt, 'UTC')) })]),
                  ])}
                </div>
                <div className={classes.small}>{words.origin(flag.source, flag.observedAt, false)}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
