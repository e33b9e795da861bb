/** Imports one file: one transaction for its lines, the creators and products they name, and the record of the import. */

import { findFactBatch } from '../../../db/facts/batches'
import { followNames } from '../../../db/facts/derived-records'
import { forgetStaged } from '../../../db/facts/exchange'
import { contentOf } from '../../../db/facts/manifest'
import { chunkHashes } from '../../../db/facts/standing'
import { findImport } from '../../../db/repositories/imports'
import { putRecord } from '../../../db/repositories/records'
import type { WritableDb } from '../../../db/database'
import type { Counts, ImportResult } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import { backupBeforeImports } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { previewSource } from './preview-file'
import { type ReadInto, resultOf } from './read-into'
import { restoreImport } from './retract'
import { IMPORT_STEP } from './steps'
import { openSource, type ImportInput, type Source } from './source'

export async function importFile(
  context: WorkspaceContext,
  input: ImportInput,
  reporter: Reporter,
  { backup = true }: { readonly backup?: boolean } = {},
): Promise<ImportResult> {
  const source = await openSource(context, input)
  const opened = context.host.current()
  const known = findFactBatch(opened.workspace.reader, source.batchId)
  if (known) {
    // The same bytes again: nothing to write, unless they had been taken back.
    const result = await previewSource(context, source, reporter)
    if (!known.live) {
      await restoreImport(context, known.id)
      return { ...result, batchId: known.id }
    }
    return { ...result, batchId: known.id }
  }
  if (backup) {
    reporter.report({ step: 'backup', done: 0, total: null, detail: source.name })
    await backupBeforeImports(opened, context.now)
  }
  const result = await opened.workspace.withExclusive(
    { author: context.author(), label: `${IMPORT_STEP}:${source.name}` },
    async ({ tx }) => {
      const recorded = findImport(tx, source.batchId)
      // A colleague imported the same file: it is as old as the older of both copies.
      const asof = recorded?.deleted === 0 ? Math.min(recorded.asOf ?? Infinity, source.modifiedAt) : source.modifiedAt
      const read = await source.mergeInto(opened.workspace.writer, { asof }, reporter)
      const content = await keepLines(tx, source.batchId)
      const done = resultOf(source, read, [], source.batchId)
      if (recorded?.deleted === 0) putRecord(tx, 'imports', source.batchId, { asOf: asof }, context.now())
      else recordImport(context, tx, source, read, { ...done, content })
      reporter.checkWanted()
      return done
    },
  )
  context.host.notify(['facts'])
  return result
}

/** What goes with merged lines: the records they name, and the end of what colleagues had sent of them. Answers what the lines are. */
async function keepLines(tx: WritableDb, batchId: string): Promise<string> {
  // `finish` has just written it.
  const batch = findFactBatch(tx.$client, batchId)!
  await followNames(tx, batch)
  forgetStaged(tx.$client, batch.no)
  return contentOf(chunkHashes(tx.$client, batch.no))
}

function recordImport(
  context: WorkspaceContext,
  tx: WritableDb,
  source: Source,
  { summary }: ReadInto,
  result: ImportResult & { readonly content: string },
): void {
  const { rows, inserted, updated, unchanged, rejected, skipped, repeated } = result
  const counts: Counts = { rows, inserted, updated, unchanged, rejected, skipped, repeated }
  putRecord(
    tx,
    'imports',
    source.batchId,
    {
      shopId: source.shop.id,
      kind: result.kind,
      fileName: source.name,
      sizeBytes: source.sizeBytes,
      rows,
      asOf: source.modifiedAt,
      importedAt: context.now(),
      layout: result.layout,
      language: result.language,
      container: result.container,
      periodFrom: summary.period?.from ?? null,
      periodTo: summary.period?.to ?? null,
      counts: JSON.stringify(counts),
      content: result.content,
    },
    context.now(),
  )
}
