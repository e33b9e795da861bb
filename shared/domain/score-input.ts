/**
 * What the fit score sees of a creator: the newest figures, what the profile says, our own results.
 *
 * Money in another currency counts only where a rate for it is known; nothing is guessed.
 */

import { type Criterion, categoryFits, type ScoreInput, type ScoreProfile } from './fit-score'
import { type Audience, languageFits, marketFits } from './market-match'
import type { MetricName } from './metrics'

/** The newest of a creator's figures, as `latestFigures` gives them. */
export type KnownFigures = Readonly<
  Partial<Record<MetricName, { readonly value: number; readonly currency: string | null }>>
>

export interface ScoreFacts {
  readonly creator: Audience & { readonly category: string | null }
  readonly figures: KnownFigures
  /** What they sold in our shops in the last `RESULT_DAYS` days less refunds; null: nothing was ever sold. */
  readonly results: { readonly netGmv: number; readonly currency: string } | null
  /** Commission rate in basis points, as agreed with the shop. */
  readonly rate: number | null
}

/** How far back our own results count. */
export const RESULT_DAYS = 90

/** `amount` minor units of `currency` in minor units of the profile's; null: no rate. */
export type Convert = (amount: number, currency: string) => number | null

/** The criteria that a source's figures answer; the others are ours or the profile's. */
export const FIGURE_OF = {
  gpm: 'gpm',
  cvr: 'cvr',
  engagement: 'engagement',
  postRate: 'postRate',
} as const satisfies Partial<Record<Criterion, MetricName>>

/** The input of a creator's score for a shop in `market`; null: for all shops, where audience and language say nothing. */
export function scoreInputOf(
  { creator, figures, results, rate }: ScoreFacts,
  market: string | null,
  profile: ScoreProfile,
  convert: Convert,
): ScoreInput {
  const gpm = figures.gpm
  return {
    category: numbered(categoryFits(creator.category, profile.categories)),
    audienceMarket: market === null ? null : numbered(marketFits(creator, market)),
    language: market === null ? null : numbered(languageFits(creator, market)),
    gpm: gpm === undefined || gpm.currency === null ? null : convert(gpm.value, gpm.currency),
    cvr: figures.cvr?.value ?? null,
    engagement: figures.engagement?.value ?? null,
    postRate: figures.postRate?.value ?? null,
    ownResults: results === null ? null : convert(results.netGmv, results.currency),
    price: rate,
  }
}

function numbered(fits: boolean | null): number | null {
  return fits === null ? null : Number(fits)
}
