/** One file of samples on its way in: opened, told what it is, its columns found. */

import type { z } from '../../../shared/schema'
import type { SampleFile } from '../../../shared/contract/sample-files'
import { findOtherExport } from '../../../shared/domain/import-layouts/other-exports'
import type { SampleFileKind } from '../../../shared/domain/sample-rows'
import { missingOrderColumns, orderFileColumns } from '../../../shared/domain/sample-orders'
import { isTemplateHeader, missingTemplateColumns, templateColumns } from '../../../shared/domain/sample-template'
import { AppError } from '../../../shared/errors'
import { unknownKind } from '../files/recognition'
import type { Table, TableView } from '../files/table-file'
import { openAnyTable } from '../list-files/open'

export type SampleFileInput = z.output<typeof SampleFile>

export interface SampleSource {
  readonly input: SampleFileInput
  readonly table: Table
  readonly view: TableView
  readonly kind: SampleFileKind
  readonly headers: readonly string[]
  /** As a spreadsheet counts. */
  readonly headerRow: number
}

export interface SampleHead {
  readonly view: TableView
  readonly kind: SampleFileKind
  readonly headers: readonly string[]
  readonly headerRow: number
}

/** The table's header where it is one of samples, or null. */
export function findSampleHead(table: Table): SampleHead | null {
  for (const view of table.views) {
    for (const { row, cells } of view.head) {
      const kind = isTemplateHeader(cells) ? 'template' : findOtherExport(cells) === 'allOrders' ? 'allOrders' : null
      if (kind !== null) return { view, kind, headers: cells, headerRow: row }
    }
  }
  return null
}

/** Refuses what is no table of samples, one without the columns it takes, and other content than was agreed to. */
export async function openSampleSource(input: SampleFileInput): Promise<SampleSource> {
  const table = await openAnyTable(input)
  const head = findSampleHead(table)
  if (head === null) {
    throw unknownKind(
      table.path,
      table.views.flatMap((view) => view.head.map(({ cells }) => cells)),
    )
  }
  const { kind, headers } = head
  const columns =
    kind === 'template'
      ? missingTemplateColumns(templateColumns(headers))
      : missingOrderColumns(orderFileColumns(headers))
  if (columns.length > 0) throw new AppError('import.missingColumns', { file: table.path, kind, columns: [...columns] })
  return { input, table, ...head }
}
