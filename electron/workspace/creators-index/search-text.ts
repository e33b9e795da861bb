/**
 * Finds people by any part of their texts: one long string to look through instead of 100,000 short ones.
 *
 * Latin letters and everything else are kept apart. Latin (with the pinyin of Chinese in it) is one byte a sign, which is
 * searched several times as fast; a typed word that holds any other sign is looked for in the other string.
 */

import { foldText } from '../../../shared/domain/search-text'
import { plain, spellOut } from './pinyin'

export interface SearchLine {
  readonly latin: string
  /** '' where all of it is Latin. */
  readonly other: string
}

/** Between texts of one person, and between people; nobody can type them. */
const BETWEEN_TEXTS = '\n'
const BETWEEN_LINES = '\u0001'
const ASCII = /^[\x20-\x7E]*$/
/** So many people may be changed before the long strings are made anew. */
const CHANGED_LIMIT = 2000

/** The searched form of a person's texts. */
export function searchLine(texts: Iterable<string | null>): SearchLine {
  let latin = ''
  let other = ''
  for (const text of texts) {
    if (text === null || text === '') continue
    const folded = foldText(text)
    if (ASCII.test(folded)) {
      latin += folded + BETWEEN_TEXTS
      continue
    }
    const spelled = spellOut(folded)
    latin += (spelled ? spelled.full + BETWEEN_TEXTS + spelled.initials : plain(folded)) + BETWEEN_TEXTS
    other += folded + BETWEEN_TEXTS
  }
  return { latin, other }
}

/** People by slot. `null` lines are of nobody. */
export class SearchText {
  private lines: (SearchLine | null)[] = []
  private latin: Haystack | null = null
  private other: Haystack | null = null
  private changed = new Set<number>()

  set(slot: number, line: SearchLine | null): void {
    this.lines[slot] = line
    if (this.latin === null) return
    this.changed.add(slot)
    if (this.changed.size > CHANGED_LIMIT) this.latin = this.other = null
  }

  /** Marks everybody in whose texts every word is found; null for no words: everybody. */
  find(words: readonly string[]): Uint8Array | null {
    // The longest word leaves the fewest to look at for the others.
    const [first, ...more] = words.toSorted((a, b) => b.length - a.length)
    if (first === undefined) return null
    this.prepare()
    const hits = new Uint8Array(this.lines.length)
    const haystack = ASCII.test(first) ? this.latin : this.other
    haystack?.mark(first, hits)
    for (const slot of this.changed) hits[slot] = Number(this.holds(slot, first))
    if (more.length > 0) {
      for (let slot = 0; slot < hits.length; slot += 1) {
        if (hits[slot] === 1 && !more.every((word) => this.holds(slot, word))) hits[slot] = 0
      }
    }
    return hits
  }

  /** Makes the long strings, where that is to be done, before anybody waits for them. */
  prepare(): void {
    if (this.latin !== null) return
    this.latin = new Haystack(this.lines.map((line) => line?.latin ?? ''))
    this.other = new Haystack(this.lines.map((line) => line?.other ?? ''))
    this.changed = new Set()
  }

  private holds(slot: number, word: string): boolean {
    const line = this.lines[slot]
    return line ? (ASCII.test(word) ? line.latin : line.other).includes(word) : false
  }
}

/** Many lines as one string. */
class Haystack {
  private readonly text: string
  private readonly starts: Int32Array

  constructor(lines: readonly string[]) {
    const joined = lines.join(BETWEEN_LINES)
    // A text that was cut out of a wider one keeps its width; one byte a sign is searched faster.
    this.text = ONE_BYTE.test(joined) ? Buffer.from(joined, 'latin1').toString('latin1') : joined
    this.starts = new Int32Array(lines.length + 1)
    let at = 0
    lines.forEach((line, n) => {
      this.starts[n] = at
      at += line.length + 1
    })
    this.starts[lines.length] = at
  }

  mark(word: string, hits: Uint8Array): void {
    const { text, starts } = this
    let line = 0
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[line + 1])) {
      line = this.lineAt(at, line)
      hits[line] = 1
      if (line + 1 >= hits.length) return
    }
  }

  /** The line that position `at` is in, from line `from` on: in leaps that double, then by halves. */
  private lineAt(at: number, from: number): number {
    const { starts } = this
    const last = starts.length - 1
    let low = from
    let leap = 1
    while (low + leap < last && (starts[low + leap] ?? 0) <= at) {
      low += leap
      leap *= 2
    }
    let high = Math.min(last, low + leap)
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low
  }
}

// oxlint-disable-next-line no-control-regex
const ONE_BYTE = /^[\x00-\x7F]*$/
