/**
 * What looks unusual about a creator's audience: possible signs of bought followers, likes or orders.
 *
 * A flag is a question to ask, never a verdict: each names its figures, their source and the bound that they passed. Both
 * parts of a ratio come from one observation; where a part is missing nothing is flagged.
 */

import { z } from '../schema'
import type { MetricName, Observation } from './metrics'

export const FLAGS = ['commentsPerLike', 'viewsPerFollower', 'gmvPerThousandViews', 'followerJump'] as const
export type FlagName = (typeof FLAGS)[number]

const Bound = z.int().min(-1_000_000_000).max(1_000_000_000).nullable()

/**
 * When a ratio is unusual: below `low` or above `high` (null: never), judged only from `atLeast` of the ratio's base on
 * (likes, followers, views, followers before). Basis points; `gmvPerThousandViews` minor units by currency.
 */
export const FlagRule = z.object({ low: Bound, high: Bound, atLeast: z.int().min(0).max(1_000_000_000) })
export type FlagRule = z.infer<typeof FlagRule>

export const FlagRules = z.object({
  commentsPerLike: FlagRule,
  viewsPerFollower: FlagRule,
  followerJump: FlagRule,
  gmvPerThousandViews: z.record(z.string().regex(/^[A-Z]{3}$/), FlagRule),
})
export type FlagRules = z.infer<typeof FlagRules>

/**
 * Starting values of ours, to be edited: no source gives bounds that hold for every market. Followers are compared within
 * 31 days. GMV per 1,000 views is judged in the currencies named here.
 */
export const SHIPPED_FLAG_RULES: FlagRules = {
  commentsPerLike: { low: 20, high: 3000, atLeast: 1000 },
  // Views far above the followers are how the platform's recommendation works, so there is no upper bound.
  viewsPerFollower: { low: 100, high: null, atLeast: 10_000 },
  followerJump: { low: -2000, high: 5000, atLeast: 5000 },
  gmvPerThousandViews: {
    USD: { low: 20, high: 15_000, atLeast: 50_000 },
    GBP: { low: 15, high: 12_000, atLeast: 50_000 },
    EUR: { low: 18, high: 14_000, atLeast: 50_000 },
    SGD: { low: 26, high: 20_000, atLeast: 50_000 },
    MYR: { low: 85, high: 65_000, atLeast: 50_000 },
    THB: { low: 650, high: 500_000, atLeast: 50_000 },
    PHP: { low: 1100, high: 850_000, atLeast: 50_000 },
    MXN: { low: 360, high: 270_000, atLeast: 50_000 },
    BRL: { low: 110, high: 80_000, atLeast: 50_000 },
    JPY: { low: 30, high: 22_000, atLeast: 50_000 },
    VND: { low: 5000, high: 3_800_000, atLeast: 50_000 },
    IDR: { low: 320_000, high: 240_000_000, atLeast: 50_000 },
  },
}

/** One unusual ratio. `value` and `bound` in the rule's unit; `parts` are the figures it was worked out from. */
export interface Flag {
  readonly flag: FlagName
  readonly side: 'low' | 'high'
  readonly value: number
  readonly bound: number
  readonly parts: Readonly<Partial<Record<MetricName | 'followersBefore', number>>>
  readonly currency: string | null
  /** The observation that was judged. */
  readonly seen: Observation
  /** The earlier one of a jump. */
  readonly before: Observation | null
}

const JUMP_MS = 31 * 86_400_000

/** Every flag of one creator, from what sources said of them in any order; none where the figures are ordinary or missing. */
export function flagsOf(observations: readonly Observation[], rules: FlagRules = SHIPPED_FLAG_RULES): readonly Flag[] {
  const found: Flag[] = []
  ratio(found, observations, 'commentsPerLike', 'comments', 'likes', rules.commentsPerLike)
  ratio(found, observations, 'viewsPerFollower', 'avgViews', 'followers', rules.viewsPerFollower)
  sales(found, observations, rules.gmvPerThousandViews)
  jump(found, observations, rules.followerJump)
  return found.length === 0 ? NONE : found
}

const NONE: readonly Flag[] = []
const BASIS = 10_000

function ratio(
  found: Flag[],
  observations: readonly Observation[],
  flag: FlagName,
  part: MetricName,
  base: MetricName,
  rule: FlagRule,
): void {
  const seen = newestWith(observations, part, base)
  if (seen === null) return
  const [over, under] = [seen.values[part] ?? 0, seen.values[base] ?? 0]
  if (under < rule.atLeast || under <= 0) return
  const value = Math.round((over * BASIS) / under)
  judge(found, rule, value, { flag, parts: { [part]: over, [base]: under }, currency: null, seen, before: null })
}

function sales(
  found: Flag[],
  observations: readonly Observation[],
  byCurrency: Readonly<Record<string, FlagRule>>,
): void {
  // Only what videos sold can be set against their views; a source that does not tell them apart gives all sales.
  const seen = newestWith(observations, 'videoGmv', 'videoViews') ?? newestWith(observations, 'gmv', 'videoViews')
  const rule = byCurrency[seen?.currency ?? '']
  if (seen === null || rule === undefined) return
  const name = seen.values.videoGmv === undefined ? 'gmv' : 'videoGmv'
  const [amount, views] = [seen.values[name] ?? 0, seen.values.videoViews ?? 0]
  if (views < rule.atLeast || views <= 0) return
  const parts = { [name]: amount, videoViews: views }
  const value = Math.round((amount * 1000) / views)
  judge(found, rule, value, { flag: 'gmvPerThousandViews', parts, currency: seen.currency, seen, before: null })
}

/** The newest two observations of one source: sources count followers at other times and in other ways. */
function jump(found: Flag[], observations: readonly Observation[], rule: FlagRule): void {
  const seen = newestWith(observations, 'followers', 'followers')
  if (seen === null) return
  let before: Observation | null = null
  for (const one of observations) {
    if (one.source !== seen.source || one.values.followers === undefined) continue
    if (one.observedAt >= seen.observedAt || one.observedAt < seen.observedAt - JUMP_MS) continue
    if (before === null || later(one, before)) before = one
  }
  const [now, then] = [seen.values.followers ?? 0, before?.values.followers ?? 0]
  if (before === null || then < rule.atLeast || then <= 0) return
  const value = Math.round(((now - then) * BASIS) / then)
  const parts = { followers: now, followersBefore: then }
  judge(found, rule, value, { flag: 'followerJump', parts, currency: null, seen, before })
}

function judge(found: Flag[], rule: FlagRule, value: number, flag: Omit<Flag, 'side' | 'value' | 'bound'>): void {
  if (rule.low !== null && value < rule.low) found.push({ ...flag, side: 'low', value, bound: rule.low })
  else if (rule.high !== null && value > rule.high) found.push({ ...flag, side: 'high', value, bound: rule.high })
}

function newestWith(observations: readonly Observation[], a: MetricName, b: MetricName): Observation | null {
  let newest: Observation | null = null
  for (const one of observations) {
    if (one.values[a] === undefined || one.values[b] === undefined) continue
    if (newest === null || later(one, newest)) newest = one
  }
  return newest
}

/** Two of the same instant are told apart by their ids, so that everybody sees the same. */
function later(a: Observation, b: Observation): boolean {
  return a.observedAt > b.observedAt || (a.observedAt === b.observedAt && a.id > b.id)
}
