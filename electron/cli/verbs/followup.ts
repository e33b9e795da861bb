/** `tasks` and `pipelines`: what is to be done, and in which stage creators are. */

import type { Task } from '../../../shared/contract/tasks'
import { TASK_KINDS } from '../../../shared/domain/ladders'
import { type Answer, type Call, given, type Option, type Verb } from '../command'
import { instant, shortInstant } from '../figures'
import type { Client } from '../io'
import { table } from '../table'
import { UsageError } from '../usage'
import { findShop } from '../values'
import { EXIT } from '../wording'

const SHOP: Option = { value: 'NAME_OR_ID', help: 'only of this shop' }

export const FOLLOWUP_VERBS: readonly Verb[] = [
  {
    noun: 'tasks',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists tasks, those due first first',
    options: {
      shop: SHOP,
      owner: { value: 'NAME', help: 'only of this person' },
      state: { value: 'STATE', oneOf: ['open', 'closed', 'all'], help: 'open unless given' },
    },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'tasks',
    verb: 'add',
    words: 'TITLE',
    count: [1, 1],
    summary: 'adds a task',
    options: {
      creator: { value: 'HANDLE', help: 'with whom' },
      shop: { value: 'NAME_OR_ID', help: 'for which shop' },
      due: { value: 'INSTANT', help: 'as 2026-03-31T09:30:00Z' },
      owner: { value: 'NAME', help: 'who does it; whoever enters it unless given' },
      kind: { value: 'KIND', oneOf: TASK_KINDS, help: 'what it is' },
    },
    workspace: 'open',
    run: add,
  },
  {
    noun: 'tasks',
    verb: 'done',
    words: 'ID...',
    count: [1, 1000],
    summary: 'notes tasks as done; of a follow-up ladder the next step follows',
    options: {},
    workspace: 'open',
    run: done,
  },
  {
    noun: 'tasks',
    verb: 'snooze',
    words: 'ID...',
    count: [1, 1000],
    summary: 'puts tasks out of sight until an instant',
    options: { until: { value: 'INSTANT', required: true, help: 'as 2026-03-31T09:30:00Z' } },
    workspace: 'open',
    run: snooze,
  },
  {
    noun: 'pipelines',
    verb: 'stages',
    words: '',
    count: [0, 0],
    summary: 'lists the stages with their limits and conditions',
    options: { shop: { value: 'NAME_OR_ID', help: 'as this shop has them' } },
    workspace: 'open',
    run: stages,
  },
  {
    noun: 'pipelines',
    verb: 'move',
    words: 'HANDLE...',
    count: [1, 1000],
    summary: 'moves creators of a shop into a stage',
    notes: [
      'What the stage asks for and is missing is told, and nobody is moved; with --reason they are moved anyway.',
    ],
    options: {
      shop: { value: 'NAME_OR_ID', required: true, help: 'at which shop' },
      to: { value: 'STAGE', required: true, help: 'the key of the stage, as pipelines stages lists it' },
      reason: { value: 'TEXT', help: 'why, although something is missing' },
      owner: { value: 'NAME', help: 'for those who have no owner yet' },
    },
    workspace: 'open',
    run: move,
  },
]

async function list({ client, options }: Call): Promise<Answer> {
  const shop = options.text('shop')
  const state = options.text('state')
  const rows = await client.tasks.list({
    ...(shop !== undefined && { shopId: (await findShop(client, shop)).id }),
    ...given('owner', options.text('owner')),
    state: state === 'closed' || state === 'all' ? state : 'open',
  })
  return { json: { rows: rows.map(toJson) }, text: rows.length === 0 ? 'no tasks' : textOf(rows) }
}

async function add({ client, words, options }: Call): Promise<Answer> {
  const [title = ''] = words
  const [creator, shop, due, kind] = ['creator', 'shop', 'due', 'kind'].map((name) => options.text(name))
  const task = await client.tasks.put({
    fields: {
      title,
      kind: TASK_KINDS.find((known) => known === kind) ?? 'other',
      ...(creator !== undefined && { creatorId: await findCreator(client, creator) }),
      ...(shop !== undefined && { shopId: (await findShop(client, shop)).id }),
      ...(due !== undefined && { due: readInstant(due, 'due') }),
      ...given('owner', options.text('owner')),
    },
  })
  return { json: toJson(task), text: textOf([task]) }
}

