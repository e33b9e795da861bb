/** `creators`: one person shown, made one with another name and separated again, given out, erased; duplicates found. */

import { resolve } from 'node:path'

import type { DuplicatePair } from '../../../shared/contract/creator-duplicates'
import { AppError } from '../../../shared/errors'
import { isRecordId, normalHandle } from '../../../shared/sync/ids'
import type { Answer, Call, Verb } from '../command'
import { finish } from '../jobs'
import { facts, table } from '../table'
import { UsageError } from '../usage'

interface Found {
  readonly pairs: readonly DuplicatePair[]
  readonly searched: number
}

const WHO = 'A creator is named by handle, with or without @, or by record id.'

export const PERSON_VERBS: readonly Verb[] = [
  {
    noun: 'creators',
    verb: 'show',
    words: 'CREATOR',
    count: [1, 1],
    summary: 'shows everything that is kept of one creator, but for address and bank',
    notes: [WHO],
    options: {},
    workspace: 'open',
    run: show,
  },
  {
    noun: 'creators',
    verb: 'merge',
    words: 'OTHER CREATOR',
    count: [2, 2],
    summary: 'makes OTHER another name of CREATOR; nothing moves, and "creators unmerge" separates them again',
    notes: [WHO],
    options: {},
    workspace: 'open',
    run: merge,
  },
  {
    noun: 'creators',
    verb: 'unmerge',
    words: 'OTHER',
    count: [1, 1],
    summary: 'separates another name again; values that the merge wrote go back',
    notes: [WHO],
    options: {},
    workspace: 'open',
    run: unmerge,
  },
  {
    noun: 'creators',
    verb: 'duplicates',
    words: '',
    count: [0, 0],
    summary: 'lists creators that may be one person, most likely first',
    options: {
      least: { value: 'PERCENT', help: 'only pairs at least so likely, 1 to 99 (else 50)' },
      limit: { value: 'N', help: 'at most so many pairs (else 100)' },
    },
    workspace: 'open',
    run: duplicates,
  },
  {
    noun: 'creators',
    verb: 'export-person',
    words: 'CREATOR',
    count: [1, 1],
    summary: 'writes everything that is kept of one creator, as JSON and as a page to read',
    notes: [WHO],
    options: { to: { value: 'FOLDER', required: true, help: 'the folder that gets both files' } },
    workspace: 'open',
    run: exportPerson,
  },
  {
    noun: 'creators',
    verb: 'erase',
    words: 'CREATOR',
    count: [1, 1],
    summary: "erases one person's data here and, with the next exchange, at every colleague; it cannot be undone",
    notes: [WHO, 'Without --confirm it says what would go and what stays, and changes nothing.'],
    options: {
      confirm: { value: 'HANDLE', help: 'the handle once more: erase' },
      reason: { value: 'TEXT', help: 'kept with the erasure' },
    },
    workspace: 'open',
    run: erase,
  },
]

async function show({ client, words }: Call): Promise<Answer> {
  const json = await client.creators.get({ id: await creatorId(client, words[0] ?? '') })
  const pairs = Object.entries(json).flatMap(([name, value]): [string, string][] =>
    value === null || (Array.isArray(value) && value.length === 0)
      ? []
      : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]],
  )
  return { json, text: facts(pairs) }
}

async function merge({ client, words }: Call): Promise<Answer> {
  const [other = '', creator = ''] = words
  const json = { loser: await creatorId(client, other), winner: await creatorId(client, creator) }
  await client.creators.merge(json)
  return { json, text: `${other} is another name of ${creator} now` }
}

async function unmerge({ client, words }: Call): Promise<Answer> {
  const [other = ''] = words
  const json = await client.creators.unmerge({ loser: await creatorId(client, other, true) })
  return {
    json,
    text: `${other} stands by itself again; ${json.restored} values went back, ${json.kept} were changed since`,
  }
}

async function duplicates(call: Call): Promise<Answer> {
  const least = call.options.whole('least', 1) ?? 50
  const limit = call.options.whole('limit', 1) ?? 100
  if (least > 99) throw new UsageError('--least takes a percent from 1 to 99')
  const json: Found = await finish(call, 'duplicates', (job) =>
    call.client.creators.findDuplicates({ least, limit }, job),
  )
  const text =
    json.pairs.length === 0
      ? `none among ${json.searched} creators`
      : table(json.pairs, [
          { title: '%', of: ({ percent }) => String(percent), right: true },
          { title: 'creator', of: ({ a }) => a.handle },
          { title: 'and', of: ({ b }) => b.handle },
          { title: 'share', of: ({ reasons }) => reasons.map(({ clue }) => clue).join(', ') },
        ])
  return { json, text }
}

async function exportPerson({ client, words, options }: Call): Promise<Answer> {
  const id = await creatorId(client, words[0] ?? '')
  const json = await client.creators.exportPerson({ id, folder: resolve(options.needed('to')) })
  const without = json.hidden.length === 0 ? '' : `; left out for this role: ${json.hidden.join(', ')}`
  return { json, text: `${json.files.join('\n')}\n${json.records} records${without}` }
}

async function erase({ client, words, options }: Call): Promise<Answer> {
  const id = await creatorId(client, words[0] ?? '')
  const confirm = options.text('confirm')
  if (confirm === undefined) {
    const json = await client.creators.erasePreview({ id })
    const counted = (counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [`${count} ${name}`]))
    return {
      json,
      text: facts([
        ['would go', [...json.fields, ...counted(json.records)].join(', ')],
        ['would be emptied', counted(json.emptied).join(', ')],
        ['other names', json.names.join(', ')],
        [
          'stays',
          `order lines of ${json.stays.imports} files, ${json.stays.costs} costs, older entries of the log, backups`,
        ],
        ['to erase', `add --confirm ${json.handle}`],
      ]),
    }
  }
  const json = await client.creators.erase({ id, confirm, reason: options.text('reason') ?? '' })
  return { json, text: `erased; ${json.removed} records removed. The record is called ${json.becomes} now` }
}

/** `merged`: the handle may be another name of somebody. */
async function creatorId(client: Call['client'], word: string, merged = false): Promise<string> {
  if (isRecordId(word)) return word
  const handle = normalHandle(word)
  const { rows } = await client.records.list({ entity: 'creators', where: { handle }, limit: 1 })
  const found = rows[0]?.['id']
  if (typeof found === 'string') return found
  if (merged) {
    const { rows: aliases } = await client.records.list({ entity: 'aliases', limit: 500 })
    for (const { id } of aliases) {
      const record = await client.records.get({ entity: 'creators', id: String(id) })
      if (record['handle'] === handle) return String(id)
    }
  }
  throw new AppError('record.notFound', { entity: 'creators', id: word })
}
