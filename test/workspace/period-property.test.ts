/**
 * A closed month never changes: whatever is imported, undone, imported again, merged from a colleague or locked as a rate
 * afterwards, its digest, its figures and its settlement sheet stay, and with the adjustments they are what the lines say now.
 */

import fs from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { creatorId } from '../../db/capture/derived'
import { type Colleague, colleagues, give, meet } from '../support/colleagues'
import { at, orderRow } from '../support/exports'
import { finish } from '../support/workspace'

const MONTH = '2026-01'
const FEBRUARY = Date.UTC(2026, 1, 3, 12)
const JANUARY = { from: '2026-01-01', to: '2026-01-31', currency: 'USD' } as const
const MONEY = ['gmv', 'refund', 'commission'] as const
const HANDLES = ['mia', 'zoe', 'bo_kitchen'] as const

interface World {
  readonly li: Colleague
  readonly wang: Colleague
  readonly shopId: string
  readonly batches: string[]
}

interface Action {
  readonly name: string
  readonly run: (world: World) => Promise<unknown>
}

let files = 0

async function load({ client, file }: Colleague, { shopId, batches }: World, rows: ReturnType<typeof orderRow>[]) {
  const target = path.join(path.dirname(file), `orders-${(files += 1)}.csv`)
  await writeOrderExport(target, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  const second = Date.UTC(2026, 1, 2) / 1000 + files
  fs.utimesSync(target, second, second)
  const { batchId } = (await finish(client.imports.run({ path: target, shopId }))).result
  if (batchId !== null) batches.push(batchId)
}

const amount = fc.integer({ min: 1, max: 90_000 })
const row = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    creator: fc.constantFrom(...HANDLES),
    day: fc.constantFrom('2026-01-05', '2026-01-31', '2026-02-01', '2025-12-31'),
    base: amount,
    settled: fc.boolean(),
    returned: fc.constantFrom(0, 0.5, 1),
  })
  .map(({ n, creator, day, base, settled, returned }) =>
    orderRow({
      orderId: `5770000000000000${String(n).padStart(2, '0')}`,
      creator,
      created: at(`${day} 12:00:00`),
      payment: base,
      price: base,
      estimatedBase: base,
      estimatedStandard: Math.round(base * 0.15),
      ...(settled
        ? { actualBase: Math.round(base * (1 - returned)), actualStandard: Math.round(base * 0.15 * (1 - returned)) }
        : { status: 'pending', actualBase: null, actualStandard: null }),
      ...(settled && returned === 1 && { fullyReturned: true }),
    }),
  )
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: (one) => one.orderId })

/** What may be refused (nothing to undo, a file that is gone) is an action too. */
const quietly = (work: () => PromiseLike<unknown>): Promise<unknown> => Promise.resolve(work()).catch(() => undefined)

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: rows.map((some) => ({ name: 'import', run: (world: World) => load(world.li, world, some) })),
  },
  {
    weight: 2,
    arbitrary: rows.map((some) => ({
      name: 'a colleague imports and sends',
      run: async (world: World) => {
        await load(world.wang, world, some)
        await give(world.wang, world.li)
      },
    })),
  },
  fc.nat().map((n) => ({
    name: 'take a file back',
    run: ({ li, batches }: World) =>
      quietly(async () => finish(li.client.imports.undo({ batchId: batches[n % batches.length] ?? '' }))),
  })),
  fc.nat().map((n) => ({
    name: 'import it again',
    run: ({ li, batches }: World) =>
      quietly(async () => finish(li.client.imports.redo({ batchId: batches[n % batches.length] ?? '' }))),
  })),
  fc.constant({ name: 'undo', run: ({ li }: World) => quietly(() => li.client.history.undo({})) }),
  fc.constant({ name: 'redo', run: ({ li }: World) => quietly(() => li.client.history.redo({})) }),
  fc.integer({ min: 60_000, max: 80_000 }).map((rate) => ({
    name: 'lock another rate',
    run: ({ li }: World) =>
      li.client.records.put({
        entity: 'rateLocks',
        fields: { month: MONTH, base: 'USD', quote: 'CNY', rate: String(rate / 10_000), source: 'bank' },
      }),
  })),
  fc.record({ from: fc.constantFrom(...HANDLES), into: fc.constantFrom(...HANDLES) }).map(({ from, into }) => ({
    name: `merge ${from} into ${into}`,
    run: ({ li }: World) =>
      quietly(() => li.client.creators.merge({ loser: creatorId(from), winner: creatorId(into), take: [] })),
  })),
  fc.constant({ name: 'exchange', run: ({ li, wang }: World) => meet([li, wang]) }),
)

test(
  'a closed month never changes, and with its adjustments it is what the lines say now',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(actions, { minLength: 1, maxLength: 6 }), async (first, later) => {
        const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
        for (const one of [li, wang]) one.clock.now = FEBRUARY
        const { id: shopId } = await li.client.shops.add({ name: 'Glow', market: 'US' })
        const world: World = { li, wang, shopId, batches: [] }
        const scope = { shopId, month: MONTH }
        await load(li, world, [...first, orderRow({ created: at('2026-01-02 12:00:00') })])
        await meet([li, wang])
        const { close } = await li.client.periods.close(scope)
        expect(close?.total).not.toBeNull()
        for (const action of later) {
          await action.run(world)
          const month = await li.client.periods.month(scope)
          expect([action.name, month.state, month.close]).toEqual([action.name, 'closed', close])
          expect(await li.client.periods.verify(scope)).toMatchObject({ standing: 'whole', sha256: close?.sha256 })
          const { total } = await li.client.periods.adjustments(scope)
          const sheet = (await li.client.settlement.sheet(scope)).total
          const roi = (await li.client.roi.table({ by: ['shop'], shops: [shopId], ...JANUARY })).total
          const frozen = MONEY.map((part) => close?.total?.[part] ?? 0)
          const since = MONEY.map((part) => total[part] ?? 0)
          // The sheet is what was frozen, with what came since beside it; both together are what the lines say now.
          expect([action.name, sheet.gmv, sheet.refunds, sheet.actual]).toEqual([action.name, ...frozen])
          expect([action.name, sheet.since?.gmv, sheet.since?.refunds, sheet.since?.actual]).toEqual([
            action.name,
            ...since,
          ])
          expect([action.name, ...frozen.map((amount, i) => amount + (since[i] ?? 0))]).toEqual([
            action.name,
            roi.gmv,
            roi.refunds,
            roi.commission,
          ])
        }
        await meet([li, wang])
        const theirs = await wang.client.periods.month(scope)
        expect([theirs.state, theirs.close]).toEqual(['closed', close])
      }),
      { numRuns: Number(process.env['RUNS'] ?? 12) },
    )
  },
)
