/**
 * A script against the product's claim sheet: what must not be said, what must, what has no proof (any more), and figures
 * above those that were proven.
 *
 * Only what the sheet or a known topic names is judged; a claim that nobody wrote down in words is not guessed at.
 */

import { foldTerm, isNews, type Reading } from './fold'
import { wordsOfPack } from './active'
import { isNegated } from './match'
import { sourceOf } from './sources'
import { quantitiesIn } from './quantities'
import { type Finder, finder, hitsOf, termsOf } from './terms'
import { type Topic, TOPICS } from './topics'
import type { Finding, Level, LintInput, PackLanguage, SheetLine, Words } from './types'

export interface ClaimInput extends LintInput {
  readonly claims: readonly SheetLine[]
  readonly readings: readonly Reading[]
  readonly packs: readonly PackLanguage[]
}

interface Place {
  readonly start: number
  readonly end: number
}

export function claimFindings(input: ClaimInput): Finding[] {
  const of = (kind: SheetLine['kind']): readonly SheetLine[] => input.claims.filter((claim) => claim.kind === kind)
  const allowed = of('allowed')
  const found = [
    ...of('forbidden').flatMap((claim) => forbidden(input, claim)),
    ...allowed.flatMap((claim) => unproven(input, claim)),
    ...topics(input, allowed),
    ...allowed.flatMap((claim) => figures(input, claim)),
  ]
  if (input.ties === null) return found
  return [...found, ...[...of('mustSay'), ...of('disclosure')].flatMap((claim) => missing(input, claim))]
}

function forbidden(input: ClaimInput, claim: SheetLine): Finding[] {
  return places(input, wordsOf(claim)).map((place) =>
    made(input, place, 'claims.forbidden', 'stop', {
      en: `The claim sheet forbids this: ${claim.text}`,
      'zh-CN': `宣称清单禁止这样说：${claim.text}`,
    }),
  )
}

/** Said as the sheet allows it, while its proof is missing or has run out. */
function unproven(input: ClaimInput, claim: SheetLine): Finding[] {
  const isOver = claim.proof === 'expired'
  if (!isOver && claim.proof !== 'missing') return []
  const [rule, reason]: readonly [string, Words] = isOver
    ? [
        'claims.expired',
        {
          en: `The proof of this claim ended on ${claim.proofExpires ?? ''}: ${claim.text}`,
          'zh-CN': `该宣称的证明已于 ${claim.proofExpires ?? ''} 到期：${claim.text}`,
        },
      ]
    : [
        'claims.noProof',
        {
          en: `The claim sheet allows this, but no proof is filed: ${claim.text}`,
          'zh-CN': `宣称清单允许，但没有存证明：${claim.text}`,
        },
      ]
  return places(input, wordsOf(claim)).map((place) => made(input, place, rule, isOver ? 'stop' : 'warn', reason))
}

interface ReadyTopic extends Topic {
  readonly finder: Finder | null
}
let readyTopics: readonly ReadyTopic[] | null = null

function allTopics(): readonly ReadyTopic[] {
  readyTopics ??= TOPICS.map((topic) => ({ ...topic, finder: finder([termsOf(topic.terms)]) }))
  return readyTopics
}

/** Topics that are said and that no line of the sheet allows. */
function topics(input: ClaimInput, allowed: readonly SheetLine[]): Finding[] {
  return allTopics().flatMap((topic) => {
    if (topic.finder === null || allowed.some((claim) => isAbout(claim, topic))) return []
    const { en, 'zh-CN': zh } = topic.label
    return places(input, topic.finder, true).map((place) =>
      made(input, place, `claims.${topic.key}`, 'warn', {
        en: `The claim sheet says nothing of this (${en}): only with proof.`,
        'zh-CN': `宣称清单没有这一项（${zh}）：须先有证明。`,
      }),
    )
  })
}

function isAbout({ text, known }: SheetLine, { finder }: ReadyTopic): boolean {
  return finder !== null && [text, ...known].some((words) => !hitsOf(finder, foldTerm(words)).next().done)
}

