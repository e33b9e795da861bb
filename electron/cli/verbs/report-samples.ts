/** `report samples`: what samples cost and brought back, beside the ROI table's own figures. */

import {
  SAMPLE_REPORT_KEYS,
  type SampleReport,
  type SampleReportKey,
  type SampleReportRow,
} from '../../../shared/contract/sample-costs'
import { given, type Answer, type Call, type Verb } from '../command'
import { csv } from '../csv'
import { count, decimal, factor, money } from '../figures'
import { table, type Column } from '../table'
import { UsageError } from '../usage'
import { findShop, readDay } from '../values'

export const REPORT_SAMPLES: Verb = {
  noun: 'report',
  verb: 'samples',
  words: '',
  count: [0, 0],
  summary: 'what samples cost and what came back',
  notes: [
    `Keys: ${SAMPLE_REPORT_KEYS.join(', ')}. Samples count on the day they were shipped, in their shop's time zone, both ends included. The definition of every figure is in docs/command-line.md.`,
    'Amounts are in minor units with --json; as people write them in the table and in CSV.',
  ],
  options: {
    by: { value: 'KEY', required: true, help: 'what the rows are' },
    from: { value: 'DAY', help: 'first day' },
    to: { value: 'DAY', help: 'last day' },
    shop: { value: 'NAME_OR_ID', many: true, help: 'only this shop' },
    currency: {
      value: 'CODE',
      help: 'what all amounts are converted to; else the currency of the shops, or of the workspace',
    },
    format: { value: 'FORMAT', oneOf: ['csv'], help: 'for a spreadsheet instead of a table' },
  },
  workspace: 'open',
  run: samples,
}

async function samples(call: Call): Promise<Answer> {
  const { client, options } = call
  const format = options.text('format')
  if (format !== undefined && options.has('json')) {
    throw new UsageError('--json and --format exclude each other', 'report samples')
  }
  const json = await client.sampleCosts.report(await inputOf(call))
  const by = keyOf(options.needed('by'))
  return { json, text: format === 'csv' ? csvOf(json, by) : textOf(json, by) }
}

async function inputOf({ client, options }: Call) {
  const from = options.text('from')
  const to = options.text('to')
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(`--from ${from} is after --to ${to}`, 'report samples')
  }
  const shops: string[] = []
  for (const name of options.texts('shop')) shops.push((await findShop(client, name)).id)
  return {
    by: keyOf(options.needed('by')),
    ...given('from', from === undefined ? undefined : readDay(from, 'from')),
    ...given('to', to === undefined ? undefined : readDay(to, 'to')),
    ...given('currency', options.text('currency')?.toUpperCase()),
    ...given('shops', shops.length === 0 ? undefined : shops),
  }
}

function keyOf(text: string): SampleReportKey {
  const key = SAMPLE_REPORT_KEYS.find((each) => each === text.trim())
  if (key === undefined) {
    throw new UsageError(`--by takes ${SAMPLE_REPORT_KEYS.join(', ')}; "${text}" is none of them`, 'report samples')
  }
  return key
}

const FIGURES = [
  'sent',
  'pieces',
  'validPosts',
  'sampleCost',
  'costUnknown',
  'costPerValidPost',
  'orders',
  'costPerOrder',
  'netGmv',
  'commission',
  'contribution',
  'sampleRoi',
] as const
const MONEY: ReadonlySet<string> = new Set([
  'sampleCost',
  'costPerValidPost',
  'costPerOrder',
  'netGmv',
  'commission',
  'contribution',
])

function csvOf({ rows }: SampleReport, by: SampleReportKey): string {
  return csv(
    [by, 'currency', ...FIGURES],
    rows.map((row) => [
      row.key,
      row.currency,
      ...FIGURES.map((figure) => {
        const value = row[figure]
        return value === null ? '' : MONEY.has(figure) ? decimal(value, row.currency) : String(value)
      }),
    ]),
  )
}

function textOf({ rows, total, currency, missingRates }: SampleReport, by: SampleReportKey): string {
  const amount = (title: string, of: (row: SampleReportRow) => number | null): Column<SampleReportRow> => ({
    title,
    of: (row) => money(of(row), row.currency),
    right: true,
  })
  // Without a post or an order there is no price of one; hidden is what the cost itself is hidden with.
  const each = (title: string, of: (row: SampleReportRow) => number | null): Column<SampleReportRow> => ({
    title,
    of: (row) => (of(row) === null && row.sampleCost !== null ? '-' : money(of(row), row.currency)),
    right: true,
  })
  const columns: Column<SampleReportRow>[] = [
    { title: by, of: (row) => (row === total ? 'TOTAL' : row.key || '-') },
    { title: 'sent', of: (row) => count(row.sent), right: true },
    { title: 'pieces', of: (row) => count(row.pieces), right: true },
    { title: 'validPosts', of: (row) => count(row.validPosts), right: true },
    amount('sampleCost', (row) => row.sampleCost),
    each('perPost', (row) => row.costPerValidPost),
    { title: 'orders', of: (row) => count(row.orders), right: true },
    each('perOrder', (row) => row.costPerOrder),
    amount('netGmv', (row) => row.netGmv),
    amount('contribution', (row) => row.contribution),
    { title: 'sampleRoi', of: (row) => factor(row.sampleRoi), right: true },
  ]
  return [
    table([...rows, total], columns),
    '',
    `Amounts in ${currency}.`,
    ...(total.costUnknown > 0
      ? [`Of ${count(total.costUnknown)} samples a part of the cost is not known: sampleCost is too low by it.`]
      : []),
    ...missingRates.map(
      (rate) =>
        `MISSING RATE ${rate.base} to ${rate.quote}, ${rate.from}..${rate.to}: ${count(rate.lines)} lines are left out. See "rates put".`,
    ),
  ].join('\n')
}
