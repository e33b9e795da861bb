/** What every sample costs, with the defaults and unit costs that it takes its parts from, as reports and wallets see it. */

import type { ReadableDb } from '../../../db/database'
import {
  listSampleCosts,
  listSampleDefaults,
  type SampleCostRow,
  type SampleDefaultRow,
} from '../../../db/repositories/sample-costs'
import type { Shop } from '../../../shared/contract/shops'
import { dayInZone } from '../../../shared/domain/days'
import { expectedSampleCost, sampleCost, type SampleCost } from '../../../shared/domain/sample-costs'
import { SAMPLE, SAMPLE_STATES, type SampleState } from '../../../shared/domain/samples'
import { allProductCosts, type KnownCostLine, type KnownProductCost } from './costs'
import { allShops } from './shops'

export interface CostedSample extends Omit<SampleCostRow, 'state' | 'closedFrom' | 'currency'> {
  readonly state: SampleState
  /** The shop's. */
  readonly currency: string
  /** In the shop's zone; null until it was shipped. */
  readonly shippedDay: string | null
  readonly approvedDay: string | null
  /** What it costs as it stands: nothing before it was shipped. */
  readonly cost: SampleCost
  /** What it costs, or will once it is shipped. */
  readonly expected: SampleCost
}

/** Every living sample with its cost. */
export function allSampleCosts(db: ReadableDb): CostedSample[] {
  const shops = new Map(allShops(db).map((shop) => [shop.id, shop]))
  const unitCostOf = unitCosts(allProductCosts(db))
  const usualOf = usualCosts(listSampleDefaults(db))
  return listSampleCosts(db).flatMap((row) => {
    const shop = shops.get(row.shopId)
    return shop === undefined ? [] : [costed(row, shop, unitCostOf, usualOf)]
  })
}

/** A sample's part of the reports' costs. Freight is told apart, as typed costs are. */
export interface SampleCostLine {
  readonly sampleId: string
  readonly kind: 'sample' | 'freight'
  readonly shopId: string
  readonly creator: string | null
  readonly productId: string
  readonly contentId: null
  readonly campaign: string | null
  readonly staff: string | null
  readonly amount: number
  readonly currency: string
  /** Of the shop's zone. */
  readonly day: string
}

/**
 * The costs of samples as cost lines on the day they were shipped. A typed cost that names a sample takes the place of the
 * sample's own line of its kind, so that nothing counts twice.
 */
export function sampleCostLines(
  samples: readonly CostedSample[],
  typed: readonly Pick<KnownCostLine, 'sampleId' | 'kind'>[],
): SampleCostLine[] {
  const named = new Set(typed.flatMap(({ sampleId, kind }) => (sampleId ? [`${sampleId} ${kind}`] : [])))
  return samples.flatMap((sample) => {
    const { parts, known } = sample.cost
    const day = sample.shippedDay
    if (day === null || known === 0) return []
    const freight = parts.freight ?? 0
    const amounts = { sample: known - freight, freight } as const
    return (['sample', 'freight'] as const)
      .filter((kind) => amounts[kind] !== 0 && !named.has(`${sample.id} ${kind}`))
      .map((kind) => ({
        sampleId: sample.id,
        kind,
        shopId: sample.shopId,
        creator: sample.handle,
        productId: sample.productId,
        contentId: null,
        campaign: sample.campaign,
        staff: sample.owner,
        amount: amounts[kind],
        currency: sample.currency,
        day,
      }))
  })
}

type UnitCostOf = (shop: Shop, productId: string, day: string | null) => number | null
type UsualOf = (shop: Shop, productId: string) => Record<'packing' | 'freight' | 'duty', number | null>

function costed(row: SampleCostRow, shop: Shop, unitCostOf: UnitCostOf, usualOf: UsualOf): CostedSample {
  const { closedFrom, currency, ...rest } = row
  const state = stateOf(row.state) ?? SAMPLE.initial
  const shippedDay = row.shippedAt === null ? null : dayInZone(row.shippedAt, shop.timezone)
  // Amounts in a currency that is no longer the shop's say nothing in the shop's.
  const kept = currency === null || currency === shop.currency
  const own = (cell: number | null) => (kept ? cell : null)
  const spending = {
    quantity: row.quantity,
    parcels: row.parcels,
    own: {
      product: own(row.productCost),
      packing: own(row.packingCost),
      freight: own(row.freightCost),
      duty: own(row.dutyCost),
    },
    unitCost: unitCostOf(shop, row.productId, shippedDay),
    perParcel: usualOf(shop, row.productId),
    crossBorder: shop.crossBorder,
  }
  return {
    ...rest,
    state,
    currency: shop.currency,
    shippedDay,
    approvedDay: row.approvedAt === null ? null : dayInZone(row.approvedAt, shop.timezone),
    cost: sampleCost({ ...spending, state, closedFrom: stateOf(closedFrom) }),
    expected: expectedSampleCost(spending),
  }
}

function stateOf(text: string | null): SampleState | null {
  return SAMPLE_STATES.find((state) => state === text) ?? null
}

/** The unit cost in force on a day, today's where it was not shipped yet: the newest start that is not after it. */
function unitCosts(costs: readonly KnownProductCost[]): UnitCostOf {
  const byProduct = new Map<string, KnownProductCost[]>()
  // Newest start first, as they are listed.
  for (const cost of costs) {
    const key = `${cost.shopId} ${cost.productId}`
    const known = byProduct.get(key)
    if (known === undefined) byProduct.set(key, [cost])
    else known.push(cost)
  }
  return (shop, productId, day) =>
    byProduct
      .get(`${shop.id} ${productId}`)
      ?.find(({ fromDay, currency }) => currency === shop.currency && (day === null || fromDay <= day))?.unitCost ??
    null
}

function usualCosts(defaults: readonly SampleDefaultRow[]): UsualOf {
  const known = new Map(defaults.map((row) => [`${row.shopId} ${row.productId}`, row]))
  return (shop, productId) => {
    const cells = [known.get(`${shop.id} ${productId}`), known.get(`${shop.id} *`)].filter(
      (row) => row !== undefined && (row.currency === null || row.currency === shop.currency),
    )
    const first = (of: (row: SampleDefaultRow) => number | null) =>
      cells.map((row) => row && of(row)).find((cell) => cell !== null && cell !== undefined) ?? null
    return {
      packing: first((row) => row.packingCost),
      freight: first((row) => row.freightCost),
      duty: first((row) => row.dutyCost),
    }
  }
}
