/**
 * What somebody should know before they contact or approve a creator, each with the figures that say so.
 *
 * `stop` asks for a reason before going on, `ask` only tells; nothing is decided here.
 */

import { blockedBy, type Decision } from './decisions'
import type { Flag } from './flags'
import type { MarketMatch } from './market-match'
import { z } from '../schema'

export const WARNING_RULES = [
  'blocked',
  'unposted',
  'declined',
  'contactedLately',
  'sampledLately',
  'marketMismatch',
  'flagged',
] as const
export type WarningRule = (typeof WARNING_RULES)[number]

const Days = z.int().min(0).max(3650)

/** Own rules; 0 days and null limits: the rule is off. */
export const DecisionRules = z.object({
  /** Nobody writes again before so many days, unless there was a reply. */
  contactDays: Days,
  /** No further sample before so many days. */
  sampleDays: Days,
  /** So many samples without a post stop everything. */
  unpostedLimit: z.int().min(1).max(100).nullable(),
})
export type DecisionRules = z.infer<typeof DecisionRules>

/** Starting values of ours, to be edited. */
export const SHIPPED_DECISION_RULES: DecisionRules = { contactDays: 7, sampleDays: 30, unpostedLimit: 2 }

export interface WarningFacts {
  /** Where the creator stands on allow and block lists for this shop. */
  readonly standing: readonly Decision[]
  /** The verdict that holds for this shop. */
  readonly verdict: Decision | null
  readonly lastSent: { readonly at: number; readonly person: string | null } | null
  readonly lastReplyAt: number | null
  readonly lastSampleAt: number | null
  readonly unposted: number
  readonly match: MarketMatch
  readonly flags: readonly Flag[]
  /** UTC epoch ms. */
  readonly now: number
}

/** `at` when it happened, `days` so many days ago, `limit` the rule's own figure; `decision` what somebody decided. */
export interface Warning {
  readonly rule: WarningRule
  readonly severity: 'stop' | 'ask'
  readonly at: number | null
  readonly person: string | null
  readonly count: number | null
  readonly limit: number | null
  readonly decision: Decision | null
}

const DAY_MS = 86_400_000

/** All warnings, those that stop first. */
export function warningsOf(facts: WarningFacts, rules: DecisionRules): readonly Warning[] {
  const found: Warning[] = []
  const block = blockedBy(facts.standing)
  if (block) found.push(warning('blocked', 'stop', { decision: block, at: block.at, person: block.person }))
  const { unpostedLimit } = rules
  if (unpostedLimit !== null && facts.unposted >= unpostedLimit)
    found.push(warning('unposted', 'stop', { count: facts.unposted, limit: unpostedLimit }))
  const { verdict } = facts
  if (verdict?.verdict === 'no')
    found.push(warning('declined', 'ask', { decision: verdict, at: verdict.at, person: verdict.person }))
  found.push(...coolDowns(facts, rules))
  if (facts.match.state === 'mismatch') found.push(warning('marketMismatch', 'ask', {}))
  if (facts.flags.length > 0) found.push(warning('flagged', 'ask', { count: facts.flags.length }))
  return found
}

/** Whether one of them asks for a reason before going on. */
export function isStopped(warnings: readonly Warning[]): boolean {
  return warnings.some(({ severity }) => severity === 'stop')
}

/** A reply ends the wait for a contact; the wait for a sample is as long for everybody. */
function coolDowns({ lastSent, lastReplyAt, lastSampleAt, now }: WarningFacts, rules: DecisionRules): Warning[] {
  const found: Warning[] = []
  if (lastSent && (lastReplyAt === null || lastReplyAt < lastSent.at)) {
    const count = daysSince(lastSent.at, now)
    if (count < rules.contactDays)
      found.push(warning('contactedLately', 'ask', { ...lastSent, count, limit: rules.contactDays }))
  }
  if (lastSampleAt !== null) {
    const count = daysSince(lastSampleAt, now)
    if (count < rules.sampleDays)
      found.push(warning('sampledLately', 'ask', { at: lastSampleAt, count, limit: rules.sampleDays }))
  }
  return found
}

/** Whole days that have gone by. */
function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS))
}

function warning(
  rule: WarningRule,
  severity: Warning['severity'],
  more: Partial<Omit<Warning, 'rule' | 'severity'>>,
): Warning {
  return { rule, severity, at: null, person: null, count: null, limit: null, decision: null, ...more }
}
