/** How much of a shop's days is LIVE: minutes against the target, rooms at once, and prime time that nobody fills. */

import { addDays, instantInZone } from './days'
import { type BoardDay, type LiveSlot, minutesOf, type Stretch } from './live-board'

export interface LiveTarget {
  readonly minutesPerDay: number | null
  /** Minutes after midnight of the shop's clocks; an end not after its beginning is on the next day. */
  readonly primeFrom: number | null
  readonly primeTo: number | null
}

export interface DayCoverage {
  readonly day: string
  /** Minutes with at least one LIVE; rooms at once count once. */
  readonly minutes: number
  /** Minutes of them with more than one. */
  readonly parallel: number
  /** The most at once. */
  readonly most: number
  /** Minutes short of the target; 0 where it is met, null where there is none. */
  readonly missing: number | null
  /** Stretches of prime time without a LIVE; prime time that begins on this day. */
  readonly empty: readonly Stretch[]
}

/** One shop's day. `slots`: the shop's, of this day and the next; cancelled ones count for nothing. */
export function coverageOf(
  slots: readonly LiveSlot[],
  day: BoardDay,
  target: LiveTarget,
  timezone: string,
): DayCoverage {
  const living = slots
    .filter(({ state, startsAt, endsAt }) => state !== 'cancelled' && endsAt > startsAt)
    .map(({ startsAt, endsAt }): Stretch => ({ from: startsAt, to: endsAt }))
  const levels = levelsOf(living, day)
  const minutes = sum(levels.filter(({ count }) => count > 0))
  const prime = primeOf(day.day, target, timezone)
  return {
    day: day.day,
    minutes,
    parallel: sum(levels.filter(({ count }) => count > 1)),
    most: Math.max(0, ...levels.map(({ count }) => count)),
    missing: target.minutesPerDay === null ? null : Math.max(0, target.minutesPerDay - minutes),
    empty:
      prime === null ? [] : joined(levelsOf(living, prime).filter(({ count, from, to }) => count === 0 && to > from)),
  }
}

/** Prime time that begins on a day, as instants; null where none is set. */
export function primeOf(day: string, { primeFrom, primeTo }: LiveTarget, timezone: string): Stretch | null {
  if (primeFrom === null || primeTo === null) return null
  const from = instantInZone(day, primeFrom, timezone)
  const to = instantInZone(primeTo > primeFrom ? day : addDays(day, 1), primeTo, timezone)
  return to > from ? { from, to } : null
}

interface Level extends Stretch {
  /** How many are live. */
  readonly count: number
}

/** The stretch in parts that have one number of LIVEs each. */
function levelsOf(living: readonly Stretch[], within: Stretch): readonly Level[] {
  const inside = living
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => to > from)
  const edges = [...new Set([within.from, within.to, ...inside.flatMap(({ from, to }) => [from, to])])].toSorted(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? from
    return { from, to, count: inside.filter((one) => one.from <= from && one.to >= to).length }
  })
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = []
  for (const { from, to } of stretches) {
    const last = whole.at(-1)
    if (last?.to === from) whole[whole.length - 1] = { from: last.from, to }
    else whole.push({ from, to })
  }
  return whole
}

function sum(stretches: readonly Stretch[]): number {
  return stretches.reduce((total, stretch) => total + minutesOf(stretch), 0)
}
