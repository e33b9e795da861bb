/**
 * Reading one row of a product, video or LIVE list: what it is of and what it says, or why it is left out.
 *
 * `--` is unknown, 0 is nothing sold. A cell that is no figure and cannot be read is unknown too; only what the row is of,
 * its date and its figures can refuse it.
 */

import type { Currency } from '../currencies'
import { parseBigCount } from '../import-values/amounts'
import { looksRounded, parseId } from '../import-values/ids'
import { cleanText, isBlank, isSummaryCell } from '../import-values/text'
import { parseTime } from '../import-values/times'
import type { Reject, RejectCode } from '../imports'
import { type CellRules, isAllWords, ListEvidence, readFigure, withoutTrailingBlanks } from '../list-cells'
import { parseDuration, parseGrams, parseRange } from './cells'
import type { PlatformListKind } from './kinds'
import { TEMPLATE_ROWS } from './product-layouts'
import { cellKindOf, type ContentField, type PlatformTarget, type ProductField } from './targets'

export interface PlatformRules extends CellRules<PlatformTarget> {
  readonly kind: PlatformListKind
  readonly columns: readonly (PlatformTarget | null)[]
  readonly headers: readonly string[]
  /** Row of the header as a spreadsheet counts. */
  readonly headerRow: number
  readonly currency: Currency
}

type Field = ProductField | ContentField

/** `texts` cleaned, ids as their digits; `numbers` minor units, whole pieces, grams, local seconds. */
export interface PlatformRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly texts: Readonly<Partial<Record<Field, string>>>
  readonly numbers: Readonly<Partial<Record<Field, number>>>
  /** Whether the time in `postedAt` was given with it, or the day alone. */
  readonly hasClock: boolean
  readonly values: Readonly<Record<string, number>>
}

export type ReadPlatformRow =
  | { readonly kind: 'row'; readonly row: PlatformRow }
  | { readonly kind: 'reject'; readonly reject: Reject }
  /** Blank, an explanation of the columns, a sum. */
  | { readonly kind: 'skip' }

const TEXT_LENGTH = 200

/** Weighs the columns of a list. */
export function platformEvidence(
  kind: PlatformListKind,
  columns: readonly (PlatformTarget | null)[],
): ListEvidence<PlatformTarget> {
  return new ListEvidence(columns, (target) => {
    const cell = cellKindOf(kind, target)
    if (cell === 'price' || cell === 'range') return 'money'
    return cell === 'count' || cell === 'money' || cell === 'ratio' || cell === 'time' || cell === 'id' ? cell : null
  })
}

/** `isFirst`: the record after the header, which may repeat what each column means. */
export function readPlatformRow(
  record: { readonly row: number; readonly cells: readonly string[] },
  rules: PlatformRules,
  isFirst: boolean,
): ReadPlatformRow {
  const { columns } = rules
  const cells = withoutTrailingBlanks(record.cells, columns.length)
  if (isNoRow(record.row, cells, rules, isFirst)) return { kind: 'skip' }
  const refuse = (at: number, code: RejectCode): ReadPlatformRow => ({
    kind: 'reject',
    reject: { row: record.row, column: rules.headers[at] ?? '', code, value: cells[at] ?? '', cells },
  })
  if (cells.length > columns.length) return refuse(columns.length, 'tooManyCells')
  const into: Filling = { texts: {}, numbers: {}, values: {}, hasClock: false }
  for (const [at, target] of columns.entries()) {
    if (target === null) continue
    const problem = fill(into, target, cells[at] ?? '', rules)
    if (problem !== null) return refuse(at, problem)
  }
  return { kind: 'row', row: { row: record.row, cells, ...into } }
}

interface Filling {
  readonly texts: Partial<Record<Field, string>>
  readonly numbers: Partial<Record<Field, number>>
  readonly values: Record<string, number>
  hasClock: boolean
}

/** Takes what a cell says; answers why it refuses the row, or null. */
function fill(into: Filling, target: PlatformTarget, text: string, rules: PlatformRules): RejectCode | null {
  const kind = cellKindOf(rules.kind, target)
  if (kind === 'money' || kind === 'ratio' || (kind === 'count' && !isField(target))) {
    const value = figureOf(target, text, rules)
    if (typeof value === 'string') return value
    if (value !== null) into.values[target] = value
    return null
  }
  // What is left are fields.
  return fillField(into, target as Field, text, rules)
}

