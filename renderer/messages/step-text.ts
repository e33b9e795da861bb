/** A step of the log in words. */

import i18next from 'i18next'

import { COST_KINDS } from '../../shared/contract/costs'
import type { Step } from '../../shared/contract/history'
import { PAYMENT_STATES } from '../../shared/domain/payments'
import { STAGE_KEYS } from '../../shared/domain/pipelines'
import { isSampleState } from '../../shared/domain/samples'
import { EN } from './catalogues'

/** A feature's only action may be left out of its word: `import` is `import.run`. */
export function stepText({ label, subject }: Pick<Step, 'label' | 'subject'>): string {
  const [feature = '', action = 'run'] = label.split('.')
  const words: Readonly<Record<string, string | Readonly<Record<string, string>>>> = EN.steps
  const group = words[feature]
  const known = typeof group === 'object' && (action in group || `${action}_other` in group)
  // Known keys were just looked up in the catalogue; all of them take the subject, and those in numbers its count.
  const key = (known ? `steps:${feature}.${action}` : 'steps:other') as 'steps:other'
  return i18next.t(key, { label, subject: subjectText(label, subject), count: Number(subject) }).trim()
}

function subjectText(label: string, subject: string): string {
  // Who (a handle, or how many) and the stage by its key, as `pipelines.move` writes it.
  const [, who = '', key = ''] = /^(.*) → (\S+)$/u.exec(subject) ?? []
  if (label === 'samples.step' && key !== '') return sampleStep(who, key)
  const stage = STAGE_KEYS.find((word) => word === key)
  if (stage) {
    const count = /^\d+$/u.test(who) ? Number(who) : null
    const creators = count === null ? who : i18next.t('pipelines:count', { count })
    return i18next.t('pipelines:moveOf', { who: creators, stage: i18next.t(`pipelines:stages.${stage}`) })
  }
  const kind = COST_KINDS.find((word) => word === subject)
  const state = PAYMENT_STATES.find((word) => word === subject)
  return kind ? i18next.t(`words:costKind.${kind}`) : state ? i18next.t(`words:payment.${state}`) : subject
}

/** Whose sample (or how many) went into which state, or one step on or back. */
function sampleStep(who: string, to: string): string {
  const samples = /^\d+$/u.test(who) ? i18next.t('samples:count', { count: Number(who) }) : who
  if (to === 'next') return i18next.t('samples:steppedNext', { samples })
  if (to === 'back') return i18next.t('samples:steppedBack', { samples })
  const state = isSampleState(to) ? i18next.t(`words:sampleState.${to}`) : to
  return i18next.t('samples:stepped', { samples, state })
}
