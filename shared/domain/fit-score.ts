/**
 * How well a creator fits a shop: 0-100 points by the agency's own weights, each line with what it saw.
 *
 * What is not known is neither nought nor full marks: its weight passes to what is known, and the score says how much that
 * is. Lines add up to the total exactly; the score never falls when a figure gets better.
 */

import { z } from '../schema'

export const CRITERIA = [
  'category',
  'audienceMarket',
  'language',
  'gpm',
  'cvr',
  'engagement',
  'postRate',
  'ownResults',
  'price',
] as const
export type Criterion = (typeof CRITERIA)[number]

/**
 * What a score is made of: null is not known. `category`, `audienceMarket`, `language` 1 fits, 0 does not; `gpm` and `ownResults`
 * (what they sold in our shops in 90 days less refunds) minor units of the profile's currency; `cvr`, `engagement`,
 * `postRate`, `price` (commission rate) basis points.
 */
export type ScoreInput = Readonly<Record<Criterion, number | null>>

/** How one criterion counts: no points at `from`, all at `to`, even steps between; `to` below `from` where less is better. */
export const CriterionWeight = z.object({
  weight: z.int().min(0).max(1000),
  from: z.int().min(0).max(1_000_000_000),
  to: z.int().min(0).max(1_000_000_000),
})
export type CriterionWeight = z.infer<typeof CriterionWeight>

/** Own weights. `categories`: words of which the creator's category must contain one; none: category is not known. */
export interface ScoreProfile {
  readonly currency: string
  readonly categories: readonly string[]
  readonly criteria: Readonly<Record<Criterion, CriterionWeight>>
}

/** Starting values of ours, to be edited; the weights add up to 100. */
export const SHIPPED_PROFILE: ScoreProfile = {
  currency: 'USD',
  categories: [],
  criteria: {
    category: { weight: 15, from: 0, to: 1 },
    audienceMarket: { weight: 20, from: 0, to: 1 },
    language: { weight: 10, from: 0, to: 1 },
    gpm: { weight: 20, from: 0, to: 2000 },
    cvr: { weight: 10, from: 0, to: 500 },
    engagement: { weight: 5, from: 0, to: 800 },
    postRate: { weight: 10, from: 0, to: 8000 },
    ownResults: { weight: 5, from: 0, to: 100_000 },
    price: { weight: 5, from: 3000, to: 1000 },
  },
}

export interface ScoreLine {
  readonly criterion: Criterion
  readonly seen: number | null
  /** Whole points; null where nothing was seen. */
  readonly points: number | null
  /** The most points that the line could have: its weight's part of 100 among what is known; 0 where nothing was seen. */
  readonly max: number
  readonly scale: CriterionWeight
}

export interface Score {
  /** 0-100; null where nothing is known. */
  readonly total: number | null
  /** Every criterion that has a weight. */
  readonly lines: readonly ScoreLine[]
  /** Lines that saw something, of how many. */
  readonly known: number
  readonly of: number
}

/** Scores many creators by one profile. */
export interface Scorer {
  readonly profile: ScoreProfile
  /** The total alone, for lists. */
  readonly total: (input: ScoreInput) => number | null
  readonly score: (input: ScoreInput) => Score
}

/** The score of one creator, line by line. */
export function scoreOf(input: ScoreInput, profile: ScoreProfile): Score {
  return makeScorer(profile).score(input)
}

/** A scorer that works out how weights divide only once per set of known figures. */
export function makeScorer(profile: ScoreProfile): Scorer {
  const byKnown = new Map<number, Uint8Array>()
  const divided = (known: number): Uint8Array => {
    const before = byKnown.get(known)
    if (before !== undefined) return before
    const fresh = divide(CRITERIA.map((criterion, at) => (known & (1 << at) ? profile.criteria[criterion].weight : 0)))
    byKnown.set(known, fresh)
    return fresh
  }
  const maskOf = (input: ScoreInput): number => {
    let mask = 0
    for (let at = 0; at < CRITERIA.length; at += 1) {
      const criterion = CRITERIA[at]
      if (criterion !== undefined && input[criterion] !== null && profile.criteria[criterion].weight > 0)
        mask |= 1 << at
    }
    return mask
  }
  const total = (input: ScoreInput): number | null => {
    const mask = maskOf(input)
    if (mask === 0) return null
    const max = divided(mask)
    let sum = 0
    for (let at = 0; at < CRITERIA.length; at += 1) {
      const criterion = CRITERIA[at]
      const seen = criterion === undefined ? null : input[criterion]
      if (criterion === undefined || seen === null || !(mask & (1 << at))) continue
      sum += Math.round((max[at] ?? 0) * shareOf(seen, profile.criteria[criterion]))
    }
    return sum
  }
  const score = (input: ScoreInput): Score => {
    const mask = maskOf(input)
    const max = divided(mask)
    const lines = CRITERIA.flatMap((criterion, at): ScoreLine[] => {
      const scale = profile.criteria[criterion]
      if (scale.weight === 0) return []
      const seen = input[criterion]
      const most = max[at] ?? 0
      if (seen === null) return [{ criterion, seen, points: null, max: 0, scale }]
      return [{ criterion, seen, points: Math.round(most * shareOf(seen, scale)), max: most, scale }]
    })
    return { total: total(input), lines, known: lines.filter(({ seen }) => seen !== null).length, of: lines.length }
  }
  return { profile, total, score }
}

/** Whether a creator's category contains one of these words; null where either is not known. */
export function categoryFits(category: string | null, wanted: readonly string[]): boolean | null {
  if (category === null || category.trim() === '' || wanted.length === 0) return null
  const text = category.normalize('NFKC').toLowerCase()
  return wanted.some((word) => text.includes(word.normalize('NFKC').trim().toLowerCase()))
}

/** What a record of `scoreProfiles` keeps; what it leaves out, or says in a way that makes no sense, is as in `base`. */
export function readProfile(stored: unknown, base: ScoreProfile = SHIPPED_PROFILE): ScoreProfile {
  const kept = StoredProfile.safeParse(stored)
  if (!kept.success) return base
  const { currency, categories, criteria } = kept.data
  return {
    currency: currency ?? base.currency,
    categories: categories ?? base.categories,
    criteria: { ...base.criteria, ...criteria },
  }
}

const StoredProfile = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  categories: z.array(z.string()).optional(),
  criteria: z.partialRecord(z.enum(CRITERIA), CriterionWeight).optional(),
})

/** Where a figure stands between nothing and everything: 0-1. A scale without length gives all or nothing. */
function shareOf(seen: number, { from, to }: CriterionWeight): number {
  if (from === to) return seen >= to ? 1 : 0
  return Math.min(1, Math.max(0, (seen - from) / (to - from)))
}

/** 100 whole points by weight: what rounding down leaves goes to the largest remainders, first ones first. */
function divide(weights: readonly number[]): Uint8Array {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const points = new Uint8Array(weights.length)
  if (all === 0) return points
  let left = 100
  weights.forEach((weight, at) => {
    points[at] = Math.floor((weight * 100) / all)
    left -= points[at] ?? 0
  })
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (weight * 100) % all }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) points[at] = (points[at] ?? 0) + 1
  return points
}
