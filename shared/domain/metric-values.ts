/**
 * The figures of one observation as they are kept, and those that follow from them.
 *
 * Kept under numbers, so that a list of a hundred thousand creators fits into one step. A ratio that a source does not give
 * is worked out from its parts; it is never averaged.
 */

import { packFigures, unpackFigures } from './figures'
import { METRIC_NAMES, type MetricName } from './metric-names'

export type MetricValues = Readonly<Partial<Record<MetricName, number>>>

/** JSON with each figure under its number in `METRICS`. */
export const packValues = (values: MetricValues): string => packFigures(METRIC_NAMES, values)

/** Whole numbers by name of figure. */
export const unpackValues = (json: string | null): MetricValues => unpackFigures(METRIC_NAMES, json)

/** What a ratio is made of: `value = round(top × factor ÷ bottom)`. */
export interface Parts {
  readonly top: MetricName
  readonly bottom: MetricName
  /** 1,000 for "per thousand", 10,000 for basis points, 1 for a mean. */
  readonly factor: number
}

/**
 * Ratios whose parts a source may give. GPM of a creator is per 1,000 product impressions, as the platform defines it
 * (docs/glossary.md); where only a tool's own GPM is known, that is taken as it stands.
 */
export const RATIO_PARTS = {
  gpm: { top: 'gmv', bottom: 'productImpressions', factor: 1000 },
  cvr: { top: 'orders', bottom: 'productClicks', factor: 10_000 },
  ctr: { top: 'productClicks', bottom: 'productImpressions', factor: 10_000 },
  aov: { top: 'gmv', bottom: 'orders', factor: 1 },
  avgViews: { top: 'videoViews', bottom: 'videos', factor: 1 },
} as const satisfies Readonly<Partial<Record<MetricName, Parts>>>

export function partsOf(name: MetricName): Parts | null {
  return Object.hasOwn(RATIO_PARTS, name) ? RATIO_PARTS[name as keyof typeof RATIO_PARTS] : null
}

/** The ratio of these sums, or null where nothing can be divided by. */
export function ratioOf({ factor }: Parts, top: number, bottom: number): number | null {
  return bottom > 0 ? Math.round((top * factor) / bottom) : null
}

/** Ratios that follow from what the source gives and that it does not give itself. CVR is the click-to-order rate where nothing else says. */
export function derivedValues(values: MetricValues): MetricValues {
  const derived: Partial<Record<MetricName, number>> = {}
  for (const name of METRIC_NAMES) {
    const parts = values[name] === undefined ? partsOf(name) : null
    const [top, bottom] = parts === null ? [] : [values[parts.top], values[parts.bottom]]
    const value = parts === null || top === undefined || bottom === undefined ? null : ratioOf(parts, top, bottom)
    if (value !== null) derived[name] = value
  }
  if (values.cvr === undefined && derived.cvr === undefined && values.ctor !== undefined) derived.cvr = values.ctor
  return derived
}
