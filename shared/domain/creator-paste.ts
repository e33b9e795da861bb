/**
 * Handles as people paste them: from chats, sheets and address bars, one or many a line, with names and markets beside them.
 *
 * Nothing is guessed about what cannot be a handle: it is given back as unreadable, with its text and its line.
 */

import { normaliseHandle } from './import-values/handles'
import { cleanText, isBlank } from './import-values/text'
import { MARKETS } from './market-packs'

export interface PastedCreator {
  /** From 1. */
  readonly line: number
  /** As it was pasted. */
  readonly text: string
  /** As everybody knows it; null: no handle can be read. */
  readonly handle: string | null
  readonly displayName: string | null
  readonly market: string | null
  /** The handle of the one that this is another name of, written as `@new = @old`. */
  readonly sameAs: string | null
  /** Why no handle can be read. */
  readonly problem: 'notAHandle' | 'shortLink' | 'tooLong' | null
}

/** The platform's own bound is 24; older and imported ones may be longer. */
const LONGEST = 60
const HANDLE = /^[a-z0-9._-]+$/
const SHORT_LINK = /^(?:https?:\/\/)?(?:vt|vm)\.tiktok\.com\/(?!@)|tiktok\.com\/t\//i
/** Between a new name and the old one; an address may hold `=` of its own. */
const OLD_NAME = /\s+=\s*|\s*=\s*(?=[@＠])/
const HEADER =
  /^(?:handle|username|creator(?: ?(?:username|handle|name))?|达人(?:用户名|账号|昵称|名称)?|用户名|账号|nickname|market|市场)$/i

/** Everything in a pasted text that is meant to be a creator; lines without anything are passed over. */
export function pastedCreators(text: string): readonly PastedCreator[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => ofLine(line, index + 1))
}

function ofLine(line: string, number: number): PastedCreator[] {
  const cells = cellsOf(line)
  const [first] = cells
  if (first === undefined || (number === 1 && HEADER.test(first))) return []
  const market = cells.map(marketOf).find((one) => one !== null) ?? null
  const others = cells.slice(1).filter((cell) => marketOf(cell) === null)
  const isList = others.every((cell) => readHandle(cell).handle !== null) && (!isMarked(first) || others.some(isMarked))
  if (others.length > 0 && !line.includes('\t') && isList && !others.some((cell) => cell.includes(' '))) {
    return [first, ...others].map((cell) => one(cell, number, { market, displayName: null }))
  }
  return [one(first, number, { market, displayName: others[0] ?? null })]
}

/** By tabs where there are any, else by commas and their like, else by blanks where each part is marked or plain. */
function cellsOf(line: string): string[] {
  const byTabs = line.split('\t')
  const rough = byTabs.length > 1 ? byTabs : line.split(/[,;，；、|]/)
  const cells = rough.map(cleanText).filter((cell) => !isBlank(cell))
  const [only] = cells
  if (cells.length !== 1 || only === undefined || OLD_NAME.test(only)) return cells
  const parts = only.split(' ')
  const [first = '', ...rest] = parts
  const names = rest.filter((part) => marketOf(part) === null)
  const everyIsHandle = [first, ...names].every((part) => readHandle(part).handle !== null)
  // `@mia.glow Mia Nguyen` is one creator with a name, `@mia.glow @zoe` are two, `mia zoe` too.
  if (everyIsHandle && (!isMarked(first) || names.length === 0 || names.some(isMarked))) return parts
  if (!isMarked(first) && readHandle(first).handle === null) return cells
  const market = rest.filter((part) => marketOf(part) !== null)
  return [first, ...(names.length === 0 ? [] : [names.join(' ')]), ...market]
}

function one(cell: string, line: number, beside: Pick<PastedCreator, 'market' | 'displayName'>): PastedCreator {
  const [name = '', old] = cell.split(OLD_NAME).map((part) => part.trim())
  const { handle, problem } = readHandle(name)
  const sameAs = old === undefined ? null : readHandle(old).handle
  return { line, text: cell, handle, sameAs, problem, ...beside }
}

function readHandle(text: string): Pick<PastedCreator, 'handle' | 'problem'> {
  if (SHORT_LINK.test(text)) return { handle: null, problem: 'shortLink' }
  const handle = normaliseHandle(text.normalize('NFKC'))
  if (handle.length > LONGEST && HANDLE.test(handle)) return { handle: null, problem: 'tooLong' }
  return HANDLE.test(handle) && handle.length <= LONGEST
    ? { handle, problem: null }
    : { handle: null, problem: 'notAHandle' }
}

function isMarked(text: string): boolean {
  return /^[@＠]|tiktok\.com\//i.test(text)
}

/** `US`, `UK` and their like, in capitals: a handle of two small letters stays one. */
function marketOf(text: string): string | null {
  const code = text === 'UK' ? 'GB' : text
  return MARKETS.includes(code) ? code : null
}
