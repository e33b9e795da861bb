/** Starboard itself, asked through its contract as the window asks it. */

import { createRouterClient, type RouterClient } from '@orpc/server'

import { createContext } from '../../electron/workspace/create-context'
import type { WorkspaceContext } from '../../electron/workspace/context'
import { router } from '../../electron/workspace/router'
import { putRecord } from '../../db/repositories/records'
import type { Progress } from '../../shared/contract/define'
import { dayOfNumber } from '../../shared/domain/days'
import { FIRST_SECOND, type WorkloadFile, type WorkloadShop } from './workload'

/** Euro in US dollars; no amount in cents × 1.08 ends on a half, so that any way of rounding agrees. */
export const EURO = 1.08

export interface Product {
  readonly client: RouterClient<typeof router>
  readonly context: WorkspaceContext
}

export function startProduct(): Product {
  const context = createContext({ author: 'bench' })
  return { client: createRouterClient(router, { context }), context }
}

/** A new workspace with the shops and the one rate that the workload needs. */
export async function createAgency(file: string, shops: readonly WorkloadShop[]): Promise<Product> {
  const product = startProduct()
  const { client } = product
  await client.workspace.create({ file, name: 'Bench', currency: 'USD' })
  for (const { name, market, currency } of shops) await client.shops.add({ name, market, currency })
  const day = dayOfNumber(FIRST_SECOND / 86_400 - 1)
  await client.rates.put({ day, base: 'EUR', quote: 'USD', rate: String(EURO), source: 'bench' })
  return product
}

/** Opens a file and waits for the backup of the day, which otherwise goes on while something else is measured. */
export async function openQuiet(file: string): Promise<Product> {
  const product = startProduct()
  await product.client.workspace.open({ file })
  for (;;) {
    const backups = await product.client.workspace.backups({})
    if (backups.some(({ reason }) => reason === 'daily')) return product
    await new Promise((resolve) => void setTimeout(resolve, 20))
  }
}

/** Record ids of the shops, by the workload's names. */
export async function shopIds({ client }: Product): Promise<ReadonlyMap<string, string>> {
  return new Map((await client.shops.list({})).map(({ id, name }) => [name, id]))
}

export interface Imported {
  readonly rows: number
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

/** Imports the files one after the other; answers the sums of their counts. */
export async function importAll(product: Product, files: readonly WorkloadFile[]): Promise<Imported> {
  const ids = await shopIds(product)
  const sums = { rows: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 }
  for (const { path, shop } of files) {
    const result = await lastOf(product.client.imports.run({ path, shopId: ids.get(shop.name) ?? '' }))
    for (const name of ['rows', 'inserted', 'updated', 'unchanged', 'rejected'] as const) sums[name] += result[name]
  }
  return sums
}

/** The result of a job; its progress is let go by. */
export async function lastOf<R>(job: PromiseLike<AsyncIterator<Progress, R, unknown>>): Promise<R> {
  const steps = await job
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
  }
}

export interface Fee {
  readonly creator: string
  readonly amount: number
  readonly day: number
}

/** Flat fees as records of the first shop, in one step. */
export async function addFees({ context }: Product, shopId: string, fees: readonly Fee[]): Promise<void> {
  const intent = { author: 'bench', label: 'costs.add:bench' }
  await context.host.current().workspace.commit(intent, (tx) => {
    for (const { creator, amount, day } of fees) {
      const fields = { shopId, creatorHandle: creator, kind: 'fee', amount, currency: 'USD', day: dayOfNumber(day) }
      putRecord(tx, 'costLines', null, fields, context.now())
    }
  })
}
