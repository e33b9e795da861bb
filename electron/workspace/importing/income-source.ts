/** The lines of an income file on their way into a merge. */

import type { Sqlite } from '../../../db/database'
import { IncomeImport } from '../../../db/facts/income-import'
import { idText } from '../../../db/facts/id-map'
import type { ImportSpec } from '../../../db/facts/types'
import { knownOrders } from '../../../db/facts/known-orders'
import type { ReadFor, ReadSummary, Warning } from '../../../shared/domain/imports'
import { dayText } from '../../../shared/domain/import-values/times'
import type { IncomeLine } from '../../../shared/domain/income/line'
import { type IncomeFile, readIncomeFile } from '../files/income-file'
import type { Reporter } from '../progress'
import { checkLines, type MergeHow, type ReadInto } from './read-into'
import { reading } from './reading'
import type { SampleRow } from './sample'

const SAMPLE_ROWS = 20

export interface IncomeWay {
  readonly name: string
  readonly readFor: ReadFor
  readonly spec: Pick<ImportSpec, 'batchId' | 'shopId' | 'period'>
  /** Other shops that its orders could be of, with their names. */
  readonly otherShops: readonly { readonly id: string; readonly name: string }[]
  readonly checkSame: () => void
}

/** Reads the file into a merge in `db`. Refuses as `readInto` does, and a file whose columns are shifted. */
export async function readIncomeInto(
  db: Sqlite,
  file: IncomeFile,
  way: IncomeWay,
  how: MergeHow,
  reporter: Reporter,
): Promise<ReadInto> {
  const merge = new IncomeImport(db, { ...way.spec, asof: how.asof ?? 0, dryRun: how.asof === null })
  try {
    const sample: SampleRow[] = []
    const total = file.table.sizeBytes
    const steps = readIncomeFile(file, way.readFor, reporter.signal)
    let summary: ReadSummary | null = null
    while (summary === null) {
      reporter.checkWanted()
      const step = await reading(file.table.path, () => steps.next())
      if (step.done === true) {
        summary = step.value
        break
      }
      for (const line of step.value.lines) {
        if (sample.length < SAMPLE_ROWS) sample.push(sampleOf(line))
        await merge.add(line)
      }
      reporter.report({ step: 'read', done: Math.floor(total * step.value.done), total, detail: way.name })
    }
    reporter.checkWanted()
    way.checkSame()
    checkLines(way.name, summary)
    reporter.report({ step: 'merge', done: summary.rows, total: summary.rows, detail: way.name })
    const merged = await merge.finish()
    return { summary: { ...summary, warnings: [...summary.warnings, ...whoseOrders(db, file, way)] }, merged, sample }
  } finally {
    merge.abort()
  }
}

/** A file whose first orders are known in another shop and not in this one is likely that shop's. */
function whoseOrders(db: Sqlite, { firstIds }: IncomeFile, { spec, otherShops }: IncomeWay): Warning[] {
  if (firstIds.length === 0 || knownOrders(db, spec.shopId, firstIds) > 0) return []
  const other = otherShops.find(({ id }) => knownOrders(db, id, firstIds) > 0)
  return other === undefined ? [] : [{ code: 'ordersOfAnotherShop', detail: other.name }]
}

function sampleOf(line: IncomeLine): SampleRow {
  const { id, relatedId, skuId } = line.ids
  const number = (value: number) => (Number.isNaN(value) ? null : value)
  const day = (value: number) => (Number.isNaN(value) ? null : dayText(value * 86_400))
  const idOf = ({ high, low }: typeof id) => (high === 0 && low === 0 ? null : idText(high, low))
  return {
    row: line.row,
    incomeType: line.texts.typeText ?? line.type,
    orderId: idOf(id) ?? line.texts.reference ?? null,
    relatedId: idOf(relatedId),
    skuId: idOf(skuId),
    created: day(line.created),
    settled: day(line.settled),
    settlement: number(line.settlement),
    revenue: number(line.revenue),
    fees: number(line.fees),
    adjustment: number(line.adjustment),
  }
}
