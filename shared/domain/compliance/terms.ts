/**
 * How terms of a pack are written, and what finds them.
 *
 * `a / b` two terms · `(a|b)` either · `[a]` with or without · `{a|b}` any of them, up to four · `*` the rest of a word · `#` a number (but not in `#ad`) · `…` a
 * few words of the same clause · `$` at its end: where a sentence ends. Anything else stands for itself, so that any text is a term. Words end where they end (`cure` is not in
 * `secure`); Chinese and Thai have no such ends.
 */

import { foldTerm } from './fold'

const WORD = 'a-z\u00C0-\u024F\u1E00-\u1EFF'
const WORD_UNIT = new RegExp(`[${WORD}0-9]`)
/** Behind a term: no word and no number goes on. */
const WHOLE = `(?!(?<=[${WORD}])[${WORD}]|(?<=\\d)\\d)`
const ENDS = '.!?;,:。！？；，、：\\n'
const SENTENCE_END = '(?=\\s*(?:[.!?。！？\\n]|$))'
/** Stands in for `…`, which folding takes for three dots. */
const GAP = '\uE000'
const DIGITS = '\\d+(?:[.,]\\d+)?'

/** Finds terms in a folded text. */
export interface Finder {
  /** Global; group n is row n. */
  readonly pattern: RegExp
  readonly rows: number
}

/** One finder of several rows of terms; null where there are none. */
export function finder(rows: readonly (readonly string[])[], number = DIGITS): Finder | null {
  const sources = rows.map((terms) => terms.map((term) => source(term, number)).filter((one) => one !== ''))
  if (sources.every((terms) => terms.length === 0)) return null
  const longest = sources.map((terms) => terms.toSorted((a, b) => b.length - a.length))
  // A row without terms must not match the empty text.
  const groups = longest.map((terms) => `(${terms.length === 0 ? '(?!)' : terms.join('|')})`)
  return { pattern: new RegExp(`(?:${groups.join('|')})${WHOLE}`, 'g'), rows: rows.length }
}

export function termsOf(list: string): string[] {
  return list.split(' / ').filter((term) => term.trim() !== '')
}

export interface Hit {
  readonly start: number
  readonly end: number
  readonly row: number
}

/** Every hit that begins and ends where words do, also those that overlap. */
export function* hitsOf({ pattern, rows }: Finder, text: string): Generator<Hit> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match
    // Blanks before a part that was left out are not of the hit.
    const found = match[0].trimEnd()
    const end = index + found.length
    if (found !== '' && isFree(text, index, end)) {
      let row = 0
      while (row < rows - 1 && match[row + 1] === undefined) row++
      yield { start: index, end, row }
    }
    pattern.lastIndex = index + 1
  }
}

function isFree(text: string, start: number, end: number): boolean {
  return !(inWord(text, start) || inWord(text, end))
}

/** Whether a word goes on across this place. */
function inWord(text: string, at: number): boolean {
  const [before, after] = [text[at - 1], text[at]]
  if (before === undefined || after === undefined) return false
  return WORD_UNIT.test(before) && WORD_UNIT.test(after) && !(isDigit(before) !== isDigit(after))
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9'
}

/** The regular expression of one term, '' of an empty one. */
function source(term: string, number: string): string {
  const text = foldTerm(term.trim().replaceAll('…', GAP))
  let made = ''
  for (let i = 0; i < text.length; i++) made += piece(text, i, number)
  try {
    new RegExp(made)
    return made
  } catch {
    // Brackets without their pair: the term stands for itself.
    return escaped(text)
  }
}

function piece(text: string, i: number, number: string): string {
  const sign = text[i] ?? ''
  if (sign === '(' || sign === '[') return '(?:'
  if (sign === '{') return '(?:(?:'
  if (sign === ')' || sign === '|') return sign
  if (sign === '}') return ')[\\s\\-]*){0,4}'
  if (sign === ']') return ')?'
  if (sign === '*') return `[${WORD}]*`
  if (sign === '#' && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? '')) return `(?:${number})`
  if (sign === '$' && i === text.length - 1) return SENTENCE_END
  if (sign === GAP) return `[^${ENDS}]{0,18}?`
  // Beside anything but letters a blank may be left out: `瘦 # 斤`.
  if (sign === ' ') return isWord(text[i - 1]) && isWord(text[i + 1]) ? '[\\s\\-]+' : '[\\s\\-]*'
  return escaped(sign)
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && WORD_UNIT.test(sign)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
