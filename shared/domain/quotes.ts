/**
 * Quote requests: the seven things that somebody must know to name a price for content.
 *
 * Source: what the industry asks for before it quotes (market; category and products; followers; form and number of
 * contents; dates and budget; samples; past cases).
 */

import { decimalsOf } from './currencies'

export const QUOTE_INPUTS = ['market', 'category', 'followers', 'content', 'period', 'samples', 'pastCases'] as const
export type QuoteInput = (typeof QUOTE_INPUTS)[number]

export const CONTENT_FORMS = ['video', 'live', 'videoAndLive'] as const
export type ContentForm = (typeof CONTENT_FORMS)[number]

export interface Quote {
  readonly market: string | null
  readonly category: string | null
  /** Names or ids, as people write them. */
  readonly products: readonly string[]
  readonly followersFrom: number | null
  readonly followersTo: number | null
  readonly contentForm: string | null
  readonly contentCount: number | null
  /** Days. */
  readonly fromDay: string | null
  readonly toDay: string | null
  /** Minor units. */
  readonly budget: number | null
  readonly currency: string | null
  readonly samples: string | null
  readonly pastCases: string | null
  readonly note: string | null
}

const IS_GIVEN: Readonly<Record<QuoteInput, (quote: Quote) => boolean>> = {
  market: ({ market }) => said(market),
  category: ({ category, products }) => said(category) && products.length > 0,
  followers: ({ followersFrom, followersTo }) => followersFrom !== null || followersTo !== null,
  content: ({ contentForm, contentCount }) => said(contentForm) && contentCount !== null && contentCount > 0,
  period: ({ fromDay, toDay, budget, currency }) =>
    said(fromDay) && said(toDay) && budget !== null && currency !== null,
  samples: ({ samples }) => said(samples),
  pastCases: ({ pastCases }) => said(pastCases),
}

/** Which of the seven are not answered, or only in part; in their order. */
export function missingInputs(quote: Quote): QuoteInput[] {
  return QUOTE_INPUTS.filter((input) => !IS_GIVEN[input](quote))
}

function said(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}

/** A request as it is sent: what it is about, a line for each of the seven, and how it begins and ends. */
export interface QuoteLetter {
  readonly title: string
  readonly greeting: string
  readonly lines: readonly { readonly name: string; readonly value: string }[]
  readonly note: string | null
  readonly closing: string
}

export type QuoteLanguage = 'en' | 'zh-CN'

interface Words {
  readonly title: string
  readonly greeting: (to: string | null) => string
  readonly inputs: Readonly<Record<QuoteInput, string>>
  readonly forms: Readonly<Record<ContentForm, string>>
  readonly pieces: (form: string, count: string) => string
  readonly from: (count: string) => string
  readonly upTo: (count: string) => string
  readonly budget: (amount: string) => string
  readonly open: string
  readonly closing: string
  readonly colon: string
}

const WORDS: Readonly<Record<QuoteLanguage, Words>> = {
  en: {
    title: 'Request for a quote',
    greeting: (to) => (to === null ? 'Hello,' : `Hello ${to},`),
    inputs: {
      market: 'Market',
      category: 'Category and products',
      followers: 'Followers',
      content: 'Content',
      period: 'Dates and budget',
      samples: 'Samples',
      pastCases: 'Past cases',
    },
    forms: { video: 'videos', live: 'LIVE sessions', videoAndLive: 'videos and LIVE sessions' },
    pieces: (form, count) => `${count} ${form}`,
    from: (count) => `from ${count}`,
    upTo: (count) => `up to ${count}`,
    budget: (amount) => `budget ${amount}`,
    open: 'to be agreed',
    closing: 'Please tell us your price for this, what it includes, and when you could begin. Thank you!',
    colon: ': ',
  },
  'zh-CN': {
    title: '询价单',
    greeting: (to) => (to === null ? '你好：' : `${to}，你好：`),
    inputs: {
      market: '市场',
      category: '类目与商品',
      followers: '粉丝量级',
      content: '内容形式与数量',
      period: '时间与预算',
      samples: '样品',
      pastCases: '过往案例',
    },
    forms: { video: '短视频', live: '直播', videoAndLive: '短视频和直播' },
    pieces: (form, count) => `${form} ${count} 条/场`,
    from: (count) => `${count} 以上`,
    upTo: (count) => `${count} 以内`,
    budget: (amount) => `预算 ${amount}`,
    open: '待商议',
    closing: '请告知报价、包含的内容以及最早可以开始的时间，谢谢！',
    colon: '：',
  },
}

/** The request in words; what is not given is to be agreed, and never made up. `to`: whom it greets. */
export function quoteLetter(quote: Quote, language: QuoteLanguage, to: string | null): QuoteLetter {
  const words = WORDS[language]
  const values: Readonly<Record<QuoteInput, string>> = {
    market: quote.market ?? '',
    category: [quote.category ?? '', quote.products.join(', ')].filter(Boolean).join(' · '),
    followers: followersText(quote, words),
    content: contentText(quote, words),
    period: periodText(quote, words),
    samples: quote.samples ?? '',
    pastCases: quote.pastCases ?? '',
  }
  return {
    title: words.title,
    greeting: words.greeting(to),
    lines: QUOTE_INPUTS.map((input) => ({ name: words.inputs[input], value: values[input].trim() || words.open })),
    note: said(quote.note) ? quote.note : null,
    closing: words.closing,
  }
}

/** The letter as text to paste into a chat. */
export function letterText({ greeting, lines, note, closing }: QuoteLetter, language: QuoteLanguage): string {
  const { colon } = WORDS[language]
  const body = lines.map(({ name, value }, index) => `${index + 1}. ${name}${colon}${value}`)
  return [greeting, '', ...body, '', ...(note === null ? [] : [note, '']), closing].join('\n')
}

function followersText({ followersFrom, followersTo }: Quote, { from, upTo }: Words): string {
  if (followersFrom !== null && followersTo !== null) return `${grouped(followersFrom)} – ${grouped(followersTo)}`
  if (followersFrom !== null) return from(grouped(followersFrom))
  return followersTo === null ? '' : upTo(grouped(followersTo))
}

function contentText({ contentForm, contentCount }: Quote, { forms, pieces }: Words): string {
  const known = CONTENT_FORMS.find((form) => form === contentForm)
  const form = known ? forms[known] : (contentForm ?? '')
  return contentCount === null ? form : pieces(form, String(contentCount))
}

function periodText({ fromDay, toDay, budget, currency }: Quote, words: Words): string {
  const days = [fromDay, toDay].filter((day) => day !== null).join(' – ')
  const money = budget === null || currency === null ? '' : words.budget(`${currency} ${amountText(budget, currency)}`)
  return [days, money].filter(Boolean).join(', ')
}

/** `12,500`: groups of three, in both languages. */
function grouped(value: number | string): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/gu, ',')
}

/** Minor units in major ones, exactly: `1,234.50`. */
function amountText(minor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = String(minor).padStart(decimals + 1, '0')
  const whole = grouped(digits.slice(0, digits.length - decimals))
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
}
