/** `creators`: the list of them, searched and filtered as in the window, and adding them by their handles. */

import { resolve } from 'node:path'

import type { Creator, CreatorQuery, InspectedCreator } from '../../../shared/contract/creators-list'
import { CREATOR_FIELDS, creatorField } from '../../../shared/domain/creator-fields'
import type { ListFilter } from '../../../shared/domain/lists'
import { type Answer, type Call, given, type Verb } from '../command'
import { count, money } from '../figures'
import { table } from '../table'
import { textOf } from '../text-file'
import { UsageError } from '../usage'
import { findShop } from '../values'
import { EXIT } from '../wording'

export const CREATOR_VERBS: readonly Verb[] = [
  {
    noun: 'creators',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists creators, one person each',
    notes: [
      'A condition is FIELD=A,B (one of them), FIELD!=A, FIELD~TEXT (contains), FIELD>=N, FIELD<=N; FIELD= is empty, FIELD!= is not. Money is in minor units, percentages in basis points, days as 2026-01-31 or today-30.',
      `Fields: ${Object.keys(CREATOR_FIELDS).join(', ')}.`,
    ],
    options: {
      search: { value: 'TEXT', help: 'part of a handle, name, tag or remark; pinyin finds Chinese' },
      filter: { value: 'CONDITION', many: true, help: 'as followers>=10000; several must all hold' },
      sort: { value: 'FIELD', help: 'the field to sort by; -FIELD the other way round' },
      shop: { value: 'NAME_OR_ID', help: 'with the stage, owner, rate and results of this shop' },
      limit: { value: 'N', help: 'how many at most, 200 unless given' },
      offset: { value: 'N', help: 'leave out so many before' },
    },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'creators',
    verb: 'add',
    words: '[HANDLE...]',
    count: [0, 1000],
    summary: 'adds creators by handle or profile address; those that are known keep what is known of them',
    options: {
      from: { value: 'FILE|-', help: 'a text file or standard input: handles, with name and market beside them' },
      market: { value: 'CODE', help: 'of those that name none' },
      tag: { value: 'TAG', many: true, help: 'for all of them' },
      'dry-run': { help: 'say who is new and change nothing' },
    },
    workspace: 'open',
    run: add,
  },
]

async function list({ client, options }: Call): Promise<Answer> {
  const shop = options.text('shop')
  const query: CreatorQuery = {
    search: options.text('search') ?? '',
    filters: options.texts('filter').map(readFilter),
    sort: readSort(options.text('sort')),
    shopId: shop === undefined ? null : (await findShop(client, shop)).id,
  }
  const answer = await client.creators.list({
    ...query,
    ...given('limit', options.whole('limit', 1)),
    ...given('offset', options.whole('offset', 0)),
  })
  const more = answer.total > answer.rows.length ? `\n${count(answer.rows.length)} of ${count(answer.total)}` : ''
  return { json: answer, text: answer.rows.length === 0 ? 'no creators' : creatorTable(answer.rows) + more }
}

async function add({ client, words, options, io }: Call): Promise<Answer> {
  const from = options.text('from')
  const file = from === undefined ? '' : from === '-' ? await io.readInput() : await textOf(resolve(from))
  const market = options.text('market')?.toUpperCase()
  const { rows } = await client.creators.inspect({ text: [...words, file].join('\n'), ...given('market', market) })
  if (rows.length === 0) throw new UsageError('name handles, or a file of them with --from')
  const creators = rows.flatMap(({ handle, displayName, market, outcome, of }) =>
    handle === null || outcome === 'repeated' ? [] : [{ handle, displayName, market, sameAs: of?.id ?? null }],
  )
  const tags = options.texts('tag')
  const done =
    options.has('dry-run') || creators.length === 0
      ? { added: 0, known: 0, otherNames: 0, ids: [] }
      : await client.creators.add({ creators, tags })
  const news = rows.filter(({ outcome }) => outcome === 'new').length
  const summary = options.has('dry-run')
    ? `${count(news)} creators would be added`
    : `${count(done.added)} creators added`
  return {
    json: { rows, ...done },
    text: [summary, ...rows.flatMap(told)].join('\n'),
    exitCode: creators.length === 0 ? EXIT.refused : EXIT.done,
  }
}

