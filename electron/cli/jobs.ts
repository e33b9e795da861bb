/** Long work of the contract, awaited: its progress is told, Ctrl-C ends it. */

import type { Progress } from '../../shared/contract/define'
import { AppError } from '../../shared/errors'
import type { Call } from './command'

type Job<R> = AsyncIterator<Progress, R, unknown>

/** Runs a job to its result. Throws `import.cancelled` when the person gave up; the job has then taken everything back. */
export async function finish<R>(
  call: Call,
  what: string,
  start: (options: { signal: AbortSignal }) => Promise<Job<R>>,
): Promise<R> {
  const { signal } = call.io
  const job = await start({ signal })
  let ended = false
  const stop = () => {
    ended = true
    void job.return?.()
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    for (;;) {
      if (signal.aborted) {
        await job.return?.()
        throw new AppError('import.cancelled', {})
      }
      const step = await job.next()
      if (step.done === true) {
        if (ended) {
          throw new AppError('import.cancelled', {})
        }
        return step.value
      }
      call.progress(`${what}: ${shown(step.value)}`)
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function shown({ step, done, total, detail }: Progress): string {
  const share = total === null || total === 0 ? '' : ` ${Math.min(100, Math.floor((done / total) * 100))}%`
  return `${step}${share}${detail === undefined ? '' : ` ${detail}`}`
}
