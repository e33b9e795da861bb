/**
 * The lines behind a figure, newest first, each with everything its file said and where it stands in that file.
 *
 * Pages are cut by key (day, shop, order, product, SKU), so that lines that come or go between two pages neither
 * repeat nor hide others.
 */

import { addDays, dayNumber, dayOfNumber } from '../../shared/domain/days'
import { CONTENT_TYPES } from '../../shared/domain/orders'
import { type MonthKeys, readKeys } from './amounts'
import { Attributions } from './attribution'
import type { FactsCache } from './cache'
import { idHex } from './id-map'
import { type LinePlace, readLines } from './line'
import { Block, BLOCK_ROWS, selectRows } from './scan'
import type { MonthColumns } from './shop-columns'
import { resolveScope, ROLE_CODES, type Scope, type ScopeShop } from './scope'
import { standIns } from './stand-ins'
import type { LineFilter, LinesPage, LinesQuery, MergedCreator, RoiKey, RoiShop } from './types'

interface Matches {
  readonly shop: ScopeShop
  readonly segment: MonthColumns
  /** Rows that fit, in order of key. */
  readonly rows: Int32Array
}

interface Cursor {
  readonly day: number
  readonly shopId: string
  readonly order: string
  readonly product: number
  readonly sku: number
}

export async function queryLines(cache: FactsCache, query: LinesQuery): Promise<LinesPage> {
  const { filter, shops, fits } = narrowed(cache, query)
  const scope = resolveScope(cache, shops, filter)
  const matches = findMatches(cache, scope, query, fits)
  const total = matches.reduce((sum, { rows }) => sum + rows.length, 0)
  const places = onePage(cache, matches, query.after ?? null, query.limit + 1)
  const lines = await readLines(
    cache,
    places.slice(0, query.limit).map(({ place }) => place),
  )
  const last = places[query.limit - 1]
  return { lines, total, next: places.length > query.limit && last !== undefined ? spell(last.cursor) : null }
}

function findMatches(
  cache: FactsCache,
  scope: Scope,
  { roles = ['sale'], nonZero, only }: LinesQuery,
  fits: RowTest | null,
): Matches[] {
  const block = new Block()
  const matches: Matches[] = []
  for (const shop of scope.shops) {
    for (const segment of shop.no === 0 ? [] : cache.columns(shop.no, shop.version).months) {
      if (segment.firstDay > scope.to || segment.lastDay < scope.from) {
        continue
      }
      const contents = scope.contents === null ? null : cache.contents.column(shop.no, segment)
      const carried = nonZero === undefined ? null : segment[nonZero]
      const rows = new Int32Array(segment.length)
      let count = 0
      for (const role of roles) {
        for (let from = 0; from < segment.length; from += BLOCK_ROWS) {
          selectRows(
            block,
            segment,
            from,
            Math.min(segment.length, from + BLOCK_ROWS),
            0,
            ROLE_CODES[role],
            scope,
            true,
            contents,
          )
          for (let j = 0; j < block.count; j++) {
            const row = block.row[j]!
            if (carried?.[row] === 0 || (fits !== null && !fits(segment, row, shop))) continue
            if (only === undefined || only(segment.month, row)) rows[count++] = row
          }
        }
      }
      if (count > 0) matches.push({ shop, segment, rows: rows.subarray(0, count).toSorted() })
    }
  }
  return matches
}

interface Found {
  readonly place: LinePlace
  readonly cursor: Cursor
}

/** The first lines after the cursor: by day, newest first; within a day by shop, then by key, newest order first. */
function onePage(cache: FactsCache, matches: readonly Matches[], after: string | null, limit: number): Found[] {
  const cursor = after === null ? null : parse(after)
  const months = [...new Set(matches.map(({ segment }) => segment.month))].toSorted((a, b) => b - a)
  const found: Found[] = []
  for (const month of months) {
    const ofMonth = matches
      .filter(({ segment }) => segment.month === month && (cursor === null || segment.firstDay <= cursor.day))
      .toSorted((a, b) => (a.shop.shop.id < b.shop.shop.id ? -1 : 1))
      .map((match) => ({ ...match, keys: lazyKeys(cache, match) }))
    const days = [...new Set(ofMonth.flatMap(({ segment, rows }) => daysOf(segment, rows)))].toSorted((a, b) => b - a)
    for (const day of days) {
      if (cursor !== null && day > cursor.day) continue
      for (const { shop, segment, rows, keys } of ofMonth) {
        if (cursor !== null && day === cursor.day && shop.shop.id < cursor.shopId) continue
        const within = cursor !== null && day === cursor.day && shop.shop.id === cursor.shopId ? cursor : null
        takeDay({ shop, segment, rows, keys, day, cursor: within }, limit - found.length, found)
        if (found.length >= limit) return found
      }
    }
  }
  return found
}

interface DayOfShop extends Matches {
  readonly keys: () => MonthKeys
  readonly day: number
  readonly cursor: Cursor | null
}

function takeDay({ shop, segment, rows, keys, day, cursor }: DayOfShop, most: number, found: Found[]): void {
  for (let k = rows.length - 1, left = most; k >= 0 && left > 0; k--) {
    const i = rows[k]!
    if (segment.day[i] !== day) {
      continue
    }
    const { orderHigh, orderLow, sku, batch, row } = keys()
    const at: Cursor = {
      day,
      shopId: shop.shop.id,
      order: idHex(orderHigh[i]!, orderLow[i]!),
      product: segment.product[i]!,
      sku: sku[i]!,
    }
    if (cursor === null || isBelow(at, cursor)) {
      found.push({ place: { shop: shop.shop, segment, index: i, batchNo: batch[i]!, row: row[i]! }, cursor: at })
      left--
    }
  }
}

