/** What is pressed and dragged on a board, and what of it is folded. */

import { type KeyboardEvent, useEffect, useState } from 'react'

import { KEYS } from '../session/key-table'
import { chordOf, isSecond } from '../session/keys'
import type { BoardProps } from './Board'
import { type BoardColumn, type Cursor, type Direction, moved, settled } from './board-model'

export interface BoardState<C, K extends BoardColumn<C>> {
  readonly cursor: Cursor | null
  readonly isFolded: (column: K) => boolean
  readonly fold: (column: K) => void
  readonly go: (cursor: Cursor) => void
  readonly toggle: (card: C) => void
  readonly untick: () => void
  /** The column that something is dragged over. */
  readonly over: string | null
  readonly drag: {
    readonly start: (card: C) => void
    readonly enter: (column: K) => void
    readonly end: () => void
    readonly drop: (column: K) => void
  }
  /** Which cards a move means: those that are ticked, else the one under the cursor. */
  readonly meant: readonly C[]
  readonly moveTo: (column: K) => void
  readonly choosing: boolean
  readonly choose: (choosing: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function useBoard<C, K extends BoardColumn<C>>(
  props: BoardProps<C, K>,
  scroller: { readonly current: HTMLDivElement | null },
): BoardState<C, K> {
  const { board, cards, hasLanes, ticked, onTicked, onMove, onBeside, cardKey } = props
  const laneKeys = hasLanes ? board.lanes : [null]
  const { isFolded, fold } = useFolded<C, K>()
  // Folded columns are passed over.
  const columns = board.columns.map((column) => (isFolded(column) ? { ...column, lanes: [] } : column))
  const [wanted, go] = useState<Cursor>({ lane: laneKeys[0] ?? null, column: 0, index: 0 })
  const { drag, over } = useDrag(props)
  const [choosing, choose] = useState(false)
  const cursor = settled(wanted, columns, laneKeys)
  const here = cursor ? board.columns[cursor.column] : undefined
  const card = cursor && here ? cards.card(here.key, cursor.lane, cursor.index) : undefined
  const meant: readonly C[] = ticked.size > 0 ? [...ticked.values()] : card !== undefined ? [card] : []
  useEffect(() => scroller.current?.focus(), [scroller])

  const toggle = (one: C) => onTicked(toggled(ticked, one, cardKey(one)))
  const untick = () => onTicked(new Map())
  const keys: Readonly<Record<string, () => unknown>> = {
    ...arrowKeys((direction) => {
      if (cursor) go(moved(cursor, direction, columns, laneKeys))
    }),
    ...besideKeys((by) => {
      if (meant.length > 0) onBeside(meant, by, board.columns[(cursor?.column ?? 0) + by])
    }),
    [KEYS.cardTick.keys[0]]: () => card !== undefined && toggle(card),
    [KEYS.cardMove.keys[0]]: () => choose(meant.length > 0),
    [KEYS.cardPeek.keys[0]]: () => card !== undefined && props.onPeek(card),
    [KEYS.cardOpen.keys[0]]: () => card !== undefined && props.onOpen(card),
    ...props.keys(meant, card),
    // Without anything ticked it is the drawer's.
    ...(ticked.size > 0 && { Escape: untick }),
  }
  return {
    cursor,
    isFolded,
    fold,
    go,
    toggle,
    untick,
    over,
    drag,
    meant,
    moveTo: (column) => {
      onMove(meant, column)
      choose(false)
    },
    choosing,
    choose: (next) => {
      choose(next)
      if (!next) scroller.current?.focus()
    },
    onKeyDown: (event) => pressed(event, keys),
  }
}

function pressed(event: KeyboardEvent, keys: Readonly<Record<string, () => unknown>>): void {
  const run = keys[chordOf(event.nativeEvent)]
  if (run === undefined || isSecond(event.nativeEvent)) return
  event.preventDefault()
  run()
}

function arrowKeys(arrow: (direction: Direction) => void): Readonly<Record<string, () => void>> {
  return {
    ArrowUp: () => arrow('up'),
    ArrowDown: () => arrow('down'),
    ArrowLeft: () => arrow('left'),
    ArrowRight: () => arrow('right'),
  }
}

function besideKeys(beside: (by: 1 | -1) => void): Readonly<Record<string, () => void>> {
  return { [KEYS.cardBefore.keys[0]]: () => beside(-1), [KEYS.cardAfter.keys[0]]: () => beside(1) }
}

function toggled<C>(ticked: ReadonlyMap<string, C>, one: C, key: string): ReadonlyMap<string, C> {
  const next = new Map(ticked)
  if (!next.delete(key)) next.set(key, one)
  return next
}

/** Columns of ended work are folded until somebody opens them. */
function useFolded<C, K extends BoardColumn<C>>(): Pick<BoardState<C, K>, 'isFolded' | 'fold'> {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  return {
    isFolded: ({ key, quiet }) => quiet !== turned.has(key),
    fold: ({ key }) =>
      setTurned((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key])),
  }
}

/** A ticked card takes the others that are ticked with it. */
function useDrag<C, K extends BoardColumn<C>>({ ticked, onMove, cardKey, isIn }: BoardProps<C, K>) {
  const [dragged, setDragged] = useState<readonly C[]>([])
  const [over, setOver] = useState<string | null>(null)
  const end = () => {
    setDragged([])
    setOver(null)
  }
  const drag = {
    start: (one: C) => setDragged(ticked.has(cardKey(one)) ? [...ticked.values()] : [one]),
    enter: ({ key }: K) => setOver(key),
    end,
    drop: (column: K) => {
      const coming = dragged.filter((one) => !isIn(one, column))
      if (coming.length > 0) onMove(coming, column)
      end()
    },
  }
  return { drag, over }
}
