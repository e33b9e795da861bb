/** A rate that changes, in words. */

import type { RatePiece } from '../../../shared/contract/campaign-views'
import { rateText } from '../../format/rates'
import type { Format } from '../../format/use-format'
import type { Text } from '../../messages/i18n'
import { DASH } from '../../ui/dash'

/** `22% until Dec 18, then 18%`. */
export function aheadText(pieces: readonly RatePiece[], format: Format, t: Text<'campaigns'>): string {
  const texts = pieces.map(({ rate, lastDay }, index) => {
    const said = rateText(rate, format)
    const until = lastDay === null ? said : t('piece.until', { rate: said, day: format.day(lastDay) })
    return index === 0 ? until : t('piece.after', { rate: until })
  })
  return texts.length === 0 ? DASH : texts.join(format.language === 'zh-CN' ? '，' : ', ')
}