function isField(target: PlatformTarget): boolean {
  return target === 'listedStock'
}

function fillField(into: Filling, field: Field, text: string, rules: PlatformRules): RejectCode | null {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- figures were taken before; everything else is text
  switch (cellKindOf(rules.kind, field)) {
    case 'id':
      return fillId(into, field, text, rules)
    case 'time': {
      const time = parseTime(text, rules.dateOrder)
      if (time === 'unreadable') return 'dateUnreadable'
      if (time === 'impossible') return 'dateImpossible'
      if (time !== 'blank') into.numbers[field] = time
      into.hasClock = typeof time === 'number' && (/\d:\d/u.test(text) || time % 86_400 !== 0)
      return null
    }
    case 'duration': {
      const seconds = parseDuration(text)
      if (typeof seconds === 'number') into.values[field === 'duration' ? 'seconds' : 'avgViewSeconds'] = seconds
      return null
    }
    case 'range': {
      const range = parseRange(text, rules.currency, rules.separator)
      if (range && range.from !== null) into.values['gmvFrom'] = range.from
      if (range && range.to !== null) into.values['gmvTo'] = range.to
      return null
    }
    case 'price': {
      const { currency, separator } = rules
      const price = readFigure('money', text, { currency, separator, scale: 'points' })
      if (typeof price === 'string') return price
      if (price !== null) into.numbers[field] = price
      return null
    }
    case 'weight':
    case 'count': {
      const number = field === 'weightGrams' ? parseGrams(text) : parseBigCount(text)
      if (typeof number === 'number') into.numbers[field] = number
      return null
    }
    default: {
      const said = cleanText(text)
      if (!isBlank(said))
        into.texts[field] = said.slice(0, field === 'link' || field === 'imageUrl' ? 500 : TEXT_LENGTH)
      return null
    }
  }
}

/** A damaged number refuses the row, unless the video's address says it as well. */
function fillId(into: Filling, field: Field, text: string, rules: PlatformRules): RejectCode | null {
  const digits = cleanText(text).replace(/\D/gu, '')
  const id = rules.rounded.has(field) && looksRounded(digits) ? 'damaged' : parseId(text)
  if (id === 'blank') return null
  if (id === 'damaged') return field === 'videoId' && rules.columns.includes('link') ? null : 'idDamaged'
  into.texts[field] = digits
  return null
}

function figureOf(target: PlatformTarget, text: string, rules: PlatformRules): ReturnType<typeof readFigure> {
  const kind = cellKindOf(rules.kind, target)
  if (kind !== 'money' && kind !== 'ratio' && kind !== 'count') return null
  const { currency, separator, scales } = rules
  return readFigure(kind, text, { currency, separator, scale: scales.get(target) ?? 'points' })
}

/** What names the thing that a row is of. */
const KEYS: Readonly<Record<PlatformListKind, readonly PlatformTarget[]>> = {
  affiliateProducts: ['productId'],
  productList: ['productId'],
  productBatchEdit: ['productId', 'skuId'],
  affiliateVideos: ['videoId', 'link'],
  videoList: ['videoId', 'link'],
  liveList: ['postedAt'],
}

function isNoRow(row: number, cells: readonly string[], rules: PlatformRules, isFirst: boolean): boolean {
  if (cells.every((cell) => isBlank(cleanText(cell)))) return true
  const keys = KEYS[rules.kind].map((key) => cleanText(cells[rules.columns.indexOf(key)] ?? ''))
  if (keys.some((key) => /\d{6}|\d[/.-]\d/u.test(key))) return false
  if (rules.kind === 'productBatchEdit' && row <= rules.headerRow + TEMPLATE_ROWS) return true
  const named = cells.find((cell) => !isBlank(cleanText(cell))) ?? ''
  if (isSummaryCell(named)) return true
  return isFirst && isExplanation(cells, rules)
}

/** Words where figures should be. */
function isExplanation(cells: readonly string[], rules: PlatformRules): boolean {
  const figures = rules.columns.flatMap((target, at) => {
    const text = cells[at] ?? ''
    if (target === null || isBlank(cleanText(text))) return []
    const kind = cellKindOf(rules.kind, target)
    return kind === 'money' || kind === 'ratio' || kind === 'count' ? [figureOf(target, text, rules)] : []
  })
  return isAllWords(figures)
}
