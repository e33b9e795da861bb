import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type OrderRow, writeOrderExport } from '../../electron/workspace/files/order-export'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'
import { at } from '../support/exports'
import { problems, shopWorkspace, type ShopWorkspace } from '../support/imports'
import { type Imported, naiveTotals, type Totals } from '../support/naive-totals'

/*
 * Random exports, imported from real files into a real workspace in any order, cut in parts, with lines doubled, twice,
 * taken back and brought again: after every step the figures are those that the naive sum over the live files gives.
 */

const amount = fc.constantFrom(0, 1, 333, 1000, 9999)
const perhaps = fc.option(amount, { nil: null, freq: 2 })

const lineArbitrary: fc.Arbitrary<OrderRow> = fc
  .record({
    order: fc.integer({ min: 1, max: 5 }),
    sku: fc.integer({ min: 1, max: 2 }),
    // Around midnight of the turn of a month, so that one order can move from month to month.
    second: fc.integer({ min: 0, max: 3 * 86_400 }),
    creator: fc.constantFrom('ana', 'bo'),
    status: fc.constantFrom(...ORDER_STATUSES),
    contentType: fc.constantFrom(...CONTENT_TYPES),
    fullyReturned: fc.boolean(),
    quantity: fc.integer({ min: 0, max: 3 }),
    returnedQuantity: fc.integer({ min: 0, max: 3 }),
    payment: amount,
    estimatedBase: perhaps,
    actualBase: perhaps,
    estimatedStandard: perhaps,
    actualStandard: perhaps,
    estimatedAds: perhaps,
    actualAds: perhaps,
    estimatedBonus: perhaps,
    actualBonus: perhaps,
  })
  .map(({ order, sku, second, ...rest }) => ({
    ...rest,
    orderId: `57700000000000000${order}`,
    productId: '1729000000000000001',
    skuId: `173000000000000000${sku}`,
    productName: 'Serum',
    currency: 'USD',
    created: at('2026-01-30 12:00:00') + second,
  }))

interface Export {
  readonly kind: Imported['kind']
  readonly age: number
  /** One line for each key, so that its parts do not depend on where it is cut. */
  readonly lines: readonly OrderRow[]
  readonly parts: number
  /** How many of its lines stand in it twice. */
  readonly doubled: number
}

const exportArbitrary: fc.Arbitrary<Export> = fc.record({
  kind: fc.constantFrom('affiliateOrders' as const, 'creatorOrders' as const),
  age: fc.integer({ min: 0, max: 3 }),
  lines: fc.uniqueArray(lineArbitrary, {
    minLength: 1,
    maxLength: 8,
    selector: ({ orderId, skuId }) => `${orderId} ${skuId}`,
  }),
  parts: fc.integer({ min: 1, max: 3 }),
  doubled: fc.integer({ min: 0, max: 2 }),
})

const exportsArbitrary = fc.array(exportArbitrary, { minLength: 1, maxLength: 3 })

/** One file on the disk. */
interface Piece {
  readonly kind: Imported['kind']
  readonly modifiedAt: number
  readonly lines: readonly OrderRow[]
}

function piecesOf({ kind, age, lines, parts, doubled }: Export): Piece[] {
  const length = Math.ceil(lines.length / parts)
  return Array.from({ length: parts }, (_, part) => lines.slice(part * length, (part + 1) * length))
    .filter((piece) => piece.length > 0)
    .map((piece) => ({
      kind,
      modifiedAt: Date.UTC(2026, 2, 10 + age),
      // A creator's own file holds that creator's lines only.
      lines: [...piece, ...piece.slice(0, doubled)].map((line) =>
        kind === 'creatorOrders' ? { ...line, creator: 'bo' } : line,
      ),
    }))
}

/** A workspace and what should be in it. */
async function tracked() {
  const workspace = await shopWorkspace()
  const known = new Map<string, Imported>()
  const live = new Set<string>()
  return {
    workspace,
    live,
    known,
    must: (): Totals => naiveTotals([...live].flatMap((id) => known.get(id) ?? [])),
    bring: async (file: string, { kind, modifiedAt, lines }: Piece): Promise<string> => {
      const { batchId } = await workspace.run(file, kind === 'creatorOrders' ? { creator: 'bo' } : {})
      const id = batchId ?? ''
      // The same bytes again are the import that is known already, as old as it was.
      known.set(id, known.get(id) ?? { batchId: id, kind, modifiedAt, lines })
      live.add(id)
      return id
    },
    takeBack: async (id: string) => {
      await workspace.undo(id)
      live.delete(id)
    },
  }
}

