/** The shops of the open workspace in their order; the list that switcher, palette and screens share. */

import { useQuery } from '@tanstack/react-query'

import type { Shop } from '../../shared/contract/shops'
import { orpc } from '../api'
import { usePlace } from './place'

const NONE: readonly Shop[] = []

/** Shops that are not archived, in the order of `Ctrl+1…9`. */
export function useShops(): readonly Shop[] {
  return useQuery(orpc.shops.list.queryOptions({ input: {} })).data ?? NONE
}

/** The shop the window looks at; null for all of them, and until they are known. */
export function useCurrentShop(): Shop | null {
  const { shopId } = usePlace()
  return useShops().find(({ id }) => id === shopId) ?? null
}

/** The shop that a new record is meant for: the one in view, or the only one there is. */
export function useLikelyShop(): Shop | null {
  const shops = useShops()
  const current = useCurrentShop()
  return current ?? (shops.length === 1 ? (shops[0] ?? null) : null)
}
