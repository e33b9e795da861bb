/** The cards of a board: the first of every column come with it, further ones are asked for as they come into sight. */

import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'

import type { BoardCards } from './Board'
import { type BoardData, type BoardRow, countIn, PAGE } from './board-model'

export interface BoardPage {
  readonly column: string
  readonly lane: string | null
  /** From 1: page 0 comes with the board. */
  readonly page: number
}

/** How one page is asked for. */
export interface PageQuery<C> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<readonly C[]>
}

export function useBoardPages<C>(
  board: BoardData<C> | undefined,
  pageQuery: (page: BoardPage) => PageQuery<C>,
): BoardCards<C> {
  const [wanted, setWanted] = useState<readonly BoardPage[]>([])
  const answers = useQueries({ queries: wanted.map(pageQuery) })
  const pages = new Map(wanted.map((one, at) => [pageKey(one), answers[at]?.data]))
  return {
    card(column, lane, index) {
      const page = Math.floor(index / PAGE)
      const place = index - page * PAGE
      if (page > 0) return pages.get(pageKey({ column, lane, page }))?.[place]
      return board?.columns.find(({ key }) => key === column)?.lanes.find((one) => one.lane === lane)?.cards[place]
    },
    onShown(rows) {
      const next = board ? wantedFor(board, rows) : []
      setWanted((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    },
  }
}

function pageKey({ column, lane, page }: BoardPage): string {
  return JSON.stringify([column, lane, page])
}

/** Pages after the first that hold a card of these rows. */
function wantedFor(board: BoardData<unknown>, rows: readonly BoardRow[]): readonly BoardPage[] {
  const pages = new Map<string, BoardPage>()
  for (const row of rows) {
    const page = row.row === 'cards' ? Math.floor(row.index / PAGE) : 0
    if (row.row === 'lane' || page === 0) continue
    for (const column of board.columns) {
      if (row.index >= countIn(column, row.lane)) continue
      const one = { column: column.key, lane: row.lane, page }
      pages.set(pageKey(one), one)
    }
  }
  return [...pages.values()]
}
