/** M3: a million income lines against the affiliate lines of the same shop, asked through the contract. */

import { join } from 'node:path'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { watchTurns } from './backup-steps'
import { affiliateLines, affiliatesOf, comparePlainly, expectedStates, orderIdOf, writeIncome } from './income-workload'
import { createAgency, lastOf, openQuiet, type Product } from './product'
import { each, msOf } from './times'

export interface IncomeInput {
  readonly folder: string
  readonly lines: number
  readonly rounds: number
}

/** Milliseconds. */
export interface IncomeTimes {
  readonly affiliates: number
  readonly importMs: number
  /** Every question worked out anew, as after an import. */
  readonly first: readonly number[]
  readonly plain: readonly number[]
  readonly longestTurns: readonly number[]
  readonly overview: readonly number[]
  /** 200 of those that differ, from the greatest on. */
  readonly orders: readonly number[]
  readonly lines: readonly number[]
  readonly late: readonly number[]
}

export async function incomeRounds({ folder, lines, rounds }: IncomeInput): Promise<IncomeTimes> {
  const file = join(folder, 'income.starboard')
  const made = await createAgency(file, [{ no: 0, name: 'SEA', market: 'SG', currency: 'USD' }])
  made.context.host.close()
  const product = await openQuiet(file)
  const [shop] = await product.client.shops.list({})
  const shopId = shop?.id ?? ''
  const affiliates = join(folder, 'affiliates.csv')
  const how = { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' } as const
  await writeOrderExport(affiliates, how, affiliatesOf(lines))
  await lastOf(product.client.imports.run({ path: affiliates, shopId }))
  const files = writeIncome(join(folder, 'files'), lines)
  const importMs = await msOf(async () => {
    for (const path of files) await lastOf(product.client.imports.run({ path, shopId }))
  })
  const plainly = comparePlainly(lines)
  const first: number[] = []
  const plain: number[] = []
  const longestTurns: number[] = []
  const turns = Array.from({ length: rounds }, (_, round) => round)
  for (const _ of turns) {
    await product.client.workspace.close({})
    await product.client.workspace.open({ file })
    const longest = watchTurns()
    first.push(await msOf(() => check(product, shopId, lines)))
    longestTurns.push(longest())
    plain.push(await msOf(() => void plainly()))
  }
  const { client } = product
  const times = {
    affiliates: affiliateLines(lines),
    importMs,
    first,
    plain,
    longestTurns,
    overview: await each(turns, () => client.income.overview({ shopId })),
    orders: await each(turns, (round) => client.income.orders({ shopId, offset: round * 200, limit: 200 })),
    lines: await each(turns, (round) => client.income.lines({ shopId, orderId: String(orderIdOf(round * 40)) })),
    late: await each(turns, () => client.income.late({ shopId })),
  }
  product.context.host.close()
  return times
}

/** The whole overview; what it says must be what the files were made of. */
async function check({ client }: Product, shopId: string, lines: number): Promise<void> {
  const { compared, months } = await client.income.overview({ shopId })
  for (const [state, count] of Object.entries(expectedStates(lines))) {
    const found = compared.reduce(
      (sum, { counts }) => sum + (Object.entries(counts).find(([s]) => s === state)?.[1] ?? 0),
      0,
    )
    if (found !== count) throw new Error(`${found} orders are ${state}, not ${count}`)
  }
  const settled = months.reduce((sum, month) => sum + month.lines, 0)
  if (settled !== lines) throw new Error(`${settled} income lines, not ${lines}`)
}
