/** What taking a file of samples in would write, row by row, and what it would not: the very plan that writing carries out. */

import { creatorId } from '../../../db/capture/derived'
import type { ReadableDb } from '../../../db/database'
import { Pacer } from '../../../db/facts/pacer'
import { knownCreators } from '../../../db/repositories/creator-lists'
import { handlesOf } from '../../../db/repositories/creators'
import type { Fields } from '../../../db/repositories/record-puts'
import { type KnownSample, productsOfAll } from '../../../db/repositories/sample-files'
import type { Hidden } from '../../../shared/contract/masks'
import type { SampleContradiction } from '../../../shared/contract/sample-files'
import type { Shop } from '../../../shared/contract/shops'
import { followOf } from '../../../shared/domain/sample-follow'
import type { FileSample, SampleFileKind, SampleReject } from '../../../shared/domain/sample-rows'
import { mergedCreators } from '../lookups/creators'
import type { Reporter } from '../progress'
import { openClock } from './clock'
import { changedFields, newFields, parcelsOf } from './fields'
import { type DatedSample, KnownOfShop, stateOf } from './known'
import type { PlannedSample } from './planned'

const CHUNK = 500

export interface SamplePlan {
  readonly planned: readonly PlannedSample[]
  readonly contradictions: readonly SampleContradiction[]
  readonly rejects: readonly SampleReject[]
  readonly erased: number
  /** Handles of creators that nobody knows yet, by id. */
  readonly newCreators: ReadonlyMap<string, string>
  /** Rows of products that other shops have and the row's shop has not. */
  readonly strangers: number
}

export interface PlanInput {
  readonly kind: SampleFileKind
  readonly shop: Shop
  readonly shops: readonly Shop[]
  readonly hidden: Hidden | null
}

export async function planSamples(
  db: ReadableDb,
  samples: readonly FileSample[],
  input: PlanInput,
  reporter: Reporter,
): Promise<SamplePlan> {
  const planner = new Planner(db, input)
  const pacer = new Pacer()
  for (let at = 0; at < samples.length; at += CHUNK) {
    const chunk = samples.slice(at, at + CHUNK)
    planner.meet(chunk)
    for (const sample of chunk) {
      planner.plan(sample)
      await pacer.breathe()
    }
    reporter.checkWanted()
    reporter.report({ step: 'merge', done: at, total: samples.length })
  }
  return planner.result()
}

class Planner {
  readonly #db: ReadableDb
  readonly #input: PlanInput
  readonly #merged
  readonly #products
  readonly #elsewhere: ReadonlySet<string>
  readonly #known = new Map<string, KnownOfShop>()
  readonly #clocks = new Map<string, (localSecond: number) => number>()
  readonly #shopsByName: ReadonlyMap<string, Shop>
  readonly #people = new Map<string, 'known' | 'new' | 'erased'>()
  readonly #planned: PlannedSample[] = []
  readonly #contradictions: SampleContradiction[] = []
  readonly #rejects: SampleReject[] = []
  readonly #newCreators = new Map<string, string>()
  #erased = 0
  #strangers = 0

