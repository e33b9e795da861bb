/** What pasting below the last cost adds: rows of the shop that is chosen, of today unless they say another day. */

import { useMemo } from 'react'

import type { Adding, FieldValue } from '../../grid/edit'
import { useToday } from '../../session/scope'
import { useCurrentShop } from '../../session/shops'

/** Nothing while all shops are shown: a cost belongs to one, and its currency is that shop's. */
export function useAdding(
  entity: 'costLines' | 'productCosts',
  fields: Readonly<Record<string, FieldValue>>,
  dayField: string,
): Adding | undefined {
  const shop = useCurrentShop()
  const today = useToday()
  const more = JSON.stringify(fields)
  return useMemo(
    () =>
      shop
        ? {
            entity,
            // Written by the line above.
            fields: {
              ...(JSON.parse(more) as Record<string, FieldValue>),
              shopId: shop.id,
              currency: shop.currency,
              [dayField]: today,
            },
          }
        : undefined,
    [entity, more, dayField, shop, today],
  )
}
