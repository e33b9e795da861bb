/**
 * The drawn board: heads that stay, rows of cards as far as they are on screen, strips that take what is dropped.
 *
 * One cursor over all cards, everything by key and by dragging; what a card is, a column means and a move does is the
 * feature's.
 */

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useRef } from 'react'

import { SIZES } from '../ui/tokens'
import classes from './board.module.css'
import { BoardHeads } from './BoardHeads'
import { BoardLine } from './BoardLine'
import { type BoardColumn, type BoardData, type BoardRow, rowsOf } from './board-model'
import { type BoardState, useBoard } from './use-board'

/** The cards of a board: the first of every column come with it, others when they come into sight. */
export interface BoardCards<C> {
  /** Undefined while it is being fetched. */
  readonly card: (column: string, lane: string | null, index: number) => C | undefined
  /** Which rows are on screen. */
  readonly onShown: (rows: readonly BoardRow[]) => void
}

/** What people read of a column. */
export interface ColumnHead {
  readonly name: string
  /** `Shipped, 12 samples`. */
  readonly word: string
  /** On the button that folds it, or opens it again. */
  readonly foldWord: string
  readonly openWord: string
  /** Under the name. */
  readonly figures?: ReactNode
}

export interface BoardProps<C, K extends BoardColumn<C>> {
  readonly label: string
  readonly board: BoardData<C, K>
  readonly cards: BoardCards<C>
  readonly hasLanes: boolean
  readonly cardKey: (card: C) => string
  readonly isIn: (card: C, column: K) => boolean
  readonly ticked: ReadonlyMap<string, C>
  readonly onTicked: (ticked: ReadonlyMap<string, C>) => void
  /** Dropped on a column, or chosen from the menu. */
  readonly onMove: (items: readonly C[], column: K) => void
  /** `[` and `]`; `column` is the neighbour of the cursor's. */
  readonly onBeside: (items: readonly C[], by: 1 | -1, column: K | undefined) => void
  readonly onPeek: (card: C) => void
  readonly onOpen: (card: C) => void
  /** Files from outside let go on a card. */
  readonly onFiles?: (card: C, files: readonly File[]) => void
  /** Further keys, of what is ticked (else of the card under the cursor) and of that card. */
  readonly keys: (meant: readonly C[], card: C | undefined) => Readonly<Record<string, () => unknown>>
  readonly renderHead: (column: K) => ColumnHead
  readonly renderLane: (lane: string | null, count: number) => ReactNode
  /** What is in a card, and what is dragged of it where only text is taken. */
  readonly renderCard: (card: C, ticked: boolean) => ReactNode
  readonly cardText: (card: C) => string
  readonly renderFoot: (state: BoardState<C, K>) => ReactNode
}

const OVERSCAN = 4

export function Board<C, K extends BoardColumn<C>>(props: BoardProps<C, K>) {
  const { board, cards, hasLanes } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const state = useBoard(props, scroller)
  const rows = rowsOf(board, hasLanes, state.isFolded)
  const { cursor } = state
  const at = rows.findIndex((row) => row.row === 'cards' && row.lane === cursor?.lane && row.index === cursor.index)
  const { drawn, height } = useDrawnRows(rows, at, scroller, cards.onShown)
  // Rows and heads stand in the same columns.
  const columns = board.columns
    .map((column) => (state.isFolded(column) ? 'var(--sb-rail-closed)' : 'var(--sb-column)'))
    .join(' ')
  const active = cursor && `${id}-${cursor.column}-${at}`
  useShownCard(active, scroller)
  return (
    <div className={classes.whole}>
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={board.columns.length}
        aria-multiselectable
        {...(active && { 'aria-activedescendant': active })}
        tabIndex={0}
        className={classes.scroller}
        onKeyDown={state.onKeyDown}
      >
        <BoardHeads columns={board.columns} renderHead={props.renderHead} state={state} widths={columns} />
        <div role="rowgroup" className={classes.canvas} style={{ height }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index]
            return (
              row && (
                <BoardLine
                  key={index}
                  board={props}
                  id={id}
                  widths={columns}
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
      {props.renderFoot(state)}
    </div>
  )
}

/** Rows are scrolled to by the virtual list; a column that is out of sight by the card itself. */
function useShownCard(active: string | null, scroller: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    if (active === null) return undefined
    const show = () => document.getElementById(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    show()
    // A drawer beside it leaves less room: the card that it is about stays in sight.
    const sizes = new ResizeObserver(show)
    if (scroller.current) sizes.observe(scroller.current)
    return () => sizes.disconnect()
  }, [active, scroller])
}

/** The rows on screen and a few around them; scrolls to the row `at`, and tells which are wanted. */
function useDrawnRows(
  rows: readonly BoardRow[],
  at: number,
  scroller: { readonly current: HTMLDivElement | null },
  onShown: (rows: readonly BoardRow[]) => void,
) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.row === 'lane' ? SIZES.row : SIZES.card),
    overscan: OVERSCAN,
  })
  const drawn = virtual.getVirtualItems()
  useEffect(() => onShown(drawn.flatMap(({ index }) => rows[index] ?? [])))
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [virtual, at])
  return { drawn, height: virtual.getTotalSize() }
}