/** Figures of an allowed claim that the script puts higher, in the sentence that speaks of it. */
function figures(input: ClaimInput, claim: SheetLine): Finding[] {
  const [reading] = input.readings
  const proven = quantitiesIn(foldTerm([claim.text, ...claim.known].join(' \n ')))
  if (!reading || proven.length === 0) return []
  const about = [
    wordsOf(claim),
    ...allTopics()
      .filter((topic) => isAbout(claim, topic))
      .map((topic) => topic.finder),
  ]
  const said = about.flatMap((terms) => (terms === null ? [] : [...hitsOf(terms, reading.text)]))
  return quantitiesIn(reading.text).flatMap((quantity) => {
    const alike = proven.filter(({ dimension }) => dimension === quantity.dimension)
    const most = alike.toSorted((a, b) => b.value - a.value)[0]
    if (!most || quantity.value <= most.value) return []
    if (!said.some((hit) => isOneSentence(reading.text, hit, quantity))) return []
    return [
      made(
        input,
        original(reading, quantity),
        'claims.figure',
        'stop',
        {
          en: `Proven is ${most.written}, not ${quantity.written}: ${claim.text}`,
          'zh-CN': `证明的是 ${most.written}，不是 ${quantity.written}：${claim.text}`,
        },
        most.written,
      ),
    ]
  })
}

function isOneSentence(text: string, a: Place, b: Place): boolean {
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start))
  return between.length <= 60 && !/[!?;。！？；\n]|\.\s/.test(between)
}

/** Something that has to be said and is not: put at the end, a disclosure at the beginning. */
function missing(input: ClaimInput, claim: SheetLine): Finding[] {
  if (claim.language !== null && claim.language !== '' && !input.packs.some((pack) => claim.language?.startsWith(pack)))
    return []
  if (claim.text.trim() === '' || places(input, wordsOf(claim)).length > 0) return []
  const isFirst = claim.kind === 'disclosure'
  const at = isFirst ? 0 : input.text.length
  const safer = isFirst ? `${claim.text} ` : `${/\s$/.test(input.text) ? '' : ' '}${claim.text}`
  return [
    made(
      input,
      { start: at, end: at },
      `claims.${claim.kind}`,
      'stop',
      {
        en: `The claim sheet asks for this to be said: ${claim.text}`,
        'zh-CN': `宣称清单要求必须说明：${claim.text}`,
      },
      safer,
    ),
  ]
}

const ready = new WeakMap<SheetLine, { readonly finder: Finder | null }>()

/** The claim's words to look for. */
function wordsOf(claim: SheetLine): Finder | null {
  const known = ready.get(claim)
  if (known) return known.finder
  const made = { finder: finder([claim.known]) }
  ready.set(claim, made)
  return made.finder
}

/** Where terms stand; `denied`: leaves out what the sentence says that it is not. */
function places({ readings, packs }: ClaimInput, terms: Finder | null, denied = false): Place[] {
  if (terms === null) return []
  return readings.flatMap((reading) =>
    [...hitsOf(terms, reading.text)]
      .filter(({ start, end }) => isNews(reading, start, end))
      .filter(({ start }) => !(denied && packs.some((pack) => isNegated(reading.text, start, wordsOfPack(pack)))))
      .map((hit) => original(reading, hit)),
  )
}

function original(reading: Reading, { start, end }: Place): Place {
  return { start: reading.from[start] ?? 0, end: reading.to[end - 1] ?? 0 }
}

function made(
  { text, market }: ClaimInput,
  { start, end }: Place,
  rule: string,
  level: Level,
  reason: Words,
  safer: string | null = null,
): Finding {
  return {
    start,
    end,
    text: text.slice(start, end),
    rule,
    theme: 'claims',
    level,
    markets: market === null ? [] : [market],
    reason,
    source: sourceOf('sheet'),
    safer,
    language: null,
    also: [],
  }
}
