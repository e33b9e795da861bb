/** Which sheet of an income file a header row belongs to, and what each of its columns fills. Names decide, never positions. */

import { normaliseHeader } from '../import-values/text'
import type { IncomeColumn } from './columns'
import { INCOME_LAYOUTS, type IncomeLayout } from './layouts'

/** A header row understood: `columns[i]` is what the i-th cell of a line fills; null fills nothing. */
export interface IncomeHeaderMap {
  readonly layout: IncomeLayout
  readonly columns: readonly (IncomeColumn | null)[]
  /** The headers as the file spells them, by what they fill. */
  readonly headers: ReadonlyMap<IncomeColumn, string>
  /** Headers outside the dictionary, and repeated ones. */
  readonly unknown: readonly string[]
  /** As the layout spells them. */
  readonly missingRequired: readonly string[]
}

/** As headers are compared: without what separates words, so that `Order\adjustment ID` is `Order/adjustment ID`. */
function keyOf(header: string): string {
  return normaliseHeader(header).replace(/[\\/]/g, '/')
}

const dictionaries = new Map<IncomeLayout, ReadonlyMap<string, IncomeColumn | null>>()

function dictionaryOf(layout: IncomeLayout): ReadonlyMap<string, IncomeColumn | null> {
  const known = dictionaries.get(layout) ?? new Map(layout.headers.map(([header, column]) => [keyOf(header), column]))
  dictionaries.set(layout, known)
  return known
}

/** The layout that a row of cells is the header of, or null. Its required columns may still be missing. */
export function recogniseIncome(cells: readonly string[]): IncomeHeaderMap | null {
  const keys = cells.map(keyOf)
  const layout = INCOME_LAYOUTS.find((each) => isHeaderOf(each, keys))
  return layout === undefined ? null : mapHeaders(layout, cells, keys)
}

function isHeaderOf(layout: IncomeLayout, keys: readonly string[]): boolean {
  const dictionary = dictionaryOf(layout)
  const present = new Set(keys.map((key) => dictionary.get(key)))
  return layout.marks.every((mark) => present.has(mark)) && keys.filter((key) => dictionary.has(key)).length >= 3
}

function mapHeaders(layout: IncomeLayout, cells: readonly string[], keys: readonly string[]): IncomeHeaderMap {
  const dictionary = dictionaryOf(layout)
  const headers = new Map<IncomeColumn, string>()
  const unknown: string[] = []
  const columns = keys.map((key, at) => {
    const column = dictionary.get(key)
    const header = cells[at] ?? ''
    if (column === undefined || (column !== null && headers.has(column))) {
      if (key !== '') unknown.push(header)
      return null
    }
    if (column !== null) headers.set(column, header)
    return column
  })
  const missing = layout.required.filter((column) => !headers.has(column))
  return {
    layout,
    columns,
    headers,
    unknown,
    missingRequired: missing.map((column) => layout.headers.find(([, each]) => each === column)?.[0] ?? column),
  }
}
