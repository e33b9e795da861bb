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
import { termsOf } from './terms'
import { contractOf } from './views'

/** What may be written of a contract whatever was signed: it says nothing of what was agreed. */
const FREE: ReadonlySet<string> = new Set(['owner', 'note', 'number', 'campaignId'])

/** Inside a command; answers the contract's id. */
export function saveContract(
  context: WorkspaceContext,
  tx: WritableDb,
  id: string | null,
  { variables, clauses, ...fields }: ContractFields,
): string {
  const before = id === null ? null : contractOf(tx, id)
  if (before !== null && before.state !== 'draft' && before.state !== 'sent' && before.state !== 'cancelled') {
    const terms = { ...fields, variables, clauses }
    const touched = Object.entries(terms).find(([field, value]) => value !== undefined && !FREE.has(field))
    if (touched) refuse(touched[0], 'signed')
  }
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
