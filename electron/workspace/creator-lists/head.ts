/** What a table of creators is: a list of the platform, one whose form is remembered, or one whose columns a person is to name. */

import { createHash } from 'node:crypto'

import type { ReadableDb } from '../../../db/database'
import { findPreset, listPresets } from '../../../db/repositories/creator-lists'
import type { FoundList } from '../../../shared/contract/imports'
import {
  guessTargets,
  headerSignature,
  type ListHeader,
  recogniseList,
  toolOf,
} from '../../../shared/domain/creator-list-headers'
import { LIST_TARGETS, type ListTarget } from '../../../shared/domain/creator-list-layouts'
import { periodOfName } from '../../../shared/domain/creator-lists'
import { findOtherExport } from '../../../shared/domain/import-layouts/other-exports'
import { cleanText, isBlank, normaliseHeader } from '../../../shared/domain/import-values/text'
import { METRIC_SOURCES, type MetricSource } from '../../../shared/domain/metric-names'
import { AppError } from '../../../shared/errors'
import type { Table, TableView } from '../files/table-file'
import { unknownKind } from '../files/recognition'
import { currencyOfHeaders } from '../list-files/open'
import type { Headed } from '../list-files/rows'

const SAMPLE_ROWS = 6

/** A table with its header found. */
export interface ListHead extends Omit<FoundList, 'sample' | 'headers'>, Headed {
  readonly averages: readonly string[]
  readonly unknown: readonly string[]
  readonly signature: string
}

/** Finds the header of a table; refuses with `import.unknownKind` what is no table of creators at all. */
export function findListHead(db: ReadableDb, table: Table): ListHead {
  const listed = firstHead(table, (view, row, cells) => listHead(table, view, row, cells))
  if (listed) return listed
  const presets = new Set(listPresets(db).map(({ signature }) => signature))
  const remembered =
    presets.size === 0
      ? null
      : firstHead(table, (view, row, cells) => {
          const signature = signatureOf(cells)
          return presets.has(signature) ? presetHead(db, table, view, row, cells, signature) : null
        })
  return remembered ?? unnamedHead(table)
}

/** SHA-256 (hex) of the headers, in any order. */
export function signatureOf(headers: readonly string[]): string {
  return createHash('sha256').update(headerSignature(headers)).digest('hex')
}

export function foundList(head: ListHead): FoundList {
  const { mapped, source, layout, language, container, headers, columns, period, currency, market, preset, view } = head
  const sample = view.head
    .filter(({ row }) => row > head.headerRow)
    .slice(0, SAMPLE_ROWS)
    .map(({ cells }) => headers.map((_, at) => cleanText(cells[at] ?? '').slice(0, 200)))
  const said = { mapped, source, layout, language, container, columns, sample, period, currency, market, preset }
  return { ...said, headers: [...headers] }
}

/** A table with columns that a person named takes these instead. */
export function withColumns(head: ListHead, columns: readonly (ListTarget | null)[] | undefined): ListHead {
  if (columns === undefined) return head
  const own = head.headers.map((_, at) => columns[at] ?? null)
  const isLeftOut = (header: string) => own.every((target, at) => target === null || head.headers[at] !== header)
  return {
    ...head,
    columns: own,
    unknown: head.unknown.filter(isLeftOut),
    averages: head.averages.filter(isLeftOut),
    mapped: own.includes('handle'),
  }
}

type Look = (view: TableView, row: number, cells: readonly string[]) => ListHead | null

function firstHead(table: Table, look: Look): ListHead | null {
  for (const view of table.views) {
    for (const { row, cells } of view.head) {
      const found = look(view, row, cells)
      if (found) return found
    }
  }
  return null
}

function listHead(table: Table, view: TableView, row: number, cells: readonly string[]): ListHead | null {
  const header: ListHeader | null = recogniseList(cells)
  if (header === null) return null
  return {
    ...common(table, view, row, cells),
    mapped: true,
    source: 'creatorList',
    layout: header.layout.name,
    language: header.layout.language,
    columns: [...header.columns],
    averages: header.averages.map((name) => cleanText(name)),
    unknown: header.unknown.map((name) => cleanText(name)),
    market: null,
    preset: null,
  }
}

function presetHead(
  db: ReadableDb,
  table: Table,
  view: TableView,
  row: number,
  cells: readonly string[],
  signature: string,
): ListHead | null {
  const preset = findPreset(db, signature)
  if (preset === undefined) return null
  const targets = readMapping(preset.mapping)
  const seen = new Set<ListTarget>()
  const columns = cells.map((header) => {
    const target = targets.get(normaliseHeader(header)) ?? null
    if (target === null || seen.has(target)) return null
    seen.add(target)
    return target
  })
  const shared = common(table, view, row, cells)
  return {
    ...shared,
    mapped: columns.includes('handle'),
    source: sourceOf(preset.source),
    layout: preset.name ?? '',
    language: null,
    columns,
    averages: [],
    unknown: [],
    currency: preset.currency ?? shared.currency,
    market: preset.market,
    preset: preset.name ?? '',
  }
}

/** The widest view, and in it the first row that is all words: most likely the header of a table we do not know. */
function unnamedHead(table: Table): ListHead {
  const filled = (cells: readonly string[]) => cells.filter((cell) => !isBlank(cleanText(cell)))
  const heads = table.views.flatMap((view) => view.head.slice(0, 12).map(({ row, cells }) => ({ view, row, cells })))
  const widest = heads.reduce((most, { cells }) => Math.max(most, filled(cells).length), 0)
  const chosen = heads.find(
    ({ cells }) =>
      filled(cells).length * 2 > widest && !filled(cells).some((cell) => /^[\d.,$€£¥%+-]+$/u.test(cleanText(cell))),
  )
  const other = chosen === undefined ? null : findOtherExport(chosen.cells)
  if (chosen === undefined || widest < 2 || (other !== null && other !== 'creatorList' && other !== 'marketTool')) {
    throw unknownKind(
      table.path,
      table.views.flatMap(({ head }) => head.map(({ cells }) => cells)),
    )
  }
  const { view, row, cells } = chosen
  return {
    ...common(table, view, row, cells),
    mapped: false,
    source: toolOf(cells, table.name) ?? 'other',
    layout: '',
    language: null,
    columns: guessTargets(cells),
    averages: [],
    unknown: [],
    market: null,
    preset: null,
  }
}

function common(table: Table, view: TableView, row: number, cells: readonly string[]) {
  return {
    view,
    headerRow: row,
    headers: cells.map((cell) => cleanText(cell)),
    container: table.container,
    period: periodOfName(table.name),
    currency: currencyOfHeaders(cells),
    signature: signatureOf(cells),
  }
}

/** What a remembered form says of its columns, by header as headers are compared. */
export function readMapping(json: string | null): ReadonlyMap<string, ListTarget> {
  try {
    const parsed: unknown = JSON.parse(json ?? '{}')
    if (typeof parsed !== 'object' || parsed === null) return new Map()
    return new Map(
      Object.entries(parsed).flatMap(([header, target]) => {
        const known = LIST_TARGETS.find((each) => each === target)
        return known === undefined ? [] : [[header, known] as const]
      }),
    )
  } catch {
    return new Map()
  }
}

export function sourceOf(source: string | null): MetricSource {
  return METRIC_SOURCES.find((known) => known === source) ?? 'other'
}

/** Refuses a table whose columns nobody has named yet. */
export function requireMapped(head: ListHead, file: string): void {
  if (!head.mapped) throw new AppError('import.unknownKind', { file, headers: [...head.headers], looksLike: null })
}
