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
  // Every month of every shop, and one of them twice; what was paid out, what is to come and the payouts of three shops.
  expect(result.files).toBe(6 * 12 + 1 + 3 * 3)
  expect(progress.length).toBeGreaterThan(0)
  expect(await client.workspace.state({})).toMatchObject({ status: 'open', demo: true })
  expect(await client.roi.extent({})).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect((await client.workspace.info({})).counts).toMatchObject({
    shops: 6,
    creators: 400,
    imports: 82,
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
}, 120_000)

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
}, 120_000)

test('the demo agency closes its months: contracts, what is owed, income, cash and statements tell the same story', async () => {
  // Noon of 15 January 2026: November is closed, December is being settled.
  const { client } = await newWorkspace()
  await finish(client.workspace.fillDemo({ size: 'small', seed: 1 }))
  const shops = await client.shops.list({})
  const us = shops.find(({ name }) => name === 'Lumora Beauty US')
  if (us === undefined) throw new Error('the shop is there')
  const closed = { shopId: us.id, month: '2025-11' }

  expect((await client.contracts.list({})).counts).toEqual({
    draft: 2,
    sent: 2,
    signed: 5,
    completed: 1,
    cancelled: 1,
    terminated: 1,
    disputed: 1,
  })
  const { rows: signed } = await client.contracts.list({ states: ['signed'] })
  for (const { id } of signed) {
    const { result } = await finish(client.contractFiles.verify({ contractId: id }))
    expect(result).toMatchObject({ seal: 'whole', signatures: [{}, {}] })
  }

  const owed = await client.payables.list({ limit: 500 })
  expect(owed.counts).toMatchObject({ problems: 0 })
  expect(new Set(owed.rows.map(({ state }) => state))).toEqual(
    new Set(['open', 'approved', 'paid', 'cancelled', 'disputed']),
  )
  const { balances } = await client.payables.ledger({})
  expect(balances.length).toBeGreaterThan(0)
  for (const { accounts } of balances) {
    expect(Object.values(accounts).reduce((sum: number, amount) => sum + (amount ?? 0), 0)).toBe(0)
  }
  expect((await client.payables.advances({})).rows.length).toBeGreaterThan(0)

  // Every line of an income file was taken: none that does not add up.
  const files = (await client.imports.list({})).filter(({ kind }) => kind === 'income')
  expect(files).toHaveLength(9)
  for (const { counts } of files) expect(counts).toMatchObject({ rejected: 0, repeated: 0 })
  const { compared, toSettle } = await client.income.overview({ shopId: us.id })
  const of = (state: 'matched' | 'differs' | 'onlyAffiliate') =>
    compared.reduce((sum, { counts }) => sum + counts[state], 0)
  expect(of('matched')).toBeGreaterThan(20 * (of('differs') + of('onlyAffiliate')))
  expect(of('differs')).toBeGreaterThan(0)
  expect(of('onlyAffiliate')).toBeGreaterThan(0)
  expect(toSettle.lines).toBeGreaterThan(0)

  // The closed month is what the sheet was; the file that came later is an adjustment, not another month.
  const { close, state } = await client.periods.month(closed)
  expect(state).toBe('closed')
  expect(await client.periods.verify(closed)).toMatchObject({ standing: 'whole', sha256: close?.sha256 })
  expect((await client.periods.adjustments(closed)).lines).toBeGreaterThan(0)
  const sheet = await client.statements.sheet(closed)
  expect(sheet.basis).toBe('closed')
  const frozen = close?.total
  expect(sheet.rows.reduce((sum, { figures }) => sum + (figures.actual ?? 0), 0)).toBe(frozen?.commission)
  expect(sheet.rows.filter(({ statement }) => statement?.matches === true)).toHaveLength(12)
  const disputes = await client.statements.disputes({})
  expect(disputes).toHaveLength(3)
  expect(new Set(disputes.map(({ outcome }) => outcome))).toEqual(new Set([null, 'granted', 'refused']))

  const { one, shops: terms, balances: accounts } = await client.cash.calendar({})
  expect(accounts).toHaveLength(6)
  expect(one.weeks).toHaveLength(13)
  expect(one.weeks.some(({ red }) => red)).toBe(true)
  expect(terms.filter(({ incomeTo }) => incomeTo !== null)).toHaveLength(3)
  expect(await client.rates.locks({ month: '2025-11' })).toHaveLength(4)
}, 120_000)

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
