/** Campaigns as every part of the feature sees them: with their rates, whose day it is, and how long old rates are kept. */

import type { ReadableDb } from '../../../db/database'
import {
  type CampaignCreatorRow,
  type CampaignFilter,
  type CampaignRateRow,
  type CampaignRow,
  listCampaignCreators,
  listCampaignRates,
  listCampaigns,
} from '../../../db/repositories/campaigns'
import type { Campaign } from '../../../shared/contract/campaign-views'
import type { Shop } from '../../../shared/contract/shops'
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_STATES,
  type CampaignKind,
  type CampaignState,
  type LockDays,
  MEMBER_STATES,
  type MemberState,
  offeredAdsRate,
  offeredRate,
} from '../../../shared/domain/campaigns'
import { dayInZone } from '../../../shared/domain/days'
import { type OwnRule, ruleInForce } from '../../../shared/domain/markets'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { ownRules } from '../lookups/markets'
import { allShops } from '../lookups/shops'

/** Taken for markets of which nobody knows the lock: that of the markets that are known. */
const ASSUMED_LOCK_DAYS = 30

/** Campaigns in their order. */
export function campaignViews(db: ReadableDb, now: number, filter: CampaignFilter = {}): Campaign[] {
  const rows = listCampaigns(db, filter)
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const ids = rows.map(({ id }) => id)
  const rates = grouped(listCampaignRates(db, ids))
  const members = grouped(membersOf(db, ids))
  return rows.flatMap((row) => {
    const shop = shops.get(row.shopId)
    if (!shop) return []
    return [viewOf(row, shop, { now, rates: rates.get(row.id) ?? [], members: members.get(row.id)?.length ?? 0 })]
  })
}

/** The campaign of this id; refuses with `record.notFound`. */
export function campaignView(db: ReadableDb, now: number, id: string): Campaign {
  const [view] = campaignViews(db, now, { id })
  if (!view) throw new AppError('record.notFound', { entity: 'campaigns', id })
  return view
}

/** Today where the campaign's shop is. */
export function todayOf(context: WorkspaceContext, shop: Pick<Shop, 'timezone'>): string {
  return dayInZone(context.now(), shop.timezone)
}

/** How long old rates are kept in a market, by the day of the cut. */
export function lockOf(market: string, own: readonly OwnRule[]): LockDays {
  return (day) => Number(ruleInForce(market, 'rateCutLockDays', day, own) ?? ASSUMED_LOCK_DAYS)
}

export function isLockAssumed(db: ReadableDb, market: string, day: string): boolean {
  return ruleInForce(market, 'rateCutLockDays', day, ownRules(db)) === null
}

/** The bounds of a rate in a market, percent points as text. */
export function rateBounds(db: ReadableDb, market: string, day: string) {
  const own = ownRules(db)
  return {
    min: ruleInForce(market, 'commissionRateMin', day, own),
    max: ruleInForce(market, 'commissionRateMax', day, own),
  }
}

export interface Member {
  /** Of the membership. */
  readonly id: string
  readonly campaignId: string
  /** The living creator. */
  readonly creatorId: string
  readonly state: MemberState
  readonly joinedOn: string | null
  readonly rate: number | null
  readonly owner: string | null
  readonly note: string | null
}

/**
 * Members of these campaigns (of all where none are named), of one creator or all; people under their living names. Of two
 * memberships of one person the one under their living name counts, joined as early as either.
 */
export function membersOf(
  db: ReadableDb,
  campaigns: readonly string[] | null,
  creator: string | null = null,
): Member[] {
  const merged = mergedCreators(db)
  const others = [...merged].flatMap(([loser, winner]) => (winner === creator ? [loser] : []))
  const byKey = new Map<string, CampaignCreatorRow>()
  const rows = listCampaignCreators(db, { campaigns, creators: creator === null ? null : [creator, ...others] })
  for (const row of rows) {
    const living = merged.get(row.creatorId) ?? row.creatorId
    const key = `${row.campaignId} ${living}`
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? row : folded(known, row, living))
  }
  return [...byKey.values()].map((row) => ({
    ...row,
    creatorId: merged.get(row.creatorId) ?? row.creatorId,
    state: MEMBER_STATES.find((state) => state === row.state) ?? ('invited' satisfies MemberState),
  }))
}

export function kindOf(text: string | null): CampaignKind {
  return CAMPAIGN_KINDS.find((kind) => kind === text) ?? 'open'
}

export function stateOf(text: string | null): CampaignState {
  return CAMPAIGN_STATES.find((state) => state === text) ?? 'draft'
}

function folded(known: CampaignCreatorRow, other: CampaignCreatorRow, living: string): CampaignCreatorRow {
  const [first, second] = other.creatorId === living ? [other, known] : [known, other]
  const joined = [first, second].flatMap(({ joinedOn }) => joinedOn ?? []).sort()[0] ?? null
  return { ...first, joinedOn: joined, rate: first.rate ?? second.rate }
}

interface Beside {
  readonly now: number
  readonly rates: readonly CampaignRateRow[]
  readonly members: number
}

function viewOf(row: CampaignRow, shop: Shop, { now, rates, members }: Beside): Campaign {
  const day = dayInZone(now, shop.timezone)
  const narrow = rates.filter(({ productId, category, fromDay }) => (productId ?? category) !== null && fromDay <= day)
  return {
    ...row,
    shopName: shop.name,
    market: shop.market,
    timezone: shop.timezone,
    name: row.name ?? row.id,
    kind: kindOf(row.kind),
    state: stateOf(row.state),
    currency: row.currency ?? shop.currency,
    coldStart: row.coldStart === 1,
    rate: offeredRate(rates, null, day)?.entry.rate ?? null,
    adsRate: offeredAdsRate(rates, null, day),
    exceptions: new Set(narrow.map(({ productId, category }) => `${productId ?? ''} ${category ?? ''}`)).size,
    creators: members,
  }
}

function grouped<R extends { readonly campaignId: string }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(row.campaignId)
    if (group === undefined) groups.set(row.campaignId, [row])
    else group.push(row)
  }
  return groups
}
