/** The rules of sample requests and the ladders of reminders, as shipped until somebody edits them. */

import type { ReadableDb } from '../../../db/database'
import { sampleRuleRows } from '../../../db/repositories/sample-requests'
import { type NudgeLadder, NudgeLadders } from '../../../shared/domain/ghosting'
import { readSampleRules, type SampleRules } from '../../../shared/domain/sample-rules'

/** Keys of `sampleRules` that are no shop's. */
export const DEFAULT_RULES = 'default'
export const NUDGES = 'nudges'

export interface RuleBook {
  /** Those of a shop, else of all shops. */
  readonly of: (shopId: string | null) => SampleRules
  /** Keys that somebody edited: `default` and shops. */
  readonly own: readonly string[]
  readonly ladders: readonly NudgeLadder[]
}

export function ruleBook(db: ReadableDb): RuleBook {
  const stored = new Map(sampleRuleRows(db).map(({ key, rules }) => [key, parsed(rules)]))
  const base = readSampleRules(stored.get(DEFAULT_RULES))
  const ladders = NudgeLadders.safeParse(stored.get(NUDGES))
  const known = new Map<string, SampleRules>()
  return {
    of: (shopId) => {
      if (shopId === null) return base
      const rules = known.get(shopId) ?? readSampleRules(stored.get(shopId), base)
      known.set(shopId, rules)
      return rules
    },
    own: [...stored.keys()].filter((key) => key !== NUDGES),
    ladders: ladders.success ? ladders.data : [],
  }
}

/** What a damaged file holds counts as not said. */
function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    return null
  }
}
