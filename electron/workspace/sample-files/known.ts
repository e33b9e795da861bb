/**
 * What there is of the samples that a file names: which record a row is about, which product an SKU belongs to.
 *
 * A row is about the record with the platform's number of its application, else of its order and SKU; else about a request
 * that somebody wrote down for this creator and product and that has no order yet. Otherwise it is a new sample, whose id
 * follows from those numbers, so that two people who take the same file in make one record.
 */

import { creatorId, naturalId } from '../../../db/capture/derived'
import type { ReadableDb } from '../../../db/database'
import type { Merged } from '../../../db/repositories/creators'
import {
  type KnownParcel,
  type KnownSample,
  type NamedProduct,
  parcelsOfShop,
  productsBySku,
  samplesOfShop,
} from '../../../db/repositories/sample-files'
import type { FileSample } from '../../../shared/domain/sample-rows'
import { isSampleState, type SampleState } from '../../../shared/domain/samples'

const DAY_MS = 86_400_000

export interface Found {
  readonly id: string
  /** Null: new. */
  readonly known: KnownSample | null
  /** Somebody's own record, now known to be this order. */
  readonly adopted: boolean
}

export interface FoundProduct {
  readonly productId: string
  readonly name: string | null
  /** False: no list and no order says which product the SKU belongs to; its own number stands in. */
  readonly isSure: boolean
}

/** What one row says, with its wall-clock times already instants. */
export interface DatedSample extends Omit<FileSample, 'requestedAt' | 'times'> {
  readonly requestedAt: number | null
  readonly dates: Readonly<Partial<Record<SampleState, number>>>
}

/** All that is known of one shop, each record given to one row at most. */
export class KnownOfShop {
  readonly #shopId: string
  readonly #merged: Merged
  readonly #byId: ReadonlyMap<string, KnownSample>
  readonly #byApplication: ReadonlyMap<string, KnownSample>
  readonly #byOrder: ReadonlyMap<string, readonly KnownSample[]>
  readonly #byCreator: ReadonlyMap<string, readonly KnownSample[]>
  readonly #parcels: ReadonlyMap<string, readonly KnownParcel[]>
  readonly #bySku: ReadonlyMap<string, string>
  readonly #names: ReadonlyMap<string, string | null>
  readonly #byName: ReadonlyMap<string, string | null>
  readonly #taken = new Set<string>()
  readonly #nth = new Map<string, number>()

