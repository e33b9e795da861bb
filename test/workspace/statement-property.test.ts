/**
 * A statement is the sum of its lines, the settlement sheet's row and the ROI table's row for the same creator, shop and
 * month, whatever the lines are and in whatever currency; and closing the month changes none of it.
 */

import fs from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, temporaryFolder } from '../support/workspace'

const FEBRUARY = Date.UTC(2026, 1, 3, 12)
const MARKETS = [
  { market: 'US', currency: 'USD' },
  { market: 'VN', currency: 'VND' },
  { market: 'GB', currency: 'GBP' },
] as const

const row = fc
  .record({
    n: fc.integer({ min: 1, max: 40 }),
    creator: fc.constantFrom('mia', 'zoe', 'bo_kitchen'),
    day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'),
    base: fc.integer({ min: 1, max: 9_000_000 }),
    rate: fc.integer({ min: 1, max: 80 }),
    quantity: fc.integer({ min: 1, max: 4 }),
    end: fc.constantFrom('settled', 'pending', 'frozen', 'ineligible', 'partly', 'otherRate', 'unpaid'),
  })
  .map(({ n, creator, day, base, rate, quantity, end }) => {
    const standard = Math.round((base * rate) / 100)
    const open = { actualBase: null, actualStandard: null }
    const ends = {
      settled: { actualBase: base, actualStandard: standard },
      pending: { status: 'pending', ...open },
      frozen: { status: 'frozen', ...open },
      unpaid: { status: 'unpaid', ...open },
      ineligible: { status: 'ineligible', fullyReturned: true, actualBase: 0, actualStandard: 0 },
      partly: { actualBase: Math.floor(base / 3), actualStandard: Math.floor(standard / 3) },
      otherRate: { actualBase: base, actualStandard: Math.floor(standard / 2) },
    } as const
    return orderRow({
      orderId: `5770000000000000${String(n).padStart(2, '0')}`,
      creator,
      created: at(`${day} 12:00:00`),
      quantity,
      payment: base,
      price: base,
      estimatedBase: base,
      estimatedStandard: standard,
      ...ends[end],
    })
  })
const byCreator = (a: { readonly creator: string }, b: { readonly creator: string }) => (a.creator < b.creator ? -1 : 1)
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 25, selector: (one) => one.orderId })

test('a statement is its lines, the sheet’s row and the ROI row, open or closed', { timeout: 180_000 }, async () => {
  let files = 0
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(...MARKETS), async (some, { market, currency }) => {
      const folder = temporaryFolder()
      const { client } = await newWorkspace({ now: FEBRUARY, folder })
      const { id: shopId } = await client.shops.add({ name: 'Glow', market })
      const file = path.join(folder, `orders-${(files += 1)}.csv`)
      await writeOrderExport(
        file,
        { layout: 'affiliateOrders.en', container: 'csv', currency },
        some.map((one) => ({ ...one, currency })),
      )
      fs.utimesSync(file, FEBRUARY / 1000, FEBRUARY / 1000)
      await finish(client.imports.run({ path: file, shopId }))
      const scope = { shopId, month: '2026-01' }

      const open = await client.statements.sheet(scope)
      const sheet = await client.settlement.sheet(scope)
      const roi = await client.roi.table({ by: ['creator'], shops: [shopId], from: '2026-01-01', to: '2026-01-31' })
      const byName = (all: readonly (readonly [string, ...number[]])[]) =>
        new Map(all.map(([name, ...sums]) => [name, sums]))
      const stated = byName(
        open.rows.map(({ creator, figures: { gmv, refunds, actual } }) => [
          creator,
          gmv ?? 0,
          refunds ?? 0,
          actual ?? 0,
        ]),
      )
      expect(stated).toEqual(
        byName(sheet.rows.map(({ creator, gmv, refunds, actual }) => [creator, gmv, refunds, actual])),
      )
      expect(stated).toEqual(
        byName(roi.rows.map(({ keys, gmv, refunds, commission }) => [keys.creator ?? '', gmv, refunds, commission])),
      )
      for (const { creatorId, figures } of open.rows) {
        const { rows: lines } = await client.statements.lines({ ...scope, creatorId })
        const sum = (of: 'gmv' | 'refund' | 'estimated' | 'actual') =>
          lines.reduce((all, one) => all + (one[of] ?? 0), 0)
        expect([figures.lines, figures.gmv, figures.refunds, figures.estimated, figures.actual]).toEqual([
          lines.length,
          sum('gmv'),
          sum('refund'),
          sum('estimated'),
          sum('actual'),
        ])
        const differences = Object.values(figures.adjustments).reduce<number>((all, one) => all + (one ?? 0), 0)
        expect(differences).toBe((figures.actual ?? 0) - (figures.estimated ?? 0))
      }
      if (open.rows.length === 0) return
      await client.periods.close(scope)
      const closed = await client.statements.sheet(scope)
      expect(closed.basis).toBe('closed')
      expect(closed.rows).toEqual(open.rows)
      const after = await client.settlement.sheet(scope)
      const frozen = ({ since: _since, ...figures }: (typeof after.rows)[number]) => figures
      expect(after.rows.map(frozen).toSorted(byCreator)).toEqual(sheet.rows.map(frozen).toSorted(byCreator))
      expect(frozen({ ...after.total, creator: '', creatorId: null, statement: null })).toEqual(
        frozen({ ...sheet.total, creator: '', creatorId: null, statement: null }),
      )
    }),
    { numRuns: Number(process.env['RUNS'] ?? 20) },
  )
})
