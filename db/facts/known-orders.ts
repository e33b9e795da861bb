/** Which shops know an order: a look into the merged order lines by id. */

import type { Database } from 'better-sqlite3'

import { shopNumber } from './dims'
import { idHalves, IdMap, idHex } from './id-map'
import { SegmentStore } from './segment-store'

/** How many of some orders, by decimal id, the shop has lines of. */
export function knownOrders(db: Database, shopId: string, ids: readonly string[]): number {
  const shopNo = shopNumber(db, shopId, false)
  if (shopNo === 0 || ids.length === 0) return 0
  const wanted = new IdMap()
  const hexes = ids.map((id) => {
    const { high, low } = idHalves(id)
    if (wanted.get(high, low) === 0) wanted.add(high, low, wanted.size + 1)
    return idHex(high, low)
  })
  const found = new Set<number>()
  const store = new SegmentStore(db, 'workspace')
  for (const { month, orderMin, orderMax } of store.heads(shopNo)) {
    if (!hexes.some((hex) => hex >= orderMin && hex <= orderMax)) continue
    const rows = store.rows(shopNo, month)
    for (let i = 0; i < (rows?.length ?? 0); i++) {
      const number = wanted.get(rows!.orderHigh[i]!, rows!.orderLow[i]!)
      if (number !== 0) found.add(number)
    }
  }
  return found.size
}
