/** Shops and clients by id, so that a reference in question is shown by its name. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { orpc } from '../api'
import type { Names } from '../messages/record-text'

export function useNames(): Names {
  const shops = useQuery(orpc.shops.list.queryOptions({ input: { archived: true } })).data
  const clients = useQuery(orpc.clients.list.queryOptions({ input: {} })).data
  return useMemo(
    () => new Map([...(shops ?? []), ...(clients ?? [])].map(({ id, name }) => [id, name] as const)),
    [shops, clients],
  )
}
