/** Rates that a month's books are kept at: every day of the month is converted at them, and nothing typed later changes it. */

import { beforeEach, expect, test } from 'vitest'

import { putRecord } from '../../db/repositories/records'
import { at, exportFile, orderRow } from '../support/exports'
import { type ShopWorkspace, shopWorkspace } from '../support/imports'

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace({ market: 'TH' })
  const row = (orderId: string, created: string) =>
    orderRow({
      orderId,
      currency: 'THB',
      payment: 1000_00,
      price: 1000_00,
      estimatedBase: 1000_00,
      actualBase: 1000_00,
      estimatedStandard: 100_00,
      actualStandard: 100_00,
      created: at(created),
      paid: at(created),
    })
  const rows = [row('577012345678901231', '2025-12-10 10:00:00'), row('577012345678901232', '2026-01-10 10:00:00')]
  await workspace.run(await exportFile(rows, { folder: workspace.folder, currency: 'THB' }))
  await rate('2025-12-01', '0.03')
})

const rate = (day: string, value: string) =>
  workspace.client.rates.put({ day, base: 'THB', quote: 'USD', rate: value, source: 'bank' })

const months = async () => {
  const { rows, footnotes } = await workspace.client.roi.table({ by: ['month'], currency: 'USD' })
  return { byMonth: Object.fromEntries(rows.map(({ keys, gmv }) => [keys.month, gmv])), used: footnotes.usedRates }
}

const lock = (text: string, month = '2025-12') =>
  workspace.client.rates.lockMonth({ month, text, source: 'ECB', quote: 'USD', dryRun: false })

test('the locked rate holds for its month alone, and is named as what it is', async () => {
  expect((await months()).byMonth).toEqual({ '2025-12': 30_00, '2026-01': 30_00 })
  expect(await lock('THB 0.031')).toMatchObject({
    taken: 1,
    // A line without a day is of the month's last one.
    rows: [{ line: 1, text: 'THB 0.031', rate: { day: '2025-12-31', base: 'THB', quote: 'USD', rate: '0.031' } }],
  })
  const { byMonth, used } = await months()
  expect(byMonth).toEqual({ '2025-12': 31_00, '2026-01': 30_00 })
  expect(used).toEqual([
    { base: 'THB', quote: 'USD', rate: '0.031', day: '2025-12-31', source: 'ECB', locked: true },
    { base: 'THB', quote: 'USD', rate: '0.03', day: '2025-12-01', source: 'bank', locked: false },
  ])
})

test('a rate typed or changed later changes nothing in the locked month', async () => {
  await lock('THB 0.031')
  await rate('2025-12-01', '0.05')
  await rate('2025-12-09', '0.06')
  expect((await months()).byMonth).toEqual({ '2025-12': 31_00, '2026-01': 60_00 })
})

test('taking the lock back, or undoing it, brings the rates of the days back', async () => {
  await lock('THB 0.031')
  const [only] = await workspace.client.rates.locks({})
  expect(only).toMatchObject({ month: '2025-12', rate: '0.031', source: 'ECB', day: '2025-12-31', person: 'Lin' })
  await workspace.client.rates.unlock({ id: only?.id ?? '' })
  expect((await months()).byMonth['2025-12']).toBe(30_00)
  await workspace.client.history.undo({})
  expect((await months()).byMonth['2025-12']).toBe(31_00)
})

test('a pair locked the other way round answers as its inverse; locking again replaces', async () => {
  await workspace.client.rates.lockMonth({
    month: '2025-12',
    text: 'USD THB 2025-12-30 32',
    source: 'bank',
    dryRun: false,
  })
  expect((await months()).byMonth['2025-12']).toBe(31_25)
  await lock('THB 0.03\nTHB 0.04')
  // The pair itself goes before its inverse, and the last of two lines holds.
  expect((await months()).byMonth['2025-12']).toBe(40_00)
})

test('what cannot be read is shown and locks nothing', async () => {
  const { rows, taken } = await workspace.client.rates.lockMonth({
    month: '2025-12',
    text: 'THB zero\nUSD USD 1\n\nTHB 2025-12-32 0.03',
    source: 'bank',
    quote: 'USD',
    dryRun: false,
  })
  expect(taken).toBe(0)
  expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'sameCurrency'],
    [4, 'notADay'],
  ])
  expect(await workspace.client.rates.locks({})).toEqual([])
})

