/** Turns work that reports its progress by calling back into the generator that a job is. */

import { AppError } from '../../shared/errors'
import type { Progress } from '../../shared/contract/define'

/** What the work gets: where to report, and a flag that says it is no longer wanted. */
export interface Reporter {
  readonly report: (progress: Progress) => void
  /** Throws `import.cancelled` once the caller has gone; call it between slices. */
  readonly checkWanted: () => void
  readonly signal: AbortSignal
}

/**
 * Runs `work` and yields what it reports, the newest only where the caller is slower.
 *
 * Ending the generator early aborts the work and waits until it has taken everything back.
 */
export async function* withProgress<R>(
  outer: AbortSignal | undefined,
  work: (reporter: Reporter) => Promise<R>,
): AsyncGenerator<Progress, R, void> {
  const abort = new AbortController()
  const stop = () => abort.abort()
  outer?.addEventListener('abort', stop, { once: true })
  let latest: Progress | null = null
  let wake = () => {}
  let done = false
  const running = work({
    signal: abort.signal,
    report(progress) {
      latest = progress
      wake()
    },
    checkWanted() {
      if (abort.signal.aborted || outer?.aborted) {
        throw new AppError('import.cancelled', {})
      }
    },
  }).finally(() => {
    done = true
    wake()
  })
  // Awaited below in every path; this only keeps an early failure from counting as unhandled.
  running.catch(() => undefined)
  try {
    while (!done) {
      if (latest === null) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const next = takeLatest()
      if (next) {
        yield next
      }
    }
    return await running
  } finally {
    outer?.removeEventListener('abort', stop)
    if (!done) {
      abort.abort()
      await running.catch(() => undefined)
    }
  }

  function takeLatest(): Progress | null {
    const next = latest
    latest = null
    return next
  }
}
