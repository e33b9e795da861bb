/**
 * What a shop needs before it can sell through creators: the steps in their order, what each waits for, and by when the
 * platform should have answered.
 *
 * Source of the steps: what sellers have to hand in, as the industry describes it (company, category, deposit, affiliate
 * entry, merchant check). How long a review takes is confirmed nowhere: three working days is the industry's word, to be
 * changed per step.
 */

import { addDays, dayNumber } from './days'

export const ONBOARDING_STATES = ['todo', 'submitted', 'inReview', 'rejected', 'approved', 'notNeeded'] as const
export type OnboardingState = (typeof ONBOARDING_STATES)[number]

export const DOCUMENT_KINDS = [
  'businessLicence',
  'legalPersonId',
  'authorisationLetter',
  'bankProof',
  'trademark',
  'productCertificate',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A step that every shop begins with; people add their own. */
export interface ShippedStep {
  readonly key: string
  /** Steps that have to be done before. */
  readonly needs: readonly string[]
  /** Kinds of documents that belong to it. */
  readonly documents: readonly DocumentKind[]
  /** Working days from handing in until an answer is overdue; null: nobody is waited for. */
  readonly slaDays: number | null
}

export const SHIPPED_STEPS: readonly ShippedStep[] = [
  { key: 'company', needs: [], documents: ['businessLicence', 'legalPersonId'], slaDays: 3 },
  { key: 'category', needs: ['company'], documents: ['trademark', 'productCertificate'], slaDays: 3 },
  { key: 'deposit', needs: ['company'], documents: [], slaDays: null },
  { key: 'bank', needs: ['company'], documents: ['bankProof'], slaDays: 3 },
  { key: 'contacts', needs: [], documents: [], slaDays: null },
  { key: 'authorisation', needs: ['company'], documents: ['authorisationLetter'], slaDays: null },
  { key: 'affiliateEntry', needs: ['category', 'deposit'], documents: [], slaDays: null },
  { key: 'merchantCheck', needs: ['affiliateEntry', 'bank', 'contacts', 'authorisation'], documents: [], slaDays: 3 },
]

/** A step as it stands for one shop. Days are those of the shop's zone. */
export interface StepFacts {
  readonly key: string
  readonly state: OnboardingState
  readonly needs: readonly string[]
  readonly slaDays: number | null
  readonly submittedOn: string | null
  /** What people say it is held up by. */
  readonly blockedBy: string | null
}

export interface StepStanding {
  /** `blocked`: something has to come first; `late`: the answer is overdue. */
  readonly standing: 'done' | 'blocked' | 'ready' | 'waiting' | 'late' | 'rejected'
  /** Steps that are missing before this one. */
  readonly missing: readonly string[]
  /** The last day on which an answer is in time; null where nobody is waited for. */
  readonly answerBy: string | null
  /** Working days that are left until then, below zero when it is past; null as above. */
  readonly workingDaysLeft: number | null
}

const DONE: ReadonlySet<OnboardingState> = new Set(['approved', 'notNeeded'])
const WAITING: ReadonlySet<OnboardingState> = new Set(['submitted', 'inReview'])

/** Where a step stands on `today`. `holidays`: days on which nobody works, beside weekends. */
export function stepStanding(
  step: StepFacts,
  all: ReadonlyMap<string, OnboardingState>,
  today: string,
  holidays: ReadonlySet<string> = new Set(),
): StepStanding {
  const missing = step.needs.filter((key) => {
    const state = all.get(key)
    return state !== undefined && !DONE.has(state)
  })
  const waits = WAITING.has(step.state) && step.submittedOn !== null && step.slaDays !== null
  const answerBy =
    waits && step.submittedOn !== null ? workingDaysAfter(step.submittedOn, step.slaDays ?? 0, holidays) : null
  const left = answerBy === null ? null : workingDaysBetween(today, answerBy, holidays)
  return { standing: standingOf(step, missing, left), missing, answerBy, workingDaysLeft: left }
}

function standingOf(
  { state, blockedBy }: StepFacts,
  missing: readonly string[],
  left: number | null,
): StepStanding['standing'] {
  if (DONE.has(state)) return 'done'
  if (state === 'rejected') return 'rejected'
  if (WAITING.has(state)) return left !== null && left < 0 ? 'late' : 'waiting'
  return missing.length > 0 || (blockedBy ?? '') !== '' ? 'blocked' : 'ready'
}

/** Monday to Friday, but for holidays. */
export function isWorkingDay(day: string, holidays: ReadonlySet<string> = new Set()): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6 && !holidays.has(day)
}

/** The `count`-th working day after `day`, which itself does not count; 0 is the day itself. */
export function workingDaysAfter(day: string, count: number, holidays: ReadonlySet<string> = new Set()): string {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (isWorkingDay(at, holidays)) left -= 1
  }
  return at
}

/** Working days after `from` up to and with `to`; below zero when `to` is before `from`. */
export function workingDaysBetween(from: string, to: string, holidays: ReadonlySet<string> = new Set()): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  let count = 0
  for (let at = addDays(first, 1); at <= last; at = addDays(at, 1)) if (isWorkingDay(at, holidays)) count += 1
  return sign * count
}

/** How a document stands on `today`: `soon` within `warnDays` before it runs out. */
export function documentStanding(
  expires: string | null,
  today: string,
  warnDays = 30,
): 'valid' | 'soon' | 'expired' | 'unknown' {
  if (expires === null) return 'unknown'
  if (expires < today) return 'expired'
  return expires <= addDays(today, warnDays) ? 'soon' : 'valid'
}
