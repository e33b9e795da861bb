/** Where a file says another commission than the rule, and what explains it: a question for whoever set the rate or the rule. */

import type { ExpectedCommission } from './commission'
import { roundedShare } from './orders'

export const EXPECTED_PARTS = ['estimatedBase', 'actualBase', 'estimated', 'actual'] as const
export type ExpectedPart = (typeof EXPECTED_PARTS)[number]

export interface Deviation {
  readonly part: ExpectedPart
  readonly expected: number
  readonly file: number
}

/** Where a file says something else than the rule; what it leaves blank says nothing. A unit more or less is rounding. */
export function deviations(
  expected: ExpectedCommission,
  file: Readonly<Record<ExpectedPart, number | null>>,
): Deviation[] {
  const worked: Readonly<Record<ExpectedPart, number>> = {
    estimatedBase: expected.base.estimated,
    actualBase: expected.base.actual,
    estimated: expected.estimated,
    actual: expected.actual,
  }
  return EXPECTED_PARTS.flatMap((part) => {
    const said = file[part]
    return said === null || Math.abs(said - worked[part]) <= 1 ? [] : [{ part, expected: worked[part], file: said }]
  })
}

/** Why a file and the rule do not agree. */
export const DEVIATION_REASONS = [
  /** The platform does not allow the line's rate: nothing can be expected of it. */
  'rateRefused',
  /** The rule's tier gives another rate than the line's, which the file followed. */
  'tier',
  /** The file's base is another one, before anything came back; its amounts follow it at the rule's rate. */
  'base',
  /** Only the base of what was kept is another one: units that came back are counted otherwise. */
  'returned',
  /** The base is the rule's; the amount fits another rate. */
  'rate',
  'other',
] as const
export type DeviationReason = (typeof DEVIATION_REASONS)[number]

/** Of a line whose file deviates; `lineRate`: basis points as its file says. */
export function deviationReason(
  expected: ExpectedCommission,
  file: Readonly<Record<ExpectedPart, number | null>>,
  lineRate: number,
): DeviationReason {
  const parts = new Set(deviations(expected, file).map(({ part }) => part))
  const estimatedBase = file.estimatedBase ?? expected.base.estimated
  const actualBase = file.actualBase ?? expected.base.actual
  if (expected.rate !== lineRate && follows(file, { estimatedBase, actualBase }, lineRate)) return 'tier'
  const followsOwn = follows(file, { estimatedBase, actualBase }, expected.rate)
  if (followsOwn && parts.has('estimatedBase')) return 'base'
  if (followsOwn && parts.has('actualBase')) return 'returned'
  return parts.has('estimatedBase') || parts.has('actualBase') ? 'other' : 'rate'
}

/** Whether every amount that the file gives is its base's share at a rate; a unit more or less is rounding. */
function follows(
  { estimated, actual }: Readonly<Record<ExpectedPart, number | null>>,
  { estimatedBase, actualBase }: { readonly estimatedBase: number; readonly actualBase: number },
  rate: number,
): boolean {
  const fits = (amount: number | null, base: number): boolean =>
    amount === null || Math.abs(amount - roundedShare(base, rate, 10_000)) <= 1
  return fits(estimated, estimatedBase) && fits(actual, actualBase)
}
