/** By which rule something is late, and where its days come from. */

import type { LateRule } from '../../../shared/contract/settlement'
import { useText } from '../../messages/i18n'

export function LateRuleNote({ rule }: { readonly rule: LateRule }) {
  const t = useText('income')
  const [days, late] = rule
  if (days === undefined || late === undefined) return null
  return (
    <span title={days.source}>
      {t('lateRule', { days: days.days, late: late.days })} ({t(`origin.${days.origin}`)} · {t(`origin.${late.origin}`)}
      )
    </span>
  )
}
