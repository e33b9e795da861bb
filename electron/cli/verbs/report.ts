/** `report`: the ROI table, in figures anybody can check. */

import { resolve } from 'node:path'

import { ROI_COLUMNS, type RoiRow, type RoiTable } from '../../../shared/contract/roi'
import { ROI_KEYS, type RoiKey } from '../../../shared/domain/roi'
import { given, type Answer, type Call, type Verb } from '../command'
import { csv } from '../csv'
import { count, decimal, factor, money, percent } from '../figures'
import { table, type Column } from '../table'
import { UsageError } from '../usage'
import { findShop, readDay } from '../values'

export const REPORT_VERBS: readonly Verb[] = [
  {
    noun: 'report',
    verb: 'roi',
    words: '',
    count: [0, 0],
    summary: 'what creators sold and what it was worth',
    notes: [
      `Keys: ${ROI_KEYS.join(', ')}. Days are those of each shop's time zone, both ends included. The definition of every figure is in docs/command-line.md.`,
      'Amounts are in minor units with --json; as people write them in the table and in CSV. Lines in a currency without a rate for their day are left out and listed as missing rates, never guessed.',
    ],
    options: {
      by: { value: 'KEY[,KEY]', required: true, help: 'what the rows are' },
      from: { value: 'DAY', help: 'first day' },
      to: { value: 'DAY', help: 'last day' },
      shop: { value: 'NAME_OR_ID', many: true, help: 'only this shop' },
      currency: {
        value: 'CODE',
        help: 'what all amounts are converted to; else the currency of the shops, or of the workspace',
      },
      'include-estimates': {
        help: 'commission not settled yet counts as estimated (this is so unless told otherwise)',
      },
      'settled-only': { help: 'only lines whose commission is settled' },
      limit: { value: 'N', help: 'at most so many rows; the total is over all' },
      format: { value: 'FORMAT', oneOf: ['csv', 'xlsx'], help: 'a file for a spreadsheet instead of a table' },
      out: { value: 'FILE', help: 'where that file goes; CSV else goes to standard output' },
    },
    workspace: 'open',
    run: roi,
  },
]

/** Rows asked for at once. */
const PAGE = 20_000

async function roi(call: Call): Promise<Answer> {
  const { client, options } = call
  const by = keysOf(options.needed('by'))
  const format = options.text('format')
  if (options.has('include-estimates') && options.has('settled-only')) {
    throw new UsageError('--include-estimates and --settled-only exclude each other', 'report roi')
  }
  if (format !== undefined && options.has('json')) {
    throw new UsageError('--json and --format exclude each other', 'report roi')
  }
  const scope = await scopeOf(call)
  const limit = options.whole('limit', 1)
  const file = options.text('out')
  if (file !== undefined || format === 'xlsx') {
    if (file === undefined || format === undefined) {
      throw new UsageError('--out and --format go together', 'report roi')
    }
    const columns = [...by, 'currency', ...ROI_COLUMNS].map((key) => ({ key, title: key }))
    const json = await client.roi.export({
      ...scope,
      by,
      limit: limit ?? 100_000,
      format: format === 'xlsx' ? 'xlsx' : 'csv',
      to: resolve(file),
      columns,
    })
    return { json, text: `${json.file}: ${count(json.rows)} rows` }
  }
  const answer = await wholeTable(call, { ...scope, by }, limit)
  const { currency, from, to, rows, total, missingRates, footnotes } = answer
  const json = {
    currency,
    from,
    to,
    rows,
    total,
    missingRates,
    rowCount: answer.rowCount,
    unknownCosts: footnotes.unknownCosts,
    usedRates: footnotes.usedRates,
  }
  return { json, text: format === 'csv' ? csvOf(rows, by) : textOf(answer, by) }
}

function keysOf(text: string): RoiKey[] {
  const keys = text.split(',').map((word) => {
    const key = ROI_KEYS.find((each) => each === word.trim())
    if (key === undefined) {
      throw new UsageError(`--by takes ${ROI_KEYS.join(', ')}; "${word}" is none of them`, 'report roi')
    }
    return key
  })
  if (keys.length > 3 || new Set(keys).size < keys.length) {
    throw new UsageError('--by takes one to three different keys', 'report roi')
  }
  return keys
}

