/** `attachments`: files attached to records. */

import { resolve } from 'node:path'

import type { Attachment } from '../../../shared/contract/attachments'
import type { Answer, Call, Verb } from '../command'
import { instant, shortInstant, size } from '../figures'
import { finish } from '../jobs'
import { table } from '../table'

export const ATTACHMENT_VERBS: readonly Verb[] = [
  {
    noun: 'attachments',
    verb: 'list',
    words: 'ENTITY ID',
    count: [2, 2],
    summary: 'lists the files attached to a record',
    options: {},
    workspace: 'open',
    run: list,
  },
  {
    noun: 'attachments',
    verb: 'add',
    words: 'ENTITY ID FILE',
    count: [3, 3],
    summary: 'attaches a file to a record',
    options: {},
    workspace: 'open',
    run: add,
  },
  {
    noun: 'attachments',
    verb: 'save',
    words: 'ID',
    count: [1, 1],
    summary: "writes an attached file out; one that is still at a colleague's computer is asked for",
    options: { to: { value: 'FILE', required: true, help: 'where it goes' } },
    workspace: 'open',
    run: save,
  },
  {
    noun: 'attachments',
    verb: 'remove',
    words: 'ID',
    count: [1, 1],
    summary: 'takes a file off a record',
    options: {},
    workspace: 'open',
    run: remove,
  },
]

async function list({ client, words }: Call): Promise<Answer> {
  const [entity = '', recordId = ''] = words
  const rows = await client.attachments.list({ entity, recordId })
  return { json: { rows: rows.map(toJson) }, text: rows.length === 0 ? 'no attached files' : textOf(rows) }
}

async function add(call: Call): Promise<Answer> {
  const [entity = '', recordId = '', file = ''] = call.words
  const row = await finish(call, 'attach', (job) =>
    call.client.attachments.add({ entity, recordId, path: resolve(file) }, job),
  )
  return { json: toJson(row), text: textOf([row]) }
}

async function save({ client, words, options }: Call): Promise<Answer> {
  const [id = ''] = words
  const json = await client.attachments.save({ id, to: resolve(options.needed('to')) })
  return { json, text: json.file }
}

async function remove({ client, words }: Call): Promise<Answer> {
  const [id = ''] = words
  await client.attachments.remove({ id })
  return { json: { id, deleted: true }, text: `${id}: removed` }
}

function toJson(row: Attachment) {
  return { ...row, addedAt: instant(row.addedAt) }
}

function textOf(rows: readonly Attachment[]): string {
  return table(rows, [
    { title: 'id', of: (row) => row.id },
    { title: 'name', of: (row) => row.name },
    { title: 'size', of: (row) => size(row.size), right: true },
    { title: 'by', of: (row) => row.addedBy },
    { title: 'added', of: (row) => shortInstant(row.addedAt) },
    { title: 'where', of: (row) => row.state },
  ])
}
