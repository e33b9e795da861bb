/** How much of the GMV the few best bring. */

import type { RoiRow } from '../../../shared/contract/roi'

export interface Pareto {
  /** Creators that sold something, best first. */
  readonly bars: readonly RoiRow[]
  /** Share of all GMV that the best `top` bring; null where there is no GMV. */
  readonly topShare: number | null
  readonly top: number
}

const TOP = 10

/** From the creators' rows; `whole` is the GMV of all creators, also of those not in `rows`. */
export function paretoOf(rows: readonly RoiRow[], whole: number, bars = 20): Pareto {
  const named = rows.filter(({ keys, gmv }) => (keys.creator ?? '') !== '' && gmv > 0).toSorted((a, b) => b.gmv - a.gmv)
  const best = named.slice(0, TOP)
  const sum = best.reduce((total, { gmv }) => total + gmv, 0)
  return { bars: named.slice(0, bars), topShare: whole > 0 && best.length > 0 ? sum / whole : null, top: best.length }
}
