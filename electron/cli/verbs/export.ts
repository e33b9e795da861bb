/** `export`: records out, all of them. */

import { resolve } from 'node:path'

import type { Answer, Call, Verb } from '../command'
import { count } from '../figures'
import { UsageError } from '../usage'

export const EXPORT_VERBS: readonly Verb[] = [
  {
    noun: 'export',
    verb: '',
    words: 'ENTITY',
    count: [1, 1],
    summary: 'writes every record of an entity to a file',
    notes: ['The entities are those of "records entities". Parquet and saved views are not available in this version.'],
    options: {
      format: { value: 'FORMAT', required: true, oneOf: ['csv', 'xlsx', 'json', 'parquet'], help: 'what kind of file' },
      to: { value: 'PATH', required: true, help: 'where it goes; a file there is replaced' },
      view: { value: 'NAME', help: 'columns and filter of a saved view' },
    },
    workspace: 'open',
    run,
  },
]

async function run({ client, words, options }: Call): Promise<Answer> {
  const [entity = ''] = words
  const format = (['csv', 'xlsx', 'json'] as const).find((each) => each === options.text('format'))
  if (format === undefined) {
    throw new UsageError('--format parquet is not available in this version; take csv, xlsx or json', 'export')
  }
  if (options.text('view') !== undefined) {
    throw new UsageError('--view is not available in this version; leave it out to export every column', 'export')
  }
  const json = await client.records.export({ entity, format, to: resolve(options.needed('to')) })
  return { json, text: `${json.file}: ${count(json.rows)} rows` }
}
