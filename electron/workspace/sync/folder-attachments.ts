/**
 * Attached files in a shared folder, in parts: put there by whoever has them, taken by those who ask for them.
 *
 * The first part comes last, so that where it is, the others are or are on their way.
 */

import { anyWanted, blobsHere, piecesOf, receiveBlob, wantedBlobs } from '../../../db/blobs'
import type { Blob } from '../../../db/blob-store'
import { AppError } from '../../../shared/errors'
import { ByteSource } from './byte-source'
import { type Look, lookInto, putContent } from './folder-content'
import type { RunParts } from './folder-session'

const PART_BYTES = 8 * 1024 * 1024
const fileNamed = (sha256: string): string => `file ${sha256}`

/** Takes the files that somebody here has asked for and that are there whole; answers how many. */
export async function takeAttachments(parts: RunParts): Promise<number> {
  const { workspace } = parts
  if (!anyWanted(workspace.reader)) return 0
  const look = lookInto(parts)
  let taken = 0
  for (const blob of wantedBlobs(workspace)) {
    parts.signal?.throwIfAborted()
    if (await takeOne(parts, look, blob)) taken++
  }
  return taken
}

async function takeOne({ workspace, session, signal }: RunParts, look: Look, blob: Blob): Promise<boolean> {
  const first = await look.find('attachment', fileNamed(blob.sha256))
  if (first === null) return false
  for (let n = 1; n < first.of; n++) if (!(await look.has(fileNamed(blob.sha256), n))) return false
  async function* pieces(): AsyncGenerator<Uint8Array, void, void> {
    if (first === null) return
    yield first.bytes
    for (let n = 1; n < first.of; n++) {
      const part = await look.find('attachment', fileNamed(blob.sha256), n)
      // What is missing shows in the hash of the whole.
      if (part === null) return
      yield part.bytes
    }
  }
  try {
    const options = { source: session.place.path, ...(signal !== undefined && { signal }) }
    return (await receiveBlob(workspace, blob, pieces(), options)) === 'stored'
  } catch (error) {
    if (error instanceof AppError && error.code === 'attachment.unreadable') return false
    throw error
  }
}

/** Attached files that are here and not in the folder. */
export async function attachmentsToPut(parts: RunParts): Promise<readonly Blob[]> {
  const { workspace, session } = parts
  const look = lookInto(parts)
  const missing: Blob[] = []
  for (const blob of blobsHere(workspace)) {
    if (session.filesThere.has(blob.sha256)) continue
    if (await look.has(fileNamed(blob.sha256))) session.filesThere.add(blob.sha256)
    else missing.push(blob)
  }
  return missing
}

/** Publishes these files; answers how many it was. One that the disk has damaged stays where it is. */
export async function putAttachments(parts: RunParts, blobs: readonly Blob[]): Promise<number> {
  const look = lookInto(parts)
  let published = 0
  for (const [i, blob] of blobs.entries()) {
    parts.signal?.throwIfAborted()
    parts.report('attachments', i, blobs.length)
    try {
      await putOne(parts, look, blob)
      parts.session.filesThere.add(blob.sha256)
      published++
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'attachment.unreadable') throw error
    }
  }
  return published
}

async function putOne(parts: RunParts, look: Look, { sha256, size }: Blob): Promise<void> {
  const found = piecesOf(parts.workspace, sha256)
  if (found === null) return
  const source = new ByteSource(found.pieces)
  const of = Math.max(1, Math.ceil(size / PART_BYTES))
  const whole = { kind: 'attachment' as const, sha256, size, of }
  let first: Uint8Array = new Uint8Array(0)
  for (let n = 0; n < of; n++) {
    const bytes = await source.read(PART_BYTES)
    if (n === 0) first = bytes
    else await putContent(parts, look, fileNamed(sha256), { ...whole, n, bytes })
  }
  // Read to its end: there it shows whether the bytes are still what they were.
  await source.atEnd()
  await putContent(parts, look, fileNamed(sha256), { ...whole, n: 0, bytes: first })
}
