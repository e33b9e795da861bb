/** Packing and sending: the pick list with its stock, labels and lists on paper, pasted and scanned numbers. */

import path from 'node:path'

import { safe } from '@orpc/client'
import { expect, test } from 'vitest'

import { barcodeOf } from '../../electron/workspace/sample-files/barcode'
import { sampleCode } from '../../shared/domain/sample-codes'
import { pdfText, pdfTool } from '../support/pdf-reader'
import { ledger, samplesWorkspace } from '../support/sample-files'

const BALM = '1729000000000000001'
const CREAM = '1729000000000000002'

/** A shop with three approved samples and one packed; two of them for one creator. */
async function packing() {
  const workspace = await samplesWorkspace({ market: 'TH' })
  const file = workspace.written('a.csv', [
    'application_id,creator_username,product_id,sku_id,quantity,status,order_id,requested_at',
    `700000001,ann.th,${BALM},1729000000000000011,2,AWAITING_SHIPMENT,577000000000000001,2026-11-18 09:00:00`,
    `700000002,boo.th,${BALM},1729000000000000011,1,AWAITING_SHIPMENT,577000000000000002,2026-11-17 09:00:00`,
    `700000003,cat.th,${CREAM},1729000000000000021,1,packed,577000000000000003,2026-11-16 09:00:00`,
    `700000004,cat.th,${BALM},1729000000000000011,1,AWAITING_SHIPMENT,577000000000000004,2026-11-16 09:00:00`,
    `700000005,dan.th,${BALM},1729000000000000011,1,PENDING,,2026-11-16 09:00:00`,
  ])
  expect(await workspace.run(file)).toMatchObject({ created: 5, rejected: 0 })
  const { db } = workspace.context.host.current().workspace
  const samples = ledger({ db })
  const of = (application: string) => samples.find(({ applicationId }) => applicationId === application)!
  return { ...workspace, db, of, state: (id: string) => ledger({ db }).find((sample) => sample.id === id)!.state }
}

test('the pick list has what is to be taken from the shelf, with stock and floor; what is shipped leaves both', async () => {
  const { client, shop, of } = await packing()
  await client.stock.put({
    fields: { shopId: shop.id, productId: BALM, kind: 'received', quantity: 10, at: Date.UTC(2026, 10, 1) },
  })
  await client.stock.setDefaults({ shopId: shop.id, productId: BALM, fields: { floorNew: 4 } })
  const { groups } = await client.sampleFiles.pick({ shopId: shop.id })
  expect(groups).toMatchObject([
    { productId: BALM, toPack: 4, packed: 0, onHand: 10, floor: 4 },
    { productId: CREAM, toPack: 0, packed: 1, onHand: null, floor: null },
  ])
  expect(groups[0]?.samples.map(({ handle }) => handle)).toEqual(['cat.th', 'boo.th', 'ann.th'])
  expect(await client.sampleFiles.send({ ids: [of('700000001').id], to: 'shipped' })).toEqual({ moved: 1, refused: [] })
  const after = await client.sampleFiles.pick({ shopId: null })
  expect(after.groups).toMatchObject([{ toPack: 2, onHand: 8 }, { packed: 1 }])
  expect((await client.sampleFiles.pick({ shopId: 'nowhere' })).groups).toEqual([])
})

test('pasted numbers become parcels and ship in one step, which undo takes back whole', async () => {
  const { client, db, shop, of, state } = await packing()
  const text = ['boo.th\t850123456781', '850123456782\t577000000000000001', 'cat.th\t850123456783'].join('\n')
  const { rows, samples } = await client.sampleFiles.matchTracking({ shopId: shop.id, text })
  expect(rows.map(({ match }) => match)).toEqual(['matched', 'matched', 'ambiguous'])
  expect(samples.map(({ handle }) => handle).toSorted()).toEqual(['ann.th', 'boo.th', 'cat.th', 'cat.th'])
  const chosen = rows.map(({ sampleIds, candidates, tracking, carrier }) => ({
    // Both products of @cat.th are in one parcel.
    sampleIds: sampleIds.length > 0 ? sampleIds : candidates,
    tracking,
    carrier,
  }))
  expect(await client.sampleFiles.addTracking({ rows: chosen })).toEqual({ parcels: 4, shipped: 4 })
  expect(of('700000001').state).toBe('approved')
  expect(state(of('700000001').id)).toBe('shipped')
  expect(state(of('700000004').id)).toBe('shipped')
  const again = await client.sampleFiles.matchTracking({ shopId: shop.id, text })
  expect(again.rows.map(({ match }) => match)).toEqual(['known', 'known', 'known'])
  const other = await client.sampleFiles.matchTracking({ shopId: shop.id, text: 'boo.th\t850999999999' })
  expect(other.rows).toMatchObject([{ match: 'second', sampleIds: [of('700000002').id] }])
  // Two parcels of one request are both kept.
  await client.sampleFiles.addTracking({
    rows: [{ sampleIds: [of('700000002').id], tracking: '850999999999', carrier: 'DHL' }],
  })
  const parcels = () => ledger({ db }).find(({ applicationId }) => applicationId === '700000002')?.parcels
  expect(parcels()).toEqual(['850123456781', '850999999999 DHL'])
  await client.history.undo({})
  expect(parcels()).toEqual(['850123456781'])
  await client.history.undo({})
  expect(state(of('700000001').id)).toBe('approved')
  expect(parcels()).toEqual([])
})

