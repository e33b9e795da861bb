/** Closing a month, what it keeps, and what comes to it later, through the contract. */

import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { blobPath } from '../../db/blob-store'
import { writeOrderExport } from '../../electron/workspace/files/order-export'
import type { PeriodMonth } from '../../shared/contract/periods'
import { give, meet, type Colleague, colleagues } from '../support/colleagues'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

const MONTH = '2026-01'
/** The third of February, noon: January is over everywhere. */
const FEBRUARY = Date.UTC(2026, 1, 3, 12)

type Row = ReturnType<typeof orderRow>
type Place = Pick<TestWorkspace, 'client' | 'file'>

const order = (n: number): string => `57700000000000000${n}`
const line = (n: number, creator: string, more: Parameters<typeof orderRow>[0] = {}): Row =>
  orderRow({
    orderId: order(n),
    creator,
    created: at('2026-01-10 12:00:00'),
    payment: 10_000,
    price: 10_000,
    estimatedBase: 10_000,
    actualBase: 10_000,
    estimatedStandard: 1500,
    actualStandard: 1500,
    ...more,
  })

let files = 0
async function load({ client, file }: Place, shopId: string, rows: readonly Row[], modified = Date.UTC(2026, 1, 1)) {
  const target = path.join(path.dirname(file), `orders-${(files += 1)}.csv`)
  await writeOrderExport(target, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  fs.utimesSync(target, (modified + files * 1000) / 1000, (modified + files * 1000) / 1000)
  return (await finish(client.imports.run({ path: target, shopId }))).result
}

const isClosed = ({ state, hold, close }: PeriodMonth) => [state, hold, close?.round ?? null]

describe('a month', () => {
  let workspace: TestWorkspace
  let shopId: string
  const scope = () => ({ shopId, month: MONTH })
  const { periods } = { periods: () => workspace.client.periods }

  beforeEach(async () => {
    workspace = await newWorkspace({ now: FEBRUARY })
    shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
    // mia 100.00 settled, 100.00 half refunded; zoe 200.00 pending.
    await load(workspace, shopId, [
      line(1, 'mia'),
      line(2, 'mia', { quantity: 2, price: 5000, actualBase: 5000, actualStandard: 750 }),
      line(3, 'zoe', {
        status: 'pending',
        payment: 20_000,
        estimatedBase: 20_000,
        estimatedStandard: 3000,
        actualBase: null,
        actualStandard: null,
      }),
    ])
  })

  test('is open until somebody closes it, and then says who, when and as what', async () => {
    expect(isClosed(await periods().month(scope()))).toEqual(['open', false, null])
    expect((await periods().step({ ...scope(), to: 'checking' })).state).toBe('checking')
    const closed = await periods().close(scope())
    expect(isClosed(closed)).toEqual(['closed', false, 1])
    expect(closed.close).toMatchObject({ person: 'Lin', currency: 'USD', lines: 3, creators: 2, question: [] })
    // 15.00 + 7.50 settled, 30.00 estimated; half of 100.00 came back.
    expect(closed.close?.total).toMatchObject({ gmv: 40_000, refund: 5000, commission: 5250, estimatedStandard: 6000 })
    const [listed] = await periods().list({})
    expect(listed).toEqual(closed)
  })

  test('ties to the settlement sheet and the ROI table as they were when it was closed', async () => {
    const sheet = await workspace.client.settlement.sheet(scope())
    const roi = await workspace.client.roi.table({ by: ['shop'], from: '2026-01-01', to: '2026-01-31' })
    const { close } = await periods().close(scope())
    expect([close?.total?.gmv, close?.total?.refund, close?.total?.commission]).toEqual([
      sheet.total.gmv,
      sheet.total.refunds,
      sheet.total.actual,
    ])
    expect(close?.total?.commission).toBe(roi.total.commission)
  })

  test('cannot be closed before it is over, twice, or while nothing is in it', async () => {
    await expect(periods().close({ shopId, month: '2026-02' })).rejects.toMatchObject({ code: 'record.invalid' })
    await periods().close(scope())
    await expect(periods().close(scope())).rejects.toMatchObject({ code: 'record.illegalStep' })
    await expect(periods().step({ ...scope(), to: 'checking' })).rejects.toMatchObject({ code: 'record.illegalStep' })
    expect((await periods().list({})).map(isClosed)).toEqual([['closed', false, 1]])
  })

  test('shows later imports as adjustments, by creator and line, and keeps what it was closed as', async () => {
    const { close } = await periods().close(scope())
    await load(
      workspace,
      shopId,
      [
        // The rest of 2 came back as well; 3 settled for less; 4 came late.
        line(2, 'mia', {
          quantity: 2,
          price: 5000,
          status: 'ineligible',
          fullyReturned: true,
          actualBase: 0,
          actualStandard: 0,
        }),
        line(3, 'zoe', {
          payment: 20_000,
          estimatedBase: 20_000,
          actualBase: 20_000,
          estimatedStandard: 3000,
          actualStandard: 2900,
        }),
        line(4, 'new.one', {
          payment: 1000,
          estimatedBase: 1000,
          actualBase: 1000,
          estimatedStandard: 150,
          actualStandard: 150,
        }),
      ],
      Date.UTC(2026, 1, 2),
    )
    expect((await periods().month(scope())).close).toEqual(close)
    const adjusted = await periods().adjustments(scope())
    expect(adjusted).toMatchObject({ standing: 'whole', lines: 3, payables: [], rates: [] })
    expect(
      adjusted.creators.map(({ creator, lines, delta }) => [creator, lines, delta.gmv, delta.refund, delta.commission]),
    ).toEqual([
      ['mia', 1, 0, 5000, -750],
      ['new.one', 1, 1000, 0, 150],
      ['zoe', 1, 0, 0, -100],
    ])
    expect(adjusted.total).toMatchObject({ gmv: 1000, refund: 5000, commission: -700 })
    const mia = adjusted.creators[0]?.creatorId ?? ''
    const { rows, total } = await periods().adjustedLines({ ...scope(), creatorId: mia })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      kind: 'changed',
      before: { orderId: order(2), status: 'settled', creator: 'mia' },
      after: { orderId: order(2), status: 'ineligible' },
    })
  })

  test('is opened again with a reason, which stays, and closes for another time', async () => {
    const first = await periods().close(scope())
    await load(
      workspace,
      shopId,
      [line(1, 'mia', { status: 'ineligible', fullyReturned: true, actualBase: 0, actualStandard: 0 })],
      Date.UTC(2026, 1, 2),
    )
    await expect(periods().reopen({ ...scope(), reason: '  ' })).rejects.toMatchObject({ code: 'input.invalid' })
    expect(isClosed(await periods().reopen({ ...scope(), reason: 'late refund of 1' }))).toEqual(['open', false, null])
    const second = await periods().close(scope())
    expect(isClosed(second)).toEqual(['closed', false, 2])
    expect(second.close?.sha256).not.toBe(first.close?.sha256)
    const { steps, closes } = await periods().history(scope())
    expect(steps.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['checking', 'closed', null],
      ['open', 'checking', null],
      ['closed', 'open', 'late refund of 1'],
      ['checking', 'closed', null],
      ['open', 'checking', null],
    ])
    expect(closes.map(({ round, sha256 }) => [round, sha256])).toEqual([
      [2, second.close?.sha256],
      [1, first.close?.sha256],
    ])
  })

  test('is not opened by undo, which takes back what was done before it', async () => {
    await workspace.client.clients.add({ name: 'Glow' })
    const closed = await periods().close(scope())
    await workspace.client.history.undo({})
    expect(await periods().month(scope())).toEqual(closed)
    expect((await workspace.client.clients.list({})).length).toBe(0)
  })

  test('has its digest checked against its bytes, and shows nothing of changed ones', async () => {
    const { close } = await periods().close(scope())
    expect(await periods().verify(scope())).toEqual({ standing: 'whole', sha256: close?.sha256, lines: 3 })
    const { db } = workspace.context.host.current().workspace
    const [file] = db.$client
      .prepare<[], { sha256: string }>(`SELECT sha256 FROM attachments WHERE entity = 'periodCloses'`)
      .all()
    const place = blobPath(workspace.file, file?.sha256 ?? '')
    const bytes = fs.readFileSync(place)
    bytes[bytes.length - 1]! ^= 1
    fs.writeFileSync(place, bytes)
    expect(await periods().verify(scope())).toMatchObject({ standing: 'damaged', lines: null })
    expect(await periods().adjustments(scope())).toMatchObject({ standing: 'damaged', creators: [], lines: 0 })
    fs.rmSync(place)
    // Asked for: a colleague may have it. The sums of the record stay.
    expect((await periods().verify(scope())).standing).toBe('elsewhere')
    expect((await periods().month(scope())).close).toEqual(close)
  })

  test('says before it is closed what is still open in it', async () => {
    const level = async (check: string) => (await periods().checks(scope())).find((one) => one.check === check)
    expect(await level('unsettled')).toMatchObject({ level: 'warn', count: 1 })
    expect(await level('notOver')).toMatchObject({ level: 'fine', count: 0 })
    expect(await level('noCreator')).toMatchObject({ level: 'fine', count: 0 })
    expect(await level('missingRates')).toMatchObject({ level: 'fine', names: [] })
    const early = await periods().checks({ shopId, month: '2026-02' })
    expect(early.filter(({ level: one }) => one === 'stop').map(({ check }) => check)).toEqual(['notOver', 'noLines'])
  })
})

