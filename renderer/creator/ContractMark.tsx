/** Where a contract stands, as a state; on hold says so before anything else. */

import type { ContractRow } from '../../shared/contract/contract-views'
import { useText } from '../messages/i18n'
import { StateMark } from '../ui/StateMark'
import { TONES } from './contract-words'

export function ContractMark({
  contract: { state, hold },
}: {
  readonly contract: Pick<ContractRow, 'state' | 'hold'>
}) {
  const t = useText('contracts')
  if (hold) return <StateMark tone="held">{t('hold')}</StateMark>
  return state === 'draft' ? t('states.draft') : <StateMark tone={TONES[state]}>{t(`states.${state}`)}</StateMark>
}
