/**
 * Writes order lines as the platform's own export files look, in any of its layouts and languages: for the demonstration
 * agency, for saving rejected rows in their own shape, and for tests.
 */

import type { LayoutColumn } from '../../../shared/domain/import-layouts/layout'
import { LAYOUTS, type LayoutName } from '../../../shared/domain/import-layouts/recognise'
import type { DateOrder, FileLanguage } from '../../../shared/domain/imports'
import { findCurrency, type Currency } from '../../../shared/domain/currencies'
import {
  ORDER_COLUMNS,
  type CellKind,
  type ContentType,
  type OrderColumn,
  type OrderStatus,
} from '../../../shared/domain/orders'
import { writeCsv } from './csv-write'
import { writeWorkbook } from './xlsx-adapter'

interface CellTypes {
  readonly id: string
  readonly text: string
  readonly handle: string
  readonly currency: string
  readonly status: OrderStatus
  readonly contentType: ContentType
  readonly flag: boolean
  readonly count: number
  /** Basis points. */
  readonly rate: number
  /** Minor units. */
  readonly money: number
  /** Local wall-clock seconds. */
  readonly time: number
}

/** One line by what its cells mean; what is left out is blank in the file. */
export type OrderRow = { readonly [C in OrderColumn]?: CellTypes[(typeof ORDER_COLUMNS)[C]] | null }

export interface Spelling {
  readonly dateOrder: DateOrder
  /** `12.50`, `$12.50` or `12.50 USD`, with `,` between thousands where there is a symbol or code. */
  readonly money: 'plain' | 'symbol' | 'code'
  readonly percentSigns: boolean
}

const PLATFORM_SPELLING: Spelling = { dateOrder: 'DMY', money: 'plain', percentSigns: true }

const STATUS_NAMES: Readonly<Record<FileLanguage, Readonly<Record<OrderStatus, string>>>> = {
  en: { unpaid: 'Customer Unpaid', pending: 'Pending', settled: 'Settled', ineligible: 'Ineligible', frozen: 'Frozen' },
  zh: { unpaid: '客户未付款', pending: '待确认', settled: '已结算', ineligible: '不符合条件', frozen: '已冻结' },
  vi: {
    unpaid: 'Khách hàng chưa thanh toán',
    pending: 'Đang chờ xử lý',
    settled: 'Đã quyết toán',
    ineligible: 'Không đủ điều kiện',
    frozen: 'Đã đóng băng',
  },
  id: {
    unpaid: 'Belum dibayar',
    pending: 'Tertunda',
    settled: 'Sudah dibayar',
    ineligible: 'Tidak memenuhi syarat',
    frozen: 'Dibekukan',
  },
  th: { unpaid: 'AwaitingPayment', pending: 'รอดำเนินการ', settled: 'ชำระแล้ว', ineligible: 'ไม่มีสิทธิ์', frozen: 'ถูกระงับ' },
  ja: { unpaid: '未払い', pending: '支払い待ち', settled: '支払い済み', ineligible: '対象外', frozen: '凍結' },
}

const CONTENT_NAMES: Readonly<Record<FileLanguage, Readonly<Record<ContentType, string>>>> = {
  en: {
    unknown: '',
    video: 'Video',
    live: 'LIVE',
    showcase: 'Showcase',
    shop: 'Shop',
    external: 'External Traffic Program',
  },
  zh: { unknown: '', video: '视频', live: '直播', showcase: '商品橱窗', shop: '商品卡', external: '站外流量计划' },
  vi: {
    unknown: '',
    video: 'Video',
    live: 'LIVE',
    showcase: 'Gian hàng trưng bày',
    shop: 'Thẻ sản phẩm',
    external: 'Chương trình Lưu lượng truy cập bên ngoài',
  },
  id: {
    unknown: '',
    video: 'Video Singkat',
    live: 'Siaran LIVE',
    showcase: 'Etalase',
    shop: 'Kartu produk',
    external: 'Program Trafik Eksternal',
  },
  th: { unknown: '', video: 'วิดีโอ', live: 'ไลฟ์', showcase: 'โชว์เคส', shop: 'ร้านค้า', external: 'ลิงก์แชร์' },
  ja: {
    unknown: '',
    video: '動画',
    live: 'ライブ配信',
    showcase: 'ショーケース',
    shop: 'ショップ',
    external: '外部トラフィックプログラム',
  },
}

