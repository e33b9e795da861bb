/** Who signed contracts, as it is written down. */

import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

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