function isBelow(a: Cursor, b: Cursor): boolean {
  if (a.order !== b.order) {
    return a.order < b.order
  }
  return a.product === b.product ? a.sku < b.sku : a.product < b.product
}

function lazyKeys({ db }: FactsCache, { shop, segment }: Matches): () => MonthKeys {
  let keys: MonthKeys | null = null
  return () => (keys ??= readKeys(db, shop.no, segment.month))
}

function daysOf({ day, firstDay, lastDay }: MonthColumns, rows: Int32Array): number[] {
  const seen = new Uint8Array(lastDay - firstDay + 1)
  for (const row of rows) seen[day[row]! - firstDay] = 1
  return [...seen.keys()].filter((i) => seen[i] === 1).map((i) => firstDay + i)
}

function spell({ day, shopId, order, product, sku }: Cursor): string {
  return [dayOfNumber(day), order, product, sku, shopId].join(' ')
}

function parse(text: string): Cursor {
  const [day = '', order = '', product = '', sku = '', ...shop] = text.split(' ')
  return { day: dayNumber(day), order, product: Number(product), sku: Number(sku), shopId: shop.join(' ') }
}

type RowTest = (segment: MonthColumns, row: number, shop: ScopeShop) => boolean

/** The filter and shops that a row's keys leave, and a test for those that only a line itself can tell. */
function narrowed(
  cache: FactsCache,
  query: LinesQuery,
): { readonly filter: LineFilter; readonly shops: readonly RoiShop[]; readonly fits: RowTest | null } {
  const { at = {} } = query
  let { shops } = query
  let { from = -Infinity, to = Infinity } = query
  for (const key of ['day', 'week', 'month'] as const) {
    const text = at[key]
    if (text !== undefined) {
      const period = periodOf(key, text)
      from = Math.max(from, period.from)
      to = Math.min(to, period.to)
    }
  }
  if (at.shop !== undefined) shops = shops.filter(({ id }) => id === at.shop)
  if (at.client !== undefined) shops = shops.filter(({ clientId }) => (clientId ?? '') === at.client)
  if (at.market !== undefined) shops = shops.filter(({ market }) => market === at.market)
  const { creator, product, content } = at
  const tests = [
    attributedTest(cache, query, 'campaign'),
    attributedTest(cache, query, 'staff'),
    columnTest(cache, 'creator', creator, query.mergedCreators),
    columnTest(cache, 'product', product),
    contentTest(cache, content),
  ]
  if (at.contentType !== undefined) {
    const code = CONTENT_TYPES.findIndex((type) => type === at.contentType)
    tests.push(({ flags }, row) => ((flags[row]! >> 3) & 7) === code)
  }
  const used = tests.filter((test) => test !== null)
  return {
    filter: { ...query, from, to },
    shops,
    fits: used.length === 0 ? null : (segment, row, shop) => used.every((test) => test(segment, row, shop)),
  }
}

function columnTest(
  cache: FactsCache,
  key: 'creator' | 'product',
  text: string | undefined,
  merged: readonly MergedCreator[] = [],
): RowTest | null {
  if (text === undefined) {
    return null
  }
  const own = cache.names.of(key).numbersOf(text)
  const group = standIns(cache, key, merged).groupOf(text)
  const wanted = new Set(text === '' ? [0] : [...own.map(({ no }) => no), ...(group?.numbers ?? [])])
  return (segment, row) => wanted.has(segment[key][row]!)
}

function attributedTest(cache: FactsCache, query: LinesQuery, key: 'campaign' | 'staff'): RowTest | null {
  const id = query.at?.[key]
  if (id === undefined) {
    return null
  }
  const attributions = new Attributions(cache, query[key === 'campaign' ? 'campaigns' : 'staff'] ?? [])
  const code = attributions.codeOf(id)
  return (segment, row, { no, shop }) => {
    const contents = attributions.usesContents ? cache.contents.column(no, segment) : null
    return attributions.codeOfRow(shop.id, segment, contents, row) === code
  }
}

function contentTest({ contents }: FactsCache, text: string | undefined): RowTest | null {
  if (text === undefined) {
    return null
  }
  const wanted = contents.numberOf(text)
  return (segment, row, { no }) => contents.column(no, segment)[row] === wanted
}

/** First and last day that a key's text stands for. */
export function periodOf(
  key: Extract<RoiKey, 'day' | 'week' | 'month'>,
  text: string,
): { readonly from: number; readonly to: number } {
  if (key === 'day') {
    return { from: dayNumber(text), to: dayNumber(text) }
  }
  if (key === 'month') {
    const from = dayNumber(`${text}-01`)
    return { from, to: dayNumber(`${addDays(`${text}-01`, 31).slice(0, 7)}-01`) - 1 }
  }
  // ISO week 1 holds January 4th.
  const [year, week] = text.split('-W')
  const fourth = dayNumber(`${year}-01-04`)
  const from = fourth - ((fourth + 3) % 7) + (Number(week) - 1) * 7
  return { from, to: from + 6 }
}
