/** Takes one imported file back, or brings it back: its lines become what the other files say. */

import {
  addDerivedCreators,
  addDerivedProducts,
  creatorId,
  productRecordId,
  removeDerived,
} from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { findFactBatch } from '../../../db/facts/batches'
import { namedBy } from '../../../db/facts/named'
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
  const batch = findBatch(opened, batchId)
  if (!batch.live) {
    return { lines: 0 }
  }
  return change(context, opened, batchId, RETRACT_STEP, moves, async (tx) => {
    const { linesRemoved, linesRestored, orphanCreatorIds, orphanProductIds } = await retractBatch(
      opened.workspace.writer,
      batchId,
      RECORD_IDS,
    )
    deleteRecord(tx, 'imports', batchId)
    removeDerived(tx, 'creators', orphanCreatorIds)
    removeDerived(tx, 'products', orphanProductIds)
    return { lines: linesRemoved + linesRestored }
  })
}

export async function restoreImport(
  context: WorkspaceContext,
  batchId: string,
  moves: Moves = {},
): Promise<{ lines: number }> {
  const opened = context.host.current()
  const batch = findBatch(opened, batchId)
  if (batch.live) {
    return { lines: 0 }
  }
  return change(context, opened, batchId, RESTORE_STEP, moves, async (tx) => {
    const { lines } = await restoreBatch(opened.workspace.writer, batchId, RECORD_IDS)
    const { creators, products } = namedBy(opened.workspace.writer, batch.no)
    putRecord(tx, 'imports', batchId, {}, context.now())
    addDerivedCreators(tx, creators)
    addDerivedProducts(
      tx,
      products.map((product) => ({ ...product, shopId: batch.shopId })),
    )
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

function findBatch({ workspace }: Opened, batchId: string): FactBatch {
  const batch = findFactBatch(workspace.reader, batchId)
  if (!batch) {
    throw new AppError('import.notFound', { id: batchId })
  }
  return batch
}
