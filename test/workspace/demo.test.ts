import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test, vi } from 'vitest'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { demoAgency } from '../../shared/domain/demo/agency'
import { LOSS_MAKER } from '../../shared/domain/demo/creators'
import { MISSING_WEEK, WRONG_RATE } from '../../shared/domain/demo/disasters'
import { addDays } from '../../shared/domain/days'
import { finish, newWorkspace, temporaryFolder } from '../support/workspace'

test('the demo agency ends with last month, says so of itself, is refused where there are shops, and hides its disasters', async () => {
  // Noon of 15 January 2026.
  const { client } = await newWorkspace()
  const { result, progress } = await finish(client.workspace.fillDemo({ size: 'small', seed: 1 }))
  expect(result).toMatchObject({ shops: 6, creators: 400 })
  // Every month of every shop, and one of them twice.
  expect(result.files).toBe(6 * 12 + 1)
  expect(progress.length).toBeGreaterThan(0)
  expect(await client.workspace.state({})).toMatchObject({ status: 'open', demo: true })
  expect(await client.roi.extent({})).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect((await client.workspace.info({})).counts).toMatchObject({
    shops: 6,
    creators: 400,
    imports: 73,
    lines: result.lines,
  })
  await expect(finish(client.workspace.fillDemo({ size: 'small' }))).rejects.toMatchObject({ code: 'workspace.exists' })

  // What went wrong at it can be found in the figures.
  const { from } = demoAgency({ size: 'small', seed: 1, until: '2025-12-31' })
  const shops = await client.shops.list({})
  const idOf = (name: string) => shops.filter((shop) => shop.name === name).map(({ id }) => id)
  const creators = await client.roi.table({ by: ['creator'], shops: idOf('Lumora Beauty US') })
  expect(creators.rows[0]).toMatchObject({ keys: { creator: LOSS_MAKER } })
  expect(creators.rows[0]?.contribution).toBeLessThan(0)
  const wrong = { from: addDays(from, WRONG_RATE.from), to: addDays(from, WRONG_RATE.from + WRONG_RATE.days - 1) }
  const week = await client.roi.table({ by: ['shop'], shops: idOf('Nusa Living Indonesia'), ...wrong })
  expect(week.total.commissionRate).toBeGreaterThan(0.4)
  const missing = {
    from: addDays(from, MISSING_WEEK.from),
    to: addDays(from, MISSING_WEEK.from + MISSING_WEEK.days - 1),
  }
  const gap = await client.roi.table({ by: ['shop'], shops: idOf('Nusa Living Thailand'), ...missing })
  expect(gap.total).toMatchObject({ orders: 0, gmv: 0 })
}, 60_000)

test('the demo agency is at work: something waits, is under way and is done in every section', async () => {
  const { client } = await newWorkspace()
  await finish(client.workspace.fillDemo({ size: 'small', seed: 1 }))
  const { columns } = await client.samples.board({ by: 'state' })
  const counts = Object.fromEntries(columns.map(({ key, count }) => [key, count]))
  for (const state of ['requested', 'approved', 'packed', 'shipped', 'delivered', 'contentDue', 'verified', 'lost']) {
    expect.soft({ state, count: counts[state] }).not.toEqual({ state, count: 0 })
  }
  const requests = await client.sampleRequests.list({})
  expect(requests.counts.approve).toBeGreaterThan(0)
  expect(requests.counts.ask).toBeGreaterThan(0)
  expect(requests.counts.decline).toBeGreaterThan(0)
  expect((await client.sampleRequests.ghosting({})).due).toBeGreaterThan(0)
  // Thirteen videos; those older than a week were judged.
  for (const [view, total] of [
    ['all', 13],
    ['unmatched', 2],
    ['toCheck', 6],
  ] as const) {
    expect.soft({ view, total: (await client.content.list({ view })).total }).toEqual({ view, total })
  }
  expect((await client.reviews.list({ queue: 'all' })).counts).toMatchObject({ waiting: 3, publish: 1, creator: 1 })
  expect((await client.campaigns.list({})).total).toBe(4)
  expect((await client.stock.list({})).some(({ isDue }) => isDue)).toBe(true)
  expect((await client.claimSheets.list({})).some(({ missing }) => missing > 0)).toBe(true)
  const board = await client.live.board({ day: '2026-01-15' })
  expect(board.slots).toHaveLength(16)
  expect(board.warnings.map(({ kind }) => kind)).toContain('clash')
  expect((await client.platformLists.list({})).every(({ counts: { rejected } }) => rejected === 0)).toBe(true)
  const report = await client.sampleCosts.report({ by: 'creator' })
  expect(report.total.validPosts).toBe(5)
}, 60_000)

test.each(['csv', 'xlsx'] as const)(
  'its %s files are the same, byte for byte, whenever they are written',
  async (container) => {
    const folder = temporaryFolder()
    const year = demoAgency({ size: 'small', seed: 5, until: '2025-12-31' }).years[5]
    const first = year?.files().next().value
    if (!first || !('lines' in first)) throw new Error('no file was made')
    const hashes: string[] = []
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    for (const day of ['2026-01-01', '2026-07-31']) {
      vi.setSystemTime(`${day}T12:00:00Z`)
      const file = join(folder, day)
      await writeOrderExport(file, { layout: 'affiliateOrders.vi', container, currency: 'VND' }, first.lines)
      hashes.push(createHash('sha256').update(readFileSync(file)).digest('hex'))
    }
    expect(hashes[0]).toBe(hashes[1])
  },
)
