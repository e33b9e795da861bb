/** On whose clock something falls due. */

import type { ReadableDb } from '../../../db/database'
import { isTimezone } from '../../../shared/domain/days'
import { ruleInForce } from '../../../shared/domain/markets'
import { ownRules } from './markets'
import { allShops } from './shops'

export interface Place {
  readonly timezone: string | null
  readonly market: string | null
}

/** Reads what it takes once; answers a creator's IANA zone: their own, else their market's, else the shop's, else UTC. */
export function openZones(db: ReadableDb, day: string): (creator: Place | undefined, shopId: string | null) => string {
  const own = ownRules(db)
  const shops = new Map(allShops(db).map(({ id, timezone }) => [id, timezone]))
  const markets = new Map<string, string | null>()
  const ofMarket = (market: string): string | null => {
    const zone = markets.get(market) ?? ruleInForce(market, 'timezone', day, own)
    markets.set(market, zone)
    return zone
  }
  const known = new Map<string, boolean>()
  const usable = (zone: string | null | undefined): zone is string => {
    if (!zone) return false
    const fits = known.get(zone) ?? isTimezone(zone)
    known.set(zone, fits)
    return fits
  }
  return (creator, shopId) => {
    const candidates = [
      creator?.timezone,
      creator?.market ? ofMarket(creator.market) : null,
      shopId === null ? null : shops.get(shopId),
    ]
    return candidates.find(usable) ?? 'UTC'
  }
}
