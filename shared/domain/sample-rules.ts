/**
 * Whether a request for a sample should be approved: what a shop's rules say, line by line.
 *
 * A suggestion, never a decision. What is not known, or is known from too long ago, asks and declines nobody; every line
 * says what was found and what was wanted. Caps and stock are given out in the order of the requests (`allot`).
 */

import { z } from '../schema'
import { categoryFits } from './fit-score'

/** What a line that is not met leads to. */
export const OTHERWISE = ['decline', 'ask'] as const
const Otherwise = z.enum(OTHERWISE)
const Bound = z.object({ bound: z.int().min(0).max(1_000_000_000_000), otherwise: Otherwise })
export type Bound = z.infer<typeof Bound>
const Cap = z.int().min(0).max(100_000).nullable()

/** Null: the line is off. Money in minor units of `currency`, ratios in basis points. */
export const SampleRules = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  followers: Bound.nullable(),
  /** Of everything a creator sold in 30 days. */
  gmv: Bound.nullable(),
  /** Valid posts of the samples that ended, over all our shops. */
  postRate: Bound.nullable(),
  /** Points of the fit score. */
  score: Bound.nullable(),
  flags: Otherwise.nullable(),
  categories: z
    .object({ any: z.array(z.string().trim().min(1).max(80)).min(1).max(50), otherwise: Otherwise })
    .nullable(),
  market: Otherwise.nullable(),
  /** At most so many samples of one creator under way, over all our shops. */
  openSamples: Bound.nullable(),
  /** At most so many samples without a post, over all our shops. */
  ghosted: Bound.nullable(),
  /** At least so many days since the last sample that went out. */
  coolDownDays: Bound.nullable(),
  /** The product's price × pieces at most. */
  price: Bound.nullable(),
  /**
   * Somebody got it already, by person, address, phone or account. Other products of the same client count where they went
   * to somebody under another name; with `sameClient` also where the very creator has them.
   */
  duplicates: z.object({ days: z.int().min(1).max(3650), sameClient: z.boolean(), otherwise: Otherwise }).nullable(),
  /** Whether too little stock, or less than the product's floor, asks. */
  stock: z.boolean(),
  caps: z.object({ shopDay: Cap, shopWeek: Cap, personDay: Cap, personWeek: Cap }),
})
export type SampleRules = z.infer<typeof SampleRules>

/** Starting values of ours, to be edited; the figures of the field differ by shop and season. */
export const SHIPPED_SAMPLE_RULES: SampleRules = {
  currency: 'USD',
  followers: { bound: 1000, otherwise: 'decline' },
  gmv: null,
  postRate: { bound: 5000, otherwise: 'ask' },
  score: null,
  flags: 'ask',
  categories: null,
  market: 'ask',
  openSamples: { bound: 2, otherwise: 'ask' },
  ghosted: { bound: 1, otherwise: 'decline' },
  coolDownDays: null,
  price: null,
  duplicates: { days: 90, sameClient: false, otherwise: 'ask' },
  stock: true,
  caps: { shopDay: null, shopWeek: null, personDay: null, personWeek: null },
}

/** What a record of `sampleRules` keeps; a line it leaves out, or says in a way that makes no sense, is as in `base`. */
export function readSampleRules(stored: unknown, base: SampleRules = SHIPPED_SAMPLE_RULES): SampleRules {
  if (typeof stored !== 'object' || stored === null) return base
  const said = Object.entries(stored).filter(
    ([key, value]) => key in SampleRules.shape && SampleRules.shape[key as keyof SampleRules].safeParse(value).success,
  )
  // Every key is one of the rules and every value was parsed by that rule's schema.
  return { ...base, ...(Object.fromEntries(said) as Partial<SampleRules>) }
}

