/** The demo shops' income files, written as the platform writes them and imported like any other. */

import { rm, utimes } from 'node:fs/promises'
import path from 'node:path'

import { decimalsOf } from '../../../shared/domain/currencies'
import { dayNumber } from '../../../shared/domain/days'
import { type DemoIncomeLine, type DemoPayout, type DemoToSettle, incomeOf } from '../../../shared/domain/demo/income'
import type { DemoLine } from '../../../shared/domain/demo/line'
import type { DemoShop } from '../../../shared/domain/demo/shops'
import type { WorkspaceContext } from '../context'
import { writeCsv } from '../files/csv-write'
import { importFile } from '../importing/import-file'
import type { Reporter } from '../progress'

const DAY_SECONDS = 86_400

/** Shops whose finance person fetched income files, and how many months of orders they are about. */
export const INCOME_SHOPS: readonly string[] = ['us', 'usx', 'th']
export const INCOME_MONTHS = 4

interface IncomeImport {
  readonly shop: DemoShop
  readonly shopId: string
  readonly lines: readonly DemoLine[]
  readonly until: string
  readonly folder: string
}

/** Order details, what is still to settle, and the payouts; answers how many files. */
export async function importIncome(
  context: WorkspaceContext,
  { shop, shopId, lines, until, folder }: IncomeImport,
  reporter: Reporter,
): Promise<number> {
  const { lines: settled, toSettle, payouts } = incomeOf(shop, lines, until)
  const money = (amount: number) => moneyText(amount, shop.currency)
  const sheets = [
    ['income', shop.market === 'US' ? AMERICAN : SOUTHEAST_ASIAN, settled],
    ['income_to_settle', TO_SETTLE, toSettle],
    ['payments', PAYMENTS, payouts],
  ] as const
  let files = 0
  for (const [name, columns, rows] of sheets) {
    reporter.checkWanted()
    if (rows.length === 0) continue
    const file = path.join(folder, `${name}_${shop.market}_${shop.key}_${until.replaceAll('-', '')}.csv`)
    await writeCsv(file, recordsOf(columns, rows, { money, currency: shop.currency }))
    const exportedAt = (dayNumber(until) + 1) * DAY_SECONDS
    await utimes(file, exportedAt, exportedAt)
    const quiet = { ...reporter, report: () => {} }
    await importFile(context, { path: file, shopId, corrections: [] }, quiet, { backup: false })
    await rm(file)
    files += 1
  }
  return files
}

interface Spelling {
  readonly money: (amount: number) => string
  readonly currency: string
}
type Row = DemoIncomeLine | DemoToSettle | DemoPayout
type Column = readonly [header: string, cell: (row: never, spelling: Spelling) => string]

function* recordsOf(columns: readonly Column[], rows: readonly Row[], spelling: Spelling): Generator<string[]> {
  yield columns.map(([header]) => header)
  // Each sheet's columns are declared for its own rows.
  for (const row of rows) yield columns.map(([, cell]) => cell(row as never, spelling))
}

const date = (day: string): string => day.replaceAll('-', '/')

function moneyText(amount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return (amount / 10 ** decimals).toFixed(decimals)
}

const column = (header: string, cell: (row: DemoIncomeLine, spelling: Spelling) => string): Column => [header, cell]
const AMOUNTS: readonly Column[] = [
  column('Transaction fee', ({ transaction }, { money }) => money(transaction)),
  column('Affiliate commission', ({ creators }, { money }) => money(creators)),
  column('Affiliate Shop Ads commission', ({ ads }, { money }) => money(ads)),
  column('Adjustment amount', ({ adjustment }, { money }) => money(adjustment)),
]

const AMERICAN: readonly Column[] = [
  column('Statement date', ({ settled }) => date(settled)),
  column('Statement ID', ({ settled }) => `34${settled.replaceAll('-', '')}000000001`),
  column('Type', ({ type }) => type),
  column('Order/adjustment ID', ({ id }) => id),
  column('Order created date', ({ created }) => date(created)),
  column('SKU ID', ({ skuId }) => skuId),
  column('Product name', ({ product }) => product),
  column('Quantity', ({ quantity }) => String(quantity)),
  column('Currency', (_, { currency }) => currency),
  column('Total settlement amount', ({ settlement }, { money }) => money(settlement)),
  column('Net sales', ({ revenue }, { money }) => money(revenue)),
  column('Fees', ({ fees }, { money }) => money(fees)),
  column('Referral fee', ({ platform }, { money }) => money(platform)),
  column('TikTok Shop shipping fee', ({ shipping }, { money }) => money(shipping)),
  ...AMOUNTS,
]

const SOUTHEAST_ASIAN: readonly Column[] = [
  column('Order/adjustment ID  ', ({ id }) => id),
  column('Type', ({ type }) => type),
  column('Order created time', ({ created }) => date(created)),
  column('Order settled time', ({ settled }) => date(settled)),
  column('Currency', (_, { currency }) => currency),
  column('Total settlement amount', ({ settlement }, { money }) => money(settlement)),
  column('Total revenue', ({ revenue }, { money }) => money(revenue)),
  column('Total fees', ({ fees }, { money }) => money(fees)),
  column('TikTok Shop commission fee', ({ platform }, { money }) => money(platform)),
  column('Seller shipping fee', ({ shipping }, { money }) => money(shipping)),
  ...AMOUNTS,
]

const waiting = (header: string, cell: (row: DemoToSettle, spelling: Spelling) => string): Column => [header, cell]
const TO_SETTLE: readonly Column[] = [
  waiting('Order/adjustment ID', ({ id }) => id),
  waiting('Type', () => 'Order'),
  waiting('Order created date', ({ created }) => date(created)),
  waiting('SKU ID', ({ skuId }) => skuId),
  waiting('Currency', (_, { currency }) => currency),
  waiting('Total estimated settlement amount', ({ settlement }, { money }) => money(settlement)),
  waiting('Unsettled reasons', ({ reason }) => reason),
]

const payout = (header: string, cell: (row: DemoPayout, spelling: Spelling) => string): Column => [header, cell]
const PAYMENTS: readonly Column[] = [
  payout('Payment ID', ({ id }) => id),
  payout('Payment amount', ({ amount }, { money }) => money(amount)),
  payout('Payment initiation date', ({ started }) => date(started)),
  payout('Payment completion date', ({ completed }) => date(completed)),
  payout('Bank account', () => '****4410'),
  payout('Status', () => 'Paid'),
  payout('Currency', (_, { currency }) => currency),
]
