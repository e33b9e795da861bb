/** What a signed contract obliges to, kept as records whose ids follow from the contract and the line. */

import { randomBytes } from 'node:crypto'

import type { WritableDb } from '../../../db/database'
import { type ContractRecord, findContract } from '../../../db/repositories/contracts'
import { obligationRows } from '../../../db/repositories/obligations'
import { deleteRecord } from '../../../db/repositories/records'
import { type ObligationLine, obligationsOf, type Obliged, OWN_KEY } from '../../../shared/domain/contract-obligations'
import { readOwnValues, valueOf } from '../../../shared/domain/contract-variables'
import { randomId } from '../../../shared/sync/ids'
import type { WorkspaceContext } from '../context'
import { put } from '../support'
import { termsOf } from './terms'

/** The lines of a contract as its figures stand. */
export function linesOf(contract: ContractRecord): readonly ObligationLine[] {
  const payDays = valueOf('payDays', {}, readOwnValues(contract.variables))
  return obligationsOf(termsOf(contract), { payDays: typeof payDays === 'number' ? payDays : 0 })
}

/** Written by people, not worked out from the figures. */
export function isOwn(key: string): boolean {
  return key.startsWith(OWN_KEY)
}

export interface OwnObligation {
  readonly contractId: string
  readonly kind: 'video' | 'live' | 'other'
  readonly party: Obliged
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly dueDay: string | null
}

/** What people agreed besides, inside a command; answers its id. */
export function addObligation(context: WorkspaceContext, tx: WritableDb, { title, ...fields }: OwnObligation): string {
  const key = `${OWN_KEY}${randomId(context.now(), randomBytes(10))}`
  return put(context, tx, 'obligations', null, { ...fields, key, title: title === '' ? null : title })
}

/** Makes the records be those lines; those that people wrote stay. What was done or waived stays as it is, also where the contract asks for it no more. */
export function keepObligations(context: WorkspaceContext, tx: WritableDb, contractId: string): void {
  const contract = findContract(tx, contractId)
  if (contract === null) return
  const lines = linesOf(contract)
  const wanted = new Set(lines.map(({ key }) => key))
  const there = obligationRows(tx, { contractId, limit: 5000 }).rows
  for (const { id, key, doneAt, waived, payableId, contentId } of there) {
    const isUsed = doneAt !== null || waived === 1 || payableId !== null || contentId !== null
    if (!wanted.has(key) && !isUsed && !isOwn(key)) deleteRecord(tx, 'obligations', id)
  }
  const settled = new Set(there.filter(({ doneAt, waived }) => doneAt !== null || waived === 1).map(({ key }) => key))
  for (const { key, kind, party, dueDay, amount, currency } of lines) {
    if (!settled.has(key))
      put(context, tx, 'obligations', null, { contractId, key, kind, party, dueDay, amount, currency })
  }
}
