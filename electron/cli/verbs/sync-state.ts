/** `sync`: how this copy stands, what needs a decision, what arrived. */

import { hostname } from 'node:os'

import type { InboxItem } from '../../../shared/contract/inbox'
import type { SyncStatus } from '../../../shared/contract/sync'
import { AppError } from '../../../shared/errors'
import { given, type Answer, type Call, type Verb } from '../command'
import { readFieldValue } from '../field-values'
import { count, instant, money, shortInstant } from '../figures'
import { finish } from '../jobs'
import { facts, table } from '../table'
import { UsageError } from '../usage'

export const SYNC_STATE_VERBS: readonly Verb[] = [
  {
    noun: 'sync',
    verb: 'status',
    words: '',
    count: [0, 0],
    summary: 'says what this copy has, who has what, and what is missing',
    notes: ['Two copies with the same digest hold the same data.'],
    options: {},
    workspace: 'open',
    run: status,
  },
  {
    noun: 'sync',
    verb: 'inbox',
    words: '',
    count: [0, 0],
    summary: 'lists what needs a decision, and what to know of',
    options: { all: { help: 'also what was read already' }, limit: { value: 'N', help: 'at most so many, 1 to 500' } },
    workspace: 'open',
    run: inbox,
  },
  {
    noun: 'sync',
    verb: 'decide',
    words: 'ITEM',
    count: [1, 1],
    summary: 'decides an item of the inbox, for everybody',
    options: {
      keep: { value: 'WRITE', help: 'one of the values, by its write' },
      value: { value: 'V', help: 'another value, as plain text or JSON' },
      both: { help: 'both: texts put together, lists united' },
    },
    workspace: 'open',
    run: decide,
  },
  {
    noun: 'sync',
    verb: 'arrivals',
    words: '',
    count: [0, 0],
    summary: 'lists the packages and deliveries that brought something',
    options: {},
    workspace: 'open',
    run: arrivals,
  },
  {
    noun: 'sync',
    verb: 'undo',
    words: 'ARRIVAL',
    count: [1, 1],
    summary: 'takes back what an arrival brought, where nobody has changed it since',
    options: {},
    workspace: 'open',
    run: undo,
  },
  {
    noun: 'sync',
    verb: 'name',
    words: 'PERSON',
    count: [1, 1],
    summary: 'how colleagues see the person at this computer',
    options: { computer: { value: 'NAME', help: "the computer's name; else that of the system" } },
    workspace: 'open',
    run: name,
  },
]

async function status({ client }: Call): Promise<Answer> {
  const json = await client.sync.status({})
  return { json: statusJson(json), text: statusText(json) }
}

function statusJson(status: SyncStatus) {
  const at = (value: number | null) => (value === null ? null : instant(value))
  return {
    ...status,
    devices: status.devices.map((device) => ({ ...device, lastHeard: at(device.lastHeard) })),
    folders: status.folders.map((folder) => ({
      ...folder,
      lastRun: at(folder.lastRun),
      undelivered: folder.undelivered.map((each) => ({ ...each, since: instant(each.since) })),
      unreadable: folder.unreadable.map((each) => ({ ...each, since: instant(each.since) })),
    })),
    newLife: status.newLife && { ...status.newLife, at: instant(status.newLife.at) },
  }
}

function statusText(status: SyncStatus): string {
  const head = facts([
    ['replica', status.replicaId],
    ['digest', status.digest],
    ['decisions', count(status.conflicts)],
    ['to know of', count(status.notices)],
    ['request code', status.requestCode],
    ['passphrase', status.passphrase],
    ...status.folders.map((folder): [string, string] => ['folder', `${folder.path}: ${folder.state}`]),
    ...status.missing.map((gap): [string, string] => [
      'missing',
      `${gap.person === '' ? gap.replicaId : gap.person}: ${gap.from} to ${gap.to}`,
    ]),
    ...(status.clockDoubt === null ? [] : [['clock', status.clockDoubt] as [string, string]]),
  ])
  const devices = table(status.devices, [
    { title: 'replica', of: (row) => row.replicaId },
    { title: 'person', of: (row) => (row.self ? `${row.person} (here)` : row.person) },
    { title: 'computer', of: (row) => row.computer },
    { title: 'steps', of: (row) => count(status.vector[row.replicaId] ?? 0), right: true },
    { title: 'behind', of: (row) => count(row.behind), right: true },
    { title: 'ahead', of: (row) => count(row.ahead), right: true },
    { title: 'last heard', of: (row) => (row.lastHeard === null ? '-' : shortInstant(row.lastHeard)) },
  ])
  return `${head}\n\n${devices}`
}

