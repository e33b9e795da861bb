/** A shop's shortlist as a file for its client: names and figures, no contact, no costs, no notes of ours. */

import { writeFileSync, renameSync } from 'node:fs'

import type { Assessment } from '../../../shared/contract/vetting'
import { decimalsOf } from '../../../shared/domain/currencies'
import type { Verdict } from '../../../shared/domain/decisions'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { writeTable } from '../exporting/write-table'
import { findShop } from '../lookups/shops'
import { assess } from './assess'
import { shortlist } from './lists'
import { shortlistPage } from './shortlist-page'

export interface ShortlistFile {
  readonly shopId: string
  readonly verdict: Verdict
  readonly format: 'csv' | 'xlsx' | 'html'
  readonly to: string
  readonly language: 'en' | 'zh-CN'
  readonly titles: Readonly<Record<string, string>>
}

export const SHORTLIST_COLUMNS = [
  'handle',
  'displayName',
  'market',
  'tier',
  'followers',
  'category',
  'audienceMarket',
  'gpm',
  'gpmCurrency',
  'cvr',
  'engagement',
  'postRate',
  'score',
  'answer',
  'comment',
] as const
export type ShortlistColumn = (typeof SHORTLIST_COLUMNS)[number]

const AT_ONCE = 50

export async function exportShortlist(
  context: WorkspaceContext,
  { shopId, verdict, format, to, language, titles }: ShortlistFile,
): Promise<{ file: string; rows: number }> {
  const shop = findShop(context.host.current().workspace.db, shopId)
  const ids = shortlist(context, shopId).flatMap(({ creatorId, decision }) =>
    decision.verdict === verdict ? [creatorId] : [],
  )
  const rows: Assessment[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE)
    rows.push(...(await assess(context, ids.slice(at, at + AT_ONCE), shopId)))
  const word = (key: string): string => titles[key] ?? key
  if (format !== 'html')
    return writeTable(
      to,
      format,
      SHORTLIST_COLUMNS.map(word),
      rows.map((row) => SHORTLIST_COLUMNS.map((column) => cellOf(row, column, word))),
    )
  writePage(to, shortlistPage({ shop: shop.name, language, word, rows: rows.map((row) => pageRow(row, word)) }))
  return { file: to, rows: rows.length }
}

function pageRow(row: Assessment, word: (key: string) => string) {
  return {
    creatorId: row.creatorId,
    cells: SHORTLIST_COLUMNS.slice(0, -2).map((column) => String(cellOf(row, column, word) ?? '–')),
  }
}

/** Ratios as percent numbers, money as a decimal number of its own currency; what is not known is empty. */
function cellOf(row: Assessment, column: ShortlistColumn, word: (key: string) => string): string | number | null {
  const figure = row.figures[column]
  switch (column) {
    case 'tier':
      return row.tier && (row.tier.name ?? word(`tier.${row.tier.key}`))
    case 'followers':
      return figure?.value ?? null
    case 'gpm':
      return figure?.currency ? figure.value / 10 ** decimalsOf(figure.currency) : null
    case 'gpmCurrency':
      return row.figures['gpm']?.currency ?? null
    case 'cvr':
    case 'engagement':
    case 'postRate':
      return figure === undefined ? null : figure.value / 100
    case 'score':
      return row.score.total
    case 'answer':
    case 'comment':
      return null
    case 'handle':
    case 'displayName':
    case 'market':
    case 'category':
    case 'audienceMarket':
      return row[column]
  }
}

/** Written beside its place first: a failure leaves what was there before. */
function writePage(file: string, html: string): void {
  try {
    writeFileSync(`${file}.part`, html)
    renameSync(`${file}.part`, file)
  } catch (error) {
    throw new AppError('export.notWritable', { file }, { cause: error })
  }
}
