/** How states and deadlines of samples are worded. */

import type { Sample, StepRefusal } from '../../../shared/contract/samples'
import type { DueLevel } from '../../../shared/domain/sample-deadlines'
import type { SampleState } from '../../../shared/domain/samples'
import { type Text, useText } from '../../messages/i18n'
import type { Tone } from '../../ui/StateMark'

export function useStateWord(): (state: SampleState) => string {
  const t = useText('words')
  return (state) => t(`sampleState.${state}`)
}

/** The next last day of a sample: of the answer, or of the post. */
export function dueOf({ deadlines: { review, post } }: Sample) {
  return review ?? post
}

/** `3 days left`, `until tonight`, `2 days late`. */
export function leftText(t: Text<'samples'>, daysLeft: number): string {
  if (daysLeft === 0) return t('left.today')
  return daysLeft > 0 ? t('left.days', { count: daysLeft }) : t('left.over', { count: -daysLeft })
}

export const TONES: Readonly<Record<DueLevel, Tone>> = { overdue: 'bad', soon: 'watch', later: 'good' }

const AWAY: ReadonlySet<SampleState> = new Set(['delivered', 'lost', 'refused', 'returned'])
const EARLY: ReadonlySet<SampleState> = new Set(['requested', 'approved', 'packed', 'declined', 'cancelled'])

/** Why a sample stays where it is, and what to do. */
export function refusalText(
  { code, from, to }: StepRefusal,
  t: Text<'samples'>,
  word: (state: SampleState) => string,
): string {
  if (code === 'record.onHold') return t('refused.onHold')
  if (code === 'contract.guard') return t('refused.paper')
  if (code === 'record.notFound' || from === null) return t('refused.notFound')
  if (to === null) return t('refused.ended', { from: word(from) })
  return t('refused.illegal', { from: word(from), to: word(to), what: t(`refused.${adviceFor(from, to)}`) })
}

/** Which advice helps whoever meant this step. */
export function adviceFor(from: SampleState, to: SampleState): 'deliveredLost' | 'notShipped' | 'notPosted' | 'other' {
  if (to === 'lost' && (from === 'delivered' || from === 'contentDue')) return 'deliveredLost'
  if (EARLY.has(from) && AWAY.has(to)) return 'notShipped'
  return to === 'verified' ? 'notPosted' : 'other'
}