async function written(workspace: ShopWorkspace, { kind, modifiedAt, lines }: Piece): Promise<string> {
  const file = workspace.place('csv')
  const layout = kind === 'creatorOrders' ? 'creatorOrders.en' : 'affiliateOrders.en'
  await writeOrderExport(file, { layout, container: 'csv', currency: 'USD' }, lines)
  return workspace.dated(file, modifiedAt)
}

async function totalsOf({ client }: ShopWorkspace): Promise<Totals> {
  const { total, rows } = await client.roi.table({ by: ['creator', 'month'] })
  const { orders, units, samples, gmv, refunds, commissionSettled, commissionPending } = total
  const by = Object.fromEntries(
    rows.flatMap(({ keys, gmv: sum }) => (sum === 0 ? [] : [[`${keys.creator} ${keys.month}`, sum] as const])),
  )
  return { orders, units, samples, gmv, refunds, commissionSettled, commissionPending, by }
}

/** Over everything that colleagues would have too. */
function digestOf({ context }: ShopWorkspace): string {
  return context.host.current().workspace.exchange.digest()
}

test('order, cutting, doubling, importing twice and taking back never change what the figures must be', async () => {
  await fc.assert(
    fc.asyncProperty(exportsArbitrary, fc.infiniteStream(fc.nat()), async (exports, dice) => {
      const pick = (below: number) => (dice.next().value ?? 0) % below
      const { workspace, live, known, must, bring, takeBack } = await tracked()
      const empty = digestOf(workspace)
      const waiting: { file: string; piece: Piece }[] = []
      for (const piece of exports.flatMap(piecesOf)) {
        waiting.push({ file: await written(workspace, piece), piece })
      }
      while (waiting.length > 0) {
        const [next] = waiting.splice(pick(waiting.length), 1)
        const id = next ? await bring(next.file, next.piece) : ''
        expect(await totalsOf(workspace)).toEqual(must())
        const chance = pick(4)
        if (chance === 0 && next) {
          await bring(next.file, next.piece)
        } else if (chance === 1) {
          await takeBack(pick(2) === 0 ? id : ([...live][pick(live.size)] ?? id))
        }
        expect(await totalsOf(workspace)).toEqual(must())
      }
      expect(await problems(workspace)).toEqual([])
      const whole = await totalsOf(workspace)
      const taken = shuffled([...live], pick)
      for (const id of taken) {
        await takeBack(id)
        expect(await totalsOf(workspace)).toEqual(must())
      }
      expect(digestOf(workspace)).toBe(empty)
      const { counts } = await workspace.client.workspace.info({})
      expect(counts).toMatchObject({ creators: 0, products: 0, orders: 0, lines: 0, imports: 0 })
      expect(await problems(workspace)).toEqual([])
      for (const id of shuffled(taken, pick)) {
        await workspace.redo(id)
      }
      expect(await totalsOf(workspace)).toEqual(whole)
      expect(known.size).toBeGreaterThan(0)
      expect(await problems(workspace)).toEqual([])
      await workspace.client.workspace.close({})
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('the commands undo and redo walk back and forth through the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(exportsArbitrary, async (exports) => {
      const { workspace, live, must, bring, takeBack } = await tracked()
      const states: Totals[] = [must()]
      for (const piece of exports.flatMap(piecesOf)) {
        const before = live.size
        const id = await bring(await written(workspace, piece), piece)
        if (live.size > before) {
          states.push(must())
        }
        if (states.length === 3) {
          await takeBack(id)
          states.push(must())
        }
      }
      for (const state of states.slice(0, -1).toReversed()) {
        await workspace.client.history.undo({})
        expect(await totalsOf(workspace)).toEqual(state)
      }
      for (const state of states.slice(1)) {
        await workspace.client.history.redo({})
        expect(await totalsOf(workspace)).toEqual(state)
      }
      expect(await problems(workspace)).toEqual([])
      await workspace.client.workspace.close({})
    }),
    { numRuns: 20 },
  )
}, 60_000)

function shuffled<T>(items: readonly T[], pick: (below: number) => number): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(pick(left.length), 1))
}
