import { expect, onTestFinished, test } from 'vitest'

import { FactsCache } from '../../db/facts/cache'
import { queryRoi } from '../../db/facts/roi-query'
import type { RoiShop } from '../../db/facts/types'
import { dayNumber } from '../../shared/domain/days'
import { at, giveLine, importFile, openFacts } from './support'

const SHOP: RoiShop = {
  id: 'shop-a',
  name: 'Alpha',
  clientId: null,
  clientName: '',
  market: 'US',
  currency: 'USD',
}

test('a few months are loaded alone, more are added to them, and every period keeps its figures', async () => {
  const facts = openFacts()
  onTestFinished(() => facts.close())
  // One order a month for 1, 2, 4 ... cents, so that every sum tells its months; the order of March goes on in April.
  const lines = Array.from({ length: 12 }, (_, month) =>
    giveLine({
      orderId: String(100 + month),
      created: at(`2025-${String(month + 1).padStart(2, '0')}-15T12:00:00`),
      payment: 2 ** month,
    }),
  )
  const more = giveLine({ orderId: '102', skuId: '9', created: at('2025-04-20T12:00:00'), payment: 4096 })
  await importFile(facts.db, { id: 'a', shopId: SHOP.id, kind: 'affiliateOrders', asof: 1, lines: [...lines, more] })
  const cache = new FactsCache(facts.db)
  const between = (from?: string, to?: string): readonly number[] => {
    const period = { ...(from && { from: dayNumber(from) }), ...(to && { to: dayNumber(to) }) }
    const query = { shops: [SHOP], currency: 'USD', factor: () => null, keys: [], ...period }
    const { gmv, orders } = queryRoi(cache, query, { via: 'scan' }).total
    return [gmv, orders]
  }
  const shop = cache.shopNumbers().get(SHOP.id)
  const loaded = (first: number, last: number): boolean =>
    cache.has(shop?.no ?? 0, shop?.version ?? 0, { first: 55 * 12 + first, last: 55 * 12 + last })
  expect(between('2025-03-01', '2025-03-31')).toEqual([4, 1])
  expect([loaded(2, 2), loaded(2, 3)]).toEqual([true, false])
  // April has its own order and the other half of March's.
  expect(between('2025-04-01', '2025-04-30')).toEqual([8 + 4096, 2])
  expect([loaded(2, 3), loaded(0, 11)]).toEqual([true, false])
  expect(between('2025-03-01', '2025-04-30')).toEqual([4 + 8 + 4096, 2])
  expect(between(undefined, '2025-02-28')).toEqual([1 + 2, 2])
  expect(between()).toEqual([4095 + 4096, 12])
  expect([loaded(0, 11), loaded(-Infinity, Infinity)]).toEqual([true, true])
  expect(between('2025-12-01')).toEqual([2048, 1])
})
