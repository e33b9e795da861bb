/** One file on its way in: opened for its shop, with the id that its content and its corrections give it. */

import fs from 'node:fs'
import path from 'node:path'

import type { Sqlite } from '../../../db/database'
import { creatorId, naturalId, productRecordId } from '../../../db/capture/derived'
import { findFactBatch } from '../../../db/facts/batches'
import { beginImport } from '../../../db/facts/import'
import type { ImportSpec } from '../../../db/facts/types'
import { sha256OfFile } from '../../../db/file-hash'
import type { Shop } from '../../../shared/contract/shops'
import { dayNumber } from '../../../shared/domain/days'
import type { DateOrder, FileLanguage, ImportKind, LineReader, ReadFor } from '../../../shared/domain/imports'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import { ruleInForce } from '../../../shared/domain/markets'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import type { ImportFile } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import { type IncomeFile, openIncomeFile } from '../files/income-file'
import { openLineReader } from '../files/open-file'
import { ownRules } from '../lookups/markets'
import { allShops, findShop } from '../lookups/shops'
import type { Reporter } from '../progress'
import { today } from '../support'
import { readIncomeInto } from './income-source'
import { knownImport } from './known-import'
import { type MergeHow, type ReadInto, readInto } from './read-into'
import { reading } from './reading'

export type ImportInput = z.output<typeof ImportFile>

/** Raised when the reading of files changes so that the same bytes give other lines. */
const MAPPING_VERSION = 1

export interface Source {
  readonly path: string
  readonly name: string
  readonly sizeBytes: number
  readonly modifiedAt: number
  readonly shop: Shop
  readonly recognised: {
    readonly kind: ImportKind
    readonly language: FileLanguage
    readonly layout: string
    readonly container: 'csv' | 'xlsx'
    readonly headers: readonly string[]
  }
  /** The import's id: what the bytes, the shop and the corrections make it. */
  readonly batchId: string
  /** SHA-256 (hex) of the file's bytes. */
  readonly content: string
  /** Refuses where the file is no longer the one that was opened. */
  readonly checkSame: () => void
  /** Reads all lines into a merge in `db`; can be done once. */
  readonly mergeInto: (db: Sqlite, how: MergeHow, reporter: Reporter) => Promise<ReadInto>
}

/** Opens the file; refuses what cannot be read, an unknown shop, an export of another kind and other content than asked for. */
export function openSource(context: WorkspaceContext, input: ImportInput): Promise<Source> {
  return reading(input.path, () => open(context, input))
}

async function open(context: WorkspaceContext, input: ImportInput): Promise<Source> {
  const { db } = context.host.current().workspace
  const shop = findShop(db, input.shopId)
  const stat = fs.statSync(input.path, { throwIfNoEntry: false })
  const order = ruleInForce(shop.market, 'dateOrder', today(context), ownRules(db))
  const readFor: ReadFor = {
    currency: shop.currency,
    dateOrder: isDateOrder(order) ? order : 'DMY',
    creator: input.creator ? normaliseHandle(input.creator) : null,
    corrections: input.corrections,
  }
  const opened = await openEither(input, readFor)
  const content = await sha256OfFile(input.path)
  const changed = new AppError('import.unreadable', { file: input.path, reason: 'changed' })
  if (!stat || (input.content !== undefined && input.content !== content)) {
    throw changed
  }
  const file = {
    path: input.path,
    name: path.basename(input.path),
    sizeBytes: stat.size,
    modifiedAt: Math.round(stat.mtimeMs),
    shop,
    content,
    batchId: batchIdOf(content, input),
    checkSame: () => {
      const now = fs.statSync(input.path, { throwIfNoEntry: false })
      if (now?.mtimeMs !== stat.mtimeMs || now.size !== stat.size || now.ino !== stat.ino) {
        throw changed
      }
    },
  }
  const period = input.period && { from: dayNumber(input.period.from), to: dayNumber(input.period.to) }
  const spec = { batchId: file.batchId, shopId: shop.id, ...(period && { period }) }
  return 'reader' in opened
    ? orderSource(context, file, opened.reader, spec)
    : incomeSource(context, file, opened.income, { spec, readFor })
}

/** An export of order lines or an income file; what is neither is refused as no order export. */
async function openEither(
  { path: file, kind }: ImportInput,
  readFor: ReadFor,
): Promise<{ readonly reader: LineReader } | { readonly income: IncomeFile }> {
  try {
    if (kind !== 'income') return { reader: await openLineReader(file, readFor, kind === undefined ? {} : { kind }) }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'import.unknownKind' || kind !== undefined) throw error
    const income = await openIncomeFile(file)
    if (income === null) throw error
    return { income }
  }
  const income = await openIncomeFile(file)
  if (income === null) throw new AppError('import.unknownKind', { file, headers: [], looksLike: null })
  return { income }
}

type SourceFile = Omit<Source, 'recognised' | 'mergeInto'>
type Spec = Pick<ImportSpec, 'batchId' | 'shopId' | 'period'>

function orderSource(context: WorkspaceContext, file: SourceFile, reader: LineReader, spec: Spec): Source {
  const whole = {
    ...spec,
    kind: reader.recognised.kind,
    toInstant: (second: number) => second * 1000,
    recordIds: { creator: creatorId, product: productRecordId },
  }
  return {
    ...file,
    recognised: reader.recognised,
    async mergeInto(db, { asof }, reporter) {
      const isKnown = asof === null && findFactBatch(db, spec.batchId)?.live === true
      const merge = isKnown
        ? knownImport(context, whole)
        : beginImport(db, { ...whole, asof: asof ?? file.modifiedAt, dryRun: asof === null })
      try {
        return await readInto(file, reader, merge, reporter)
      } finally {
        merge.abort()
      }
    },
  }
}

function incomeSource(
  { host }: WorkspaceContext,
  file: SourceFile,
  income: IncomeFile,
  { spec, readFor }: { readonly spec: Spec; readonly readFor: ReadFor },
): Source {
  const { layout, headers, table } = income
  const otherShops = allShops(host.current().workspace.db).filter(({ id }) => id !== spec.shopId)
  const way = { name: file.name, checkSame: file.checkSame, spec, readFor, otherShops }
  return {
    ...file,
    recognised: { kind: 'income', language: 'en', layout, container: table.container, headers },
    mergeInto: (db, how, reporter) => readIncomeInto(db, income, way, how, reporter),
  }
}

/** The same bytes, read for the same shop in the same way, are the same import wherever they are imported. */
function batchIdOf(content: string, { shopId, kind, period, creator, corrections }: ImportInput): string {
  return naturalId('import', [
    content,
    shopId,
    String(MAPPING_VERSION),
    JSON.stringify([kind ?? null, period ?? null, creator ?? null, corrections]),
  ])
}

function isDateOrder(order: string | null): order is DateOrder {
  return order === 'DMY' || order === 'MDY' || order === 'YMD'
}
