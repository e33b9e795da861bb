/** Samples in the columns of the board, and what is due on which day. */

import type { SampleBoardQuery } from '../../../shared/contract/samples'
import { dayNumber } from '../../../shared/domain/days'
import { BOARD_COLUMNS, type BoardColumnKey, columnOf } from '../../../shared/domain/sample-board'
import type { z } from '../../../shared/schema'
import type { LedgerSample } from './ledger'
import { within } from './query'

type Query = z.output<typeof SampleBoardQuery>

interface Column {
  readonly key: BoardColumnKey
  count: number
  held: number
  overdue: number
  readonly cards: LedgerSample[]
}

/** Every column with its first `limit` cards, those due first first. */
export function boardOf(samples: readonly LedgerSample[], query: Query, limit: number) {
  const columns = new Map(
    BOARD_COLUMNS[query.by].map((key): [BoardColumnKey, Column] => [
      key,
      { key, count: 0, held: 0, overdue: 0, cards: [] },
    ]),
  )
  const wanted = within(query)
  let total = 0
  for (const sample of samples) {
    const column = columns.get(columnOf(query.by, sample))
    if (column === undefined || !wanted(sample)) continue
    total += 1
    column.count += 1
    if (sample.hold) column.held += 1
    if (levelOf(sample) === 'overdue') column.overdue += 1
    if (column.cards.length < limit) column.cards.push(sample)
  }
  return { total, columns: [...columns.values()] }
}

/** The cards of one column from `offset` on. */
export function cardsOf(
  samples: readonly LedgerSample[],
  query: Query & { readonly column: string; readonly offset: number; readonly limit: number },
): readonly LedgerSample[] {
  const wanted = within(query)
  const cards: LedgerSample[] = []
  let place = 0
  for (const sample of samples) {
    if (columnOf(query.by, sample) !== query.column || !wanted(sample)) continue
    place += 1
    if (place > query.offset) cards.push(sample)
    if (cards.length === query.limit) break
  }
  return cards
}

/** By day: how many answers and posts are due, how many of them too late; only days on which something is. */
export function calendarOf(
  samples: readonly LedgerSample[],
  query: Parameters<typeof within>[0] & { readonly from: string; readonly to: string },
) {
  const wanted = within(query)
  const days = new Map<string, { day: string; review: number; post: number; overdue: number }>()
  for (const sample of samples) {
    const { review, post } = sample.deadlines
    const due = review ?? post
    if (due === null || due.day < query.from || due.day > query.to || !wanted(sample)) continue
    const day = days.get(due.day) ?? { day: due.day, review: 0, post: 0, overdue: 0 }
    days.set(due.day, day)
    if (review === null) day.post += 1
    else day.review += 1
    if (due.level === 'overdue') day.overdue += 1
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** Days back over which the post rate is counted. */
const RATE_DAYS = 30

/**
 * What waits, at a glance. Post rate: of the samples whose last day for posting lay in the last 30 days, how many were
 * posted; basis points, null where none was due.
 */
export function stripOf(
  samples: readonly LedgerSample[],
  query: Parameters<typeof within>[0],
  todayIn: (shop: string) => string,
) {
  const wanted = within(query)
  const strip = { waiting: 0, oldest: null as number | null, toShip: 0, soon: 0, overdue: 0, held: 0 }
  const rate = { due: 0, posted: 0 }
  for (const sample of samples) {
    if (!wanted(sample)) continue
    if (sample.hold) strip.held += 1
    if (sample.state === 'requested') {
      strip.waiting += 1
      const { requestedAt } = sample
      if (requestedAt !== null && (strip.oldest === null || requestedAt < strip.oldest)) strip.oldest = requestedAt
    }
    if (sample.state === 'approved' || sample.state === 'packed') strip.toShip += 1
    const { post, lastDay } = sample.deadlines
    if (post?.level === 'soon') strip.soon += 1
    if (post?.level === 'overdue') strip.overdue += 1
    const ago = lastDay === null ? null : dayNumber(todayIn(sample.shopId)) - dayNumber(lastDay)
    if (ago !== null && ago >= 1 && ago <= RATE_DAYS && sample.state !== 'returned') {
      rate.due += 1
      if (sample.dates.posted !== undefined) rate.posted += 1
    }
  }
  return { ...strip, ...rate, postRate: rate.due === 0 ? null : Math.round((rate.posted * 10_000) / rate.due) }
}

function levelOf({ deadlines: { review, post } }: LedgerSample) {
  return (review ?? post)?.level ?? null
}
