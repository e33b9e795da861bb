/**
 * Prices said in a text against the price on the product page: what is said has to match ("less than $10" is fine for 9.99,
 * "$9" is not).
 *
 * Judged is an amount in the shop's currency a little below the price, which is how prices are rounded down; amounts far from
 * it are discounts, shipping or something else.
 */

import { decimalsOf } from '../currencies'
import type { Reading } from './fold'
import { sourceOf } from './sources'
import type { Finding } from './types'

/** Minor units of the currency. */
export interface PagePrice {
  readonly amount: number
  readonly currency: string
}

/** How a currency is written, folded: before the number, after it. */
const WRITTEN: Readonly<Record<string, readonly [before: string, after: string]>> = {
  USD: ['us\\$|\\$|usd', 'dollars|bucks|usd|美元|美金|刀'],
  SGD: ['s\\$|\\$|sgd', 'sgd|dollars|新币'],
  MYR: ['rm|myr', 'ringgit|rm|myr|马币'],
  PHP: ['₱|php|p', 'pesos|php|比索'],
  THB: ['฿|thb', 'บาท|baht|thb|泰铢'],
  IDR: ['rp\\.?|idr', 'rupiah|idr|ribu|rb|k|印尼盾'],
  VND: ['₫|vnd', '₫|đ|vnd|vnđ|k|nghìn|ngàn|đồng|越南盾'],
  GBP: ['£|gbp', 'pounds|quid|gbp|英镑'],
  EUR: ['€|eur', '€|euros|euro|eur|欧元'],
  MXN: ['\\$|mxn', 'pesos|mxn'],
  BRL: ['r\\$|brl', 'reais|brl'],
  JPY: ['¥|jpy', '円|yen|jpy|日元'],
  SAR: ['sar', 'riyals|sar'],
}
/** A thousand of the currency, where prices are said so. */
const THOUSANDS = new Set(['k', 'rb', 'ribu', 'nghìn', 'ngàn'])
/** Said before an amount that is not the price itself but above it. */
const BELOW =
  /(?:less than|under|below|cheaper than|<|not even|off|save|minus|不到|低于|不超过|少于|立减|省|减|di bawah|kurang dari|diskon|hemat|potongan|ไม่ถึง|ต่ำกว่า|ลด|dưới|chưa tới|chưa đến|không đến|giảm)[^.!?。！？\n\d]{0,6}$/
/** The least share of the price that is taken for the price rounded down. */
const NEAR = 0.8

export function priceFindings(text: string, reading: Reading, price: PagePrice): Finding[] {
  const forms = WRITTEN[price.currency]
  if (!forms) return []
  const [before, after] = forms
  const number = '\\d[\\d.,]*\\d|\\d'
  const amounts = new RegExp(`(?:(${before})\\s?)?(${number})(?:\\s?(${after})(?![a-z]))?`, 'g')
  const decimals = decimalsOf(price.currency)
  return [...reading.text.matchAll(amounts)].flatMap(({ 0: whole, 1: sign, 2: digits = '', 3: word, index }) => {
    if (sign === undefined && word === undefined) return []
    const said = amountOf(digits, decimals) * (word !== undefined && THOUSANDS.has(word) ? 1000 : 1)
    const minor = Math.round(said * 10 ** decimals)
    if (minor >= price.amount || minor < price.amount * NEAR || BELOW.test(reading.text.slice(0, index))) return []
    const [start, end] = [reading.from[index] ?? 0, reading.to[index + whole.length - 1] ?? 0]
    return [finding(text, start, end, price, decimals)]
  })
}

/** `1.299.000`, `1,299.50`, `9,99`: the last mark with one or two digits behind it is the decimal one, where there are decimals. */
function amountOf(digits: string, decimals: number): number {
  const parts = /^(.*)[.,](\d{1,2})$/.exec(digits)
  const whole = (parts?.[1] ?? digits).replace(/[.,]/g, '')
  if (!parts) return Number(whole)
  return decimals === 0 ? Number(whole + (parts[2] ?? '')) : Number(`${whole}.${parts[2] ?? ''}`)
}

function finding(text: string, start: number, end: number, price: PagePrice, decimals: number): Finding {
  const shown = `${price.currency} ${(price.amount / 10 ** decimals).toFixed(decimals)}`
  return {
    start,
    end,
    text: text.slice(start, end),
    rule: 'price.differs',
    theme: 'price',
    level: 'stop',
    markets: [],
    reason: {
      en: `The price that is said has to match the product page: ${shown}.`,
      'zh-CN': `口播价格必须与商品页一致：${shown}。`,
    },
    source: sourceOf('price'),
    safer: shown,
    language: null,
    also: [],
  }
}
