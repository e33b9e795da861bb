/** Everything that a contract's papers say: its versions with their hashes worked out anew, who signed, what happened. */

import { createHash } from 'node:crypto'

import type { ReadableDb } from '../../../db/database'
import { type AttachmentRow, attachmentsOf } from '../../../db/repositories/attachments'
import { type SignatureRow, signaturesOf } from '../../../db/repositories/contract-files'
import {
  type ContractRecord,
  type ContractStep,
  contractSteps,
  findContract,
  type VersionRow,
  versionsOf,
} from '../../../db/repositories/contracts'
import { type ContractBody, readContractBody } from '../../../shared/domain/contract-body'
import type { VersionStanding } from '../../../shared/domain/signing'
import { AppError } from '../../../shared/errors'
import { type ChangedTerm, changedSince } from '../contracting/agreed'
import { findShop } from '../lookups/shops'

export interface PaperVersion extends Omit<VersionRow, 'languages' | 'at'> {
  /** UTC epoch ms. */
  readonly at: number
  readonly standing: VersionStanding
  readonly newest: boolean
}

export interface PaperSignature extends SignatureRow {
  /** What came back, or what was drawn. */
  readonly file: AttachmentRow | null
}

export interface ContractFacts {
  readonly contract: ContractRecord
  /** The oldest first. */
  readonly versions: readonly PaperVersion[]
  readonly signatures: readonly PaperSignature[]
  readonly steps: readonly ContractStep[]
  /** Terms that are not what was laid down any more. */
  readonly changed: readonly ChangedTerm[]
  /** IANA, of the shop. */
  readonly zone: string
}

/** A version that can be read. */
export interface ReadableVersion extends PaperVersion {
  readonly body: string
  readonly words: ContractBody
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Refuses with `record.notFound`. */
export function contractFacts(db: ReadableDb, contractId: string): ContractFacts {
  const contract = findContract(db, contractId)
  if (contract === null) throw new AppError('record.notFound', { entity: 'contracts', id: contractId })
  const rows = versionsOf(db, contractId)
  const files = new Map(attachmentsOf(db, 'contracts', contractId).map((file) => [file.id, file]))
  return {
    contract,
    versions: rows.map(({ languages: _languages, ...row }, at) => ({
      ...row,
      at: row.at ?? 0,
      standing: standingOf(row),
      newest: at === rows.length - 1,
    })),
    signatures: signaturesOf(db, contractId).map((row) => ({
      ...row,
      file: files.get(row.attachmentId ?? '') ?? null,
    })),
    steps: contractSteps(db, contractId),
    changed: changedSince(db, contract),
    zone: contract.shopId === null ? 'UTC' : findShop(db, contract.shopId).timezone,
  }
}

function standingOf({ body, sha256: said }: Pick<VersionRow, 'body' | 'sha256'>): VersionStanding {
  if (body === null) return 'gone'
  return sha256(body) === said ? 'whole' : 'changed'
}

/** The version named, else the newest. Refuses as `record.notFound`, or `contract.cannotSign` where its text cannot be read. */
export function readableVersion({ contract, versions }: ContractFacts, versionId?: string): ReadableVersion {
  const version = versionId === undefined ? versions.at(-1) : versions.find(({ id }) => id === versionId)
  if (version === undefined)
    throw new AppError('record.notFound', { entity: 'contractVersions', id: versionId ?? contract.id })
  const words = readContractBody(version.body)
  if (version.body === null) throw new AppError('contract.cannotSign', { reason: 'textGone' })
  if (words === null) throw new AppError('contract.cannotSign', { reason: 'textChanged' })
  return { ...version, body: version.body, words }
}
