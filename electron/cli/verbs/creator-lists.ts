/** Lists of creators on the command line: one file of `import --kind creatorList`, and what was imported. */

import type { ListFile, ListResult } from '../../../shared/contract/metrics'
import { isMetricName, METRICS } from '../../../shared/domain/metric-names'
import { LIST_WARNINGS } from '../../../shared/domain/creator-lists'
import type { Answer, Call, Verb } from '../command'
import { count, instant, period, shortInstant } from '../figures'
import { finish } from '../jobs'
import { rejectMessage } from '../messages'
import { table } from '../table'
import { findShop } from '../values'

/** What `--kind` takes besides the kinds of order exports. */
export const LIST_KIND = 'creatorList'

export const LIST_VERBS: readonly Verb[] = [
  {
    noun: 'metrics',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists the imported creator lists, newest first',
    options: { shop: { value: 'NAME_OR_ID', help: 'only of this shop' } },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'metrics',
    verb: 'presets',
    words: '',
    count: [0, 0],
    summary: 'lists the tables whose columns somebody named, and what each column says',
    options: {},
    workspace: 'open',
    run: presets,
  },
]

/** Imports one list, or says what that would do. */
export function importList(call: Call, what: string, input: ListFile, dryRun: boolean): Promise<ListResult> {
  const run = dryRun ? call.client.metrics.preview : call.client.metrics.run
  return finish(call, what, (job) => run(input, job))
}

export function listJson(file: string, result: ListResult) {
  const { rejects, warnings, sample: _sample, headers: _headers, columns: _columns, ...rest } = result
  return {
    ...rest,
    file,
    kind: LIST_KIND,
    rejects: rejects.map(({ row, column, code, value }) => ({
      row,
      column,
      code,
      message: rejectMessage(code),
      value,
    })),
    warnings: warnings.map(({ code, detail }) => ({ code, message: listWarning(code, detail), detail })),
  }
}

const REJECTS_SHOWN = 20

export function listText(file: string, result: ListResult, dryRun: boolean): string {
  const { source, currency, rejects, rejected, warnings, listId } = result
  const numbers = (
    ['rows', 'creators', 'newCreators', 'otherNames', 'filled', 'rejected', 'skipped', 'repeated'] as const
  )
    .map((name) => `${WORDS[name]} ${count(result[name])}`)
    .join(', ')
  const shown = rejects
    .slice(0, REJECTS_SHOWN)
    .map(({ row, column, code, value }) => `  row ${row}, ${column}: ${rejectMessage(code)} ("${value}")`)
  return [
    `${dryRun ? 'WOULD IMPORT' : 'IMPORTED'}  ${file}`,
    `  creator list (${source}, ${currency}), ${period(result.period)}`,
    `  ${numbers}`,
    ...warnings.map(({ code, detail }) => `  note: ${listWarning(code, detail)}`),
    ...shown,
    ...(rejected > shown.length ? [`  and ${count(rejected - shown.length)} more rejected rows`] : []),
    ...(listId === null ? [] : [`  list ${listId}`]),
  ].join('\n')
}

const WORDS = {
  rows: 'rows',
  creators: 'creators',
  newCreators: 'new',
  otherNames: 'under another name',
  filled: 'profile fields filled',
  rejected: 'rejected',
  skipped: 'skipped',
  repeated: 'repeated',
} as const

const WARNINGS: Readonly<Record<(typeof LIST_WARNINGS)[number], string>> = {
  unknownColumn: 'a column that is not known was left out',
  dailyAverage: 'a daily average is no total and was left out',
  ratioScaleAssumed: 'numbers without a percent sign up to 1.5 were read as parts of one',
  overlapsList: 'shares days with a list that is in; nothing is added up',
  sameFileOtherShop: 'this very file is in already, for another shop, source or period',
  partsDiffer: 'creators whose LIVE, video and product card GMV do not make their GMV',
  aovDiffers: 'creators whose GMV divided by orders is not the AOV given',
  alreadyImported: 'this list was imported before',
  encodingAssumed: 'the text encoding was assumed',
  erasedCreators: 'creators whose data was erased on request were left out',
}

function listWarning(code: (typeof LIST_WARNINGS)[number], detail: string): string {
  return detail === '' ? WARNINGS[code] : `${WARNINGS[code]}: ${detail}`
}

async function list({ client, options }: Call): Promise<Answer> {
  const name = options.text('shop')
  const rows = await client.metrics.lists(name === undefined ? {} : { shopId: (await findShop(client, name)).id })
  const text = table(rows, [
    { title: 'list', of: (row) => row.id },
    { title: 'imported', of: (row) => shortInstant(row.importedAt) },
    { title: 'shop', of: (row) => row.shopName ?? '-' },
    { title: 'source', of: (row) => row.source },
    { title: 'file', of: (row) => row.fileName },
    { title: 'period', of: (row) => period(row.period) },
    { title: 'creators', of: (row) => count(row.counts.creators), right: true },
    { title: '', of: (row) => (row.live ? '' : 'taken back') },
  ])
  const json = {
    rows: rows.map((row) => ({ ...row, importedAt: instant(row.importedAt), observedAt: instant(row.observedAt) })),
  }
  return { json, text: rows.length === 0 ? 'no creator list imported yet' : text }
}

async function presets({ client }: Call): Promise<Answer> {
  const rows = await client.metrics.presets({})
  const text = rows
    .map(({ name, source, currency, columns }) => {
      const said = columns.map(({ header, target }) => {
        const kind = isMetricName(target) ? METRICS[target] : 'text'
        return `  ${header}: ${target} (${kind})`
      })
      return [`${name} (${source}${currency === null ? '' : `, ${currency}`})`, ...said].join('\n')
    })
    .join('\n\n')
  return { json: { rows }, text: rows.length === 0 ? 'no form is remembered yet' : text }
}
