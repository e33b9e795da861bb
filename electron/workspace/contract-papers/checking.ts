/** The seal over a contract: every text hashed anew, every signed file read anew, and compared with what was signed. */

import { contractSeal, type SealedSignature } from '../../../shared/domain/signing'
import type { FileStanding, Seal } from '../../../shared/domain/proof'
import type { OpenWorkspace } from '../../../db/open'
import type { Reporter } from '../progress'
import { standingOf } from '../proving/seal'
import type { ContractFacts, PaperSignature } from './facts'

export interface CheckedSignature extends SealedSignature {
  readonly id: string
}

export interface CheckedFacts {
  readonly seal: Seal
  readonly signatures: CheckedSignature[]
}

/** Reads all files; tells how far it is and stops when asked to. */
export async function checkContract(
  workspace: OpenWorkspace,
  facts: ContractFacts,
  reporter: Reporter,
): Promise<CheckedFacts> {
  const total = facts.signatures.reduce((sum, { file }) => sum + (file?.size ?? 0), 0)
  let done = 0
  const signatures: CheckedSignature[] = []
  for (const signature of facts.signatures) {
    const file = await fileStanding(workspace, signature, (bytes) => {
      reporter.checkWanted()
      reporter.report({ step: 'check', done: done + bytes, total, detail: signature.file?.name ?? '' })
    })
    done += signature.file?.size ?? 0
    const version = facts.versions.find(({ id }) => id === signature.versionId)
    signatures.push({
      id: signature.id,
      version: version?.standing ?? null,
      sameHash: version?.sha256 === signature.versionSha256,
      file,
    })
  }
  return {
    seal: contractSeal(
      facts.versions.map(({ standing }) => standing),
      signatures,
      facts.changed.length > 0,
    ),
    signatures,
  }
}

/** Null: signed by name alone, there is no file. A file that was put in another's place is a changed one. */
async function fileStanding(
  workspace: OpenWorkspace,
  { file, fileSha256 }: PaperSignature,
  onBytes: (bytes: number) => void,
): Promise<FileStanding | null> {
  if (fileSha256 === null) return null
  if (file === null) return 'missing'
  return file.sha256 === fileSha256 ? standingOf(workspace, file, onBytes) : 'changed'
}
