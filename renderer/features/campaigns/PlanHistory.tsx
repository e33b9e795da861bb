/** The versions of a plan: who changed what of it, when, in words. */

import { useQuery } from '@tanstack/react-query'

import type { Campaign, PlanStep } from '../../../shared/contract/campaigns'
import { orpc } from '../../api'
import { type Format, useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { entityText, fieldText, valueText } from '../../messages/record-text'
import { stepText } from '../../messages/step-text'
import { Answer } from '../../ui/Answer'
import classes from './campaigns.module.css'
import { rateText } from './rate-text'

export function PlanHistory({ campaign }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const query = useQuery(orpc.campaigns.history.queryOptions({ input: { campaignId: campaign.id } }))
  return (
    <Answer query={query}>
      {(steps) =>
        steps.length === 0 ? (
          <p className={classes.quiet}>{t('history.none')}</p>
        ) : (
          <ol className={classes.steps} aria-label={t('tabs.history')}>
            {steps.map((step, index) => (
              // Steps have nothing but their place; they only ever come on top.
              <Step key={steps.length - index} step={step} campaign={campaign} />
            ))}
          </ol>
        )
      }
    </Answer>
  )
}

function Step({ step, campaign }: { readonly step: PlanStep; readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const format = useFormat()
  const { at, author, computer, label, changes, more } = step
  return (
    <li className={classes.step}>
      <div>
        <div>{format.instant(at)}</div>
        <div className={classes.quiet}>
          {author}
          {computer !== null && computer !== '' && ` ${t('history.at', { computer })}`}
        </div>
      </div>
      <div>
        <div>{stepText({ label, subject: '' })}</div>
        <ul className={classes.points}>
          {linesOf(changes, campaign, format, t('history', { returnObjects: true })).map((line) => (
            <li key={line} className={classes.changed}>
              {line}
            </li>
          ))}
        </ul>
        {more > 0 && <p className={classes.quiet}>{t('history.more', { count: more })}</p>}
      </div>
    </li>
  )
}

type Change = PlanStep['changes'][number]

/** One line for each record of the step: what it is, and each field with what it was and is. */
function linesOf(
  changes: readonly Change[],
  campaign: Campaign,
  format: Format,
  words: { readonly created: string; readonly removed: string; readonly restored: string },
): readonly string[] {
  const records = new Map<string, { head: string; parts: string[] }>()
  for (const change of changes) {
    const key = `${change.entity} ${change.title}`
    const name = change.entity === 'campaigns' ? '' : entityText(change.entity, true)
    const record = records.get(key) ?? { head: [name, change.title].filter(Boolean).join(' '), parts: [] }
    records.set(key, record)
    if (change.field !== '') record.parts.push(partOf(change, campaign, format))
    else if (change.kind !== 'changed') record.parts.unshift(words[change.kind])
  }
  return [...records.values()].map(({ head, parts }) => [head, parts.join(' · ')].filter(Boolean).join(': '))
}

function partOf({ field, before, after, kind }: Change, campaign: Campaign, format: Format): string {
  const isRate = field === 'rate' || field === 'adsRate'
  const text = (value: Change['after']) =>
    isRate && typeof value === 'number'
      ? rateText(value, format)
      : valueText(value, { field, kind: kindOf(field), currency: campaign.currency }, format)
  const name = fieldText(field)
  return kind === 'changed' && before !== null ? `${name} ${text(before)} → ${text(after)}` : `${name} ${text(after)}`
}

function kindOf(field: string): string {
  if (field === 'budget') return 'money'
  return field.endsWith('Day') || field === 'joinedOn' ? 'day' : ''
}
