/** M1: a month of 200,000 order lines from estimate to actual, against the plainest pass over the same lines. */

import { join } from 'node:path'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import type { OrderRow } from '../../electron/workspace/files/order-export'
import { createAgency, lastOf } from './product'
import { each, msOf } from './times'
import { workloadShops } from './workload'

export interface SettlementInput {
  readonly folder: string
  readonly lines: number
  readonly rounds: number
}

/** Milliseconds, one for each round. */
export interface SettlementTimes {
  /** With the amounts read from the imported chunks. */
  readonly firstMs: number
  readonly sheet: readonly number[]
  /** The ROI table by creator of the same lines. */
  readonly roi: readonly number[]
  /** The 200 newest lines of a creator. */
  readonly lines: readonly number[]
}

const MONTH = '2026-01'
const CREATORS = 500
const FIRST = Date.UTC(2026, 0, 1) / 1000
const DAY = 86_400

export async function settlementRounds({ folder, lines, rounds }: SettlementInput): Promise<SettlementTimes> {
  const [shop] = workloadShops(1)
  const { client, context } = await createAgency(join(folder, 'settlement.starboard'), shop ? [shop] : [])
  const [known] = await client.shops.list({})
  const shopId = known?.id ?? ''
  const currency = known?.currency ?? 'USD'
  const path = join(folder, 'settlement.csv')
  await writeOrderExport(path, { layout: 'affiliateOrders.en', container: 'csv', currency }, monthOf(lines, currency))
  await lastOf(client.imports.run({ path, shopId }))
  const scope = { shopId, month: MONTH }
  const firstMs = await msOf(() => client.settlement.sheet(scope))
  const { total } = await client.settlement.sheet(scope)
  const { estimated, actual, difference } = total
  if (total.lines !== lines || estimated + difference !== actual) throw new Error('the sheet does not add up')
  const turns = Array.from({ length: rounds }, (_, round) => round)
  const days = { from: '2026-01-01', to: '2026-01-31' }
  const times = {
    firstMs,
    sheet: await each(turns, () => client.settlement.sheet(scope)),
    roi: await each(turns, () => client.roi.table({ by: ['creator'], shops: [shopId], ...days })),
    lines: await each(turns, (round) => client.settlement.lines({ ...scope, creator: `creator.${round}`, limit: 200 })),
  }
  context.host.close()
  return times
}

/** Of ten lines one came back by half, one whole, one is pending, one frozen. */
function* monthOf(lines: number, currency: string): Generator<OrderRow> {
  for (let i = 0; i < lines; i++) {
    const payment = 1000 + (i % 977) * 10
    const commission = Math.round(payment * 0.15)
    const kind = i % 10
    const isOpen = kind === 2 || kind === 3
    const kept = kind === 0 ? 0.5 : kind === 1 ? 0 : 1
    yield {
      orderId: String(577_000_000_000_000_000n + BigInt(i)),
      productId: '1729000000000000001',
      skuId: '1729000000000000101',
      price: payment,
      payment,
      currency,
      quantity: 1,
      fullyReturned: kind === 1,
      status: kind === 2 ? 'pending' : kind === 3 ? 'frozen' : 'settled',
      creator: `creator.${i % CREATORS}`,
      contentType: 'video',
      standardRate: 1500,
      estimatedBase: payment,
      estimatedStandard: commission,
      actualBase: isOpen ? null : payment * kept,
      actualStandard: isOpen ? null : Math.round(commission * kept),
      created: FIRST + (i % 31) * DAY + (i % DAY),
    }
  }
}
