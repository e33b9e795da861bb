/** How answers are kept: for as long as nothing says that they changed. */

import { QueryClient } from '@tanstack/react-query'

import type { Api } from './workspace'
import { readersOf } from './topics'
import { connection, isAppError } from './workspace'

/** How often a question is asked again after the process that should have answered went away. */
const RETRIES = 3
const PAUSE_MS = 250

/**
 * The cache of answers. There is no network: nothing waits for one, nothing is asked again by the clock or by focus.
 * A question whose process went away is asked again; a command never is, because it may have been done.
 */
export function createQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < RETRIES && isAppError(error) && error.code === 'workspace.gone'
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry,
        retryDelay: 100,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/**
 * Asks again whatever is shown of a topic that changed, and everything after the workspace process came back.
 * Returns how to stop.
 */
export function followNotices(api: Api, answers: QueryClient): () => void {
  const stopped = new AbortController()
  void follow(api, answers, stopped.signal)
  return () => stopped.abort()
}

async function follow(api: Api, answers: QueryClient, signal: AbortSignal): Promise<void> {
  for (let first = true; !signal.aborted; first = false) {
    try {
      const notices = await api.notices.listen({}, { signal })
      if (!first) void answers.invalidateQueries()
      for await (const { topics } of notices) {
        for (const topic of topics) askAgain(answers, topic)
      }
    } catch {
      // The line broke, or main gave up: the next asking waits until there is a line again.
      await pause(signal)
    }
  }
}

function askAgain(answers: QueryClient, topic: string): void {
  const readers = readersOf(topic)
  if (readers === null) {
    void answers.invalidateQueries()
    return
  }
  for (const reader of readers) void answers.invalidateQueries({ queryKey: [[reader]] })
}

/** A moment, or until somebody has tried again. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(() => {
      if (connection.state() !== 'failed') end()
    }, PAUSE_MS)
    const stop = connection.subscribe(() => {
      if (connection.state() !== 'failed') end()
    })
    signal.addEventListener('abort', end)
  })
}
