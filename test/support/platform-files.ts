/**
 * Nine made-up lines of eight orders as every export of the platform spells them: written out by hand, header by header
 * and word by word, without the product's own dictionaries and writers.
 *
 * Amounts are in units of a market's own size: 1.00 USD, 1.000 VND, Rp1.000, 100円 and so on.
 */

import { HEADERS } from './platform-headers'

export interface Line {
  readonly order: number
  readonly sku: number
  readonly pay: number
  readonly quantity: number
  readonly sentBack: number
  readonly status: 'unpaid' | 'pending' | 'settled' | 'ineligible' | 'frozen'
  readonly content: 'video' | 'live' | 'showcase'
  readonly estimated: number
  readonly actualBase: number | null
  readonly actual: number | null
  readonly ads: readonly [estimated: number | null, actual: number | null]
  readonly bonus: readonly [estimated: number | null, actual: number | null]
  /** Shop-local, `YYYY-MM-DD HH:mm:ss`. */
  readonly created: string
}

const NONE = [null, null] as const

/** In the order of the files' rows; what each is there for stands beside its figures in the test. */
export const LINES: readonly Line[] = [
  line({ order: 1, pay: 50, quantity: 2, estimated: 5, actualBase: 50, actual: 5, created: '2026-01-31 23:59:59' }),
  line({
    order: 2,
    pay: 90,
    quantity: 3,
    sentBack: 1,
    estimated: 9,
    actualBase: 60,
    actual: 6,
    created: '2026-02-01 00:00:00',
  }),
  line({ order: 3, pay: 20, status: 'ineligible', content: 'live', estimated: 2, created: '2026-02-13 11:00:00' }),
  line({ order: 4, pay: 40, status: 'frozen', content: 'live', estimated: 4, created: '2026-02-14 11:00:00' }),
  line({ order: 5, pay: 33, status: 'unpaid', estimated: 3, created: '2026-02-14 12:00:00' }),
  line({ order: 6, pay: 0, status: 'pending', content: 'showcase', estimated: 0, created: '2026-02-15 12:00:00' }),
  line({
    order: 7,
    pay: 100,
    status: 'pending',
    estimated: 10,
    ads: [3, null],
    bonus: [2, 0],
    created: '2026-02-28 23:59:59',
  }),
  line({
    order: 7,
    sku: 2,
    pay: 10,
    sentBack: 1,
    estimated: 1,
    actualBase: 10,
    actual: 1,
    created: '2026-02-28 23:59:59',
  }),
  line({
    order: 8,
    pay: 30,
    estimated: 3,
    actualBase: 30,
    actual: 3,
    ads: [2, 1],
    bonus: [2, null],
    created: '2026-03-01 00:00:00',
  }),
]

function line(given: Partial<Line> & Pick<Line, 'order' | 'pay' | 'estimated' | 'created'>): Line {
  return {
    sku: 1,
    quantity: 1,
    sentBack: 0,
    status: 'settled',
    content: 'video',
    actualBase: null,
    actual: null,
    ads: NONE,
    bonus: NONE,
    ...given,
  }
}

interface Words {
  readonly status: Readonly<Record<Line['status'], string>>
  readonly content: Readonly<Record<Line['content'], string>>
  readonly yes: string
  readonly no: string
}

const word = (
  unpaid: string,
  pending: string,
  settled: string,
  ineligible: string,
  frozen: string,
): Words['status'] => ({ unpaid, pending, settled, ineligible, frozen })