async function inbox({ client, options }: Call): Promise<Answer> {
  const { items, total, counts } = await client.inbox.list({
    includeSeen: options.has('all'),
    ...given('limit', options.whole('limit', 1)),
  })
  const rows = items.map((item) => ({
    ...item,
    at: instant(item.at),
    candidates: item.candidates.map((each) => ({ ...each, at: instant(each.at) })),
  }))
  return {
    json: { rows, total, counts },
    text: items.length === 0 ? 'nothing to decide' : items.map(itemText).join('\n\n'),
  }
}

function itemText(item: InboxItem): string {
  const shown = (value: InboxItem['shown']) =>
    item.currency !== null && typeof value === 'number'
      ? `${money(value, item.currency)} ${item.currency}`
      : String(value ?? '-')
  return [
    `${item.level.toUpperCase()}  ${item.title}${item.field === '' ? '' : `, ${item.field}`}  (${item.kind})`,
    `  item ${item.id}`,
    ...item.candidates.map(
      (each) =>
        `  ${each.shown ? '*' : ' '} ${shown(each.value)}  ${each.person}, ${shortInstant(each.at)}${each.clockInDoubt ? ' (their clock was wrong)' : ''}  write ${each.write}`,
    ),
  ].join('\n')
}

async function decide({ client, words, options }: Call): Promise<Answer> {
  const [item = ''] = words
  const keep = options.text('keep')
  const value = options.text('value')
  const both = options.has('both')
  if ([keep !== undefined, value !== undefined, both].filter(Boolean).length !== 1) {
    throw new UsageError('"sync decide" needs one of --keep, --value and --both', 'sync decide')
  }
  const choice =
    keep !== undefined
      ? ({ how: 'keep', write: keep } as const)
      : value !== undefined
        ? ({ how: 'value', value: readFieldValue(value, await fieldKind(client, item)) } as const)
        : ({ how: 'both' } as const)
  const json = await client.inbox.decide({ decisions: [{ item, choice }] })
  return { json, text: `decided: ${json.decided}` }
}

async function fieldKind(client: Call['client'], id: string): Promise<string | undefined> {
  const { items } = await client.inbox.list({ includeSeen: true, limit: 500 })
  return items.find((item) => item.id === id)?.fieldKind
}

async function arrivals({ client }: Call): Promise<Answer> {
  const rows = await client.sync.arrivals({})
  return {
    json: { rows: rows.map((row) => ({ ...row, at: instant(row.at) })) },
    text:
      rows.length === 0
        ? 'nothing arrived yet'
        : table(rows, [
            { title: 'arrival', of: (row) => String(row.id) },
            { title: 'when', of: (row) => shortInstant(row.at) },
            { title: 'from', of: (row) => row.person },
            { title: 'through', of: (row) => row.kind },
            { title: 'name', of: (row) => row.name },
            { title: 'changes', of: (row) => count(row.changes), right: true },
          ]),
  }
}

async function undo(call: Call): Promise<Answer> {
  const [word = ''] = call.words
  if (!/^\d{1,12}$/.test(word)) {
    throw new AppError('record.notFound', { entity: 'arrivals', id: word })
  }
  const json = await finish(call, 'undo', (job) => call.client.sync.undoArrival({ arrival: Number(word) }, job))
  return { json, text: `${count(json.undone)} changes taken back, ${count(json.left)} left as they are` }
}

async function name({ client, words, options }: Call): Promise<Answer> {
  const [person = ''] = words
  const computer = options.text('computer') ?? hostname()
  await client.sync.nameMyself({ person, computer })
  return { json: { person, computer }, text: `${person}, ${computer}` }
}
