/** `outreach`, `templates`, `claims`: contacts, the weekly numbers of shops, message templates, who holds whom. */

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { TOUCH_KINDS } from '../../../shared/contract/outreach'
import { AppError } from '../../../shared/errors'
import { type Answer, type Call, given, type Verb } from '../command'
import { count } from '../figures'
import { table } from '../table'
import { UsageError } from '../usage'
import { findShop } from '../values'

const PASSPHRASE = {
  value: 'VAR',
  help: "the environment variable that holds the team's passphrase, which never stands on a command line",
}

export const OUTREACH_VERBS: readonly Verb[] = [
  {
    noun: 'outreach',
    verb: 'log',
    words: 'HANDLE',
    count: [1, 1],
    summary: 'writes down one contact or reply; refused while somebody else holds the creator',
    options: {
      kind: { value: 'KIND', oneOf: TOUCH_KINDS, help: 'what it was; sent when left out' },
      shop: { value: 'NAME_OR_ID', help: 'for which shop' },
      channel: { value: 'WORD', help: 'where, as im, invitation, email' },
      text: { value: 'TEXT', help: 'what was said' },
      override: { value: 'REASON', help: 'go on although somebody else holds the creator' },
    },
    workspace: 'open',
    run: log,
  },
  {
    noun: 'outreach',
    verb: 'quota',
    words: '',
    count: [0, 0],
    summary: 'how many new creators each shop may write to this week',
    options: { shop: { value: 'NAME_OR_ID', help: 'only of this shop' } },
    workspace: 'open',
    run: quota,
  },
  {
    noun: 'templates',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists message templates and how often they are answered',
    options: { archived: { help: 'archived ones too' } },
    workspace: 'open',
    run: listTemplates,
  },
  {
    noun: 'templates',
    verb: 'add',
    words: 'NAME FILE',
    count: [2, 2],
    summary: 'adds a template with the text of a file',
    options: {
      language: { value: 'CODE', required: true, help: 'the language of the text, as en, zh, vi' },
      channel: { value: 'WORD', help: 'where it is sent' },
    },
    workspace: 'open',
    run: addTemplate,
  },
  {
    noun: 'claims',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists who holds whom and until when',
    options: {},
    workspace: 'open',
    run: listClaims,
  },
  {
    noun: 'claims',
    verb: 'export',
    words: '',
    count: [0, 0],
    summary: 'writes a claims sheet for colleagues of other workspaces: hashes, owners and dates',
    options: {
      to: { value: 'FILE', required: true, help: 'the sheet, as claims.starclaims' },
      'passphrase-env': PASSPHRASE,
      plain: { help: 'do not encrypt, even where a passphrase is known' },
    },
    workspace: 'open',
    run: exportClaims,
  },
  {
    noun: 'claims',
    verb: 'import',
    words: 'FILE',
    count: [1, 1],
    summary: 'takes in a claims sheet of another workspace, any number of times',
    options: { 'passphrase-env': PASSPHRASE },
    workspace: 'open',
    run: importClaims,
  },
]

async function log({ client, words, options }: Call): Promise<Answer> {
  const [word = ''] = words
  const handle = word.replace(/^@/u, '').toLowerCase()
  const { rows } = await client.records.list({ entity: 'creators', where: { handle }, limit: 1 })
  const id = rows[0]?.id
  if (id === undefined || id === null) throw new AppError('record.notFound', { entity: 'creators', id: word })
  const shop = options.text('shop')
  const reason = options.text('override')
  const answer = await client.outreach.log({
    creatorId: String(id),
    kind: TOUCH_KINDS.find((kind) => kind === options.text('kind')) ?? 'sent',
    shopId: shop === undefined ? null : (await findShop(client, shop)).id,
    ...given('channel', options.text('channel')),
    ...given('text', options.text('text')),
    override: reason === undefined ? null : { reason },
  })
  const { holder } = answer.claims
  return {
    json: answer,
    text: holder ? `logged; ${holder.owner} holds ${handle} until ${dayOf(holder.until)}` : 'logged',
  }
}

