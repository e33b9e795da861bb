/** Reads a file's lines into a merge, reporting how far it is and stopping when nobody wants it any more. */

import type { FactImport, ImportResult as Merged } from '../../../db/facts/types'
import type { ImportResult } from '../../../shared/contract/imports'
import type { LineReader, ReadSummary, Warning } from '../../../shared/domain/imports'
import { AppError } from '../../../shared/errors'
import type { Reporter } from '../progress'
import { reading } from './reading'
import type { Source } from './source'
import { sampleOf, type SampleRow } from './sample'

const SAMPLE_ROWS = 20

/** How a file is merged. */
export interface MergeHow {
  /** When the platform made the export, UTC ms; null: nothing is written, the counts are the same. */
  readonly asof: number | null
}

export interface ReadInto {
  readonly summary: ReadSummary
  readonly merged: Merged
  readonly sample: readonly SampleRow[]
}

/** Refuses with `import.nothingReadable` when not one line could be read. */
export async function readInto(
  source: Pick<Source, 'path' | 'name' | 'checkSame'>,
  reader: LineReader,
  merge: FactImport,
  { report, checkWanted, signal }: Reporter,
): Promise<ReadInto> {
  const sample: SampleRow[] = []
  const steps = reader.read(signal)
  let summary: ReadSummary | null = null
  for (;;) {
    checkWanted()
    const step = await reading(source.path, () => steps.next())
    if (step.done) {
      summary = step.value
      break
    }
    const { batch, bytesDone, bytesTotal } = step.value
    if (sample.length < SAMPLE_ROWS) {
      sample.push(...sampleOf(batch, reader.texts, SAMPLE_ROWS - sample.length))
    }
    await merge.add(batch, reader.texts)
    report({ step: 'read', done: bytesDone, total: bytesTotal, detail: source.name })
  }
  checkWanted()
  source.checkSame()
  checkLines(source.name, summary)
  report({ step: 'merge', done: summary.rows, total: summary.rows, detail: source.name })
  return { summary, merged: await merge.finish(), sample }
}

/** Refuses with `import.nothingReadable` when not one line could be read. */
export function checkLines(name: string, { rows, rejected, skipped, rejects }: ReadSummary): void {
  if (rows - rejected - skipped <= 0) {
    throw new AppError('import.nothingReadable', { file: name, rejected, firstReason: rejects[0]?.code ?? 'noLines' })
  }
}

/** What is answered about one file; the counts add up to `rows`. */
export function resultOf(
  source: Source,
  { summary, merged, sample }: ReadInto,
  extra: readonly Warning[],
  batchId: string | null,
): ImportResult {
  const { kind, language, layout, container, headers } = source.recognised
  const warnings = [
    ...summary.warnings.filter(({ code }) => code !== 'repeatedLines'),
    ...(merged.repeated > 0 ? [{ code: 'repeatedLines' as const, detail: String(merged.repeated) }] : []),
    ...(merged.older > 0 ? [{ code: 'olderThanKnown' as const, detail: String(merged.older) }] : []),
    ...extra,
  ]
  return {
    file: source.path,
    content: source.content,
    kind,
    language,
    layout,
    container,
    period: summary.period,
    headers: [...headers],
    rows: summary.rows,
    inserted: merged.inserted,
    updated: merged.updated,
    unchanged: merged.unchanged,
    rejected: summary.rejected,
    skipped: summary.skipped + merged.outside,
    repeated: merged.repeated,
    rejects: summary.rejects.map((reject) => ({ ...reject, cells: [...reject.cells] })),
    warnings: warnings.map((warning) => ({ ...warning })),
    sample: sample.map((row) => ({ ...row })),
    batchId,
  }
}
