/** `import` and `imports`: the platform's files in, the list of them, and one file taken back. */

import { resolve } from 'node:path'

import type { ImportResult } from '../../../shared/contract/imports'
import type { ListResult } from '../../../shared/contract/metrics'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/imports'
import { AppError } from '../../../shared/errors'
import { given, type Answer, type Call, type Verb } from '../command'
import { failureOf, type Failure } from '../failures'
import { count, instant, period, shortInstant } from '../figures'
import { finish } from '../jobs'
import { rejectMessage, warningMessage } from '../messages'
import { table } from '../table'
import { findShop, readPeriod } from '../values'
import { importList, LIST_KIND, listJson, listText } from './creator-lists'

// The keys are exactly the kinds.
const KINDS = Object.keys(IMPORT_KINDS) as ImportKind[]
const ALL_KINDS: readonly string[] = [...KINDS, LIST_KIND]

export const IMPORT_VERBS: readonly Verb[] = [
  {
    noun: 'import',
    verb: '',
    words: 'PATH...',
    count: [1, 500],
    summary: "recognises and imports the platform's export files",
    notes: [
      'A path is a CSV or XLSX file, or a folder whose export files are imported. What a file is, is told from its content. Each file is imported in one transaction: importing it again changes only what is new in it.',
      'A creator list of the platform, or a table whose columns somebody named in the window, is imported as figures of creators; its days are taken from its name or from --period.',
      'Several files: one that is refused does not stop the others; the exit code is then 3 and the answer says what happened to each.',
    ],
    options: {
      shop: { value: 'NAME_OR_ID', required: true, help: 'the shop whose files these are' },
      kind: { value: 'KIND', oneOf: ALL_KINDS, help: 'what the files are, where that is to be said' },
      period: {
        value: 'FROM..TO',
        help: 'only lines created on these days, in the time zone of the shop; of a creator list, the days its figures are of',
      },
      creator: { value: 'HANDLE', help: "whose files they are, for a creator's own exports" },
      'dry-run': { help: 'say what would happen and change nothing' },
    },
    workspace: 'open',
    run: importFiles,
  },
  {
    noun: 'imports',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists the imported files, newest first',
    options: { shop: { value: 'NAME_OR_ID', help: 'only of this shop' } },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'imports',
    verb: 'undo',
    words: 'BATCH',
    count: [1, 1],
    summary: 'takes one imported file back',
    notes: ['Its lines become what the other imported files say of them. "imports redo" brings it back.'],
    options: {},
    workspace: 'open',
    run: (call) => take(call, 'undo'),
  },
  {
    noun: 'imports',
    verb: 'redo',
    words: 'BATCH',
    count: [1, 1],
    summary: 'brings a file back that was taken back',
    options: {},
    workspace: 'open',
    run: (call) => take(call, 'redo'),
  },
]

type Outcome =
  | { readonly file: string; readonly result: ImportResult }
  | { readonly file: string; readonly list: ListResult }
  | { readonly file: string; readonly failure: Failure }

async function importFiles(call: Call): Promise<Answer> {
  const { client, options, words } = call
  const wanted = options.text('period')
  const period = wanted === undefined ? undefined : readPeriod(wanted, 'period')
  const shop = await findShop(client, options.needed('shop'))
  const kind = KINDS.find((each) => each === options.text('kind'))
  const files = await filesOf(call, words)
  const outcomes: Outcome[] = []
  for (const [at, { file, isList }] of files.entries()) {
    const input = {
      path: file,
      shopId: shop.id,
      ...given('kind', kind),
      ...given('period', period),
      ...given('creator', options.text('creator')),
    }
    const what = files.length === 1 ? file : `${at + 1}/${files.length} ${file}`
    try {
      if (isList) {
        const order = { path: file, shopId: shop.id, ...given('period', period) }
        outcomes.push({ file, list: await importList(call, what, order, options.has('dry-run')) })
        continue
      }
      const run = options.has('dry-run') ? client.imports.preview : client.imports.run
      outcomes.push({ file, result: await finish(call, what, (job) => run(input, job)) })
    } catch (error) {
      const failure = failureOf(error, call.io.signal.aborted)
      // Only a refusal of this very file leaves the others to be done.
      const isOfFile = failure.code.startsWith('import.') || (isList && failure.code === 'input.invalid')
      if (call.io.signal.aborted || !isOfFile || failure.code === 'import.busy') {
        throw error
      }
      outcomes.push({ file, failure })
    }
  }
  return answerOf(outcomes, options.has('dry-run'))
}

