/** The one way to show what was asked for: waiting, refused, or the answer. An answer stays while it is asked again. */

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { ErrorState } from './ErrorState'
import { Loading } from './Loading'

export interface AnswerProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

export function Answer<T>({ query, children }: AnswerProps<T>) {
  if (query.data !== undefined) {
    return children(query.data)
  }
  return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
}
