/**
 * The two kinds of calls that answer more than once: a job (progress, then a result) and a feed (news without an end).
 *
 * Both end cleanly when the caller stops listening, aborts the call or goes away.
 */

/** The least of a call's options that the helpers need. */
interface Abortable {
  readonly signal?: AbortSignal | undefined
}

/**
 * A handler for long work: `os.imports.run.handler(jobOf(async function* ({ input, context, signal }) { … }))`.
 *
 * Nothing runs before the caller asks for the first value. When the call is aborted the generator is ended at its
 * next `yield`, so that its `finally` can take back what it did; between yields it may look at `signal` itself.
 */
export function jobOf<O extends Abortable, Y, R>(
  work: (options: O) => AsyncGenerator<Y, R, void>,
): (options: O) => AsyncGenerator<Y, R, void> {
  return async function* job(options) {
    const running = work(options)
    let finished = false
    try {
      for (;;) {
        options.signal?.throwIfAborted()
        const step = await running.next()
        if (step.done) {
          finished = true
          return step.value
        }
        yield step.value
      }
    } finally {
      // Ended from outside: let the work clean up. What it returns then is given to nobody.
      if (!finished) await running.return(undefined as R)
    }
  }
}

/**
 * A handler for a feed: `os.notices.listen.handler(feedOf(({ context }, send) => context.onNotice(send)))`.
 *
 * `subscribe` returns how to stop; values that come while the caller is busy wait in order.
 */
export function feedOf<O extends Abortable, Y>(
  subscribe: (options: O, send: (value: Y) => void) => () => void,
): (options: O) => AsyncIteratorObject<Y, void, void> {
  return (options) => {
    const waiting: Y[] = []
    const listener: { wake: (() => void) | null; open: boolean } = { wake: null, open: true }
    const stop = subscribe(options, (value) => {
      waiting.push(value)
      listener.wake?.()
    })
    function end(): Promise<IteratorReturnResult<void>> {
      if (listener.open) {
        listener.open = false
        stop()
        listener.wake?.()
      }
      return Promise.resolve({ done: true, value: undefined })
    }
    options.signal?.addEventListener('abort', () => void end(), { once: true })
    if (options.signal?.aborted) void end()
    const feed: AsyncIteratorObject<Y, void, void> = {
      async next() {
        while (listener.open && waiting.length === 0) {
          await new Promise<void>((resolve) => {
            listener.wake = resolve
          })
        }
        return listener.open ? { done: false, value: waiting.shift() as Y } : { done: true, value: undefined }
      },
      return: end,
      [Symbol.asyncIterator]: () => feed,
    }
    return feed
  }
}
