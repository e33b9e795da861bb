/** The board and its cards: the first of every column come with it, further ones as they come into sight. */

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Board, Card } from '../../../shared/contract/pipelines'
import { orpc } from '../../api'
import { type BoardRow, countIn, PAGE } from './board-model'
import type { Lanes, Narrowed } from './PipelineScreen'

export interface BoardCards {
  readonly query: ReturnType<typeof useBoardQuery>
  /** Undefined while it is being fetched. */
  readonly card: (stage: string, lane: string | null, index: number) => Card | undefined
  /** Which rows are on screen. */
  readonly onShown: (rows: readonly BoardRow[]) => void
}

function useBoardQuery(narrowed: Narrowed, lanes: Lanes) {
  return useQuery({
    ...orpc.pipelines.board.queryOptions({ input: { ...narrowed, lanes, limit: PAGE } }),
    placeholderData: keepPreviousData,
  })
}

interface Wanted {
  readonly stage: string
  readonly lane: string | null
  readonly page: number
}

export function useCards(narrowed: Narrowed, lanes: Lanes): BoardCards {
  const query = useBoardQuery(narrowed, lanes)
  const [wanted, setWanted] = useState<readonly Wanted[]>([])
  const answers = useQueries({
    queries: wanted.map(({ stage, lane, page }) =>
      orpc.pipelines.cards.queryOptions({
        input: { ...narrowed, lanes, stage, lane, offset: page * PAGE, limit: PAGE },
      }),
    ),
  })
  const pages = new Map(wanted.map((one, at) => [pageKey(one), answers[at]?.data?.cards]))
  const board = query.data
  return {
    query,
    card(stage, lane, index) {
      const page = Math.floor(index / PAGE)
      const place = index - page * PAGE
      if (page > 0) return pages.get(pageKey({ stage, lane, page }))?.[place]
      const column = board?.columns.find((one) => one.stage.key === stage)
      return column?.lanes.find((one) => one.lane === lane)?.cards[place]
    },
    onShown(rows) {
      const next = board ? wantedFor(board, rows) : []
      setWanted((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    },
  }
}

function pageKey({ stage, lane, page }: Wanted): string {
  return JSON.stringify([stage, lane, page])
}

/** Pages after the first that hold a card of these rows. */
function wantedFor(board: Board, rows: readonly BoardRow[]): readonly Wanted[] {
  const pages = new Map<string, Wanted>()
  for (const row of rows) {
    const page = row.row === 'cards' ? Math.floor(row.index / PAGE) : 0
    if (row.row === 'lane' || page === 0) continue
    for (const column of board.columns) {
      if (row.index >= countIn(column, row.lane)) continue
      const one = { stage: column.stage.key, lane: row.lane, page }
      pages.set(pageKey(one), one)
    }
  }
  return [...pages.values()]
}
