/** The figures that creators are compared by, and which of them is the best. */

import type { Assessment } from '../../../shared/contract/vetting'

/** What a figure is; money of two currencies is not compared. */
export interface ComparedValue {
  readonly value: number
  readonly kind: 'count' | 'money' | 'ratio' | 'points'
  readonly currency: string | null
  readonly stale: boolean
}

export const FIGURE_ROWS = [
  'score',
  'followers',
  'gmv',
  'gpm',
  'cvr',
  'engagement',
  'postRate',
  'avgViews',
  'results',
  'refundRate',
  'rate',
] as const
export type FigureRow = (typeof FIGURE_ROWS)[number]

/** Less is better. */
const LOW: ReadonlySet<FigureRow> = new Set(['refundRate', 'rate'])
const BASIS_POINTS = 10_000

/** Null: not known. */
export function comparedValue(row: FigureRow, one: Assessment): ComparedValue | null {
  if (row === 'score') return valueOf(one.score.total, 'points')
  if (row === 'results') return valueOf(one.results?.netGmv, 'money', one.results?.currency)
  if (row === 'refundRate') return valueOf(one.results?.refundRate, 'ratio')
  if (row === 'rate') return valueOf(one.rate === null ? null : one.rate / BASIS_POINTS, 'ratio')
  const figure = one.figures[row]
  if (figure === undefined) return null
  const { value, currency, stale } = figure
  if (row === 'gmv' || row === 'gpm') return currency === null ? null : { ...figure, kind: 'money' }
  if (row === 'followers' || row === 'avgViews') return { value, currency: null, stale, kind: 'count' }
  return { value: value / BASIS_POINTS, currency: null, stale, kind: 'ratio' }
}

/** The creators whose value is the best of the row; nobody where fewer than two are known, all are equal or currencies differ. */
export function bestOf(row: FigureRow, all: readonly Assessment[]): ReadonlySet<string> {
  const known = all.flatMap((one) => {
    const value = comparedValue(row, one)
    return value === null ? [] : [{ id: one.creatorId, ...value }]
  })
  const values = known.map(({ value }) => value)
  const currencies = new Set(known.map(({ currency }) => currency))
  if (new Set(values).size < 2 || currencies.size > 1) return new Set()
  const best = LOW.has(row) ? Math.min(...values) : Math.max(...values)
  return new Set(known.filter(({ value }) => value === best).map(({ id }) => id))
}

function valueOf(
  value: number | null | undefined,
  kind: ComparedValue['kind'],
  currency: string | null = null,
): ComparedValue | null {
  return value === null || value === undefined ? null : { value, kind, currency, stale: false }
}
