/** Where the payment of a cost stands, as a state; on hold says why in a word. */

import type { CostLine } from '../../../shared/contract/costs'
import { useText } from '../../messages/i18n'
import { StateMark, type Tone } from '../../ui/StateMark'

const TONES: Readonly<Record<CostLine['payment']['state'], Tone>> = {
  planned: 'unknown',
  approved: 'watch',
  paid: 'good',
  cancelled: 'bad',
}

export function PaymentMark({ payment: { state, hold } }: Pick<CostLine, 'payment'>) {
  const t = useText('costs')
  const words = useText('words')
  return hold ? (
    <StateMark tone="held">{t('hold')}</StateMark>
  ) : (
    <StateMark tone={TONES[state]}>{words(`payment.${state}`)}</StateMark>
  )
}
