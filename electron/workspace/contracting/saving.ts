/** Writing a contract: figures that cannot be are refused, and the terms of signed paper stand. */

import type { WritableDb } from '../../../db/database'
import { findContract } from '../../../db/repositories/contracts'
import { handlesOf, keepCreator } from '../../../db/repositories/creators'
import type { ContractFields } from '../../../shared/contract/contracts'
import { termProblems } from '../../../shared/domain/contract-terms'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { put } from '../support'
import { refuseAgreed } from './agreed'
import { termsOf } from './terms'
import { contractOf } from './views'

/** Inside a command; answers the contract's id. */
export function saveContract(
  context: WorkspaceContext,
  tx: WritableDb,
  id: string | null,
  { variables, clauses, ...fields }: ContractFields,
): string {
  if (id !== null) refuseAgreed(tx, contractOf(tx, id).id, { ...fields, variables, clauses })
  if (fields.shopId !== undefined) findShop(tx, fields.shopId)
  if (fields.creatorId !== undefined) {
    if (!handlesOf(tx, [fields.creatorId]).has(fields.creatorId)) {
      throw new AppError('record.notFound', { entity: 'creators', id: fields.creatorId })
    }
    keepCreator(tx, fields.creatorId)
  }
  const shop = id === null && fields.shopId !== undefined ? findShop(tx, fields.shopId) : null
  const saved = put(context, tx, 'contracts', id, {
    ...(shop !== null && fields.currency === undefined && { currency: shop.currency }),
    ...fields,
    ...(variables !== undefined && { variables: JSON.stringify(variables) }),
    ...(clauses !== undefined && { clauses: clauses === null ? null : JSON.stringify(clauses) }),
  })
  const after = findContract(tx, saved)
  const [problem] = after === null ? [] : termProblems(termsOf(after))
  if (problem) refuse(problem.field, problem.reason)
  return saved
}

function refuse(field: string, reason: string): never {
  throw new AppError('record.invalid', { entity: 'contracts', field, reason })
}
