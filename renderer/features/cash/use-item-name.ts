/** What an item of the calendar is called. */

import type { CashItemRow } from '../../../shared/contract/cash'
import { useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'

/** Kind, shop and title, as far as they are known. */
export function useItemName(): (item: CashItemRow) => string {
  const t = useText('cash')
  const shops = useShops()
  return ({ kind, shopId, title }) => {
    const shop = shops.find(({ id }) => id === shopId)?.name ?? ''
    const word = t(`kinds.${kind}`)
    return [word, title === word ? '' : title, shop].filter(Boolean).join(' · ')
  }
}
