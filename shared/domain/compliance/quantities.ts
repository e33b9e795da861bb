/** Numbers with a unit in a folded text, so that what a script says can be held against what the claim sheet allows. */

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly dimension: string
  /** In the dimension's smallest unit. */
  readonly value: number
  readonly written: string
}

/** Unit words by dimension with how many of the smallest unit they are; longer words first where one begins another. */
const UNITS: Readonly<Record<string, readonly (readonly [factor: number, words: string])[]>> = {
  minutes: [
    [1, 'minutes|minute|mins|min|分钟|menit|นาที|phút'],
    [60, 'hours|hour|hrs|hr|h|个小时|小时|jam|ชั่วโมง|ชม|giờ|tiếng'],
    [1440, 'days|day|天|hari|วัน|ngày'],
    [10_080, 'weeks|week|周|星期|minggu|สัปดาห์|tuần'],
    [43_200, 'months|month|个月|bulan|เดือน|tháng'],
  ],
  millilitres: [
    [1, 'ml|毫升|มล'],
    [1000, 'litres|liters|litre|liter|升|ลิตร|lít'],
  ],
  grams: [
    [1, 'grams|gram|g|克|กรัม'],
    [1000, 'kg|kilos|公斤|千克|กิโลกรัม|กก'],
  ],
  milliampHours: [[1, 'mah|毫安时|毫安']],
  watts: [[1, 'watts|watt|w|瓦|วัตต์']],
  metres: [[1, 'metres|meters|metre|meter|m|米|เมตร|mét']],
  percent: [[1, '%|percent|persen|เปอร์เซ็นต์|phần trăm']],
}
const UNIT_OF = new Map(
  Object.entries(UNITS).flatMap(([dimension, rows]) =>
    rows.flatMap(([factor, words]) => words.split('|').map((word) => [word, { dimension, factor }] as const)),
  ),
)
const WORDS = [...UNIT_OF.keys()].toSorted((a, b) => b.length - a.length).join('|')
const QUANTITY = new RegExp(
  `(?<![\\d.,])(\\d{1,7}(?:[.,]\\d{1,2})?)[\\s\\-]{0,2}(${WORDS})(?![a-z\\u00C0-\\u024F\\u1E00-\\u1EFF])`,
  'g',
)
/** A degree of sun protection stands behind its word. */
const FACTORS = /\b(spf|upf)[\s-]{0,2}(\d{1,3})/g

export function quantitiesIn(folded: string): Quantity[] {
  const measured = [...folded.matchAll(QUANTITY)].flatMap(({ 0: written, 1: number = '', 2: word = '', index }) => {
    const unit = UNIT_OF.get(word)
    const value = Number(number.replace(',', '.')) * (unit?.factor ?? 1)
    return unit ? [{ start: index, end: index + written.length, dimension: unit.dimension, value, written }] : []
  })
  const factors = [...folded.matchAll(FACTORS)].map(({ 0: written, 1: dimension = '', 2: number = '', index }) => ({
    start: index,
    end: index + written.length,
    dimension,
    value: Number(number),
    written,
  }))
  return [...measured, ...factors].toSorted((a, b) => a.start - b.start)
}
