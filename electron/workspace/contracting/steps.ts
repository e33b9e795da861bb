/**
 * The one place where contracts take steps: legal ones only, and none while people have to decide. Whatever sends, signs,
 * cancels or ends a contract calls it, inside a command.
 */

import type { WritableDb } from '../../../db/database'
import { contractStanding, findContract } from '../../../db/repositories/contracts'
import { putRecord } from '../../../db/repositories/records'
import { CONTRACT, type ContractState } from '../../../shared/domain/contracts'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { checkBooking, passGuards } from './guards'
import { keepSigned } from './keeping'
import { keepObligations } from './obligations'

export interface ContractStepInput {
  readonly id: string
  readonly to: ContractState
  /** The version that was sent or signed. */
  readonly versionId?: string | null
  readonly reason?: string
  /** When it happened, UTC ms; now, unless somebody says otherwise. */
  readonly at?: number
  /** Why it goes out although other paper of this creator stands in the way. */
  readonly override?: string
}

/**
 * One legal step. Refuses as `record.notFound`, `record.onHold`, `record.illegalStep`, or as `contract.guard` where it is about to
 * be sent or signed and other paper stands in the way. What is signed has its obligations from then on.
 */
export function stepContract(context: WorkspaceContext, tx: WritableDb, step: ContractStepInput): void {
  const { id, to, versionId = null, reason = '', at, override = '' } = step
  const standing = contractStanding(tx, id)
  if (standing === null) throw new AppError('record.notFound', { entity: 'contracts', id })
  const { state: from, hold, pending } = standing
  if (hold) throw new AppError('record.onHold', { entity: 'contracts', id })
  if (!CONTRACT.edges[from].includes(to))
    throw new AppError('record.illegalStep', { entity: 'contracts', id, from, to })
  if (isFirst(from, to)) passOthers(context, tx, id, override)
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
  if (to !== 'signed') return
  keepObligations(context, tx, id)
  keepSigned(context, tx, id)
}

/** On its way to be signed, not a correction of what was. */
function isFirst(from: ContractState, to: ContractState): boolean {
  return (to === 'sent' && from === 'draft') || (to === 'signed' && (from === 'draft' || from === 'sent'))
}

function passOthers(context: WorkspaceContext, tx: WritableDb, id: string, reason: string): void {
  const contract = findContract(tx, id)
  if (contract === null) return
  const { shopId, creatorId, campaignId, fromDay: from, toDay: to, renewMonths } = contract
  // What a merge left without its shop or creator stands in nobody's way.
  if (shopId === null || creatorId === null) return
  const end = (renewMonths ?? 0) > 0 ? null : to
  const findings = checkBooking(tx, { creatorId, shopId, campaignId, contractId: id, from, to: end })
  passGuards(context, tx, findings, { recordId: id, shopId, creatorId, reason })
}
