/** Which shop and month settlement is about: one choice for all of its tabs, kept while the window is open. */

import { useQuery } from '@tanstack/react-query'

import type { Shop } from '../../../shared/contract/shops'
import { addDays } from '../../../shared/domain/days'
import { orpc } from '../../api'
import { chooseShop, usePlace } from '../../session/place'
import { useToday } from '../../session/scope'
import { useShops } from '../../session/shops'
import { createStore, useStore } from '../../session/store'

/** `YYYY-MM`; null: nobody chose one yet. */
const chosenMonth = createStore<string | null>(null)

export interface ShopMonth {
  /** The shop that the window looks at, else the first one; null: there is none. */
  readonly shop: Shop | null
  /** `YYYY-MM`; at first the one before this month, which is the one that is settled, or the last one that has lines. */
  readonly month: string
  readonly setShop: (id: string) => void
  readonly setMonth: (month: string) => void
}

export function useShopMonth(): ShopMonth {
  const { shopId } = usePlace()
  const shops = useShops()
  const chosen = useStore(chosenMonth)
  const shop = shops.find(({ id }) => id === shopId) ?? shops[0] ?? null
  const input = shop === null ? {} : { shops: [shop.id] }
  const { data } = useQuery({ ...orpc.roi.extent.queryOptions({ input }), enabled: shop !== null })
  const before = monthBefore(useToday())
  const last = data?.to?.slice(0, 7) ?? before
  return { shop, month: chosen ?? (last < before ? last : before), setShop: chooseShop, setMonth: chosenMonth.set }
}

function monthBefore(day: string): string {
  return addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
}
