/** Sample requests with what the rules suggest, the duplicate guard, reminders and ghosting. */

import { Day } from '../domain/days'
import { DUPLICATE_BY } from '../domain/duplicate-samples'
import { NudgeLadder, NudgeLadders, NudgeStep, STANDINGS } from '../domain/ghosting'
import { DECLINE_CODES, SAMPLE_RULE_NAMES, SampleRules, SUGGESTIONS } from '../domain/sample-rules'
import { z } from '../schema'
import { Currency, Id, Instant, Nothing, procedure } from './define'
import { masked } from './masks'
import { Sample } from './samples'

/** What one rule says: figures as the rule counts, money in minor units of the rules' currency, ratios in basis points. */
export const RuleLine = z.object({
  rule: z.enum(SAMPLE_RULE_NAMES),
  result: z.enum(SUGGESTIONS),
  found: z.number().nullable(),
  wanted: z.number().nullable(),
  words: z.array(z.string()),
  because: z.enum(['unknown', 'old']).nullable(),
})
export type RuleLine = z.infer<typeof RuleLine>

/** A sample that the same person seems to have. Of shops that the person here does not see, only that there is one. */
export const RepeatedSample = z.object({
  sampleId: Id.nullable(),
  shopId: Id.nullable(),
  handle: z.string().nullable(),
  productName: z.string().nullable(),
  product: z.enum(['same', 'sameClient']),
  state: z.string(),
  sentAt: Instant.nullable(),
  by: z.array(z.enum(DUPLICATE_BY)),
  recipient: masked(z.string().nullable(), 'contact'),
  phone: masked(z.string().nullable(), 'contact'),
  address: masked(z.string().nullable(), 'address'),
  payee: masked(z.string().nullable(), 'bank'),
})
export type RepeatedSample = z.infer<typeof RepeatedSample>

/** What a person did with samples at all shops. */
export const SampleRecord = z.object({
  open: z.int(),
  posts: z.int(),
  ended: z.int(),
  /** Without a post: ended so, or out of time. */
  ghosted: z.int(),
  isProven: z.boolean(),
})
export type SampleRecord = z.infer<typeof SampleRecord>

export const SampleRequest = z.object({
  sample: Sample,
  displayName: z.string().nullable(),
  suggestion: z.enum(SUGGESTIONS),
  lines: z.array(RuleLine),
  /** Of money in the lines. */
  currency: Currency,
  /** The platform's reason that fits best, were it declined. */
  code: z.enum(DECLINE_CODES),
  /** At most five, those of the same product first; `repeated` says how many there are. */
  repeats: z.array(RepeatedSample),
  repeated: z.int(),
  /** Going on needs a reason: the rules say no, the guard found something, or paper is missing. */
  needsReason: z.boolean(),
  /** Worth more than may go out without a signed contract. */
  needsPaper: z.boolean(),
  record: SampleRecord,
  /** Pieces that are free; null: nobody counted. */
  free: z.int().nullable(),
  floor: z.int().nullable(),
  /** What they were asked, where an answer is waited for. */
  asked: z.string().nullable(),
})
export type SampleRequest = z.infer<typeof SampleRequest>

const Counts = z.object({ approve: z.int(), ask: z.int(), decline: z.int() })

const Ids = z.array(Id).min(1).max(2000)
const Said = z.string().trim().max(500)

/** A request that stays where it is. */
const LeftOut = z.object({
  id: Id,
  handle: z.string(),
  why: z.enum(['notGreen', 'needsReason', 'onHold', 'answered']),
  suggestion: z.enum(SUGGESTIONS).nullable(),
})
export type LeftOut = z.infer<typeof LeftOut>

export const Nudge = z.object({
  id: Id,
  kind: z.string(),
  at: Instant,
  step: z.int().nullable(),
  channel: z.string().nullable(),
  promisedDay: Day.nullable(),
  text: z.string().nullable(),
  person: z.string().nullable(),
})

export const Ghost = z.object({
  sample: Sample,
  displayName: z.string().nullable(),
  /** Days of the shop's calendar since delivery. */
  days: z.int(),
  daysLeft: z.int().nullable(),
  standing: z.enum(STANDINGS),
  sent: z.int(),
  excuses: z.int(),
  broken: z.int(),
  promisedDay: Day.nullable(),
  nextStep: z.int().nullable(),
  nextDay: z.int().nullable(),
  isDue: z.boolean(),
  /** Ended without a post. */
  ended: z.boolean(),
  nudges: z.array(Nudge),
  record: SampleRecord,
  ban: z.enum(['none', 'suggested', 'blocked']),
})
export type Ghost = z.infer<typeof Ghost>

