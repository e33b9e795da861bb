/** What creators did in our own shops, from imported order lines: what they sold, and when they last got a sample. */

import type { Assessment } from '../../../shared/contract/vetting'
import { addDays, dayNumber } from '../../../shared/domain/days'
import { RESULT_DAYS } from '../../../shared/domain/score-input'
import type { WorkspaceContext } from '../context'
import { roiTable } from '../reporting/table'
import { today } from '../support'
import type { Subject } from './subjects'

type Results = NonNullable<Assessment['results']>

const ALL = { search: '', offset: 0, limit: 100_000, settledOnly: false } as const
const BY_KEY = { column: 'key', descending: false } as const
const DAY_MS = 86_400_000

/** By handle: what was sold in all shops in the last days, in one currency. Who was only sampled sold nothing. */
export async function ownResults(
  context: WorkspaceContext,
  subjects: readonly Subject[],
  currency: string,
): Promise<ReadonlyMap<string, Results>> {
  const creators = subjects.map(({ id }) => id)
  const from = addDays(today(context), -RESULT_DAYS)
  const table = await roiTable(context, { ...ALL, by: ['creator'], sort: BY_KEY, creators, from, currency })
  const missingRates = table.missingRates.length > 0
  return new Map(
    table.rows.map(({ keys, orders, gmv, netGmv, refundRate }) => [
      keys['creator'] ?? '',
      { orders, gmv, netGmv, refundRate, currency, missingRates },
    ]),
  )
}

/** By handle: the day of the last sample since `days` ago, as its UTC beginning. Samples are orders without payment. */
export async function lastSamples(
  context: WorkspaceContext,
  subjects: readonly Subject[],
  days: number,
): Promise<ReadonlyMap<string, number>> {
  const last = new Map<string, number>()
  if (days === 0) return last
  const creators = subjects.map(({ id }) => id)
  const from = addDays(today(context), -days)
  const table = await roiTable(context, { ...ALL, by: ['creator', 'day'], sort: BY_KEY, creators, from })
  for (const { keys, samples } of table.rows) {
    const handle = keys['creator'] ?? ''
    const at = dayNumber(keys['day'] ?? '') * DAY_MS
    if (samples > 0 && at > (last.get(handle) ?? 0)) last.set(handle, at)
  }
  return last
}