  constructor(db: ReadableDb, shopId: string, merged: Merged, products: readonly NamedProduct[]) {
    const samples = samplesOfShop(db, shopId)
    this.#shopId = shopId
    this.#merged = merged
    this.#byId = new Map(samples.map((sample) => [sample.id, sample]))
    this.#byApplication = new Map(
      samples.flatMap((sample) => (sample.applicationId === null ? [] : [[sample.applicationId, sample] as const])),
    )
    this.#byOrder = grouped(samples, ({ orderId }) => orderId)
    this.#byCreator = grouped(samples, (sample) => this.person(sample.creatorId))
    this.#parcels = grouped(parcelsOfShop(db, shopId), ({ sampleId }) => sampleId)
    const own = products.filter((product) => product.shopId === shopId)
    const sure = productsBySku(db, shopId)
    const samplesSkus = samples.flatMap(({ skuId, productId }) =>
      skuId === null || productId === null || skuId === productId ? [] : [[skuId, productId] as const],
    )
    this.#bySku = new Map([...samplesSkus, ...sure])
    this.#names = new Map(own.map(({ productId, name }) => [productId, name]))
    // A name that two products have says nothing.
    const names = new Map<string, string | null>()
    for (const { productId, name } of own) {
      if (name !== null) names.set(nameKey(name), names.has(nameKey(name)) ? null : productId)
    }
    this.#byName = names
  }

  /** The creator that stands for this one. */
  person(id: string | null): string | null {
    return id === null ? null : (this.#merged.get(id) ?? id)
  }

  has(productId: string): boolean {
    return this.#names.has(productId)
  }

  parcelsOf(sampleId: string): readonly KnownParcel[] {
    return this.#parcels.get(sampleId) ?? []
  }

  product({ productId, skuId, productName }: DatedSample): FoundProduct {
    const sure = productId ?? (skuId === null ? null : (this.#bySku.get(skuId) ?? null))
    const found = sure ?? (productName === null ? null : (this.#byName.get(nameKey(productName)) ?? null))
    const id = found ?? skuId ?? ''
    return { productId: id, name: this.#names.get(id) ?? productName, isSure: found !== null }
  }

  /** The record that a row is about, which no other row gets. */
  find(row: DatedSample, productId: string): Found {
    const id = this.#idOf(row, productId)
    const exact = this.#byId.get(id) ?? this.#ofNumbers(row)
    const free = exact !== null && !this.#taken.has(exact.id) ? exact : null
    const own = free ?? (exact === null ? this.#ownRequest(row, productId) : null)
    const isNumbered = row.orderId !== null || row.applicationId !== null
    const found = { id: own?.id ?? id, known: own, adopted: own !== null && free === null && isNumbered }
    this.#taken.add(found.id)
    return found
  }

  #idOf({ applicationId, orderId, skuId, handle, requestedAt }: DatedSample, productId: string): string {
    if (applicationId !== null) return naturalId('sample', [this.#shopId, 'application', applicationId])
    if (orderId !== null) return naturalId('sample', [this.#shopId, 'order', orderId, skuId ?? productId])
    const parts = [this.#shopId, 'row', handle, productId, skuId ?? '', String(requestedAt ?? '')]
    const key = JSON.stringify(parts)
    const nth = this.#nth.get(key) ?? 0
    this.#nth.set(key, nth + 1)
    return naturalId('sample', [...parts, String(nth)])
  }

  #ofNumbers({ applicationId, orderId, skuId, productId }: DatedSample): KnownSample | null {
    const asked = applicationId === null ? undefined : this.#byApplication.get(applicationId)
    if (asked !== undefined) return asked
    if (orderId === null) return null
    const fits = (this.#byOrder.get(orderId) ?? []).filter(
      (one) =>
        (one.skuId === null || skuId === null
          ? productId === null || one.productId === productId
          : one.skuId === skuId) &&
        (applicationId === null || one.applicationId === null) &&
        !this.#taken.has(one.id),
    )
    return fits[0] ?? null
  }

  /** A record of this creator and product that carries none of the platform's numbers against the row. */
  #ownRequest(row: DatedSample, productId: string): KnownSample | null {
    const all = this.#byCreator.get(this.person(creatorId(row.handle)) ?? '') ?? []
    const same = all.filter(
      (one) =>
        !this.#taken.has(one.id) &&
        (one.productId === productId || (one.skuId !== null && one.skuId === row.skuId)) &&
        (one.skuId === null || row.skuId === null || one.skuId === row.skuId) &&
        (one.orderId === null || row.orderId === null) &&
        (one.applicationId === null || row.applicationId === null),
    )
    // A row without numbers is the very request that was written down, or a new one.
    if (row.orderId === null && row.applicationId === null) {
      return same.find((one) => seconds(one.requestedAt) === seconds(row.requestedAt)) ?? null
    }
    const asked = row.requestedAt
    return (
      same
        .filter((one) => one.orderId === null && OPEN.has(stateOf(one)))
        .filter((one) => asked === null || one.requestedAt === null || one.requestedAt <= asked + DAY_MS)
        .toSorted((a, b) => (a.requestedAt ?? 0) - (b.requestedAt ?? 0) || (a.id < b.id ? -1 : 1))[0] ?? null
    )
  }
}

const OPEN: ReadonlySet<SampleState> = new Set(['requested', 'approved', 'packed', 'shipped'])

export function stateOf({ state }: KnownSample): SampleState {
  return isSampleState(state) ? state : 'requested'
}

function seconds(instant: number | null): number | null {
  return instant === null ? null : Math.floor(instant / 1000)
}

function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
