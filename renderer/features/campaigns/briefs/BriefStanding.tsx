/** Whether everybody who got a brief has its newest version. */

import type { Brief } from '../../../../shared/contract/briefs'
import { useText } from '../../../messages/i18n'
import { StateMark } from '../../../ui/StateMark'

export function BriefStanding({ brief: { archived, sentTo, older } }: { readonly brief: Brief }) {
  const t = useText('briefs')
  if (archived) return <StateMark tone="unknown">{t('archived')}</StateMark>
  if (older > 0) return <StateMark tone="watch">{t('older', { count: older })}</StateMark>
  return sentTo === 0 ? (
    <StateMark tone="unknown">{t('nobody')}</StateMark>
  ) : (
    <StateMark tone="good">{t('allNewest')}</StateMark>
  )
}
