/** Which shop and month settlement is about: one choice for all of its tabs, kept while the window is open. */

import { useQuery } from '@tanstack/react-query'

import type { Shop } from '../../../shared/contract/shops'
import { orpc } from '../../api'
import { chooseShop, usePlace } from '../../session/place'
import { useToday } from '../../session/scope'
import { useShops } from '../../session/shops'
import { createStore, useStore } from '../../session/store'
import { monthToShow } from './shop-month'

/** `YYYY-MM`; null: nobody chose one yet. */
const chosenMonth = createStore<string | null>(null)

export interface ShopMonth {
  /** The shop that the window looks at, else the first one; null: there is none. */
  readonly shop: Shop | null
  /** `YYYY-MM`; null: not known yet. */
  readonly month: string | null
  readonly setShop: (id: string) => void
  readonly setMonth: (month: string) => void
}

export function useShopMonth(): ShopMonth {
  const { shopId } = usePlace()
  const shops = useShops()
  const chosen = useStore(chosenMonth)
  const shop = shops.find(({ id }) => id === shopId) ?? shops[0] ?? null
  const input = shop === null ? {} : { shops: [shop.id] }
  const { data, isError } = useQuery({ ...orpc.roi.extent.queryOptions({ input }), enabled: shop !== null })
  // Where it cannot be asked, the page that follows says why.
  const lastDay = isError ? null : data?.to
  const month = monthToShow({ chosen, lastDay, today: useToday() })
  return { shop, month, setShop: chooseShop, setMonth: chosenMonth.set }
}
