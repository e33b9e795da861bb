/** An entry of the timeline in words. */

import type { TimelineEntry } from '../../../../shared/contract/creator-timeline'
import { useStageName } from '../../../creator/stage-words'
import { type Format, useFormat } from '../../../format/use-format'
import { type Text, useText } from '../../../messages/i18n'
import { fieldText, valueText } from '../../../messages/record-text'

export interface EntryText {
  readonly title: string
  readonly detail: string
}

export function useEntryText(): (entry: TimelineEntry) => EntryText {
  const t = useText('profile')
  const format = useFormat()
  const stageName = useStageName()
  const stage: StageWord = (key) => (key === null ? '' : stageName({ key, name: null }))
  return (entry) => ({ title: titleOf(entry, t, format, stage), detail: detailOf(entry, format) })
}

/** A word of ours for a word of the data; the data's own where there is none. */
function worded(words: Readonly<Record<string, string>>, what: string): string {
  return Object.hasOwn(words, what) ? (words[what] ?? what) : what
}

type StageWord = (key: string | null) => string

function titleOf(entry: TimelineEntry, t: Text<'profile'>, format: Format, stage: StageWord): string {
  const { kind, what, before, after, text } = entry
  switch (kind) {
    case 'touch':
      return [worded(t('timeline.touch', { returnObjects: true }), what), after].filter(Boolean).join(' · ')
    case 'task':
      return worded(t('timeline.task', { returnObjects: true }), what)
    case 'decision':
      return t('timeline.decision', { what })
    case 'stage':
      return before === null
        ? t('timeline.stageFirst', { after: stage(after) })
        : t('timeline.stage', { before: stage(before), after: stage(after) })
    case 'orders':
      return t('timeline.orders', { count: entry.count ?? 0, month: format.month(what) })
    case 'cost':
      return t('timeline.cost', { what: valueText(what, { field: 'kind', kind: '', currency: null }, format) })
    case 'figures':
      return before !== null && after !== null
        ? t('timeline.figuresPeriod', { source: what, period: format.period(before, after) })
        : t('timeline.figures', { source: what })
    case 'import':
      return t('timeline.import')
    case 'file':
      return t('timeline.file')
    case 'quote':
      return worded(t('timeline.quote', { returnObjects: true }), what)
    case 'merge':
      return mergeTitle(what, text ?? '', t)
    case 'edit':
      return worded(t('timeline.edit', { returnObjects: true }), what)
  }
}

function mergeTitle(what: string, name: string, t: Text<'profile'>): string {
  switch (what) {
    case 'separated':
      return t('timeline.merge.separated', { name })
    case 'notSame':
      return t('timeline.merge.notSame', { name })
    case 'maybeSame':
      return t('timeline.merge.maybeSame', { name })
    default:
      return t('timeline.merge.merged', { name })
  }
}

function detailOf({ kind, text, after, fields, amount, currency }: TimelineEntry, format: Format): string {
  const money = amount === null || currency === null ? null : format.money(amount, currency)
  switch (kind) {
    case 'edit':
      return fields.map(fieldText).join(' · ')
    case 'merge':
      return ''
    case 'decision':
      return [after, text].filter(Boolean).join(' · ')
    case 'orders':
    case 'cost':
      return [money, text].filter(Boolean).join(' · ')
    case 'touch':
    case 'task':
    case 'stage':
    case 'figures':
    case 'import':
    case 'file':
    case 'quote':
      return text ?? ''
  }
}
