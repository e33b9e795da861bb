/** Every formatter bound to the language that is on. */

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { agoText, clockText, dayText, instantText, monthTextOf, periodText, shortDayText } from './dates'
import { type Language, languageOf, languageText } from './language'
import { amountText, moneyText, shortMoneyText } from './money'
import { changeText, countText, percentText, ratioText, shortCountText, sizeText } from './numbers'

export interface Format {
  readonly language: Language
  /** Minor units without the currency: for columns whose header names it. */
  readonly amount: (minor: number, currency: string) => string
  readonly money: (minor: number, currency: string) => string
  readonly shortMoney: (minor: number, currency: string) => string
  readonly count: (count: number) => string
  readonly shortCount: (count: number) => string
  readonly percent: (ratio: number, decimals?: number) => string
  readonly change: (ratio: number) => string
  readonly ratio: (ratio: number) => string
  readonly size: (bytes: number) => string
  readonly day: (day: string) => string
  readonly shortDay: (day: string) => string
  readonly month: (month: string) => string
  readonly period: (from: string, to: string) => string
  readonly instant: (instant: number, timezone?: string) => string
  readonly clock: (instant: number, timezone?: string) => string
  readonly ago: (instant: number, now: number) => string
  /** A language by its code: `Spanish`. */
  readonly languageName: (code: string) => string
  /** `Li, Wang and Zhou` */
  readonly list: (parts: readonly string[]) => string
}

export function formatIn(language: Language): Format {
  return {
    language,
    amount: (minor, currency) => amountText(minor, currency, language),
    money: (minor, currency) => moneyText(minor, currency, language),
    shortMoney: (minor, currency) => shortMoneyText(minor, currency, language),
    count: (count) => countText(count, language),
    shortCount: (count) => shortCountText(count, language),
    percent: (ratio, decimals) => percentText(ratio, language, decimals),
    change: (ratio) => changeText(ratio, language),
    ratio: (ratio) => ratioText(ratio, language),
    size: (bytes) => sizeText(bytes, language),
    day: (day) => dayText(day, language),
    shortDay: (day) => shortDayText(day, language),
    month: (month) => monthTextOf(month, language),
    period: (from, to) => periodText(from, to, language),
    instant: (instant, timezone) => instantText(instant, language, timezone),
    clock: (instant, timezone) => clockText(instant, language, timezone),
    ago: (instant, now) => agoText(instant, now, language),
    languageName: (code) => languageText(code, language),
    list: (parts) => new Intl.ListFormat(language).format(parts),
  }
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  return useMemo(() => formatIn(language), [language])
}
