/** A board as rows and columns: which card stands where, and where the cursor goes. */

/** Cards of a column and lane are asked for so many at a time. */
export const PAGE = 60

export interface BoardLane<C> {
  readonly lane: string | null
  readonly count: number
  /** The first of them. */
  readonly cards: readonly C[]
}

export interface BoardColumn<C> {
  readonly key: string
  /** Nothing waits there: folded until somebody opens it. */
  readonly quiet: boolean
  readonly count: number
  /** A board without lanes has one, null. */
  readonly lanes: readonly BoardLane<C>[]
}

export interface BoardData<C, K extends BoardColumn<C> = BoardColumn<C>> {
  readonly columns: readonly K[]
  readonly lanes: readonly (string | null)[]
}

/** One drawn row: the head of a lane, or the cards of one place in all columns. */
export type BoardRow =
  | { readonly row: 'lane'; readonly lane: string | null; readonly count: number }
  | { readonly row: 'cards'; readonly lane: string | null; readonly index: number }

export interface Cursor {
  readonly lane: string | null
  readonly column: number
  readonly index: number
}

/** What of a column counts cards. */
export interface Counted {
  readonly lanes: readonly { readonly lane: string | null; readonly count: number }[]
}

export function countIn(column: Counted | undefined, lane: string | null): number {
  return column?.lanes.find((one) => one.lane === lane)?.count ?? 0
}

/** Folded columns show no cards. */
export function rowsOf<K extends Counted>(
  board: { readonly columns: readonly K[]; readonly lanes: readonly (string | null)[] },
  hasLanes: boolean,
  isFolded: (column: K) => boolean,
): readonly BoardRow[] {
  const lanes = hasLanes ? board.lanes : [null]
  return lanes.flatMap((lane): BoardRow[] => {
    const counts = board.columns.map((column) => countIn(column, lane))
    const shown = board.columns.map((column, index) => (isFolded(column) ? 0 : (counts[index] ?? 0)))
    const cards = Array.from({ length: Math.max(0, ...shown) }, (_, index): BoardRow => ({ row: 'cards', lane, index }))
    const count = counts.reduce((sum, one) => sum + one, 0)
    return hasLanes ? [{ row: 'lane', lane, count }, ...cards] : cards
  })
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Where an arrow leads: over empty columns, from the end of a lane into the next; the same where there is nothing. */
export function moved(
  cursor: Cursor,
  direction: Direction,
  columns: readonly Counted[],
  lanes: readonly (string | null)[],
): Cursor {
  const here = columns[cursor.column]
  if (direction === 'left' || direction === 'right') {
    const by = direction === 'left' ? -1 : 1
    for (let column = cursor.column + by; column >= 0 && column < columns.length; column += by) {
      const count = countIn(columns[column], cursor.lane)
      if (count > 0) return { ...cursor, column, index: Math.min(cursor.index, count - 1) }
    }
    return cursor
  }
  const index = cursor.index + (direction === 'up' ? -1 : 1)
  if (index >= 0 && index < countIn(here, cursor.lane)) return { ...cursor, index }
  const by = direction === 'up' ? -1 : 1
  for (let at = lanes.indexOf(cursor.lane) + by; at >= 0 && at < lanes.length; at += by) {
    const lane = lanes[at] ?? null
    const count = countIn(here, lane)
    if (count > 0) return { ...cursor, lane, index: direction === 'up' ? count - 1 : 0 }
  }
  return cursor
}

/** A cursor that is on a card: after cards left a column, the one that came up, else the first card there is. */
export function settled(cursor: Cursor, columns: readonly Counted[], lanes: readonly (string | null)[]): Cursor | null {
  const count = countIn(columns[cursor.column], cursor.lane)
  if (count > 0) return cursor.index < count ? cursor : { ...cursor, index: count - 1 }
  for (const lane of [cursor.lane, ...lanes]) {
    const near = columns
      .map((column, at) => ({ at, count: countIn(column, lane) }))
      .filter((one) => one.count > 0)
      .toSorted((a, b) => Math.abs(a.at - cursor.column) - Math.abs(b.at - cursor.column))[0]
    if (near) return { lane, column: near.at, index: Math.min(cursor.index, near.count - 1) }
  }
  return null
}
