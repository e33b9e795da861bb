/**
 * The figures that the platform's lists give of videos and LIVEs, and how those of several rows become one.
 *
 * What two rows each count is added up; what both say of the whole content is said once; a ratio is worked out from its
 * parts and never averaged.
 */

import { packList, unpackList } from './figures'
import type { FigureKind } from './list-cells'

/** `product`: counts what came through one product, so that rows add up. `content`: is of the whole content in every row of it. */
export interface ContentFigure {
  readonly kind: FigureKind
  readonly of: 'content' | 'product'
}

const sold = (kind: FigureKind): ContentFigure => ({ kind, of: 'product' })
const whole = (kind: FigureKind): ContentFigure => ({ kind, of: 'content' })

/**
 * Appended to, never reordered: figures are kept under their place here.
 *
 * `gmv`, `orders`, `itemsSold` are what the platform attributes to the content; `direct…` of the product that was clicked,
 * `indirect…` of others bought with it. Source of the words: the lists themselves, definitions in the glossary.
 */
export const CONTENT_FIGURES = {
  gmv: sold('money'),
  directGmv: sold('money'),
  indirectGmv: sold('money'),
  orders: sold('count'),
  directOrders: sold('count'),
  indirectOrders: sold('count'),
  itemsSold: sold('count'),
  directItems: sold('count'),
  indirectItems: sold('count'),
  customers: whole('count'),
  refunds: sold('money'),
  itemsRefunded: sold('count'),
  estCommission: sold('money'),
  flatFee: whole('money'),
  views: whole('count'),
  viewers: whole('count'),
  peakViewers: whole('count'),
  likes: whole('count'),
  comments: whole('count'),
  shares: whole('count'),
  newFollowers: whole('count'),
  /** Clicks from a video into the creator's LIVE. */
  liveClicks: whole('count'),
  productImpressions: sold('count'),
  productClicks: sold('count'),
  ordersCreated: whole('count'),
  productsAdded: whole('count'),
  productsSold: whole('count'),
  seconds: whole('count'),
  avgViewSeconds: whole('count'),
  completion: whole('ratio'),
  /** As the list gives it: per view in Seller Center's list, per product impression in the affiliate one. */
  ctr: whole('ratio'),
  ctor: whole('ratio'),
  toLiveRate: whole('ratio'),
  engagement: whole('ratio'),
  gpm: whole('money'),
  /** Of a LIVE: per 1,000 shows, and per 1,000 views. */
  gpmShows: whole('money'),
  gpmViews: whole('money'),
  aov: whole('money'),
  avgPrice: whole('money'),
  gmvPerCustomer: whole('money'),
} as const satisfies Readonly<Record<string, ContentFigure>>

export type ContentFigureName = keyof typeof CONTENT_FIGURES
export type ContentValues = Readonly<Partial<Record<ContentFigureName, number>>>
// The keys are exactly the names.
export const CONTENT_FIGURE_NAMES = Object.keys(CONTENT_FIGURES) as readonly ContentFigureName[]

export function isContentFigure(name: string): name is ContentFigureName {
  return Object.hasOwn(CONTENT_FIGURES, name)
}

export const packContent = (values: ContentValues): string => packList(CONTENT_FIGURE_NAMES, values)
export const unpackContent = (json: string | null): ContentValues => unpackList(CONTENT_FIGURE_NAMES, json)

/** What one list says of one content and, of some, one product in it. */
export interface ContentObservation {
  readonly listId: string | null
  readonly source: string
  /** TikTok's number; null: of the whole content. */
  readonly productId: string | null
  readonly periodTo: string | null
  /** UTC epoch ms. */
  readonly observedAt: number
  readonly currency: string | null
  readonly values: ContentValues
}

/** Whether one is said later than another; of two equals the one with the greater list counts, wherever it is asked. */
export function isNewer(one: ContentObservation, other: ContentObservation): boolean {
  if (one.observedAt !== other.observedAt) return one.observedAt > other.observedAt
  const [a, b] = [one, other].map(({ periodTo, listId }) => `${periodTo ?? ''} ${listId ?? ''}`)
  return (a ?? '') > (b ?? '')
}

