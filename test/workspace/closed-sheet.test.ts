/** The settlement sheet of a closed month: the frozen figures, whatever comes later, and what came beside them. */

import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { blobPath } from '../../db/blob-store'
import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from '../support/exports'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

const MONTH = '2026-01'
/** The third of February, noon: January is over everywhere. */
const FEBRUARY = Date.UTC(2026, 1, 3, 12)

type Row = ReturnType<typeof orderRow>

let workspace: TestWorkspace
let shopId: string
let files = 0

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
    standardRate: 1500,
    estimatedStandard: 1500,
    actualStandard: 1500,
    ...more,
  })

async function load(rows: readonly Row[]): Promise<void> {
  const target = path.join(workspace.folder, `orders-${(files += 1)}.csv`)
  await writeOrderExport(target, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  fs.utimesSync(target, FEBRUARY / 1000 + files * 60, FEBRUARY / 1000 + files * 60)
  await finish(workspace.client.imports.run({ path: target, shopId }))
}

const scope = () => ({ shopId, month: MONTH })
const sheet = () => workspace.client.settlement.sheet(scope())
const lines = (more: object = {}) => workspace.client.settlement.lines({ ...scope(), ...more })

const NOTHING = { lines: 0, gmv: 0, refunds: 0, actual: 0, fees: 0 }

/*
 * January of a US shop (cents): mia 100.00 settled at 15 %, 100.00 of which half came back; zoe 200.00 pending.
 */
beforeEach(async () => {
  workspace = await newWorkspace({ now: FEBRUARY })
  shopId = (await workspace.client.shops.add({ name: 'Glow US', market: 'US' })).id
  const pending = { status: 'pending', actualBase: null, actualStandard: null } as const
  await load([
    line(1, 'mia'),
    line(2, 'mia', { quantity: 2, price: 5000, actualBase: 5000, actualStandard: 750 }),
    line(3, 'zoe', { ...pending, payment: 20_000, estimatedBase: 20_000, estimatedStandard: 3000 }),
  ])
})

/** The rest of 2 came back, 3 settled for less and counts for bo by now, 4 is new. */
async function later(): Promise<void> {
  await load([
    line(2, 'mia', { quantity: 2, price: 5000, fullyReturned: true, actualBase: 0, actualStandard: 0 }),
    line(3, 'bo', {
      payment: 20_000,
      estimatedBase: 20_000,
      actualBase: 20_000,
      estimatedStandard: 3000,
      actualStandard: 2000,
    }),
    line(4, 'ann', {
      payment: 6000,
      price: 6000,
      estimatedBase: 6000,
      actualBase: 6000,
      estimatedStandard: 900,
      actualStandard: 900,
    }),
  ])
}

describe('a closed month', () => {
  test('is the sheet that was open, with nothing since', async () => {
    const open = await sheet()
    const openLines = await lines()
    await workspace.client.periods.close(scope())
    const closed = await sheet()
    expect([open.basis, closed.basis]).toEqual(['now', 'closed'])
    expect(closed.rows).toEqual(open.rows.map((row) => ({ ...row, since: NOTHING })))
    expect(closed.total).toEqual({ ...open.total, since: NOTHING })
    expect((await lines()).rows).toEqual(openLines.rows)
  })

  test('keeps its rows whatever is imported, and says beside each what came: present − frozen', async () => {
    await workspace.client.periods.close(scope())
    const before = await sheet()
    await later()
    const after = await sheet()
    const figures = ({ since: _since, rates: _rates, ...row }: (typeof after.rows)[number]) => row
    expect(after.rows.filter(({ lines: count }) => count > 0).map(figures)).toEqual(before.rows.map(figures))
    expect({ ...after.total, since: null, rates: [] }).toEqual({ ...before.total, since: null, rates: [] })
    // mia: 50.00 more came back of 2, 7.50 less commission. zoe: 3 went to bo, who has it for 20.00. ann: 60.00, 9.00.
    const since = Object.fromEntries(after.rows.map((row) => [row.creator, row.since]))
    expect(since).toEqual({
      mia: { lines: 1, gmv: 0, refunds: 5000, actual: -750, fees: 0 },
      zoe: { lines: 1, gmv: -20_000, refunds: 0, actual: -3000, fees: 0 },
      bo: { lines: 1, gmv: 20_000, refunds: 0, actual: 2000, fees: 0 },
      ann: { lines: 1, gmv: 6000, refunds: 0, actual: 900, fees: 0 },
    })
    expect(after.total.since).toEqual({ lines: 3, gmv: 6000, refunds: 5000, actual: -850, fees: 0 })
    // Who came only since has a row of nothing frozen.
    expect(after.rows.find(({ creator }) => creator === 'ann')).toMatchObject({ orders: 0, gmv: 0, actual: 0 })
  })

  test('is the bar, the statements and, with what came since, the ROI table', async () => {
    const { close } = await workspace.client.periods.close(scope())
    await later()
    const { rows, total } = await sheet()
    expect([total.gmv, total.refunds, total.actual]).toEqual([
      close?.total?.gmv,
      close?.total?.refund,
      close?.total?.commission,
    ])
    const adjusted = await workspace.client.periods.adjustments(scope())
    expect(total.since).toMatchObject({
      lines: adjusted.lines,
      gmv: adjusted.total.gmv,
      refunds: adjusted.total.refund,
      actual: adjusted.total.commission,
    })
    expect(
      new Map(adjusted.creators.map(({ creator, lines: count, delta }) => [creator, [count, delta.commission]])),
    ).toEqual(new Map(rows.map(({ creator, since }) => [creator, [since?.lines, since?.actual]])))
    const stated = await workspace.client.statements.sheet(scope())
    const byName = (all: readonly { readonly creator: string; readonly actual: number | null }[]) =>
      new Map(all.map(({ creator, actual }) => [creator, actual]))
    expect(byName(stated.rows.map(({ creator, figures }) => ({ creator, actual: figures.actual })))).toEqual(
      byName(rows.filter((row) => row.lines > 0)),
    )
    const days = { from: '2026-01-01', to: '2026-01-31' }
    const roi = await workspace.client.roi.table({ by: ['shop'], shops: [shopId], ...days })
    expect([total.gmv + (total.since?.gmv ?? 0), total.actual + (total.since?.actual ?? 0)]).toEqual([
      roi.total.gmv,
      roi.total.commission,
    ])
  })

  test('opens to the frozen lines: what its file says where it says the same, else what the close kept', async () => {
    await workspace.client.periods.close(scope())
    await later()
    const page = await lines()
    expect(
      page.rows.map(({ orderId, creator, status, estimated, actual, cause, changedSince }) => [
        orderId,
        creator,
        status,
        estimated,
        actual,
        cause,
        changedSince,
      ]),
    ).toEqual([
      [order(3), 'zoe', 'pending', 3000, 3000, null, true],
      [order(2), 'mia', 'settled', 1500, 750, 'partial', true],
      [order(1), 'mia', 'settled', 1500, 1500, null, false],
    ])
    const [second, first] = (await lines({ creator: 'mia' })).rows
    expect(first).toMatchObject({ fileName: `orders-${files - 1}.csv`, row: 2, columns: { standardRate: 1500 } })
    expect(second).toMatchObject({ refund: 5000, commission: 750, columns: { actualBase: 5000, standardRate: null } })
    expect((await lines({ creator: 'ann' })).total).toBe(0)
    const one = await lines({ differing: true, limit: 1 })
    expect([one.total, one.rows[0]?.orderId, one.nextCursor]).toEqual([1, order(2), null])
    const two = await lines({ limit: 2 })
    expect((await lines({ limit: 2, cursor: two.nextCursor })).rows.map(({ orderId }) => orderId)).toEqual([order(1)])
  })

  test('goes from creators to products, open and closed, and both add up to the row', async () => {
    const SECOND = '1729000000000000002'
    await load([line(5, 'mia', { productId: SECOND, productName: 'Mask' })])
    const mia = (await sheet()).rows.find(({ creator }) => creator === 'mia')
    const products = () => workspace.client.settlement.products({ ...scope(), creatorId: mia?.creatorId ?? null })
    const open = await products()
    expect(
      open.map(({ productId, productName, lines: count, actual }) => [productId, productName, count, actual]),
    ).toEqual([
      [expect.any(String), expect.any(String), 2, 2250],
      [SECOND, 'Mask', 1, 1500],
    ])
    for (const figure of ['orders', 'lines', 'gmv', 'refunds', 'estimated', 'actual', 'paid', 'due'] as const)
      expect(open.reduce((sum, one) => sum + one[figure], 0)).toBe(mia?.[figure])
    expect(mia?.products).toBe(2)
    await workspace.client.periods.close(scope())
    await later()
    const frozen = ({ since: _since, rates: _rates, ...figures }: (typeof open)[number]) => figures
    const closed = await products()
    expect(closed.map(frozen)).toEqual(open.map(frozen))
    expect(closed.map(({ since }) => since?.actual)).toEqual([-750, 0])
    const nobody = await workspace.client.settlement.products({ ...scope(), creatorId: null })
    expect(nobody).toEqual([])
    const ofProduct = await lines({ creator: 'mia', product: SECOND })
    expect(ofProduct.rows.map(({ orderId }) => orderId)).toEqual([order(5)])
  })

  test('keeps lines whose file was taken back, and nobody says anything of them any more', async () => {
    await workspace.client.periods.close(scope())
    const before = await sheet()
    const [file] = await workspace.client.imports.list({})
    await finish(workspace.client.imports.undo({ batchId: file!.id }))
    const after = await sheet()
    expect(
      after.rows.map(({ creator, gmv, actual, since }) => [creator, gmv, actual, since?.lines, since?.actual]),
    ).toEqual(before.rows.map(({ creator, gmv, actual, lines: count }) => [creator, gmv, actual, count, -actual]))
    expect(
      (await lines()).rows.every(({ day, batchId, changedSince }) => day === null && batchId === null && changedSince),
    ).toBe(true)
    await expect(
      workspace.client.settlement.tag({ ...scope(), lines: [`${order(1)} 1 1`], cause: 'frozen' }),
    ).rejects.toMatchObject({ code: 'record.invalid' })
  })

  test('opened again is the month as its lines are', async () => {
    await workspace.client.periods.close(scope())
    await later()
    await workspace.client.periods.reopen({ ...scope(), reason: 'late refunds' })
    const open = await sheet()
    expect([open.basis, open.total.since, open.total.actual]).toEqual(['now', null, 1500 + 2000 + 900])
  })

  test('owes what was due at the close; a payment goes on, an amount that is changed stands beside it', async () => {
    const creators = await workspace.client.creators.list({})
    const mia = creators.rows.find(({ handle }) => handle === 'mia')?.id ?? ''
    const owe = (id: string | undefined, amount: number) =>
      workspace.client.records.put({
        entity: 'payables',
        ...(id !== undefined && { id }),
        fields: { shopId, creatorId: mia, kind: 'flatFee', amount, currency: 'USD', dueDay: '2026-01-20' },
      })
    const fee = await owe(undefined, 5000)
    await workspace.client.periods.close(scope())
    expect((await sheet()).rows[0]).toMatchObject({ creator: 'mia', fees: 5000, feesOwed: 5000, since: NOTHING })
    await owe(String(fee['id']), 8000)
    expect((await sheet()).rows[0]).toMatchObject({ fees: 5000, feesOwed: 8000, since: { ...NOTHING, fees: 3000 } })
  })

  test('whose lines are damaged is refused, and never shown as something else', async () => {
    await workspace.client.periods.close(scope())
    const { db } = workspace.context.host.current().workspace
    const [file] = db.$client
      .prepare<[], { sha256: string }>(`SELECT sha256 FROM attachments WHERE entity = 'periodCloses'`)
      .all()
    const place = blobPath(workspace.file, file?.sha256 ?? '')
    const bytes = fs.readFileSync(place)
    bytes[bytes.length - 1]! ^= 1
    fs.writeFileSync(place, bytes)
    await expect(sheet()).rejects.toMatchObject({ code: 'attachment.unreadable' })
  })
})
