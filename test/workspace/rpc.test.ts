import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'

import { createContext } from '../../electron/workspace/create-context'
import { createLog, type LogEntry } from '../../electron/workspace/log'
import { feedOf, jobOf, os, serve } from '../../electron/workspace/serve'
import { asAppError } from '../../shared/contract/refusal'
import type { Contract } from '../../shared/contract/index'
import { AppError } from '../../shared/errors'

const open: MessagePort[] = []
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

/** A client of `router` over a real message port, and what the server wrote into its log. */
function connect(router: Parameters<typeof serve>[1]) {
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const log: LogEntry[] = []
  serve(port1, router, {
    ...createContext({ author: 'test', now: () => 0 }),
    log: createLog((entry) => log.push(entry)),
  })
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }))
  port1.start()
  port2.start()
  return { client, log }
}

async function refusal(call: Promise<unknown>): Promise<Pick<AppError, 'code' | 'params'>> {
  const { code, params } = await call.then(
    () => expect.fail('the call was answered'),
    (error: unknown) => asAppError(error),
  )
  return { code, params }
}

const state = { status: 'none' as const }

describe('a call', () => {
  test('is answered', async () => {
    const { client } = connect({ workspace: { state: os.workspace.state.handler(() => state) } })
    expect(await client.workspace.state({})).toEqual(state)
  })

  test('is refused with the code and params of the refusal, and a refusal is not a bug', async () => {
    const { client, log } = connect({
      workspace: {
        state: os.workspace.state.handler(() => {
          throw new AppError('workspace.locked', { file: 'a.starboard', holder: '4711' })
        }),
      },
    })
    expect(await refusal(client.workspace.state({}))).toEqual({
      code: 'workspace.locked',
      params: { file: 'a.starboard', holder: '4711' },
    })
    expect(log).toEqual([])
  })

  test('with an input that does not fit is refused by the name of the field, and never reaches the feature', async () => {
    let reached = false
    const { client, log } = connect({
      history: {
        recent: os.history.recent.handler(() => {
          reached = true
          return { steps: [], undo: null, redo: null }
        }),
      },
    })
    expect(await refusal(client.history.recent({ limit: 0 }))).toMatchObject({
      code: 'input.invalid',
      params: { path: 'limit' },
    })
    expect(reached).toBe(false)
    expect(log).toEqual([])
  })

  test('that fails by a bug says nothing but an incident number; the log has the stack under that number', async () => {
    const { client, log } = connect({
      workspace: {
        state: os.workspace.state.handler(() => {
          throw new Error('SQLITE_ERROR: no such column: secret')
        }),
      },
    })
    const error: unknown = await client.workspace.state({}).catch((thrown: unknown) => thrown)
    const { code, params } = asAppError(error)
    expect(code).toBe('internal')
    expect(JSON.stringify(error) + String(error)).not.toMatch(/secret|SQLITE|rpc\.test/)
    const { incident } = params as { incident: string }
    expect(log).toHaveLength(1)
    expect(log[0]?.text).toBe(`incident ${incident} in workspace.state`)
    expect(log[0]?.stack).toContain('no such column: secret')
  })

  test('whose answer does not fit the contract is a bug too', async () => {
    const { client, log } = connect({
      workspace: { state: os.workspace.state.handler(() => ({ status: 'half' }) as never) },
    })
    expect((await refusal(client.workspace.state({}))).code).toBe('internal')
    expect(log[0]?.stack).toContain('Output validation failed')
  })

  test('that takes more than 40 ms is written down with its duration', async () => {
    const { client, log } = connect({
      workspace: {
        state: os.workspace.state.handler(() => {
          const until = performance.now() + 50
          while (performance.now() < until);
          return state
        }),
      },
    })
    await client.workspace.state({})
    expect(log).toHaveLength(1)
    expect(log[0]?.text).toMatch(/^slow workspace\.state \d+ ms$/)
  })
})

