/** Takes one imported file back, or brings it back: its lines become what the other files say. */

import { creatorId, productRecordId } from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { findFactBatch } from '../../../db/facts/batches'
import { followNames } from '../../../db/facts/derived-records'
import { restoreBatch, retractBatch } from '../../../db/facts/rebuild'
import type { FactBatch } from '../../../db/facts/types'
import type { ExclusiveIntent } from '../../../db/capture/transactions'
import { deleteRecord, putRecord } from '../../../db/repositories/records'
import { findImport, importOfStep } from '../../../db/repositories/imports'
import { ENTITIES } from '../../../shared/sync/registry'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Opened } from '../host'
import { IMPORT_STEP, RESTORE_STEP, RETRACT_STEP } from './steps'

const RECORD_IDS = { creator: creatorId, product: productRecordId }

type Moves = Pick<ExclusiveIntent, 'moves'>

/** `lines`: how many lines went away or back to what another file says. */
export async function retractImport(
  context: WorkspaceContext,
  batchId: string,
  moves: Moves = {},
): Promise<{ lines: number }> {
  const opened = context.host.current()
  const { batch, counts } = find(opened, batchId)
  if (!counts) {
    return { lines: 0 }
  }
  return change(context, opened, batchId, RETRACT_STEP, moves, async (tx) => {
    deleteRecord(tx, 'imports', batchId)
    if (batch?.live !== true) {
      return { lines: 0 }
    }
    const { linesRemoved, linesRestored } = await retractBatch(opened.workspace.writer, batchId, RECORD_IDS)
    await followNames(tx, { ...batch, live: false })
    return { lines: linesRemoved + linesRestored }
  })
}

export async function restoreImport(
  context: WorkspaceContext,
  batchId: string,
  moves: Moves = {},
): Promise<{ lines: number }> {
  const opened = context.host.current()
  const { batch, counts } = find(opened, batchId)
  if (counts) {
    return { lines: 0 }
  }
  return change(context, opened, batchId, RESTORE_STEP, moves, async (tx) => {
    putRecord(tx, 'imports', batchId, {}, context.now())
    if (batch === undefined || batch.live) {
      return { lines: 0 }
    }
    const { lines } = await restoreBatch(opened.workspace.writer, batchId, RECORD_IDS)
    await followNames(tx, { ...batch, live: true })
    return { lines }
  })
}

/** Makes the steps of imports undoable by the same commands as every other step. */
export function handleImportSteps(context: WorkspaceContext, { workspace }: Opened): void {
  const batchOf = (seq: number): string => {
    const id = importOfStep(workspace.db, ENTITIES.imports.n, workspace.log.rid, seq)
    if (id === null) {
      throw new AppError('undo.nothing', {})
    }
    return id
  }
  type Handler = Parameters<typeof workspace.handleSteps>[1]
  const retracts: Handler['undo'] = async (step) =>
    void (await retractImport(context, batchOf(step.seq), { moves: { step, direction: 'undo' } }))
  const restores: Handler['undo'] = async (step) =>
    void (await restoreImport(context, batchOf(step.seq), { moves: { step, direction: 'redo' } }))
  workspace.handleSteps(IMPORT_STEP, { undo: retracts, redo: restores })
  workspace.handleSteps(RESTORE_STEP, { undo: retracts, redo: restores })
  workspace.handleSteps(RETRACT_STEP, {
    undo: async (step) =>
      void (await restoreImport(context, batchOf(step.seq), { moves: { step, direction: 'undo' } })),
    redo: async (step) =>
      void (await retractImport(context, batchOf(step.seq), { moves: { step, direction: 'redo' } })),
  })
}

async function change<R>(
  context: WorkspaceContext,
  { workspace }: Opened,
  batchId: string,
  label: string,
  moves: Moves,
  work: (tx: WritableDb) => Promise<R>,
): Promise<R> {
  const name = findImport(workspace.db, batchId)?.fileName ?? ''
  const result = await workspace.withExclusive(
    { author: context.author(), label: `${label}:${name}`, ...moves },
    ({ tx }) => work(tx),
  )
  context.host.notify(['facts'])
  return result
}

/** An import by its record; its lines may not be here when it is a colleague's. */
function find(
  { workspace }: Opened,
  batchId: string,
): { readonly batch: FactBatch | undefined; readonly counts: boolean } {
  const record = findImport(workspace.db, batchId)
  if (!record) {
    throw new AppError('import.notFound', { id: batchId })
  }
  return { batch: findFactBatch(workspace.reader, batchId), counts: record.deleted === 0 }
}
