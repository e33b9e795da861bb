/** The figures of a stored contract, as the rules read them. */

import type { ContractRecord } from '../../../db/repositories/contracts'
import { CONTRACT_KINDS, type ContractKind, type ContractTerms } from '../../../shared/domain/contract-terms'

export function termsOf(row: ContractRecord): ContractTerms {
  return { ...row, kind: kindOf(row.kind) }
}

/** A kind that a newer program wrote is `other`. */
export function kindOf(kind: string | null): ContractKind {
  return CONTRACT_KINDS.find((known) => known === kind) ?? 'other'
}
