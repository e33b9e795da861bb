/** Samples as every feature sees them: where each stands since when, what is due when, parcels and proofs. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf, type Merged } from '../../../db/repositories/creators'
import {
  nudgeCounts,
  type ParcelRow,
  parcelRows,
  proofCounts,
  sampleDates,
  type SampleRow,
  sampleRows,
  type Which,
} from '../../../db/repositories/samples'
import { type DaysRule, daysRules, deadlinesOf, type DeadlineShop } from '../../../shared/domain/sample-deadlines'
import {
  COLLABORATIONS,
  datesIn,
  isSampleState,
  SAMPLE,
  SAMPLE_KINDS,
  type SampleDates,
  type SampleState,
} from '../../../shared/domain/samples'
import { mergedCreators } from './creators'
import { ownRules } from './markets'
import { allShops } from './shops'

/** Everything known of one sample. */
export type KnownSample = ReturnType<typeof toSample>

/** What samples are seen by: shops, rules, who is the same person. Read once for many samples. */
export interface SampleSight {
  readonly shops: ReadonlyMap<string, DeadlineShop>
  readonly rules: DaysRule
  readonly merged: Merged
  readonly now: number
}

export function sampleSight(db: ReadableDb, now: number): SampleSight {
  return {
    shops: new Map(allShops(db).map((shop) => [shop.id, shop])),
    rules: daysRules(ownRules(db)),
    merged: mergedCreators(db),
    now,
  }
}

/** Live samples, those of `which` or all, in the order of `which` where it is given. */
export function allSamples(db: ReadableDb, now: number, which: Which = null): KnownSample[] {
  const sight = sampleSight(db, now)
  const rows = sampleRows(db, which)
  const dates = recordedDates(db, which)
  const parcels = grouped(parcelRows(db, which))
  const counts = { proofs: proofCounts(db, which), nudges: nudgeCounts(db, which) }
  const handles = handlesOf(db, [...new Set(rows.flatMap(({ creatorId }) => standIn(sight.merged, creatorId) ?? []))])
  const seen = rows.map((row) =>
    toSample(row, sight, {
      dates: dates.get(row.id) ?? {},
      parcels: parcels.get(row.id) ?? [],
      proofs: counts.proofs.get(row.id) ?? 0,
      nudges: counts.nudges.get(row.id) ?? 0,
      handle: handles.get(standIn(sight.merged, row.creatorId) ?? '') ?? null,
    }),
  )
  if (which === null) return seen
  const byId = new Map(seen.map((sample) => [sample.id, sample]))
  return which.flatMap((id) => byId.get(id) ?? [])
}

/** By sample: when it came into each state, as written. */
export function recordedDates(db: ReadableDb, which: Which = null): ReadonlyMap<string, SampleDates> {
  const dates = new Map<string, Partial<Record<SampleState, number>>>()
  for (const [id, state, at] of sampleDates(db, which)) {
    if (!isSampleState(state) || at === null) continue
    const known = dates.get(id) ?? {}
    known[state] = at
    dates.set(id, known)
  }
  return dates
}

interface Parts {
  readonly dates: SampleDates
  readonly parcels: readonly ParcelRow[]
  readonly proofs: number
  readonly nudges: number
  readonly handle: string | null
}

function toSample(row: SampleRow, { shops, rules, merged, now }: SampleSight, parts: Parts) {
  const state = stateOf(row)
  const kind = SAMPLE_KINDS.find((one) => one === row.kind) ?? null
  const dates = datesIn(state, parts.dates)
  const shop = shops.get(row.shopId ?? '') ?? UNKNOWN_SHOP
  const seen = { ...row, state, kind, dates }
  return {
    ...seen,
    ...parts,
    dates,
    shopId: row.shopId ?? '',
    creatorId: standIn(merged, row.creatorId) ?? '',
    productId: row.productId ?? '',
    quantity: row.quantity ?? 1,
    collaboration: COLLABORATIONS.find((one) => one === row.collaboration) ?? null,
    hold: row.hold === 1,
    /** When it came into its state; of one that nobody moved yet, when it was asked for. */
    since: dates[state] ?? (state === SAMPLE.initial ? row.requestedAt : null),
    deadlines: deadlinesOf(seen, shop, rules, now),
  }
}

export function stateOf({ state }: Pick<SampleRow, 'state'>): SampleState {
  return isSampleState(state) ? state : SAMPLE.initial
}

/** The shop was deleted elsewhere: its samples still show. */
const UNKNOWN_SHOP: DeadlineShop = { market: '', timezone: 'UTC' }

function standIn(merged: Merged, creatorId: string | null): string | null {
  return creatorId === null ? null : (merged.get(creatorId) ?? creatorId)
}

function grouped(rows: readonly ParcelRow[]): ReadonlyMap<string, readonly ParcelRow[]> {
  const byId = new Map<string, ParcelRow[]>()
  for (const row of rows) {
    const known = byId.get(row.sampleId)
    if (known) known.push(row)
    else byId.set(row.sampleId, [row])
  }
  return byId
}