test('a number for a request that was declined is refused and nothing of the paste is written', async () => {
  const { client, of, state } = await packing()
  await client.samples.step({ ids: [of('700000005').id], to: 'declined' })
  const rows = [
    { sampleIds: [of('700000001').id], tracking: '850123456781', carrier: null },
    { sampleIds: ['01KF0RDQG8ZSGERYYFSY11CPAA'], tracking: '850123456782', carrier: null },
  ]
  expect((await safe(client.sampleFiles.addTracking({ rows }))).error).toMatchObject({ code: 'record.notFound' })
  expect(state(of('700000001').id)).toBe('approved')
})

test('a scanner packs and ships by label, order and number; a number after a label is put on that sample', async () => {
  const { client, shop, of } = await packing()
  const scan = (line: string, more: { readonly to?: 'packed' | 'shipped'; readonly after?: string } = {}) =>
    client.sampleFiles.scan({ shopId: shop.id, line, to: more.to ?? 'shipped', after: more.after ?? null })
  const ann = of('700000001')
  expect(await scan(sampleCode(ann.id), { to: 'packed' })).toMatchObject({
    result: 'packed',
    sample: { handle: 'ann.th', state: 'packed' },
  })
  expect(await scan(` ${sampleCode(ann.id).toLowerCase()} `)).toMatchObject({
    result: 'shipped',
    sample: { state: 'shipped' },
  })
  expect(await scan(sampleCode(ann.id))).toMatchObject({ result: 'already' })
  expect(await scan('850123456789', { after: ann.id })).toMatchObject({
    result: 'attached',
    sample: { parcels: [{ tracking: '850123456789' }] },
  })
  expect(await scan('850123456789')).toMatchObject({ result: 'already', sample: { handle: 'ann.th' } })
  expect(await scan('850777777777')).toMatchObject({ result: 'unknown', sample: null })
  expect(await scan('SB-00000000', { after: ann.id })).toMatchObject({ result: 'unknown' })
  expect(await scan('577000000000000002')).toMatchObject({ result: 'shipped', sample: { handle: 'boo.th' } })
  expect(await scan(sampleCode(of('700000005').id))).toMatchObject({
    result: 'notOpen',
    sample: { state: 'requested' },
  })
})

test.skipIf(pdfTool('pdftotext') === undefined)(
  'lists and labels are PDFs that can be read, in Chinese too, without what a role may not see',
  { timeout: 60_000 },
  async () => {
    const { client, folder, shop, context } = await packing()
    const print = async (what: 'pickList' | 'labels', language: 'en' | 'zh-CN', paper: 'a4' | '100x150' = 'a4') => {
      const to = path.join(folder, `${what}-${language}-${paper}.pdf`)
      await client.sampleFiles.print({ shopId: shop.id, what, language, paper, to })
      return pdfText(to)
    }
    const { rows } = await client.creators.list({ search: 'boo.th' })
    await client.records.put({
      entity: 'creators',
      id: rows[0]?.id ?? '',
      fields: { displayName: '林美 ✨', address: '55 Sukhumvit 39, Watthana, Bangkok 10110', phone: '0812345678' },
    })
    const list = await print('pickList', 'en')
    expect(list).toContain('Pick list · Glow')
    expect(list).toContain('4 pieces for 3 samples')
    expect(list).toMatch(/@boo\.th.*1 pcs.*SB-/)
    expect(await print('pickList', 'zh-CN')).toContain('3 份样品，共 4 件')
    const labels = await print('labels', 'en')

    expect(labels).toContain('0812345678')
    expect(labels.match(/SB-[0-9A-Z]{8}/g)).toHaveLength(4)
    const single = await print('labels', 'zh-CN', '100x150')
    // One page for each label.
    expect(single.split('\f').filter((page) => page.trim() !== '')).toHaveLength(4)
    expect(single).toContain('没有地址')
    await client.records.put({ entity: 'creators', id: rows[0]?.id ?? '', fields: { address: 'กรุงเทพมหานคร 10110' } })
    expect(await print('labels', 'en')).toContain('กรุงเทพมหานคร 10110')
    await client.records.put({ entity: 'creators', id: rows[0]?.id ?? '', fields: { address: '서울 10110' } })
    expect(await print('labels', 'en')).toContain('cannot be printed here')
    await client.people.put({ name: 'Kim', role: 'owner' })
    await client.people.put({ name: context.author(), role: 'reviewer' })
    const hidden = await print('labels', 'en')
    expect(hidden).toContain('The address is hidden from this role')
    expect(hidden).not.toContain('10110')
    expect(hidden).not.toContain('0812345678')
    expect((await client.sampleFiles.pick({ shopId: shop.id })).groups[0]?.samples[1]).toMatchObject({
      address: null,
      phone: null,
      hasAddress: true,
    })
  },
)

/** Code 128 set B, bars and spaces by value: enough of the standard's table for what a code of a sample can hold. */
const START_B = '211214'
const STOP = '2331112'

test('the bar code begins, ends and is as long as Code 128 says', () => {
  const { bars, width } = barcodeOf('SB-0123ABCD')
  const widths = bars.flatMap(({ left, width: own }, at) => {
    const next = bars[at + 1]
    return next === undefined ? [own] : [own, next.left - left - own]
  })
  expect(widths.slice(0, 6).join('')).toBe(START_B)
  expect(widths.slice(-7).join('')).toBe(STOP)
  // Modules: 11 each for start, check and characters (digit pairs may share one), 13 for the end.
  expect((width - 13) % 11).toBe(0)
  expect(width).toBeLessThanOrEqual(11 * 13 + 13)
})
