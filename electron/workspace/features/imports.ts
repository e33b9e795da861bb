/** The import centre: recognise, preview, import, take back. */

import fs from 'node:fs'
import path from 'node:path'

import { importAuthors, listImports, type ImportRow } from '../../../db/repositories/imports'
import { Counts, type ImportBatch } from '../../../shared/contract/imports'
import { FILE_LANGUAGES, isImportKind } from '../../../shared/domain/imports'
import { ENTITIES } from '../../../shared/sync/registry'
import { AppError } from '../../../shared/errors'
import { writeTable } from '../exporting/write-table'
import { withProgress } from '../progress'
import { feedOf, jobOf, os } from '../serve'
import { findExports } from '../importing/find'
import { importFile } from '../importing/import-file'
import { previewFile } from '../importing/preview-file'
import { restoreImport, retractImport } from '../importing/retract'
import { watchFolder } from '../importing/watch'
import { allShops } from '../lookups/shops'

export const imports = {
  inspect: os.imports.inspect.handler(({ input, context }) => findExports(context, input.paths)),

  preview: os.imports.preview.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => previewFile(context, input, reporter))),
  ),

  run: os.imports.run.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, (reporter) => importFile(context, input, reporter))),
  ),

  list: os.imports.list.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
    const authors = importAuthors(db, ENTITIES.imports.n)
    return listImports(db, input.shopId).map((row) => toBatch(row, shops, authors))
  }),

  undo: os.imports.undo.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, () => retractImport(context, input.batchId))),
  ),
  redo: os.imports.redo.handler(
    jobOf(({ input, context, signal }) => withProgress(signal, () => restoreImport(context, input.batchId))),
  ),

  saveRejects: os.imports.saveRejects.handler(({ input: { headers, rejects, reasons, to } }) => {
    const format = path.extname(to).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv'
    const rows = rejects.map(({ cells }, index) => [
      ...headers.map((_, column) => cells[column] ?? null),
      reasons[index] ?? '',
    ])
    return writeTable(to, format, [...headers, 'Starboard'], rows)
  }),

  watch: os.imports.watch.handler((options) => {
    const { input, context } = options
    if (!fs.statSync(input.folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new AppError('import.unreadable', { file: input.folder, reason: 'notFound' })
    }
    return feedOf<typeof options, Awaited<ReturnType<typeof findExports>>[number]>((_, send) =>
      watchFolder(context, input.folder, send),
    )(options)
  }),
}

const NO_COUNTS: Counts = { rows: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, skipped: 0, repeated: 0 }

function toBatch(
  row: ImportRow,
  shops: ReadonlyMap<string, string>,
  authors: ReadonlyMap<string, string>,
): ImportBatch {
  const counts = Counts.safeParse(row.counts)
  return {
    id: row.id,
    shopId: row.shopId ?? '',
    shopName: shops.get(row.shopId ?? '') ?? '',
    fileName: row.fileName ?? '',
    kind: isImportKind(row.kind) ? row.kind : 'affiliateOrders',
    language: FILE_LANGUAGES.find((language) => language === row.language) ?? 'en',
    container: row.container === 'xlsx' ? 'xlsx' : 'csv',
    importedAt: row.importedAt ?? 0,
    author: authors.get(row.id) ?? '',
    asOf: row.asOf ?? 0,
    period: row.periodFrom !== null && row.periodTo !== null ? { from: row.periodFrom, to: row.periodTo } : null,
    counts: counts.success ? counts.data : NO_COUNTS,
    live: row.deleted === 0,
  }
}
