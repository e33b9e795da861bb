/**
 * Which rules hold for a market, a category and languages: those of the packs, with the agency's own in their place.
 *
 * Searching is prepared once and kept: the packs for good, own rules while they stay as they are.
 */

import { type RuleCategory, ruleCategory } from './categories'
import { type PackWords, packWords, ruleWords, type RuleWords } from './match'
import { PACKS } from './packs/index'
import { RULES } from './rules'
import type { Finder } from './terms'
import type { OwnRule, PackLanguage, Rule, Source } from './types'
import { sourceOf } from './sources'

/** A rule with its words in one language. */
export interface ActiveRule {
  readonly key: string
  readonly rule: Rule
  readonly words: RuleWords
  /** Null: no language's manner of negating is known. */
  readonly pack: PackWords | null
  readonly language: string | null
  /** An own rule names its own. */
  readonly source: Source | null
  readonly disclaimers: readonly (Finder | null)[]
}

interface ReadyPack {
  readonly words: PackWords
  readonly rules: readonly { readonly key: string; readonly rule: Rule; readonly words: RuleWords }[]
}

const ready = new Map<PackLanguage, ReadyPack>()

/** The pack, compiled when it is first needed. */
function readyPack(language: PackLanguage): ReadyPack {
  const known = ready.get(language)
  if (known) return known
  const pack = PACKS[language]
  const rules = Object.entries(RULES).flatMap(([key, rule]) => {
    const said = pack.rules[key]
    const words = said ? ruleWords(said, pack.number) : null
    return words ? [{ key, rule, words }] : []
  })
  const made = { words: packWords(pack), rules }
  ready.set(language, made)
  return made
}

/** What a pack says of negations and disclaimers. */
export function wordsOfPack(language: PackLanguage): PackWords {
  return readyPack(language).words
}

/** Rules of these packs, and own ones; `given` is the language that the text is said to be in. */
export function rulesFor(
  packs: readonly PackLanguage[],
  market: string | null,
  category: RuleCategory | null,
  own: readonly OwnRule[],
  given: string | null,
): ActiveRule[] {
  const mine = own.filter((rule) => applies(rule, market, category, packs, given))
  const taken = new Map(mine.map((rule) => [rule.key, rule]))
  const disclaimers = packs.map((language) => readyPack(language).words.disclaimers)
  const shipped = packs.flatMap((language) => {
    const pack = readyPack(language)
    return pack.rules
      .filter(({ rule }) => holds(rule, market, category))
      .flatMap(({ key, rule, words }): ActiveRule[] => {
        const change = taken.get(key)
        if (change && !speaks(change, language))
          return [{ key, rule, words, pack: pack.words, language, source: null, disclaimers }]
        if (change?.off === true) return []
        const active = { key, rule, words, pack: pack.words, language, source: null, disclaimers }
        return [change ? changed(active, change) : active]
      })
  })
  const isShipped = new Set(shipped.map(({ key }) => key))
  const added = mine
    .filter((rule) => !rule.off && !isShipped.has(rule.key))
    .flatMap((rule) => ownRule(rule, packs, disclaimers))
  return [...shipped, ...added]
}

function holds(rule: Rule, market: string | null, category: RuleCategory | null): boolean {
  const isMarket = rule.markets === undefined || market === null || rule.markets.includes(market)
  return isMarket && (rule.categories === undefined || category === null || rule.categories.includes(category))
}

function applies(
  rule: OwnRule,
  market: string | null,
  category: RuleCategory | null,
  packs: readonly PackLanguage[],
  given: string | null,
): boolean {
  const isMarket = isAny(rule.market) || market === null || rule.market === market
  const isCategory = isAny(rule.category) || category === null || ruleCategory(rule.category) === category
  const isLanguage = isAny(rule.language) || packs.some((language) => speaks(rule, language)) || rule.language === given
  return isMarket && isCategory && isLanguage
}

function isAny(value: string | null): boolean {
  return value === null || value === '' || value === '*'
}

function speaks({ language }: OwnRule, pack: string): boolean {
  return isAny(language) || language === pack
}

/** A shipped rule as the agency wants it: what it leaves blank stays as it was. */
function changed(active: ActiveRule, own: OwnRule): ActiveRule {
  const words = own.terms === null || own.terms.length === 0 ? null : ownWords(own)
  const level = own.level ?? active.rule.level
  const { levels: _, ...plain } = active.rule
  const rule: Rule = own.level === null ? active.rule : { ...plain, level }
  const safer = own.safer === null ? active.words : { ...active.words, safer: active.words.safer.map(() => own.safer) }
  return {
    ...active,
    rule: own.reason === null ? rule : { ...rule, reason: { en: own.reason, 'zh-CN': own.reason } },
    words: words ?? safer,
    source: own.source === null ? null : { title: own.source, date: null, verify: true },
  }
}

function ownRule(own: OwnRule, packs: readonly PackLanguage[], disclaimers: ActiveRule['disclaimers']): ActiveRule[] {
  const words = ownWords(own)
  if (!words) return []
  const [language] = packs.filter((pack) => speaks(own, pack))
  const reason = own.reason ?? own.key
  return [
    {
      key: own.key,
      rule: {
        theme: 'own',
        level: own.level ?? 'warn',
        ...(isAny(own.market) || own.market === null ? {} : { markets: [own.market] }),
        reason: { en: reason, 'zh-CN': reason },
        source: 'own',
      },
      words,
      pack: language === undefined ? null : readyPack(language).words,
      language: isAny(own.language) ? null : own.language,
      source: own.source === null ? sourceOf('own') : { title: own.source, date: null, verify: true },
      disclaimers,
    },
  ]
}

const ownReady = new WeakMap<OwnRule, { readonly words: RuleWords | null }>()

function ownWords(own: OwnRule): RuleWords | null {
  const known = ownReady.get(own)
  if (known) return known.words
  const words = ruleWords({ say: [[own.safer, (own.terms ?? []).join(' / ')]] }, '\\d+(?:[.,]\\d+)?')
  ownReady.set(own, { words })
  return words
}
