/** The drawn board: heads that stay, rows of cards as far as they are on screen, strips that take what is dropped. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef } from 'react'

import type { Board as BoardAnswer, Card } from '../../../shared/contract/pipelines'
import { useText } from '../../messages/i18n'
import { SIZES } from '../../ui/tokens'
import classes from './board.module.css'
import { BoardFoot } from './BoardFoot'
import { BoardHead } from './BoardHead'
import { BoardLine } from './BoardLine'
import { type BoardColumn, type BoardRow, rowsOf } from './board-model'
import type { Lanes } from './PipelineScreen'
import { useBoard } from './use-board'
import type { BoardCards } from './use-cards'

export interface BoardProps {
  readonly board: BoardAnswer
  readonly cards: BoardCards
  readonly lanes: Lanes
  readonly showShop: boolean
  readonly now: number
  readonly ticked: ReadonlyMap<string, Card>
  readonly onTicked: (ticked: ReadonlyMap<string, Card>) => void
  readonly onMove: (items: readonly Card[], stage: BoardColumn['stage']) => void
  readonly onPeek: (card: Card) => void
  readonly onOpen: (card: Card) => void
  readonly onTask: (card: Card) => void
  readonly onLadder: (items: readonly Card[]) => void
}

const OVERSCAN = 4

export function Board(props: BoardProps) {
  const { board, cards, lanes } = props
  const t = useText('pipelines')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const state = useBoard(props, scroller)
  const rows = rowsOf(board, lanes !== 'none', state.isFolded)
  const { cursor } = state
  const at = rows.findIndex((row) => row.row === 'cards' && row.lane === cursor?.lane && row.index === cursor.index)
  const { drawn, height } = useDrawnRows(rows, at, scroller, cards)
  // Rows and heads stand in the same columns.
  const columns = board.columns
    .map((column) => (state.isFolded(column) ? 'var(--sb-rail-closed)' : 'var(--sb-column)'))
    .join(' ')
  const active = cursor && `${id}-${cursor.column}-${at}`
  return (
    <div className={classes.whole}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('board')}
        aria-rowcount={rows.length + 1}
        aria-colcount={board.columns.length}
        aria-multiselectable
        {...(active && { 'aria-activedescendant': active })}
        tabIndex={0}
        className={classes.scroller}
        onKeyDown={state.onKeyDown}
      >
        <BoardHead board={board} state={state} columns={columns} />
        <div role="rowgroup" className={classes.canvas} style={{ height }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index]
            return (
              row && (
                <BoardLine
                  key={index}
                  {...props}
                  id={id}
                  columns={columns}
                  row={row}
                  rowIndex={index}
                  top={start}
                  state={state}
                />
              )
            )
          })}
        </div>
      </div>
      <BoardFoot ticked={props.ticked} total={board.total} state={state} />
    </div>
  )
}

/** The rows on screen and a few around them; scrolls to the row `at`, and tells the cards which are wanted. */
function useDrawnRows(
  rows: readonly BoardRow[],
  at: number,
  scroller: { readonly current: HTMLDivElement | null },
  cards: BoardCards,
) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.row === 'lane' ? SIZES.row : SIZES.card),
    overscan: OVERSCAN,
  })
  const drawn = virtual.getVirtualItems()
  useEffect(() => cards.onShown(drawn.flatMap(({ index }) => rows[index] ?? [])))
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [virtual, at])
  return { drawn, height: virtual.getTotalSize() }
}
