/** Whether a creator fits: tiers, flags, fit score, comparison, verdicts, reputation, allow and block lists. */

import { Day } from '../domain/days'
import { DECISION_LEVELS, INCIDENTS, LIST_VERDICTS, VERDICTS } from '../domain/decisions'
import { CRITERIA, CriterionWeight } from '../domain/fit-score'
import { FLAGS, FlagRules } from '../domain/flags'
import { METRIC_SOURCES } from '../domain/metrics'
import { ReasonCodes } from '../domain/reasons'
import { DecisionRules, WARNING_RULES } from '../domain/warnings'
import { z } from '../schema'
import { Currency, Id, Instant, Minor, Nothing, procedure } from './define'

/** `key` left out: a new one. */
const TierFields = z.object({
  key: z.string().trim().min(1).max(40),
  /** Null: the app's word for the key. */
  name: z.string().trim().min(1).max(60).nullable(),
  from: z.int().min(0).max(10_000_000_000),
})

const MarketOrAll = z.string().regex(/^([A-Z]{2}|\*)$/)

export const ScoreProfileFields = z.object({
  currency: Currency,
  categories: z.array(z.string().trim().min(1).max(80)).max(50),
  criteria: z.record(z.enum(CRITERIA), CriterionWeight),
})
export type ScoreProfileFields = z.infer<typeof ScoreProfileFields>

export const VettingRules = z.object({
  /** Tiers by market, `*` first, lowest tier first; `own`: somebody edited those of this market. */
  tiers: z.array(z.object({ market: MarketOrAll, own: z.boolean(), tiers: z.array(TierFields) })),
  flags: FlagRules,
  decisions: DecisionRules,
  reasons: ReasonCodes,
  /** `default` first, then own weights by shop. */
  profiles: z.array(z.object({ key: z.string(), own: z.boolean(), profile: ScoreProfileFields })),
})
export type VettingRules = z.infer<typeof VettingRules>

/** What somebody decided. Of shops that the person here does not see, only what happened and when is told. */
export const Decision = z.object({
  id: Id,
  creatorId: Id,
  kind: z.enum(['verdict', 'list', 'incident']),
  level: z.enum(DECISION_LEVELS).nullable(),
  clientId: Id.nullable(),
  shopId: Id.nullable(),
  verdict: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  at: Instant,
  person: z.string().nullable(),
  expires: z.string().nullable(),
  /** It is about a shop or client whose name the person here does not see. */
  elsewhere: z.boolean(),
})
export type Decision = z.infer<typeof Decision>

const Source = z.object({
  source: z.enum(METRIC_SOURCES),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  observedAt: Instant,
})

export const Flag = Source.extend({
  flag: z.enum(FLAGS),
  side: z.enum(['low', 'high']),
  /** Basis points; `gmvPerThousandViews` minor units of `currency`. */
  value: z.int(),
  bound: z.int(),
  /** The figures it was worked out from, by name. */
  parts: z.record(z.string(), z.int()),
  currency: Currency.nullable(),
  /** When the earlier figure of a jump was seen. */
  beforeAt: Instant.nullable(),
})
export type Flag = z.infer<typeof Flag>

export const ScoreLine = z.object({
  criterion: z.enum(CRITERIA),
  /** As the criterion's kind: 1 or 0, minor units of the profile's currency, basis points; null: not known. */
  seen: z.int().nullable(),
  /** What it saw in words, where it is no figure: a category, a market, a language. */
  text: z.string().nullable(),
  points: z.int().nullable(),
  max: z.int(),
  scale: CriterionWeight,
  origin: Source.extend({ stale: z.boolean() }).nullable(),
})
export type ScoreLine = z.infer<typeof ScoreLine>

export const Score = z.object({
  total: z.int().nullable(),
  lines: z.array(ScoreLine),
  known: z.int(),
  of: z.int(),
  currency: Currency,
})
export type Score = z.infer<typeof Score>

export const MarketMatch = z.object({
  state: z.enum(['match', 'mismatch', 'unknown']),
  reasons: z.array(
    z.object({
      about: z.enum(['audienceMarket', 'creatorMarket', 'audienceLanguage', 'creatorLanguage']),
      seen: z.string(),
      wanted: z.string(),
    }),
  ),
})
export type MarketMatch = z.infer<typeof MarketMatch>

export const Warning = z.object({
  rule: z.enum(WARNING_RULES),
  /** `stop`: going on needs a reason in words. */
  severity: z.enum(['stop', 'ask']),
  at: Instant.nullable(),
  person: z.string().nullable(),
  count: z.int().nullable(),
  limit: z.int().nullable(),
  decision: Decision.nullable(),
})
export type Warning = z.infer<typeof Warning>

export const Assessment = z.object({
  creatorId: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  market: z.string().nullable(),
  category: z.string().nullable(),
  audienceMarket: z.string().nullable(),
  audienceLanguage: z.string().nullable(),
  tier: z.object({ key: z.string(), name: z.string().nullable() }).nullable(),
  /** The newest of each figure, by name. */
  figures: z.record(
    z.string(),
    Source.extend({ value: z.number(), currency: Currency.nullable(), stale: z.boolean(), disagrees: z.boolean() }),
  ),
  flags: z.array(Flag),
  match: MarketMatch,
  score: Score,
  /** The verdict that holds for the shop. */
  decision: Decision.nullable(),
  /** Where the creator stands on allow and block lists for the shop. */
  standing: z.array(Decision),
  warnings: z.array(Warning),
  /** What they sold in our shops in the last 90 days, in the profile's currency; null: nothing. */
  results: z
    .object({
      orders: z.int(),
      gmv: Minor,
      netGmv: Minor,
      refundRate: z.number().nullable(),
      currency: Currency,
      /** Days without a rate: what was sold on them is not in the figures. */
      missingRates: z.boolean(),
    })
    .nullable(),
  /** Commission rate with the shop, basis points. */
  rate: z.int().nullable(),
})
export type Assessment = z.infer<typeof Assessment>