  constructor(db: ReadableDb, input: PlanInput) {
    this.#db = db
    this.#input = input
    this.#merged = mergedCreators(db)
    this.#products = productsOfAll(db)
    this.#elsewhere = new Set(this.#products.map(({ productId }) => productId))
    this.#shopsByName = new Map(
      input.shops.flatMap((shop) =>
        [shop.name, shop.shopCode, shop.id].flatMap((name) => (name === null ? [] : [[nameOf(name), shop] as const])),
      ),
    )
  }

  /** Looks up the creators of rows that are about to be planned. */
  meet(samples: readonly FileSample[]): void {
    const handles = new Map(samples.map(({ handle }) => [creatorId(handle), handle]))
    const known = knownCreators(this.#db, [...handles.keys()])
    for (const [id, handle] of handles) {
      const person = known.get(id)
      const state = person === undefined || person.deleted === 1 ? 'new' : 'known'
      this.#people.set(id, person?.erased === 1 ? 'erased' : state)
      if (state === 'new' && person?.erased !== 1) this.#newCreators.set(id, handle)
    }
  }

  plan(sample: FileSample): void {
    const id = creatorId(sample.handle)
    if (this.#people.get(id) === 'erased') {
      this.#erased += 1
      return
    }
    const shop = sample.shop === null ? this.#input.shop : this.#shopsByName.get(nameOf(sample.shop))
    if (shop === undefined) {
      this.#rejects.push({ row: sample.row, column: 'shop', code: 'shopUnknown', value: sample.shop ?? '' })
      return
    }
    const known = this.#knownOf(shop)
    const row = dated(sample, this.#clockOf(shop))
    const product = known.product(row)
    if (product.isSure && !known.has(product.productId) && this.#elsewhere.has(product.productId)) this.#strangers += 1
    const found = known.find(row, product.productId)
    const wrong = found.known === null ? null : this.#against(known, row, found.known, id)
    if (wrong === null) this.#planned.push(this.#planOf(known, { row, shop, found, product, creatorId: id }))
    else {
      this.#contradictions.push({
        row: row.row,
        sampleId: found.id,
        handle: row.handle,
        product: product.name ?? product.productId,
        ...wrong,
      })
    }
  }

  #against(
    known: KnownOfShop,
    row: DatedSample,
    sample: KnownSample,
    id: string,
  ): Pick<SampleContradiction, 'code' | 'known' | 'said'> | null {
    const state = stateOf(sample)
    const person = known.person(sample.creatorId)
    if (person !== null && person !== known.person(id)) {
      return { code: 'creator', known: handlesOf(this.#db, [person]).get(person) ?? person, said: row.handle }
    }
    if (sample.hold === 1 && state !== row.state) return { code: 'onHold', known: state, said: row.state }
    return followOf(state, row.state) === 'contradicts' ? { code: 'state', known: state, said: row.state } : null
  }

  #planOf(
    known: KnownOfShop,
    what: Pick<PlannedSample, 'row' | 'shop' | 'found' | 'product' | 'creatorId'>,
  ): PlannedSample {
    const { row, found } = what
    const before = found.known
    const from = before === null ? null : stateOf(before)
    const isOnwards = from === null || followOf(from, row.state) === 'onwards'
    const to = isOnwards ? row.state : (from ?? row.state)
    const all = before === null ? newFields(what, this.#input.kind) : changedFields(what, before, isOnwards)
    const fields = this.#visible(all)
    const parcels = parcelsOf(row, known, found.id)
    const isChanged = Object.keys(fields).length > 0 || parcels.length > 0 || from !== to
    const action = before === null ? 'new' : isChanged ? 'changed' : 'unchanged'
    return { ...what, from, to, dates: row.dates, fields, parcels, action }
  }

  /** Who does not see a field does not write it either. */
  #visible(fields: Fields): Fields {
    const { hidden } = this.#input
    if (hidden === null) return fields
    return Object.fromEntries(Object.entries(fields).filter(([field]) => !hidden.hidesField('samples', field)))
  }

  #knownOf(shop: Shop): KnownOfShop {
    const known = this.#known.get(shop.id) ?? new KnownOfShop(this.#db, shop.id, this.#merged, this.#products)
    this.#known.set(shop.id, known)
    return known
  }

  #clockOf({ timezone }: Shop): (localSecond: number) => number {
    const clock = this.#clocks.get(timezone) ?? openClock(timezone)
    this.#clocks.set(timezone, clock)
    return clock
  }

  result(): SamplePlan {
    return {
      planned: this.#planned,
      contradictions: this.#contradictions,
      rejects: this.#rejects,
      erased: this.#erased,
      newCreators: this.#newCreators,
      strangers: this.#strangers,
    }
  }
}

function nameOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/** Wall-clock times of the shop as instants. */
function dated(sample: FileSample, clock: (localSecond: number) => number): DatedSample {
  const { times, requestedAt, ...rest } = sample
  const dates = Object.fromEntries(Object.entries(times).map(([state, second]) => [state, clock(second)]))
  return { ...rest, requestedAt: requestedAt === null ? null : clock(requestedAt), dates }
}
