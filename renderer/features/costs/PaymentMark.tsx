/** Where the payment of a cost stands, as a state; on hold says why in a word. */

import type { CostLine } from '../../../shared/contract/costs'
import { useText } from '../../messages/i18n'
import { StateMark, type Tone } from '../../ui/StateMark'

/** What is only planned is the ordinary case and needs no sign. */
const TONES: Readonly<Record<Exclude<CostLine['payment']['state'], 'planned'>, Tone>> = {
  approved: 'watch',
  paid: 'good',
  cancelled: 'bad',
}

export function PaymentMark({ payment: { state, hold } }: Pick<CostLine, 'payment'>) {
  const t = useText('costs')
  const words = useText('words')
  if (hold) {
    return <StateMark tone="held">{t('hold')}</StateMark>
  }
  const word = words(`payment.${state}`)
  return state === 'planned' ? word : <StateMark tone={TONES[state]}>{word}</StateMark>
}
