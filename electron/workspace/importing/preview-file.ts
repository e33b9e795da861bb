/** What importing a file would do: the same merge, written nowhere; of a file that is in already, nothing. */

import { findFactBatch } from '../../../db/facts/batches'
import type { ImportResult } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'
import { resultOf } from './read-into'
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
  try {
    const isKnown = findFactBatch(scratch, source.batchId)?.live === true
    const read = await source.mergeInto(scratch, { asof: null }, reporter)
    return resultOf(source, read, isKnown ? [{ code: 'alreadyImported', detail: source.name }] : [], null)
  } finally {
    scratch.close()
  }
}
