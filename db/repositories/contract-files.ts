/** The versions of contracts and who signed them, as they are written down. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface VersionRow {
  readonly id: string
  readonly contractId: string
  readonly version: number
  /** The canonical text that was hashed; null once it was erased. */
  readonly body: string | null
  readonly sha256: string
  /** UTC epoch ms. */
  readonly at: number
  readonly person: string | null
  readonly note: string | null
}

export interface SignatureRow {
  readonly id: string
  readonly versionId: string
  readonly party: string
  readonly signer: string | null
  readonly method: string
  /** UTC epoch ms. */
  readonly at: number
  readonly device: string | null
  readonly versionSha256: string
  readonly fileSha256: string | null
  readonly attachmentId: string | null
  readonly witness: string | null
  readonly note: string | null
}

/** The oldest first; of two that colleagues made at once, each has its own hash and both stand. */
export function versionsOf(db: ReadableDb, contractId: string): readonly VersionRow[] {
  return prepared(
    db.$client,
    `SELECT id, contract_id AS contractId, coalesce(version, 0) AS version, body, coalesce(sha256, '') AS sha256,
       coalesce(at, 0) AS at, person, note
     FROM contract_versions WHERE contract_id = ? AND _del = 0 ORDER BY version, at, id`,
  ).all(contractId) as VersionRow[] // The columns are those of the row's type.
}

/** In order of time. */
export function signaturesOf(db: ReadableDb, contractId: string): readonly SignatureRow[] {
  return prepared(
    db.$client,
    `SELECT id, coalesce(version_id, '') AS versionId, coalesce(party, '') AS party, signer, coalesce(method, '') AS method,
       coalesce(at, 0) AS at, device, coalesce(version_sha256, '') AS versionSha256, file_sha256 AS fileSha256,
       attachment_id AS attachmentId, witness, note
     FROM contract_signatures WHERE contract_id = ? AND _del = 0 ORDER BY at, id`,
  ).all(contractId) as SignatureRow[] // The columns are those of the row's type.
}
