/**
 * What the ROI screen looks at: the filters a person set, as the scope that is asked, and narrowed to one figure's place.
 *
 * The period and the shops come from the top bar; everything else is the screen's own.
 */

import type { RoiKey, RoiRow, RoiScope } from '../../../shared/contract/roi'
import { addDays, dayNumber, dayOfNumber } from '../../../shared/domain/days'
import type { ContentType, OrderStatus } from '../../../shared/domain/orders'

export interface RoiFilters {
  readonly settledOnly: boolean
  readonly currency: string | null
  readonly by: readonly [RoiKey] | readonly [RoiKey, RoiKey]
  readonly creators: readonly string[]
  readonly products: readonly string[]
  readonly contents: readonly string[]
  readonly contentTypes: readonly ContentType[]
  readonly statuses: readonly OrderStatus[]
}

export const NO_FILTERS: RoiFilters = {
  settledOnly: false,
  currency: null,
  by: ['creator'],
  creators: [],
  products: [],
  contents: [],
  contentTypes: [],
  statuses: [],
}

type ListFilter = 'creators' | 'products' | 'contents' | 'contentTypes' | 'statuses'
const LIST_FILTERS: readonly ListFilter[] = ['creators', 'products', 'contents', 'contentTypes', 'statuses']

export interface Chip {
  readonly filter: ListFilter
  readonly value: string
}

/** What the top bar says: days and shops; left out is all. */
export interface TopBar {
  readonly from?: string
  readonly to?: string
  readonly shops?: string[]
}

/** The scope that is asked; what is not narrowed is left out. */
export function scopeOf(filters: RoiFilters, top: TopBar): RoiScope {
  return {
    ...top,
    settledOnly: filters.settledOnly,
    ...(filters.currency !== null && { currency: filters.currency }),
    ...(filters.creators.length > 0 && { creators: [...filters.creators] }),
    ...(filters.products.length > 0 && { products: [...filters.products] }),
    ...(filters.contents.length > 0 && { contents: [...filters.contents] }),
    ...(filters.contentTypes.length > 0 && { contentTypes: [...filters.contentTypes] }),
    ...(filters.statuses.length > 0 && { statuses: [...filters.statuses] }),
  }
}

export function chipsOf(filters: RoiFilters): Chip[] {
  return LIST_FILTERS.flatMap((filter) => filters[filter].map((value) => ({ filter, value })))
}

export function withoutChip(filters: RoiFilters, { filter, value }: Chip): RoiFilters {
  return { ...filters, [filter]: filters[filter].filter((one) => one !== value) }
}

/** Keeps only rows of this value of a key; keys that are no filter (time, shop) leave the filters as they are. */
export function filteredBy(filters: RoiFilters, row: Pick<RoiRow, 'keys' | 'ids'>, key: RoiKey): RoiFilters {
  const value = row.keys[key]
  if (value === undefined) {
    return filters
  }
  const filter = FILTER_OF[key]
  return filter === undefined ? filters : { ...filters, [filter]: [value] }
}

/** The filter that a key's values are values of. */
const FILTER_OF: Readonly<Partial<Record<RoiKey, ListFilter>>> = {
  creator: 'creators',
  product: 'products',
  content: 'contents',
  contentType: 'contentTypes',
}

/** Keys whose text is a name, which two may share. Of the others the text itself is what the platform knows them by. */
const NAMED: readonly RoiKey[] = ['shop', 'client', 'campaign', 'staff']

/**
 * The scope of one row: its own keys on top of the table's scope. `null` where no line can be meant, because campaigns and
 * staff are known of costs only.
 */
export function scopeOfRow(scope: RoiScope, row: Pick<RoiRow, 'keys' | 'ids'>): RoiScope | null {
  let narrowed: RoiScope | null = scope
  for (const [key, text] of Object.entries(row.keys)) {
    // The keys of `keys` are ROI keys.
    const id = NAMED.includes(key as RoiKey) ? row.ids[key as RoiKey] : undefined
    narrowed = narrowed && narrow(narrowed, key as RoiKey, id ?? text)
  }
  return narrowed
}

function narrow(scope: RoiScope, key: RoiKey, value: string): RoiScope | null {
  switch (key) {
    case 'shop':
      return { ...scope, shops: [value] }
    case 'client':
      return { ...scope, clients: [value] }
    case 'market':
      return { ...scope, markets: [value] }
    case 'creator':
      return { ...scope, creators: [value] }
    case 'product':
      return { ...scope, products: [value] }
    case 'content':
      return { ...scope, contents: [value] }
    case 'contentType':
      // Values of this key are the content types.
      return { ...scope, contentTypes: [value as ContentType] }
    case 'campaign':
    case 'staff':
      return value === '' ? scope : null
    case 'day':
    case 'week':
    case 'month':
      return between(scope, daysOfKey(key, value))
  }
}

/** First and last day of a day, ISO week or month as the table spells them. */
export function daysOfKey(
  grain: 'day' | 'week' | 'month',
  text: string,
): { readonly from: string; readonly to: string } {
  if (grain === 'day') {
    return { from: text, to: text }
  }
  if (grain === 'month') {
    const [year, month] = text.split('-').map(Number)
    return { from: `${text}-01`, to: dayOfNumber(Date.UTC(year ?? 1970, month ?? 1, 0) / 86_400_000) }
  }
  const [year, week] = text.split('-W').map(Number)
  // The week that holds January 4th is the first of its year.
  const fourth = dayNumber(`${String(year).padStart(4, '0')}-01-04`)
  const monday = dayOfNumber(fourth - ((fourth + 3) % 7) + ((week ?? 1) - 1) * 7)
  return { from: monday, to: addDays(monday, 6) }
}

function between(scope: RoiScope, { from, to }: { readonly from: string; readonly to: string }): RoiScope {
  return {
    ...scope,
    from: scope.from !== undefined && scope.from > from ? scope.from : from,
    to: scope.to !== undefined && scope.to < to ? scope.to : to,
  }
}
