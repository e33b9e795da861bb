/** The columns of the sample board: by state, or by what is due. */

import type { SampleDeadlines } from './sample-deadlines'
import { ENDED, type SampleState } from './samples'

export const BOARD_WAYS = ['due', 'state'] as const
export type BoardWay = (typeof BOARD_WAYS)[number]

/** `trouble`: lost, refused, returned, no post, refundable. `ended`: declined or cancelled. */
export const STATE_COLUMNS = [
  'requested',
  'approved',
  'packed',
  'shipped',
  'delivered',
  'contentDue',
  'posted',
  'verified',
  'closed',
  'trouble',
  'ended',
] as const

/** `unknown`: the creator has it, but nobody gave this market's days. */
export const DUE_COLUMNS = [
  'review',
  'toShip',
  'onTheWay',
  'overdue',
  'soon',
  'later',
  'unknown',
  'toVerify',
  'done',
  'trouble',
  'ended',
] as const

export const BOARD_COLUMNS: Readonly<Record<BoardWay, readonly BoardColumnKey[]>> = {
  due: DUE_COLUMNS,
  state: STATE_COLUMNS,
}
export type BoardColumnKey = (typeof STATE_COLUMNS)[number] | (typeof DUE_COLUMNS)[number]

/** Nothing waits there: folded until somebody opens them. */
export const QUIET_COLUMNS: ReadonlySet<BoardColumnKey> = new Set(['closed', 'done', 'ended'])

type Placed = { readonly state: SampleState; readonly deadlines: Pick<SampleDeadlines, 'post'> }

export function columnOf(way: BoardWay, sample: Placed): BoardColumnKey {
  return way === 'state' ? stateColumn(sample.state) : dueColumn(sample)
}

function stateColumn(state: SampleState): BoardColumnKey {
  if (state === 'closed') return 'closed'
  if (ENDED.has(state)) return 'ended'
  return STATE_COLUMNS.find((key) => key === state) ?? 'trouble'
}

function dueColumn({ state, deadlines: { post } }: Placed): BoardColumnKey {
  switch (state) {
    case 'requested':
      return 'review'
    case 'approved':
    case 'packed':
      return 'toShip'
    case 'shipped':
      return 'onTheWay'
    case 'delivered':
    case 'contentDue':
      return post?.level ?? 'unknown'
    case 'posted':
      return 'toVerify'
    case 'verified':
    case 'closed':
      return 'done'
    case 'declined':
    case 'cancelled':
      return 'ended'
    case 'lost':
    case 'refused':
    case 'returned':
    case 'noPost':
    case 'refundable':
      return 'trouble'
  }
}
