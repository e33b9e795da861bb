/** What dropped paths are: export files with their kind, and the shop each most likely belongs to. */

import fs from 'node:fs'
import path from 'node:path'

import type { ReadableDb } from '../../../db/database'
import { knownOrders } from '../../../db/facts/known-orders'
import { listCreatorLists } from '../../../db/repositories/creator-lists'
import { listImports } from '../../../db/repositories/imports'
import type { Found, FoundList } from '../../../shared/contract/imports'
import type { Shop } from '../../../shared/contract/shops'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { findListHead, foundList } from '../creator-lists/head'
import { openIncomeFile } from '../files/income-file'
import { openTable } from '../files/table-file'
import { allShops } from '../lookups/shops'
import { findPlatformHead, foundTable } from '../platform-lists/head'
import { knownTable } from '../platform-lists/known'
import { type Inspected, peek } from './peek'
import { reading } from './reading'

const EXTENSIONS = new Set(['.csv', '.xlsx', '.txt', '.tsv'])
/** A folder is a month's downloads, not a disk. */
const FOLDER_FILES = 200

/** Files as given; of folders their export-like files, not deeper. */
export async function findExports(context: WorkspaceContext, paths: readonly string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const file of paths.flatMap(filesOf)) {
    found.push(await findExport(context, file))
  }
  return found
}

export async function findExport(context: WorkspaceContext, file: string): Promise<Found> {
  const { db } = context.host.current().workspace
  const name = path.basename(file)
  const stat = statOf(file)
  const sizeBytes = stat?.size ?? 0
  const modifiedAt = stat && Math.round(stat.mtimeMs)
  const base = { path: file, name, sizeBytes, alreadyImported: false, suggestedShopId: null, list: null, table: null }
  try {
    const shops = allShops(db).filter((shop) => !shop.archived)
    const currencies = [...new Set(shops.map(({ currency }) => currency))]
    const inspected = await reading(file, () => peek(file, currencies))
    return {
      ...base,
      recognised: {
        kind: inspected.kind,
        language: inspected.language,
        layout: inspected.layout,
        container: inspected.container,
        headers: [...inspected.headers],
        currency: inspected.currency,
        shopNames: [...inspected.shopNames],
        creatorInFile: inspected.creatorInFile,
      },
      problem: null,
      suggestedShopId: suggestShop(shops, inspected),
      alreadyImported: wasImported(db, name, modifiedAt),
    }
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error
    }
    const problem = { code: error.code, params: { ...error.params } }
    const income = error.code === 'import.unknownKind' ? await incomeOf(context, file) : null
    if (income !== null) return { ...base, ...income, alreadyImported: wasImported(db, name, modifiedAt) }
    const other = error.code === 'import.unknownKind' ? await otherOf(context, file, problem) : null
    return { ...base, recognised: null, problem, ...other }
  }
}

/** A hint only: the import itself compares content. */
function wasImported(db: ReadableDb, name: string, modifiedAt: number | undefined): boolean {
  return listImports(db).some((known) => known.deleted === 0 && known.fileName === name && known.asOf === modifiedAt)
}

/** A file without order lines as an income file, or why it cannot be imported as one; null where it is none. */
async function incomeOf(
  context: WorkspaceContext,
  file: string,
): Promise<Pick<Found, 'recognised' | 'problem' | 'suggestedShopId'> | null> {
  const { db, reader } = context.host.current().workspace
  try {
    const income = await reading(file, () => openIncomeFile(file))
    if (income === null) return null
    const { layout, headers, currency, firstIds, table } = income
    const shops = allShops(db).filter((shop) => !shop.archived && (currency === null || shop.currency === currency))
    const knowing = shops.length > 1 ? shops.filter(({ id }) => knownOrders(reader, id, firstIds) > 0) : shops
    return {
      recognised: {
        kind: 'income',
        language: 'en',
        layout,
        container: table.container,
        headers: [...headers],
        currency,
        shopNames: [],
        creatorInFile: true,
      },
      problem: null,
      suggestedShopId: knowing.length === 1 ? (knowing[0]?.id ?? null) : null,
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { recognised: null, problem: { code: error.code, params: { ...error.params } }, suggestedShopId: null }
  }
}

type Other = Pick<Found, 'list' | 'table' | 'problem' | 'suggestedShopId' | 'alreadyImported'>

/** A file without order lines as another list of the platform, or as a table of creators; null where it is none either. */
async function otherOf(context: WorkspaceContext, file: string, problem: Found['problem']): Promise<Other | null> {
  const { db } = context.host.current().workspace
  try {
    const opened = await openTable(file)
    const head = findPlatformHead(opened)
    if (head) return { list: null, table: foundTable(head), problem: null, ...knownTable(context, opened.name, head) }
    const list = foundList(findListHead(db, opened))
    return { list, table: null, problem: list.mapped ? null : problem, ...knownList(context, opened.name, list) }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Whose list it most likely is: the only shop of its currency, or the only one. */
function knownList(context: WorkspaceContext, name: string, { currency }: FoundList) {
  const { db } = context.host.current().workspace
  const shops = allShops(db).filter((shop) => !shop.archived && (currency === null || shop.currency === currency))
  return {
    suggestedShopId: shops.length === 1 ? (shops[0]?.id ?? null) : null,
    alreadyImported: listCreatorLists(db).some((list) => list.deleted === 0 && list.fileName === name),
  }
}

/** By shop code or name where the file names one; else the only shop of the file's currency. */
function suggestShop(shops: readonly Shop[], { currency, shopNames }: Inspected): string | null {
  const named = shops.find(({ name, shopCode }) =>
    shopNames.some((text) => text === shopCode || text.toLowerCase() === name.toLowerCase()),
  )
  const fitting = currency === null ? shops : shops.filter((shop) => shop.currency === currency)
  return named?.id ?? (fitting.length === 1 ? (fitting[0]?.id ?? null) : null)
}

function filesOf(given: string): string[] {
  if (!statOf(given)?.isDirectory()) {
    return [given]
  }
  let entries: fs.Dirent[]
  try {
    entries = fs.readdirSync(given, { withFileTypes: true })
  } catch {
    // Looking at it as a file tells why.
    return [given]
  }
  return entries
    .filter(
      (entry) =>
        entry.isFile() &&
        !entry.name.startsWith('.') &&
        !entry.name.startsWith('~$') &&
        EXTENSIONS.has(path.extname(entry.name).toLowerCase()),
    )
    .map((entry) => path.join(given, entry.name))
    .sort()
    .slice(0, FOLDER_FILES)
}

/** Undefined also where it may not be asked; reading the file then tells why. */
function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
