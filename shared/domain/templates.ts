/**
 * Message templates: texts with variables, in several languages and versions, and how often they are answered.
 *
 * Promise: a text with a variable that nobody filled is never taken for finished, and a reply rate is never said without
 * the number of messages it is of.
 */

import { MARKET_LANGUAGES } from './market-match'

/** Filled by the app where it knows the value. Any other name is asked of the person. */
export const VARIABLES = ['handle', 'name', 'shop', 'brand', 'market', 'rate', 'product', 'me'] as const

export type FilledPart =
  | { readonly kind: 'text' | 'value'; readonly text: string }
  /** Nobody filled it. */
  | { readonly kind: 'missing'; readonly name: string }

export interface Filled {
  /** The whole text; a variable that is missing stands in it as it was written. */
  readonly text: string
  readonly parts: readonly FilledPart[]
  /** Each name once, in order. */
  readonly missing: readonly string[]
}

/** `{{name}}`, or with what stands in for nothing: `{{name|there}}`. */
const VARIABLE = /\{\{\s*([\p{L}_][\p{L}\p{N}_]{0,39})\s*(?:\|([^{}]*))?\}\}/gu

/** Names of all variables of a text, each once, in order. */
export function variablesOf(body: string): string[] {
  return [...new Set([...body.matchAll(VARIABLE)].map(([, name = '']) => name))]
}

/** The text with its variables filled, in one pass: what a value contains is not read as a variable again. */
export function fill(body: string, values: Readonly<Record<string, string | null | undefined>>): Filled {
  const parts: FilledPart[] = []
  let at = 0
  for (const match of body.matchAll(VARIABLE)) {
    const [whole, name = '', standIn] = match
    if (match.index > at) parts.push({ kind: 'text', text: body.slice(at, match.index) })
    const given = Object.hasOwn(values, name) ? (values[name] ?? '').trim() : ''
    const value = given === '' ? (standIn?.trim() ?? '') : given
    parts.push(value === '' ? { kind: 'missing', name } : { kind: 'value', text: value })
    at = match.index + whole.length
  }
  if (at < body.length) parts.push({ kind: 'text', text: body.slice(at) })
  const missing = [...new Set(parts.flatMap((part) => (part.kind === 'missing' ? [part.name] : [])))]
  const text = parts.map((part) => (part.kind === 'missing' ? `{{${part.name}}}` : part.text)).join('')
  return { text, parts, missing }
}

/** Where messages are written, and how long one may be there. */
export interface Channel {
  readonly key: string
  /** Characters (code points) of one message; null: no source gives a figure, or there is none. */
  readonly limit: number | null
  readonly source: string
  /** Counts against the platform's weekly number of new creators. */
  readonly quota: boolean
}

export const CHANNELS: readonly Channel[] = [
  { key: 'im', limit: null, source: 'no source found', quota: true },
  { key: 'invitation', limit: null, source: 'no source found', quota: true },
  { key: 'email', limit: null, source: 'e-mail has none', quota: false },
  { key: 'whatsapp', limit: 65_536, source: 'WhatsApp, longest message text', quota: false },
  { key: 'line', limit: 5000, source: 'LINE Messaging API reference, text message', quota: false },
  { key: 'zalo', limit: null, source: 'no source found', quota: false },
  { key: 'wechat', limit: null, source: 'no source found', quota: false },
  { key: 'phone', limit: null, source: 'nothing to count', quota: false },
]

/** Whether a contact on this channel counts against the platform's number; one that names no channel does. */
export function countsForQuota(channel: string | null): boolean {
  return CHANNELS.find(({ key }) => key === channel)?.quota ?? channel === null
}

/** Characters as people and platforms count them: an emoji of several units is one or two, never four. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** One text of a template. */
export interface TemplateText {
  readonly id: string
  readonly language: string
  readonly version: number
  readonly body: string
}

/** By language the newest text: the one with the highest number, of equal ones (written apart) with the highest id. */
export function newestTexts<T extends TemplateText>(texts: readonly T[]): T[] {
  const newest = new Map<string, T>()
  for (const text of texts) {
    const before = newest.get(text.language)
    if (!before || text.version > before.version || (text.version === before.version && text.id > before.id)) {
      newest.set(text.language, text)
    }
  }
  return [...newest.values()].toSorted((a, b) => (a.language < b.language ? -1 : 1))
}

/** Languages to write to a creator in, the best first: their own, those of their market, English, Chinese. */
export function languagesFor(language: string | null, market: string | null): string[] {
  const own = language === null || language.trim() === '' ? [] : [primary(language)]
  return [...new Set([...own, ...(MARKET_LANGUAGES[market ?? ''] ?? []).slice(0, 1), 'en', 'zh'])]
}

/** The text in the first of these languages that there is; else the first text at all. */
export function textFor<T extends TemplateText>(texts: readonly T[], languages: readonly string[]): T | null {
  const newest = newestTexts(texts)
  for (const language of languages) {
    const found =
      newest.find((text) => text.language === language) ?? newest.find((text) => primary(text.language) === language)
    if (found) return found
  }
  return newest[0] ?? null
}

function primary(language: string): string {
  return language.trim().toLowerCase().split(/[-_]/u)[0] ?? ''
}

/** A piece of a comparison of two texts. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Tokens compared at most; longer texts are compared line by line. */
const COMPARED = 1500

/** What turns `before` into `after`: by words, in scripts without blanks by characters. */
export function diff(before: string, after: string): DiffPart[] {
  const words = [tokens(before), tokens(after)] as const
  const [a, b] = words.some(({ length }) => length > COMPARED) ? [lines(before), lines(after)] : words
  const common = commonLengths(a, b)
  const parts: DiffPart[] = []
  const push = (kind: DiffPart['kind'], text: string): void => {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      push('same', left)
      i++
      j++
    } else if (right === undefined || (left !== undefined && common(i + 1, j) >= common(i, j + 1))) {
      push('removed', left ?? '')
      i++
    } else {
      push('added', right)
      j++
    }
  }
  return parts
}

function tokens(text: string): string[] {
  return text.match(/\{\{[^{}]*\}\}|\s+|[\p{Script=Latin}\p{M}\p{N}'’]+|./gsu) ?? []
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/u).slice(0, COMPARED * 2)
}

/** Length of the longest common subsequence from `i` and `j` on. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const next = (i + 1) * width + j
      table[i * width + j] =
        a[i] === b[j] ? (table[next + 1] ?? 0) + 1 : Math.max(table[next] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  return (i, j) => table[i * width + j] ?? 0
}
