/** Today, where the person sits: what days of filters are counted from. */

import { useMemo } from 'react'

import { dayInZone } from '../../shared/domain/days'
import type { ListMoment } from '../../shared/domain/list-fields'
import { useNow } from './now'

export function useMoment(): ListMoment {
  const now = useNow()
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const day = dayInZone(now, timeZone)
  return useMemo(() => ({ day, timezone: timeZone }), [day, timeZone])
}
