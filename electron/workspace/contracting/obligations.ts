/** What a signed contract obliges to, kept as records whose ids follow from the contract and the line. */

import type { WritableDb } from '../../../db/database'
import { type ContractRecord, findContract } from '../../../db/repositories/contracts'
import { obligationRows } from '../../../db/repositories/obligations'
import { deleteRecord } from '../../../db/repositories/records'
import { type ObligationLine, obligationsOf } from '../../../shared/domain/contract-obligations'
import { readOwnValues, valueOf } from '../../../shared/domain/contract-variables'
import type { WorkspaceContext } from '../context'
import { put } from '../support'
import { termsOf } from './terms'

/** The lines of a contract as its figures stand. */
export function linesOf(contract: ContractRecord): readonly ObligationLine[] {
  const payDays = valueOf('payDays', {}, readOwnValues(contract.variables))
  return obligationsOf(termsOf(contract), { payDays: typeof payDays === 'number' ? payDays : 0 })
}

/** Makes the records be those lines. What was done or waived stays as it is, also where the contract asks for it no more. */
export function keepObligations(context: WorkspaceContext, tx: WritableDb, contractId: string): void {
  const contract = findContract(tx, contractId)
  if (contract === null) return
  const lines = linesOf(contract)
  const wanted = new Set(lines.map(({ key }) => key))
  const there = obligationRows(tx, { contractId, limit: 5000 }).rows
  for (const { id, key, doneAt, waived, payableId, contentId } of there) {
    const isUsed = doneAt !== null || waived === 1 || payableId !== null || contentId !== null
    if (!wanted.has(key) && !isUsed) deleteRecord(tx, 'obligations', id)
  }
  const settled = new Set(there.filter(({ doneAt, waived }) => doneAt !== null || waived === 1).map(({ key }) => key))
  for (const { key, kind, party, dueDay, amount, currency } of lines) {
    if (!settled.has(key))
      put(context, tx, 'obligations', null, { contractId, key, kind, party, dueDay, amount, currency })
  }
}
