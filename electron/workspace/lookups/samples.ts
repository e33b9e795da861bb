/** Samples as every feature sees them: where each stands since when, what is due when, parcels and proofs. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf, listAliases, type Merged } from '../../../db/repositories/creators'
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

/** What samples are seen by: shops, rules. Read once for many samples. */
export interface SampleSight {
  readonly shops: ReadonlyMap<string, DeadlineShop>
  readonly rules: DaysRule
  readonly merged: Merged
  /** By creator, of those that stand for others. */
  readonly handles: ReadonlyMap<string, string>
  /** Creators whose change may show in other creators' samples: whoever was said to be somebody else, or to stand for them. */
  readonly namesakes: ReadonlySet<string>
}

export function sampleSight(db: ReadableDb): SampleSight {
  const merged = mergedCreators(db)
  return {
    shops: new Map(allShops(db).map((shop) => [shop.id, shop])),
    rules: daysRules(ownRules(db)),
    merged,
    handles: handlesOf(db, [...new Set(merged.values())]),
    namesakes: new Set(listAliases(db, 'creators').flat()),
  }
}

/** What of a sample is written down. */
export interface SampleParts {
  readonly row: SampleRow
  readonly recorded: SampleDates
  readonly parcels: readonly ParcelRow[]
  readonly proofs: number
  readonly nudges: number
}

/** Live samples, those of `which` or all, in the order of `which` where it is given. */
export function allSamples(db: ReadableDb, now: number, which: Which = null): KnownSample[] {
  const sight = sampleSight(db)
  const seen = readSamples(db, which).map((parts) => toSample(parts, sight, now))
  if (which === null) return seen
  const byId = new Map(seen.map((sample) => [sample.id, sample]))
  return which.flatMap((id) => byId.get(id) ?? [])
}

export function readSamples(db: ReadableDb, which: Which = null): SampleParts[] {
  const dates = recordedDates(db, which)
  const parcels = grouped(parcelRows(db, which))
  const proofs = proofCounts(db, which)
  const nudges = nudgeCounts(db, which)
  return sampleRows(db, which).map((row) => ({
    row,
    recorded: dates.get(row.id) ?? NO_DATES,
    parcels: parcels.get(row.id) ?? NO_PARCELS,
    proofs: proofs.get(row.id) ?? 0,
    nudges: nudges.get(row.id) ?? 0,
  }))
}

const NO_DATES: SampleDates = {}
const NO_PARCELS: readonly ParcelRow[] = []

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

export function toSample({ row, recorded, ...parts }: SampleParts, sight: SampleSight, now: number) {
  const state = stateOf(row)
  const kind = SAMPLE_KINDS.find((one) => one === row.kind) ?? null
  const dates = datesIn(state, recorded)
  const shop = sight.shops.get(row.shopId ?? '') ?? UNKNOWN_SHOP
  const { requestedAt, extensionDays, dueDay, handle } = row
  const creatorId = row.creatorId ?? ''
  const person = sight.merged.get(creatorId) ?? creatorId
  return {
    ...row,
    ...parts,
    state,
    kind,
    dates,
    shopId: row.shopId ?? '',
    creatorId: person,
    handle: person === creatorId ? handle : (sight.handles.get(person) ?? handle),
    productId: row.productId ?? '',
    quantity: row.quantity ?? 1,
    collaboration: COLLABORATIONS.find((one) => one === row.collaboration) ?? null,
    hold: row.hold === 1,
    /** When it came into its state; of one that nobody moved yet, when it was asked for. */
    since: dates[state] ?? (state === SAMPLE.initial ? requestedAt : null),
    deadlines: deadlinesOf({ state, kind, dates, requestedAt, extensionDays, dueDay }, shop, sight.rules, now),
  }
}

export function stateOf({ state }: Pick<SampleRow, 'state'>): SampleState {
  return isSampleState(state) ? state : SAMPLE.initial
}

/** The shop was deleted elsewhere: its samples still show. */
const UNKNOWN_SHOP: DeadlineShop = { market: '', timezone: 'UTC' }

function grouped(rows: readonly ParcelRow[]): ReadonlyMap<string, readonly ParcelRow[]> {
  const byId = new Map<string, ParcelRow[]>()
  for (const row of rows) {
    const known = byId.get(row.sampleId)
    if (known) known.push(row)
    else byId.set(row.sampleId, [row])
  }
  return byId
}