const Warned = z.object({ creatorId: Id, handle: z.string(), warnings: z.array(Warning), match: MarketMatch })
export type Warned = z.infer<typeof Warned>

const Creators = z.array(Id).min(1)
const Note = z.string().trim().max(2000).nullable().default(null)
const Reason = z.string().trim().min(1).max(40).nullable().default(null)

export const ReputationShop = z.object({
  /** Null: shops that the person here does not see, together. */
  shopId: Id.nullable(),
  orders: z.int(),
  gmv: Minor,
  refunds: Minor,
  refundRate: z.number().nullable(),
  samples: z.int(),
})

export const Reputation = z.object({
  creatorId: Id,
  handle: z.string(),
  replies: z.object({
    sent: z.int(),
    replies: z.int(),
    waiting: z.int(),
    medianMs: z.int().nullable(),
    lastAt: Instant.nullable(),
  }),
  verdicts: z.record(z.enum(VERDICTS), z.int()),
  incidents: z.record(z.enum(INCIDENTS), z.int()),
  /** Everything that was decided, newest first. */
  decisions: z.array(Decision),
  currency: Currency,
  missingRates: z.boolean(),
  total: ReputationShop.omit({ shopId: true }),
  shops: z.array(ReputationShop),
})
export type Reputation = z.infer<typeof Reputation>

/** One creator on a list, as it stands. */
export const ListEntry = z.object({ creatorId: Id, handle: z.string(), decision: Decision, expired: z.boolean() })
export type ListEntry = z.infer<typeof ListEntry>

export const Shortlisted = z.object({
  creatorId: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  decision: Decision,
  /** Verdicts of others that the newest stands above. */
  others: z.int(),
})
export type Shortlisted = z.infer<typeof Shortlisted>

/** Words of a file's columns and values, in the language of whoever reads it. */
const Titles = z.record(z.string(), z.string().max(400))

export const vettingContract = {
  rules: procedure(Nothing, VettingRules),
  /** The tiers of a market from now on, all of them; what is not named is no tier there. Refused as `record.invalid` when two begin alike. */
  putTiers: procedure(z.object({ market: MarketOrAll, tiers: z.array(TierFields).min(1).max(20) }), Nothing),
  /** The market has those of every market again. */
  resetTiers: procedure(z.object({ market: MarketOrAll }), Nothing),
  putFlagRules: procedure(FlagRules, Nothing),
  putDecisionRules: procedure(DecisionRules, Nothing),
  putReasons: procedure(ReasonCodes, Nothing),
  /** `key`: `default` or a shop's id. */
  putProfile: procedure(z.object({ key: Id, profile: ScoreProfileFields }), Nothing),
  resetProfile: procedure(z.object({ key: Id }), Nothing),
  /** Everything that speaks for or against these creators for a shop (null: for all of them), in the order asked. */
  assess: procedure(z.object({ creators: Creators.max(50), shopId: Id.nullable().default(null) }), z.array(Assessment)),
  /** What to know before contacting or approving these creators; those without a warning are left out. */
  warnings: procedure(z.object({ creators: Creators.max(1000), shopId: Id.nullable().default(null) }), z.array(Warned)),
  /**
   * A verdict on each of these creators for a shop. Where a warning stops it, a yes is left out and answered in `stopped`,
   * unless `anyway` is said with a note.
   */
  decide: procedure(
    z.object({
      creators: Creators.max(1000),
      shopId: Id.nullable().default(null),
      verdict: z.enum(VERDICTS),
      reason: Reason,
      note: Note,
      anyway: z.boolean().default(false),
    }),
    z.object({ decided: z.array(Id), stopped: z.array(Warned) }),
  ),
  /** Puts creators on an allow or block list, or takes them off. Answers the decisions' ids, to attach evidence to. */
  setList: procedure(
    z.object({
      creators: Creators.max(1000),
      level: z.enum(DECISION_LEVELS),
      clientId: Id.nullable().default(null),
      shopId: Id.nullable().default(null),
      verdict: z.enum(LIST_VERDICTS),
      reason: Reason,
      note: Note,
      expires: Day.nullable().default(null),
    }),
    z.object({ ids: z.array(Id) }),
  ),
  addIncident: procedure(
    z.object({
      creatorId: Id,
      shopId: Id.nullable().default(null),
      incident: z.enum(INCIDENTS),
      note: Note,
      /** When it happened; left out: now. */
      at: Instant.optional(),
    }),
    z.object({ id: Id }),
  ),
  reputation: procedure(z.object({ creatorId: Id }), Reputation),
  /** Everybody who stands on a list; `expired` ones too when asked for. */
  lists: procedure(
    z.object({ level: z.enum(DECISION_LEVELS).optional(), expired: z.boolean().default(false) }),
    z.array(ListEntry),
  ),
  /** Everybody with a verdict for the shop, newest first. */
  shortlist: procedure(
    z.object({ shopId: Id.nullable().default(null), verdict: z.enum(VERDICTS).optional() }),
    z.array(Shortlisted),
  ),
  /** The shortlist as a file for the client: no contact, no cost, no notes of ours. */
  exportShortlist: procedure(
    z.object({
      shopId: Id,
      verdict: z.enum(VERDICTS).default('yes'),
      format: z.enum(['csv', 'xlsx', 'html']),
      to: z.string().min(1),
      language: z.enum(['en', 'zh-CN']),
      titles: Titles,
    }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
}