const EN: Words = {
  status: word('Customer Unpaid', 'Pending', 'Settled', 'Ineligible', 'Frozen'),
  content: { video: 'Video', live: 'LIVE', showcase: 'Showcase' },
  yes: 'Yes',
  no: 'No',
}
const WORDS = {
  en: EN,
  zh: {
    status: word('待付款', '待确认', '已结算', '不符合条件', '已冻结'),
    content: { video: '视频', live: '直播', showcase: '商品橱窗' },
    yes: '是',
    no: '否',
  },
  vi: {
    status: word('Chưa thanh toán', 'Đang chờ xử lý', 'Đã quyết toán', 'Không đủ điều kiện', 'Đã đóng băng'),
    content: { video: 'Video', live: 'LIVE', showcase: 'Showcase' },
    yes: 'Có',
    no: 'Không',
  },
  id: {
    status: word('Belum dibayar', 'Tertunda', 'Sudah dibayar', 'Tidak memenuhi syarat', 'Dibekukan'),
    content: { video: 'Video Singkat', live: 'Siaran LIVE', showcase: 'Etalase' },
    yes: 'Ya',
    no: 'Tidak',
  },
  th: {
    status: word('AwaitingPayment', 'รอดำเนินการ', 'ชำระแล้ว', 'ไม่มีสิทธิ์', 'ถูกระงับ'),
    content: { video: 'วิดีโอ', live: 'LIVE', showcase: 'Showcase' },
    yes: 'ใช่',
    no: 'ไม่ใช่',
  },
  ja: {
    status: word('未払い', '支払い待ち', '支払い済み', '対象外', '凍結'),
    content: { video: '動画', live: 'LIVE', showcase: 'ショーケース' },
    yes: 'はい',
    no: 'いいえ',
  },
} satisfies Record<string, Words>

export interface Market {
  readonly language: keyof typeof WORDS
  readonly currency: string
  /** Spells an amount given in units. */
  readonly money: (units: number) => string
  /** Spells a shop-local time given as `YYYY-MM-DD HH:mm:ss`. */
  readonly time: (text: string) => string
}

const dayFirst = (text: string) => text.replace(/^(\d+)-(\d+)-(\d+)/, '$3/$2/$1')
const iso = (text: string) => text

export const MARKETS = {
  us: { language: 'en', currency: 'USD', money: (units) => units.toFixed(2), time: dayFirst },
  uk: { language: 'en', currency: 'GBP', money: (units) => `£${units.toFixed(2)}`, time: dayFirst },
  my: { language: 'zh', currency: 'MYR', money: (units) => `RM${units.toFixed(2)}`, time: iso },
  vn: { language: 'vi', currency: 'VND', money: (units) => (units === 0 ? '0₫' : `${units}.000₫`), time: dayFirst },
  id: { language: 'id', currency: 'IDR', money: (units) => (units === 0 ? 'Rp0' : `Rp${units}.000`), time: dayFirst },
  ph: { language: 'en', currency: 'PHP', money: (units) => `₱${units}.00`, time: dayFirst },
  th: { language: 'th', currency: 'THB', money: (units) => `฿${units}`, time: dayFirst },
  sg: { language: 'en', currency: 'SGD', money: (units) => `S$${units}.00`, time: dayFirst },
  jp: { language: 'ja', currency: 'JPY', money: (units) => (units === 0 ? '0円' : `${units}00円`), time: dayFirst },
} satisfies Record<string, Market>

/** By column number of the header; everything else is the kind's blank. */
type Cells = Readonly<Record<number, string>>

export const orderId = ({ order }: Line) => `57700000000000000${order}`
export const skuId = ({ sku }: Line) => `173000000000000000${sku}`
export const PRODUCT_ID = '1729000000000000001'
const contentId = ({ content }: Line) => (content === 'showcase' ? '' : '7400000000000000001')

/** The records of an export, header first. */
export function platformRecords(
  layout: keyof typeof HEADERS,
  market: Market,
  lines = LINES,
): readonly (readonly string[])[] {
  const header = HEADERS[layout]
  const blank = layout.startsWith('creator') ? '/' : ''
  const record = (each: Line) => {
    const cells = CELLS[layout](each, writing(market))
    return header.map((_, column) => cells[column] || blank)
  }
  return [header, ...lines.map(record)]
}

function writing({ language, currency, money, time }: Market) {
  return {
    words: WORDS[language],
    currency,
    time,
    money: (units: number | null) => (units === null ? '' : money(units)),
  }
}
type Writing = ReturnType<typeof writing>

const returned = (each: Line) => each.sentBack === each.quantity

type Run = readonly [from: number, cells: readonly string[]]

