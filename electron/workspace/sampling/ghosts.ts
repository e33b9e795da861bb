/** Samples without a post as the radar sees them, with what was tried and what their people did with others. */

import type { ReadableDb } from '../../../db/database'
import { nudgesOf, outcomesOf, type SampleNudgeRow } from '../../../db/repositories/sample-requests'
import { dayOfNumber } from '../../../shared/domain/days'
import { type GhostView, ghostView, ladderFor, type NudgeRow } from '../../../shared/domain/ghosting'
import { historyOf, type SampleHistory, type SampleOutcome } from '../../../shared/domain/sample-history'
import { AWAITING_POST } from '../../../shared/domain/samples'
import { zoneDays } from '../../../shared/domain/zone-days'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { allSamples, type KnownSample } from '../lookups/samples'
import { allShops } from '../lookups/shops'
import { ruleBook } from './request-rules'

export interface Ghost {
  readonly sample: KnownSample
  readonly view: GhostView
  readonly nudges: readonly SampleNudgeRow[]
}

/** These samples as far as they were delivered. */
export function ghostsOf(db: ReadableDb, now: number, ids: readonly string[]): readonly Ghost[] {
  const zones = new Map(allShops(db).map(({ id, timezone }) => [id, timezone]))
  const { ladders } = ruleBook(db)
  const nudges = new Map<string, SampleNudgeRow[]>()
  for (const nudge of nudgesOf(db, ids)) {
    const known = nudges.get(nudge.sampleId)
    if (known) known.push(nudge)
    else nudges.set(nudge.sampleId, [nudge])
  }
  return allSamples(db, now, ids).flatMap((sample) => {
    const deliveredAt = sample.dates.delivered ?? sample.dates.contentDue ?? sample.since
    if (deliveredAt === null) return []
    const timezone = zones.get(sample.shopId) ?? 'UTC'
    const own = nudges.get(sample.id) ?? []
    const facts = {
      deliveredAt,
      timezone,
      dueDay: sample.deadlines.post?.day ?? null,
      ended: !AWAITING_POST.has(sample.state),
      nudges: own.flatMap(toNudge),
      now,
    }
    const ladder = ladderFor(ladders, dayOfNumber(zoneDays(timezone).dayOf(deliveredAt)))
    return [{ sample, view: ghostView(facts, ladder), nudges: own }]
  })
}

/** A kind that a newer build knows counts for nothing here. */
function toNudge({ kind, ...row }: SampleNudgeRow): NudgeRow[] {
  return kind === 'nudge' || kind === 'excuse' || kind === 'promise' ? [{ ...row, kind }] : []
}

export interface PersonHistory extends SampleHistory {
  /** Samples without a post: ended so, or out of time now. */
  readonly ghosted: number
}

/** What these people (by the id that stands for all their names) did with samples at all shops. */
export function historiesOf(
  db: ReadableDb,
  now: number,
  people: readonly string[],
  /** Those that are known already, so that they are not read again. */
  known: readonly Ghost[] = [],
): ReadonlyMap<string, PersonHistory> {
  const merged = mergedCreators(db)
  const outcomes = new Map<string, SampleOutcome[]>(people.map((id) => [id, []]))
  for (const outcome of outcomesOf(db, withOtherNames(merged, people)))
    outcomes.get(merged.get(outcome.creatorId) ?? outcome.creatorId)?.push(outcome)
  const seen = new Set(known.map(({ sample }) => sample.id))
  const awaiting = [...outcomes.values()].flatMap((list) =>
    list
      .filter(({ id, state }) => (state === 'delivered' || state === 'contentDue') && !seen.has(id))
      .map(({ id }) => id),
  )
  const late = new Map<string, number>()
  const fresh = awaiting.length === 0 ? [] : ghostsOf(db, now, awaiting)
  for (const { sample, view } of [...known, ...fresh])
    if (view.standing === 'ghosted' && AWAITING_POST.has(sample.state))
      late.set(sample.creatorId, (late.get(sample.creatorId) ?? 0) + 1)
  return new Map(
    [...outcomes].map(([id, list]) => {
      const history = historyOf(list)
      return [id, { ...history, ghosted: history.unposted + (late.get(id) ?? 0) }]
    }),
  )
}
