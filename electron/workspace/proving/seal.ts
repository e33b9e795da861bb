/** The seal of a sample's proof: every file read anew and compared with what it was when it was attached. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'

import { type Blob, blobPath, blobPieces } from '../../../db/blob-store'
import { wasHere } from '../../../db/blobs'
import type { OpenWorkspace } from '../../../db/open'
import type { CheckedSeal } from '../../../shared/contract/sample-proof'
import { type FileStanding, sealOver, sealStanding } from '../../../shared/domain/proof'
import { AppError } from '../../../shared/errors'
import type { Reporter } from '../progress'
import type { SampleFacts } from './facts'

/** Reads all files; long for videos, so it tells how far it is and stops when asked to. */
export async function checkSeal(
  workspace: OpenWorkspace,
  { files, lines }: SampleFacts,
  reporter: Reporter,
): Promise<CheckedSeal> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const standings: { id: string; standing: FileStanding }[] = []
  for (const file of files) {
    const standing = await standingOf(workspace, file, (bytes) => {
      reporter.checkWanted()
      reporter.report({ step: 'check', done: done + bytes, total, detail: file.name })
    })
    done += file.size
    standings.push({ id: file.id, standing })
  }
  return {
    seal: sealStanding(standings.map(({ standing }) => standing)),
    hash: sealOver(lines, sha256),
    files: standings,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads a file's bytes anew and says whether they are what they were. */
export async function standingOf(
  workspace: OpenWorkspace,
  file: Blob,
  onBytes: (bytes: number) => void,
): Promise<FileStanding> {
  if (!existsSync(blobPath(workspace.file, file.sha256))) {
    // What was attached here and has gone is lost; what a colleague attached may still be on its way.
    return wasHere(workspace.reader, file.sha256) ? 'missing' : 'elsewhere'
  }
  try {
    let bytes = 0
    for await (const piece of blobPieces(workspace.file, file)) onBytes((bytes += piece.length))
    return 'whole'
  } catch (error) {
    if (error instanceof AppError && error.code === 'attachment.unreadable') return 'changed'
    throw error
  }
}
