/** LIVE slots and how much of a shop's day shall be LIVE, as queries see them. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface SlotRow {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string | null
  readonly room: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly state: string | null
  /** JSON. */
  readonly products: string | null
  readonly campaignId: string | null
  readonly campaignName: string | null
  readonly owner: string | null
  readonly note: string | null
}

const SLOT = `SELECT s.id, s.shop_id AS shopId, s.creator_id AS creatorId, s.room, s.starts_at AS startsAt, s.ends_at AS endsAt, s.state,
  s.products, s.campaign_id AS campaignId, g.name AS campaignName, s.owner, s.note
  FROM shown_live_slots s LEFT JOIN campaigns g ON g.id = s.campaign_id AND g._del = 0
  WHERE s._del = 0 AND s.shop_id IS NOT NULL AND s.starts_at IS NOT NULL AND s.ends_at IS NOT NULL`

/** Complete slots that touch a stretch of time, in its order. */
export function liveSlotRows(
  db: ReadableDb,
  { from, to }: { readonly from: number; readonly to: number },
): readonly SlotRow[] {
  // The columns are those of the row's type.
  return prepared(db.$client, `${SLOT} AND s.starts_at < ? AND s.ends_at > ? ORDER BY s.starts_at, s.id`).all(
    to,
    from,
  ) as SlotRow[]
}

export function findLiveSlot(db: ReadableDb, id: string): SlotRow | undefined {
  return prepared(db.$client, `${SLOT} AND s.id = ?`).get(id) as SlotRow | undefined
}

export interface TargetRow {
  readonly shopId: string
  readonly minutesPerDay: number | null
  readonly primeFrom: number | null
  readonly primeTo: number | null
  readonly restMinutes: number | null
  readonly note: string | null
}

export function liveTargets(db: ReadableDb): readonly TargetRow[] {
  return prepared(
    db.$client,
    `SELECT shop_id AS shopId, minutes_per_day AS minutesPerDay, prime_from AS primeFrom, prime_to AS primeTo,
       rest_minutes AS restMinutes, note FROM live_targets WHERE _del = 0 AND shop_id IS NOT NULL`,
  ).all() as TargetRow[]
}
