/** Commission rates as people type and read them: basis points in, percent out. */

import type { RatePiece } from '../../../shared/contract/campaign-views'
import type { Format } from '../../format/use-format'
import type { Text } from '../../messages/i18n'
import { DASH } from '../../ui/dash'

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

/** `22% until Dec 18, then 18%`. */
export function aheadText(pieces: readonly RatePiece[], format: Format, t: Text<'campaigns'>): string {
  const texts = pieces.map(({ rate, lastDay }, index) => {
    const said = rateText(rate, format)
    const until = lastDay === null ? said : t('piece.until', { rate: said, day: format.day(lastDay) })
    return index === 0 ? until : t('piece.after', { rate: until })
  })
  return texts.length === 0 ? DASH : texts.join(format.language === 'zh-CN' ? '，' : ', ')
}
