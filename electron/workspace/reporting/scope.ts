/** From what a caller asks to what the fact store is asked: shops, currency, rates, costs and fees. */

import type { LineFilter, PlatformRate, RoiQuery, RoiShop } from '../../../db/facts/types'
import type { RoiScope } from '../../../shared/contract/roi'
import type { Shop } from '../../../shared/contract/shops'
import { decimalsOf } from '../../../shared/domain/currencies'
import { dayNumber, dayOfNumber } from '../../../shared/domain/days'
import { SHIPPED_RULES } from '../../../shared/domain/market-packs'
import type { OwnRule } from '../../../shared/domain/markets'
import { rateFinder, type RateInForce } from '../../../shared/domain/rates'
import type { z } from '../../../shared/schema'
import { isRecordId } from '../../../shared/sync/ids'
import type { WorkspaceContext } from '../context'
import type { Lists } from '../lookups/lists'
import { baseCurrency } from '../lookups/workspace'

export type Scope = z.output<typeof RoiScope>

export interface Scoped {
  readonly shops: readonly Shop[]
  readonly currency: string
  readonly query: Omit<RoiQuery, 'keys'>
  /** Rates that were used by the queries made with `query` so far. */
  readonly usedRates: () => readonly UsedRate[]
}

export interface UsedRate {
  readonly base: string
  readonly rate: RateInForce
}

/** Everything a query needs, read at one moment. */
export function scoped(context: WorkspaceContext, scope: Scope): Scoped {
  const opened = context.host.current()
  const { lists } = opened
  const shops = shopsIn(lists, scope)
  const currency = scope.currency ?? onlyCurrency(shops) ?? baseCurrency(opened)
  const rates = rateBook(lists, currency)
  return {
    shops,
    currency,
    usedRates: rates.used,
    query: {
      ...filterOf(lists, scope, shops),
      currency,
      factor: rates.factor,
      shops: shops.map(toRoiShop),
      costs: ofShops(lists.costs(), lists, shops),
      unitCosts: ofShops(lists.unitCosts(), lists, shops),
      platformRates: platformRates(shops, lists.ownRules()),
    },
  }
}

/** The shops of a scope, archived ones too: what they sold stays sold. */
export function shopsIn(
  lists: Lists,
  { shops, clients, markets }: Pick<Scope, 'shops' | 'clients' | 'markets'>,
): Shop[] {
  return lists
    .shops()
    .filter(
      (shop) =>
        (shops === undefined || shops.includes(shop.id)) &&
        (clients === undefined || (shop.clientId !== null && clients.includes(shop.clientId))) &&
        (markets === undefined || markets.includes(shop.market)),
    )
}

/** The part of a scope that picks lines. */
export function filterOf(lists: Lists, scope: Scope, shops: readonly Shop[]): LineFilter {
  const { creators, products, contents, contentTypes, statuses, from, to } = scope
  return {
    shopIds: shops.map(({ id }) => id),
    mergedCreators: lists.mergedCreators(),
    settledOnly: scope.settledOnly,
    ...(creators && { creators: creators.map(creatorIn) }),
    ...(products && { products }),
    ...(contents && { contents }),
    ...(contentTypes && { contentTypes }),
    ...(statuses && { statuses }),
    ...(from !== undefined && { from: dayNumber(from) }),
    ...(to !== undefined && { to: dayNumber(to) }),
  }
}

/** A record id, or a handle as people write it. */
function creatorIn(text: string): string {
  return isRecordId(text) ? text : text.replace(/^@/u, '').toLowerCase()
}

export function toRoiShop(shop: Shop): RoiShop {
  return {
    id: shop.id,
    name: shop.name,
    clientId: shop.clientId,
    clientName: shop.clientName ?? '',
    market: shop.market,
    currency: shop.currency,
  }
}

function onlyCurrency(shops: readonly Shop[]): string | null {
  const currencies = new Set(shops.map((shop) => shop.currency))
  return currencies.size === 1 ? ([...currencies][0] ?? null) : null
}

interface RateBook {
  readonly factor: (currency: string, day: number) => number | null
  readonly used: () => readonly UsedRate[]
}

/** Answers minor units of `quote` for one minor unit of a currency on a day, and remembers which rates it gave. */
export function rateBook(lists: Pick<Lists, 'rates' | 'rateLocks'>, quote: string): RateBook {
  const find = rateFinder(lists.rates(), lists.rateLocks())
  const known = new Map<string, RateInForce | null>()
  return {
    factor(base, day) {
      if (base === quote) {
        return 1
      }
      const key = `${base}${day}`
      let rate = known.get(key)
      if (rate === undefined) {
        rate = find(base, quote, dayOfNumber(day))
        known.set(key, rate)
      }
      return rate && rate.value * 10 ** (decimalsOf(quote) - decimalsOf(base))
    },
    used: () => {
      const byEntry = new Map(
        [...known].flatMap(([key, rate]) =>
          rate
            ? [
                [
                  `${key.slice(0, 3)} ${rate.locked} ${rate.entry.day} ${rate.entry.source} ${rate.entry.rate}`,
                  { base: key.slice(0, 3), rate },
                ] as const,
              ]
            : [],
        ),
      )
      return [...byEntry.values()]
    },
  }
}

/** The rows of the shops; the list itself where it can hold no others. */
function ofShops<R extends { readonly shopId: string }>(rows: readonly R[], lists: Lists, shops: readonly Shop[]) {
  const wanted = new Set(shops.map(({ id }) => id))
  return shops.length === lists.shops().length ? rows : rows.filter(({ shopId }) => wanted.has(shopId))
}

const BASIS_POINTS_PER_PERCENT = 100

/** The platform fee of each shop's market, own rows before shipped ones from their day on. */
function platformRates(shops: readonly Shop[], own: readonly OwnRule[]): PlatformRate[] {
  return shops.flatMap((shop) => {
    const mine = own.filter(({ market, rule }) => market === shop.market && rule === 'platformFee')
    const shipped = SHIPPED_RULES.filter(({ market, rule }) => market === shop.market && rule === 'platformFee')
    const firstOwn = mine.map(({ fromDay }) => fromDay).sort()[0]
    return [...shipped.filter(({ fromDay }) => firstOwn === undefined || (fromDay ?? '') < firstOwn), ...mine].flatMap(
      ({ value, fromDay }) =>
        value === null
          ? []
          : [
              {
                shopId: shop.id,
                fromDay: fromDay === null ? 0 : dayNumber(fromDay),
                basisPoints: Math.round(Number(value) * BASIS_POINTS_PER_PERCENT),
              },
            ],
    )
  })
}
