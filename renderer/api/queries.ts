/** How answers are kept: for as long as nothing says that they changed. */

import { notifyManager, QueryClient } from '@tanstack/react-query'

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
        void askAgain(answers, topics)
      }
    } catch {
      // The line broke, or main gave up: the next asking waits until there is a line again.
      await pause(signal)
    }
  }
}

/**
 * Asks again whatever is shown of these topics; done when the answers are here and screens have been told, which is a task
 * later: until then they still show the old ones, and a key pressed meanwhile would work on those.
 */
export async function askAgain(answers: QueryClient, topics: readonly string[]): Promise<void> {
  const readers = topics.map(readersOf)
  const names = new Set(readers.flatMap((reader) => reader ?? []))
  if (readers.includes(null)) await answers.invalidateQueries()
  else await Promise.all([...names].map((name) => answers.invalidateQueries({ queryKey: [[name]] })))
  await new Promise<void>((resolve) => notifyManager.schedule(resolve))
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