async function quota({ client, options }: Call): Promise<Answer> {
  const name = options.text('shop')
  const shops = await client.shops.list({})
  const rows = await client.outreach.quotas(name === undefined ? {} : { shops: [(await findShop(client, name)).id] })
  const text = table(rows, [
    { title: 'shop', of: ({ shopId }) => shops.find(({ id }) => id === shopId)?.name ?? shopId },
    { title: 'from', of: ({ from }) => from },
    {
      title: 'limit',
      of: ({ from, limit }) => (limit === null ? (from === 'ask' ? '?' : 'none') : count(limit)),
      right: true,
    },
    { title: 'used', of: ({ used }) => count(used), right: true },
    { title: 'left', of: ({ left }) => (left === null ? '' : count(left)), right: true },
    { title: 'begins anew', of: ({ weekUntil }) => new Date(weekUntil).toISOString() },
    { title: 'source', of: ({ source }) => source ?? '' },
  ])
  return { json: { rows }, text: rows.length === 0 ? 'no shops yet' : text }
}

async function listTemplates({ client, options }: Call): Promise<Answer> {
  const rows = await client.outreach.templates.list({ archived: options.has('archived') })
  const texts = rows.flatMap(({ id, name, channel, texts: all }) => all.map((text) => ({ ...text, id, name, channel })))
  const text = table(texts, [
    { title: 'id', of: ({ id }) => id },
    { title: 'name', of: ({ name }) => name },
    { title: 'language', of: ({ language }) => language },
    { title: 'version', of: ({ version }) => String(version), right: true },
    { title: 'channel', of: ({ channel }) => channel ?? '' },
    { title: 'answered', of: ({ rate }) => `${rate.replied} of ${rate.sent}`, right: true },
  ])
  return { json: { rows }, text: texts.length === 0 ? 'no templates yet' : text }
}

async function addTemplate({ client, words, options }: Call): Promise<Answer> {
  const [name = '', file = ''] = words
  const body = await textOf(resolve(file))
  const template = await client.outreach.templates.put({
    fields: { name, ...given('channel', options.text('channel')) },
    texts: [{ language: options.needed('language'), body }],
  })
  return { json: template, text: `added ${template.name} (${template.id})` }
}

async function listClaims({ client }: Call): Promise<Answer> {
  const answer = await client.claims.list({})
  const text = table(answer.rows, [
    { title: 'creator', of: ({ handle }) => handle },
    { title: 'held by', of: ({ owner, elsewhere }) => (elsewhere ? `${owner} (another workspace)` : owner) },
    { title: 'until', of: ({ until }) => dayOf(until) },
    { title: 'last contact', of: ({ lastContact }) => (lastContact === null ? '' : dayOf(lastContact)) },
  ])
  const unknown = answer.unknown === 0 ? [] : [`${count(answer.unknown)} of other workspaces on nobody known here`]
  return { json: answer, text: [answer.rows.length === 0 ? 'nobody holds a creator' : text, ...unknown].join('\n') }
}

async function exportClaims(call: Call): Promise<Answer> {
  const { client, options } = call
  const file = resolve(options.needed('to'))
  const answer = await client.claims.exportSheet({ file, plain: options.has('plain'), ...passphrase(call) })
  const open = answer.encrypted ? '' : ', not encrypted'
  return { json: answer, text: `${count(answer.claims)} claims written to ${answer.file}${open}` }
}

async function importClaims(call: Call): Promise<Answer> {
  const [file = ''] = call.words
  const answer = await call.client.claims.importSheet({ file: resolve(file), ...passphrase(call) })
  const { added, changed, unchanged, own } = answer
  return {
    json: answer,
    text: own
      ? 'the sheet is of this very workspace; nothing was to be taken'
      : `${count(added)} new, ${count(changed)} changed, ${count(unchanged)} known already`,
  }
}

function passphrase({ options, io }: Call): { readonly passphrase?: string } {
  const variable = options.text('passphrase-env')
  if (variable === undefined) return {}
  const value = io.env[variable]
  if (value === undefined || value === '')
    throw new UsageError(`--passphrase-env ${variable}: there is no such variable, or it is empty`)
  return { passphrase: value }
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new AppError('import.unreadable', { file, reason: 'notFound' }, { cause: error })
  }
}
