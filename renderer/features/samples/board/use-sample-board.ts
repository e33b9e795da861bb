/** The board of samples and its cards. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'

import type { Sample, SampleBoard } from '../../../../shared/contract/samples'
import { type BoardColumnKey, type BoardWay, columnOf, QUIET_COLUMNS } from '../../../../shared/domain/sample-board'
import { api, orpc } from '../../../api'
import { type BoardColumn, PAGE } from '../../../board/board-model'
import { useBoardPages } from '../../../board/use-pages'
import type { Narrowed } from '../Strip'

export interface SampleColumn extends BoardColumn<Sample> {
  readonly held: number
  readonly overdue: number
}

export interface ShownBoard {
  readonly total: number
  readonly me: string
  readonly owners: readonly string[]
  readonly lanes: readonly null[]
  readonly columns: readonly SampleColumn[]
}

export function useSampleBoard(narrowed: Narrowed, by: BoardWay) {
  const query = useQuery({
    ...orpc.samples.board.queryOptions({ input: { ...narrowed, by, limit: PAGE } }),
    placeholderData: keepPreviousData,
    select: shown,
  })
  const cards = useBoardPages<Sample>(query.data, ({ column, page }) => {
    const input = { ...narrowed, by, column, offset: page * PAGE, limit: PAGE }
    return {
      queryKey: [['samples', 'cards'], input],
      queryFn: () => api.samples.cards(input).then((answer) => answer.cards),
    }
  })
  return { query, cards }
}

function shown({ columns, ...board }: SampleBoard): ShownBoard {
  return {
    ...board,
    lanes: [null],
    columns: columns
      // A market of which nobody knows the days is a column of its own only where there is one.
      .filter(({ key, count }) => key !== 'unknown' || count > 0)
      .map(({ cards, ...column }) => ({
        ...column,
        quiet: QUIET_COLUMNS.has(column.key as BoardColumnKey), // a newer column is none of these
        lanes: [{ lane: null, count: column.count, cards }],
      })),
  }
}

export function isIn(by: BoardWay, sample: Sample, { key }: SampleColumn): boolean {
  return columnOf(by, sample) === key
}
