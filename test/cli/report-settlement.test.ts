import { expect, test } from 'vitest'

import { ORDERS, writeOrders } from './orders'
import { newBench, withShop } from './support'

async function withOrders() {
  const bench = await withShop()
  await bench.json(['import', writeOrders(bench.folder, 'january.csv', ORDERS), '--shop', 'Glow US'])
  return bench
}

const REPORT = ['report', 'settlement', '--shop', 'Glow US', '--month']

test('goes from estimate to actual with figures that tie to the ROI report', async () => {
  const { json } = await withOrders()
  const sheet = (await json([...REPORT, '2026-01'])) as {
    rows: { creator: string; gmv: number; actual: number }[]
    total: { estimated: number; actual: number; difference: number; adjustments: Record<string, number> }
  }
  const month = ['--from', '2026-01-01', '--to', '2026-01-31']
  const roi = (await json(['report', 'roi', '--by', 'creator', ...month])) as {
    rows: { keys: { creator: string }; gmv: number; commission: number }[]
  }
  expect(sheet.rows.map(({ creator, gmv, actual }) => [creator, gmv, actual])).toEqual(
    roi.rows.map(({ keys, gmv, commission }) => [keys.creator, gmv, commission]),
  )
  // 7.15 of both days, less nothing of February, where the actual is 0.
  expect(sheet.total.actual).toBe(715)
  const causes = Object.values(sheet.total.adjustments).reduce((sum, part) => sum + part, 0)
  expect(sheet.total.estimated + causes).toBe(sheet.total.actual)
})

test('of one creator the lines, as a table and for a spreadsheet', async () => {
  const { json, text } = await withOrders()
  const lines = (await json([...REPORT, '2026-01', '--creator', '@Mia.Glow', '--differing'])) as {
    rows: { orderId: string; cause: string; difference: number }[]
    total: number
  }
  expect(lines.rows.every(({ difference }) => difference !== 0)).toBe(true)
  expect(lines.rows).toHaveLength(lines.total)
  const { out } = await text([...REPORT, '2026-01', '--format', 'csv'])
  expect(out.split(/\r?\n/)[0]).toContain('shop,month,currency,creator,orders,gmv')
})

test('a month that is none, and both formats at once, are wrong usage', async () => {
  const { text } = await newBench()
  expect((await text([...REPORT, '2026-13'])).code).toBe(2)
  const { text: withFile } = await withOrders()
  expect((await withFile([...REPORT, '2026-13'])).code).toBe(2)
  expect((await withFile([...REPORT, '2026-01', '--json', '--format', 'csv'])).code).toBe(2)
})
