/** What the figures of a contract say: how many months it runs, what it is worth in all, and which figures cannot be. */

import { addDays, dayNumber } from './days'

export const CONTRACT_KINDS = ['cpsSample', 'flatFee', 'guaranteed', 'retainer', 'other'] as const
export type ContractKind = (typeof CONTRACT_KINDS)[number]

/** Money in minor units of `currency`, rates in basis points, days `YYYY-MM-DD`; null: nobody said. */
export interface ContractTerms {
  readonly kind: ContractKind
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly currency: string | null
  /** For the deliverables, or for each month of a retainer. */
  readonly fee: number | null
  readonly advance: number | null
  readonly guaranteed: number | null
  readonly rate: number | null
  readonly cap: number | null
  /** Of a retainer: in each month. */
  readonly videos: number | null
  readonly lives: number | null
  readonly rounds: number | null
  readonly usageDays: number | null
  readonly exclusive: string | null
  readonly exclusiveUntil: string | null
  readonly noticeDays: number | null
  readonly renewMonths: number | null
}

/** The first days of the months that a contract runs: each begins on the day of the month on which the contract does. */
export function contractMonths(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let count = 0; count < 240; count++) {
    const day = addMonths(from, count)
    if (day > to) break
    months.push(day)
  }
  return months
}

/** The same day `count` months later; the last day of a shorter month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Days of a retainer's month: to the day before the next begins, never past the contract's last. */
export function monthSpan(first: string, index: number, to: string): { readonly from: string; readonly to: string } {
  const next = addDays(addMonths(first, index + 1), -1)
  return { from: addMonths(first, index), to: next < to ? next : to }
}

/** What the contract is worth in all, minor units; null where its figures do not say (commission alone, an open retainer). */
export function contractTotal(terms: ContractTerms): number | null {
  const worth = uncapped(terms)
  return terms.cap === null ? worth : worth === null ? terms.cap : Math.min(worth, terms.cap)
}

function uncapped({ kind, fee, guaranteed, fromDay, toDay }: ContractTerms): number | null {
  if (kind === 'retainer') {
    if (fee === null || fromDay === null || toDay === null) return null
    return fee * contractMonths(fromDay, toDay).length
  }
  // Commission comes on top of a fee and is not known.
  return fee === null && guaranteed === null ? null : (fee ?? 0) + (guaranteed ?? 0)
}

export type TermReason =
  | 'endsBeforeItBegins'
  | 'negative'
  | 'missing'
  | 'outsideBounds'
  | 'lessThanAgreed'
  | 'largerThanContract'
  | 'longerThanContract'
export interface TermProblem {
  readonly field: keyof ContractTerms
  readonly reason: TermReason
}

const COUNTS = ['videos', 'lives', 'rounds', 'usageDays', 'noticeDays', 'renewMonths'] as const
const MONEY = ['fee', 'advance', 'guaranteed', 'cap'] as const

/** Commission of less or more than this is a slip of the pen: the platform takes 1 to 80 %. */
export const RATE_BOUNDS = { least: 100, most: 8000 } as const

/** Figures that cannot be, each with the field and why; the contract is not kept with them. */
export function termProblems(terms: ContractTerms): readonly TermProblem[] {
  const problems: TermProblem[] = []
  const add = (field: keyof ContractTerms, reason: TermReason) => problems.push({ field, reason })
  const { fromDay, toDay, exclusiveUntil, rate, noticeDays } = terms
  if (fromDay !== null && toDay !== null && fromDay > toDay) add('toDay', 'endsBeforeItBegins')
  if (fromDay !== null && exclusiveUntil !== null && exclusiveUntil < fromDay)
    add('exclusiveUntil', 'endsBeforeItBegins')
  for (const field of COUNTS) if ((terms[field] ?? 0) < 0) add(field, 'negative')
  for (const field of MONEY) {
    if ((terms[field] ?? 0) < 0) add(field, 'negative')
    else if (terms[field] !== null && terms.currency === null) add('currency', 'missing')
  }
  if (rate !== null && (rate < RATE_BOUNDS.least || rate > RATE_BOUNDS.most)) add('rate', 'outsideBounds')
  const worth = uncapped(terms)
  if (worth !== null && terms.cap !== null && worth > terms.cap) add('cap', 'lessThanAgreed')
  const total = contractTotal(terms)
  if (terms.advance !== null && total !== null && terms.advance > total) add('advance', 'largerThanContract')
  if (
    fromDay !== null &&
    toDay !== null &&
    noticeDays !== null &&
    noticeDays > dayNumber(toDay) - dayNumber(fromDay) + 1
  )
    add('noticeDays', 'longerThanContract')
  return problems
}
