/**
 * What every cell goes through before it is read as anything: invisible characters out, blanks recognised.
 */

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g
/** Anything beyond printable ASCII, or white space that is not a single inner space: such a text needs cleaning. */
const NEEDS_CLEANING = /[^\x21-\x7E ]|^ | $| {2}/

/** NFC, without zero-width characters, every run of white space (also NBSP, U+3000, line breaks, TAB) one space, trimmed. */
export function cleanText(text: string): string {
  if (!NEEDS_CLEANING.test(text)) {
    return text
  }
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\u00A0\u3000]+/g, ' ')
    .trim()
}

const BLANKS = new Set(['', '-', '--', '---', '/', '—', '–', 'n/a', '#n/a', "'-", "'--"])

/** Whether a cleaned cell stands for "nothing given", which is not 0. */
export function isBlank(cleaned: string): boolean {
  return cleaned === '' || (cleaned.length <= 4 && BLANKS.has(cleaned.toLowerCase()))
}

/** A trailing bracket that holds a symbol or an ISO code: `($)`, `(rp)`, `(usd)`; never `(utc)` or `(skuorders)`. */
const CURRENCY_BRACKET = /\((?!utc|sku)(?:\p{Sc}|円|元|rp|rm|đ|[a-z]{0,2}\$|[a-z]{3})\)$/u

/**
 * A header as headers are compared: lower case, brackets half width, no spaces at all, without trailing `:*` and a
 * trailing bracket that holds a currency. `达人归因 GMV (₫)` and `达人归因GMV` are the same header.
 */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/[\s\u00A0\u3000]+/g, '')
    .toLowerCase()
    .replace(/[:：*]+$/, '')
    .replace(CURRENCY_BRACKET, '')
    .replace(/[:：*]+$/, '')
}

/** A word of a closed list (status, content type, yes/no) as such words are compared: cleaned, lower case, no spaces. */
export function wordKey(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[\s_]+/g, '')
}

/** The symbol or code in a header's trailing bracket (`GPM (₫)` gives `₫`), or null. */
export function headerSymbol(header: string): string | null {
  const bracket = /[（(]([^()（）]{1,4})[)）]\s*$/.exec(cleanText(header))
  return bracket?.[1]?.trim() ?? null
}

const SUMMARY_WORDS = new Set(
  [
    'Summary',
    'Ringkasan',
    'Total',
    'Totals',
    'Grand total',
    'Subtotal',
    'Sum',
    '总计值',
    '总计',
    '合计',
    '汇总',
    '小计',
    '百分比变化',
    'Tổng',
    'Tổng cộng',
    'Tóm tắt',
    'Jumlah',
    'Keseluruhan',
    'ยอดรวม',
    'รวม',
    'รวมทั้งหมด',
    'สรุป',
    '合計',
    '総計',
    '集計',
    'Resumen',
    'Resumo',
  ].map(wordKey),
)

/** Whether a row that begins with this cell sums other rows up: `Summary`, `总计值`, `Total of 14 results`. */
export function isSummaryCell(text: string): boolean {
  const key = wordKey(text).replace(/[:：]$/, '')
  return key !== '' && (SUMMARY_WORDS.has(key) || /^totalof[\d,.]+results?$/.test(key))
}
