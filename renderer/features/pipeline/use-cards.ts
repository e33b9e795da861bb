/** The board of the pipeline and its cards. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { Board, Card } from '../../../shared/contract/pipelines'
import { api, orpc } from '../../api'
import type { BoardCards } from '../../board/Board'
import { type BoardColumn, PAGE } from '../../board/board-model'
import { useBoardPages } from '../../board/use-pages'
import type { Lanes, Narrowed } from './PipelineScreen'

/** A stage with who is in it. */
export type StageColumn = BoardColumn<Card> & Omit<Board['columns'][number], 'lanes'>

export interface StageBoard {
  readonly total: number
  readonly lanes: readonly (string | null)[]
  readonly columns: readonly StageColumn[]
}

export function cardKey({ shopId, creatorId }: Pick<Card, 'shopId' | 'creatorId'>): string {
  return `${shopId} ${creatorId}`
}

export interface PipelineCards extends BoardCards<Card> {
  readonly query: ReturnType<typeof useBoardQuery>
}

function useBoardQuery(narrowed: Narrowed, lanes: Lanes) {
  return useQuery({
    ...orpc.pipelines.board.queryOptions({ input: { ...narrowed, lanes, limit: PAGE } }),
    placeholderData: keepPreviousData,
    select: toStageBoard,
  })
}

function toStageBoard(board: Board): StageBoard {
  const columns = board.columns.map((column) => ({
    ...column,
    key: column.stage.key,
    quiet: column.stage.kind === 'stopped',
  }))
  return { total: board.total, lanes: board.lanes, columns }
}

export function useCards(narrowed: Narrowed, lanes: Lanes): PipelineCards {
  const query = useBoardQuery(narrowed, lanes)
  const cards = useBoardPages<Card>(query.data, ({ column: stage, lane, page }) => {
    const input = { ...narrowed, lanes, stage, lane, offset: page * PAGE, limit: PAGE }
    return {
      queryKey: [['pipelines', 'cards'], input],
      queryFn: () => api.pipelines.cards(input).then((answer) => answer.cards),
    }
  })
  return { ...cards, query }
}
