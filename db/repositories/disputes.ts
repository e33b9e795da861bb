/** Disputes with creators over months, and what each side said, as queries see them. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

/** How many disputes over a shop's month nobody has ended yet. */
export function openDisputes(db: ReadableDb, shopId: string, month: string): number {
  return Number(
    prepared(
      db.$client,
      'SELECT count(*) FROM shown_disputes WHERE shop_id = ? AND month = ? AND closed_at IS NULL AND outcome IS NULL',
    )
      .pluck()
      .get(shopId, month),
  )
}
