/** What one rule says of a request, in words: what was found and what was wanted. */

import { useMemo } from 'react'

import type { RuleLine } from '../../../../shared/contract/sample-requests'
import { DUPLICATE_BY } from '../../../../shared/domain/duplicate-samples'
import { FLAGS } from '../../../../shared/domain/flags'
import { useVettingWords, type VettingWords } from '../../../creator/use-vetting-words'
import { type Format, useFormat } from '../../../format/use-format'
import { type Text, useText } from '../../../messages/i18n'
import type { Tone } from '../../../ui/StateMark'

const BASIS_POINTS = 10_000

export const TONES: Readonly<Record<RuleLine['result'], Tone>> = { approve: 'good', ask: 'watch', decline: 'bad' }

interface Sayer {
  readonly t: Text<'sampleRequests'>
  readonly format: Format
  readonly words: VettingWords
}

/** `Followers: 900, wanted 1,000 or more`. `currency`: of money in the lines. */
export function useRuleWords(): (line: RuleLine, currency: string) => string {
  const t = useText('sampleRequests')
  const format = useFormat()
  const words = useVettingWords()
  return useMemo(
    () => (line, currency) => `${t(`rule.${line.rule}`)}: ${sentence(line, currency, { t, format, words })}`,
    [t, format, words],
  )
}

function sentence(line: RuleLine, currency: string, sayer: Sayer): string {
  const { t } = sayer
  const { rule, result, because } = line
  const found = figure(line, line.found, currency, sayer)
  const wanted = figure(line, line.wanted, currency, sayer)
  switch (rule) {
    case 'blocked':
    case 'offline':
      return t(`line.${rule}`)
    case 'flags':
    case 'duplicates':
      return line.found === 0
        ? t('line.none')
        : t('line.some', { count: line.found ?? 0, words: sayer.format.list(wordsOf(line, sayer)) })
    case 'categories':
    case 'market':
      if (because === 'unknown') return t('line.unknown')
      return result === 'approve' ? t('line.fits') : t('line.fitsNot', { words: wordsOf(line, sayer).join(', ') })
    case 'stock':
      return t('line.stock', { found, wanted })
    case 'floor':
      return because === 'unknown' ? t('line.floorUnknown', { wanted }) : t('line.floor', { found, wanted })
    case 'shopDay':
    case 'shopWeek':
    case 'personDay':
    case 'personWeek':
      return t('line.cap', { found, wanted })
    case 'openSamples':
    case 'ghosted':
    case 'price':
      if (because === 'unknown') return t('line.unknownWanted', { wanted })
      return t(result === 'approve' ? 'line.atMost' : 'line.below', { found, wanted })
    case 'followers':
    case 'gmv':
    case 'postRate':
    case 'score':
    case 'coolDownDays':
      if (because === 'old') return t('line.old', { found, wanted })
      if (because === 'unknown')
        return line.found === null ? t('line.unknownWanted', { wanted }) : t('line.ownOnly', { found, wanted })
      return t('line.atLeast', { found, wanted })
  }
}

function figure({ rule }: RuleLine, value: number | null, currency: string, { format }: Sayer): string {
  if (value === null) return ''
  if (rule === 'gmv' || rule === 'price') return format.money(value, currency)
  return rule === 'postRate' ? format.percent(value / BASIS_POINTS, 1) : format.count(value)
}

function wordsOf({ rule, words: said }: RuleLine, { t, words }: Sayer): string[] {
  return said.map((word) => {
    const clue = rule === 'duplicates' && DUPLICATE_BY.find((one) => one === word)
    if (clue) return t(`by.${clue}`)
    const flag = rule === 'flags' && FLAGS.find((one) => one === word)
    if (flag) return t(`flag.${flag}`)
    return rule === 'market' ? words.market(word) : word
  })
}
