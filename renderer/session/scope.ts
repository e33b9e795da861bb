/** The chosen shop and period in the words of the contract. */

import { useMemo } from 'react'

import { dayInZone } from '../../shared/domain/days'
import { type Days, daysOf } from './period'
import { usePlace } from './place'
import { useCurrentShop } from './shops'

/** Today in the shop's zone; with all shops chosen, in this computer's. */
export function useToday(): string {
  return todayIn(useCurrentShop()?.timezone ?? HERE)
}

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone

function todayIn(timezone: string): string {
  return dayInZone(Date.now(), timezone)
}

/** The days of the chosen period. */
export function useDays(): Days {
  const { period } = usePlace()
  const today = useToday()
  return useMemo(() => daysOf(period, today), [period, today])
}

/** Spread it into any scope: `{ ...useScope(), by: ['creator'] }`. */
export function useScope(): Days & { readonly shops?: string[] } {
  const { shopId } = usePlace()
  const days = useDays()
  return useMemo(() => (shopId === null ? days : { ...days, shops: [shopId] }), [shopId, days])
}
