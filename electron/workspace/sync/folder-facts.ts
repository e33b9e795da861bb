/**
 * Imported lines in a shared folder: an import's chunks and their list, as files named by their content.
 *
 * The list comes after its chunks, so that where it is, the chunks are or are on their way.
 */

import { createHash } from 'node:crypto'

import {
  chunksOf,
  decodeManifest,
  hasChunk,
  importsHere,
  importsLacking,
  manifestOf,
  stageChunk,
  stageManifest,
} from '../../../db/facts/exchange'
import { AppError } from '../../../shared/errors'
import { type Look, lookInto, putContent } from './folder-content'
import { isDue, noteFile, type RunParts } from './folder-session'

const listOf = (importId: string): string => `list ${importId}`
const chunkNamed = (sha256: string): string => `chunk ${sha256}`

/** Stages the lines of imports that count and are not here, and publishes those that are complete; answers how many. */
export async function takeFacts(parts: RunParts, anythingNew: boolean): Promise<number> {
  const { reader } = parts.workspace
  const lacking = importsLacking(reader).filter((id) => anythingNew || isDue(parts, factsNote(id)))
  const look = lookInto(parts)
  for (const [i, importId] of lacking.entries()) {
    parts.signal?.throwIfAborted()
    parts.report('lines', i, lacking.length)
    if (!(await takeImport(parts, look, importId))) parts.session.nextTry.set(factsNote(importId), parts.now() + 30_000)
  }
  parts.point('factsStaged')
  // Also where nothing was staged: a colleague's step may have taken an import back, now or before a run that ended early.
  return parts.reconcile()
}

const FACTS = 'facts '

function factsNote(importId: string): string {
  return `${FACTS}${importId}`
}

/** Whose lines a note speaks of; null for a note about something else. */
export function importOf(note: string): string | null {
  return note.startsWith(FACTS) ? note.slice(FACTS.length) : null
}

/** Whether all of an import's lines are here now. */
async function takeImport(parts: RunParts, look: Look, importId: string): Promise<boolean> {
  const { workspace } = parts
  const known = manifestOf(workspace.reader, importId)
  const body = known ?? (await look.find('factManifest', listOf(importId)))?.bytes ?? null
  if (body === null) return false
  const source = parts.session.place.path
  try {
    if (known === null) await stageManifest(workspace, importId, body, source)
    let complete = true
    for (const { sha256 } of decodeManifest(body)?.chunks ?? []) {
      if (hasChunk(workspace.reader, sha256)) continue
      parts.signal?.throwIfAborted()
      const blob = await look.find('chunk', chunkNamed(sha256))
      if (blob === null) complete = false
      else await stageChunk(workspace, sha256, blob.bytes, source)
    }
    return complete
  } catch (error) {
    // Somebody's lines that are not what their names say: others may have the right ones.
    if (!(error instanceof AppError) || !error.code.startsWith('sync.')) throw error
    await noteFile(parts, factsNote(importId), 0, error)
    return false
  }
}

/** Imports whose lines are all here and not in the folder. */
export async function factsToPut(parts: RunParts): Promise<readonly string[]> {
  const { workspace, session } = parts
  const look = lookInto(parts)
  const missing: string[] = []
  for (const importId of importsHere(workspace.reader)) {
    if (session.factsThere.has(importId)) continue
    if (await look.has(listOf(importId))) session.factsThere.add(importId)
    else missing.push(importId)
  }
  return missing
}

/** Publishes the lines of these imports; answers how many it was. */
export async function putFacts(parts: RunParts, importIds: readonly string[]): Promise<number> {
  const { workspace, session } = parts
  const look = lookInto(parts)
  let published = 0
  for (const [i, importId] of importIds.entries()) {
    parts.signal?.throwIfAborted()
    parts.report('lines', i, importIds.length)
    const list = manifestOf(workspace.reader, importId)
    if (list === null) continue
    for (const { sha256, bytes } of chunksOf(workspace.reader, importId)) {
      await putContent(parts, look, chunkNamed(sha256), {
        kind: 'chunk',
        sha256,
        size: bytes.length,
        n: 0,
        of: 1,
        bytes,
      })
    }
    const sha256 = createHash('sha256').update(list).digest('hex')
    await putContent(parts, look, listOf(importId), {
      kind: 'factManifest',
      sha256,
      size: list.length,
      n: 0,
      of: 1,
      bytes: list,
    })
    session.factsThere.add(importId)
    published++
  }
  return published
}
