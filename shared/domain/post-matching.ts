/**
 * Which sample a post answers, and which campaign it belongs to.
 *
 * A post is for a sample when the same creator showed the same product of the same shop after having it in hand and before
 * too long. Where two samples fit, or something is not known, people are asked; nothing is given to one of them silently.
 * Pure: creators are given as the persons they are, days in the shop's zone.
 */

import { dayNumber } from './days'
import type { SampleState } from './samples'

/** Posts that come later than so many days after the parcel are for something else: as long as the platform ever waits. */
export const MATCH_DAYS = 90

/** A sample that a post can be for: one that left the house and did not come back. */
export const MATCHED_STATES: ReadonlySet<SampleState> = new Set([
  'shipped',
  'delivered',
  'contentDue',
  'posted',
  'verified',
  'closed',
  'noPost',
  'refundable',
])

export interface MatchSample {
  readonly id: string
  readonly creatorId: string
  readonly shopId: string
  /** TikTok's number. */
  readonly productId: string
  readonly state: SampleState
  /** UTC epoch ms and the day of the shop's zone; null where nobody wrote it down. */
  readonly shipped: Moment | null
  readonly delivered: Moment | null
  /** The last day for posting. */
  readonly lastDay: string | null
}

export interface Moment {
  readonly at: number
  readonly day: string
}

export interface MatchPost {
  readonly id: string
  readonly creatorId: string
  /** Shops whose lists name it, each with the products of it that they show; none: no list says which. */
  readonly shows: readonly { readonly shopId: string; readonly productId: string | null }[]
  readonly postedAt: number | null
  readonly postedDay: string | null
}

/** Why a sample fits, or what speaks against it. */
export const MATCH_REASONS = [
  'sameProduct',
  'productUnknown',
  'afterDelivery',
  'afterShipping',
  'beforeDelivery',
  'dateUnknown',
  'inTime',
  'late',
] as const
export type MatchReason = (typeof MATCH_REASONS)[number]

export interface MatchCandidate {
  readonly sampleId: string
  readonly reasons: readonly MatchReason[]
  /** Everything is known and fits. */
  readonly certain: boolean
  /** Days between the parcel and the post; null where one is unknown. */
  readonly days: number | null
}

/** What becomes of one post and one product in it. */
export interface PostMatch {
  readonly contentId: string
  readonly productId: string | null
  /** The only sample that it can be for; null: people are asked. */
  readonly sampleId: string | null
  /** The likeliest first. */
  readonly candidates: readonly MatchCandidate[]
}

/** What people and earlier matching said: pairs of sample and content, taken away again ones too. */
export interface KnownPair {
  readonly sampleId: string
  readonly contentId: string
  readonly removed: boolean
}

/** `samples`: of the post's creator. A post that shows three products can answer three samples. */
export function matchPost(
  post: MatchPost,
  samples: readonly MatchSample[],
  known: readonly KnownPair[],
): readonly PostMatch[] {
  const pairs = new Map(known.map((pair) => [pair.sampleId, pair]))
  const groups = new Map<string, MatchCandidate[]>()
  const answered = new Set<string>()
  for (const sample of samples) {
    const shows = showsOf(post, sample)
    if (shows === null || sample.creatorId !== post.creatorId || !MATCHED_STATES.has(sample.state)) continue
    const key = `${sample.shopId} ${sample.productId}`
    const pair = pairs.get(sample.id)
    if (pair !== undefined) {
      if (!pair.removed) answered.add(key)
      continue
    }
    const candidate = candidateOf(post, sample, shows)
    if (candidate === null) continue
    const group = groups.get(key) ?? []
    groups.set(key, [...group, candidate])
  }
  return [...groups].flatMap(([key, candidates]) => {
    if (answered.has(key)) return []
    const sorted = candidates.toSorted(byLikelihood)
    const certain = sorted.filter((candidate) => candidate.certain)
    const [only] = certain
    const sampleId = certain.length === 1 && only !== undefined ? only.sampleId : null
    const isUnknown = sorted.every(({ reasons }) => reasons.includes('productUnknown'))
    return [
      { contentId: post.id, productId: isUnknown ? null : (key.split(' ')[1] ?? null), sampleId, candidates: sorted },
    ]
  })
}

function showsOf({ shows }: MatchPost, { shopId, productId }: MatchSample): 'product' | 'unknown' | null {
  const inShop = shows.filter((each) => each.shopId === shopId)
  if (inShop.some((each) => each.productId === productId)) return 'product'
  return inShop.length > 0 && inShop.every((each) => each.productId === null) ? 'unknown' : null
}

function candidateOf(post: MatchPost, sample: MatchSample, shows: 'product' | 'unknown'): MatchCandidate | null {
  const { postedDay } = post
  const product: MatchReason = shows === 'product' ? 'sameProduct' : 'productUnknown'
  const begun = sample.delivered ?? sample.shipped
  if (postedDay === null || begun === null) {
    return { sampleId: sample.id, reasons: [product, 'dateUnknown'], certain: false, days: null }
  }
  const first = sample.shipped ?? begun
  const days = dayNumber(postedDay) - dayNumber(begun.day)
  if (isBefore(post, first) || days > MATCH_DAYS) return null
  const isEarly = isBefore(post, begun)
  const when: MatchReason = isEarly ? 'beforeDelivery' : sample.delivered === null ? 'afterShipping' : 'afterDelivery'
  const late: MatchReason[] = sample.lastDay === null ? [] : [postedDay > sample.lastDay ? 'late' : 'inTime']
  const certain = shows === 'product' && !isEarly
  return { sampleId: sample.id, reasons: [product, when, ...late], certain, days }
}

/** Of a post without a time of day the day of the parcel counts as after it. */
function isBefore({ postedAt, postedDay }: MatchPost, { at, day }: Moment): boolean {
  return postedAt === null ? (postedDay ?? '') < day : postedAt < at
}

function byLikelihood(one: MatchCandidate, other: MatchCandidate): number {
  if (one.certain !== other.certain) return one.certain ? -1 : 1
  const weight = ({ reasons }: MatchCandidate) =>
    reasons.filter((reason) => reason === 'late' || reason === 'beforeDelivery').length
  const [a, b] = [one.days ?? Infinity, other.days ?? Infinity]
  return weight(one) - weight(other) || (a === b ? 0 : a - b) || (one.sampleId < other.sampleId ? -1 : 1)
}

export interface MatchCampaign {
  readonly id: string
  readonly shopId: string
  readonly fromDay: string | null
  readonly toDay: string | null
  /** TikTok's numbers; empty: everything in the shop. */
  readonly products: ReadonlySet<string>
  /** Persons who take part. */
  readonly creators: ReadonlySet<string>
}

/** The campaigns that a post can be of: of its shop and creator, in their days, with one of their products in it. */
export function campaignsOf(post: MatchPost, campaigns: readonly MatchCampaign[]): readonly string[] {
  const { postedDay, shows } = post
  if (postedDay === null) return []
  return campaigns
    .filter(({ shopId, fromDay, toDay, products, creators }) => {
      const inShop = shows.filter((each) => each.shopId === shopId)
      const isShown =
        products.size === 0 || inShop.some(({ productId }) => productId !== null && products.has(productId))
      const isThen = (fromDay === null || postedDay >= fromDay) && (toDay === null || postedDay <= toDay)
      return inShop.length > 0 && isShown && isThen && creators.has(post.creatorId)
    })
    .map(({ id }) => id)
    .toSorted()
}
