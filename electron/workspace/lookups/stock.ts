/** Sample stock as features see it: what is free of a product, which floors hold, and what a wish for a sample is answered. */

import type { ReadableDb } from '../../../db/database'
import {
  type MovementRow,
  sampleDefaults,
  sampleUses,
  stockMovements,
  type StockScope,
  tripSteps,
} from '../../../db/repositories/stock'
import { type SampleStep, tripsOf } from '../../../shared/domain/sample-trips'
import {
  floorsInForce,
  isReserving,
  MOVEMENT_KINDS,
  type ProductStock,
  type SampleUse,
  type StockFloors,
  type StockMovement,
  stockOf,
} from '../../../shared/domain/stock'

export type KnownUse = SampleUse & { readonly creatorId: string | null }
export type KnownMovement = StockMovement & { readonly reason: string | null }

export interface StockBook {
  /** One product's stock. */
  of(shopId: string, productId: string): ProductStock
  /** What samples of the product took and hold. */
  uses(shopId: string, productId: string): readonly KnownUse[]
  movements(shopId: string, productId: string): readonly KnownMovement[]
  floors(shopId: string, productId: string): StockFloors
  /** Every product that has a movement or a sample, as `[shopId, productId]`. */
  readonly products: readonly (readonly [shopId: string, productId: string])[]
}

/**
 * Reads what it takes once; each product is worked out when it is asked for.
 *
 * It knows what was committed: a command that promises several samples subtracts its own as it goes.
 */
export function openStock(db: ReadableDb, scope: StockScope = {}): StockBook {
  const movements = grouped(stockMovements(db, scope).flatMap(toMovement))
  const uses = usesByProduct(db, scope)
  const floors = new Map(sampleDefaults(db, scope.shopId).map((row) => [keyOf(row.shopId, row.productId), row]))
  const known = new Map<string, ProductStock>()
  return {
    of: (shopId, productId) => {
      const key = keyOf(shopId, productId)
      const stock = known.get(key) ?? stockOf(movements.get(key) ?? [], uses.get(key) ?? [])
      known.set(key, stock)
      return stock
    },
    movements: (shopId, productId) => movements.get(keyOf(shopId, productId)) ?? [],
    uses: (shopId, productId) => uses.get(keyOf(shopId, productId)) ?? [],
    floors: (shopId, productId) =>
      floorsInForce(floors.get(keyOf(shopId, productId)) ?? null, floors.get(keyOf(shopId, '*')) ?? null),
    products: [...new Set([...movements.keys(), ...uses.keys()])].map(partsOf),
  }
}

/** Free pieces of a product, or null where nobody keeps stock of it: as `stockAnswer` asks. */
export function freePieces(stock: ProductStock): number | null {
  return stock.known ? stock.free : null
}

interface OfProduct {
  readonly shopId: string
  readonly productId: string
}

const SEPARATOR = '\u001F'
const keyOf = (shopId: string, productId: string): string => `${shopId}${SEPARATOR}${productId}`
const partsOf = (key: string): readonly [string, string] => {
  const at = key.indexOf(SEPARATOR)
  return [key.slice(0, at), key.slice(at + 1)]
}

function grouped<T extends OfProduct>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row.shopId, row.productId)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** A kind that this build does not know moves nothing. */
function toMovement({ kind, ...row }: MovementRow): (KnownMovement & OfProduct)[] {
  const known = MOVEMENT_KINDS.find((one) => one === kind)
  return known ? [{ ...row, kind: known }] : []
}

function usesByProduct(db: ReadableDb, scope: StockScope): ReadonlyMap<string, readonly (KnownUse & OfProduct)[]> {
  const steps = new Map<string, SampleStep[]>()
  for (const { sampleId, ...step } of tripSteps(db, scope)) {
    const list = steps.get(sampleId)
    if (list) list.push(step)
    else steps.set(sampleId, [step])
  }
  const uses = sampleUses(db, scope).map(({ id, state, ...sample }) => ({
    ...sample,
    reserved: state !== null && isReserving(state),
    trips: tripsOf(steps.get(id) ?? []),
  }))
  return grouped(uses)
}