describe('a job', () => {
  const progress = (done: number) => ({ step: 'lines', done, total: 3 })

  test('tells its progress, then its result', async () => {
    const { client } = connect({
      imports: {
        undo: os.imports.undo.handler(
          jobOf(async function* () {
            yield progress(1)
            yield progress(2)
            return { lines: 3 }
          }),
        ),
      },
    })
    const run = await client.imports.undo({ batchId: 'b' })
    expect(await run.next()).toEqual({ done: false, value: progress(1) })
    expect(await run.next()).toEqual({ done: false, value: progress(2) })
    expect(await run.next()).toEqual({ done: true, value: { lines: 3 } })
  })

  test.each([
    ['a refusal', new AppError('import.busy', {}), 'import.busy', 0],
    ['a bug', new TypeError('x is not a function'), 'internal', 1],
  ])('that ends in %s after its first progress is refused the same way as a call', async (_, thrown, code, logged) => {
    const { client, log } = connect({
      imports: {
        undo: os.imports.undo.handler(
          jobOf(async function* () {
            yield progress(1)
            throw thrown
          }),
        ),
      },
    })
    const run = await client.imports.undo({ batchId: 'b' })
    await run.next()
    const error: unknown = await run.next().catch((caught: unknown) => caught)
    expect(asAppError(error).code).toBe(code)
    expect(JSON.stringify(error)).not.toContain('is not a function')
    expect(log).toHaveLength(logged)
  })

  test.each(['ends the iteration', 'aborts the call'] as const)(
    'is ended, with its clean-up run and no bug reported, when the caller %s',
    async (how) => {
      let ended: (after: number) => void = () => {}
      const cleanedUp = new Promise<number>((resolve) => {
        ended = resolve
      })
      const { client, log } = connect({
        imports: {
          undo: os.imports.undo.handler(
            jobOf(async function* () {
              let done = 0
              try {
                for (;;) {
                  done++
                  yield progress(done)
                  await new Promise((resolve) => setImmediate(resolve))
                }
              } finally {
                ended(done)
              }
            }),
          ),
        },
      })
      const abort = new AbortController()
      const run = await client.imports.undo({ batchId: 'b' }, { signal: abort.signal })
      await run.next()
      if (how === 'ends the iteration') await run.return?.({ lines: 0 })
      else abort.abort()
      expect(await cleanedUp).toBeGreaterThan(0)
      expect(log).toEqual([])
    },
  )

  test('is ended when its caller goes away', async () => {
    let ended: () => void = () => {}
    const cleanedUp = new Promise<void>((resolve) => {
      ended = resolve
    })
    const { client } = connect({
      imports: {
        undo: os.imports.undo.handler(
          jobOf(async function* () {
            try {
              for (;;) {
                yield progress(1)
                await new Promise((resolve) => setImmediate(resolve))
              }
            } finally {
              ended()
            }
          }),
        ),
      },
    })
    const run = await client.imports.undo({ batchId: 'b' })
    await run.next()
    for (const port of open.splice(0)) port.close()
    await expect(cleanedUp).resolves.toBeUndefined()
  })
})

describe('a feed', () => {
  test('keeps news in order while the listener is busy and stops its source when the listener leaves', async () => {
    let send: (topics: string[]) => void = () => {}
    let stopped: () => void = () => {}
    const stop = new Promise<void>((resolve) => {
      stopped = resolve
    })
    const { client } = connect({
      notices: {
        listen: os.notices.listen.handler(
          feedOf((_options, push: (notice: { topics: string[] }) => void) => {
            send = (topics) => push({ topics })
            return stopped
          }),
        ),
      },
    })
    const feed = await client.notices.listen({})
    send(['shops'])
    send(['roi', 'imports'])
    expect(await feed.next()).toEqual({ done: false, value: { topics: ['shops'] } })
    expect(await feed.next()).toEqual({ done: false, value: { topics: ['roi', 'imports'] } })
    await feed.return?.()
    await expect(stop).resolves.toBeUndefined()
  })
})
