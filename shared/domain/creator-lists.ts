/**
 * Reading a list of creators row by row: who it is, what the source says of them, or why the row is left out.
 *
 * `--` is unknown, 0 is nothing sold; what a column means is decided once per file, never per cell.
 */

import { isProfileField, type ListTarget, type ProfileField } from './creator-list-layouts'
import type { Currency } from './currencies'
import { isRealDay } from './days'
import type { RatioScale } from './import-values/amounts'
import { normaliseHandle } from './import-values/handles'
import type { DecimalSeparator } from './import-values/money'
import { cleanText, isBlank, isSummaryCell } from './import-values/text'
import type { Reject, RejectCode } from './imports'
import { isAllWords, ListEvidence, readFigure, withoutTrailingBlanks } from './list-cells'
import { isMetricName, METRICS, type MetricName } from './metric-names'

export const LIST_WARNINGS = [
  'unknownColumn',
  'dailyAverage',
  'ratioScaleAssumed',
  'overlapsList',
  'sameFileOtherShop',
  'partsDiffer',
  'aovDiffers',
  'alreadyImported',
  'encodingAssumed',
  'erasedCreators',
] as const
export type ListWarning = (typeof LIST_WARNINGS)[number]

export interface ListRules {
  readonly columns: readonly (ListTarget | null)[]
  readonly headers: readonly string[]
  /** Of the list's money. */
  readonly currency: Currency
  readonly separator: DecimalSeparator
  readonly scales: ReadonlyMap<ListTarget, RatioScale>
}

/** One creator as the list has them. */
export interface ListRow {
  readonly row: number
  readonly handle: string
  readonly values: Readonly<Partial<Record<MetricName, number>>>
  readonly profile: Readonly<Partial<Record<ProfileField, string>>>
}

export type ReadRow =
  | { readonly kind: 'row'; readonly row: ListRow }
  | { readonly kind: 'reject'; readonly reject: Reject }
  /** Blank, a definition of the columns, a sum. */
  | { readonly kind: 'skip' }

/** Weighs the columns of a list of creators. */
export function creatorEvidence(columns: readonly (ListTarget | null)[]): ListEvidence<ListTarget> {
  return new ListEvidence(columns, (target) => (isMetricName(target) ? METRICS[target] : null))
}

/** Letters of any script, digits, points, underscores and hyphens: what a handle can be made of. */
const HANDLE = /^[\p{L}\p{M}\p{N}._-]{1,64}$/u

/** `isFirst`: the record after the header, which may repeat what each column means. */
export function readListRow(
  record: { readonly row: number; readonly cells: readonly string[] },
  rules: ListRules,
  isFirst: boolean,
): ReadRow {
  const cells = withoutTrailingBlanks(record.cells, rules.columns.length)
  const named = cells[rules.columns.indexOf('handle')] ?? ''
  if (cells.every((cell) => isBlank(cleanText(cell))) || isSummaryCell(named)) return { kind: 'skip' }
  if (isBlank(cleanText(named)) && isDefinition(cells, rules, isFirst)) return { kind: 'skip' }
  const refuse = (at: number, code: RejectCode): ReadRow => ({
    kind: 'reject',
    reject: { row: record.row, column: rules.headers[at] ?? '', code, value: cells[at] ?? '', cells },
  })
  if (cells.length > rules.columns.length) return refuse(rules.columns.length, 'tooManyCells')
  const values: Partial<Record<MetricName, number>> = {}
  const profile: Partial<Record<ProfileField, string>> = {}
  let handle = ''
  for (const [at, target] of rules.columns.entries()) {
    const text = cells[at] ?? ''
    if (target === null) continue
    if (target === 'handle') {
      handle = normaliseHandle(text)
      if (handle === '') return refuse(at, cells.length < 2 ? 'tooFewCells' : 'creatorMissing')
      if (!HANDLE.test(handle)) return refuse(at, 'handleUnreadable')
    } else if (target === 'currency') {
      const code = cleanText(text).toUpperCase()
      if (!isBlank(code) && code !== rules.currency.code) return refuse(at, 'currencyOfAnotherShop')
    } else if (isProfileField(target)) {
      const said = cleanText(text)
      if (!isBlank(said)) profile[target] = said.slice(0, 500)
    } else {
      const value = figureOf(target, text, rules)
      if (typeof value === 'string') return refuse(at, value)
      if (value !== null) values[target] = value
    }
  }
  return { kind: 'row', row: { row: record.row, handle, values, profile } }
}

function figureOf(
  name: MetricName,
  text: string,
  { currency, separator, scales }: ListRules,
): ReturnType<typeof readFigure> {
  return readFigure(METRICS[name], text, { currency, separator, scale: scales.get(name) ?? 'points' })
}

/** A row without a creator right below the header whose cells are words where figures should be. */
function isDefinition(cells: readonly string[], rules: ListRules, isFirst: boolean): boolean {
  if (!isFirst) return false
  const figures = rules.columns.flatMap((target, at) => {
    const text = cells[at] ?? ''
    return target !== null && isMetricName(target) && !isBlank(cleanText(text)) ? [figureOf(target, text, rules)] : []
  })
  return isAllWords(figures)
}

/** Rows in which the parts of GMV do not make the whole, and in which GMV ÷ orders is not the AOV given. */
export class ListChecks {
  partsDiffer = 0
  aovDiffers = 0

  add({ values: { gmv, liveGmv, videoGmv, cardGmv, orders, aov } }: ListRow): void {
    if (gmv === undefined) return
    if (liveGmv !== undefined && videoGmv !== undefined && cardGmv !== undefined) {
      this.partsDiffer += isFar(gmv, liveGmv + videoGmv + cardGmv) ? 1 : 0
    }
    if (orders !== undefined && orders > 0 && aov !== undefined) this.aovDiffers += isFar(aov, gmv / orders) ? 1 : 0
  }
}

/** More than half a percent, and more than rounding three amounts can make. */
function isFar(one: number, other: number): boolean {
  return Math.abs(one - other) > Math.max(3, 0.005 * Math.max(Math.abs(one), Math.abs(other)))
}

const DATES = /(?<!\d)(20\d{2})[-._/年]?(\d{1,2})[-._/月]?(\d{1,2})日?(?!\d)/gu
const SHORT_DATES = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/gu

/** The first and last day that a file's name gives, year first (`20261001-20261007`, `2026-10-01~2026-10-07`), or null. */
export function periodOfName(name: string): { readonly from: string; readonly to: string } | null {
  const daysBy = (pattern: RegExp) =>
    [...name.matchAll(pattern)]
      .map(([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
      .filter(isRealDay)
  const short = daysBy(SHORT_DATES)
  const days = short.length >= 2 ? short : daysBy(DATES)
  const [from, to] = days
  return days.length === 2 && from !== undefined && to !== undefined && from <= to ? { from, to } : null
}

/** Two periods that share a day. */
export function periodsOverlap(
  one: { readonly from: string; readonly to: string },
  other: { readonly from: string; readonly to: string },
): boolean {
  return one.from <= other.to && other.from <= one.to
}
