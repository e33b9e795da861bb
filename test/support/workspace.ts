/** A real workspace in a folder of its own, behind the contract, with the clock in the test's hand. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'

import { createContext } from '../../electron/workspace/create-context'
import { createLog } from '../../electron/workspace/log'
import { router } from '../../electron/workspace/router'
import type { Contract } from '../../shared/contract/index'
import type { Progress } from '../../shared/contract/define'

/** Noon of a Thursday, UTC. */
export const NOON = Date.UTC(2026, 0, 15, 12)

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starboard-test-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What tests call: the contract as one workspace answers it. */
export interface Client extends ContractRouterClient<Contract> {}

/** A caller of the contract with no file open. */
export function newCaller(now = NOON, author = 'Lin') {
  const clock = { now }
  // A bug in the product ends the test with its own stack beside the incident's number.
  const log = createLog(({ level, stack }) => {
    if (level === 'error') process.stderr.write(`${stack ?? ''}\n`)
  })
  const context = createContext({ now: () => clock.now++, author, log })
  onTestFinished(() => context.host.close())
  const client: Client = createRouterClient(router, { context })
  return { client, context, clock }
}

/** A caller with a new, empty workspace open. */
export async function newWorkspace({ now = NOON, currency = 'USD', folder = temporaryFolder(), author = 'Lin' } = {}) {
  const caller = newCaller(now, author)
  const file = path.join(folder, 'agency.starboard')
  await caller.client.workspace.create({ file, name: 'Agency', currency })
  return { ...caller, folder, file }
}

export type TestWorkspace = Awaited<ReturnType<typeof newWorkspace>>

/** Runs a job to its end; answers its result and the progress it told. */
export async function finish<R>(
  job: PromiseLike<{ next(): Promise<IteratorResult<Progress, R>> }>,
): Promise<{ readonly result: R; readonly progress: readonly Progress[] }> {
  const iterator = await job
  const progress: Progress[] = []
  for (;;) {
    const step = await iterator.next()
    if (step.done) {
      return { result: step.value, progress }
    }
    progress.push(step.value)
  }
}
