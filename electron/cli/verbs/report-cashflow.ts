/** `report cashflow`: thirteen weeks of what comes in and goes out. */

import type { CashCalendar, CashView, CashWeek } from '../../../shared/contract/cash'
import { ASSUMED_TERMS, LONGEST_SETTLEMENT } from '../../../shared/domain/settlement-rules'
import { given, type Answer, type Call, type Verb } from '../command'
import { csv } from '../csv'
import { count, decimal, money } from '../figures'
import { table, type Column } from '../table'
import { UsageError } from '../usage'
import { findShop } from '../values'

export const REPORT_CASHFLOW: Verb = {
  noun: 'report',
  verb: 'cashflow',
  words: '',
  count: [0, 0],
  summary: 'thirteen weeks of money in and out',
  notes: [
    'Weeks begin on Monday; sales not made yet are not foreseen. The definition of every figure is in docs/command-line.md.',
    'Amounts are in minor units with --json; as people write them in the table and in CSV.',
  ],
  options: {
    shop: { value: 'NAME_OR_ID', many: true, help: 'only this shop; balances of accounts then do not count' },
    currency: { value: 'CODE', help: "what everything is converted to; else the workspace's" },
    own: { value: 'CODE', help: 'what is in this currency itself, instead of everything converted' },
    slip: { value: 'DAYS', help: `as if settlement took so many days after delivery, up to ${LONGEST_SETTLEMENT}` },
    format: { value: 'FORMAT', oneOf: ['csv'], help: 'for a spreadsheet instead of a table' },
  },
  workspace: 'open',
  run: cashflow,
}

async function cashflow(call: Call): Promise<Answer> {
  const { client, options } = call
  const format = options.text('format')
  if (format !== undefined && options.has('json')) {
    throw new UsageError('--json and --format exclude each other', 'report cashflow')
  }
  const slipTo = options.whole('slip', 0) ?? 0
  if (slipTo > LONGEST_SETTLEMENT) {
    throw new UsageError(`--slip takes up to ${LONGEST_SETTLEMENT} days`, 'report cashflow')
  }
  const shops: string[] = []
  for (const name of options.texts('shop')) shops.push((await findShop(client, name)).id)
  const json = await client.cash.calendar({
    slipTo,
    ...given('currency', options.text('currency')?.toUpperCase()),
    ...given('shops', shops.length === 0 ? undefined : shops),
  })
  const view = viewOf(json, options.text('own')?.toUpperCase())
  return { json, text: format === 'csv' ? csvOf(view) : textOf(json, view) }
}

function viewOf({ one, currencies }: CashCalendar, own: string | undefined): CashView {
  if (own === undefined) return one
  const view = currencies.find(({ currency }) => currency === own)
  if (view !== undefined) return view
  const known = currencies.map(({ currency }) => currency).join(', ')
  throw new UsageError(
    known === '' ? 'nothing is foreseen in any currency' : `--own takes ${known}; "${own}" is none of them`,
    'report cashflow',
  )
}

const FIGURES = ['inflow', 'outflow', 'balance', 'low'] as const

function csvOf({ weeks, currency }: CashView): string {
  const amount = (value: number | null): string => (value === null ? '' : decimal(value, currency))
  return csv(
    ['from', 'to', 'currency', ...FIGURES, 'lowDay', 'red'],
    weeks.map((week) => [
      week.from,
      week.to,
      currency,
      ...FIGURES.map((figure) => amount(week[figure])),
      week.lowDay,
      String(week.red),
    ]),
  )
}

function textOf({ shops, rates, missingRates, late, frozen, today }: CashCalendar, view: CashView): string {
  const { currency, opening, passed, beyond } = view
  const amount = (title: string, of: (week: CashWeek) => number | null): Column<CashWeek> => ({
    title,
    of: (week) => money(of(week), currency),
    right: true,
  })
  const columns: Column<CashWeek>[] = [
    { title: 'week', of: (week) => `${week.from}..${week.to}` },
    amount('in', (week) => week.inflow),
    amount('out', (week) => week.outflow),
    amount('balance', (week) => week.balance),
    amount('lowest', (week) => week.low),
    { title: 'on', of: (week) => week.lowDay },
    { title: '', of: (week) => (week.red ? 'RED' : '') },
  ]
  const assumed = shops.filter(({ terms }) => terms['days']?.origin === 'assumed')
  return [
    table(view.weeks, columns),
    '',
    opening === null
      ? `Amounts in ${currency}, ${today}. No account's balance is known: "balance" is the change since today, and no week is red.`
      : `Amounts in ${currency}, ${today}. Opening balance ${money(opening.amount, currency)} of ${opening.day}, floor ${money(opening.floor, currency)}.`,
    `Taken to be in the balance already: ${money(passed.amount, currency)}; after the last week: ${money(beyond.amount, currency)}.`,
    ...late.map(
      (each) =>
        `LATE since ${each.since}: ${money(each.amount, each.currency)} ${each.currency} of ${nameOf(shops, each.shopId)}.`,
    ),
    ...frozen.map(
      (each) =>
        `Frozen, not counted: ${money(each.amount, each.currency)} ${each.currency} of ${nameOf(shops, each.shopId)}.`,
    ),
    ...(view.converted
      ? rates.map(
          (rate) => `Rate ${rate.base} to ${rate.quote}: ${rate.rate} of ${rate.day}, ${rate.source || 'no source'}.`,
        )
      : []),
    ...(view.converted
      ? missingRates.map(
          (rate) =>
            `MISSING RATE ${rate.base} to ${rate.quote}: ${count(rate.items)} items are left out. See "rates put".`,
        )
      : []),
    ...(assumed.length > 0
      ? [
          `No source says when these shops settle, ${ASSUMED_TERMS.days} days are assumed: ${assumed.map(({ shop }) => shop).join(', ')}.`,
        ]
      : []),
  ].join('\n')
}

function nameOf(shops: CashCalendar['shops'], id: string): string {
  return shops.find(({ shopId }) => shopId === id)?.shop ?? id
}
