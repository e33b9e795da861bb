/**
 * Saved views and fields that went away: a view opens without them, they are named, and saving it again keeps them.
 */

import type { ListQuery, ViewBody } from './lists'

/** A list as it is before anybody asks anything of it. */
export const PLAIN_VIEW: ViewBody = {
  search: '',
  filters: [],
  sort: [],
  group: null,
  colors: [],
  columns: { order: [], hidden: [], frozen: 1 },
}

export interface FittedView {
  /** What can be shown. */
  readonly body: ViewBody
  /** Fields that the view names and the list has not got, each once. */
  readonly missing: readonly string[]
}

/** The view as far as the list has its fields. Columns that went away are missed only where they were asked for: shown first, sorted, filtered. */
export function fitted(view: ViewBody, fields: ReadonlySet<string>): FittedView {
  const has = (field: string): boolean => fields.has(field)
  const filters = view.filters.filter(({ field }) => has(field))
  const sort = view.sort.filter(({ field }) => has(field))
  const colors = view.colors.filter((rule) => has(rule.when.field) && (rule.column === null || has(rule.column)))
  const named = [
    ...view.filters.map(({ field }) => field),
    ...view.sort.map(({ field }) => field),
    ...(view.group === null ? [] : [view.group]),
    ...view.colors.flatMap(({ when, column }) => [when.field, ...(column === null ? [] : [column])]),
    ...view.columns.order.filter((column) => !view.columns.hidden.includes(column)),
  ]
  return {
    body: {
      ...view,
      filters,
      sort,
      colors,
      group: view.group !== null && has(view.group) ? view.group : null,
      columns: {
        ...view.columns,
        order: view.columns.order.filter(has),
        hidden: view.columns.hidden.filter(has),
      },
    },
    missing: [...new Set(named.filter((field) => !has(field)))],
  }
}

/** `edited` with everything of `stored` that the list could not show, so that saving loses nothing. */
export function withUnshown(edited: ViewBody, stored: ViewBody, fields: ReadonlySet<string>): ViewBody {
  const gone = (field: string): boolean => !fields.has(field)
  return {
    ...edited,
    filters: [...edited.filters, ...stored.filters.filter(({ field }) => gone(field))],
    sort: [...edited.sort, ...stored.sort.filter(({ field }) => gone(field))].slice(0, 4),
    group: edited.group ?? (stored.group !== null && gone(stored.group) ? stored.group : null),
    colors: [
      ...edited.colors,
      ...stored.colors.filter(({ when, column }) => gone(when.field) || (column !== null && gone(column))),
    ],
    columns: {
      ...edited.columns,
      order: [...edited.columns.order, ...stored.columns.order.filter(gone)],
      hidden: [...edited.columns.hidden, ...stored.columns.hidden.filter(gone)],
    },
  }
}

/** Whether two views show the same; the order of hidden columns says nothing. */
export function sameView(a: ViewBody, b: ViewBody): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain({ search, filters, sort, group, colors, columns }: ViewBody): unknown {
  return [
    search.trim(),
    filters.map(({ field, op, values }) => [field, op, values]),
    sort.map(({ field, descending }) => [field, descending]),
    group,
    colors.map(({ when, color, column }) => [when.field, when.op, when.values, color, column]),
    columns.order,
    [...columns.hidden].sort(),
    columns.frozen,
  ]
}

/** What of a view a list asks: everything but its looks. */
export function queryOf({ search, filters, sort, group }: ViewBody): ListQuery {
  return { search, filters, sort, group }
}
