/**
 * Words of the claims and disclosure linter: what it is given, what it finds.
 *
 * Promise: a finding is advice that names its rule, its source and where it applies; never a verdict and never legal advice.
 */

import type { SheetClaim } from '../claim-sheet'
import type { PagePrice } from './prices'

/** `stop`: better not published so; `warn`: allowed with proof or under a condition; `hint`: worth a look. */
export const LEVELS = ['stop', 'warn', 'hint'] as const
export type Level = (typeof LEVELS)[number]

/** Languages that have a pack. */
export const PACK_LANGUAGES = ['zh', 'en', 'id', 'th', 'vi'] as const
export type PackLanguage = (typeof PACK_LANGUAGES)[number]

/** The rule of the one finding of a text in a language that has no pack. */
export const NO_PACK = 'language.noPack'

/** One text in the languages of the window. */
export interface Words {
  readonly en: string
  readonly 'zh-CN': string
}

export const THEMES = [
  'absolute',
  'guarantee',
  'result',
  'medical',
  'weight',
  'beauty',
  'price',
  'platform',
  'scarcity',
  'free',
  'proof',
  'green',
  'goods',
  'children',
  'rivals',
  'disclosure',
  'claims',
  'language',
  'own',
] as const
export type Theme = (typeof THEMES)[number]

/** Where a rule was read. */
export interface Source {
  readonly title: string
  /** Of the page or law, `YYYY-MM-DD`; null: it names none. */
  readonly date: string | null
  /** Second hand, or not read word for word: look it up before relying on it. */
  readonly verify: boolean
}

export interface Finding {
  /** UTF-16 units of the text that was given; both the same where something is missing that belongs there. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** `absolute.cheapest`. */
  readonly rule: string
  readonly theme: Theme
  readonly level: Level
  /** ISO 3166 codes that the rule is for; none: every market. */
  readonly markets: readonly string[]
  readonly reason: Words
  readonly source: Source
  /** Takes the place of the text between `start` and `end`; '' leaves it out; null: somebody has to write the sentence anew. */
  readonly safer: string | null
  /** Language of the pack; null: of no one language. */
  readonly language: string | null
  /** Other rules that found something in the same place. */
  readonly also: readonly string[]
}

/** A rule of every pack: its words are in the packs. */
export interface Rule {
  readonly theme: Theme
  readonly level: Level
  /** Where another level holds. */
  readonly levels?: Readonly<Record<string, Level>>
  /** Left out: everywhere. */
  readonly markets?: readonly string[]
  /** Left out: of every product (`categories.ts`). A product whose category nobody knows may be of any. */
  readonly categories?: readonly string[]
  readonly reason: Words
  readonly source: string
  /** A disclaimer somewhere in the text makes a hint of it in these markets. */
  readonly disclaimed?: readonly string[]
  /** What a negation before it does: `clears` (left out) or nothing. */
  readonly negated?: 'clears' | 'same'
}

/** Words of one rule in one language: rows of a safer wording (as in `Finding.safer`) and the terms it stands in for (`terms.ts`). */
export interface PackRule {
  readonly say: readonly (readonly [safer: string | null, terms: string])[]
  /** Terms around a hit that make it harmless: `第一次` around `第一`. */
  readonly except?: string
}

export interface Pack {
  readonly language: PackLanguage
  /** State of the words. */
  readonly date: string
  /** A number as people write it, a regular expression's source. */
  readonly number: string
  readonly negation: {
    readonly words: string
    /** Not negations, although they begin so: `not only`. */
    readonly except: string
    /** How many characters before a hit it reaches. */
    readonly reach: number
    /** Blanks end a clause: there is nothing else that does. */
    readonly blanks?: true
  }
  readonly disclaimers: string
  readonly rules: Readonly<Record<string, PackRule>>
}

/** A rule of the agency's own; one with the key of a shipped rule takes its place where it applies. */
export interface OwnRule {
  readonly key: string
  /** Null or `*`: every one. */
  readonly market: string | null
  readonly category: string | null
  readonly language: string | null
  /** Null: that of the shipped rule, else `warn`. */
  readonly level: Level | null
  readonly terms: readonly string[] | null
  readonly reason: string | null
  readonly source: string | null
  readonly safer: string | null
  readonly off: boolean
}

/** A line of the claim sheet in force. */
export type SheetLine = Pick<SheetClaim, 'kind' | 'text' | 'known' | 'language' | 'proof' | 'proofExpires'>

/** What ties the speaker to the seller. */
export interface Ties {
  readonly commission: boolean
  readonly gifted: boolean
  readonly paid: boolean
}

export interface LintInput {
  readonly text: string
  /** ISO 639-1; left out: told from the text. */
  readonly language?: string | null
  /** ISO 3166; null: rules of every market. */
  readonly market: string | null
  /** In any words (`categories.ts`); null: not known. */
  readonly category: string | null
  /** The claim sheet; null: no product was named, so nothing is said of its claims. */
  readonly claims: readonly SheetLine[] | null
  readonly own?: readonly OwnRule[]
  /** The lowest price on the product page; null or left out: not known, so prices that are said are not judged. */
  readonly price?: PagePrice | null
  /** Left out: a commission. Null: a part of a text, whose disclosure and must-says stand elsewhere. */
  readonly ties?: Ties | null
}
