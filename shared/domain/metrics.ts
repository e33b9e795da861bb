/**
 * The figures that sources give of a creator, each with what kind of number it is.
 *
 * An observation says where a figure comes from, for which period, and when the source was asked. Observations of
 * overlapping periods are never added up; ratios are worked out anew from their parts where a source gives both.
 */

import { METRIC_NAMES, METRICS, type MetricName, type MetricSource } from './metric-names'
import { derivedValues } from './metric-values'

export {
  isMetricName,
  METRIC_SOURCES,
  METRICS,
  type MetricKind,
  type MetricName,
  type MetricSource,
} from './metric-names'

/** What one source said of one creator for one period: a record of `creatorMetrics`. */
export interface Observation {
  readonly id: string
  readonly creatorId: string
  readonly listId: string | null
  readonly shopId: string | null
  readonly source: MetricSource
  /** Days, both included; null where the source does not say. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
  /** UTC epoch ms. */
  readonly observedAt: number
  readonly currency: string | null
  readonly values: Readonly<Partial<Record<MetricName, number>>>
}

/** Days after which a figure is old: shown grey, and no longer compared with others. */
export const STALE_DAYS = 30
/** Two sources disagree when one says more than a tenth more or less than the other. */
export const DISAGREEMENT = 0.1

/** Figures that say how somebody is rather than how much there was in a period: periods need not match to compare them. */
const LEVELS: ReadonlySet<MetricName> = new Set<MetricName>([
  'followers',
  'avgViews',
  'aov',
  'gpm',
  'liveGpm',
  'ctr',
  'ctor',
  'cvr',
  'engagement',
  'postRate',
])

/** One figure as one source gives it. */
export interface SourcedFigure {
  /** As `METRICS` says: minor units of `currency`, basis points or a whole number. */
  readonly value: number
  /** Of money; null for everything else, and where the source does not say. */
  readonly currency: string | null
  readonly source: MetricSource
  readonly shopId: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  /** UTC epoch ms: when the source was asked. */
  readonly observedAt: number
  /** UTC epoch ms of what the figure speaks of: the end of its period, or when the source was asked if that was earlier. */
  readonly asOf: number
  /** Older than `STALE_DAYS`. */
  readonly stale: boolean
  /** Worked out from other figures of the same source, which does not give this one itself. */
  readonly computed: boolean
  readonly observationId: string
  readonly listId: string | null
}

/** The figure that shows, and whether another source says something else. */
export interface Figure extends SourcedFigure {
  /** Another source says more than `DISAGREEMENT` more or less, and neither is stale. */
  readonly disagrees: boolean
}

export type Figures = Readonly<Partial<Record<MetricName, Figure>>>

const DAY_MS = 86_400_000

/** What an observation speaks of: never later than the end of its period, so that an old list imported late stays old. */
export function asOfObservation({ observedAt, periodTo }: Pick<Observation, 'observedAt' | 'periodTo'>): number {
  const end = periodTo === null ? NaN : Date.parse(`${periodTo}T00:00:00Z`) + DAY_MS
  return Number.isNaN(end) ? observedAt : Math.min(observedAt, end)
}

/** Every figure of one creator with all that sources say of it, newest first; of equals the smaller id. */
export function figuresBySource(
  observations: readonly Observation[],
  now: number,
): ReadonlyMap<MetricName, readonly SourcedFigure[]> {
  const sorted = observations
    .map((observation) => ({ observation, asOf: asOfObservation(observation) }))
    .sort(
      (a, b) =>
        b.asOf - a.asOf ||
        b.observation.observedAt - a.observation.observedAt ||
        (a.observation.id < b.observation.id ? -1 : 1),
    )
  const figures = new Map<MetricName, SourcedFigure[]>()
  for (const { observation, asOf } of sorted) {
    const { id, values, currency, source, shopId, periodFrom, periodTo, observedAt, listId } = observation
    const stale = now - asOf > STALE_DAYS * DAY_MS
    const origin = { source, shopId, periodFrom, periodTo, observedAt, asOf, stale, observationId: id, listId }
    const derived = derivedValues(values)
    for (const name of METRIC_NAMES) {
      const value = values[name] ?? derived[name]
      if (value === undefined) continue
      const known = figures.get(name)
      const computed = values[name] === undefined
      const figure = { value, currency: METRICS[name] === 'money' ? currency : null, computed, ...origin }
      if (known) known.push(figure)
      else figures.set(name, [figure])
    }
  }
  return figures
}

/** The newest of every figure of one creator; nothing is added up. */
export function latestFigures(observations: readonly Observation[], now: number): Figures {
  const latest: Partial<Record<MetricName, Figure>> = {}
  for (const [name, said] of figuresBySource(observations, now)) {
    const [first, ...others] = said
    if (first) latest[name] = { ...first, disagrees: others.some((other) => disagree(name, first, other)) }
  }
  return latest
}

/**
 * Whether two sources say different things of the same: amounts of a period are compared for the same shop and period
 * only, levels (followers, GPM, rates) always; never money of two currencies, never what is stale.
 */
export function disagree(name: MetricName, one: SourcedFigure, other: SourcedFigure): boolean {
  if (one.source === other.source || one.stale || other.stale || one.currency !== other.currency) return false
  const sameWindow =
    one.shopId === other.shopId && one.periodFrom === other.periodFrom && one.periodTo === other.periodTo
  if (!LEVELS.has(name) && !sameWindow) return false
  return Math.abs(one.value - other.value) > DISAGREEMENT * Math.max(Math.abs(one.value), Math.abs(other.value))
}
