/** How many new creators a shop may write to this week: its market's rules, its GMV, its contacts. */

import type { ReadableDb } from '../../../db/database'
import { shopTouches } from '../../../db/repositories/outreach'
import { readSetting } from '../../../db/repositories/settings'
import type { ShopQuota } from '../../../shared/contract/outreach'
import type { Shop } from '../../../shared/contract/shops'
import { addDays, dayInZone } from '../../../shared/domain/days'
import { decimalsOf } from '../../../shared/domain/currencies'
import { MARKET_RULES, type MarketRuleName, SHIPPED_RULES } from '../../../shared/domain/market-packs'
import { latest, ruleInForce } from '../../../shared/domain/markets'
import { isWeekday, quotaOf, type QuotaBasis, readTiers } from '../../../shared/domain/quotas'
import { countsForQuota } from '../../../shared/domain/templates'
import { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { ownRules } from '../lookups/markets'
import { today } from '../support'

const DAYS = 30

/** What people said of a shop's number, in the settings that colleagues share. */
export function quotaKey(shopId: string): string {
  return `outreach.quota.${shopId}`
}

const Basis = z.discriminatedUnion('basis', [
  z.object({ basis: z.literal('tier') }),
  z.object({ basis: z.literal('own'), weekly: z.int().min(0) }),
  z.object({ basis: z.literal('once') }),
])

export async function shopQuota(context: WorkspaceContext, db: ReadableDb, shop: Shop): Promise<ShopQuota> {
  const now = context.now()
  const rule = marketRule(context, db, shop.market)
  const basis = basisOf(db, shop.id)
  const gmv = await gmvOf(context, shop, now)
  const merged = mergedCreators(db)
  const touches = shopTouches(db, shop.id).map(({ creatorId, at, kind, channel }) => ({
    creator: merged.get(creatorId) ?? creatorId,
    at,
    kind,
    counts: countsForQuota(channel),
  }))
  const weekStart = rule('inviteWeekStart')
  const quota = quotaOf({
    now,
    timezone: shop.timezone,
    basis,
    weekStart: weekStart !== null && isWeekday(weekStart) ? weekStart : null,
    tiers: readTiers(rule('invitesWeekly') ?? ''),
    newShop: number(rule('invitesNewShop')),
    gmv: gmv === null ? null : gmv / 10 ** decimalsOf(shop.currency),
    touches,
  })
  const { week, ...rest } = quota
  return {
    ...rest,
    shopId: shop.id,
    weekFrom: week.from,
    weekUntil: week.until,
    gmv,
    currency: shop.currency,
    messagesBeforeReply: number(rule('messagesBeforeReply')),
    source: sourceOf(context, db, shop.market, basis),
    basis: basis.basis,
  }
}

/** The value of a market's rule today: the agency's own row, else the shipped one, else null. */
export function marketRule(context: WorkspaceContext, db: ReadableDb, market: string) {
  const own = ownRules(db)
  const day = today(context)
  return (rule: MarketRuleName): string | null => ruleInForce(market, rule, day, own)
}

/** A whole number that a rule gives, or null. */
export function number(value: string | null): number | null {
  return value !== null && /^\d+$/u.test(value) ? Number(value) : null
}

function basisOf(db: ReadableDb, shopId: string): QuotaBasis {
  const read = Basis.safeParse(readSetting(db, quotaKey(shopId)))
  return read.success ? read.data : { basis: 'tier' }
}

/** Minor units of the last thirty whole days; null where no import says anything about them. */
async function gmvOf(context: WorkspaceContext, shop: Shop, now: number): Promise<number | null> {
  const to = addDays(dayInZone(now, shop.timezone), -1)
  const from = addDays(to, 1 - DAYS)
  const table = await context.client.roi.table({
    by: ['shop'],
    shops: [shop.id],
    from,
    to,
    currency: shop.currency,
    limit: 1,
  })
  const data = table.footnotes.shops.find(({ id }) => id === shop.id)
  return data?.dataTo !== undefined && data.dataTo !== null && data.dataTo >= from ? table.total.gmv : null
}

function sourceOf(context: WorkspaceContext, db: ReadableDb, market: string, basis: QuotaBasis): string | null {
  if (basis.basis === 'own') return 'Seller Center'
  const rule: (typeof MARKET_RULES)[number] = basis.basis === 'once' ? 'invitesNewShop' : 'invitesWeekly'
  const day = today(context)
  const fits = (row: { readonly market: string; readonly rule: string }): boolean =>
    row.market === market && row.rule === rule
  const row = latest(ownRules(db).filter(fits), day) ?? latest(SHIPPED_RULES.filter(fits), day)
  return row?.value === null ? null : (row?.source ?? null)
}
