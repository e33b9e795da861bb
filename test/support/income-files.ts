/** Income files as the platform writes them: amounts as texts, `/` for blank, in the layouts of the markets. */

import fs from 'node:fs'
import path from 'node:path'

import { utils, write } from '@e965/xlsx'

import { csvLine } from '../../electron/workspace/files/csv-write'

/** Cells of one line by header; what is not given is `/`. */
export type IncomeCells = Readonly<Record<string, string>>

/** Order details of Southeast Asia's files, all 54 columns, with the platform's own slips of spelling. */
export const SEA_HEADERS = [
  'Order/adjustment ID  ',
  'Type',
  'Order created time',
  'Order settled time',
  'Currency',
  'Total settlement amount',
  'Total revenue',
  'Subtotal after seller discounts',
  'Subtotal before discounts',
  'Seller discounts',
  'Refund subtotal after seller discounts',
  'Refund subtotal before seller discounts',
  'Refund of seller discounts',
  'Total fees',
  'Transaction fee',
  'TikTok Shop commission fee',
  'Seller shipping fee',
  'Actual shipping fee',
  'Platform shipping fee discount',
  'Customer shipping fee',
  'Refund customer shipping fee',
  'Actual return shipping fee',
  'Shipping fee subsidy',
  'Affiliate commission',
  'Affiliate partner commission',
  'Affiliate Shop Ads commission\t',
  'Affiliate commission deposit',
  'Affiliate commission refund',
  'Affiliate Partner shop ads commission',
  'SFP service fee',
  'Bonus cashback service fee',
  'LIVE Specials service fee',
  'Voucher Xtra service fee',
  'EAMS Program service fee',
  'Flash Sale service fee',
  'TikTok PayLater program fee',
  'Shipping service fee',
  'Campaign resource fee',
  'Order processing fee',
  'Pre-order service fee',
  'GMV Max Coupon',
  'Ajustment amount',
  'Related order ID',
  'Customer payment',
  'Customer refund',
  'Seller co-funded voucher discount',
  'Refund of seller co-funded voucher discount',
  'Platform discounts',
  'Refund of platform discounts',
  'Platform co-funded voucher discounts',
  'Refund of platform co-funded voucher discounts',
  'Seller shipping fee discount',
  'Estimated package weight (g)',
  'Actual package weight (g)',
] as const

/** One sheet of a workbook: its name, its header and its lines. */
export interface IncomeSheet {
  readonly name: string
  readonly headers: readonly string[]
  readonly lines: readonly IncomeCells[]
}

/** The records of a sheet; headers of lines are compared without what stands around them. */
export function recordsOf({ headers, lines }: Pick<IncomeSheet, 'headers' | 'lines'>): string[][] {
  return [[...headers], ...lines.map((line) => headers.map((header) => line[header.trim()] ?? '/'))]
}

/** Order details with these lines. */
export function orderDetails(
  lines: readonly IncomeCells[],
  headers: readonly string[] = SEA_HEADERS,
  name = 'Order details',
): IncomeSheet {
  return { name, headers, lines }
}

export function writeIncomeCsv(folder: string, name: string, sheet: IncomeSheet): string {
  const file = path.join(folder, name)
  fs.writeFileSync(
    file,
    `\uFEFF${recordsOf(sheet)
      .map((record) => csvLine(record))
      .join('')}`,
  )
  return file
}

/** A workbook of several sheets, every cell a text. */
export function writeIncomeXlsx(folder: string, name: string, sheets: readonly IncomeSheet[]): string {
  const file = path.join(folder, name)
  const book = utils.book_new()
  for (const sheet of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(recordsOf(sheet)), sheet.name)
  // The library answers bytes for this type.
  fs.writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
  return file
}

/** An order's line in dollars: revenue, fees by column, and what comes of it, worked out here in cents. */
export function orderLine(
  order: string,
  settled: string,
  revenue: string,
  fees: IncomeCells = {},
  more: IncomeCells = {},
): IncomeCells {
  const cents = (text: string | undefined) => Math.round(Number(text ?? '0') * 100)
  const total = Object.values(fees).reduce((sum, fee) => sum + cents(fee), 0)
  const text = (amount: number) => (amount / 100).toFixed(2)
  return {
    'Order/adjustment ID': order,
    Type: 'Order',
    'Order created time': settled,
    'Order settled time': settled,
    Currency: 'USD',
    'Total revenue': revenue,
    'Total fees': text(total),
    'Total settlement amount': text(cents(revenue) + total + cents(more['Ajustment amount'])),
    ...fees,
    ...more,
  }
}
