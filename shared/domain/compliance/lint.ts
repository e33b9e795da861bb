/**
 * The claims and disclosure linter: reads a script and says what may get it taken down, why, and what to say instead.
 *
 * Works on any text without failing; finds nothing in a language that it has no pack for, and says so.
 */

import { ruleCategory } from './categories'
import { claimFindings } from './claims'
import { disclosureFindings } from './disclosure'
import { fold, joined, type Reading, spelledOut } from './fold'
import { isPackLanguage, primaryLanguage, shareScript, tellLanguages } from './languages'
import { type ActiveRule, rulesFor } from './active'
import { foundIn, has } from './match'
import { priceFindings } from './prices'
import { sourceOf } from './sources'
import { type Finding, type Level, type LintInput, NO_PACK, type PackLanguage } from './types'

const RANK: Readonly<Record<Level, number>> = { stop: 0, warn: 1, hint: 2 }

/** Everything found, in the order of the text; where findings overlap, the gravest with the keys of the others. */
export function lint(input: LintInput): Finding[] {
  const { text, market, claims } = input
  if (text.trim() === '') return []
  const reading = fold(text)
  const readings = readingsOf(reading)
  const { packs, missing } = languagesOf(input, reading)
  const rules = rulesFor(packs, market, ruleCategory(input.category), input.own ?? [], input.language ?? null)
  const found = rules.flatMap((rule) => ruleFindings(text, readings, rule, market))
  if (missing !== null) found.push(noPack(missing))
  if (input.price) found.push(...priceFindings(text, reading, input.price))
  if (claims !== null) found.push(...claimFindings({ ...input, claims, readings, packs }))
  if (packs.length > 0 && input.ties !== null) {
    found.push(
      ...disclosureFindings({
        text,
        reading,
        packs,
        market,
        ties: input.ties ?? { commission: true, gifted: false, paid: false },
      }),
    )
  }
  return merged(found)
}

/** The languages that `lint` reads a text in, the main one first; also one that has no pack. */
export function languagesIn(text: string, language: string | null): string[] {
  const { packs, missing } = languagesOf({ text, language, market: null, category: null, claims: null }, fold(text))
  return missing === null ? [...packs] : [...packs, missing]
}

function readingsOf(reading: Reading): Reading[] {
  const together = joined(reading)
  return [reading, ...(together ? [together] : []), ...spelledOut(together ?? reading)]
}

/** The packs to read it with, and the language that has none. */
function languagesOf(
  { language }: LintInput,
  { text }: Reading,
): { readonly packs: readonly PackLanguage[]; readonly missing: string | null } {
  const told = tellLanguages(text)
  const given = language === null || language === undefined || language.trim() === '' ? null : primaryLanguage(language)
  const main = given ?? told.main
  if (main === null) return { packs: [], missing: null }
  if (!isPackLanguage(main)) return { packs: [], missing: main }
  // What is said in other scripts beside the language that was named; a second language in its own script would be a guess.
  const others = told.languages.filter((other) => !shareScript(other, main))
  return {
    packs: [main, ...others.filter(isPackLanguage)],
    missing: others.find((other) => !isPackLanguage(other)) ?? null,
  }
}

function ruleFindings(
  text: string,
  readings: readonly Reading[],
  active: ActiveRule,
  market: string | null,
): Finding[] {
  const { key, rule, words, pack, language } = active
  const found: Finding[] = []
  for (const reading of readings) {
    for (const { start, end, safer } of foundIn(reading, words, rule.negated === 'same' ? null : pack)) {
      const written = text.slice(start, end)
      found.push({
        start,
        end,
        text: written,
        rule: key,
        theme: rule.theme,
        level: levelOf(active, readings, market),
        markets: rule.markets ?? [],
        reason: rule.reason,
        source: active.source ?? sourceOf(rule.source),
        safer: safer === null ? null : asWritten(safer, written),
        language,
        also: [],
      })
    }
  }
  return found
}

/** The market's level; a disclaimer in the text makes a hint of it where the market allows that. */
function levelOf({ rule, disclaimers }: ActiveRule, [reading]: readonly Reading[], market: string | null): Level {
  const isAllowed = market !== null && rule.disclaimed?.includes(market) === true
  if (isAllowed && reading && disclaimers.some((terms) => has(reading, terms))) return 'hint'
  return (market === null ? undefined : rule.levels?.[market]) ?? rule.level
}

/** A capital where there was one. */
function asWritten(safer: string, written: string): string {
  const [first = ''] = written
  const isCapital = first !== first.toLowerCase()
  return isCapital ? safer.slice(0, 1).toUpperCase() + safer.slice(1) : safer
}

function noPack(language: string): Finding {
  return {
    start: 0,
    end: 0,
    text: '',
    rule: NO_PACK,
    theme: 'language',
    level: 'warn',
    markets: [],
    reason: {
      en: `No pack for this language (${language}): its wording was not checked. Have a native speaker read it.`,
      'zh-CN': `没有该语言（${language}）的规则包，内容没有检查，请母语者审阅。`,
    },
    source: sourceOf('app'),
    safer: null,
    language,
    also: [],
  }
}

/** Of findings that overlap the gravest, of equally grave ones the longest, then the first. Insertions overlap nothing. */
function merged(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  const order = found.toSorted(
    (a, b) => RANK[a.level] - RANK[b.level] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  for (const finding of order) {
    const over = kept.findIndex(
      ({ start, end, rule }) =>
        (start < finding.end && finding.start < end) ||
        (start === finding.start && end === finding.end && rule === finding.rule),
    )
    const stronger = kept[over]
    if (!stronger) kept.push(finding)
    else if (stronger.rule !== finding.rule && !stronger.also.includes(finding.rule)) {
      kept[over] = { ...stronger, also: [...stronger.also, finding.rule] }
    }
  }
  return kept.toSorted((a, b) => a.start - b.start || a.end - b.end || RANK[a.level] - RANK[b.level])
}
