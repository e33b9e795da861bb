/** `creators score`, `creators decide`: how a creator fits a shop, line by line, and the verdict on it. */

import type { Assessment, Warned } from '../../../shared/contract/vetting'
import { VERDICTS } from '../../../shared/domain/decisions'
import { AppError } from '../../../shared/errors'
import { type Answer, type Call, type Option, type Verb } from '../command'
import type { Client } from '../io'
import { table } from '../table'
import { findShop } from '../values'

const SHOP: Option = { value: 'NAME_OR_ID', help: 'for this shop; left out: for all of them' }

export const VETTING_VERBS: readonly Verb[] = [
  {
    noun: 'creators',
    verb: 'score',
    words: 'HANDLE...',
    count: [1, 50],
    summary: 'shows how creators fit, line by line, and what to know before contacting them',
    options: { shop: SHOP },
    workspace: 'open',
    run: score,
  },
  {
    noun: 'creators',
    verb: 'decide',
    words: 'HANDLE...',
    count: [1, 1000],
    summary: 'says yes, no or later to creators; who is stopped by a rule is left out and told',
    options: {
      shop: SHOP,
      verdict: { value: 'VERDICT', required: true, oneOf: VERDICTS, help: 'what was decided' },
      reason: { value: 'KEY', help: 'key of a reason code' },
      note: { value: 'TEXT', help: 'anything to remember' },
      anyway: { help: 'go on although a rule stops it; needs --note' },
    },
    workspace: 'open',
    run: decide,
  },
]

async function score({ client, words, options }: Call): Promise<Answer> {
  const rows = await client.vetting.assess({
    creators: await idsOf(client, words),
    shopId: await shopOf(client, options.text('shop')),
  })
  return { json: { rows }, text: rows.map(scoreText).join('\n\n') }
}

async function decide({ client, words, options }: Call): Promise<Answer> {
  const done = await client.vetting.decide({
    creators: await idsOf(client, words),
    shopId: await shopOf(client, options.text('shop')),
    verdict: VERDICTS.find((one) => one === options.needed('verdict')) ?? 'undecided',
    reason: options.text('reason') ?? null,
    note: options.text('note') ?? null,
    anyway: options.has('anyway'),
  })
  const stopped = done.stopped.map((one) => `${one.handle}: stopped by ${rulesOf(one)}`)
  return { json: done, text: [`${done.decided.length} decided`, ...stopped].join('\n') }
}

async function shopOf(client: Client, shop: string | undefined): Promise<string | null> {
  return shop === undefined ? null : (await findShop(client, shop)).id
}

/** Creators by handle, with or without @. Refuses as `record.notFound`. */
async function idsOf(client: Client, handles: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const word of handles) {
    const handle = word.replace(/^@/u, '').toLowerCase()
    const { rows } = await client.records.list({ entity: 'creators', where: { handle } })
    const id = rows[0]?.['id']
    if (typeof id !== 'string') throw new AppError('record.notFound', { entity: 'creators', id: handle })
    ids.push(id)
  }
  return ids
}

function rulesOf({ warnings }: Pick<Warned, 'warnings'>): string {
  return warnings.map(({ rule }) => rule).join(', ')
}

function scoreText(one: Assessment): string {
  const { total, known, of, lines } = one.score
  const head = `${one.handle}: ${total ?? '-'} on ${known} of ${of} figures known`
  const warned = one.warnings.length === 0 ? [] : [`before you go on: ${rulesOf(one)}`]
  const rows = table(lines, [
    { title: 'line', of: ({ criterion }) => criterion },
    { title: 'saw', of: ({ seen, text }) => text ?? (seen === null ? '-' : String(seen)), right: true },
    { title: 'points', of: ({ points, max }) => (points === null ? '-' : `${points} of ${max}`), right: true },
  ])
  return [head, rows, ...warned].join('\n')
}
