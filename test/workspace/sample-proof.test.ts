import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, expect, test } from 'vitest'

import { blobPath } from '../../db/blob-store'
import { pdfPictures, pdfText, pdfTool } from '../support/pdf-reader'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

/** A grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

let workspace: TestWorkspace
let sampleId: string

beforeEach(async () => {
  workspace = await newWorkspace({ currency: 'USD' })
  const { client } = workspace
  const shop = (await client.shops.add({ name: '光采美妆 US', market: 'US', client: 'Glow' })).id
  const mia = String((await client.records.put({ entity: 'creators', fields: { handle: 'mia' } })).id)
  const fields = {
    shopId: shop,
    creatorId: mia,
    productId: '1729384756102938475',
    quantity: 2,
    orderId: '577000000000000001',
  }
  sampleId = (await client.samples.put({ fields })).id
  await client.samples.step({ ids: [sampleId], to: 'shipped', at: Date.UTC(2026, 2, 7, 18), through: true })
  await client.samples.step({ ids: [sampleId], to: 'delivered', at: Date.UTC(2026, 2, 8, 21, 30), reason: '门口签收' })
  await client.records.put({
    entity: 'parcels',
    fields: { sampleId, tracking: '9400111899223197428490', carrier: 'USPS', shippedAt: Date.UTC(2026, 2, 7, 18) },
  })
})

async function attach(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(workspace.folder, name)
  fs.writeFileSync(file, bytes)
  const { result } = await finish(
    workspace.client.attachments.add({ entity: 'samples', recordId: sampleId, path: file }),
  )
  return result.id
}

const check = async () => (await finish(workspace.client.sampleProof.check({ sampleId }))).result

test('one changed byte turns the seal red, and says of which file', async () => {
  const photo = await attach('签收照片.png', PNG)
  const chat = await attach('chat.txt', Buffer.from('mia: got it!'))
  expect(await check()).toMatchObject({
    seal: 'whole',
    files: [
      { id: photo, standing: 'whole' },
      { id: chat, standing: 'whole' },
    ],
  })
  const { files } = await workspace.client.sampleProof.get({ sampleId })
  const stored = blobPath(workspace.file, files.find(({ id }) => id === chat)?.sha256 ?? '')
  const bytes = fs.readFileSync(stored)
  bytes[5] = (bytes[5] ?? 0) ^ 1
  fs.writeFileSync(stored, bytes)
  expect(await check()).toMatchObject({
    seal: 'broken',
    files: [
      { id: photo, standing: 'whole' },
      { id: chat, standing: 'changed' },
    ],
  })
  fs.rmSync(stored)
  expect((await check()).files[1]).toEqual({ id: chat, standing: 'missing' })
})

test('the seal depends on every line: another reason is another seal, the same facts are the same', async () => {
  const before = await check()
  expect((await check()).hash).toBe(before.hash)
  await workspace.client.samples.step({ ids: [sampleId], to: 'contentDue', reason: 'unboxed' })
  const after = await check()
  expect(after.hash).not.toBe(before.hash)
  await workspace.client.history.undo({})
  expect((await check()).hash).toBe(before.hash)
})

test('everything known is told in order of time, files by what they show', async () => {
  const photo = await attach('pod.png', PNG)
  await workspace.client.sampleProof.name({ fileId: photo, kind: 'delivery' })
  const { files, events, zone } = await workspace.client.sampleProof.get({ sampleId })
  expect(zone).toBe('America/Los_Angeles')
  expect(files).toMatchObject([{ id: photo, kind: 'delivery', name: 'pod.png', state: 'here', addedBy: 'Lin' }])
  // The clock of the test stands in January: what was written then comes before what happened in March.
  expect(events.map(({ kind }) => kind)).toEqual(['file', 'parcel', 'step', 'step', 'step', 'step'])
  expect(events.at(-1)).toMatchObject({ en: 'Delivered: 门口签收', zh: '已签收：门口签收', person: 'Lin' })
})

test.runIf(pdfTool('pdftotext'))(
  'the pack is one PDF in both languages whose text another reader can copy',
  async () => {
    await attach('签收照片.png', PNG)
    const to = path.join(workspace.folder, 'pack.pdf')
    const note = '达人 3 月 20 日说没收到。'
    const { result } = await finish(workspace.client.sampleProof.pack({ sampleId, denial: 'neverReceived', note, to }))
    expect(result).toMatchObject({ file: to, seal: 'whole' })
    const text = pdfText(to)
    const plain = text.replaceAll(/\s+/gu, ' ')
    for (const words of [
      '寄样签收证明',
      'Proof of a delivered sample',
      '光采美妆 US',
      '@mia',
      '1729384756102938475',
      '577000000000000001',
      '达人表示没有收到样品。',
      'The creator says that the sample never arrived.',
      note,
      'Parcel USPS 9400111899223197428490',
      // 21:30 UTC on the day the clocks went forward: 14:30 in Los Angeles, UTC-7.
      '2026-03-08 14:30',
      '已签收：门口签收',
      '签收照片.png',
      '封印完好',
      result.hash,
    ])
      expect(plain).toContain(words)
  },
)

test.runIf(pdfTool('pdftotext'))(
  'a broken seal is written on the pack, and the picture that was changed is not shown as proof',
  async () => {
    const photo = await attach('pod.png', PNG)
    const { files } = await workspace.client.sampleProof.get({ sampleId })
    fs.appendFileSync(blobPath(workspace.file, files[0]?.sha256 ?? ''), '!')
    const to = path.join(workspace.folder, 'pack.pdf')
    const { result } = await finish(workspace.client.sampleProof.pack({ sampleId, denial: 'deletedVideo', to }))
    expect(result.seal).toBe('broken')
    const text = pdfText(to)
    expect(text).toContain('CHANGED since it was attached')
    expect(text).toContain('封印已破坏')
    expect(pdfPictures(to)).toBe(0)
    expect((await check()).files).toEqual([{ id: photo, standing: 'changed' }])
  },
)
