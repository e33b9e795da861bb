/** Where a grid's rows come from: all of them in memory, or windows fetched while it scrolls. */

import { keepPreviousData, useInfiniteQuery, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'

import type { Totals } from '../../shared/domain/list-groups'
import type { ListQuery } from '../../shared/domain/lists'
import { compareBy, type GridColumn, type GridSort } from './columns'
import type { GroupHead } from './groups'

export interface GridRows<R> {
  readonly count: number
  /** Undefined while the row is being fetched, and where the head of a group stands. */
  readonly get: (index: number) => R | undefined
  /** The head of a group at this place: then there is no row. */
  readonly head?: (index: number) => GroupHead | null
  /** Rows without heads and with those that are folded away, where that is not `count`. */
  readonly total?: number
  /** What a column comes to over all rows, where that is known. */
  readonly totals?: (column: string) => readonly Totals[] | null
  /** How many rows another question would show, where that can be told at once. */
  readonly countOf?: (query: ListQuery) => number
  /** The grid says which rows it shows, so that they can be fetched. */
  readonly onShown?: (first: number, last: number) => void
  /** Fetches rows that are not here yet, so that `get` has them; left out where they come one after the other. */
  readonly load?: (first: number, last: number) => Promise<unknown>
  /** False until the first answer. */
  readonly ready: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** What a query answers, as far as a grid asks. */
export interface ArrayAnswer<R> {
  readonly data: readonly R[] | undefined
  readonly error?: unknown
  readonly refetch?: () => unknown
}

/** Rows in memory, sorted here. Undefined is still loading. */
export function useArrayRows<R>(
  rows: readonly R[] | undefined,
  columns: readonly GridColumn<R>[],
  sort: GridSort | null,
  language: string,
): GridRows<R> {
  return useQueryRows({ data: rows }, columns, sort, language)
}

/** All rows of a query, sorted here; its refusal stands in the grid's place. */
export function useQueryRows<R>(
  answer: ArrayAnswer<R>,
  columns: readonly GridColumn<R>[],
  sort: GridSort | null,
  language: string,
): GridRows<R> {
  const { data, error, refetch } = answer
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === sort?.column)
    const collator = new Intl.Collator(language, { numeric: true })
    return column && data ? data.toSorted(compareBy(column, sort?.descending ?? false, collator)) : data
  }, [data, columns, sort, language])
  return useMemo(
    () => ({
      count: sorted?.length ?? 0,
      get: (index) => sorted?.[index],
      ready: sorted !== undefined,
      error: sorted ? null : (error ?? null),
      retry: () => void refetch?.(),
    }),
    [sorted, error, refetch],
  )
}

export interface RowPage<R> {
  readonly rows: readonly R[]
  readonly total: number
}

export interface WindowOptions<R> {
  /** Everything the answer depends on (scope, sort, search); begin it with the feature's name. */
  readonly queryKey: readonly unknown[]
  readonly pageSize: number
  readonly fetch: (offset: number, limit: number, signal: AbortSignal) => Promise<RowPage<R>>
}

/** Rows by offset: only the windows on screen are asked for; what was seen is kept. */
export function useWindowRows<R>({ queryKey, pageSize, fetch }: WindowOptions<R>): GridRows<R> {
  const client = useQueryClient()
  const [pages, setPages] = useState<readonly number[]>([0])
  const key = JSON.stringify(queryKey)
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...queryKey, 'window', pageSize, page],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetch(page * pageSize, pageSize, signal),
      placeholderData: keepPreviousData,
    })),
  })
  const onShown = useCallback(
    (first: number, last: number) => {
      const from = Math.floor(first / pageSize)
      const to = Math.max(from, Math.floor(last / pageSize))
      const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      setPages((before) => (before.join() === wanted.join() ? before : wanted))
    },
    [pageSize],
  )
  const known = answers.find(({ data }) => data !== undefined)?.data
  const get = useCallback(
    (index: number) => {
      const page = Math.floor(index / pageSize)
      // Written by the queries above under the same key.
      const kept =
        client.getQueryData<RowPage<R>>([...(JSON.parse(key) as unknown[]), 'window', pageSize, page]) ??
        (page === 0 ? known : undefined)
      return kept?.rows[index - page * pageSize]
    },
    // A new answer makes a new `get`, so that rows on screen are drawn again.
    // oxlint-disable-next-line react/exhaustive-deps
    [client, key, pageSize, known, answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join()],
  )
  const load = (first: number, last: number): Promise<unknown> => {
    const from = Math.floor(first / pageSize)
    const wanted = Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, at) => from + at)
    return Promise.all(
      wanted.map((page) =>
        client.fetchQuery({
          queryKey: [...queryKey, 'window', pageSize, page],
          queryFn: ({ signal }) => fetch(page * pageSize, pageSize, signal),
        }),
      ),
    )
  }
  const failed = answers.find(({ error }) => error)
  return {
    count: known?.total ?? 0,
    get,
    load,
    onShown,
    ready: known !== undefined,
    error: known ? null : (failed?.error ?? null),
    retry: () => void failed?.refetch(),
  }
}

export interface CursorPage<R> extends RowPage<R> {
  readonly nextCursor: string | null
}

export interface CursorOptions<R> {
  readonly queryKey: readonly unknown[]
  readonly fetch: (cursor: string | null, signal: AbortSignal) => Promise<CursorPage<R>>
}

/** How many rows before the end of what is known the next page is asked for. */
const AHEAD = 150

/** Rows by cursor: the next page is asked for when the end of what is known comes near. */
export function useCursorRows<R>({ queryKey, fetch }: CursorOptions<R>): GridRows<R> {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...queryKey, 'cursor'],
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: CursorPage<R>) => last.nextCursor,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const loaded = rows.length
  const [wanted, setWanted] = useState(0)
  useEffect(() => {
    if (wanted + AHEAD > loaded && hasNextPage && !isFetchingNextPage) {
      void fetchNextPage()
    }
  }, [wanted, loaded, hasNextPage, isFetchingNextPage, fetchNextPage])
  return useMemo(
    () => ({
      count: data?.pages.at(-1)?.total ?? 0,
      get: (index) => rows[index],
      onShown: (_, last) => setWanted(last),
      ready: data !== undefined,
      error: data ? null : error,
      retry: () => void refetch(),
    }),
    [data, rows, error, refetch],
  )
}