/** Closes December of the shop, whatever its figures are. */
async function closeDecember(): Promise<void> {
  const { client, shop } = workspace
  const { id } = await client.records.put({ entity: 'periods', fields: { shopId: shop.id, month: '2025-12' } })
  const step = { periodId: id ?? '', fromState: 'open', toState: 'closed', machine: 1 }
  await workspace.context.host
    .current()
    .workspace.commit({ author: 'Lin', label: 'test.close' }, (tx) => putRecord(tx, 'periodEvents', null, step, 0))
}

test('a rate that reaches into a closed month is refused however it is entered; one that does not is taken', async () => {
  const { client } = workspace
  await rate('2026-01-01', '0.04')
  await closeDecember()
  const closed = { code: 'record.invalid', data: { field: 'day', reason: 'monthClosed' } }
  await expect(rate('2025-12-20', '0.5')).rejects.toMatchObject(closed)
  // It would hold in December too, since nothing else does before the 1st.
  await expect(rate('2025-11-01', '0.5')).resolves.toMatchObject({ day: '2025-11-01' })
  await expect(rate('2025-12-01', '0.5')).rejects.toMatchObject(closed)
  const [december] = (await client.rates.list({})).filter(({ day }) => day === '2025-12-01')
  await expect(client.rates.remove({ id: december?.id ?? '' })).rejects.toMatchObject(closed)
  const edited = await client.edits.apply({
    what: 'cell',
    list: 'rates',
    edits: [{ entity: 'rates', id: december?.id ?? null, fields: { rate: '0.5' } }],
    dryRun: false,
  })
  expect(edited.refused).toMatchObject([{ field: 'rate', reason: 'monthClosed' }])
  const pasted = await client.rates.paste({
    text: '2025-12-24 THB USD 0.5\n2026-01-05 THB USD 0.06',
    source: 'bank',
    dryRun: false,
  })
  expect(pasted).toMatchObject({ taken: 1, rows: [{ problem: 'monthClosed', rate: null }, { problem: null }] })
  expect((await months()).byMonth).toEqual({ '2025-12': 30_00, '2026-01': 60_00 })
})

test('where a shop has closed the month its rates stay', async () => {
  const { client } = workspace
  await lock('THB 0.031')
  const [before] = await client.rates.locks({})
  await closeDecember()
  const closed = { code: 'record.invalid', data: { field: 'month', reason: 'monthClosed' } }
  await expect(lock('THB 0.05')).rejects.toMatchObject(closed)
  await expect(client.rates.unlock({ id: before?.id ?? '' })).rejects.toMatchObject(closed)
  expect((await months()).byMonth['2025-12']).toBe(31_00)
  expect((await client.rates.locks({})).map((one) => one.closed)).toEqual([true])
  // Other months are as free as they were.
  expect(await lock('THB 0.05', '2026-01')).toMatchObject({ taken: 1 })
})

test('a month can be seen at other rates, and stays as it is', async () => {
  await lock('THB 0.031')
  const answer = await workspace.client.rates.restate({
    month: '2025-12',
    currency: 'USD',
    rates: [{ base: 'THB', rate: '0.02' }],
  })
  expect(answer).toMatchObject({
    currency: 'USD',
    rows: [
      {
        shop: 'Glow',
        currency: 'THB',
        asIs: { netGmv: 31_00, commission: 3_10, contribution: 27_90 },
        restated: { netGmv: 20_00, commission: 2_00, contribution: 18_00 },
      },
    ],
    total: { asIs: { netGmv: 31_00 }, restated: { netGmv: 20_00 } },
    usedRates: [{ rate: '0.031', locked: true }],
  })
  expect((await months()).byMonth['2025-12']).toBe(31_00)
  // Without other rates there is no difference.
  const same = await workspace.client.rates.restate({ month: '2025-12', currency: 'USD', rates: [] })
  expect(same.total.restated).toEqual(same.total.asIs)
})
