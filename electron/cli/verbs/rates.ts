/** `rates`: what one currency was worth in another, by day. */

import { resolve } from 'node:path'

import type { Rate } from '../../../shared/contract/rates'
import { given, type Answer, type Call, type Verb } from '../command'
import { count } from '../figures'
import { EXIT } from '../wording'
import { table } from '../table'
import { textOf } from '../text-file'
import { readDay } from '../values'

export const RATE_VERBS: readonly Verb[] = [
  {
    noun: 'rates',
    verb: 'put',
    words: '',
    count: [0, 0],
    summary: 'enters one rate: 1 BASE is worth so many QUOTE from a day on',
    options: {
      day: { value: 'DAY', required: true, help: 'from which day it holds, until the next one' },
      base: { value: 'CODE', required: true, help: 'the currency of the amounts' },
      quote: { value: 'CODE', required: true, help: 'the currency they are converted to' },
      rate: { value: 'NUMBER', required: true, help: 'as 0.000061; a decimal point, no groups' },
      source: { value: 'TEXT', required: true, help: 'where it is from' },
      note: { value: 'TEXT', help: 'anything to remember' },
    },
    workspace: 'open',
    run: put,
  },
  {
    noun: 'rates',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists the rates',
    options: {
      base: { value: 'CODE', help: 'only of this currency' },
      quote: { value: 'CODE', help: 'only into this currency' },
      from: { value: 'DAY', help: 'first day' },
      to: { value: 'DAY', help: 'last day' },
    },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'rates',
    verb: 'import',
    words: 'FILE|-',
    count: [1, 1],
    summary: 'reads rates from a text file or standard input, one a line: day base quote rate',
    options: {
      source: { value: 'TEXT', required: true, help: 'where they are from' },
      quote: { value: 'CODE', help: 'the currency they are in, where lines do not say' },
      'dry-run': { help: 'say what would be taken and change nothing' },
    },
    workspace: 'open',
    run: importRates,
  },
]

async function put({ client, options }: Call): Promise<Answer> {
  const rate = await client.rates.put({
    day: readDay(options.needed('day'), 'day'),
    base: options.needed('base').toUpperCase(),
    quote: options.needed('quote').toUpperCase(),
    rate: options.needed('rate'),
    source: options.needed('source'),
    ...given('note', options.text('note')),
  })
  return { json: rate, text: rateTable([rate]) }
}

async function list({ client, options }: Call): Promise<Answer> {
  const from = options.text('from')
  const to = options.text('to')
  const rows = await client.rates.list({
    ...given('base', options.text('base')?.toUpperCase()),
    ...given('quote', options.text('quote')?.toUpperCase()),
    ...given('from', from === undefined ? undefined : readDay(from, 'from')),
    ...given('to', to === undefined ? undefined : readDay(to, 'to')),
  })
  return { json: { rows }, text: rows.length === 0 ? 'no rates yet' : rateTable(rows) }
}

function rateTable(rows: readonly Rate[]): string {
  return table(rows, [
    { title: 'id', of: (row) => row.id },
    { title: 'day', of: (row) => row.day },
    { title: 'base', of: (row) => row.base },
    { title: 'quote', of: (row) => row.quote },
    { title: 'rate', of: (row) => row.rate, right: true },
    { title: 'source', of: (row) => row.source },
    { title: 'note', of: (row) => row.note ?? '' },
  ])
}

async function importRates({ client, words, options, io }: Call): Promise<Answer> {
  const [name = ''] = words
  const text = name === '-' ? await io.readInput() : await textOf(resolve(name))
  const answer = await client.rates.paste({
    text,
    source: options.needed('source'),
    dryRun: options.has('dry-run'),
    ...given('quote', options.text('quote')?.toUpperCase()),
  })
  const bad = answer.rows.filter((row) => row.problem !== null)
  const lines = [
    `${count(answer.taken)} rates ${options.has('dry-run') ? 'would be taken' : 'taken'}`,
    ...bad.map((row) => `  line ${row.line}: ${row.problem} ("${row.text}")`),
  ]
  return {
    json: answer,
    text: lines.join('\n'),
    exitCode: answer.taken === 0 && bad.length > 0 ? EXIT.refused : EXIT.done,
  }
}