async function done({ client, words }: Call): Promise<Answer> {
  const { done: count, next } = await client.tasks.done({ ids: [...words] })
  const follows = next.length === 0 ? '' : `\nnext:\n${textOf(next)}`
  return { json: { done: count, next: next.map(toJson) }, text: `${count} done${follows}` }
}

async function snooze({ client, words, options }: Call): Promise<Answer> {
  const until = readInstant(options.needed('until'), 'until')
  const json = await client.tasks.snooze({ ids: [...words], until })
  return { json, text: `${json.snoozed} snoozed` }
}

async function stages({ client, options }: Call): Promise<Answer> {
  const shop = options.text('shop')
  const rows = await client.pipelines.stages({ shopId: shop ? (await findShop(client, shop)).id : null })
  const text = table(rows, [
    { title: 'key', of: ({ key }) => key },
    { title: 'name', of: ({ name }) => name ?? '' },
    { title: 'days', of: ({ slaDays }) => (slaDays === null ? '' : String(slaDays)), right: true },
    { title: 'limit', of: ({ wipLimit }) => (wipLimit === null ? '' : String(wipLimit)), right: true },
    { title: 'asks for', of: ({ entry }) => entry.join(', ') },
    { title: 'event', of: ({ onEvent }) => onEvent ?? '' },
  ])
  return { json: { rows }, text }
}

async function move({ client, words, options }: Call): Promise<Answer> {
  const { id: shopId } = await findShop(client, options.needed('shop'))
  const creatorIds = await Promise.all(words.map((handle) => findCreator(client, handle)))
  const reason = options.text('reason') ?? ''
  const json = await client.pipelines.move({
    items: creatorIds.map((creatorId) => ({ shopId, creatorId })),
    to: options.needed('to'),
    guard: reason === '' ? 'ask' : 'override',
    reason,
    fill: given('owner', options.text('owner')),
  })
  const missing =
    json.guard?.missing.map(({ handle, conditions }) => `${handle}: ${conditions.join(', ')} missing`) ?? []
  const over = json.guard?.over.map(({ limit, count }) => `the limit is ${limit}, there would be ${count}`) ?? []
  return {
    json,
    text: [`${json.moved} moved`, ...missing, ...over].join('\n'),
    ...(json.moved === 0 && json.guard !== null && { exitCode: EXIT.refused }),
  }
}

/** By handle, with or without @; other names of one person lead to that person. */
async function findCreator(client: Client, handle: string): Promise<string> {
  const wanted = handle.replace(/^@/u, '').toLowerCase()
  const { rows } = await client.records.list({ entity: 'creators', where: { handle: wanted } })
  const id = rows[0]?.id
  if (id === undefined) throw new UsageError(`there is no creator "${handle}"`)
  return String(id)
}

function readInstant(text: string, option: string): number {
  const at = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(at)) throw new UsageError(`--${option} takes an instant as 2026-03-31T09:30:00Z; "${text}" is none`)
  return at
}

function toJson({ due, doneAt, snoozedUntil, ...task }: Task) {
  const text = (at: number | null) => (at === null ? null : instant(at))
  return { ...task, due: text(due), doneAt: text(doneAt), snoozedUntil: text(snoozedUntil) }
}

function textOf(rows: readonly Task[]): string {
  return table(rows, [
    { title: 'id', of: ({ id }) => id },
    { title: 'due', of: ({ due }) => (due === null ? '' : shortInstant(due)) },
    { title: 'creator', of: ({ handle }) => handle ?? '' },
    {
      title: 'what',
      of: ({ title, ladder, stepDay, kind }) =>
        title ?? (ladder === null ? kind : `${ladder} day ${stepDay ?? ''}`.trim()),
    },
    { title: 'owner', of: ({ owner }) => owner ?? '' },
    { title: 'state', of: ({ state }) => state },
  ])
}