function told({ line, text, handle, outcome, problem, of, otherMarket, market }: InspectedCreator): string[] {
  const name = handle ?? text
  const said = {
    new: [],
    known: [`  ${name}: known`],
    otherName: [`  ${name}: another name of ${of?.handle ?? ''}`],
    repeated: [`  ${name}: named before`],
    unreadable: [`  line ${line}: no handle can be read ("${text}", ${problem ?? ''})`],
  }[outcome]
  return [
    ...said,
    ...(problem === 'unknownOldName' ? [`  ${name}: the old name is of nobody known`] : []),
    ...(otherMarket === null
      ? []
      : [`  ${name}: one creator in ${otherMarket} and ${market ?? ''}; ${otherMarket} is kept`]),
  ]
}

const CONDITION = /^(\w+)(>=|<=|!=|=|~)(.*)$/su

function readFilter(text: string): ListFilter {
  const [, field = '', sign = '', rest = ''] = CONDITION.exec(text) ?? []
  const known = creatorField(field)
  if (known === null) throw new UsageError(`"${text}" is no condition: as followers>=10000, tags=vip, handle~glow`)
  const isWord = ['text', 'choice', 'person', 'tags', 'day', 'instant', 'bool'].includes(known.kind)
  const values = rest.split(',').flatMap((value) => (value === '' ? [] : [readValue(value, known.kind, isWord)]))
  if (sign === '~') return { field, op: 'contains', values: [rest] }
  if (sign === '>=') return { field, op: 'atLeast', values }
  if (sign === '<=') return { field, op: 'atMost', values }
  if (values.length === 0) return { field, op: sign === '=' ? 'empty' : 'notEmpty', values: [] }
  return { field, op: sign === '=' ? 'anyOf' : 'noneOf', values }
}

function readValue(text: string, kind: string, isWord: boolean): string | number | boolean {
  if (kind === 'bool') return text === 'true'
  if (isWord) return text
  const value = Number(text)
  if (!Number.isFinite(value)) throw new UsageError(`"${text}" is no number`)
  return value
}

function readSort(text: string | undefined): { field: string; descending: boolean }[] {
  if (text === undefined) return []
  const field = text.replace(/^-/, '')
  if (creatorField(field) === null) throw new UsageError(`--sort takes a field of creators, not "${field}"`)
  return [{ field, descending: text.startsWith('-') }]
}

function creatorTable(rows: readonly Creator[]): string {
  const figure = (creator: Creator, name: keyof Creator['figures']): string => {
    const known = creator.figures[name]
    return known === undefined ? '-' : count(known.value)
  }
  return table(rows, [
    { title: 'id', of: ({ id }) => id },
    { title: 'handle', of: ({ handle }) => handle },
    { title: 'name', of: ({ displayName }) => displayName ?? '-' },
    { title: 'market', of: ({ market }) => market ?? '-' },
    { title: 'tier', of: ({ tier }) => tier ?? '-' },
    { title: 'followers', of: (creator) => figure(creator, 'followers'), right: true },
    { title: 'score', of: ({ score }) => String(score ?? '-'), right: true },
    { title: 'stage', of: ({ work }) => work?.stage ?? '-' },
    { title: 'owner', of: ({ work, claim }) => work?.owner ?? claim?.owner ?? '-' },
    {
      title: 'own gmv',
      of: ({ results }) => (results === null ? '-' : `${money(results.gmv, results.currency)} ${results.currency}`),
      right: true,
    },
    { title: 'tags', of: ({ tags }) => tags.join(', ') },
  ])
}
