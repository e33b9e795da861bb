/** Content in a shared folder, found by a mark in its name: who has put it there, and the first copy that is whole. */

import { AppError } from '../../../shared/errors'
import { blobFolder, blobName, parseBlob } from './folder-names'
import { fileTaken, isDue, noteFile, type RunParts } from './folder-session'
import { type BlobFile, decodeBlobFile, encodeBlobFile } from './segment-file'
import { wholeFile } from './store-files'

export interface Look {
  /** Whether anybody has put this part of a content there. */
  has(content: string, n?: number): Promise<boolean>
  /** The first copy of the part that is whole and right. */
  find(kind: BlobFile['kind'], content: string, n?: number): Promise<BlobFile | null>
}

/** Looks for content by name; each folder is listed once a run. */
export function lookInto(parts: RunParts): Look {
  const { session, keys } = parts
  const listed = new Map<string, Promise<readonly string[]>>()
  const namesOf = async (content: string, n: number): Promise<readonly string[]> => {
    const names: string[] = []
    for (const mark of keys.marksOf(content)) {
      const folder = blobFolder(mark)
      const list = listed.get(folder) ?? session.store.list(folder)
      listed.set(folder, list)
      for (const name of await list) {
        const blob = parseBlob(name)
        if (blob?.mark === mark && blob.n === n) names.push(`${folder}/${name}`)
      }
    }
    return names
  }
  return {
    has: async (content, n = 0) => (await namesOf(content, n)).length > 0,
    find: async (kind, content, n = 0) => {
      for (const name of await namesOf(content, n)) {
        const blob = await readBlob(parts, kind, name)
        if (blob !== null) return blob
      }
      return null
    },
  }
}

async function readBlob(parts: RunParts, kind: BlobFile['kind'], name: string): Promise<BlobFile | null> {
  const { session, keys, workspace } = parts
  if (!isDue(parts, name)) return null
  const bytes = await wholeFile(session.store, name)
  if (bytes === null) {
    await noteFile(parts, name, 0, null)
    return null
  }
  try {
    const reading = { file: name, workspace: workspace.workspaceId }
    const blob = await keys.open(({ key }) => decodeBlobFile(bytes, { ...reading, key }))
    if (blob.kind !== kind) throw new AppError('sync.unreadable', { file: name, reason: 'malformed' })
    await fileTaken(parts, name)
    return blob
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await noteFile(parts, name, bytes.length, error)
    return null
  }
}

/** Puts a part of a content there, unless somebody has. */
export async function putContent(parts: RunParts, look: Look, content: string, blob: BlobFile): Promise<void> {
  const { workspace, session, keys } = parts
  if (await look.has(content, blob.n)) return
  const bytes = await encodeBlobFile(workspace.workspaceId, blob, keys.writing)
  await session.store.putNew(blobName(keys.marksOf(content)[0], blob.n, workspace.replicaId), bytes)
}
