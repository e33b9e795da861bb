/** What is pressed and dragged on the board, and what of it is folded. */

import { type KeyboardEvent, useEffect, useState } from 'react'

import type { Card } from '../../../shared/contract/pipelines'
import { useStageName } from '../../creator/stage-words'
import { KEYS } from '../../session/key-table'
import { chordOf, isSecond } from '../../session/keys'
import type { BoardProps } from './Board'
import { type BoardColumn, cardKey, type Cursor, type Direction, moved, settled } from './board-model'

export interface BoardState {
  readonly cursor: Cursor | null
  readonly isFolded: (column: BoardColumn) => boolean
  readonly fold: (column: BoardColumn) => void
  readonly go: (cursor: Cursor) => void
  readonly toggle: (card: Card) => void
  readonly untick: () => void
  /** The column that something is dragged over. */
  readonly over: string | null
  readonly drag: {
    readonly start: (card: Card) => void
    readonly enter: (column: BoardColumn) => void
    readonly end: () => void
    readonly drop: (column: BoardColumn) => void
  }
  /** Which cards a move means: those that are ticked, else the one under the cursor. */
  readonly moveTo: (column: BoardColumn) => void
  /** Every stage that one can move to, and its name. */
  readonly columns: readonly BoardColumn[]
  readonly nameOf: (column: BoardColumn) => string
  readonly choosing: boolean
  readonly choose: (choosing: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function useBoard(props: BoardProps, scroller: { readonly current: HTMLDivElement | null }): BoardState {
  const { board, cards, lanes, ticked, onTicked, onMove } = props
  const stageName = useStageName()
  const laneKeys = lanes === 'none' ? [null] : board.lanes
  const { isFolded, fold } = useFolded()
  // Folded columns are passed over.
  const columns = board.columns.map((column) => (isFolded(column) ? { ...column, lanes: [] } : column))
  const [wanted, go] = useState<Cursor>({ lane: laneKeys[0] ?? null, column: 0, index: 0 })
  const { drag, over } = useDrag(props)
  const [choosing, choose] = useState(false)
  const cursor = settled(wanted, columns, laneKeys)
  const stageAt = cursor ? columns[cursor.column]?.stage : undefined
  const card = cursor && stageAt ? cards.card(stageAt.key, cursor.lane, cursor.index) : undefined
  const meant: readonly Card[] = ticked.size > 0 ? [...ticked.values()] : card ? [card] : []
  useEffect(() => scroller.current?.focus(), [scroller])

  const toggle = (one: Card) => onTicked(toggled(ticked, one))
  const keys = keysFor({
    ...actionsOn(props, meant, card),
    arrow: (direction) => {
      if (cursor) go(moved(cursor, direction, columns, laneKeys))
    },
    beside: (by) => {
      const to = board.columns[(cursor?.column ?? 0) + by]
      if (to && meant.length > 0) onMove(meant, to.stage)
    },
    tick: () => card && toggle(card),
    choose: () => choose(meant.length > 0),
  })
  return {
    cursor,
    isFolded,
    fold,
    go,
    toggle,
    untick: () => onTicked(new Map()),
    over,
    drag,
    moveTo: ({ stage }) => {
      onMove(meant, stage)
      choose(false)
    },
    columns: board.columns.filter(({ stage }) => !stage.archived),
    nameOf: ({ stage }) => stageName(stage),
    choosing,
    choose: (next) => {
      choose(next)
      if (!next) scroller.current?.focus()
    },
    onKeyDown(event) {
      const run = keys[chordOf(event.nativeEvent)]
      if (run === undefined || isSecond(event.nativeEvent)) return
      event.preventDefault()
      run()
    },
  }
}

function toggled(ticked: BoardProps['ticked'], one: Card): BoardProps['ticked'] {
  const next = new Map(ticked)
  if (!next.delete(cardKey(one))) next.set(cardKey(one), one)
  return next
}

/** Columns of ended work are folded until somebody opens them. */
function useFolded(): Pick<BoardState, 'isFolded' | 'fold'> {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  return {
    isFolded: ({ stage }) => (stage.kind === 'stopped') !== turned.has(stage.key),
    fold: ({ stage: { key } }) =>
      setTurned((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key])),
  }
}

/** What is done with the card under the cursor, or with all that are meant. */
function actionsOn(
  { onLadder, onTask, onPeek, onOpen, onTicked, ticked }: BoardProps,
  meant: readonly Card[],
  card: Card | undefined,
) {
  return {
    ladder: () => meant.length > 0 && onLadder(meant),
    task: () => card && onTask(card),
    peek: () => card && onPeek(card),
    open: () => card && onOpen(card),
    untick: () => onTicked(new Map()),
    hasTicked: ticked.size > 0,
  }
}

/** A ticked card takes the others that are ticked with it. */
function useDrag({ ticked, onMove }: Pick<BoardProps, 'ticked' | 'onMove'>): Pick<BoardState, 'drag' | 'over'> {
  const [dragged, setDragged] = useState<readonly Card[]>([])
  const [over, setOver] = useState<string | null>(null)
  const end = () => {
    setDragged([])
    setOver(null)
  }
  const drag = {
    start: (one: Card) => setDragged(ticked.has(cardKey(one)) ? [...ticked.values()] : [one]),
    enter: ({ stage }: BoardColumn) => setOver(stage.key),
    end,
    drop: ({ stage }: BoardColumn) => {
      const coming = dragged.filter((one) => one.stage !== stage.key)
      if (coming.length > 0) onMove(coming, stage)
      end()
    },
  }
  return { drag, over }
}

interface Actions {
  readonly arrow: (direction: Direction) => void
  readonly beside: (by: 1 | -1) => void
  readonly tick: () => unknown
  readonly choose: () => void
  readonly ladder: () => unknown
  readonly task: () => unknown
  readonly peek: () => unknown
  readonly open: () => unknown
  readonly untick: () => void
  readonly hasTicked: boolean
}

function keysFor(actions: Actions): Readonly<Record<string, () => unknown>> {
  return {
    ArrowUp: () => actions.arrow('up'),
    ArrowDown: () => actions.arrow('down'),
    ArrowLeft: () => actions.arrow('left'),
    ArrowRight: () => actions.arrow('right'),
    [KEYS.cardBefore.keys[0]]: () => actions.beside(-1),
    [KEYS.cardAfter.keys[0]]: () => actions.beside(1),
    [KEYS.cardTick.keys[0]]: actions.tick,
    [KEYS.cardMove.keys[0]]: actions.choose,
    [KEYS.cardLadder.keys[0]]: actions.ladder,
    [KEYS.cardTask.keys[0]]: actions.task,
    [KEYS.cardPeek.keys[0]]: actions.peek,
    [KEYS.cardOpen.keys[0]]: actions.open,
    // Without anything ticked it is the drawer's.
    ...(actions.hasTicked && { Escape: actions.untick }),
  }
}
