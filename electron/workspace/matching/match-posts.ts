/**
 * Posts matched to samples and campaigns: what fits is linked for people to check, what could be two things is asked.
 *
 * A link that somebody made, judged or took away stays as it is, and so does a campaign that a post already has.
 */

import type { ReadableDb, WritableDb } from '../../../db/database'
import {
  campaignsToMatch,
  contentsOfList,
  creatorsOfCampaigns,
  pairsOfPosts,
  type PostRow,
  postsOfCreators,
  productsInPosts,
  productsOfCampaigns,
} from '../../../db/repositories/post-matching'
import {
  campaignsOf,
  type MatchCampaign,
  MATCHED_STATES,
  type MatchPost,
  matchPost,
  type MatchSample,
  type PostMatch,
} from '../../../shared/domain/post-matching'
import { dayInZone } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { allSamples, type KnownSample } from '../lookups/samples'
import { allShops } from '../lookups/shops'
import { put } from '../support'

/** What is looked at: everything, the posts of one list, or these posts. */
export interface MatchScope {
  readonly listId?: string | undefined
  readonly contentIds?: readonly string[] | undefined
}

export interface MatchPlan {
  /** Posts of creators that have a sample or a campaign. */
  readonly posts: number
  readonly matched: readonly (PostMatch & { readonly sampleId: string })[]
  readonly questions: readonly PostMatch[]
  readonly campaigns: readonly { readonly contentId: string; readonly campaignId: string }[]
  /** Posts that could be of several campaigns. */
  readonly campaignQuestions: readonly { readonly contentId: string; readonly campaignIds: readonly string[] }[]
  readonly samples: ReadonlyMap<string, KnownSample>
  readonly rows: ReadonlyMap<string, PostRow>
}

/** Inside a command: links what fits. Answers what was done and what is asked. */
export function matchPosts(context: WorkspaceContext, tx: WritableDb, scope: MatchScope = {}): MatchPlan {
  const plan = planMatches(tx, context.now(), scope)
  for (const { contentId, sampleId } of plan.matched) {
    put(context, tx, 'samplePosts', null, { sampleId, contentId, verdict: 'open', how: 'matched' })
  }
  for (const { contentId, campaignId } of plan.campaigns) put(context, tx, 'contents', contentId, { campaignId })
  return plan
}

/** What matching would do; writes nothing. */
export function planMatches(db: ReadableDb, now: number, { listId, contentIds }: MatchScope = {}): MatchPlan {
  const merged = mergedCreators(db)
  const personOf = (id: string) => merged.get(id) ?? id
  const known = allSamples(db, now).filter(({ state }) => MATCHED_STATES.has(state))
  const samples = samplesByCreator(db, known)
  const campaigns = readCampaigns(db, personOf)
  const persons = new Set([...samples.keys(), ...campaigns.flatMap(({ creators }) => [...creators])])
  const names = [...persons, ...[...merged].flatMap(([loser, winner]) => (persons.has(winner) ? [loser] : []))]
  const asked = contentIds ?? (listId === undefined ? null : contentsOfList(db, listId))
  const rows = postsOfCreators(db, names, asked)
  const ids = rows.map(({ id }) => id)
  const shows = grouped(productsInPosts(db, ids), ([id]) => id)
  const pairs = grouped(pairsOfPosts(db, ids), ({ contentId }) => contentId)
  const matches: PostMatch[] = []
  const ofCampaign: { contentId: string; campaignIds: readonly string[] }[] = []
  for (const row of rows) {
    const post = toPost(row, shows.get(row.id) ?? [], personOf)
    const links = (pairs.get(row.id) ?? []).map(({ removed, ...pair }) => ({ ...pair, removed: removed === 1 }))
    matches.push(...matchPost(post, samples.get(post.creatorId) ?? [], links))
    const found = row.campaignId === null ? campaignsOf(post, campaigns) : []
    if (found.length > 0) ofCampaign.push({ contentId: row.id, campaignIds: found })
  }
  return {
    posts: rows.length,
    matched: matches.flatMap(({ sampleId, ...match }) => (sampleId === null ? [] : [{ ...match, sampleId }])),
    questions: matches.filter(({ sampleId }) => sampleId === null),
    campaigns: ofCampaign.flatMap(({ contentId, campaignIds: [campaignId, second] }) =>
      campaignId === undefined || second !== undefined ? [] : [{ contentId, campaignId }],
    ),
    campaignQuestions: ofCampaign.filter(({ campaignIds }) => campaignIds.length > 1),
    samples: new Map(known.map((sample) => [sample.id, sample])),
    rows: new Map(rows.map((row) => [row.id, row])),
  }
}

function toPost(
  row: PostRow,
  shows: readonly (readonly [string, string, string | null])[],
  personOf: (id: string) => string,
): MatchPost {
  const named = shows.map(([, shopId, productId]) => ({ shopId, productId }))
  const own = row.shopId === null || named.length > 0 ? [] : [{ shopId: row.shopId, productId: null }]
  const { id, postedAt, postedDay } = row
  return {
    id,
    creatorId: personOf(row.creatorId),
    shows: [...named, ...own],
    postedAt,
    postedDay: postedDay ?? (postedAt === null ? null : dayInZone(postedAt, 'UTC')),
  }
}

function samplesByCreator(db: ReadableDb, known: readonly KnownSample[]): ReadonlyMap<string, MatchSample[]> {
  const zones = new Map(allShops(db).map(({ id, timezone }) => [id, timezone]))
  const moment = (at: number | null | undefined, shopId: string) =>
    at === null || at === undefined ? null : { at, day: dayInZone(at, zones.get(shopId) ?? 'UTC') }
  const samples = known.map((sample): MatchSample => {
    const { id, creatorId, shopId, productId, state, dates, parcels, deadlines } = sample
    const firstOf = (instants: readonly (number | null)[]) =>
      instants.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)
    const shipped = dates.shipped ?? firstOf(parcels.map(({ shippedAt }) => shippedAt))
    const delivered = dates.delivered ?? firstOf(parcels.map(({ deliveredAt }) => deliveredAt))
    const { lastDay } = deadlines
    return {
      id,
      creatorId,
      shopId,
      productId,
      state,
      shipped: moment(shipped, shopId),
      delivered: moment(delivered, shopId),
      lastDay,
    }
  })
  return grouped(samples, ({ creatorId }) => creatorId)
}

function readCampaigns(db: ReadableDb, personOf: (id: string) => string): MatchCampaign[] {
  const products = grouped(productsOfCampaigns(db), ([id]) => id)
  const creators = grouped(creatorsOfCampaigns(db), ([id]) => id)
  return campaignsToMatch(db).map((campaign) => ({
    ...campaign,
    products: new Set((products.get(campaign.id) ?? []).map(([, productId]) => productId)),
    creators: new Set((creators.get(campaign.id) ?? []).map(([, creatorId]) => personOf(creatorId))),
  }))
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