async function scopeOf({ client, options }: Call) {
  const from = options.text('from')
  const to = options.text('to')
  const scope = {
    ...given('from', from === undefined ? undefined : readDay(from, 'from')),
    ...given('to', to === undefined ? undefined : readDay(to, 'to')),
    ...given('currency', options.text('currency')?.toUpperCase()),
    settledOnly: options.has('settled-only'),
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(`--from ${from} is after --to ${to}`, 'report roi')
  }
  const shops: string[] = []
  for (const name of options.texts('shop')) {
    shops.push((await findShop(client, name)).id)
  }
  return { ...scope, ...given('shops', shops.length === 0 ? undefined : shops) }
}

/** Every row up to the limit, page after page: the answer's own limit is one page. */
async function wholeTable(
  { client }: Call,
  input: Parameters<typeof client.roi.table>[0],
  limit = Number.POSITIVE_INFINITY,
): Promise<RoiTable> {
  const first = await client.roi.table({ ...input, limit: Math.min(limit, PAGE), offset: 0 })
  const rows = [...first.rows]
  while (rows.length < Math.min(limit, first.rowCount)) {
    const next = await client.roi.table({ ...input, limit: Math.min(limit - rows.length, PAGE), offset: rows.length })
    if (next.rows.length === 0) {
      break
    }
    rows.push(...next.rows)
  }
  return { ...first, rows }
}

const MONEY = new Set<string>([
  'gmv',
  'refunds',
  'netGmv',
  'commission',
  'commissionSettled',
  'commissionPending',
  'sampleCost',
  'fees',
  'ads',
  'otherCosts',
  'platformFees',
  'cogs',
  'contribution',
])

function csvOf(rows: readonly RoiRow[], by: readonly RoiKey[]): string {
  const cells = rows.map((row) => [
    ...by.map((key) => row.keys[key] ?? ''),
    row.currency,
    ...ROI_COLUMNS.map((column) => cellOf(row, column)),
  ])
  return csv([...by, 'currency', ...ROI_COLUMNS], cells)
}

function cellOf(row: RoiRow, column: (typeof ROI_COLUMNS)[number]): string {
  const value = row[column]
  return value === null ? '' : MONEY.has(column) ? decimal(value, row.currency) : String(value)
}

/** All costs that people entered; null where the role hides one of them. */
function costsOf({ sampleCost, fees, ads, otherCosts }: RoiRow): number | null {
  return sampleCost === null || fees === null || ads === null || otherCosts === null
    ? null
    : sampleCost + fees + ads + otherCosts
}

function textOf(
  { rows, total, rowCount, currency, missingRates, footnotes, from, to }: RoiTable,
  by: readonly RoiKey[],
): string {
  const amount = (title: string, of: (row: RoiRow) => number | null): Column<RoiRow> => ({
    title,
    of: (row) => money(of(row), row.currency),
    right: true,
  })
  const columns: Column<RoiRow>[] = [
    ...by.map((key, at) => ({
      title: key,
      of: (row: RoiRow) => (row === total ? (at === 0 ? 'TOTAL' : '') : row.keys[key] || '-'),
    })),
    { title: 'orders', of: (row) => count(row.orders), right: true },
    { title: 'units', of: (row) => count(row.units), right: true },
    amount('gmv', (row) => row.gmv),
    amount('refunds', (row) => row.refunds),
    amount('netGmv', (row) => row.netGmv),
    amount('commission', (row) => row.commission),
    amount('costs', costsOf),
    amount('platformFees', (row) => row.platformFees),
    amount('cogs', (row) => row.cogs),
    amount('contribution', (row) => row.contribution),
    { title: 'roi', of: (row) => factor(row.roi), right: true },
    { title: 'refunds', of: (row) => percent(row.refundRate), right: true },
  ]
  const left = rowCount - rows.length
  return [
    table([...rows, total], columns),
    '',
    `Amounts in ${currency}, ${daysText(from, to)}. "costs" are samples, fees, ads and other costs.`,
    ...(left > 0 ? [`${count(left)} more rows are in the total; --limit shows more.`] : []),
    ...missingRates.map(
      (rate) =>
        `MISSING RATE ${rate.base} to ${rate.quote}, ${rate.from}..${rate.to}: ${count(rate.lines)} lines are left out. See "rates put".`,
    ),
    ...(footnotes.unknownCosts.length > 0
      ? [`Nothing is known of ${footnotes.unknownCosts.join(', ')}: contribution is too high by them.`]
      : []),
  ].join('\n')
}

function daysText(from: string | null, to: string | null): string {
  return from === null && to === null ? 'all days' : `${from ?? 'the first day'}..${to ?? 'the last day'}`
}
