/** Several people's copies of a workspace: each imports for itself, and what one sends the others may get in any order. */

import type { OpenWorkspace } from '../../db/open'
import { creatorId, naturalId, productRecordId } from '../../db/capture/derived'
import { applying } from '../../db/capture/context'
import { findFactBatch } from '../../db/facts/batches'
import { followNames } from '../../db/facts/derived-records'
import { beginImport } from '../../db/facts/import'
import { chunksOf, manifestOf, stageChunk, stageManifest } from '../../db/facts/exchange'
import { contentOf } from '../../db/facts/manifest'
import { chunkHashes } from '../../db/facts/standing'
import { retractBatch } from '../../db/facts/rebuild'
import { deleteRecord, putRecord } from '../../db/repositories/records'
import { batchOf, type File, specOf } from './support'

export const RECORD_IDS = { creator: creatorId, product: productRecordId }

export const SHOP_A = naturalId('test', ['shop-a'])
export const SHOP_B = naturalId('test', ['shop-b'])

/** A file's import has one id wherever it is imported. */
export function importIdOf(file: File): string {
  return naturalId('import', [file.id, file.shopId])
}

/** Imports a file as the import centre does, without its reading. `asof`: the file's time at this person's computer. */
export async function importInto(workspace: OpenWorkspace, file: File, asof: number): Promise<string> {
  const id = importIdOf(file)
  await workspace.withExclusive({ author: 'Lin', label: 'imports.run:x' }, async ({ tx }) => {
    const merge = beginImport(workspace.writer, { ...specOf(file), batchId: id, asof, recordIds: RECORD_IDS })
    const { batch, texts } = batchOf(file.lines)
    await merge.add(batch, texts)
    const { rows } = await merge.finish()
    const stored = findFactBatch(tx.$client, id)!
    await followNames(tx, stored)
    const content = contentOf(chunkHashes(tx.$client, stored.no))
    putRecord(
      tx,
      'imports',
      id,
      { shopId: file.shopId, kind: file.kind, fileName: file.id, rows, asOf: asof, content },
      0,
    )
  })
  return id
}

export async function takeBack(workspace: OpenWorkspace, id: string): Promise<void> {
  await workspace.withExclusive({ author: 'Lin', label: 'imports.undo:x' }, async ({ tx }) => {
    await retractBatch(workspace.writer, id, RECORD_IDS)
    await followNames(tx, findFactBatch(workspace.writer, id)!)
    deleteRecord(tx, 'imports', id)
  })
}

/** The record of an import as it travels. */
export type ImportRecord = Readonly<Record<string, string | number | null>> & { readonly id: string }

export function recordOf(workspace: OpenWorkspace, id: string): ImportRecord {
  return workspace.reader.prepare<[string], ImportRecord>('SELECT * FROM imports WHERE id = ?').get(id)!
}

/** What applying a colleague's entries ends in: the record as it is there. */
export async function receiveRecord(workspace: OpenWorkspace, record: ImportRecord): Promise<void> {
  const columns = Object.keys(record)
  await workspace.commit({ author: '', label: 'test' }, ({ $client }) =>
    applying($client, () =>
      $client
        .prepare(`INSERT OR REPLACE INTO imports (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(record)),
    ),
  )
}

/** Sends an import's list and chunks; answers how many chunks were new there. */
export async function sendLines(from: OpenWorkspace, to: OpenWorkspace, id: string): Promise<number> {
  await stageManifest(to, id, manifestOf(from.reader, id)!)
  let staged = 0
  for (const { sha256, bytes } of chunksOf(from.reader, id)) {
    if ((await stageChunk(to, sha256, bytes)) === 'staged') staged++
  }
  return staged
}