const FLAG_NAMES: Readonly<Record<FileLanguage, readonly [no: string, yes: string]>> = {
  en: ['No', 'Yes'],
  zh: ['否', '是'],
  vi: ['Không', 'Có'],
  id: ['Tidak', 'Ya'],
  th: ['ไม่ใช่', 'ใช่'],
  ja: ['いいえ', 'はい'],
}

/** Writes rows as an export of that layout; answers how many lines it holds. */
export async function writeOrderExport(
  file: string,
  {
    layout,
    container,
    currency,
    spelling,
  }: { layout: LayoutName; container: 'csv' | 'xlsx'; currency: string; spelling?: Spelling },
  rows: Iterable<OrderRow>,
): Promise<number> {
  let count = 0
  const records = function* (): Generator<readonly string[]> {
    for (const record of orderRecords(layout, currency, rows, spelling)) {
      count += 1
      yield record
    }
  }
  await (container === 'csv' ? writeCsv(file, records()) : writeWorkbook(file, 'Orders', records()))
  return count - 1
}

/** The header and the rows of an export, as texts. */
export function* orderRecords(
  name: LayoutName,
  currencyCode: string,
  rows: Iterable<OrderRow>,
  spelling = PLATFORM_SPELLING,
): Generator<readonly string[]> {
  const layout = LAYOUTS.find((each) => each.name === name)
  const currency = findCurrency(currencyCode)
  if (!layout || !currency) {
    throw new Error(`no layout ${name} in ${currencyCode}`)
  }
  yield layout.columns.map(([header]) => header)
  const blank = layout.kind === 'creatorOrders' ? '/' : ''
  const cell = (row: OrderRow, [, column]: LayoutColumn) => {
    const text = column === null ? '' : cellText(column, row, { currency, language: layout.language, spelling })
    return text === '' ? blank : text
  }
  for (const row of rows) {
    yield layout.columns.map((column) => cell(row, column))
  }
}

interface Writing {
  readonly currency: Currency
  readonly language: FileLanguage
  readonly spelling: Spelling
}

type Writers = { readonly [K in CellKind]: (value: CellTypes[K], writing: Writing) => string }

const WRITERS: Writers = {
  id: String,
  text: String,
  handle: String,
  currency: String,
  count: String,
  status: (status, { language }) => STATUS_NAMES[language][status],
  contentType: (type, { language }) => CONTENT_NAMES[language][type],
  flag: (flag, { language }) => FLAG_NAMES[language][flag ? 1 : 0],
  rate: (points, { spelling }) => `${points / 100}${spelling.percentSigns ? '%' : ''}`,
  money: (minor, { currency, spelling }) => moneyText(minor, currency, spelling.money),
  time: (second, { spelling }) => timeText(second, spelling.dateOrder),
}

function cellText(column: OrderColumn, row: OrderRow, writing: Writing): string {
  const value = row[column]
  // `OrderRow` gives each column the type that its kind's writer takes.
  const write = WRITERS[ORDER_COLUMNS[column]] as (value: string | number | boolean, writing: Writing) => string
  return value === undefined || value === null ? '' : write(value, writing)
}

function moneyText(minor: number, currency: Currency, style: Spelling['money']): string {
  const whole = minor % 10 ** (currency.decimals - currency.fileDecimals) === 0
  const plain = (minor / 10 ** currency.decimals).toFixed(whole ? currency.fileDecimals : currency.decimals)
  if (style === 'plain') {
    return plain
  }
  const grouped = plain.replace(/^-?\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))
  return style === 'code' ? `${grouped} ${currency.code}` : `${currency.symbols[0] ?? ''}${grouped}`
}

function timeText(second: number, order: DateOrder): string {
  const [date = '', clock = ''] = new Date(second * 1000).toISOString().slice(0, 19).split('T')
  const [year, month, day] = date.split('-')
  const written = { YMD: `${year}-${month}-${day}`, DMY: `${day}/${month}/${year}`, MDY: `${month}/${day}/${year}` }
  return `${written[order]} ${clock}`
}
