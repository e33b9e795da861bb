/**
 * What was agreed stands: which fields of a contract say what was agreed, from when on nobody writes them any more, and which of
 * them are not what was laid before people (a colleague wrote them without knowing that it had gone out or was signed).
 */

import type { ContractState } from './contracts'

/** What is written of a contract whatever was signed: it says nothing of what was agreed. */
const FREE: ReadonlySet<string> = new Set(['owner', 'note', 'number', 'campaignId'])

/** The fields that a version keeps as they stood. */
export const AGREED_FIELDS = [
  'shopId',
  'creatorId',
  'kind',
  'title',
  'fromDay',
  'toDay',
  'currency',
  'fee',
  'advance',
  'guaranteed',
  'cap',
  'rate',
  'videos',
  'lives',
  'rounds',
  'usageDays',
  'exclusive',
  'exclusiveUntil',
  'noticeDays',
  'renewMonths',
  'counterparty',
  'party',
  'law',
  'templateKey',
  'variables',
  'clauses',
] as const
export type AgreedField = (typeof AGREED_FIELDS)[number]
export type AgreedTerms = Readonly<Record<string, string | number | null>>

/** Whether a field of a contract in this state may be written: drafts freely, all others only where nothing was agreed. */
export function mayWrite(state: ContractState, field: string): boolean {
  return state === 'draft' || state === 'cancelled' || FREE.has(field)
}

/** The terms of a contract as a version keeps them. */
export function agreedTerms(contract: Readonly<Record<AgreedField, string | number | null>>): AgreedTerms {
  return Object.fromEntries(AGREED_FIELDS.map((field) => [field, contract[field]]))
}

/** The fields that are not what was laid down any more; none where the version is too old to know. */
export function changedTerms(
  laidDown: AgreedTerms | undefined,
  contract: Readonly<Record<AgreedField, string | number | null>>,
): readonly AgreedField[] {
  if (laidDown === undefined) return []
  return AGREED_FIELDS.filter((field) => field in laidDown && (laidDown[field] ?? null) !== contract[field])
}
