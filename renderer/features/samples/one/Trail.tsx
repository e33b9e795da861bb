/** The steps of one sample in their order: what, when, who, why. */

import { useQuery } from '@tanstack/react-query'

import { isSampleState } from '../../../../shared/domain/samples'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { reasonText } from '../../../messages/record-text'
import { useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { useStateWord } from '../sample-words'
import classes from '../samples.module.css'

export function Trail({ id }: { readonly id: string }) {
  const t = useText('samples')
  const word = useStateWord()
  const format = useFormat()
  const query = useQuery(orpc.samples.trail.queryOptions({ input: { id } }))
  return (
    <Answer query={query}>
      {(steps) =>
        steps.length === 0 ? (
          <p className={classes.quiet}>{t('drawer.noSteps')}</p>
        ) : (
          <ol className={classes.trail}>
            {steps.map((step) => (
              <li key={step.id}>
                <span>{isSampleState(step.to) ? word(step.to) : step.to}</span>
                <span className={classes.quiet}>
                  {t('drawer.by', {
                    person: step.person ?? DASH,
                    at: step.at === null ? DASH : format.instant(step.at),
                  })}
                  {step.reason && ` · ${reasonText(step.reason)}`}
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </Answer>
  )
}
