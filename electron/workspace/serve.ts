/**
 * How the contract is answered: `os` is what features are written with, `serve` speaks to one port.
 *
 * Every failure, in a call or while a job is iterated, leaves as a refusal of the closed list (`errors.ts`).
 */

import { mapEventIterator } from '@orpc/client'
import { type AnyRouter, implement, type ImplementerInternalWithMiddlewares } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'

import { type Contract, contract } from '../../shared/contract/index'
import type { WorkspaceContext } from './context'
import { refusalOf } from './errors'
import { shownTo } from './roles/showing'

export { feedOf, jobOf } from './jobs'

/** Calls that take longer are written to the log. */
const SLOW_MS = 40

// Named, because the type written out is longer than the compiler will put into a declaration.
type Implementer = ImplementerInternalWithMiddlewares<Contract, WorkspaceContext, WorkspaceContext>

/** The contract, ready to be implemented: `os.shops.list.handler(({ input, context }) => …)`. */
export const os: Implementer = implement(contract)
  .$context<WorkspaceContext>()
  .use(async ({ context, path, next, signal, procedure }, input: unknown) => {
    const { log } = context
    const call = path.join('.')
    // An aborted call has nobody left to tell, and its end is no bug.
    const refuse = (error: unknown) => (signal?.aborted ? error : refusalOf(error, call, log))
    const started = performance.now()
    try {
      const result = await next()
      const output: unknown = result.output
      const show = shownTo(context, procedure['~orpc'].outputSchema, input)
      if (!isIterator(output)) return show === null ? result : { ...result, output: show(output) }
      return {
        ...result,
        output: mapEventIterator(output, {
          value: async (value, done) => (done && show !== null ? show(value) : value),
          error: async (error) => refuse(error),
        }),
      }
    } catch (error) {
      throw refuse(error)
    } finally {
      const ms = Math.round(performance.now() - started)
      if (ms > SLOW_MS) log.info(`slow ${call} ${ms} ms`)
    }
  })

/** The least of a port that the server needs: Node's, Electron's and the browser's fit. */
type Port = Parameters<RPCHandler<WorkspaceContext>['upgrade']>[0]

/** Wraps every call that arrives over a port: `next` answers it. */
export type AroundCall = (path: readonly string[], next: () => Promise<unknown>) => Promise<unknown>

/** Answers the calls that arrive on `port` until it closes. The caller starts the port. */
export function serve(port: Port, router: AnyRouter, context: WorkspaceContext, around?: AroundCall): void {
  const clientInterceptors = around ? [({ path, next }: Call) => around(path, next)] : []
  new RPCHandler<WorkspaceContext>(router, { clientInterceptors }).upgrade(port, { context })
}

interface Call {
  readonly path: readonly string[]
  readonly next: () => Promise<unknown>
}

function isIterator(value: unknown): value is AsyncIteratorObject<unknown, unknown, void> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
