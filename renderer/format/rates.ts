/** Commission rates as people type and read them: basis points in, percent out. */

import { DASH } from '../ui/dash'
import type { Format } from './use-format'

/** `1550` → `15.5%`; no decimals that say nothing. */
export function rateText(basisPoints: number | null, format: Format): string {
  if (basisPoints === null) return DASH
  const decimals = basisPoints % 100 === 0 ? 0 : basisPoints % 10 === 0 ? 1 : 2
  return format.percent(basisPoints / 10_000, decimals)
}

/** `1550` → `15.5`, as it is typed. */
export function typedRate(basisPoints: number | null): string {
  return basisPoints === null ? '' : String(basisPoints / 100)
}

/** What a person typed as basis points; null when it is no percentage with at most two decimals. */
export function parseRate(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/u.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}
