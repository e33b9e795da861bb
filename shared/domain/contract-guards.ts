/**
 * When paper is asked for, and what paper stands in the way of: samples of value, advances, exclusivity for another client,
 * a second contract for the same time. A guard says no with its reason; whoever goes on gives theirs, except where going on
 * would be wrong whatever anybody says.
 */

/** `key`: `default`, or a shop's id. */
export interface GuardRules {
  /** Samples of more than this go out on signed paper only, minor units of `currency`; null: all may. */
  readonly sampleLimit: number | null
  readonly currency: string | null
  /** No advance without signed paper. */
  readonly advances: boolean
  /** Paper that keeps a creator from working for others is looked for. */
  readonly exclusivity: boolean
}

/** As the app brings them: no sample is held back before somebody says from which value on. */
export const GUARD_RULES: GuardRules = { sampleLimit: null, currency: null, advances: true, exclusivity: true }
export const DEFAULT_GUARD = 'default'

export const GUARDS = ['sample', 'advance', 'exclusivity', 'overlap'] as const
export type Guard = (typeof GUARDS)[number]

export const GUARD_REASONS = [
  /** No contract with this creator and shop is signed for the day. */
  'unsigned',
  /** The contract exists and colleagues contradict each other about it. */
  'onHold',
  /** More than the whole contract is worth: refused whatever is said. */
  'largerThanContract',
  /** The money is not the contract's: refused, as nothing can be compared. */
  'otherCurrency',
  /** The value is in another currency than the limit and no rate is known: asked for, as it may be above. */
  'notComparable',
  /** Signed for another client until then. */
  'exclusiveElsewhere',
  /** Another contract of the same creator and shop holds in the same time. */
  'overlaps',
] as const
export type GuardReason = (typeof GUARD_REASONS)[number]

/** Why a guard says no. `title`, `until`, `about`: the contract that stands in the way, its last day, what it keeps for itself. */
export interface GuardFinding {
  readonly guard: Guard
  readonly reason: GuardReason
  /** Somebody may go on with a reason of theirs. */
  readonly canOverride: boolean
  readonly contractId: string | null
  readonly title: string | null
  readonly until: string | null
  readonly about: string | null
}

function finding(
  guard: Guard,
  reason: GuardReason,
  paper: Partial<Pick<GuardFinding, 'contractId' | 'title' | 'until' | 'about'>> = {},
  canOverride = true,
): GuardFinding {
  return { guard, reason, canOverride, contractId: null, title: null, until: null, about: null, ...paper }
}

/** A sample's value. `amount` null: nobody knows the price. */
export interface SampleValue {
  readonly amount: number | null
  readonly currency: string | null
}

/**
 * No sample above the limit without signed paper. A value that nobody knows is not held back; one in another currency than the
 * limit's is, unless `value` was converted by the caller.
 */
export function sampleFinding(rules: GuardRules, value: SampleValue, isSigned: boolean): GuardFinding | null {
  if (rules.sampleLimit === null || isSigned || value.amount === null) return null
  if (value.currency !== rules.currency) return finding('sample', 'notComparable')
  return value.amount > rules.sampleLimit ? finding('sample', 'unsigned') : null
}

/** What an advance is paid on. */
export interface AdvancePaper {
  readonly id: string
  readonly title: string | null
  readonly currency: string | null
  /** What the contract is worth in all; null: its text does not say (commission alone). */
  readonly total: number | null
  readonly isSigned: boolean
  readonly hold: boolean
}

/**
 * An advance needs signed paper, in the paper's money, and together with what was advanced before (`besides`) never more than
 * the paper is worth. Both amounts in minor units of `currency`.
 */
