/** Whether the lines of a close are here, and are what its digest says. */

import type { PeriodAdjustments } from '../../../../shared/contract/periods'
import { useText } from '../../../messages/i18n'
import { StateMark, type Tone } from '../../../ui/StateMark'

const TONES: Readonly<Record<PeriodAdjustments['standing'], Tone>> = {
  whole: 'good',
  elsewhere: 'watch',
  missing: 'bad',
  damaged: 'bad',
}

export function Standing({ standing }: Pick<PeriodAdjustments, 'standing'>) {
  const t = useText('periods')
  return <StateMark tone={TONES[standing]}>{t(`standing.${standing}`)}</StateMark>
}