describe('two colleagues who close one month offline', () => {
  let li: Colleague
  let wang: Colleague
  let shopId: string
  const scope = () => ({ shopId, month: MONTH })

  beforeEach(async () => {
    ;[li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
    for (const one of [li, wang]) one.clock.now = FEBRUARY
    shopId = (await li.client.shops.add({ name: 'Glow US', market: 'US' })).id
    await load(li, shopId, [line(1, 'mia'), line(2, 'zoe')])
    await meet([li, wang])
  })

  const months = () => Promise.all([li, wang].map(({ client }) => client.periods.month(scope())))

  test('agree where their figures are equal, whichever of them had begun to check it', async () => {
    await li.client.periods.step({ ...scope(), to: 'checking' })
    const mine = await li.client.periods.close(scope())
    await wang.client.periods.close(scope())
    await meet([li, wang])
    const [a, b] = await months()
    expect(a).toEqual(b)
    expect(a && isClosed(a)).toEqual(['closed', false, 1])
    expect(a?.close?.sha256).toBe(mine.close?.sha256)
  })

  test('have to decide where their figures differ, and one decision settles it for both', async () => {
    await load(wang, shopId, [line(3, 'zoe')])
    const mine = await li.client.periods.close(scope())
    const theirs = await wang.client.periods.close(scope())
    await meet([li, wang])
    for (const month of await months()) {
      expect(month.hold).toBe(true)
      expect(month.close?.question.map(({ author, sha256 }) => [author, sha256]).toSorted()).toEqual([
        ['Li', mine.close?.sha256],
        ['Wang', theirs.close?.sha256],
      ])
      // Both closes' figures are told beside each other.
      expect(month.close?.question.map(({ figures }) => figures?.lines ?? 0).toSorted((a, b) => a - b)).toEqual([2, 3])
    }
    await expect(li.client.periods.reopen({ ...scope(), reason: 'x' })).rejects.toMatchObject({ code: 'record.onHold' })
    await li.client.periods.decide({ ...scope(), sha256: theirs.close?.sha256 ?? '' })
    await give(li, wang)
    const [a, b] = await months()
    expect(a).toEqual(b)
    expect(a && isClosed(a)).toEqual(['closed', false, 1])
    // The figures are those of the close that holds.
    expect(a?.close).toMatchObject({ sha256: theirs.close?.sha256, lines: 3, question: [] })
    expect(a?.close?.total?.gmv).toBe(30_000)
  })

  test('see the sums of a colleague’s close before its lines have come', async () => {
    const { close } = await li.client.periods.close(scope())
    await give(li, wang)
    const [, theirs] = await months()
    expect(theirs?.close).toEqual(close)
    const { file } = wang
    fs.rmSync(path.join(path.dirname(file), 'Wang.files'), { recursive: true, force: true })
    const adjusted = await wang.client.periods.adjustments(scope())
    expect(['whole', 'elsewhere', 'missing']).toContain(adjusted.standing)
    expect((await wang.client.periods.month(scope())).close?.total).toEqual(close?.total)
  })
})
