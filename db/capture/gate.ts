/** One writer at a time: work queues behind work, so that a commit waits for a running import instead of mixing with it. */

export interface Gate {
  /** Runs `work` when all earlier work has ended, however it ended. */
  run<T>(work: () => T | Promise<T>): Promise<T>
  /** Whether something is running or waiting. */
  busy(): boolean
}

export function createGate(): Gate {
  let tail: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    busy: () => waiting > 0,
    run: (work) => {
      waiting++
      const result = tail.then(work).finally(() => {
        waiting--
      })
      tail = result.catch(() => undefined)
      return result
    },
  }
}
