/** What the newest lists say of posts, brought together: one source, its products added up. */

import type { ReadableDb } from '../../../db/database'
import { type ContentSaid, figuresOfContents } from '../../../db/repositories/content-figures'
import { type ContentObservation, contentTotals, newestFigures } from '../../../shared/domain/content-figures'

export interface FiguresOfContent {
  /** TikTok's numbers. */
  readonly products: readonly string[]
  readonly currency: string | null
  readonly views: number | null
  /** Minor units of `currency`. */
  readonly gmv: number | null
  readonly orders: number | null
  /** Ratios. */
  readonly ctr: number | null
  readonly completion: number | null
  readonly seconds: number | null
  readonly viewers: number | null
}

const BASIS = 10_000

export function contentFigures(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, FiguresOfContent> {
  return new Map([...saidOf(db, ids)].map(([id, observations]) => [id, figuresOf(observations)]))
}

function saidOf(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, readonly ContentSaid[]> {
  const said = new Map<string, ContentSaid[]>()
  for (const one of figuresOfContents(db, ids)) {
    const known = said.get(one.contentId)
    if (known === undefined) said.set(one.contentId, [one])
    else known.push(one)
  }
  return said
}

function figuresOf(observations: readonly ContentObservation[]): FiguresOfContent {
  const newest = newestFigures(observations)
  const products = [...new Set(newest.flatMap(({ productId }) => productId ?? []))]
  // One source speaks: two lists count the same sales, each by its own rules. The newest of them.
  const latest = newest.toSorted((a, b) => b.observedAt - a.observedAt || (a.source < b.source ? -1 : 1))[0]
  const values = contentTotals(
    newest
      .filter(({ source, currency }) => source === latest?.source && currency === latest.currency)
      .map((one) => one.values),
  )
  const ratio = (value: number | undefined) => (value === undefined ? null : value / BASIS)
  return {
    products,
    currency: latest?.currency ?? null,
    views: values.views ?? null,
    gmv: values.gmv ?? null,
    orders: values.orders ?? null,
    ctr: ratio(values.ctr),
    completion: ratio(values.completion),
    seconds: values.seconds ?? null,
    viewers: values.viewers ?? null,
  }
}

/** Figures that the list of posts can be sorted by. */
export const FIGURE_SORTS = ['views', 'gmv', 'orders'] as const
export type FigureSort = (typeof FIGURE_SORTS)[number]

/**
 * Ids by a figure, those without it last, others in the order in which they come. Money of several currencies is not
 * compared: by currency first.
 */
export function byFigure(
  db: ReadableDb,
  ids: readonly string[],
  figure: FigureSort,
  descending: boolean,
): readonly string[] {
  const said = saidOf(db, ids)
  const known = ids.flatMap((id) => {
    const { value, currency } = figureOf(said.get(id) ?? [], figure)
    return value === null ? [] : [{ id, value, currency: figure === 'gmv' ? (currency ?? '') : '' }]
  })
  const sorted = known.toSorted(
    (a, b) =>
      (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0) ||
      (descending ? b.value - a.value : a.value - b.value),
  )
  const has = new Set(known.map(({ id }) => id))
  return [...sorted.map(({ id }) => id), ...ids.filter((id) => !has.has(id))]
}

/** One figure alone. What one list says once, of most posts, has nothing to be brought together with. */
function figureOf(observations: readonly ContentSaid[], figure: FigureSort) {
  const [only] = observations
  if (only === undefined) return { value: null, currency: null }
  if (observations.length === 1) return { value: only.values[figure] ?? null, currency: only.currency }
  const { [figure]: value, currency } = figuresOf(observations)
  return { value, currency }
}
