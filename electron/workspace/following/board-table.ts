/** The creators of the board as rows of a table. */

import type { CARD_SORTS, Card } from '../../../shared/contract/pipelines'
import { showsAt } from '../../../shared/domain/today'
import type { WorkspaceContext } from '../context'
import { nextOffset, readOffset } from '../support'
import { cardsFor, isWanted, openScope } from './board'
import { type Seat, type Seats, seatsOf } from './seats'

export interface TableQuery {
  readonly shopId: string | null
  readonly owner: string | null
  readonly search: string
  readonly sort: (typeof CARD_SORTS)[number]
  readonly descending: boolean
  readonly cursor: string | null
  readonly limit: number
}

export function tableOf(
  context: WorkspaceContext,
  query: TableQuery,
): { rows: Card[]; total: number; nextCursor: string | null } {
  const { workspace } = context.host.current()
  const known = seatsOf(workspace)
  const scope = openScope(context)
  const wanted = known
    .seats()
    .filter((seat) => (query.shopId === null || seat.shopId === query.shopId) && isWanted(seat, query))
  const sorted = sortedBy(wanted, keyOf(query.sort, known, scope), query.descending)
  const offset = readOffset(query.cursor)
  const page = sorted.slice(offset, offset + query.limit)
  return {
    rows: page.map(cardsFor(context, scope, page)),
    total: sorted.length,
    nextCursor: nextOffset(offset, query.limit, sorted.length),
  }
}

/** Those of whom nothing is known come last either way; equals as on the board. */
function sortedBy(seats: readonly Seat[], key: (seat: Seat) => string | number | null, descending: boolean): Seat[] {
  const known: { readonly seat: Seat; readonly key: string | number }[] = []
  const unknown: Seat[] = []
  for (const seat of seats) {
    const value = key(seat)
    if (value === null) unknown.push(seat)
    else known.push({ seat, key: value })
  }
  const sign = descending ? -1 : 1
  known.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
  return [...known.map(({ seat }) => seat), ...unknown]
}

function keyOf(
  sort: TableQuery['sort'],
  { worth, next }: Seats,
  scope: ReturnType<typeof openScope>,
): (seat: Seat) => string | number | null {
  const keys: Readonly<Record<TableQuery['sort'], (seat: Seat) => string | number | null>> = {
    handle: ({ handle }) => handle,
    stage: ({ shopId, stage }) => scope.stage(shopId, stage).order,
    // The longest stay began first.
    days: ({ stageSince }) => (stageSince === null ? null : -stageSince),
    value: (seat) => {
      const gmv = worth(seat)
      return gmv && `${gmv.currency} ${String(gmv.amount).padStart(20, '0')}`
    },
    next: (seat) => {
      const task = next(seat)
      return task && showsAt(task)
    },
    owner: ({ owner }) => owner,
    shop: ({ shopId }) => scope.shopOrder.get(shopId) ?? null,
  }
  return keys[sort]
}
