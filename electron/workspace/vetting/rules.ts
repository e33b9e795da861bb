/** The agency's own rules of vetting: tiers, weights, bounds of flags, waits, reason codes. Shipped ones until somebody edits them. */

import type { ReadableDb } from '../../../db/database'
import { readSetting } from '../../../db/repositories/settings'
import { ownTiers, scoreProfiles } from '../../../db/repositories/vetting'
import type { VettingRules as ShownRules } from '../../../shared/contract/vetting'
import { ReasonCodes, SHIPPED_REASONS, type ReasonCode } from '../../../shared/domain/reasons'
import { readProfile, type ScoreProfile } from '../../../shared/domain/fit-score'
import { FlagRules, SHIPPED_FLAG_RULES } from '../../../shared/domain/flags'
import { tierTable, type TierTable } from '../../../shared/domain/tiers'
import { DecisionRules, SHIPPED_DECISION_RULES } from '../../../shared/domain/warnings'
import type { z } from '../../../shared/schema'

/** Keys of the settings that colleagues share. */
export const FLAG_RULES_KEY = 'vetting.flags'
export const DECISION_RULES_KEY = 'vetting.rules'
export const REASONS_KEY = 'vetting.reasons'
/** The key of the weights of shops that have none of their own. */
export const DEFAULT_PROFILE = 'default'

export interface VettingRules {
  readonly tiers: TierTable
  readonly flags: FlagRules
  readonly decisions: DecisionRules
  readonly reasons: readonly ReasonCode[]
  /** The weights of a shop; null: of all shops. */
  readonly profile: (shopId: string | null) => ScoreProfile
}

/** All rules in force, read at one moment. */
export function vettingRules(db: ReadableDb): VettingRules {
  const profiles = new Map(scoreProfiles(db).map(({ key, weights }) => [key, weights]))
  const base = readProfile(parsed(profiles.get(DEFAULT_PROFILE)))
  return {
    tiers: tierTable(ownTiers(db)),
    flags: setting(db, FLAG_RULES_KEY, FlagRules, SHIPPED_FLAG_RULES),
    decisions: setting(db, DECISION_RULES_KEY, DecisionRules, SHIPPED_DECISION_RULES),
    reasons: setting(db, REASONS_KEY, ReasonCodes, SHIPPED_REASONS),
    profile: (shopId) => (shopId === null ? base : readProfile(parsed(profiles.get(shopId)), base)),
  }
}

/** All rules as the settings show them: what was edited and what is as shipped. */
export function shownRules(db: ReadableDb): ShownRules {
  const { tiers, flags, decisions, reasons, profile } = vettingRules(db)
  const own = ownTiers(db)
  const profiles = scoreProfiles(db).map(({ key }) => key)
  const keys = [DEFAULT_PROFILE, ...profiles.filter((key) => key !== DEFAULT_PROFILE)]
  return {
    tiers: [...tiers].map(([market, list]) => ({
      market,
      own: own.some((tier) => tier.market === market),
      tiers: list.map((tier) => ({ ...tier })),
    })),
    flags,
    decisions,
    reasons,
    profiles: keys.map((key) => {
      const { currency, categories, criteria } = profile(key === DEFAULT_PROFILE ? null : key)
      return { key, own: profiles.includes(key), profile: { currency, categories: [...categories], criteria } }
    }),
  }
}

/** What a newer build or a damaged file holds that this one cannot read counts as not said. */
function setting<T extends z.ZodType>(db: ReadableDb, key: string, schema: T, shipped: z.output<T>): z.output<T> {
  const read = schema.safeParse(readSetting(db, key))
  return read.success ? read.data : shipped
}

function parsed(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return null
  }
}
