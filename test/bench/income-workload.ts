/** A made-up shop's income files and affiliate lines for measuring, with what is true of them known by how they are made. */

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { OrderRow } from '../../electron/workspace/files/order-export'
import { SEA_HEADERS } from '../support/income-files'

/** Files of a shop, each with the settlements of some five weeks. */
export const INCOME_FILES = 10
const LINES_PER_PIECE = 2000
const FIRST_DAY = Date.UTC(2025, 0, 1) / 86_400_000
const DAYS = 350
const DAY_SECONDS = 86_400

/*
 * Income settles one order a line, `lines` of them. Of twenty orders ten are affiliates', one of which was charged otherwise
 * than its line says, and one of the others was charged and has no line. Of affiliate lines there is one more for each
 * twenty, in no income file, every second of these not settled yet.
 */
const SHARE = 20

/** How many orders stand how, for `lines` income lines; `lines` is a multiple of 40. */
export function expectedStates(lines: number) {
  const share = lines / SHARE
  return {
    matched: lines / 2 - share,
    differs: share,
    onlyIncome: share,
    none: lines / 2 - share,
    onlyAffiliate: share / 2,
    open: share / 2,
  }
}

export function affiliateLines(lines: number): number {
  return lines / 2 + lines / SHARE
}

const isAffiliates = (i: number): boolean => i % 2 === 0
const dayOf = (i: number, lines: number): number => FIRST_DAY + Math.floor((i / lines) * DAYS)
const paymentOf = (i: number): number => 1000 + (i % 977) * 10
const commissionOf = (i: number): number => paymentOf(i) / 10

/** The commission that income charges for an order, cents. */
export function chargedOf(i: number): number {
  if (isAffiliates(i)) return commissionOf(i) + (i % SHARE === 0 ? 90 : 0)
  return i % SHARE === 1 ? commissionOf(i) : 0
}

export function orderIdOf(i: number): bigint {
  return 577_000_000_000_000_000n + BigInt(i)
}

/** Writes the income files; answers their paths. */
export function writeIncome(folder: string, lines: number): string[] {
  mkdirSync(folder, { recursive: true })
  const size = Math.ceil(lines / INCOME_FILES)
  return Array.from({ length: INCOME_FILES }, (_, file) => {
    const path = join(folder, `income_${file}.csv`)
    const handle = openSync(path, 'w')
    let piece = `\uFEFF${SEA_HEADERS.map((header) => `"${header}"`).join(',')}\r\n`
    for (let i = file * size; i < Math.min(lines, (file + 1) * size); i++) {
      piece += incomeLine(i, lines)
      if (i % LINES_PER_PIECE === 0) {
        writeSync(handle, piece)
        piece = ''
      }
    }
    writeSync(handle, piece)
    closeSync(handle)
    return path
  })
}

const AT = {
  id: SEA_HEADERS.indexOf('Order/adjustment ID  '),
  type: SEA_HEADERS.indexOf('Type'),
  created: SEA_HEADERS.indexOf('Order created time'),
  settled: SEA_HEADERS.indexOf('Order settled time'),
  currency: SEA_HEADERS.indexOf('Currency'),
  settlement: SEA_HEADERS.indexOf('Total settlement amount'),
  revenue: SEA_HEADERS.indexOf('Total revenue'),
  fees: SEA_HEADERS.indexOf('Total fees'),
  transaction: SEA_HEADERS.indexOf('Transaction fee'),
  affiliate: SEA_HEADERS.indexOf('Affiliate commission'),
}

function incomeLine(i: number, lines: number): string {
  const [payment, charged, day] = [paymentOf(i), chargedOf(i), dayOf(i, lines)]
  const transaction = (payment * 3) / 100
  const cells = Array<string>(SEA_HEADERS.length).fill('/')
  cells[AT.id] = String(orderIdOf(i))
  cells[AT.type] = 'Order'
  cells[AT.created] = dayText(day)
  cells[AT.settled] = dayText(day + 12)
  cells[AT.currency] = 'USD'
  cells[AT.revenue] = money(payment)
  cells[AT.transaction] = money(-Math.round(transaction))
  cells[AT.affiliate] = charged === 0 ? '/' : money(-charged)
  cells[AT.fees] = money(-Math.round(transaction) - charged)
  cells[AT.settlement] = money(payment - Math.round(transaction) - charged)
  return `${cells.join(',')}\r\n`
}

const dayTexts = new Map<number, string>()

/** `YYYY/MM/DD` */
function dayText(day: number): string {
  const text = dayTexts.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/')
  dayTexts.set(day, text)
  return text
}

function money(minor: number): string {
  return (minor / 100).toFixed(2)
}

/** The affiliate lines of the same shop. */
export function* affiliatesOf(lines: number): Generator<OrderRow> {
  for (let i = 0; i < lines; i += 2) yield affiliateRow(i, lines, true)
  for (let k = 0; k < lines / SHARE; k++) {
    // Orders of their own, ordered on days that the income files cover.
    yield affiliateRow(lines + k, lines + lines / SHARE, k % 2 === 0)
  }
}

function affiliateRow(i: number, lines: number, isSettled: boolean): OrderRow {
  const payment = paymentOf(i)
  const second = (Math.min(dayOf(i, lines), FIRST_DAY + DAYS - 30) + 0.5) * DAY_SECONDS
  return {
    orderId: String(orderIdOf(i)),
    productId: '1729000000000000001',
    skuId: '1729000000000000101',
    price: payment,
    payment,
    currency: 'USD',
    quantity: 1,
    fullyReturned: false,
    status: isSettled ? 'settled' : 'pending',
    creator: `creator.${i % 500}`,
    contentType: 'video',
    standardRate: 1000,
    estimatedBase: payment,
    estimatedStandard: commissionOf(i),
    actualBase: isSettled ? payment : null,
    actualStandard: isSettled ? commissionOf(i) : null,
    created: second,
    delivered: second + 3 * DAY_SECONDS,
  }
}

/** What a spreadsheet would do: both sides by order id, then one beside the other. Answers how many differ by more than a cent. */
export function comparePlainly(lines: number): () => number {
  const charged = Array.from({ length: lines }, (_, i) => ({ id: String(orderIdOf(i)), amount: chargedOf(i) }))
  const earned = [...affiliatesOf(lines)].map(({ orderId, estimatedStandard }) => ({
    id: orderId ?? '',
    amount: estimatedStandard ?? 0,
  }))
  return () => {
    const byOrder = new Map<string, number>()
    for (const { id, amount } of earned) byOrder.set(id, (byOrder.get(id) ?? 0) + amount)
    let differing = 0
    for (const { id, amount } of charged) {
      const commission = byOrder.get(id)
      if (commission !== undefined && Math.abs(amount - commission) > 1) differing++
    }
    return differing
  }
}
