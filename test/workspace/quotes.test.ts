import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { pdfText, pdfTool } from '../support/pdf-reader'
import { newWorkspace } from '../support/workspace'

const WHOLE = {
  market: 'US',
  category: '美妆 Beauty',
  products: ['Hydrating mist 100 ml', '1729384756102938475'],
  followersFrom: 10_000,
  followersTo: 500_000,
  contentForm: 'video',
  contentCount: 3,
  fromDay: '2026-02-01',
  toDay: '2026-02-28',
  budget: 123_450,
  currency: 'USD',
  samples: 'two sets, free',
  pastCases: 'https://example.invalid/case',
  note: null,
}

async function asked() {
  const workspace = await newWorkspace()
  const { id: creator } = await workspace.client.records.put({ entity: 'creators', fields: { handle: 'linh.beauty' } })
  const request = await workspace.client.quotes.put({ fields: { ...WHOLE, creatorId: String(creator) } })
  return { ...workspace, request }
}

test('a request says which of the seven things are missing, also those given in part', async () => {
  const { client } = await newWorkspace()
  const { id, missing } = await client.quotes.put({ fields: { market: 'US', category: 'Beauty', contentForm: 'live' } })
  expect(missing).toEqual(['category', 'followers', 'content', 'period', 'samples', 'pastCases'])
  const { text } = await client.quotes.text({ id, language: 'en' })
  expect(text.split('\n').slice(0, 6)).toEqual([
    'Hello,',
    '',
    '1. Market: US',
    '2. Category and products: Beauty',
    '3. Followers: to be agreed',
    '4. Content: LIVE sessions',
  ])
})

test('a whole request reads the same in both languages, with exact money', async () => {
  const { client, request } = await asked()
  expect(request).toMatchObject({ missing: [], handle: 'linh.beauty', sentAt: null })
  const english = (await client.quotes.text({ id: request.id, language: 'en' })).text.split('\n')
  expect(english.slice(2, 9)).toEqual([
    '1. Market: US',
    '2. Category and products: 美妆 Beauty · Hydrating mist 100 ml, 1729384756102938475',
    '3. Followers: 10,000 – 500,000',
    '4. Content: 3 videos',
    '5. Dates and budget: 2026-02-01 – 2026-02-28, budget USD 1,234.50',
    '6. Samples: two sets, free',
    '7. Past cases: https://example.invalid/case',
  ])
  const chinese = (await client.quotes.text({ id: request.id, language: 'zh-CN' })).text.split('\n')
  expect(chinese[0]).toBe('linh.beauty，你好：')
  expect(chinese.slice(4, 7)).toEqual([
    '3. 粉丝量级：10,000 – 500,000',
    '4. 内容形式与数量：短视频 3 条/场',
    '5. 时间与预算：2026-02-01 – 2026-02-28, 预算 USD 1,234.50',
  ])
})

test('who may not see costs sends a letter without the budget', async () => {
  const { client, context, request } = await asked()
  await client.people.put({ name: 'Mei', role: 'reviewer' })
  context.me.rename({ person: 'Mei', computer: 'desk' })
  expect((await client.quotes.text({ id: request.id, language: 'en' })).text).not.toContain('1,234.50')
})

test('a range that ends before it begins is refused', async () => {
  const { client } = await newWorkspace()
  const turned = client.quotes.put({ fields: { followersFrom: 500, followersTo: 100 } })
  await expect(turned).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'followersTo' } })
  expect((await client.quotes.list({})).total).toBe(0)
})

test('sent and removed are steps that can be taken back', async () => {
  const { client, request } = await asked()
  expect((await client.quotes.sent({ id: request.id, sent: true })).sentAt).not.toBeNull()
  await client.quotes.remove({ id: request.id })
  expect((await client.quotes.list({})).total).toBe(0)
  await client.history.undo({})
  await client.history.undo({})
  expect((await client.quotes.list({})).rows).toMatchObject([{ id: request.id, sentAt: null }])
})

test('the PDF embeds its fonts, and the place that cannot be written is named', async () => {
  const { client, request, folder } = await asked()
  const to = path.join(folder, 'quote.pdf')
  await client.quotes.pdf({ id: request.id, language: 'zh-CN', to })
  const bytes = fs.readFileSync(to, 'latin1')
  expect(bytes.startsWith('%PDF-')).toBe(true)
  expect(bytes).toContain('/FontFile')
  expect(bytes).toContain('/ToUnicode')
  // A subset, not the ten megabytes of the whole font.
  expect(bytes.length).toBeLessThan(500_000)
  const nowhere = client.quotes.pdf({ id: request.id, language: 'en', to: path.join(folder, 'none', 'quote.pdf') })
  await expect(nowhere).rejects.toMatchObject({ code: 'export.notWritable' })
})

test.runIf(pdfTool('pdftotext'))('another program reads the Chinese text of the PDF', async () => {
  const { client, request, folder } = await asked()
  const to = path.join(folder, 'quote.pdf')
  await client.quotes.pdf({ id: request.id, language: 'zh-CN', to })
  const text = pdfText(to)
  for (const said of ['询价单', 'linh.beauty，你好：', '美妆 Beauty', '短视频 3 条/场', 'USD 1,234.50', '谢谢！'])
    expect(text).toContain(said)
})