/** Folders become their export files; a file stays what it is, whatever is in it. */
async function filesOf({ client, options }: Call, words: readonly string[]) {
  const kind = options.text('kind')
  const files = new Map<string, { readonly file: string; readonly isList: boolean }>()
  for (const word of words) {
    const path = resolve(word)
    const found = await client.imports.inspect({ paths: [path] })
    if (found.length === 0) {
      throw new AppError('import.unreadable', { file: path, reason: 'empty' })
    }
    for (const each of found) {
      const isList = kind === LIST_KIND || (kind === undefined && each.list?.mapped === true)
      if (each.path === path || each.recognised !== null || each.list?.mapped === true) {
        files.set(each.path, { file: each.path, isList })
      }
    }
  }
  return [...files.values()]
}

function answerOf(outcomes: readonly Outcome[], dryRun: boolean): Answer {
  const refused = outcomes.flatMap((each) => ('failure' in each ? [each.failure] : []))
  const [first] = refused
  const files = outcomes.map((each) => outcomeJson(each))
  const text = outcomes.map((each) => outcomeText(each, dryRun)).join('\n\n')
  return {
    json: { files, ...(first && { error: errorJson(first) }) },
    text,
    ...(first && { exitCode: first.exitCode }),
  }
}

function outcomeJson(each: Outcome) {
  if ('failure' in each) return { file: each.file, error: errorJson(each.failure) }
  return 'list' in each ? listJson(each.file, each.list) : fileJson(each.file, each.result)
}

function outcomeText(each: Outcome, dryRun: boolean): string {
  if ('failure' in each) return `REFUSED  ${each.failure.message}`
  return 'list' in each ? listText(each.file, each.list, dryRun) : fileText(each.file, each.result, dryRun)
}

function errorJson({ code, message, details }: Failure) {
  return { code, message, details }
}

/** The result in the words of the command line's documentation. */
function fileJson(file: string, result: ImportResult) {
  const {
    kind,
    language,
    layout,
    container,
    rows,
    inserted,
    updated,
    unchanged,
    rejected,
    skipped,
    repeated,
    batchId,
  } = result
  return {
    file,
    kind,
    language,
    layout,
    container,
    period: result.period,
    rows,
    inserted,
    updated,
    unchanged,
    rejected,
    skipped,
    repeated,
    rejects: result.rejects.map(({ row, column, code, value }) => ({
      row,
      column,
      code,
      message: rejectMessage(code),
      value,
    })),
    warnings: result.warnings.map(({ code, detail }) => ({ code, message: warningMessage(code, detail), detail })),
    batchId,
  }
}

const REJECTS_SHOWN = 20

function fileText(file: string, result: ImportResult, dryRun: boolean): string {
  const numbers = (['rows', 'inserted', 'updated', 'unchanged', 'rejected', 'skipped', 'repeated'] as const)
    .map((name) => `${name} ${count(result[name])}`)
    .join(', ')
  const rejects = result.rejects
    .slice(0, REJECTS_SHOWN)
    .map(
      ({ row, column, code, value }) =>
        `  row ${row}, ${column}: ${rejectMessage(code)}${value === '' ? '' : ` ("${value}")`}`,
    )
  const more =
    result.rejected > rejects.length
      ? [`  and ${count(result.rejected - rejects.length)} more rejected lines (--json lists up to 5,000)`]
      : []
  return [
    `${dryRun ? 'WOULD IMPORT' : 'IMPORTED'}  ${file}`,
    `  ${result.kind} (${result.language}, ${result.container}), ${period(result.period)}`,
    `  ${numbers}`,
    ...result.warnings.map(({ code, detail }) => `  note: ${warningMessage(code, detail)}`),
    ...rejects,
    ...more,
    ...(result.batchId === null ? [] : [`  batch ${result.batchId}`]),
  ].join('\n')
}

async function list({ client, options }: Call): Promise<Answer> {
  const name = options.text('shop')
  const rows = await client.imports.list(name === undefined ? {} : { shopId: (await findShop(client, name)).id })
  const text = table(rows, [
    { title: 'batch', of: (row) => row.id },
    { title: 'imported', of: (row) => shortInstant(row.importedAt) },
    { title: 'shop', of: (row) => row.shopName },
    { title: 'file', of: (row) => row.fileName },
    { title: 'period', of: (row) => period(row.period) },
    { title: 'lines', of: (row) => count(row.counts.rows), right: true },
    { title: '', of: (row) => (row.live ? '' : 'taken back') },
  ])
  const json = { rows: rows.map((row) => ({ ...row, importedAt: instant(row.importedAt), asOf: instant(row.asOf) })) }
  return { json, text: rows.length === 0 ? 'nothing imported yet' : text }
}

async function take(call: Call, step: 'undo' | 'redo'): Promise<Answer> {
  const batchId = call.words[0] ?? ''
  const run = call.client.imports[step]
  const { lines } = await finish(call, step, (job) => run({ batchId }, job))
  return {
    json: { batchId, lines },
    text: `${batchId}: ${step === 'undo' ? 'taken back' : 'brought back'}, ${count(lines)} lines changed`,
  }
}