export const SAMPLE_RULE_NAMES = [
  'blocked',
  'offline',
  'followers',
  'gmv',
  'postRate',
  'score',
  'flags',
  'categories',
  'market',
  'openSamples',
  'ghosted',
  'coolDownDays',
  'price',
  'duplicates',
  'stock',
  'floor',
  'shopDay',
  'shopWeek',
  'personDay',
  'personWeek',
] as const
export type SampleRuleName = (typeof SAMPLE_RULE_NAMES)[number]

export const SUGGESTIONS = ['approve', 'ask', 'decline'] as const
export type Suggestion = (typeof SUGGESTIONS)[number]

/** One line: `found` and `wanted` as the rule counts (`null`: not known, or words), `words` where it is no figure. */
export interface RuleLine {
  readonly rule: SampleRuleName
  readonly result: Suggestion
  readonly found: number | null
  readonly wanted: number | null
  readonly words: readonly string[]
  /** Why it asks although no bound was broken. */
  readonly because: 'unknown' | 'old' | null
}

/** A figure with whether it is old. `atLeast`: the true one is this or more. */
export interface KnownFigure {
  readonly value: number
  readonly old: boolean
  readonly atLeast?: boolean
}

/** What is known of one request; null: not known. */
export interface RequestFacts {
  readonly id: string
  /** UTC ms. */
  readonly requestedAt: number | null
  readonly shopId: string
  readonly productId: string
  readonly skuId: string | null
  readonly quantity: number
  /** On a block list for this shop. */
  readonly blocked: boolean
  /** The product is not for sale any more. */
  readonly offline: boolean
  readonly followers: KnownFigure | null
  /** In minor units of the rules' currency. */
  readonly gmv: KnownFigure | null
  /** Of samples that ended: how many there were, and how many brought a post. */
  readonly ended: { readonly posts: number; readonly of: number }
  /** What a source says of their post rate, basis points. */
  readonly sourcePostRate: KnownFigure | null
  readonly score: number | null
  readonly flags: readonly string[]
  readonly category: string | null
  readonly market: { readonly state: 'match' | 'mismatch' | 'unknown'; readonly seen: readonly string[] }
  readonly openSamples: number
  readonly ghosted: number
  /** Whole days; null: there was none. */
  readonly daysSinceSample: number | null
  /** In minor units of the rules' currency, of all pieces. */
  readonly price: number | null
  readonly duplicates: readonly string[]
}

/** What the rules say of one request by itself, before caps and stock; lines in the order of the list. */
export function judge(facts: RequestFacts, rules: SampleRules): readonly RuleLine[] {
  const lines: RuleLine[] = []
  if (facts.blocked) lines.push(line('blocked', 'decline', {}))
  if (facts.offline) lines.push(line('offline', 'decline', {}))
  lines.push(
    ...atLeast('followers', rules.followers, facts.followers),
    ...atLeast('gmv', rules.gmv, facts.gmv),
    ...atLeast('postRate', rules.postRate, postRateOf(facts)),
    ...atLeast('score', rules.score, facts.score === null ? null : { value: facts.score, old: false }),
    ...flagged(rules, facts),
    ...inCategory(rules, facts),
    ...inMarket(rules, facts),
    ...atMost('openSamples', rules.openSamples, facts.openSamples),
    ...atMost('ghosted', rules.ghosted, facts.ghosted),
    ...coolDown(rules, facts),
    ...atMost('price', rules.price, facts.price),
    ...repeated(rules, facts),
  )
  return lines
}

/** The gravest of the lines; without any, approve. */
export function suggestionOf(lines: readonly RuleLine[]): Suggestion {
  return lines.reduce<Suggestion>((worst, { result }) => (rank(result) > rank(worst) ? result : worst), 'approve')
}

/** The platform's reasons for declining. */
export const DECLINE_CODES = ['NOT_MATCH', 'OFFLINE', 'OUT_OF_STOCK', 'OTHER'] as const
export type DeclineCode = (typeof DECLINE_CODES)[number]

