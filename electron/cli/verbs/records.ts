/** `records`: any record by its entity, checked and audited as in the window. */

import type { RecordRow } from '../../../shared/contract/records'
import { given, type Answer, type Call, type Verb } from '../command'
import { readFieldValue } from '../field-values'
import { facts, table } from '../table'
import { readPair } from '../values'

export const RECORD_VERBS: readonly Verb[] = [
  {
    noun: 'records',
    verb: 'entities',
    words: '',
    count: [0, 0],
    summary: 'lists the entities and their fields',
    options: {},
    workspace: 'open',
    run: entities,
  },
  {
    noun: 'records',
    verb: 'list',
    words: 'ENTITY',
    count: [1, 1],
    summary: 'lists records',
    options: {
      where: { value: 'FIELD=VALUE', many: true, help: 'only records whose field is this value' },
      limit: { value: 'N', help: 'at most so many, 1 to 500 (else 200)' },
      cursor: { value: 'CURSOR', help: 'goes on after a page: what it gave as nextCursor' },
    },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'records',
    verb: 'get',
    words: 'ENTITY ID',
    count: [2, 2],
    summary: 'shows one record',
    options: {},
    workspace: 'open',
    run: get,
  },
  {
    noun: 'records',
    verb: 'put',
    words: 'ENTITY [ID] FIELD=VALUE...',
    count: [2, 200],
    summary: 'changes a record, or makes one where no id is given',
    notes: [
      'A value is plain text or JSON: displayName=Linh, remark=\'"null"\', remark=null (empties it), amount=1250. Numbers in a text field, such as ids, stay as typed.',
    ],
    options: {},
    workspace: 'open',
    run: put,
  },
  {
    noun: 'records',
    verb: 'delete',
    words: 'ENTITY ID',
    count: [2, 2],
    summary: 'removes a record; "history undo" brings it back',
    options: {},
    workspace: 'open',
    run: remove,
  },
]

async function entities({ client }: Call): Promise<Answer> {
  const rows = await client.records.entities({})
  return {
    json: { rows },
    text: table(rows, [
      { title: 'entity', of: (row) => row.entity },
      { title: 'fields', of: (row) => row.fields.map((field) => `${field.name} (${field.kind})`).join(', ') },
    ]),
  }
}

async function list({ client, words, options }: Call): Promise<Answer> {
  const [entity = ''] = words
  const where = await fieldsOf(client, entity, options.texts('where'))
  const json = await client.records.list({
    entity,
    where,
    ...given('limit', options.whole('limit', 1)),
    ...given('cursor', options.text('cursor')),
  })
  const fields = [...new Set(json.rows.flatMap((row) => Object.keys(row)))]
  const text =
    json.rows.length === 0
      ? 'no records'
      : table(
          json.rows,
          fields.map((field) => ({ title: field, of: (row: RecordRow) => String(row[field] ?? '') })),
        )
  return { json, text: json.nextCursor === null ? text : `${text}\n\nThere are more: --cursor ${json.nextCursor}` }
}

async function get({ client, words }: Call): Promise<Answer> {
  const [entity = '', id = ''] = words
  return one(await client.records.get({ entity, id }))
}

async function put({ client, words }: Call): Promise<Answer> {
  const [entity = '', second = '', ...rest] = words
  const isPair = second.includes('=')
  const fields = await fieldsOf(client, entity, isPair ? [second, ...rest] : rest)
  return one(await client.records.put({ entity, ...given('id', isPair ? undefined : second), fields }))
}

async function remove({ client, words }: Call): Promise<Answer> {
  const [entity = '', id = ''] = words
  await client.records.remove({ entity, id })
  return { json: { entity, id, deleted: true }, text: `${entity} ${id}: removed` }
}

function one(record: RecordRow): Answer {
  return {
    json: record,
    text: facts(Object.entries(record).map(([name, value]): [string, string] => [name, String(value ?? '')])),
  }
}

async function fieldsOf(client: Call['client'], entity: string, words: readonly string[]): Promise<RecordRow> {
  const pairs = words.map(readPair)
  if (pairs.length === 0) {
    return {}
  }
  const known = (await client.records.entities({})).find((each) => each.entity === entity)?.fields ?? []
  return Object.fromEntries(
    pairs.map(([field, value]) => [field, readFieldValue(value, known.find((each) => each.name === field)?.kind)]),
  )
}
