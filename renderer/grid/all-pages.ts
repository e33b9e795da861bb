/** A paged list as a whole, for lists that are filtered, grouped and sorted in memory. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { ArrayAnswer, CursorPage } from './rows'

export interface AllPages<R> {
  /** Everything the answer depends on; begin it with the feature's name. */
  readonly queryKey: readonly unknown[]
  readonly fetch: (cursor: string | null, signal: AbortSignal) => Promise<CursorPage<R>>
}

/** The most rows that one call of a paged list gives. */
export const LARGEST_PAGE = 500

export function useAllPages<R>({ queryKey, fetch }: AllPages<R>): ArrayAnswer<R> {
  return useQuery({
    queryKey: [...queryKey, 'all'],
    queryFn: async ({ signal }) => {
      const rows: R[] = []
      let cursor: string | null = null
      do {
        const page: CursorPage<R> = await fetch(cursor, signal)
        rows.push(...page.rows)
        cursor = page.nextCursor
      } while (cursor !== null)
      return rows
    },
    placeholderData: keepPreviousData,
  })
}
