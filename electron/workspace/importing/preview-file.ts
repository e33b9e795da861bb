/** What importing a file would do: the same merge, written nowhere; of a file that is in already, nothing. */

import { beginImport } from '../../../db/facts/import'
import { findFactBatch } from '../../../db/facts/batches'
import type { ImportResult } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'
import { readInto, resultOf } from './read-into'
import { knownImport } from './known-import'
import { openSource, type ImportInput, type Source } from './source'

export async function previewFile(
  context: WorkspaceContext,
  input: ImportInput,
  reporter: Reporter,
): Promise<ImportResult> {
  return previewSource(context, await openSource(context, input), reporter)
}

/** Reads the source, which can then not be read again. */
export async function previewSource(
  context: WorkspaceContext,
  source: Source,
  reporter: Reporter,
): Promise<ImportResult> {
  const scratch = context.host.current().workspace.scratch()
  const known = findFactBatch(scratch, source.spec.batchId)?.live ? knownImport(context, source) : null
  const merge = known ?? beginImport(scratch, { ...source.spec, dryRun: true })
  try {
    const read = await readInto(source, merge, reporter)
    return resultOf(source, read, known ? [{ code: 'alreadyImported', detail: source.name }] : [], null)
  } finally {
    merge.abort()
    scratch.close()
  }
}
