/** What a finding says, in the language of the window. */

import type { Finding } from '../../shared/contract/compliance'
import { NO_PACK } from '../../shared/domain/compliance/types'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import type { Tone } from '../ui/StateMark'

export const LEVEL_TONES: Readonly<Record<Finding['level'], Tone>> = { stop: 'bad', warn: 'watch', hint: 'unknown' }

export interface FindingWords {
  readonly level: (finding: Pick<Finding, 'level'>) => string
  readonly theme: (finding: Pick<Finding, 'theme'>) => string
  readonly reason: (finding: Pick<Finding, 'reason'> & Partial<Pick<Finding, 'rule' | 'language'>>) => string
  /** With its date, and that it is to be looked up where it is second hand. */
  readonly source: (finding: Pick<Finding, 'source'>) => string
  readonly markets: (finding: Pick<Finding, 'markets'>) => string
  /** What stands in the text, that something is missing there, or that it could not be read. */
  readonly said: (finding: Pick<Finding, 'rule' | 'text' | 'safer' | 'language'>) => string
  /** What to say instead, or what else to do. */
  readonly safer: (finding: Pick<Finding, 'rule' | 'safer'>) => string
}

export function useFindingWords(): FindingWords {
  const t = useText('compliance')
  const format = useFormat()
  return {
    level: ({ level }) => t(`level.${level}`),
    theme: ({ theme }) => t(`theme.${theme}`),
    reason: ({ rule, reason, language }) =>
      rule === NO_PACK && language
        ? t('finding.noPack', { language: format.languageName(language) })
        : reason[format.language],
    source: ({ source: { title, date, verify } }) => {
      const dated = date === null ? title : t('finding.dated', { title, day: format.day(date) })
      return verify ? t('finding.verify', { title: dated }) : dated
    },
    markets: ({ markets }) => (markets.length === 0 ? t('finding.everyMarket') : format.list(markets)),
    said: ({ rule, text, safer, language }) => {
      if (rule === NO_PACK && language !== null) return t('finding.unread', { language: format.languageName(language) })
      return text === '' ? t('finding.missing', { text: safer?.trim() ?? '' }) : text
    },
    safer: ({ rule, safer }) => {
      if (rule === NO_PACK) return t('finding.native')
      return safer === null ? t('finding.rewrite') : safer === '' ? t('finding.leaveOut') : safer.trim()
    },
  }
}
