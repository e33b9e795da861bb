/** When something is due, on two clocks: where the creator lives, and here. */

import { dayInZone } from '../../shared/domain/days'
import { type Format, useFormat } from '../format/use-format'

/** The zone of this computer. */
export const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The clock, with the day unless it is today there. */
export function whenText(format: Format, instant: number, zone: string, now: number): string {
  const day = dayInZone(instant, zone)
  const clock = format.clock(instant, zone)
  return day === dayInZone(now, zone) ? clock : `${format.shortDay(day)} ${clock}`
}

export function useWhen(now: number): (instant: number, zone?: string) => string {
  const format = useFormat()
  return (instant, zone = HERE) => whenText(format, instant, zone, now)
}

/** `New York` of `America/New_York`. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
