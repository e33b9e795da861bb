/** One row of a board: a lane's head, or the cards that stand at one height. */

import type { DragEvent, ReactNode } from 'react'

import type { BoardProps } from './Board'
import classes from './board.module.css'
import { type BoardColumn, type BoardRow, countIn } from './board-model'
import type { BoardState } from './use-board'

export interface BoardLineProps<C, K extends BoardColumn<C>> {
  readonly board: BoardProps<C, K>
  readonly id: string
  readonly row: BoardRow
  readonly rowIndex: number
  /** CSS pixels. */
  readonly top: number
  readonly state: BoardState<C, K>
  /** CSS widths. */
  readonly widths: string
}

export function BoardLine<C, K extends BoardColumn<C>>(props: BoardLineProps<C, K>) {
  const { board, row, rowIndex, top } = props
  const { columns } = board.board
  const transform = `translateY(${top}px)`
  if (row.row === 'lane') {
    return (
      <div role="row" aria-rowindex={rowIndex + 2} className={classes.laneRow} style={{ transform }}>
        <span role="rowheader" aria-colspan={columns.length} className={classes.lane}>
          {board.renderLane(row.lane, row.count)}
        </span>
      </div>
    )
  }
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 2}
      className={classes.cardRow}
      style={{ transform, gridTemplateColumns: props.widths }}
    >
      {columns.map((column, at) => (
        <Place key={column.key} {...props} lane={row.lane} index={row.index} column={column} at={at} />
      ))}
    </div>
  )
}

interface PlaceProps<C, K extends BoardColumn<C>> extends BoardLineProps<C, K> {
  readonly lane: string | null
  readonly index: number
  readonly column: K
  readonly at: number
}

/** Where a card may stand: takes what is dropped also where there is none. */
function Place<C, K extends BoardColumn<C>>({ board, id, rowIndex, lane, index, column, at, state }: PlaceProps<C, K>) {
  const { cards, ticked, cardKey } = board
  const here = !state.isFolded(column) && index < countIn(column, lane)
  const card = here ? cards.card(column.key, lane, index) : undefined
  const { cursor } = state
  const current = cursor !== null && cursor.lane === lane && cursor.column === at && cursor.index === index
  const isTicked = card !== undefined && ticked.has(cardKey(card))
  return (
    // The board has the focus and says which cell is meant.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      role="gridcell"
      id={`${id}-${at}-${rowIndex}`}
      aria-colindex={at + 1}
      aria-selected={card === undefined ? undefined : isTicked}
      className={classes.place}
      data-over={state.over === column.key || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        state.drag.enter(column)
      }}
      onDrop={() => state.drag.drop(column)}
    >
      {here && card === undefined && <div className={classes.waiting} />}
      {card !== undefined && (
        <CardFrame
          board={board}
          card={card}
          current={current}
          ticked={isTicked}
          state={state}
          onGo={() => state.go({ lane, column: at, index })}
        >
          {board.renderCard(card, isTicked)}
        </CardFrame>
      )}
    </div>
  )
}

interface CardFrameProps<C, K extends BoardColumn<C>> {
  readonly board: BoardProps<C, K>
  readonly card: C
  readonly current: boolean
  readonly ticked: boolean
  readonly state: BoardState<C, K>
  readonly onGo: () => void
  readonly children: ReactNode
}

function CardFrame<C, K extends BoardColumn<C>>(props: CardFrameProps<C, K>) {
  const { board, card, current, ticked, state, onGo, children } = props
  const { onFiles } = board
  const takeFiles = (event: DragEvent) => {
    const files = [...event.dataTransfer.files]
    if (files.length === 0 || onFiles === undefined) return
    event.preventDefault()
    onGo()
    onFiles(card, files)
  }
  return (
    // Keys are the board's, which has the focus; a card is chosen by the mouse alone.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={classes.card}
      data-current={current || undefined}
      data-ticked={ticked || undefined}
      draggable
      onClick={(event) => {
        onGo()
        if (event.ctrlKey || event.metaKey) state.toggle(card)
      }}
      onDoubleClick={() => board.onOpen(card)}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', board.cardText(card))
        state.drag.start(card)
      }}
      onDragEnd={state.drag.end}
      onDrop={takeFiles}
    >
      {children}
    </div>
  )
}
