/** Figures, keys and where a figure comes from, in words. */

import { CONTENT_TYPES } from '../../../shared/domain/orders'
import type { Footnotes, RoiKey, RoiRow } from '../../../shared/contract/roi'
import type { Format } from '../../format/use-format'
import type { Text } from '../../messages/i18n'
import { type Figure, FIGURES } from './figures'
import type { Chip } from './scope'

export interface RoiWords {
  readonly t: Text<'roi'>
  readonly words: Text<'words'>
  readonly format: Format
}

/** The exact figure; null where it is unknown. */
export function figureText(figure: Figure, value: number | null, currency: string, format: Format): string | null {
  if (value === null) {
    return null
  }
  switch (FIGURES[figure].kind) {
    case 'money':
      return format.money(Math.round(value), currency)
    case 'share':
      return format.percent(value)
    case 'multiple':
      return format.ratio(value)
    case 'count':
      return format.count(value)
  }
}

/** As short as it can be read: for tiles. */
export function shortFigureText(figure: Figure, value: number | null, currency: string, format: Format): string | null {
  return value !== null && FIGURES[figure].kind === 'money'
    ? format.shortMoney(Math.round(value), currency)
    : figureText(figure, value, currency, format)
}

/** What a column or tile is called where nothing around it says of what it is. */
export function figureName(figure: Figure, t: Text<'roi'>): string {
  return figure === 'commissionSettled' || figure === 'commissionPending' || figure === 'sampleCost'
    ? t(`columns.${figure}`)
    : t(`figures.${figure}`)
}

/** A value of a key as people read it: `@linh.daily`, a market's name, a day. */
export function keyText(key: RoiKey, value: string, { t, words, format }: RoiWords): string {
  if (value === '') {
    return t('none')
  }
  switch (key) {
    case 'creator':
      return `@${value}`
    case 'contentType': {
      const type = CONTENT_TYPES.find((known) => known === value)
      return type ? words(`contentType.${type}`) : value
    }
    case 'market':
      return words(`market.${value}` as 'market.US', { defaultValue: value })
    case 'day':
      return format.day(value)
    case 'month':
      return format.month(value)
    case 'shop':
    case 'client':
    case 'product':
    case 'content':
    case 'campaign':
    case 'staff':
    case 'week':
      return value
  }
}

/** A row's keys in words, one after the other; empty for the total. */
export function rowText(row: Pick<RoiRow, 'keys'>, words: RoiWords): string {
  // The keys of `keys` are ROI keys.
  return Object.entries(row.keys)
    .map(([key, value]) => keyText(key as RoiKey, value, words))
    .join(' · ')
}

export function chipText({ filter, value }: Chip, { t, words }: RoiWords): string {
  const named =
    filter === 'creators'
      ? value === ''
        ? t('none')
        : `@${value}`
      : filter === 'contentTypes'
        ? words(`contentType.${value}` as 'contentType.video', { defaultValue: value })
        : filter === 'statuses'
          ? words(`status.${value}` as 'status.settled', { defaultValue: value })
          : value === ''
            ? t('none')
            : value
  return `${t(`filters.of.${filter}`)}: ${named}`
}

const SHOWN_RATES = 3

/** How the figure is worked out, and from which data: one line each. */
export function explanation(figure: Figure, footnotes: Footnotes, { t, format }: RoiWords): string[] {
  const { shops, usedRates, currency } = footnotes
  const from = firstOf(shops.map(({ dataFrom }) => dataFrom))
  const to = lastOf(shops.map(({ dataTo }) => dataTo))
  const zones = new Set(shops.map(({ timezone }) => timezone))
  const [zone] = zones
  const at = Math.max(0, ...shops.map(({ lastImportAt }) => lastImportAt ?? 0))
  const rates = usedRates
    .slice(0, SHOWN_RATES)
    .map(({ base, quote, rate, day, source }) => t('explain.rate', { base, quote, rate, day: format.day(day), source }))
  const more = usedRates.length - rates.length
  return [
    t(`formula.${figure}`),
    from !== null && to !== null
      ? t('explain.data', {
          from: format.day(laterOf(footnotes.from, from)),
          to: format.day(earlierOf(footnotes.to, to)),
        })
      : t('explain.noData'),
    zones.size === 1 && zone !== undefined ? t('explain.zone', { zone }) : t('explain.zones'),
    ...(at > 0 ? [t('explain.imported', { at: format.instant(at) })] : []),
    ...(rates.length > 0
      ? [
          t('explain.converted', {
            currency,
            rates: [...rates, ...(more > 0 ? [t('explain.moreRates', { count: more })] : [])].join(' · '),
          }),
        ]
      : []),
  ]
}

/** First day of all that are known. */
export function firstOf(days: readonly (string | null)[]): string | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null)
}

export function lastOf(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}

function laterOf(limit: string | null, day: string): string {
  return limit !== null && limit > day ? limit : day
}

function earlierOf(limit: string | null, day: string): string {
  return limit !== null && limit < day ? limit : day
}
