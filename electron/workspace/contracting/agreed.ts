/** The terms of a contract that has gone out or was signed: they are refused to be written, and compared with what was laid down. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import {
  type ContractRecord,
  contractSteps,
  findContract,
  stateOfContract,
  versionsOf,
} from '../../../db/repositories/contracts'
import { type AgreedField, type AgreedTerms, changedTerms, mayWrite } from '../../../shared/domain/contract-agreed'
import { readContractBody } from '../../../shared/domain/contract-body'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { put } from '../support'
import { contractOf } from './views'

type Fields = Readonly<Record<string, unknown>>

/** Refuses with `contract.fixed` what would change the terms of a contract that went out or was signed. */
export function refuseAgreed(db: ReadableDb, id: string, fields: Fields): void {
  const contract = findContract(db, id)
  const [field] = contract === null ? [] : agreedAmong(contract, fields)
  if (contract !== null && field !== undefined) {
    const { title, state } = contract
    throw new AppError('contract.fixed', { title: title ?? '', state: state === 'sent' ? 'sent' : 'signed', field })
  }
}

/** Of these fields those that would change what was agreed. */
export function agreedAmong(contract: ContractRecord, fields: Fields): readonly string[] {
  const stored: Fields = { ...contract }
  return Object.entries(fields).flatMap(([field, value]) =>
    value === undefined || field === 'id' || mayWrite(contract.state, field) || stored[field] === value ? [] : [field],
  )
}

/** A contract that went out or was signed is cancelled or terminated, never taken away. */
export function refuseRemoval(db: ReadableDb, id: string): void {
  const { state, hold, title } = contractOf(db, id)
  if (hold) throw new AppError('record.onHold', { entity: 'contracts', id })
  if (state !== 'draft' && state !== 'cancelled')
    throw new AppError('contract.fixed', { title: title ?? '', state: state === 'sent' ? 'sent' : 'signed', field: '' })
}

export interface ChangedTerm {
  readonly field: AgreedField
  /** As it was laid down. */
  readonly was: string | number | null
  readonly is: string | number | null
}

/**
 * What is written of a contract that went out or was signed and is not what was laid down: a colleague wrote it without knowing.
 * Of a signed contract the version that was signed counts, of one that is out the newest.
 */
export function changedSince(db: ReadableDb, contract: ContractRecord): readonly ChangedTerm[] {
  const laidDown = laidDownFor(db, contract)
  return changedTerms(laidDown, contract).map((field) => ({
    field,
    was: laidDown?.[field] ?? null,
    is: contract[field],
  }))
}

function laidDownFor(db: ReadableDb, { id, state }: ContractRecord): AgreedTerms | undefined {
  if (state === 'draft' || state === 'cancelled') return undefined
  const versions = versionsOf(db, id)
  const signing = contractSteps(db, id).findLast(({ to }) => stateOfContract(to) === 'signed')
  const signed = state === 'sent' ? undefined : versions.find((version) => version.id === signing?.versionId)
  return readContractBody((signed ?? versions.at(-1))?.body ?? null)?.terms
}

/** Writes the terms as they were laid down, inside a command. Refuses as `record.notFound`. */
export function restoreTerms(context: WorkspaceContext, tx: WritableDb, id: string): void {
  const changed = changedSince(tx, contractOf(tx, id))
  if (changed.length > 0)
    put(context, tx, 'contracts', id, Object.fromEntries(changed.map(({ field, was }) => [field, was])))
}
