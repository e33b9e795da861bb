/** What is known of each waiting request, gathered for all of them at once: a few questions to the file, none for each row. */

import { vettedCreators } from '../../../db/repositories/vetting'
import type { Shop } from '../../../shared/contract/shops'
import { blockedBy, standingOnLists } from '../../../shared/domain/decisions'
import { flagsOf } from '../../../shared/domain/flags'
import { marketMatch } from '../../../shared/domain/market-match'
import { latestFigures } from '../../../shared/domain/metrics'
import { knownFigure, thirtyDayGmv } from '../../../shared/domain/sample-figures'
import type { RequestFacts, SampleRules } from '../../../shared/domain/sample-rules'
import type { Convert } from '../../../shared/domain/score-input'
import type { WorkspaceContext } from '../context'
import type { KnownSample } from '../lookups/samples'
import { allShops } from '../lookups/shops'
import { today } from '../support'
import { assess, converter } from '../vetting/assess'
import { vettingRules } from '../vetting/rules'
import { type Subject, subjectsOf } from '../vetting/subjects'
import { historiesOf, type PersonHistory } from './ghosts'
import { type RepeatFound, repeatsFor } from './repeats'
import { shelfOf, type Worth } from './shelf'

export interface KnownRequest {
  readonly sample: KnownSample
  readonly facts: RequestFacts
  readonly history: PersonHistory
  readonly repeats: readonly RepeatFound[]
  /** What its pieces sell for, in the currency they are priced in; null: nobody knows. */
  readonly value: Worth | null
}

const DAY_MS = 86_400_000
const NO_HISTORY: PersonHistory = {
  open: 0,
  posts: 0,
  ended: 0,
  unposted: 0,
  lastSentAt: null,
  isProven: false,
  ghosted: 0,
}

/** In the order of the samples; those of creators that were deleted are left out. */
export async function requestFacts(
  context: WorkspaceContext,
  samples: readonly KnownSample[],
  rulesOf: (shopId: string) => SampleRules,
): Promise<readonly KnownRequest[]> {
  const { db } = context.host.current().workspace
  const ids = [...new Set(samples.map(({ creatorId }) => creatorId))]
  const living = vettedCreators(db, ids).map(({ id }) => id)
  const subjects = new Map(subjectsOf(context, living).map((subject) => [subject.id, subject]))
  const histories = historiesOf(db, context.now(), living)
  const guarded = new Map(
    samples.flatMap(({ id, shopId }) => {
      const { duplicates } = rulesOf(shopId)
      return duplicates === null ? [] : [[id, duplicates] as const]
    }),
  )
  const repeats = await repeatsFor(context, samples, guarded)
  const scores = await scoresFor(context, samples, rulesOf)
  const shelf = shelfOf(db, samples)
  const look = lookOf(context)
  return samples.flatMap((sample) => {
    const subject = subjects.get(sample.creatorId)
    if (!subject) return []
    const rules = rulesOf(sample.shopId)
    const history = histories.get(subject.id) ?? NO_HISTORY
    const found = repeats.get(sample.id) ?? []
    const value = shelf.valueOf(sample)
    const facts: RequestFacts = {
      id: sample.id,
      requestedAt: sample.requestedAt,
      shopId: sample.shopId,
      productId: sample.productId,
      skuId: sample.skuId,
      quantity: sample.quantity,
      offline: shelf.isOffline(sample),
      score: scores.get(`${sample.shopId} ${subject.id}`) ?? null,
      openSamples: history.open,
      ghosted: history.ghosted,
      ended: { posts: history.posts, of: history.ended },
      daysSinceSample: history.lastSentAt === null ? null : daysBetween(history.lastSentAt, context.now()),
      price: value && look.convert(rules.currency)(value.amount, value.currency),
      duplicates: [...new Set(found.flatMap(({ by }) => by))],
      ...look.at(subject, sample.shopId, rules),
    }
    return [{ sample, facts, history, repeats: found, value }]
  })
}

function daysBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / DAY_MS))
}

/** What vetting knows of a creator for a shop. */
function lookOf(context: WorkspaceContext) {
  const { db } = context.host.current().workspace
  const vetting = vettingRules(db)
  const shops = new Map<string, Shop>(allShops(db).map((shop) => [shop.id, shop]))
  const now = context.now()
  const day = today(context)
  const converters = new Map<string, Convert>()
  const convert = (currency: string): Convert => {
    const known = converters.get(currency) ?? converter(context, currency)
    converters.set(currency, known)
    return known
  }
  const figures = new Map<string, ReturnType<typeof latestFigures>>()
  return {
    convert,
    at: ({ id, creator, decisions, observations }: Subject, shopId: string, rules: SampleRules) => {
      const shop = shops.get(shopId) ?? null
      const latest = figures.get(id) ?? latestFigures(observations, now)
      figures.set(id, latest)
      const match = shop ? marketMatch(creator, shop.market) : { state: 'unknown' as const, reasons: [] }
      const standing = standingOnLists(decisions, { shopId, clientId: shop?.clientId ?? null, day })
      return {
        blocked: blockedBy(standing) !== null,
        followers: knownFigure(latest.followers),
        gmv: thirtyDayGmv(observations, now, convert(rules.currency)),
        sourcePostRate: knownFigure(latest.postRate),
        flags: flagsOf(observations, vetting.flags).map(({ flag }) => flag),
        category: creator.category,
        market: { state: match.state, seen: match.reasons.map(({ seen }) => seen) },
      }
    },
  }
}

/** Fit scores where a shop's rules ask for them, by shop and creator. */
async function scoresFor(
  context: WorkspaceContext,
  samples: readonly KnownSample[],
  rulesOf: (shopId: string) => SampleRules,
): Promise<ReadonlyMap<string, number>> {
  const wanted = new Map<string, Set<string>>()
  for (const { shopId, creatorId } of samples) {
    if (rulesOf(shopId).score === null) continue
    const known = wanted.get(shopId) ?? new Set()
    wanted.set(shopId, known)
    known.add(creatorId)
  }
  const scores = new Map<string, number>()
  for (const [shopId, ids] of wanted) {
    const living = vettedCreators(context.host.current().workspace.db, [...ids]).map(({ id }) => id)
    for (const { creatorId, score } of await assess(context, living, shopId))
      if (score.total !== null) scores.set(`${shopId} ${creatorId}`, score.total)
  }
  return scores
}
