/** Which shops and lines a question is about, in the store's own numbers. */

import { CONTENT_TYPES, type LineRole, ORDER_STATUSES } from '../../shared/domain/orders'
import type { FactsCache } from './cache'
import type { Named } from './names'
import { CONTENT_TYPE_SHIFT, SAMPLE_FLAG, SETTLED, STATUS_MASK, UNPAID } from './rows'
import { type StandIns, standIns } from './stand-ins'
import type { LineFilter, RoiShop } from './types'

/** A shop in scope; `no` 0: it has no lines yet, only records. */
export interface ScopeShop {
  readonly index: number
  readonly no: number
  readonly version: number
  readonly shop: RoiShop
}

/** A filter on a numbered column: `wanted[no]` is 1 for what passes; `texts` spells the same for records. */
export interface Wanted {
  readonly wanted: Uint8Array
  readonly texts: ReadonlySet<string>
}

export interface Scope {
  /** Which numbers count as which others. */
  readonly standIns: Readonly<Record<Named, StandIns>>
  readonly shops: readonly ScopeShop[]
  readonly from: number
  readonly to: number
  /** By a row's flags (bit 7 aside): 0 left out, 1 unpaid, 2 sample, 3 sale. */
  readonly roles: Uint8Array
  readonly creators: Wanted | null
  readonly products: Wanted | null
  readonly contents: Wanted | null
  readonly contentTypes: ReadonlySet<number> | null
  /** True where statuses narrow the lines, which the day sums cannot follow. */
  readonly byStatus: boolean
}

export const ROLE_CODES: Readonly<Record<LineRole, number>> = { unpaid: 1, sample: 2, sale: 3 }
export const SAMPLE_ROLE = ROLE_CODES.sample
export const SALE_ROLE = ROLE_CODES.sale

export function resolveScope(cache: FactsCache, shops: readonly RoiShop[], filter: LineFilter): Scope {
  const numbers = cache.shopNumbers()
  cache.names.refresh()
  const byKind = {
    creator: standIns(cache, 'creator', filter.mergedCreators),
    product: standIns(cache, 'product'),
  }
  const ids = filter.shopIds === undefined ? null : new Set(filter.shopIds)
  const inScope = shops.filter(({ id }) => ids === null || ids.has(id))
  return {
    standIns: byKind,
    shops: inScope.map((shop, index) => ({
      index,
      shop,
      no: numbers.get(shop.id)?.no ?? 0,
      version: numbers.get(shop.id)?.version ?? 0,
    })),
    from: filter.from ?? -Infinity,
    to: filter.to ?? Infinity,
    roles: roleTable(filter),
    creators: wanted(cache, 'creator', filter.creators, byKind.creator),
    products: wanted(cache, 'product', filter.products, byKind.product),
    contents: wantedContents(cache, filter.contents),
    contentTypes:
      filter.contentTypes === undefined
        ? null
        : new Set(filter.contentTypes.map((type) => CONTENT_TYPES.indexOf(type))),
    byStatus: filter.statuses !== undefined || filter.settledOnly === true,
  }
}

function roleTable({ statuses, contentTypes, settledOnly }: LineFilter): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, flags) => {
    const status = flags & STATUS_MASK
    const name = ORDER_STATUSES[status]
    const type = CONTENT_TYPES[(flags >> CONTENT_TYPE_SHIFT) & 7]
    const out =
      name === undefined ||
      type === undefined ||
      (statuses !== undefined && !statuses.includes(name)) ||
      (contentTypes !== undefined && !contentTypes.includes(type)) ||
      (settledOnly === true && status !== SETTLED)
    return out
      ? 0
      : status === UNPAID
        ? ROLE_CODES.unpaid
        : (flags & SAMPLE_FLAG) !== 0
          ? ROLE_CODES.sample
          : ROLE_CODES.sale
  })
}

function wanted(
  { names }: FactsCache,
  kind: Named,
  given: readonly string[] | undefined,
  standIns: StandIns,
): Wanted | null {
  if (given === undefined) {
    return null
  }
  const directory = names.of(kind)
  const numbers = new Uint8Array(directory.size)
  const texts = new Set(given)
  for (const entry of given) {
    const group = standIns.groupOf(entry)
    for (const no of group?.numbers ?? []) numbers[no] = 1
    for (const text of group?.texts ?? []) texts.add(text)
    let found = directory.numbersOf(entry)
    if (found.length === 0) {
      const text = directory.textOfId(entry)
      if (text !== null) {
        texts.add(text)
        found = directory.numbersOf(text)
      }
    }
    if (entry === '') numbers[0] = 1
    for (const { no } of found) numbers[no] = 1
  }
  return { wanted: numbers, texts }
}

function wantedContents({ contents }: FactsCache, texts: readonly string[] | undefined): Wanted | null {
  if (texts === undefined) {
    return null
  }
  const numbers = texts.map((text) => contents.numberOf(text))
  const wanted = new Uint8Array(contents.size)
  for (const no of numbers) wanted[no] = 1
  return { wanted, texts: new Set(texts) }
}
