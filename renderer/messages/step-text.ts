/** A step of the log in words. */

import i18next from 'i18next'

import { COST_KINDS } from '../../shared/contract/costs'
import type { Step } from '../../shared/contract/history'
import { PAYMENT_STATES } from '../../shared/domain/payments'
import { STAGE_KEYS } from '../../shared/domain/pipelines'
import { isSampleState } from '../../shared/domain/samples'
import { isEntityName } from '../../shared/sync/registry'
import { EN } from './catalogues'
import { entityText, valueWord } from './record-text'

/** A feature's only action may be left out of its word: `import` is `import.run`. */
export function stepText({ label, subject }: Pick<Step, 'label' | 'subject'>): string {
  const [feature = '', action = 'run'] = label.split('.')
  const words: Readonly<Record<string, string | Readonly<Record<string, string>>>> = EN.steps
  const group = words[feature]
  const known = typeof group === 'object' && (action in group || `${action}_other` in group)
  if (!known && isRecordAction(action) && isEntityName(feature)) {
    return i18next.t(`steps:record.${action}`, { record: entityText(feature, true), subject }).trim()
  }
  // Known keys were just looked up in the catalogue; all of them take the subject, and those in numbers its count.
  const key = (known ? `steps:${feature}.${action}` : 'steps:other') as 'steps:other'
  return i18next.t(key, { label, subject: subjectText(label, subject), count: Number(subject) }).trim()
}

/** What the command line does with any record. */
function isRecordAction(action: string): action is keyof typeof EN.steps.record {
  return Object.hasOwn(EN.steps.record, action)
}

function subjectText(label: string, subject: string): string {
  // What (a name, or how many) and where it went by its key, as `pipelines.move` writes it.
  const [, what = '', key = ''] = /^(.*) → (\S+)$/su.exec(subject) ?? []
  const own = key === '' ? undefined : GOING[label]
  if (own) return own(what, key)
  if (label.startsWith('reviews.')) return valueWord('reviews', 'kind', subject) ?? subject
  if (subject === EVERY_PRODUCT) return i18next.t('words:everyProduct')
  const stage = STAGE_KEYS.find((word) => word === key)
  if (stage) {
    const creators = counted(what, (count) => i18next.t('pipelines:count', { count }))
    return i18next.t('pipelines:moveOf', { who: creators, stage: i18next.t(`pipelines:stages.${stage}`) })
  }
  const kind = COST_KINDS.find((word) => word === subject)
  const state = PAYMENT_STATES.find((word) => word === subject)
  return kind ? i18next.t(`words:costKind.${kind}`) : state ? i18next.t(`words:payment.${state}`) : subject
}

const EVERY_PRODUCT = '*'

/** Steps whose subject goes somewhere, by their label. */
const GOING: Readonly<Record<string, (what: string, key: string) => string>> = {
  'samples.step': sampleStep,
  'reviews.judge': (what, key) => {
    const title = valueWord('reviews', 'kind', what) ?? (what || i18next.t('reviews:untitled'))
    return i18next.t('reviews:judged', { title, verdict: valueWord('reviewEvents', 'toState', key) ?? key })
  },
  'content.judge': (what, key) => {
    const posts = counted(what, (count) => i18next.t('content:posts', { count }))
    return i18next.t('content:judgedOf', { posts, verdict: valueWord('samplePosts', 'verdict', key) ?? key })
  },
}

/** A number in the words of what is counted; a name as it is. */
function counted(what: string, inWords: (count: number) => string): string {
  return /^\d{1,9}$/u.test(what) ? inWords(Number(what)) : what
}

/** Whose sample (or how many) went into which state, or one step on or back. */
function sampleStep(who: string, to: string): string {
  const samples = counted(who, (count) => i18next.t('samples:count', { count }))
  if (to === 'next') return i18next.t('samples:steppedNext', { samples })
  if (to === 'back') return i18next.t('samples:steppedBack', { samples })
  const state = isSampleState(to) ? i18next.t(`words:sampleState.${to}`) : to
  return i18next.t('samples:stepped', { samples, state })
}
