/** `compliance check`: what may get a script taken down, why, and what to say instead. */

import { resolve } from 'node:path'

import type { Finding } from '../../../shared/contract/compliance'
import { NO_PACK } from '../../../shared/domain/compliance/types'
import { type Answer, type Call, type Verb } from '../command'
import { table } from '../table'
import { textOf } from '../text-file'
import { UsageError } from '../usage'
import { findShop } from '../values'

export const COMPLIANCE_VERBS: readonly Verb[] = [
  {
    noun: 'compliance',
    verb: 'check',
    words: '[FILE|-]',
    count: [0, 1],
    summary: 'reads a script for risky claims and missing disclosure; advice with its source, never a verdict',
    options: {
      market: { value: 'CODE', help: 'where it is shown, as US, GB, ID; that of the shop when left out' },
      text: { value: 'TEXT', help: 'the script itself instead of a file' },
      language: { value: 'CODE', help: 'zh, en, id, th or vi; told from the text when left out' },
      category: { value: 'WORDS', help: 'what kind of product, as beauty; that of the product when left out' },
      shop: { value: 'NAME_OR_ID', help: 'the shop, for its market and its products' },
      product: { value: 'ID', help: "the platform's number of the product, for its claim sheet; needs --shop" },
      part: { help: 'only a part of a script: what may stand elsewhere is not missed' },
    },
    workspace: 'open',
    run: check,
  },
]

async function check(call: Call): Promise<Answer> {
  const { client, words, options } = call
  const [market, shopName, product] = [options.text('market'), options.text('shop'), options.text('product')]
  if (market === undefined && shopName === undefined) throw new UsageError('--market is missing (or --shop)')
  if (product !== undefined && shopName === undefined) throw new UsageError('--product needs --shop')
  const checked = await client.compliance.check({
    text: await scriptOf(call, words[0], options.text('text')),
    language: options.text('language') ?? null,
    market: market?.toUpperCase() ?? null,
    category: options.text('category') ?? null,
    shopId: shopName === undefined ? null : (await findShop(client, shopName)).id,
    productId: product ?? null,
    ...(options.has('part') && { ties: null }),
  })
  const { findings, languages } = checked
  return {
    json: { languages, market: checked.market, category: checked.category, findings: findings.map(toJson) },
    text: findings.length === 0 ? 'nothing found' : listed(findings),
  }
}

async function scriptOf({ io }: Call, file: string | undefined, text: string | undefined): Promise<string> {
  if ((file === undefined) === (text === undefined)) throw new UsageError('takes a FILE, - or --text, one of them')
  if (text !== undefined) return text
  const read = file === '-' ? await io.readInput() : await textOf(resolve(file ?? ''))
  return read.replace(/^\uFEFF/, '')
}

function toJson({ start, end, text, rule, level, markets, reason, safer, source, language, also }: Finding) {
  const { title, date, verify } = source
  const from = { source: title, sourceDate: date, verify }
  return {
    start,
    end,
    text,
    rule,
    severity: level,
    why: reason.en,
    suggestion: safer,
    ...from,
    markets,
    language,
    also,
  }
}

function sayOf({ rule, safer }: Finding): string {
  if (rule === NO_PACK) return '(ask a native speaker)'
  return safer === null ? '(write anew)' : safer.trim() || '(leave out)'
}

function listed(findings: readonly Finding[]): string {
  return table(findings, [
    { title: 'at', of: ({ start }) => String(start), right: true },
    { title: 'level', of: ({ level }) => level },
    { title: 'found', of: ({ rule, text }) => (rule === NO_PACK ? '(not checked)' : text === '' ? '(missing)' : text) },
    { title: 'say', of: sayOf },
    { title: 'rule', of: ({ rule }) => rule },
    { title: 'why', of: ({ reason }) => reason.en },
    { title: 'source', of: ({ source }) => (source.verify ? `${source.title} (verify)` : source.title) },
  ])
}
