/** The queue as the screen walks through it: pages as far as they are on screen, one of them chosen. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { QUEUES, ReviewRow } from '../../../shared/contract/reviews'
import { api, orpc } from '../../api'
import { type GridRows, useWindowRows } from '../../grid/rows'

export type QueueName = (typeof QUEUES)[number]

export interface QueueFilter {
  readonly queue: QueueName
  readonly shopId: string | null
  readonly search: string
}

export interface QueueState {
  readonly rows: GridRows<ReviewRow>
  readonly counts: Readonly<Record<QueueName, number>> | null
  /** How many wait past their time. */
  readonly late: number
  /** The place of the chosen one. */
  readonly at: number
  readonly row: ReviewRow | null
  readonly go: (index: number) => void
  readonly next: () => void
  readonly before: () => void
  /** Shows a review wherever it stands. */
  readonly choose: (id: string) => void
}

const PAGE = 100

/** `first`: the review that the screen was opened for. */
export function useQueue(filter: QueueFilter, first: string | null): QueueState {
  const page = (offset: number, limit: number) => ({ ...filter, cursor: JSON.stringify([offset]), limit })
  const rows = useWindowRows<ReviewRow>({
    queryKey: [...orpc.reviews.list.key(), filter],
    pageSize: PAGE,
    fetch: (offset, limit, signal) => api.reviews.list(page(offset, limit), { signal }),
  })
  const head = useQuery({
    ...orpc.reviews.list.queryOptions({ input: { ...filter, limit: 1 } }),
    placeholderData: keepPreviousData,
  }).data
  const [wanted, setWanted] = useState(0)
  const [named, setNamed] = useState(first)
  const [shown, setShown] = useState(filter)
  if (shown.queue !== filter.queue || shown.shopId !== filter.shopId || shown.search !== filter.search) {
    setShown(filter)
    setWanted(0)
  }
  // One that was judged leaves the queue: the next comes up in its place.
  const at = Math.max(0, Math.min(wanted, rows.count - 1))
  const one = useQuery({ ...orpc.reviews.get.queryOptions({ input: { id: named ?? '' } }), enabled: named !== null })
  const go = (index: number) => {
    setNamed(null)
    setWanted(Math.max(0, Math.min(index, rows.count - 1)))
  }
  return {
    rows,
    counts: head?.counts ?? null,
    late: head?.overdue ?? 0,
    at: named === null ? at : -1,
    row: named === null ? (rows.get(at) ?? null) : (one.data ?? null),
    go,
    next: () => go(named === null ? at + 1 : at),
    before: () => go(named === null ? at - 1 : at),
    choose: setNamed,
  }
}
