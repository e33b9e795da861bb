/** A list's view under people's hands: what it asks, how it looks, which saved view that is, and whether it was changed. */

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { View } from '../../shared/contract/views'
import { fitted, PLAIN_VIEW, queryOf, sameView, withUnshown } from '../../shared/domain/list-views'
import type { ListFilter, ListQuery, ViewBody } from '../../shared/domain/lists'
import { orpc } from '../api'
import { usePlace } from '../session/place'
import { useStore } from '../session/store'
import { useStable } from '../ui/use-stable'
import { orderOf } from './column-order'
import type { GridColumn, GridSort } from './columns'
import { fieldsOf } from './fields'
import type { CellAt } from './selection'
import { firstState, hiddenAtFirst } from './use-columns'
import { setViewState, type ViewState, viewStateOf } from './view-state'

/** A filter that is being written: of the list (by its place) or a new one. */
export interface FilterDraft {
  readonly index: number | null
  readonly filter: ListFilter
}

export interface ListView<R> {
  readonly list: string
  readonly columns: readonly GridColumn<R>[]
  /** What is shown: only of fields that the list has. */
  readonly body: ViewBody
  /** What of it the rows depend on; the same object while it is the same. */
  readonly query: ListQuery
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  readonly set: (change: Partial<ViewBody>) => void
  /** Saved views of this list. */
  readonly views: readonly View[]
  /** The saved view that is shown or was changed; null: all rows. */
  readonly opened: View | null
  readonly changed: boolean
  /** Fields that the view names and the list has not got. */
  readonly missing: readonly string[]
  /** Opens a view as it is saved; null: all rows. */
  readonly open: (id: string | null) => void
  /** The body to save: with everything that is not shown here. */
  readonly toSave: () => ViewBody
  readonly folded: ReadonlySet<string>
  readonly setFolded: (folded: ReadonlySet<string>) => void
  readonly draft: FilterDraft | null
  readonly setDraft: (draft: FilterDraft | null) => void
  /** Where the cursor is. */
  readonly cell: { readonly current: CellAt<R> | null }
  readonly lookAt: (cell: CellAt<R> | null) => void
}

/** `first`: what the list shows when nobody asked anything of it. Keep it and `columns` stable. */
export function useListView<R>(
  list: string,
  columns: readonly GridColumn<R>[],
  first: Partial<ViewBody> = NOTHING,
): ListView<R> {
  const state = useStore(viewStateOf(list))
  const { data: views = NO_VIEWS } = useQuery(orpc.views.list.queryOptions({ input: { list } }))
  const plain = useMemo(() => plainOf(list, columns, first), [list, columns, first])
  const names = useMemo(() => new Set(columns.map(({ id }) => id)), [columns])
  const opened = views.find(({ id }) => id === state.view) ?? null
  const stored = opened?.body ?? plain
  const raw = state.body ?? stored
  const rawText = JSON.stringify(raw)
  // Parsing makes the same text one object: the rows are asked for anew only when something changed.
  const { body, missing } = useMemo(() => fitted(JSON.parse(rawText) as ViewBody, names), [rawText, names])
  const query = useMemo(() => queryOf(body), [body])
  const open = (id: string | null): void => setViewState(list, { view: id, body: null })
  const set = useStable((change: Partial<ViewBody>) => {
    setViewState(list, { view: state.view, body: withUnshown({ ...body, ...change }, raw, names) })
  })
  useTarget(open)
  useRemoved(list, state, opened, stored)
  const [folded, setFolded] = useState<ReadonlySet<string>>(NONE)
  const [draft, setDraft] = useState<FilterDraft | null>(null)
  const cell = useRef<CellAt<R> | null>(null)
  const lookAt = useCallback((at: CellAt<R> | null) => {
    // The titles have no row: the value that was looked at last is still the one to filter by.
    if (at?.row !== undefined || at?.column.id !== cell.current?.column.id) cell.current = at
  }, [])
  const [sorted] = body.sort
  const sort = useMemo(() => sorted && { column: sorted.field, descending: sorted.descending }, [sorted])
  return {
    list,
    columns,
    body,
    query,
    sort: sort ?? null,
    // The field that was sorted by before still orders what is equal.
    onSort: (next) => set({ sort: next ? sortedBy(next, body.sort) : [] }),
    set,
    views,
    opened,
    changed: state.body !== null && !sameView(state.body, stored),
    missing,
    open,
    toSave: () => ({ ...raw, columns: { ...raw.columns, order: keptOrder(columns, raw.columns.order) } }),
    folded,
    setFolded,
    draft,
    setDraft,
    cell,
    lookAt,
  }
}

const NOTHING: Partial<ViewBody> = {}
const NO_VIEWS: readonly View[] = []
const NONE: ReadonlySet<string> = new Set()

function plainOf<R>(list: string, columns: readonly GridColumn<R>[], first: Partial<ViewBody>): ViewBody {
  const { order, hidden, frozen } = firstState(list, columns).layout
  return { ...PLAIN_VIEW, ...first, columns: { order: [...order], hidden: [...hidden], frozen } }
}

/** Every column that was there when the view was saved, so that later ones are known as new. */
function keptOrder<R>(columns: readonly GridColumn<R>[], order: readonly string[]): string[] {
  const known = orderOf(columns, order)
  return [...known, ...order.filter((id) => !known.includes(id))]
}

/** Columns that the view hides, and new ones that nobody sees until they want to. */
export function hiddenOf<R>(columns: readonly GridColumn<R>[], { order, hidden }: ViewBody['columns']): string[] {
  const isNew = (id: string): boolean => order.length > 0 && !order.includes(id)
  return [...new Set([...hidden, ...hiddenAtFirst(columns).filter(isNew)])]
}

function sortedBy({ column, descending }: GridSort, before: ViewBody['sort']): ViewBody['sort'] {
  return [{ field: column, descending }, ...before.filter(({ field }) => field !== column)].slice(0, 3)
}

/** A view that goes away while it is shown leaves what it showed. */
function useRemoved(list: string, state: ViewState, opened: View | null, shown: ViewBody): void {
  const last = useRef<{ readonly id: string; readonly body: ViewBody } | null>(null)
  useEffect(() => {
    if (opened) last.current = { id: opened.id, body: shown }
    else if (last.current && last.current.id === state.view) {
      setViewState(list, { view: null, body: state.body ?? last.current.body })
      last.current = null
    }
  }, [list, state, opened, shown])
}

/** Another screen, or the palette, may say which view is to be shown. */
function useTarget(open: (id: string) => void): void {
  const { target } = usePlace()
  const show = useStable(open)
  useEffect(() => {
    if (target?.view !== undefined) show(target.view)
  }, [target, show])
}

/** Fields that rows can be grouped by: those whose values people have in common. */
export function groupFields<R>(columns: readonly GridColumn<R>[]): readonly GridColumn<R>[] {
  const fields = new Map(fieldsOf(columns).map((field) => [field.id, field.kind]))
  return columns.filter(({ id }) => {
    const kind = fields.get(id)
    return kind !== undefined && kind !== 'money' && kind !== 'percent' && kind !== 'ratio' && kind !== 'number'
  })
}
