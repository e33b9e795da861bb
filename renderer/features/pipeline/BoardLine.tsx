/** One row of the board: a lane's head, or the cards that stand at one height. */

import { ShopBadge } from '../../creator/ShopBadge'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import type { BoardProps } from './Board'
import classes from './board.module.css'
import { type BoardColumn, type BoardRow, cardKey, countIn } from './board-model'
import { CardView } from './CardView'
import type { BoardState } from './use-board'

export interface BoardLineProps extends BoardProps {
  readonly id: string
  readonly row: BoardRow
  readonly rowIndex: number
  /** CSS pixels. */
  readonly top: number
  readonly state: BoardState
  /** CSS widths. */
  readonly columns: string
}

export function BoardLine(props: BoardLineProps) {
  const { board, row, rowIndex, top, lanes } = props
  const transform = `translateY(${top}px)`
  if (row.row === 'lane') {
    return (
      <div role="row" aria-rowindex={rowIndex + 2} className={classes.laneRow} style={{ transform }}>
        <LaneHead lane={row.lane} count={row.count} lanes={lanes} columns={board.columns.length} />
      </div>
    )
  }
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 2}
      className={classes.cardRow}
      style={{ transform, gridTemplateColumns: props.columns }}
    >
      {board.columns.map((column, at) => (
        <Place key={column.stage.key} {...props} lane={row.lane} index={row.index} column={column} at={at} />
      ))}
    </div>
  )
}

interface LaneHeadProps extends Pick<BoardProps, 'lanes'> {
  readonly lane: string | null
  readonly count: number
  readonly columns: number
}

function LaneHead({ lane, count, lanes, columns }: LaneHeadProps) {
  const t = useText('pipelines')
  const format = useFormat()
  return (
    <span role="rowheader" aria-colspan={columns} className={classes.lane}>
      {lanes === 'shop' ? <ShopBadge shopId={lane} /> : (lane ?? t('nobody'))}
      <span className={classes.muted}>{format.count(count)}</span>
    </span>
  )
}

interface PlaceProps extends BoardLineProps {
  readonly lane: string | null
  readonly index: number
  readonly column: BoardColumn
  readonly at: number
}

/** Where a card may stand: takes what is dropped also where there is none. */
function Place(props: PlaceProps) {
  const { id, rowIndex, lane, index, column, at, state, cards, ticked } = props
  const here = !state.isFolded(column) && index < countIn(column, lane)
  const card = here ? cards.card(column.stage.key, lane, index) : undefined
  const { cursor } = state
  const current = cursor !== null && cursor.lane === lane && cursor.column === at && cursor.index === index
  return (
    // The board has the focus and says which cell is meant.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      role="gridcell"
      id={`${id}-${at}-${rowIndex}`}
      aria-colindex={at + 1}
      aria-selected={card ? ticked.has(cardKey(card)) : undefined}
      className={classes.place}
      data-over={state.over === column.stage.key || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        state.drag.enter(column)
      }}
      onDrop={() => state.drag.drop(column)}
    >
      {here && !card && <div className={classes.waiting} />}
      {card && (
        <CardView
          card={card}
          now={props.now}
          showShop={props.showShop}
          current={current}
          ticked={ticked.has(cardKey(card))}
          onGo={() => state.go({ lane, column: at, index })}
          onToggle={() => state.toggle(card)}
          onPeek={() => props.onPeek(card)}
          onOpen={() => props.onOpen(card)}
          onDragStart={() => state.drag.start(card)}
          onDragEnd={state.drag.end}
        />
      )}
    </div>
  )
}
