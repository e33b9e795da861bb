/** Imports one file: one transaction for its lines, the creators and products they name, and the record of the import. */

import { addDerivedCreators, addDerivedProducts } from '../../../db/capture/derived'
import { findFactBatch } from '../../../db/facts/batches'
import { beginImport } from '../../../db/facts/import'
import { putRecord } from '../../../db/repositories/records'
import type { WritableDb } from '../../../db/database'
import type { Counts, ImportResult } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import { backupBeforeImports } from '../lookups/workspace'
import type { Reporter } from '../progress'
import { previewSource } from './preview-file'
import { type ReadInto, readInto, resultOf } from './read-into'
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
  const known = findFactBatch(opened.workspace.reader, source.spec.batchId)
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
      const merge = beginImport(opened.workspace.writer, source.spec)
      try {
        const read = await readInto(source, merge, reporter)
        addDerivedCreators(tx, read.merged.creators)
        addDerivedProducts(
          tx,
          read.merged.products.map((product) => ({ ...product, shopId: source.shop.id })),
        )
        const done = resultOf(source, read, [], source.spec.batchId)
        recordImport(context, tx, source, read, done)
        reporter.checkWanted()
        return done
      } finally {
        merge.abort()
      }
    },
  )
  context.host.notify(['facts'])
  return result
}

function recordImport(
  context: WorkspaceContext,
  tx: WritableDb,
  source: Source,
  { summary }: ReadInto,
  result: ImportResult,
): void {
  const { rows, inserted, updated, unchanged, rejected, skipped, repeated } = result
  const counts: Counts = { rows, inserted, updated, unchanged, rejected, skipped, repeated }
  putRecord(
    tx,
    'imports',
    source.spec.batchId,
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
    },
    context.now(),
  )
}
