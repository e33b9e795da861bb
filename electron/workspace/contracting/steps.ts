/**
 * The one place where contracts take steps: legal ones only, and none while people have to decide. Whatever sends, signs,
 * cancels or ends a contract calls it, inside a command.
 */

import type { WritableDb } from '../../../db/database'
import { contractStanding } from '../../../db/repositories/contracts'
import { putRecord } from '../../../db/repositories/records'
import { CONTRACT, type ContractState } from '../../../shared/domain/contracts'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'

export interface ContractStepInput {
  readonly id: string
  readonly to: ContractState
  /** The version that was sent or signed. */
  readonly versionId?: string | null
  readonly reason?: string
  /** When it happened, UTC ms; now, unless somebody says otherwise. */
  readonly at?: number
}

/** Refuses as `record.notFound`, `record.onHold` or `record.illegalStep`. */
export function stepContract(context: WorkspaceContext, tx: WritableDb, step: ContractStepInput): void {
  const { id, to, versionId = null, reason = '', at } = step
  const standing = contractStanding(tx, id)
  if (standing === null) throw new AppError('record.notFound', { entity: 'contracts', id })
  const { state: from, hold, pending } = standing
  if (hold) throw new AppError('record.onHold', { entity: 'contracts', id })
  if (!CONTRACT.edges[from].includes(to))
    throw new AppError('record.illegalStep', { entity: 'contracts', id, from, to })
  const now = context.now()
  const fields = {
    contractId: id,
    fromState: from,
    toState: to,
    reason: reason.trim() === '' ? null : reason.trim(),
    machine: CONTRACT.version,
    at: at ?? now,
    person: context.author(),
    versionId,
  }
  // Steps of one command share its clock: their ids say which came first.
  putRecord(tx, 'contractEvents', null, fields, now + pending)
}