/** Cells by column, given as runs that each begin at a column. */
function runs(...all: readonly Run[]): Cells {
  return Object.fromEntries(all.flatMap(([from, cells]) => cells.map((cell, i) => [from + i, cell])))
}

/** Columns 0-29 of the seller's English export, which the Chinese one shares. */
function seller(each: Line, { words, currency, time, money }: Writing): Cells {
  const { pay, ads, bonus } = each
  return runs(
    [0, [orderId(each), PRODUCT_ID, 'Serum', skuId(each), money(pay), money(pay), currency, `${each.quantity}`]],
    [8, [returned(each) ? words.yes : words.no, 'Card', words.status[each.status], '@Mia.Glow']],
    [12, [words.content[each.content], contentId(each), 'Open', '10%']],
    [16, [money(pay), money(each.estimated), money(each.actualBase), money(each.actual)]],
    [20, [ads[0] === null ? '' : '3%', money(ads[0]), money(ads[1]), money(bonus[0]), money(bonus[1])]],
    [25, [time(each.created), time(each.created), '', '', 'TikTok']],
  )
}

/** The same cells at the places that `places` gives: theirs in this header, the seller's in English. */
function moved(cells: Cells, places: readonly (readonly [to: number, from: number])[]): Cells {
  return Object.fromEntries(places.map(([to, from]) => [to, cells[from] ?? '']))
}

const shifted = (first: number, last: number, by: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => [first + i + by, first + i] as const)

const CELLS: Readonly<Record<keyof typeof HEADERS, (each: Line, writing: Writing) => Cells>> = {
  sellerEn: seller,
  sellerZh: seller,
  sellerUk: (each, writing) => ({
    ...moved(seller(each, writing), [...shifted(0, 11, 0), ...shifted(12, 29, 1)]),
    12: 'GB',
  }),
  sellerVi: (each, writing) => ({
    ...moved(seller(each, writing), [
      ...shifted(0, 2, 0),
      [4, 3],
      ...shifted(4, 7, 2),
      ...shifted(9, 14, 1),
      ...shifted(15, 24, 4),
      ...shifted(25, 26, 6),
      [37, 29],
    ]),
    ...runs([3, ['red']], [5, ['S-1']], [29, [`${each.sentBack}`, '0']]),
  }),
  sellerId: (each, writing) => ({
    ...moved(seller(each, writing), [
      ...shifted(0, 2, 0),
      [4, 3],
      ...shifted(4, 24, 2),
      ...shifted(25, 26, 4),
      [35, 29],
    ]),
    ...runs([3, ['merah']], [5, ['S-1']], [27, [`${each.sentBack}`, '0']]),
  }),
  creatorEn: creatorSide,
  creatorTh: creatorSide,
  tapEn: partnerSide,
  tapJa: partnerSide,
}

function creatorSide(each: Line, { words, currency, time, money }: Writing): Cells {
  const { pay, ads } = each
  return runs(
    [0, [orderId(each), skuId(each), 'Serum', PRODUCT_ID, money(pay), `${each.quantity}`, `${each.sentBack}`, 'Glow']],
    [11, [currency, '', words.status[each.status]]],
    [16, [words.content[each.content], contentId(each), '10%']],
    // The last is the platform's own bonus, which the seller does not pay.
    [23, [money(pay), money(pay), money(each.estimated), money(ads[0]), money(7)]],
    [33, [money(each.actualBase), money(each.actual), money(ads[1]), money(7)]],
    [43, [time(each.created)]],
  )
}

function partnerSide(each: Line, { words, time, money }: Writing): Cells {
  const { pay } = each
  return runs(
    [0, [orderId(each), skuId(each), PRODUCT_ID, 'Serum', '@Mia.Glow', 'Glow', 'GLOW1', words.content[each.content]]],
    [8, [contentId(each), '7500000000000000001', '', money(pay), `${each.quantity}`, money(pay), money(pay)]],
    [15, [money(each.estimated), money(each.ads[0]), money(each.bonus[0]), words.status[each.status]]],
    [20, [returned(each) ? words.yes : words.no, time(each.created)]],
  )
}
