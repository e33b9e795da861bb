/** Several people's copies of a workspace: each imports for itself, and what one sends the others may get in any order. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createWorkspace, type OpenWorkspace } from '../../db/open'
import { creatorId, naturalId, productRecordId } from '../../db/capture/derived'
import { applying } from '../../db/capture/context'
import { findFactBatch } from '../../db/facts/batches'
import { followNames } from '../../db/facts/derived-records'
import { beginImport } from '../../db/facts/import'
import { chunksOf, manifestOf, stageChunk, stageManifest } from '../../db/facts/exchange'
import { contentOf } from '../../db/facts/manifest'
import { reconcile } from '../../db/facts/reconcile'
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

/** Copies of a workspace, each in a folder of its own. */
export async function openCopies(
  count: number,
): Promise<{ readonly workspaces: readonly OpenWorkspace[]; readonly close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'starboard-facts-'))
  const workspaces: OpenWorkspace[] = []
  for (let i = 0; i < count; i++) workspaces.push(await createWorkspace(join(folder, `copy-${i}.starboard`)))
  return {
    workspaces,
    close: () => {
      for (const workspace of workspaces) workspace.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** What all that was ever said of an import's record comes to; the log's merge does the same in earnest. */
interface RecordState {
  readonly deleted: boolean
  readonly asof: number
  /** Later words win; two at once by person. */
  readonly said: number
  readonly by: number
}

export class Person {
  readonly workspace: OpenWorkspace
  private readonly no: number
  private readonly states = new Map<string, RecordState>()

  constructor(no: number, workspace: OpenWorkspace) {
    this.no = no
    this.workspace = workspace
  }

  state(id: string): RecordState | undefined {
    return this.states.get(id)
  }

  /** Imports a file, or brings it back where its lines are here. */
  async import(file: File, asof: number): Promise<void> {
    const id = importIdOf(file)
    const known = this.states.get(id)
    if (findFactBatch(this.workspace.reader, id) === undefined) {
      const older = known?.deleted === false ? Math.min(known.asof, asof) : asof
      await importInto(this.workspace, file, older)
      this.say(id, known?.deleted === false ? known : undefined, { deleted: false, asof: older })
    } else if (known?.deleted === true) {
      this.say(id, undefined, { deleted: false, asof: known.asof })
      await receiveRecord(this.workspace, { ...recordOf(this.workspace, id), _del: 0 })
      await reconcile(this.workspace)
    }
  }

  async takeBack(file: File): Promise<void> {
    const id = importIdOf(file)
    const known = this.states.get(id)
    if (known?.deleted !== false) return
    this.say(id, undefined, { deleted: true, asof: known.asof })
    if (findFactBatch(this.workspace.reader, id)?.live === true) await takeBack(this.workspace, id)
    else await receiveRecord(this.workspace, { ...recordOf(this.workspace, id), _del: 1 })
  }

  async send(what: 'record' | 'list' | 'chunks', to: Person, file: File): Promise<void> {
    const id = importIdOf(file)
    const state = this.states.get(id)
    if (to === this || state === undefined) return
    if (what === 'record') {
      const merged = merge(state, to.states.get(id))
      to.states.set(id, merged)
      await receiveRecord(to.workspace, {
        ...recordOf(this.workspace, id),
        _del: merged.deleted ? 1 : 0,
        as_of: merged.asof,
      })
      return
    }
    const list = manifestOf(this.workspace.reader, id)
    if (what === 'list' && list !== null) await stageManifest(to.workspace, id, list)
    if (what === 'chunks') {
      for (const { sha256, bytes } of chunksOf(this.workspace.reader, id)) await stageChunk(to.workspace, sha256, bytes)
    }
  }

  private say(id: string, same: RecordState | undefined, word: Pick<RecordState, 'deleted' | 'asof'>): void {
    const said = (this.states.get(id)?.said ?? 0) + 1
    this.states.set(id, { ...(same ?? { said, by: this.no }), ...word })
  }
}

function merge(a: RecordState, b: RecordState | undefined): RecordState {
  if (b === undefined) return a
  const later = a.said > b.said || (a.said === b.said && a.by > b.by) ? a : b
  return { ...later, asof: Math.min(a.asof, b.asof) }
}
