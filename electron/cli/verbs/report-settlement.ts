/** `report settlement`: a shop's month from estimated to actual commission. */

import type { SettlementFigures, SettlementLineRow, SettlementSheet } from '../../../shared/contract/settlement'
import { type Cause, CAUSES } from '../../../shared/domain/settlement'
import type { Answer, Call, Verb } from '../command'
import { csv } from '../csv'
import { count, decimal, money } from '../figures'
import { type Column, table } from '../table'
import { UsageError } from '../usage'
import { findShop } from '../values'

const NAME = 'report settlement'

export const REPORT_SETTLEMENT: Verb = {
  noun: 'report',
  verb: 'settlement',
  words: '',
  count: [0, 0],
  summary: 'estimated against actual commission of a month',
  notes: [
    'The month is that of the order, in the time zone of the shop. estimated + all causes = actual, which is the commission of "report roi". The definition of every figure is in docs/command-line.md.',
    'Amounts are in minor units with --json; as people write them in the table and in CSV.',
  ],
  options: {
    shop: { value: 'NAME_OR_ID', required: true, help: 'whose month' },
    month: { value: 'MONTH', required: true, help: 'as 2026-10' },
    differing: { help: 'only what differs from the estimate' },
    creator: { value: 'HANDLE', help: 'the order lines of this creator instead' },
    limit: { value: 'N', help: 'at most so many lines of a creator, else 500' },
    format: { value: 'FORMAT', oneOf: ['csv'], help: 'for a spreadsheet instead of a table' },
  },
  workspace: 'open',
  run: settlement,
}

const MOST_LINES = 500

async function settlement(call: Call): Promise<Answer> {
  const { client, options } = call
  const format = options.text('format')
  if (format !== undefined && options.has('json')) {
    throw new UsageError('--json and --format exclude each other', NAME)
  }
  const month = options.needed('month')
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new UsageError(`--month takes a month as 2026-10; "${month}" is none`, NAME)
  }
  const shop = await findShop(client, options.needed('shop'))
  const scope = { shopId: shop.id, month }
  const creator = options.text('creator')
  const differing = options.has('differing')
  if (creator !== undefined) {
    const limit = Math.min(options.whole('limit', 1) ?? MOST_LINES, MOST_LINES)
    const handle = creator.replace(/^@/u, '').toLowerCase()
    const json = await client.settlement.lines({ ...scope, creator: handle, differing, limit })
    const text = format === 'csv' ? linesCsv(json.rows, shop.currency) : linesText(json, shop.currency)
    return { json, text }
  }
  const sheet = await client.settlement.sheet(scope)
  const json = differing ? { ...sheet, rows: sheet.rows.filter((row) => row.differing > 0) } : sheet
  return { json, text: format === 'csv' ? sheetCsv(json) : sheetText(json, differing) }
}

const AMOUNTS = [
  'gmv',
  'refunds',
  'estimated',
  'actual',
  'difference',
  'shopAds',
  'bonus',
  'tax',
  'paid',
  'due',
] as const

/** What came since the month was closed. */
const SINCE = ['gmv', 'refunds', 'actual'] as const

function sheetCsv({ rows, currency, month, shopName }: SettlementSheet): string {
  return csv(
    [
      'shop',
      'month',
      'currency',
      'creator',
      'orders',
      ...AMOUNTS,
      ...CAUSES,
      ...CAUSES.map((cause) => `waiting.${cause}`),
      ...SINCE.map((figure) => `since.${figure}`),
    ],
    rows.map((row) => [
      shopName,
      month,
      currency,
      row.creator,
      String(row.orders),
      ...AMOUNTS.map((figure) => decimal(row[figure], currency)),
      ...CAUSES.map((cause) => decimal(row.adjustments[cause], currency)),
      ...CAUSES.map((cause) => decimal(row.waiting[cause], currency)),
      ...SINCE.map((figure) => (row.since === null ? '' : decimal(row.since[figure], currency))),
    ]),
  )
}

type Named = SettlementFigures & { readonly creator: string }

function sheetText({ rows, total, currency, month, shopName }: SettlementSheet, differing: boolean): string {
  const amount = (title: string, of: (row: Named) => number): Column<Named> => ({
    title,
    of: (row) => money(of(row), currency),
    right: true,
  })
  const columns: Column<Named>[] = [
    { title: 'creator', of: ({ creator }) => creator },
    { title: 'orders', of: ({ orders }) => count(orders), right: true },
    amount('gmv', (row) => row.gmv),
    amount('refunds', (row) => row.refunds),
    amount('estimated', (row) => row.estimated),
    ...shownCauses(total, 'adjustments').map((cause) => amount(cause, (row) => row.adjustments[cause])),
    amount('actual', (row) => row.actual),
    amount('paid', (row) => row.paid),
    amount('due', (row) => row.due),
    ...(total.since === null ? [] : [amount('since close', (row) => row.since?.actual ?? 0)]),
  ]
  const named = rows.map((row) => ({ ...row, creator: row.creator || '(nobody named)' }))
  // Filtered, the rows are not the total.
  const all = differing ? named : [...named, { ...total, creator: 'total' }]
  return [
    table(all, columns),
    '',
    `${shopName}, ${month}, amounts in ${currency}. ${count(total.differing)} of ${count(total.lines)} lines differ from the estimate.`,
    ...(total.since === null
      ? []
      : [`Closed: these are the frozen figures. ${count(total.since.lines)} lines came, changed or went since.`]),
    ...shownCauses(total, 'waiting').map(
      (cause) => `May still not come, ${cause}: ${money(total.waiting[cause], currency)}.`,
    ),
  ].join('\n')
}

function shownCauses(total: SettlementFigures, of: 'adjustments' | 'waiting'): Cause[] {
  return CAUSES.filter((cause) => total[of][cause] !== 0)
}

function linesCsv(rows: readonly SettlementLineRow[], currency: string): string {
  return csv(
    ['order', 'product', 'sku', 'day', 'status', 'estimated', 'actual', 'difference', 'cause', 'said', 'file', 'row'],
    rows.map((line) => [
      line.orderId,
      line.productId,
      line.skuId,
      line.day ?? '',
      line.status,
      decimal(line.estimated, currency),
      decimal(line.actual, currency),
      decimal(line.difference, currency),
      line.cause ?? '',
      line.said?.person ?? '',
      line.fileName,
      String(line.row),
    ]),
  )
}

function linesText(
  { rows, total }: { readonly rows: readonly SettlementLineRow[]; readonly total: number },
  currency: string,
): string {
  const amount = (title: 'estimated' | 'actual' | 'difference'): Column<SettlementLineRow> => ({
    title,
    of: (line) => money(line[title], currency),
    right: true,
  })
  const columns: Column<SettlementLineRow>[] = [
    { title: 'order', of: ({ orderId }) => orderId },
    { title: 'day', of: ({ day }) => day ?? '' },
    { title: 'status', of: ({ status }) => status },
    amount('estimated'),
    amount('actual'),
    amount('difference'),
    { title: 'cause', of: ({ cause, said }) => `${cause ?? ''}${said === null ? '' : ' (said)'}` },
    {
      title: 'file',
      of: ({ fileName, row, changedSince }) =>
        `${fileName} row ${row}${changedSince ? ' (changed since the close)' : ''}`,
    },
  ]
  return [table(rows, columns), '', `${count(rows.length)} of ${count(total)} lines, amounts in ${currency}.`].join(
    '\n',
  )
}
