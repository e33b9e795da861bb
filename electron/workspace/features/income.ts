/** Income: what the platform paid out, against what affiliate lines say of the same orders. */

import { compareShop } from '../../../db/facts/income-compare'
import { type LateOrder, queryLate } from '../../../db/facts/income-late'
import { type IncomeDetail, queryOrderIncome, queryPayouts } from '../../../db/facts/income-lines'
import {
  type ComparedOrder,
  queryComparedOrders,
  queryComparison,
  queryIncomeMonths,
} from '../../../db/facts/income-query'
import { findImport, listImports } from '../../../db/repositories/imports'
import {
  ComparedOrderRow,
  IncomeMonthRow,
  type IncomeLineRow,
  type IncomeOverview,
  LateOrderRow,
  type LateOrdersAnswer,
} from '../../../shared/contract/income'
import { decimalsOf } from '../../../shared/domain/currencies'
import { dayInZone, dayNumber, dayOfNumber, firstDayOfMonth, monthOfDay } from '../../../shared/domain/days'
import type { Comparison } from '../../../shared/domain/income/compare'
import { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import { writeTable } from '../exporting/write-table'
import { findShop } from '../lookups/shops'
import { shownTo } from '../roles/showing'
import { os } from '../serve'
import { lateRule } from '../settling/late'
import { dueAfter, termsOf } from '../settling/terms'

/** A longer list is exported. */
const LATE_SHOWN = 2000
const PAGE = 500

export const income = {
  overview: os.income.overview.handler(({ input, context }) => overviewOf(context, input.shopId)),

  orders: os.income.orders.handler(async ({ input, context }) => {
    const { shop, reader } = asked(context, input.shopId)
    const { total, rows } = await queryComparedOrders(reader, { ...input, month: monthGiven(input.month) })
    return { currency: shop.currency, total, rows: rows.map(toOrderRow) }
  }),

  lines: os.income.lines.handler(async ({ input, context }) => {
    const { shop, reader } = asked(context, input.shopId)
    return { currency: shop.currency, rows: toLines(context, await queryOrderIncome(reader, shop.id, input.orderId)) }
  }),

  payouts: os.income.payouts.handler(async ({ input, context }) => {
    const { shop, reader } = asked(context, input.shopId)
    return { currency: shop.currency, rows: toLines(context, await queryPayouts(reader, shop.id)) }
  }),

  late: os.income.late.handler(({ input, context }) => lateOf(context, input.shopId, LATE_SHOWN)),

  export: os.income.export.handler(async ({ input, context }) => {
    const { currency } = findShop(context.host.current().workspace.db, input.shopId)
    const rows = await exported(context, input)
    return writeTable(
      input.to,
      input.to.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv',
      input.headers.map(({ title }) => title),
      rows.map((row) => input.headers.map(({ key }) => cellOf(row, key, currency))),
    )
  }),
}

function asked({ host }: WorkspaceContext, shopId: string) {
  const { workspace } = host.current()
  return { shop: findShop(workspace.db, shopId), reader: workspace.reader }
}

async function overviewOf(context: WorkspaceContext, shopId: string): Promise<IncomeOverview> {
  const { shop, reader } = asked(context, shopId)
  const { months, toSettle } = await queryIncomeMonths(reader, shopId)
  const compared = await queryComparison(reader, shopId)
  const { cover } = await compareShop(reader, shopId)
  const files = listImports(context.host.current().workspace.db, shopId)
  return {
    shopId,
    currency: shop.currency,
    files: files.filter(({ kind, deleted }) => kind === 'income' && deleted === 0).length,
    covered: cover && { from: dayOfNumber(cover.firstSettled), to: dayOfNumber(cover.lastSettled) },
    months: months.map((row) => ({ ...row, month: monthText(row.month) })),
    // Orders without any day are in the list of orders, in no month.
    compared: compared
      .filter(({ month }) => month > 0)
      .map((row) => ({ ...row, month: monthText(row.month), difference: row.charged - row.commission })),
    toSettle,
  }
}

/** At most so many rows; counts and the amount are of all. */
async function lateOf(context: WorkspaceContext, shopId: string, most = Infinity): Promise<LateOrdersAnswer> {
  const { shop, reader } = asked(context, shopId)
  const today = dayNumber(dayInZone(context.now(), shop.timezone))
  const terms = termsOf(context.host.current().workspace.db, shop)
  const { coveredTo, rows, unknown } = await queryLate(reader, shopId, { today, dueOf: dueAfter(terms) })
  return {
    currency: shop.currency,
    coveredTo: coveredTo === null ? null : dayOfNumber(coveredTo),
    rule: lateRule(terms(today)),
    rows: rows.slice(0, most).map((row) => toLateRow(row, coveredTo ?? 0)),
    total: rows.length,
    amount: rows.reduce((sum, { amount }) => sum + amount, 0),
    unknown,
  }
}

interface Exported {
  readonly shopId: string
  readonly what: 'months' | 'orders' | 'late'
  readonly month?: string | undefined
  readonly states: readonly Comparison[]
}

/** What is hidden from the role is null. */
async function exported(context: WorkspaceContext, { what, shopId, month, states }: Exported): Promise<object[]> {
  switch (what) {
    case 'months':
      return shown(context, IncomeMonthRow, (await overviewOf(context, shopId)).months)
    case 'late':
      return shown(context, LateOrderRow, (await lateOf(context, shopId)).rows)
    case 'orders': {
      const { reader } = asked(context, shopId)
      const all: ComparedOrderRow[] = []
      for (let offset = 0, total = 1; offset < total; offset += PAGE) {
        const page = await queryComparedOrders(reader, {
          shopId,
          states,
          offset,
          limit: PAGE,
          month: monthGiven(month),
        })
        total = page.total
        all.push(...page.rows.map(toOrderRow))
      }
      return shown(context, ComparedOrderRow, all)
    }
  }
}

function shown<T extends object>(context: WorkspaceContext, schema: z.ZodType<T>, rows: readonly T[]): T[] {
  const list = z.array(schema)
  // What is hidden of the answer is null there, whatever else the schema says.
  return (shownTo(context, list, {})?.([...rows]) ?? rows) as T[]
}

/** Money as a decimal number; a group of fees by `groups.<name>`. */
function cellOf(row: object, key: string, currency: string): string | number | boolean | null {
  const [field = '', part] = key.split('.')
  const whole: unknown = Object.entries(row).find(([name]) => name === field)?.[1]
  const value: unknown =
    part === undefined || typeof whole !== 'object' || whole === null
      ? whole
      : Object.entries(whole).find(([name]) => name === part)?.[1]
  if (typeof value === 'number') return COUNTS.has(key) ? value : value / 10 ** decimalsOf(currency)
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

const COUNTS: ReadonlySet<string> = new Set(['lines', 'days'])

/** A month `YYYY-MM` as months since 1970-01. */
function monthGiven(month: string | undefined): number | undefined {
  return month === undefined ? undefined : monthOfDay(dayNumber(`${month}-01`))
}

/** `YYYY-MM` of a month since 1970-01. */
function monthText(month: number): string {
  return dayOfNumber(firstDayOfMonth(month)).slice(0, 7)
}

function dayOf(day: number | null): string | null {
  return day === null ? null : dayOfNumber(day)
}

function toOrderRow({ month, created, settled, ...order }: ComparedOrder): ComparedOrderRow {
  return {
    ...order,
    month: month > 0 ? monthText(month) : null,
    difference: order.charged - order.commission,
    created: dayOf(created),
    settled: dayOf(settled),
  }
}

function toLateRow({ delivered, due, ...row }: LateOrder, coveredTo: number): LateOrderRow {
  return { ...row, delivered: dayOfNumber(delivered), due: dayOfNumber(due), days: coveredTo - due }
}

function toLines({ host }: WorkspaceContext, details: readonly IncomeDetail[]): IncomeLineRow[] {
  const { db } = host.current().workspace
  const names = new Map<string, string>()
  return details.map(({ importId, created, settled, amounts, ...line }) => {
    const file = names.get(importId) ?? findImport(db, importId)?.fileName ?? ''
    names.set(importId, file)
    return {
      ...line,
      file,
      created: dayOf(created),
      settled: dayOf(settled),
      amounts: Object.entries(amounts).map(([name, amount]) => ({ name, amount })),
    }
  })
}
