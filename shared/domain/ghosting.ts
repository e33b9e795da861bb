/**
 * The ghosting radar: who has a sample and posts nothing, what was tried, what was promised.
 *
 * Counts days of the shop's calendar since delivery. Nothing is sent and nobody is blocked by it: it says what is due.
 */

import { z } from '../schema'
import { dayNumber, dayOfNumber } from './days'
import { zoneDays } from './zone-days'

/** One reminder: so many days after delivery, in which tone. `templateId` null: the words that the app brings. */
export const NudgeStep = z.object({
  day: z.int().min(1).max(365),
  tone: z.enum(['gentle', 'help', 'firm', 'last']),
  templateId: z.string().min(1).max(64).nullable(),
})
export type NudgeStep = z.infer<typeof NudgeStep>
export const TONES = NudgeStep.shape.tone.options

/** The reminders that hold for what is delivered from a day on (null: always did). */
export const NudgeLadder = z.object({
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  steps: z
    .array(NudgeStep)
    .min(1)
    .max(12)
    .refine((steps) => steps.every(({ day }, at) => at === 0 || day > (steps[at - 1]?.day ?? 0)), 'days do not rise'),
})
export type NudgeLadder = z.infer<typeof NudgeLadder>
export const NudgeLadders = z.array(NudgeLadder).max(40)

/** The platform lets a shop remind from the fifth day on; the others are a starting value of ours, before the 14 days are over and after. */
export const SHIPPED_LADDER: NudgeLadder = {
  from: null,
  steps: [
    { day: 5, tone: 'gentle', templateId: null },
    { day: 9, tone: 'help', templateId: null },
    { day: 13, tone: 'firm', templateId: null },
    { day: 16, tone: 'last', templateId: null },
  ],
}
/** No reminder earlier than so many days after delivery. */
export const FIRST_NUDGE_DAY = 5

/** The ladder for what was delivered on a day: the newest that had begun; without own ones the shipped. */
export function ladderFor(own: readonly NudgeLadder[], deliveredDay: string): NudgeLadder {
  let found: NudgeLadder | null = null
  for (const ladder of own) {
    if (ladder.from !== null && ladder.from > deliveredDay) continue
    if (found === null || (ladder.from ?? '') >= (found.from ?? '')) found = ladder
  }
  return found ?? SHIPPED_LADDER
}

/** What was written down of one sample: a record of `sampleNudges`. */
export interface NudgeRow {
  readonly kind: 'nudge' | 'excuse' | 'promise'
  /** UTC ms. */
  readonly at: number
  /** Number of the reminder in its ladder. */
  readonly step: number | null
  readonly promisedDay: string | null
}

/** One sample that arrived and has no post yet, or ended without one. */
export interface GhostFacts {
  /** UTC ms. */
  readonly deliveredAt: number
  readonly timezone: string
  /** The last day for posting; null: no rule gives one. */
  readonly dueDay: string | null
  /** The sample ended without a post. */
  readonly ended: boolean
  readonly nudges: readonly NudgeRow[]
  /** UTC ms. */
  readonly now: number
}

export const STANDINGS = ['fine', 'slow', 'atRisk', 'ghosted'] as const
export type Standing = (typeof STANDINGS)[number]

export interface GhostView {
  /** Days of the shop's calendar since delivery. */
  readonly days: number
  /** Below 0: days overdue. */
  readonly daysLeft: number | null
  readonly standing: Standing
  readonly nudges: number
  readonly excuses: number
  /** Promises whose day went by. */
  readonly broken: number
  /** The day promised last, if it is still to come. */
  readonly promisedDay: string | null
  /** Number of the next reminder in the ladder; null: all were sent. */
  readonly nextStep: number | null
  /** On which day it may be sent, counted from delivery. */
  readonly nextDay: number | null
  /** It may be sent today: the day has come and no promise is running. */
  readonly isDue: boolean
}

/** Days before the last one from which a sample without a post is at risk. */
const CLOSE = 2

export function ghostView(facts: GhostFacts, ladder: NudgeLadder): GhostView {
  const zone = zoneDays(facts.timezone)
  const todayNumber = zone.dayOf(facts.now)
  const today = dayOfNumber(todayNumber)
  const days = Math.max(0, todayNumber - zone.dayOf(facts.deliveredAt))
  const daysLeft = facts.dueDay === null ? null : dayNumber(facts.dueDay) - todayNumber
  const sent = facts.nudges.filter(({ kind }) => kind === 'nudge')
  const promises = facts.nudges.flatMap(({ promisedDay, at }) => (promisedDay === null ? [] : [{ promisedDay, at }]))
  const broken = promises.filter(({ promisedDay }) => promisedDay < today).length
  const last = promises.toSorted((a, b) => a.at - b.at).at(-1)
  const promisedDay = last && last.promisedDay >= today ? last.promisedDay : null
  const next = nextStepOf(ladder, sent, days)
  const nextDay = next === null ? null : Math.max(FIRST_NUDGE_DAY, ladder.steps[next]?.day ?? 0)
  const counted = { days, daysLeft, broken, promisedDay, allSent: next === null && sent.length > 0 }
  return {
    days,
    daysLeft,
    standing: facts.ended ? 'ghosted' : standingOf(counted, ladder),
    nudges: sent.length,
    excuses: facts.nudges.filter(({ kind }) => kind === 'excuse').length,
    broken,
    promisedDay,
    nextStep: next,
    nextDay,
    isDue: !facts.ended && nextDay !== null && days >= nextDay && promisedDay === null,
  }
}

/**
 * After the highest that was sent, so that two colleagues who sent the same one go on to the next; of several whose day has
 * come the last: nobody is gently reminded three weeks later.
 */
function nextStepOf({ steps }: NudgeLadder, sent: readonly NudgeRow[], days: number): number | null {
  const done = sent.reduce((highest, { step }, at) => Math.max(highest, step ?? at), -1)
  if (done + 1 >= steps.length) return null
  return Math.max(
    done + 1,
    steps.findLastIndex(({ day }) => day <= days),
  )
}

interface Counted extends Pick<GhostView, 'days' | 'daysLeft' | 'broken' | 'promisedDay'> {
  readonly allSent: boolean
}

/** A promise that is running holds `ghosted` off; two broken ones are as bad as the last day gone by. */
function standingOf({ days, daysLeft, broken, promisedDay, allSent }: Counted, ladder: NudgeLadder): Standing {
  const late = daysLeft !== null && daysLeft < 0
  if (promisedDay === null && (late || broken >= 2)) return 'ghosted'
  if (late || broken > 0 || allSent || (daysLeft !== null && daysLeft <= CLOSE)) return 'atRisk'
  return days >= Math.max(FIRST_NUDGE_DAY, ladder.steps[0]?.day ?? 0) ? 'slow' : 'fine'
}

/** From so many samples without a post on, at whichever shops, blocking the person everywhere is suggested. */
const BAN_FROM = 2

/** What is suggested for a person with so many samples without a post. Nobody is blocked by it. */
export function banOf(ghosted: number, isBlocked: boolean): 'none' | 'suggested' | 'blocked' {
  return isBlocked ? 'blocked' : ghosted >= BAN_FROM ? 'suggested' : 'none'
}