/** The platform's reason that fits the lines best. */
export function declineCodeFor(lines: readonly RuleLine[]): DeclineCode {
  const broken = lines.filter(({ result }) => result !== 'approve')
  if (broken.some(({ rule }) => rule === 'offline')) return 'OFFLINE'
  const gravest = broken.filter(({ result }) => result === suggestionOf(lines))
  return gravest.length > 0 && gravest.every(({ rule }) => rule === 'stock' || rule === 'floor')
    ? 'OUT_OF_STOCK'
    : 'NOT_MATCH'
}

function rank(suggestion: Suggestion): number {
  return SUGGESTIONS.indexOf(suggestion)
}

export function line(
  rule: SampleRuleName,
  result: Suggestion,
  more: Partial<Omit<RuleLine, 'rule' | 'result'>>,
): RuleLine {
  return { rule, result, found: null, wanted: null, words: [], because: null, ...more }
}

function atLeast(rule: SampleRuleName, wanted: Bound | null, seen: KnownFigure | null | 'none'): RuleLine[] {
  if (wanted === null || seen === 'none') return []
  if (seen === null) return [line(rule, 'ask', { wanted: wanted.bound, because: 'unknown' })]
  const figures = { found: seen.value, wanted: wanted.bound }
  if (seen.value >= wanted.bound) return [line(rule, 'approve', figures)]
  if (seen.atLeast) return [line(rule, 'ask', { ...figures, because: 'unknown' })]
  return [seen.old ? line(rule, 'ask', { ...figures, because: 'old' }) : line(rule, wanted.otherwise, figures)]
}

function atMost(rule: SampleRuleName, wanted: Bound | null, found: number | null): RuleLine[] {
  if (wanted === null) return []
  if (found === null) return [line(rule, 'ask', { wanted: wanted.bound, because: 'unknown' })]
  return [line(rule, found <= wanted.bound ? 'approve' : wanted.otherwise, { found, wanted: wanted.bound })]
}

/** Own samples count from the second that ended; before that a source's figure; who never had a sample has no rate to judge. */
function postRateOf({ ended, sourcePostRate }: RequestFacts): KnownFigure | 'none' {
  if (ended.of >= 2) return { value: Math.floor((ended.posts * 10_000) / ended.of), old: false }
  return sourcePostRate ?? 'none'
}

function flagged({ flags }: SampleRules, facts: RequestFacts): RuleLine[] {
  if (flags === null) return []
  const { length } = facts.flags
  return [line('flags', length === 0 ? 'approve' : flags, { found: length, wanted: 0, words: facts.flags })]
}

function inCategory({ categories }: SampleRules, { category }: RequestFacts): RuleLine[] {
  if (categories === null) return []
  const fits = categoryFits(category, categories.any)
  if (fits === null) return [line('categories', 'ask', { because: 'unknown' })]
  return [line('categories', fits ? 'approve' : categories.otherwise, { words: category === null ? [] : [category] })]
}

function inMarket({ market }: SampleRules, facts: RequestFacts): RuleLine[] {
  if (market === null) return []
  const { state, seen } = facts.market
  if (state === 'unknown') return [line('market', 'ask', { because: 'unknown' })]
  return [line('market', state === 'match' ? 'approve' : market, { words: seen })]
}

function coolDown({ coolDownDays: wanted }: SampleRules, { daysSinceSample: found }: RequestFacts): RuleLine[] {
  if (wanted === null || found === null) return []
  return [line('coolDownDays', found >= wanted.bound ? 'approve' : wanted.otherwise, { found, wanted: wanted.bound })]
}

function repeated({ duplicates }: SampleRules, facts: RequestFacts): RuleLine[] {
  if (duplicates === null) return []
  const { length } = facts.duplicates
  return [
    line('duplicates', length === 0 ? 'approve' : duplicates.otherwise, {
      found: length,
      wanted: 0,
      words: facts.duplicates,
    }),
  ]
}
