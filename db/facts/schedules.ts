/** Figures that hold from a day until the next entry: product unit costs, platform fees. */

import type { FactsCache } from './cache'
import type { ByDay } from './scan'
import type { PlatformRate, UnitCost } from './types'

interface DatedCost {
  readonly fromDay: number
  readonly unitCost: number
  readonly currency: string
}

/** Unit costs of one shop's products, by product number. */
export class UnitCosts {
  private readonly byProduct = new Map<number, DatedCost[]>()
  /** 1 for products that have any. */
  readonly known: Uint8Array

  constructor(cache: FactsCache, shopNo: number, shopId: string, costs: readonly UnitCost[]) {
    const find = cache.db.prepare('SELECT no FROM dim_products WHERE shop_no = ? AND product_id = ?').pluck()
    for (const { shopId: of, productId, ...cost } of costs) {
      const no = of === shopId ? find.get(shopNo, productId) : undefined
      if (typeof no === 'number') {
        this.byProduct.set(no, [...(this.byProduct.get(no) ?? []), cost])
      }
    }
    this.known = new Uint8Array([...this.byProduct.keys()].reduce((most, no) => Math.max(most, no), 0) + 1)
    for (const [no, dated] of this.byProduct) {
      this.known[no] = 1
      this.byProduct.set(
        no,
        dated.toSorted((a, b) => a.fromDay - b.fromDay),
      )
    }
  }

  get isEmpty(): boolean {
    return this.byProduct.size === 0
  }

  /** The cost in force on a day, or undefined before the first. */
  inForce(product: number, day: number): DatedCost | undefined {
    return this.byProduct.get(product)?.findLast(({ fromDay }) => fromDay <= day)
  }
}

/** A shop's fee in force, in basis points, for a run of days; null where it has none at all. */
export function platformRateTable(
  rates: readonly PlatformRate[],
  shopId: string,
  { from, to }: { readonly from: number; readonly to: number },
): ByDay<Int32Array> | null {
  const own = rates.filter((rate) => rate.shopId === shopId).toSorted((a, b) => a.fromDay - b.fromDay)
  if (own.length === 0) {
    return null
  }
  const values = Int32Array.from(
    { length: to - from + 1 },
    (_, i) => own.findLast(({ fromDay }) => fromDay <= from + i)?.basisPoints ?? 0,
  )
  return { first: from, values }
}
