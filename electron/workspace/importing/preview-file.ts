/** What importing a file would do: the same merge, written nowhere. */

import { beginImport } from '../../../db/facts/import'
import { findFactBatch } from '../../../db/facts/batches'
import type { ImportResult } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'
import { readInto, resultOf } from './read-into'
import { openSource, type ImportInput } from './source'

export async function previewFile(
  context: WorkspaceContext,
  input: ImportInput,
  reporter: Reporter,
): Promise<ImportResult> {
  const source = await openSource(context, input)
  const scratch = context.host.current().workspace.scratch()
  const known = findFactBatch(scratch, source.spec.batchId)
  const merge = beginImport(scratch, { ...source.spec, dryRun: true })
  try {
    const read = await readInto(source, merge, reporter)
    return resultOf(source, read, known?.live ? [{ code: 'alreadyImported', detail: source.name }] : [], null)
  } finally {
    merge.abort()
    scratch.close()
  }
}
