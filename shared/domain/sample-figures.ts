/** The figures of a creator that rules of samples look at, out of what sources say. */

import { dayNumber } from './days'
import { type Figure, figuresBySource, type Observation, type SourcedFigure } from './metrics'
import type { KnownFigure } from './sample-rules'
import type { Convert } from './score-input'

/**
 * What they sold in 30 days, in minor units of the currency that `convert` makes: the newest figure that a source gives for
 * all their shops; without one, what the lists of our own shops say, which is at least so much. Periods of other lengths
 * say nothing, nor does money without a rate.
 */
export function thirtyDayGmv(observations: readonly Observation[], now: number, convert: Convert): KnownFigure | null {
  const figures = figuresBySource(observations, now).get('gmv') ?? []
  let own: KnownFigure | null = null
  for (const figure of figures) {
    if (!isMonth(figure)) continue
    const value = figure.currency === null ? null : convert(figure.value, figure.currency)
    if (value === null) continue
    if (figure.source !== 'creatorList') return { value, old: figure.stale }
    if (own === null || value > own.value) own = { value, old: figure.stale, atLeast: true }
  }
  return own
}

/** A figure with whether it is too old to decline somebody. */
export function knownFigure(figure: Figure | undefined): KnownFigure | null {
  return figure === undefined ? null : { value: figure.value, old: figure.stale }
}

/** Tools that name no period speak of the last 30 days; the platform's own lists always name theirs. */
function isMonth({ periodFrom, periodTo, source }: SourcedFigure): boolean {
  if (periodFrom === null || periodTo === null) return source !== 'creatorList'
  const days = dayNumber(periodTo) - dayNumber(periodFrom) + 1
  return days >= 28 && days <= 31
}
