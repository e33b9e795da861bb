/**
 * Which of a shop's plans decides about a creator, a product and a day, and what it pays.
 *
 * Rules only; days are days of the shop's calendar, rates basis points.
 */

import {
  type CampaignKind,
  type CampaignState,
  heldRate,
  type LockDays,
  type MemberState,
  offeredAdsRate,
  offeredRate,
  promotingSince,
  type RatedProduct,
  type RateEntry,
  type RateScope,
} from './campaigns'

/** A campaign as far as it decides about a rate. */
export interface RatePlan {
  readonly id: string
  readonly kind: CampaignKind
  readonly state: CampaignState
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly entries: readonly RateEntry[]
  /** TikTok's numbers of its products; empty: all of the shop (open) or none that is known. */
  readonly products: readonly string[]
  /** The creator in question as a member; null: they are none. */
  readonly member: {
    readonly state: MemberState | null
    readonly joinedOn: string | null
    readonly rate: number | null
  } | null
}

export interface RateInForce {
  readonly campaignId: string
  readonly rate: number
  readonly from: 'creator' | RateScope
  readonly lockedUntil: string | null
  /** What an order brought by an ad pays. */
  readonly adsRate: number
  readonly adsFrom: 'targetAds' | 'openAds' | 'standard'
}

/** A partner's link holds during its campaign; a target plan always goes before an open one. */
const RANK: Readonly<Record<CampaignKind, number>> = { partner: 3, target: 2, flatFee: 2, open: 1 }

/**
 * The rate of creator × product × day over all plans of a shop; null: none has one. Within a plan the creator's own rate goes
 * before an exception, that before the rate of everything; of two plans of one rank the later one holds. Shop Ads: the ads rate of the
 * plan in force, else that of the open plan, else the standard rate. Sources: Open API, target collaborations; ads.tiktok.com,
 * open collaborations in Seller Center.
 */
export function rateInForce(
  plans: readonly RatePlan[],
  product: RatedProduct,
  day: string,
  lockDays: LockDays,
): RateInForce | null {
  const usable = plans.filter((plan) => holdsOn(plan, day) && reachesProduct(plan, product) && reachesMember(plan))
  const ranked = usable.toSorted(
    (a, b) =>
      RANK[b.kind] - RANK[a.kind] ||
      (b.fromDay ?? '').localeCompare(a.fromDay ?? '') ||
      (b.id < a.id ? -1 : b.id > a.id ? 1 : 0),
  )
  for (const plan of ranked) {
    const own = plan.member?.rate ?? null
    const offered = offeredRate(plan.entries, product, day)
    const since = promotingSince(plan.member?.state ?? null, plan.member?.joinedOn ?? null)
    const held = heldRate(plan.entries, product, since, day, lockDays)
    const rate = own ?? held?.rate
    if (rate === undefined) continue
    const open = ranked.find(({ kind }) => kind === 'open')
    return {
      campaignId: plan.id,
      rate,
      from: own === null ? (offered?.scope ?? 'all') : 'creator',
      lockedUntil: own === null ? (held?.lockedUntil ?? null) : null,
      ...adsRateOf(plan, open, product, { day, standard: rate }),
    }
  }
  return null
}

function holdsOn({ state, fromDay, toDay }: RatePlan, day: string): boolean {
  return state === 'running' && (fromDay === null || fromDay <= day) && (toDay === null || day <= toDay)
}

function reachesProduct({ kind, products }: RatePlan, { productId }: RatedProduct): boolean {
  return products.includes(productId) || (kind === 'open' && products.length === 0)
}

/** An open plan is for everybody who did not leave it; any other only for those who said yes. */
function reachesMember({ kind, member }: RatePlan): boolean {
  if (kind === 'open') return member?.state !== 'declined' && member?.state !== 'left'
  return member !== null && promotingSince(member.state, member.joinedOn) !== 'never'
}

function adsRateOf(
  plan: RatePlan,
  open: RatePlan | undefined,
  product: RatedProduct,
  { day, standard }: { readonly day: string; readonly standard: number },
): Pick<RateInForce, 'adsRate' | 'adsFrom'> {
  const own = offeredAdsRate(plan.entries, product, day)
  if (own !== null) return { adsRate: own, adsFrom: plan.kind === 'open' ? 'openAds' : 'targetAds' }
  const shared = open && offeredAdsRate(open.entries, product, day)
  return shared === undefined || shared === null
    ? { adsRate: standard, adsFrom: 'standard' }
    : { adsRate: shared, adsFrom: 'openAds' }
}
