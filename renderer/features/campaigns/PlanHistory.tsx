/** The versions of a plan: who changed what of it, when, in words. */

import { useQuery } from '@tanstack/react-query'

import type { Campaign, PlanStep } from '../../../shared/contract/campaign-views'
import { orpc } from '../../api'
import { type Format, useFormat } from '../../format/use-format'
import { type Text, useText } from '../../messages/i18n'
import { entityText, fieldText, kindOfField, valueText } from '../../messages/record-text'
import { stepText } from '../../messages/step-text'
import { Answer } from '../../ui/Answer'
import classes from './campaigns.module.css'
import { rateText } from '../../format/rates'

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
        <div>{stepText({ label, subject: campaign.name })}</div>
        <ul className={classes.points}>
          {linesOf(changes, { campaign, format, t }).map((line) => (
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
function linesOf(changes: readonly Change[], wording: Wording): readonly string[] {
  const records = new Map<string, { head: string; parts: string[] }>()
  for (const change of changes) {
    const key = `${change.entity} ${change.title}`
    const name = change.entity === 'campaigns' ? '' : entityText(change.entity, true)
    const record = records.get(key) ?? { head: [name, change.title].filter(Boolean).join(' '), parts: [] }
    records.set(key, record)
    if (SAID.has(change.field)) continue
    if (change.field !== '') record.parts.push(partOf(change, wording))
    else if (change.kind !== 'changed') record.parts.unshift(wording.t(`history.${change.kind}`))
  }
  return [...records.values()].map(({ head, parts }) => [head, parts.join(' · ')].filter(Boolean).join(': '))
}

interface Wording {
  readonly campaign: Campaign
  readonly format: Format
  readonly t: Text<'campaigns'>
}

/** What the line's beginning says already, or what is the same for everything in a campaign. */
const SAID: ReadonlySet<string> = new Set(['shopId', 'creatorId', 'productId', 'category', 'currency', 'coldStart'])

function partOf(change: Change, wording: Wording): string {
  const { field, before, after, kind } = change
  const name = nameOf(change, wording)
  // The fields of terms depend on their model: that they changed is said, how they are now stands in the plan.
  if (field === 'terms') return name
  const text = (value: Change['after']) => wordOf(change, value, wording)
  return kind === 'changed' && before !== null ? `${name} ${text(before)} → ${text(after)}` : `${name} ${text(after)}`
}

/** The words of this page before those that fields of all records share: a rate is no rate of exchange here. */
function nameOf({ entity, field }: Change, { t }: Wording): string {
  const own: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  const isOwn = entity === 'campaigns' || field === 'rate' || field === 'adsRate'
  return (isOwn ? own[field] : undefined) ?? fieldText(field)
}

function wordOf(
  { entity, field }: Change,
  value: Change['after'],
  { campaign: { currency }, format }: Wording,
): string {
  if ((field === 'rate' || field === 'adsRate') && typeof value === 'number') return rateText(value, format)
  return valueText(value, { entity, field, kind: kindOfField(entity, field), currency }, format)
}
