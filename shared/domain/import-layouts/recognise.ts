/**
 * What a file is, told from its headers alone: which export, in which language, and which column fills what.
 *
 * Names decide, never positions; a header may be of any language or generation of the same export.
 */

import { normaliseHeader } from '../import-values/text'
import type { FileLanguage } from '../imports'
import type { OrderColumn, OrderKind } from '../orders'
import { CREATOR_EN, CREATOR_TH } from './creator-layouts'
import { REQUIRED_COLUMNS, type Layout, type LayoutColumn } from './layout'
import { SELLER_EN, SELLER_ZH } from './seller-layouts'
import { SELLER_ID, SELLER_VI } from './seller-layouts-sea'
import { TAP_EN, TAP_JA } from './tap-layouts'

export const LAYOUTS: readonly Layout[] = [
  SELLER_EN,
  SELLER_ZH,
  SELLER_VI,
  SELLER_ID,
  CREATOR_EN,
  CREATOR_TH,
  TAP_EN,
  TAP_JA,
]

export type LayoutName =
  | 'affiliateOrders.en'
  | 'affiliateOrders.zh'
  | 'affiliateOrders.vi'
  | 'affiliateOrders.id'
  | 'creatorOrders.en'
  | 'creatorOrders.th'
  | 'tapOrders.en'
  | 'tapOrders.ja'

/** A header row understood: `columns[i]` is what the i-th cell of a line fills; null fills nothing. */
export interface HeaderMap {
  readonly kind: OrderKind
  readonly language: FileLanguage
  readonly layout: Layout
  readonly columns: readonly (OrderColumn | null)[]
  /** Headers outside every dictionary of the kind, and repeated ones. */
  readonly unknown: readonly string[]
  readonly missingRequired: readonly OrderColumn[]
  /** Optional columns that the layout has and the file has not, as the layout spells them. */
  readonly missingOptional: readonly string[]
}

/** Headers that only this kind has; at least two of them, or all where there are fewer in the file's generation. */
const MARKS: Readonly<Record<OrderKind, ReadonlySet<string>>> = {
  tapOrders: marks(
    [TAP_EN, TAP_JA],
    ['payment', 'estimatedBase', 'estimatedStandard', 'estimatedAds', 'estimatedBonus'],
    ['Invitation ID'],
  ),
  creatorOrders: marks(
    [CREATOR_EN, CREATOR_TH],
    ['status', 'standardRate', 'adsRate', 'quantity', 'returnedQuantity', 'commissionPaid'],
    ['Total final earned amount'],
  ),
  affiliateOrders: marks(
    [SELLER_EN, SELLER_ZH, SELLER_VI, SELLER_ID],
    [
      'commissionModel',
      'standardRate',
      'estimatedBase',
      'estimatedStandard',
      'actualBase',
      'actualStandard',
      'estimatedAds',
      'estimatedBonus',
    ],
    [],
  ),
}

function marks(
  layouts: readonly Layout[],
  columns: readonly OrderColumn[],
  more: readonly string[],
): ReadonlySet<string> {
  const own = layouts.flatMap((layout) =>
    layout.columns.filter(([, column]) => column !== null && columns.includes(column)).map(([header]) => header),
  )
  return new Set([...own, ...more].map(normaliseHeader))
}

type Dictionary = ReadonlyMap<string, OrderColumn | null>

interface KnownHeaders {
  readonly dictionary: Dictionary
  /** Those of the layouts themselves, aliases left out. */
  readonly own: ReadonlySet<string>
}

const knownHeaders = new Map<OrderKind, KnownHeaders>()

/** Worked out with the first file: a start of the program reads none. */
function headersOf(kind: OrderKind): KnownHeaders {
  const known = knownHeaders.get(kind) ?? { dictionary: dictionaryOf(kind), own: ownHeadersOf(kind) }
  knownHeaders.set(kind, known)
  return known
}

function ownHeadersOf(kind: OrderKind): ReadonlySet<string> {
  const own = LAYOUTS.filter((layout) => layout.kind === kind).flatMap(({ columns }) => columns)
  return new Set(own.map(([header]) => normaliseHeader(header)))
}

/** Every spelling of a kind in one map; a layout's own columns win over other languages' aliases. */
function dictionaryOf(kind: OrderKind): Dictionary {
  const own = LAYOUTS.filter((layout) => layout.kind === kind)
  const entries: LayoutColumn[] = [...own.flatMap(({ aliases }) => aliases), ...own.flatMap(({ columns }) => columns)]
  return new Map(entries.map(([header, column]) => [normaliseHeader(header), column]))
}

/** The kind that a row of cells is the header of, or null. Its required columns may still be missing. */
export function recogniseHeaders(headers: readonly string[], only?: OrderKind): HeaderMap | null {
  const keys = headers.map(normaliseHeader)
  const kinds: readonly OrderKind[] = only ? [only] : ['tapOrders', 'creatorOrders', 'affiliateOrders']
  const kind = kinds.find((each) => isHeaderOf(each, keys))
  return kind === undefined ? null : mapHeaders(kind, headers, keys)
}

function isHeaderOf(kind: OrderKind, keys: readonly string[]): boolean {
  const { dictionary } = headersOf(kind)
  const columns = new Set(
    keys.map((key) => dictionary.get(key)).filter((column) => column !== undefined && column !== null),
  )
  const marked = keys.filter((key) => MARKS[kind].has(key)).length
  if (!columns.has('orderId') && !(columns.has('skuId') && columns.has('productId'))) {
    return false
  }
  return columns.size >= 6 && marked >= 2
}

function mapHeaders(kind: OrderKind, headers: readonly string[], keys: readonly string[]): HeaderMap {
  const layout = likeliestLayout(kind, keys)
  const { dictionary, own } = headersOf(kind)
  const plain = new Set(keys.filter((key) => own.has(key)).map((key) => dictionary.get(key)))
  const seen = new Set<OrderColumn>()
  const unknown: string[] = []
  const columns = keys.map((key, at) => {
    const column = dictionary.get(key)
    // An alias yields to the platform's own spelling of the same column, wherever that stands.
    if (column === undefined || (column !== null && (seen.has(column) || (plain.has(column) && !own.has(key))))) {
      if (key !== '') {
        unknown.push(headers[at] ?? '')
      }
      return null
    }
    if (column !== null) {
      seen.add(column)
    }
    return column
  })
  const required = REQUIRED_COLUMNS[kind]
  const optional = layout.columns.filter(
    ([, column]) => column !== null && !required.includes(column) && !seen.has(column),
  )
  return {
    kind,
    language: layout.language,
    layout,
    columns,
    unknown,
    missingRequired: required.filter((column) => !seen.has(column)),
    missingOptional: optional.map(([header]) => header),
  }
}

/** The language with the most of its own headers present; of equals the first, which is English. */
function likeliestLayout(kind: OrderKind, keys: readonly string[]): Layout {
  const present = new Set(keys)
  const score = ({ columns, aliases }: Layout) => {
    const of = (list: readonly LayoutColumn[]) => list.filter(([header]) => present.has(normaliseHeader(header))).length
    return of(columns) * 2 + of(aliases)
  }
  const [first, ...others] = LAYOUTS.filter((layout) => layout.kind === kind)
  if (!first) {
    throw new Error(`no layout of ${kind}`)
  }
  return others.reduce((best, layout) => (score(layout) > score(best) ? layout : best), first)
}

/** A required column as a layout spells it, for telling people what is missing. */
export function headerOf(layout: Layout, column: OrderColumn): string {
  return layout.columns.find(([, each]) => each === column)?.[0] ?? column
}
