/** How a payable is named and where it stands, in words and signs. */

import type { Payable } from '../../../../shared/contract/payables'
import { useText } from '../../../messages/i18n'
import { StateMark, type Tone } from '../../../ui/StateMark'

/** What is only typed is the ordinary case and needs no sign. */
const TONES: Readonly<Record<Exclude<Payable['state'], 'open'>, Tone>> = {
  approved: 'watch',
  paid: 'good',
  cancelled: 'unknown',
  disputed: 'bad',
}

export function PayableMark({ payable }: { readonly payable: Payable }) {
  const t = useText('payables')
  const { state, hold, contractHold, problem } = payable
  if (hold) return <StateMark tone="held">{t('hold')}</StateMark>
  if (contractHold) return <StateMark tone="held">{t('contractHold')}</StateMark>
  if (problem !== null) return <StateMark tone="bad">{t(`problems.${problem}`)}</StateMark>
  const word = t(`states.${state}`)
  return state === 'open' ? word : <StateMark tone={TONES[state]}>{word}</StateMark>
}

/** Whose and what for. */
export function useName(): (payable: Payable) => string {
  const t = useText('payables')
  return ({ handle, title, kind }) =>
    [handle === null ? null : `@${handle}`, title || t(`kinds.${kind}`)].filter((part) => part !== null).join(' · ')
}
