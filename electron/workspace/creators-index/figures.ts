/** A person's figures as the list keeps them: the newest of each, with its source. */

import { flagsOf } from '../../../shared/domain/flags'
import { isMetricName, latestFigures, type Observation } from '../../../shared/domain/metrics'
import type { Figures, KeptFigure, Origin, Person } from './person'

const TREND_POINTS = 12
const NOTHING = { figures: {}, gpmTrend: [], figureFlags: [] } as const

/** `observations`: of one person, oldest first. */
export function figuresOf(
  observations: readonly Observation[],
  now: number,
): Pick<Person, 'figures' | 'gpmTrend' | 'figureFlags'> {
  if (observations.length === 0) return NOTHING
  return {
    figures: compact(latestFigures(observations, now)),
    gpmTrend: trendOf(observations),
    figureFlags: flagsOf(observations).map(({ flag }) => flag),
  }
}

/** Each observation's origin once, whatever the number of its figures: there are a million of them. */
function compact(latest: ReturnType<typeof latestFigures>): Figures {
  const origins = new Map<string, Origin>()
  const figures: Partial<Record<keyof Figures, KeptFigure>> = {}
  for (const [name, figure] of Object.entries(latest)) {
    if (!isMetricName(name)) continue
    const { value, currency, disagrees, observationId } = figure
    const { source, shopId, periodFrom, periodTo, observedAt, asOf } = figure
    const origin = origins.get(observationId) ?? { source, shopId, periodFrom, periodTo, observedAt, asOf }
    origins.set(observationId, origin)
    figures[name] = { value, currency, disagrees, origin }
  }
  return figures
}

/** GPM by time, of the source that said it last: sources count it in different ways. */
function trendOf(observations: readonly Observation[]): readonly number[] {
  const points = observations.filter(({ values }) => values.gpm !== undefined)
  const last = points.at(-1)
  const same = points.filter(({ source, currency }) => source === last?.source && currency === last.currency)
  return same.length < 2 ? [] : same.slice(-TREND_POINTS).map(({ values }) => values.gpm ?? 0)
}