/** Of each source, product and currency the newest word on each figure; observations in any order. */
export function newestFigures(observations: readonly ContentObservation[]): ContentObservation[] {
  const groups = new Map<string, ContentObservation[]>()
  for (const one of observations) {
    const key = JSON.stringify([one.source, one.productId, one.currency])
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => (isNewer(a, b) ? 1 : -1))
    const newest = sorted.at(-1)
    return newest === undefined ? [] : [{ ...newest, values: Object.assign({}, ...sorted.map(({ values }) => values)) }]
  })
}

/** Ratios and what they are made of: `round(top × factor ÷ bottom)`. `ctr` by the product impressions, where there are any, else by views. */
const RATIOS = {
  ctr: { top: 'productClicks', bottom: ['productImpressions', 'views'], factor: 10_000 },
  ctor: { top: 'orders', bottom: ['productClicks'], factor: 10_000 },
  gpm: { top: 'gmv', bottom: ['productImpressions'], factor: 1000 },
  aov: { top: 'gmv', bottom: ['orders'], factor: 1 },
  gmvPerCustomer: { top: 'gmv', bottom: ['customers'], factor: 1 },
  avgPrice: { top: 'gmv', bottom: ['itemsSold'], factor: 1 },
  toLiveRate: { top: 'liveClicks', bottom: ['views'], factor: 10_000 },
  gpmViews: { top: 'gmv', bottom: ['views'], factor: 1000 },
} as const satisfies Readonly<
  Partial<
    Record<
      ContentFigureName,
      { readonly top: ContentFigureName; readonly bottom: readonly ContentFigureName[]; readonly factor: number }
    >
  >
>

/**
 * One content out of its rows per product (of one source and currency): what counts per product is added, what is of the
 * whole content is its greatest word, and ratios follow from the sums. Where there is one row, its own ratios stand.
 */
export function contentTotals(rows: readonly ContentValues[]): ContentValues {
  const total: Partial<Record<ContentFigureName, number>> = {}
  for (const values of rows) {
    for (const name of CONTENT_FIGURE_NAMES) {
      const value = values[name]
      if (value === undefined || isRatio(name)) continue
      const before = total[name]
      total[name] =
        before === undefined ? value : CONTENT_FIGURES[name].of === 'product' ? before + value : Math.max(before, value)
    }
  }
  const [only] = rows
  return { ...computedRatios(total), ...(rows.length === 1 ? ratiosOf(only ?? {}) : {}), ...total }
}

/** Sums over contents: everything that counts is added; ratios follow from the sums. */
export function sumContents(contents: readonly ContentValues[]): ContentValues {
  const total: Partial<Record<ContentFigureName, number>> = {}
  for (const values of contents)
    for (const name of CONTENT_FIGURE_NAMES) {
      const value = values[name]
      if (value !== undefined && !isRatio(name) && name !== 'peakViewers') total[name] = (total[name] ?? 0) + value
    }
  return { ...computedRatios(total), ...total }
}

const STATED: ReadonlySet<string> = new Set([
  'completion',
  'engagement',
  'gpmShows',
  'avgViewSeconds',
  ...Object.keys(RATIOS),
])

/** Whether a figure is a quotient, which adds up to nothing. */
export function isRatio(name: ContentFigureName): boolean {
  return STATED.has(name)
}

function ratiosOf(values: ContentValues): ContentValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => STATED.has(name)))
}

function computedRatios(total: ContentValues): ContentValues {
  const computed: Partial<Record<ContentFigureName, number>> = {}
  for (const [name, { top, bottom, factor }] of Object.entries(RATIOS)) {
    const [above] = [total[top]]
    const below = bottom.map((each) => total[each]).find((value) => value !== undefined)
    // The keys are exactly names of figures.
    if (above !== undefined && below !== undefined && below > 0)
      computed[name as keyof typeof RATIOS] = Math.round((above * factor) / below)
  }
  const { likes, comments, shares, views } = total
  if (likes !== undefined && comments !== undefined && shares !== undefined && views !== undefined && views > 0) {
    computed.engagement = Math.round(((likes + comments + shares) * 10_000) / views)
  }
  return computed
}
