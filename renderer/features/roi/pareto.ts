/** How much of the GMV the few best bring. */

import type { RoiRow } from '../../../shared/contract/roi'

export interface ParetoBar {
  readonly creator: string
  readonly gmv: number
  /** Share of all GMV that this and the bars before it bring; null where there is none. */
  readonly cumulative: number | null
}

export interface Pareto {
  readonly bars: readonly ParetoBar[]
  /** Share of the best ten, or of all where there are fewer. */
  readonly topShare: number | null
  readonly top: number
  /** Creators with GMV or not, those that lines do not name left aside. */
  readonly creators: number
}

const TOP = 10

/** From the creators' rows, best first; `total` is the GMV of all creators, also of those not in `rows`. */
export function paretoOf(rows: readonly RoiRow[], total: number, rowCount: number, bars = 20): Pareto {
  const named = rows
    .filter(({ keys }) => keys.creator !== undefined && keys.creator !== '')
    .toSorted((a, b) => b.gmv - a.gmv)
  const share = (amount: number) => (total > 0 ? amount / total : null)
  let sum = 0
  const all = named.map((row): ParetoBar => {
    sum += row.gmv
    return { creator: row.keys.creator ?? '', gmv: row.gmv, cumulative: share(sum) }
  })
  const top = Math.min(TOP, named.length)
  return {
    bars: all.filter(({ gmv }) => gmv > 0).slice(0, bars),
    topShare: top === 0 ? null : (all[top - 1]?.cumulative ?? null),
    top,
    creators: rowCount - (rows.length - named.length),
  }
}
