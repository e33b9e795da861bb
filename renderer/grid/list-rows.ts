/** The rows of a list as its view wants them: filtered, sorted and grouped here, or by the workspace. */

import { useMemo } from 'react'

import type { FieldValue, ListMoment, RowField } from '../../shared/domain/list-fields'
import { rowTest, searchTest } from '../../shared/domain/list-filters'
import { groupedRows, type Totals, totalsOf } from '../../shared/domain/list-groups'
import { sortedRows } from '../../shared/domain/list-order'
import type { ListQuery } from '../../shared/domain/lists'
import type { Format } from '../format/use-format'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useMoment } from '../session/moment'
import type { GridColumn } from './columns'
import { fieldsOf } from './fields'
import { type ValueWords, valueText } from './filter-text'
import { groupPlaces } from './group-places'
import type { GroupHead } from './groups'
import type { ListView } from './list-view'
import type { ArrayAnswer, GridRows } from './rows'

/** What stands together in a list that is sorted by its group: how many, and what they have in common. */
export interface Standing {
  readonly key: string
  readonly value: FieldValue
  readonly currency: string | null
  readonly count: number
  /** Where it is known. */
  readonly totals?: ((column: string) => readonly Totals[]) | undefined
}

/** All rows of a query in memory, as the view wants them. */
export function useListRows<R>(answer: ArrayAnswer<R>, view: ListView<R>): GridRows<R> {
  const { data, error, refetch } = answer
  const { query, columns } = view
  const format = useFormat()
  const moment = useMoment()
  const fields = useMemo(() => fieldsOf(columns), [columns])
  const order = useMemo(() => new Intl.Collator(format.language, { numeric: true }), [format.language])
  const found = useMemo(() => {
    if (!data) return undefined
    const { test } = rowTest(query.filters, fields, moment)
    const isFound = searchTest(query.search, fields)
    return sortedRows(
      data.filter((row) => test(row) && isFound(row)),
      query.sort,
      fields,
      order,
    )
  }, [data, query, fields, moment, order])
  const groups = useMemo(() => {
    const field = fields.find(({ id }) => id === query.group)
    if (!found || !field) return null
    const descending = query.sort[0]?.field === field.id && query.sort[0].descending
    return groupedRows(found, field, order, { descending, timezone: moment.timezone })
  }, [found, fields, query, order, moment])
  const rows = useMemo(() => (groups ? groups.flatMap((group) => group.rows) : found), [groups, found])
  const flat = useMemo(
    (): GridRows<R> => ({
      count: rows?.length ?? 0,
      get: (index) => rows?.[index],
      totals: keptTotals(rows ?? [], fields),
      countOf: keptCounts(data ?? [], fields, moment),
      ready: rows !== undefined,
      error: rows ? null : (error ?? null),
      retry: () => void refetch?.(),
    }),
    [rows, data, fields, moment, error, refetch],
  )
  const standing = useMemo(
    () =>
      groups?.map((group): Standing => ({
        ...group,
        count: group.rows.length,
        totals: keptTotals(group.rows, fields),
      })),
    [groups, fields],
  )
  return useGroups(flat, standing ?? null, view)
}

/** Totals are worked out when they are first looked at. */
function keptTotals<R>(rows: readonly R[], fields: readonly RowField<R>[]): (column: string) => readonly Totals[] {
  const known = new Map<string, readonly Totals[]>()
  return (column) => {
    const field = fields.find(({ id }) => id === column)
    const totals = known.get(column) ?? (field ? totalsOf(rows, field) : [])
    known.set(column, totals)
    return totals
  }
}

/** Counts are kept by their question. */
function keptCounts<R>(
  rows: readonly R[],
  fields: readonly RowField<R>[],
  moment: ListMoment,
): (query: ListQuery) => number {
  const known = new Map<string, number>()
  return ({ filters, search }) => {
    const question = JSON.stringify([filters, search])
    const before = known.get(question)
    if (before !== undefined) return before
    const { test } = rowTest(filters, fields, moment)
    const isFound = searchTest(search, fields)
    let count = 0
    for (const row of rows) if (test(row) && isFound(row)) count += 1
    known.set(question, count)
    return count
  }
}

/** Puts heads above the rows of each group; `groups` null: the list is not grouped. The rows come in the order of the groups. */
export function useGroups<R>(rows: GridRows<R>, groups: readonly Standing[] | null, view: ListView<R>): GridRows<R> {
  const { folded, setFolded, columns, query } = view
  const t = useText('views')
  const common = useText('common')
  const format = useFormat()
  return useMemo(() => {
    if (!groups) return rows
    const column = columns.find(({ id }) => id === query.group)
    const places = groupPlaces(groups, (group) => folded.has(groups[group]?.key ?? ''))
    const headOf = (group: Standing): GroupHead => ({
      key: group.key,
      label: labelOf(column, group, { t, common, format }),
      count: group.count,
      folded: folded.has(group.key),
      toggle: () => setFolded(toggled(folded, group.key)),
      totals: group.totals ?? (() => []),
    })
    const heads = new Map<number, GroupHead>()
    const head = (index: number): GroupHead | null => {
      const place = index < 0 || index >= places.count ? null : places.at(index).head
      const group = place === null ? undefined : groups[place]
      if (place === null || !group) return null
      const known = heads.get(place) ?? headOf(group)
      heads.set(place, known)
      return known
    }
    const rowAt = (index: number): number | null => (index < 0 || index >= places.count ? null : places.at(index).row)
    return {
      ...rows,
      count: places.count,
      total: rows.total ?? rows.count,
      head,
      get: (index) => {
        const row = rowAt(index)
        return row === null ? undefined : rows.get(row)
      },
      ...(rows.onShown && { onShown: shownIn(rows.onShown, places.count, rowAt) }),
    }
  }, [rows, groups, columns, query.group, folded, setFolded, t, common, format])
}

/** Tells a windowed list which of its own rows are on screen. */
function shownIn(
  onShown: (first: number, last: number) => void,
  count: number,
  rowAt: (index: number) => number | null,
): (first: number, last: number) => void {
  return (first, last) => {
    let [from, to] = [first, Math.min(last, count - 1)]
    while (from < to && rowAt(from) === null) from += 1
    while (to > from && rowAt(to) === null) to -= 1
    const [start, end] = [rowAt(from), rowAt(to)]
    if (start !== null && end !== null) onShown(start, end)
  }
}

function labelOf<R>(
  column: GridColumn<R> | undefined,
  { value, currency }: Standing,
  words: ValueWords & { readonly format: Format },
): string | null {
  return value === null || !column ? null : valueText(column, value, currency, words)
}

function toggled(folded: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(folded)
  if (!next.delete(key)) next.add(key)
  return next
}
