/** Finds the terms of one rule in the readings of a text, and says which hits its exceptions and negations take away. */

import { isNews, type Reading } from './fold'
import { type Finder, finder, type Hit, hitsOf, termsOf } from './terms'
import type { Pack, PackRule } from './types'

/** A pack's words of one rule, ready to search. */
export interface RuleWords {
  readonly finder: Finder
  readonly safer: readonly (string | null)[]
  readonly except: Finder | null
}

const CLAUSE_END = /[.!?;,:。！？；、\n]/g
const CLAUSE_OR_BLANK = /[.!?;,:\s]/g

/** What a pack says of negations and disclaimers, ready to search. */
export interface PackWords {
  readonly language: string
  readonly negation: Finder | null
  readonly notNegation: Finder | null
  readonly reach: number
  readonly ends: RegExp
  readonly disclaimers: Finder | null
}

export function ruleWords({ say, except }: PackRule, number: string): RuleWords | null {
  const found = finder(
    say.map(([, terms]) => termsOf(terms)),
    number,
  )
  return found && { finder: found, safer: say.map(([safer]) => safer), except: one(except ?? '', number) }
}

export function packWords({ language, negation, disclaimers, number }: Pack): PackWords {
  return {
    language,
    negation: one(negation.words, number),
    notNegation: one(negation.except, number),
    reach: negation.reach,
    ends: negation.blanks === true ? CLAUSE_OR_BLANK : CLAUSE_END,
    disclaimers: one(disclaimers, number),
  }
}

function one(terms: string, number: string): Finder | null {
  return finder([termsOf(terms)], number)
}

/** A hit in the original text. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly safer: string | null
}

/** Hits of a rule in one reading of the text. */
export function* foundIn(reading: Reading, words: RuleWords, pack: PackWords | null): Generator<Found> {
  let harmless: readonly Hit[] | null = null
  for (const hit of hitsOf(words.finder, reading.text)) {
    if (!isNews(reading, hit.start, hit.end)) continue
    harmless ??= words.except === null ? [] : [...hitsOf(words.except, reading.text)]
    if (harmless.some(({ start, end }) => start <= hit.start && end >= hit.end)) continue
    if (pack !== null && isNegated(reading.text, hit.start, pack)) continue
    const [start, end] = [reading.from[hit.start] ?? 0, reading.to[hit.end - 1] ?? 0]
    yield { start, end, safer: words.safer[hit.row] ?? null }
  }
}

/** Whether the clause says before this place that it is not so. */
export function isNegated(text: string, at: number, { negation, notNegation, reach, ends }: PackWords): boolean {
  if (negation === null) return false
  const window = text.slice(Math.max(0, at - reach), at)
  const cut = [...window.matchAll(ends)].at(-1)
  // A comma inside of a number ends nothing; such a number is no reason to look further back either.
  const clause = cut ? window.slice(cut.index + 1) : window
  const negations = [...hitsOf(negation, clause)]
  if (negations.length === 0) return false
  // `not only` reaches over the hit itself.
  const around = clause + text.slice(at, at + 12)
  const others = notNegation === null ? [] : [...hitsOf(notNegation, around)]
  return negations.some((hit) => !others.some(({ start, end }) => start <= hit.start && end >= hit.end))
}

/** Whether any of the terms stand anywhere in the text. */
export function has(reading: Reading, terms: Finder | null): boolean {
  return terms !== null && !hitsOf(terms, reading.text).next().done
}
