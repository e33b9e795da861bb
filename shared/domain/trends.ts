/**
 * Figures over time: windows of one source, one shop and one length, each a point; nothing is joined, averaged or added up
 * across windows, and what is not known is a gap.
 *
 * Of a category the parts of a ratio are summed over its creators, window by window, and the ratio worked out from the sums.
 */

import { addDays, dayNumber } from './days'
import { METRICS, type MetricName, type MetricSource } from './metric-names'
import { derivedValues, partsOf, ratioOf } from './metric-values'
import type { Observation } from './metrics'

export interface TrendPoint {
  /** First and last day. */
  readonly from: string
  readonly to: string
  readonly value: number
  /** Days between the window before and this one of which nothing is known; 0 where they touch or overlap. */
  readonly gapDays: number
  readonly creators: number
}

export interface TrendSeries {
  readonly source: MetricSource
  readonly shopId: string | null
  readonly currency: string | null
  /** Days of each window; null for whole calendar months. */
  readonly days: number | null
  /** By the window's last day. */
  readonly points: readonly TrendPoint[]
}

interface Window {
  readonly source: MetricSource
  readonly shopId: string | null
  readonly currency: string | null
  readonly from: string
  readonly to: string
  /** Newest observation of each creator for this very window. */
  readonly said: Map<string, Observation>
}

/** The series of one figure, the longest-known first. Several creators' observations make the series of all of them. */
export function trendsOf(observations: Iterable<Observation>, name: MetricName): TrendSeries[] {
  const windows = [...windowsOf(observations, name).values()]
  const series = new Map<string, { readonly first: Window; readonly days: number | null; readonly windows: Window[] }>()
  for (const window of windows) {
    const days = lengthIn(window, windows)
    const key = JSON.stringify([window.source, window.shopId, window.currency, days])
    const known = series.get(key)
    if (known) known.windows.push(window)
    else series.set(key, { first: window, days, windows: [window] })
  }
  return [...series.values()]
    .map(({ first: { source, shopId, currency }, days, windows: own }) => ({
      source,
      shopId,
      currency,
      days,
      points: pointsOf(own, name),
    }))
    .filter(({ points }) => points.length > 0)
    .toSorted((a, b) => b.points.length - a.points.length || order(a).localeCompare(order(b)))
}

/** The last values of the series that goes on the longest, oldest first, null for a gap: what a sparkline draws. */
export function sparkOf(observations: Iterable<Observation>, name: MetricName, most = 12): (number | null)[] {
  const series = trendsOf(observations, name).toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)))
  return (series[0]?.points ?? [])
    .slice(-most)
    .flatMap(({ value, gapDays }, at) => (gapDays > 0 && at > 0 ? [null, value] : [value]))
}

const lastDay = ({ points }: TrendSeries): string => points.at(-1)?.to ?? ''
const order = ({ source, shopId, currency, days }: TrendSeries): string =>
  JSON.stringify([source, shopId, currency, days])

function windowsOf(observations: Iterable<Observation>, name: MetricName): ReadonlyMap<string, Window> {
  const windows = new Map<string, Window>()
  for (const observation of observations) {
    const { source, shopId, periodFrom: from, periodTo: to, creatorId } = observation
    if (from === null || to === null || from > to || valueOf(observation, name) === null) continue
    const currency = METRICS[name] === 'money' ? observation.currency : null
    const key = JSON.stringify([source, shopId, currency, from, to])
    const window = windows.get(key) ?? { source, shopId, currency, from, to, said: new Map<string, Observation>() }
    windows.set(key, window)
    const before = window.said.get(creatorId)
    if (before === undefined || isNewer(observation, before)) window.said.set(creatorId, observation)
  }
  return windows
}

function isNewer(one: Observation, other: Observation): boolean {
  return one.observedAt !== other.observedAt ? one.observedAt > other.observedAt : one.id < other.id
}

function valueOf({ values }: Observation, name: MetricName): number | null {
  return values[name] ?? derivedValues(values)[name] ?? null
}

/** The length of a window: calendar months are one length, unless the same source also gives other windows of as many days. */
function lengthIn(window: Window, all: readonly Window[]): number | null {
  const days = daysOf(window)
  if (!isMonth(window)) return days
  const alike = all.some(
    (other) =>
      other.source === window.source && other.shopId === window.shopId && daysOf(other) === days && !isMonth(other),
  )
  return alike ? days : null
}

function daysOf({ from, to }: Window): number {
  return dayNumber(to) - dayNumber(from) + 1
}

function isMonth({ from, to }: Window): boolean {
  return from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && addDays(to, 1).endsWith('-01')
}

function pointsOf(windows: readonly Window[], name: MetricName): TrendPoint[] {
  const points: TrendPoint[] = []
  let known: string | null = null
  for (const { from, to, said } of windows.toSorted((a, b) => (a.to + a.from < b.to + b.from ? -1 : 1))) {
    const value = together([...said.values()], name)
    if (value === null) continue
    const gapDays = known === null ? 0 : Math.max(0, dayNumber(from) - dayNumber(known) - 1)
    points.push({ from, to, value, gapDays, creators: said.size })
    known = to
  }
  return points
}

/** One creator's figure; of several the ratio of their sums, or their sum. A ratio without parts has no sum: null. */
function together(said: readonly Observation[], name: MetricName): number | null {
  const [first] = said
  if (first === undefined) return null
  const parts = partsOf(name)
  const whole =
    parts === null
      ? []
      : said.filter(({ values }) => values[parts.top] !== undefined && values[parts.bottom] !== undefined)
  if (parts !== null && whole.length === said.length) {
    const sum = (part: MetricName) => whole.reduce((total, { values }) => total + (values[part] ?? 0), 0)
    return ratioOf(parts, sum(parts.top), sum(parts.bottom)) ?? (said.length === 1 ? valueOf(first, name) : null)
  }
  if (said.length === 1) return valueOf(first, name)
  // A rate of several creators is never their mean.
  if (parts !== null || METRICS[name] === 'ratio' || name === 'liveGpm' || name === 'followers') return null
  return said.reduce((total, observation) => total + (valueOf(observation, name) ?? 0), 0)
}
