/**
 * What reading a file of the platform yields besides its lines: what it is, what could not be read, what to know.
 */

import type { LineBatch, TextLists } from './line-batch'
import { ORDER_KINDS, type OrderKind } from './orders'

export const FILE_LANGUAGES = ['en', 'zh', 'vi', 'id', 'th', 'ja'] as const
export type FileLanguage = (typeof FILE_LANGUAGES)[number]

/**
 * Which export an imported file is; the rank decides which of two exports of the same order line is believed (higher wins).
 * 0: no order lines, but what the platform paid out for orders.
 */
export const IMPORT_KINDS = { ...ORDER_KINDS, income: { rank: 0 } } as const
export type ImportKind = keyof typeof IMPORT_KINDS

export function isImportKind(kind: string | null): kind is ImportKind {
  return kind !== null && Object.hasOwn(IMPORT_KINDS, kind)
}

export type DateOrder = 'DMY' | 'MDY' | 'YMD'

/** Why a line was left out; the wording is the caller's. */
export const REJECT_CODES = [
  'idMissing',
  'idDamaged',
  'creatorMissing',
  'quantityNotWhole',
  'amountUnreadable',
  'rateUnreadable',
  'rateOutOfRange',
  'dateUnreadable',
  'dateImpossible',
  'currencyUnknown',
  'currencyOfAnotherShop',
  'statusUnknown',
  'contentTypeUnknown',
  'flagUnreadable',
  'amountMissing',
  'dateMissing',
  'tooFewCells',
  'tooManyCells',
  'handleUnreadable',
  'creatorRepeated',
  'linkShort',
  'rowsDisagree',
  'sumDiffers',
] as const
export type RejectCode = (typeof REJECT_CODES)[number]

/** One line that was left out: `row` as a spreadsheet counts (first record of the file is 1), `column` as the file spells it. */
export interface Reject {
  readonly row: number
  readonly column: string
  readonly code: RejectCode
  readonly value: string
  /** All cells of the line as read, so that it can be corrected or saved. */
  readonly cells: readonly string[]
}

export const WARNING_CODES = [
  'unknownColumn',
  'missingOptionalColumn',
  'repeatedLines',
  'dateOrderAssumed',
  'olderThanKnown',
  'creatorNotInFile',
  'rateScaleAssumed',
  'shopNameDiffers',
  'encodingAssumed',
  'unknownContentType',
  'alreadyImported',
  'contentRowsAfterEnd',
  'sumsNotChecked',
  'ordersOfAnotherShop',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

export interface Warning {
  readonly code: WarningCode
  /** What the warning is about: a column, a count, an assumption. */
  readonly detail: string
}

/** What a file was recognised as, from its content alone. */
export interface Recognised {
  readonly kind: OrderKind
  readonly language: FileLanguage
  /** The header layout's name, as `affiliateOrders.en`. */
  readonly layout: string
  readonly container: 'csv' | 'xlsx'
  readonly delimiter: ',' | ';' | '\t' | null
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | null
  readonly sheet: string | null
  /** Record number of the header row (1-based). */
  readonly headerRow: number
  readonly headers: readonly string[]
}

/** A cell that a person corrected before importing: replaces what the file says in that row and column. */
export interface Correction {
  readonly row: number
  readonly column: string
  readonly value: string
}

/** What the reader must know about the shop the file is imported into. */
export interface ReadFor {
  readonly currency: string
  /** From the market pack; used only when the file itself cannot tell day from month. */
  readonly dateOrder: DateOrder
  /** For exports that do not name the creator (creator-side files). */
  readonly creator: string | null
  readonly corrections: readonly Correction[]
}

/** One step of reading: a batch that stays valid only until the next step, and how far the file is read. */
export interface ReadStep {
  readonly batch: LineBatch
  readonly bytesDone: number
  readonly bytesTotal: number
}

/** What is known after the last step. */
export interface ReadSummary {
  readonly rows: number
  readonly skipped: number
  readonly rejected: number
  /** At most `REJECTS_KEPT`; `rejected` is the true count. */
  readonly rejects: readonly Reject[]
  readonly warnings: readonly Warning[]
  /** First and last day of order creation among readable lines, shop-local. */
  readonly period: { readonly from: string; readonly to: string } | null
  /** The latest instant-like local second in the file, or null. */
  readonly latestSecond: number | null
}

export const REJECTS_KEPT = 5000

/** An opened file: its texts, and its lines in steps; the generator returns the summary. */
export interface LineReader {
  readonly recognised: Recognised
  readonly texts: TextLists
  read(signal?: { readonly aborted: boolean }): Generator<ReadStep, ReadSummary> | AsyncGenerator<ReadStep, ReadSummary>
}
