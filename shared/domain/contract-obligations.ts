/**
 * What a signed contract obliges whom to, as dated lines: videos and LIVEs spread over its time, payments, the end of usage and
 * of exclusivity, the day by which notice is due, the cap.
 *
 * A line's key says which one it is, whoever works it out: two colleagues who both record the signature make one line of it.
 */

import { contractMonths, type ContractTerms, monthSpan } from './contract-terms'
import { addDays, dayNumber } from './days'

export const OBLIGATION_KINDS = [
  'video',
  'live',
  'payment',
  'usage',
  'exclusivity',
  'renewal',
  'notice',
  'cap',
  'other',
] as const
export type ObligationKind = (typeof OBLIGATION_KINDS)[number]
/** What somebody has to do by its day, and is late with after it; the others are days on which something runs out by itself. */
const DUTIES: ReadonlySet<ObligationKind> = new Set(['video', 'live', 'payment', 'notice', 'other'])

/** Whether a day that has passed means that somebody is late; of the end of a right or a term it means nothing of the kind. */
export function isDuty(kind: ObligationKind): boolean {
  return DUTIES.has(kind)
}

/** Keys of lines that people wrote themselves begin with it. */
export const OWN_KEY = 'own-'

export const OBLIGED = ['agency', 'creator', 'shop'] as const
export type Obliged = (typeof OBLIGED)[number]

export interface ObligationLine {
  /** `video-3`, `video-02-1` (the first of a retainer's second month), `payment-fee`, `payment-advance`, `payment-04`… */
  readonly key: string
  readonly kind: ObligationKind
  readonly party: Obliged
  /** Null: the contract gives no day for it. */
  readonly dueDay: string | null
  /** Minor units of `currency`. Of a guarantee: the most that it may come to. */
  readonly amount: number | null
  readonly currency: string | null
}

/** `payDays`: the days after the work is done within which the text promises the money. */
export function obligationsOf(
  terms: ContractTerms,
  { payDays }: { readonly payDays: number },
): readonly ObligationLine[] {
  return [
    ...deliverables('video', terms.videos, terms),
    ...deliverables('live', terms.lives, terms),
    ...payments(terms, payDays),
    ...ends(terms),
  ]
}

const pad = (index: number) => String(index + 1).padStart(2, '0')
const plain = (line: Omit<ObligationLine, 'amount' | 'currency'>): ObligationLine => ({
  ...line,
  amount: null,
  currency: null,
})

function deliverables(kind: 'video' | 'live', count: number | null, terms: ContractTerms): readonly ObligationLine[] {
  const { fromDay, toDay } = terms
  const each = Math.min(count ?? 0, 500)
  if (terms.kind !== 'retainer' || fromDay === null || toDay === null) {
    const days = spread(each, fromDay, toDay)
    return days.map((dueDay, i) => plain({ key: `${kind}-${i + 1}`, kind, party: 'creator', dueDay }))
  }
  return contractMonths(fromDay, toDay).flatMap((_, index) => {
    const month = monthSpan(fromDay, index, toDay)
    return spread(each, month.from, month.to).map((dueDay, i) =>
      plain({ key: `${kind}-${pad(index)}-${i + 1}`, kind, party: 'creator', dueDay }),
    )
  })
}

/** The last days of `count` equal parts of a time; the last part ends on its last day. */
export function spread(count: number, from: string | null, to: string | null): readonly (string | null)[] {
  return Array.from({ length: Math.max(count, 0) }, (_, i) => {
    if (from === null || to === null) return i === count - 1 ? to : null
    const length = dayNumber(to) - dayNumber(from) + 1
    return addDays(from, Math.max(Math.round(((i + 1) * length) / count), 1) - 1)
  })
}

function payments(terms: ContractTerms, payDays: number): readonly ObligationLine[] {
  const { fee, advance, guaranteed, currency, fromDay, toDay } = terms
  const pay = (key: string, amount: number, dueDay: string | null): readonly ObligationLine[] =>
    amount > 0 ? [{ key: `payment-${key}`, kind: 'payment', party: 'agency', dueDay, amount, currency }] : []
  const after = (day: string | null) => (day === null ? null : addDays(day, payDays))
  const ahead = pay('advance', advance ?? 0, fromDay)
  if (terms.kind === 'retainer')
    return [...ahead, ...retainerPayments(terms, (key, amount, day) => pay(key, amount, after(day)))]
  // The advance is recouped: from the fee first, then from what is guaranteed; where there is neither, from commission.
  const feeLeft = Math.max((fee ?? 0) - (advance ?? 0), 0)
  const stillAhead = Math.max((advance ?? 0) - (fee ?? 0), 0)
  const guaranteedLeft = Math.max((guaranteed ?? 0) - stillAhead, 0)
  return [...ahead, ...pay('fee', feeLeft, after(toDay)), ...pay('guarantee', guaranteedLeft, after(toDay))]
}

function retainerPayments(
  { fee, advance, fromDay, toDay }: ContractTerms,
  pay: (key: string, amount: number, day: string) => readonly ObligationLine[],
): readonly ObligationLine[] {
  if (fee === null || fromDay === null || toDay === null) return []
  let left = advance ?? 0
  return contractMonths(fromDay, toDay).flatMap((_, index) => {
    const recouped = Math.min(left, fee)
    left -= recouped
    return pay(pad(index), fee - recouped, monthSpan(fromDay, index, toDay).to)
  })
}

function ends(terms: ContractTerms): readonly ObligationLine[] {
  const { toDay, usageDays, exclusive, exclusiveUntil, noticeDays, renewMonths, currency } = terms
  const renews = (renewMonths ?? 0) > 0
  const lines: (ObligationLine | null)[] = [
    usageDays === null || toDay === null
      ? null
      : plain({ key: 'usage', kind: 'usage', party: 'agency', dueDay: addDays(toDay, usageDays) }),
    (exclusive ?? '').trim() === ''
      ? null
      : plain({ key: 'exclusivity', kind: 'exclusivity', party: 'creator', dueDay: exclusiveUntil ?? toDay }),
    toDay === null ? null : plain({ key: 'renewal', kind: 'renewal', party: 'agency', dueDay: toDay }),
    toDay === null || noticeDays === null || !renews
      ? null
      : plain({ key: 'notice', kind: 'notice', party: 'agency', dueDay: addDays(toDay, -noticeDays) }),
    terms.cap === null ? null : { key: 'cap', kind: 'cap', party: 'agency', dueDay: null, amount: terms.cap, currency },
  ]
  return lines.filter((line) => line !== null)
}