/** A text for one creator, ready to be copied; null ids: the words that the app brings. */
export const SampleText = z.object({
  language: z.string(),
  text: z.string(),
  templateId: Id.nullable(),
  templateVersionId: Id.nullable(),
  channel: z.string().nullable(),
  step: NudgeStep.nullable(),
})
export type SampleText = z.infer<typeof SampleText>

const Key = z.string().min(1).max(64)

const Window = z.object({
  shopId: Id.nullable().default(null),
  search: z.string().max(200).default(''),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(200),
})

export const sampleRequestsContract = {
  /** Waiting requests, those that have to be answered first first. */
  list: procedure(
    Window.extend({ suggestion: z.enum(SUGGESTIONS).nullable().default(null) }),
    z.object({ rows: z.array(SampleRequest), total: z.int(), counts: Counts, oldest: Instant.nullable() }),
  ),
  /**
   * Approves as one step. `greenOnly` leaves out what the rules do not approve; without it, what they decline or the guard
   * found goes out with a reason alone. What stays is told.
   */
  approve: procedure(
    z.object({ ids: Ids, greenOnly: z.boolean().default(false), reason: Said.default('') }),
    z.object({ approved: z.array(Id), left: z.array(LeftOut) }),
  ),
  /** Declines as one step, with the platform's reason; `OTHER` says which in words. */
  decline: procedure(
    z.object({ ids: Ids, code: z.enum(DECLINE_CODES), note: Said.default('') }),
    z.object({ declined: z.array(Id), left: z.array(LeftOut) }),
  ),
  /** Asks the creator something before answering: the message as a contact, and a task that waits for their answer. */
  ask: procedure(
    z.object({
      id: Id,
      text: z.string().trim().min(1).max(20_000),
      channel: z.string().trim().max(40).nullable().default(null),
      templateId: Id.nullable().default(null),
      templateVersionId: Id.nullable().default(null),
    }),
    Nothing,
  ),
  /** `key`: `default`, or a shop's id. */
  rules: procedure(
    Nothing,
    z.object({ rules: z.array(z.object({ key: Key, own: z.boolean(), rules: SampleRules })), ladders: NudgeLadders }),
  ),
  putRules: procedure(z.object({ key: Key, rules: SampleRules }), Nothing),
  /** A shop has the rules of all shops again, all shops those that the app brings. */
  resetRules: procedure(z.object({ key: Key }), Nothing),
  putLadders: procedure(z.object({ ladders: z.array(NudgeLadder).max(40) }), Nothing),
  /** What these rules would suggest for what waits now, and for how many that differs. */
  dryRun: procedure(
    z.object({ key: Key, rules: SampleRules }),
    z.object({ counts: Counts, now: Counts, total: z.int(), changed: z.int() }),
  ),
  /** Samples that arrived and have no post, who can be reminded first; ended ones of the last 90 days as well. */
  ghosting: procedure(
    Window.extend({ standing: z.enum(STANDINGS).nullable().default(null), due: z.boolean().default(false) }),
    z.object({
      rows: z.array(Ghost),
      total: z.int(),
      counts: z.record(z.enum(STANDINGS), z.int()),
      due: z.int(),
      bans: z.int(),
    }),
  ),
  /** The reminder of the next step of the ladder, or a question about a request, in the creator's language. */
  text: procedure(z.object({ id: Id, about: z.enum(['nudge', 'question']) }), SampleText),
  /** A reminder that was sent, as one step: itself, and the contact. Refused as `record.invalid` before the fifth day. */
  nudge: procedure(
    z.object({
      id: Id,
      text: z.string().trim().min(1).max(20_000),
      channel: z.string().trim().max(40).nullable().default(null),
      templateId: Id.nullable().default(null),
      templateVersionId: Id.nullable().default(null),
    }),
    Nothing,
  ),
  /** What they answered, and until when they promised, as one step: itself, and their reply. */
  excuse: procedure(z.object({ id: Id, text: Said, promisedDay: Day.nullable().default(null) }), Nothing),
}
