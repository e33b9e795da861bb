/** The reviewers' hours as the agency set them, and the calendars and zones that follow from them. */

import type { ReadableDb } from '../../../db/database'
import { readSetting } from '../../../db/repositories/settings'
import { ReviewHours, SHIPPED_HOURS, workCalendar, type WorkCalendar } from '../../../shared/domain/review-sla'
import type { WorkspaceContext } from '../context'
import { allShops } from '../lookups/shops'
import { openZones } from '../lookups/zones'
import { today } from '../support'

/** The setting that colleagues share. */
export const HOURS_KEY = 'reviews.hours'

export function readHours(db: ReadableDb): { readonly hours: ReviewHours; readonly own: boolean } {
  const read = ReviewHours.safeParse(readSetting(db, HOURS_KEY))
  return read.success ? { hours: read.data, own: true } : { hours: SHIPPED_HOURS, own: false }
}

export interface Clockwork {
  readonly hours: ReviewHours
  /** The reviewers' calendar for a shop. */
  readonly calendar: (shopId: string) => WorkCalendar
  /** IANA, of the people who watch. */
  readonly marketZone: (market: string | null, shopId: string) => string
  readonly marketOf: (shopId: string) => string
}

/** Reads what it takes once. */
export function openClockwork(context: WorkspaceContext, db: ReadableDb, hours = readHours(db).hours): Clockwork {
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const zoneOf = openZones(db, today(context))
  const calendars = new Map<string, WorkCalendar>()
  return {
    hours,
    calendar(shopId) {
      const zone = hours.zone ?? shops.get(shopId)?.timezone ?? 'UTC'
      const known = calendars.get(zone) ?? workCalendar(hours, zone)
      calendars.set(zone, known)
      return known
    },
    marketZone: (market, shopId) => zoneOf(market === null ? undefined : { timezone: null, market }, shopId),
    marketOf: (shopId) => shops.get(shopId)?.market ?? 'US',
  }
}
