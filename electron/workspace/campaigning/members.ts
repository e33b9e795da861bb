/** Creators of a campaign: what they get now and later, which brief they have, how they are paid. */

import type { ReadableDb } from '../../../db/database'
import { listBriefs, listBriefSends, listBriefVersions } from '../../../db/repositories/briefs'
import {
  creatorNames,
  listCampaignProducts,
  listCampaignRates,
  listPayTerms,
  samplesByCreator,
} from '../../../db/repositories/campaigns'
import type { Campaign, CampaignCreator } from '../../../shared/contract/campaign-views'
import {
  heldRate,
  type LockDays,
  type MemberState,
  promotingSince,
  type RateEntry,
  ratesAhead,
  type RateSubject,
} from '../../../shared/domain/campaigns'
import { byVersion, versionNames } from '../../../shared/domain/briefs'
import { addDays } from '../../../shared/domain/days'
import { PAY_MODELS } from '../../../shared/domain/pay-models'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { ownRules } from '../lookups/markets'
import { lockOf, type Member, membersOf, todayOf } from './plans'

export interface MemberFilter {
  readonly state?: MemberState | undefined
  readonly search: string
  readonly offset: number
  readonly limit: number
}

/** A page of creators by handle. */
export function pageMembers(
  context: WorkspaceContext,
  db: ReadableDb,
  campaign: Campaign,
  { state, search, offset, limit }: MemberFilter,
): { rows: CampaignCreator[]; total: number } {
  const all = membersOf(db, [campaign.id])
  const names = creatorNames(
    db,
    all.map((member) => member.creatorId),
  )
  const wanted = search.trim().toLowerCase().replace(/^@/u, '')
  const named = all
    .map((member) => ({ member, ...(names.get(member.creatorId) ?? { handle: member.creatorId, displayName: null }) }))
    .filter(
      ({ member, handle, displayName }) =>
        (state === undefined || member.state === state) &&
        (wanted === '' || `${handle} ${displayName ?? ''} ${member.owner ?? ''}`.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => (a.handle < b.handle ? -1 : a.handle > b.handle ? 1 : 0))
  const sight = sightOf(context, db, campaign)
  return { total: named.length, rows: named.slice(offset, offset + limit).map((one) => viewOf(one, sight)) }
}

interface Sight {
  readonly today: string
  readonly lock: LockDays
  readonly entries: readonly RateEntry[]
  /** What has a rate of its own, with its name. */
  readonly subjects: readonly { readonly name: string; readonly subject: NonNullable<RateSubject> }[]
  readonly briefs: ReadonlyMap<string, NonNullable<CampaignCreator['brief']>>
  readonly pay: (creator: string) => CampaignCreator['pay']
  readonly samples: ReadonlyMap<string, number>
}

function sightOf(context: WorkspaceContext, db: ReadableDb, campaign: Campaign): Sight {
  const entries = listCampaignRates(db, [campaign.id])
  const merged = mergedCreators(db)
  const living = (id: string) => merged.get(id) ?? id
  const terms = listPayTerms(db, campaign.id)
  const samples = new Map<string, number>()
  for (const [id, count] of samplesByCreator(db, campaign.id)) {
    samples.set(living(id), (samples.get(living(id)) ?? 0) + count)
  }
  const isOf = (creator: string) => (term: (typeof terms)[number]) =>
    term.creatorId === null || living(term.creatorId) === creator
  return {
    today: todayOf(context, campaign),
    lock: lockOf(campaign.market, ownRules(db)),
    entries,
    subjects: subjectsOf(entries, listCampaignProducts(db, [campaign.id])),
    briefs: briefsOf(db, campaign.id, living),
    pay: (creator) => {
      const models = new Set(terms.filter(isOf(creator)).map(({ model }) => model))
      return PAY_MODELS.filter((model) => models.has(model))
    },
    samples,
  }
}

interface SoldProduct {
  readonly productId: string
  readonly name: string | null
  readonly category: string | null
}

/** Products and categories that rates name. */
function subjectsOf(entries: readonly RateEntry[], products: readonly SoldProduct[]): Sight['subjects'] {
  const byId = new Map(products.map((product) => [product.productId, product]))
  const named = [...new Set(entries.flatMap(({ productId }) => productId ?? []))].map((productId) => ({
    name: byId.get(productId)?.name ?? productId,
    subject: { productId, category: byId.get(productId)?.category ?? null },
  }))
  const categories = new Set(entries.flatMap(({ productId, category }) => (productId === null && category) || []))
  return [...named, ...[...categories].map((category) => ({ name: category, subject: { productId: '', category } }))]
}

interface Named {
  readonly member: Member
  readonly handle: string
  readonly displayName: string | null
}

function viewOf({ member, handle, displayName }: Named, sight: Sight): CampaignCreator {
  const { today, lock, entries } = sight
  const { id, creatorId, state, joinedOn, rate, owner, note } = member
  const since = promotingSince(state, joinedOn)
  const kept = sight.subjects.flatMap(({ name, subject }) => {
    const held = rate === null ? heldRate(entries, subject, since, today, lock) : null
    return held?.lockedUntil ? [{ name, rate: held.rate, lastDay: addDays(held.lockedUntil, -1) }] : []
  })
  return {
    id,
    creatorId,
    handle,
    displayName,
    state,
    joinedOn,
    ownRate: rate,
    ahead: rate === null ? [...ratesAhead(entries, null, since, today, lock)] : [{ rate, lastDay: null }],
    kept,
    brief: sight.briefs.get(creatorId) ?? null,
    pay: [...sight.pay(creatorId)],
    samples: sight.samples.get(creatorId) ?? 0,
    owner,
    note,
  }
}

/** The newest brief of the campaign that each creator got. */
function briefsOf(db: ReadableDb, campaignId: string, living: (id: string) => string): Sight['briefs'] {
  const briefs = new Map(listBriefs(db, { campaignId }).map((brief) => [brief.id, brief]))
  const versions = listBriefVersions(db, [...briefs.keys()])
  const byBrief = new Map(
    [...briefs.keys()].map((id) => {
      const own = versions.filter(({ briefId }) => briefId === id).toSorted(byVersion)
      return [id, { names: versionNames(own), newest: own.at(-1)?.id }]
    }),
  )
  const found = new Map<string, NonNullable<CampaignCreator['brief']>>()
  // Oldest first: the last one stays.
  for (const { briefId, briefVersionId, creatorId } of listBriefSends(db, [...briefs.keys()])) {
    const known = byBrief.get(briefId)
    found.set(living(creatorId), {
      briefId,
      title: briefs.get(briefId)?.title ?? briefId,
      version: known?.names.get(briefVersionId) ?? '?',
      older: briefVersionId !== known?.newest,
    })
  }
  return found
}