export function advanceFinding(
  rules: GuardRules,
  advance: { readonly amount: number; readonly currency: string; readonly besides: number },
  paper: AdvancePaper | null,
): GuardFinding | null {
  const named = paper === null ? {} : { contractId: paper.id, title: paper.title }
  if (paper !== null && paper.currency !== null && paper.currency !== advance.currency)
    return finding('advance', 'otherCurrency', named, false)
  if (paper !== null && paper.total !== null && advance.amount + advance.besides > paper.total)
    return finding('advance', 'largerThanContract', named, false)
  if (paper?.hold === true) return finding('advance', 'onHold', named, false)
  return rules.advances && paper?.isSigned !== true ? finding('advance', 'unsigned', named) : null
}

/** A contract as far as time and exclusivity go. Null days are open ends. */
export interface PaperInTime {
  readonly id: string
  readonly title: string | null
  readonly shopId: string | null
  /** The shop's client; shops without one stand for themselves. */
  readonly clientId: string | null
  readonly from: string | null
  readonly to: string | null
  /** Categories or brands that the creator may not work for; null: none. */
  readonly exclusive: string | null
  readonly exclusiveUntil: string | null
  /** Goes on by itself after its last day. */
  readonly renews: boolean
}

/** What somebody is about to agree with a creator. */
export interface Booking {
  /** The contract that is about to be sent, not in its own way. */
  readonly contractId: string | null
  readonly shopId: string
  readonly clientId: string | null
  readonly from: string | null
  readonly to: string | null
  /** What the work is about, as far as anybody knows: the shop, the brand, categories. None: nobody knows. */
  readonly about: readonly string[]
}

/** The last day on which the creator may not work for others; null: open. */
function exclusiveTo(paper: PaperInTime): string | null {
  return paper.exclusiveUntil ?? (paper.renews ? null : paper.to)
}

/** True when two spans of days share one; null is an open end. */
export function overlap(
  a: { readonly from: string | null; readonly to: string | null },
  b: { readonly from: string | null; readonly to: string | null },
): boolean {
  const startsBefore = (from: string | null, to: string | null) => from === null || to === null || from <= to
  return startsBefore(a.from, b.to) && startsBefore(b.from, a.to)
}

/** The words of *beauty, skin care / 护肤*. */
export function exclusiveWords(text: string | null): readonly string[] {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,;/、\n|]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/**
 * Signed contracts of other clients that keep the creator from this work in its time. Where what the work is about is known and
 * none of it is named by the paper, it does not stand in the way; where nobody knows, it does: better asked once too often.
 */
export function exclusivityFindings(
  rules: GuardRules,
  booking: Booking,
  signed: readonly PaperInTime[],
): readonly GuardFinding[] {
  if (!rules.exclusivity) return []
  return signed.flatMap((paper) => {
    const words = exclusiveWords(paper.exclusive)
    if (words.length === 0 || paper.id === booking.contractId || isSameClient(paper, booking)) return []
    if (!overlap(booking, { from: paper.from, to: exclusiveTo(paper) })) return []
    const about = booking.about.flatMap((text) => exclusiveWords(text))
    const isNamed = words.some((word) => about.some((one) => one.includes(word) || word.includes(one)))
    if (about.length > 0 && !isNamed) return []
    const { id: contractId, title, exclusive } = paper
    return [
      finding('exclusivity', 'exclusiveElsewhere', { contractId, title, until: exclusiveTo(paper), about: exclusive }),
    ]
  })
}

function isSameClient(paper: PaperInTime, booking: Booking): boolean {
  return paper.clientId === null || booking.clientId === null
    ? paper.shopId === booking.shopId
    : paper.clientId === booking.clientId
}

/** Other signed or sent contracts of the same creator and shop in the same time. */
export function overlapFindings(booking: Booking, others: readonly PaperInTime[]): readonly GuardFinding[] {
  return others.flatMap((paper) => {
    const span = { from: paper.from, to: paper.renews ? null : paper.to }
    if (paper.id === booking.contractId || paper.shopId !== booking.shopId || !overlap(booking, span)) return []
    return [finding('overlap', 'overlaps', { contractId: paper.id, title: paper.title, until: span.to })]
  })
}
