import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { type BriefBody, diffBodies, NO_WORDS, sectionText, versionNames } from '../../shared/domain/briefs'
import { pdfText, pdfTool } from '../support/pdf-reader'
import { newWorkspace } from '../support/workspace'

const BODY: BriefBody = {
  products: ['1729000000000000001'],
  texts: {
    en: { ...NO_WORDS, hooks: 'My skin at 7 a.m. after a night flight', dos: 'Show the bottle\nSpray on camera' },
    'zh-CN': { ...NO_WORDS, hooks: '红眼航班后的早上七点', disclosure: '口播“本视频为合作内容”' },
  },
}

async function briefed() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shop = await client.shops.add({ name: 'Lumora 露莫拉', market: 'US', timezone: 'UTC' })
  const product = { shopId: shop.id, productId: '1729000000000000001', name: 'Hydrating mist 保湿喷雾' }
  await client.records.put({ entity: 'products', fields: product })
  const campaign = await client.campaigns.put({
    fields: { shopId: shop.id, name: 'Spring', kind: 'target' },
    rate: 2000,
  })
  await client.campaigns.addCreators({ campaignId: campaign.id, text: 'mia\nzoe\nann' })
  const { rows } = await client.campaigns.creators({ campaignId: campaign.id })
  const ids = Object.fromEntries(rows.map(({ handle, creatorId }) => [handle, creatorId]))
  const brief = await client.briefs.put({
    fields: { campaignId: campaign.id, title: 'Morning mist', contentForm: 'video', slots: 3, deadline: '2026-02-10' },
    body: BODY,
  })
  return { ...workspace, shop, campaign, brief, ids }
}

test('an edit of the words is the next version; the same words again are none', async () => {
  const { client, brief } = await briefed()
  expect(brief).toMatchObject({ campaignName: 'Spring', versions: 1, newest: { name: '1', person: 'Lin', body: BODY } })
  const same = await client.briefs.put({ id: brief.id, fields: { slots: 4 }, body: BODY })
  expect(same).toMatchObject({ slots: 4, versions: 1 })
  const dos = 'Show the bottle\nSpray twice'
  const texts = { ...BODY.texts, en: { ...BODY.texts.en, dos: `${dos}\r\n ` } }
  const next = await client.briefs.put({ id: brief.id, fields: {}, body: { ...BODY, texts } })
  expect(next).toMatchObject({ versions: 2, newest: { name: '2' } })
  const [second, first] = await client.briefs.versions({ id: brief.id })
  expect(first?.body).toEqual(BODY)
  expect(second && first && diffBodies(first.body, second.body)).toEqual([
    {
      section: 'dos',
      language: 'en',
      parts: [
        { kind: 'same', text: 'Show the bottle\nSpray ' },
        { kind: 'removed', text: 'on camera' },
        { kind: 'added', text: 'twice' },
      ],
    },
  ])
})

test('what one language leaves blank is read in the other', () => {
  expect(sectionText(BODY, 'disclosure', 'en')).toBe('口播“本视频为合作内容”')
  expect(sectionText(BODY, 'hooks', 'zh-CN')).toBe('红眼航班后的早上七点')
  expect(sectionText(BODY, 'claims', 'en')).toBe('')
})

test('it is known which version each creator got, and how many have an older one', async () => {
  const { client, brief, campaign, ids } = await briefed()
  const { mia = '', zoe = '', ann = '' } = ids
  await client.briefs.send({ id: brief.id, creators: [mia, zoe], language: 'en', channel: 'whatsapp' })
  const texts = { ...BODY.texts, en: { ...BODY.texts.en, claims: 'Lasts for hours' } }
  await client.briefs.put({ id: brief.id, fields: {}, body: { ...BODY, texts } })
  await client.briefs.send({ id: brief.id, creators: [ann, zoe] })
  expect(await client.briefs.get({ id: brief.id })).toMatchObject({ sentTo: 3, older: 1 })
  const receipts = await client.briefs.receipts({ id: brief.id })
  expect(receipts.map(({ handle, version, older, person }) => [handle, version, older, person])).toEqual([
    ['mia', '1', true, 'Lin'],
    ['ann', '2', false, 'Lin'],
    ['zoe', '2', false, 'Lin'],
  ])
  const { rows } = await client.campaigns.creators({ campaignId: campaign.id, search: 'mia' })
  expect(rows[0]?.brief).toEqual({ briefId: brief.id, title: 'Morning mist', version: '1', older: true })
  // An older version can be given on purpose, and one step takes it back.
  const [, first] = await client.briefs.versions({ id: brief.id })
  await client.briefs.send({ id: brief.id, versionId: first?.id ?? '', creators: [ann] })
  expect(await client.briefs.get({ id: brief.id })).toMatchObject({ older: 2 })
  await client.history.undo({})
  expect(await client.briefs.get({ id: brief.id })).toMatchObject({ older: 1 })
})

test('the claim sheets of its products come for the shop’s market and for every one', async () => {
  const { client, shop } = await briefed()
  const claim = { shopId: shop.id, productId: '1729000000000000001' }
  const add = (market: string, kind: string, text: string) =>
    client.records.put({ entity: 'productClaims', fields: { ...claim, market, kind, text } })
  await add('*', 'allowed', 'Dermatologically tested')
  await add('US', 'forbidden', 'Cures acne')
  await add('TH', 'allowed', 'For Thailand only')
  const lines = await client.briefs.claims({ shopId: shop.id, products: [claim.productId] })
  expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
    ['allowed', 'Dermatologically tested'],
    ['forbidden', 'Cures acne'],
  ])
})

test('a brief of another shop’s campaign is refused', async () => {
  const { client, brief } = await briefed()
  const other = await client.shops.add({ name: 'Lotus', market: 'GB' })
  const campaign = await client.campaigns.put({ fields: { shopId: other.id, name: 'UK', kind: 'open' } })
  await expect(client.briefs.put({ id: brief.id, fields: { campaignId: campaign.id } })).rejects.toMatchObject({
    data: { field: 'campaignId', reason: 'otherShop' },
  })
})

test.runIf(pdfTool('pdftotext'))('the PDF has both languages, and its text can be copied', async () => {
  const { client, brief, folder } = await briefed()
  const to = path.join(folder, 'brief.pdf')
  await client.briefs.pdf({ id: brief.id, languages: ['en', 'zh-CN'], to })
  const text = pdfText(to)
  for (const words of [
    'Brief / 创作需求单: Morning mist',
    'Lumora 露莫拉',
    'Hydrating mist 保湿喷雾',
    'Video / 短视频',
    '2026-02-10',
    'Hooks for the first seconds / 开头钩子',
    'My skin at 7 a.m. after a night flight',
    '红眼航班后的早上七点',
    '口播“本视频为合作内容”',
    'Version 1 of 2026-01-15',
    '第 1 版',
  ]) {
    expect(text).toContain(words)
  }
  await client.briefs.pdf({ id: brief.id, languages: ['zh-CN'], to })
  const chinese = pdfText(to)
  expect(chinese).toContain('创作需求单: Morning mist')
  expect(chinese).not.toContain('Hooks for')
  expect(fs.existsSync(`${to}.part`)).toBe(false)
})

test.runIf(pdfTool('pdftotext'))('a long brief goes over several pages', async () => {
  const { client, brief, folder } = await briefed()
  const shots = Array.from({ length: 120 }, (_, n) => `Shot ${n + 1}: 镜头`).join('\n')
  const texts = { ...BODY.texts, en: { ...BODY.texts.en, shots } }
  await client.briefs.put({ id: brief.id, fields: {}, body: { ...BODY, texts } })
  const to = path.join(folder, 'long.pdf')
  await client.briefs.pdf({ id: brief.id, languages: ['en'], to })
  const pages = pdfText(to).split('\f')
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.join('')).toContain('Shot 120: 镜头')
})

test('two versions of one number are told apart', () => {
  const names = versionNames([
    { id: 'b', version: 3, at: 20 },
    { id: 'a', version: 3, at: 10 },
    { id: 'c', version: 4, at: 30 },
  ])
  expect([...names]).toEqual([
    ['a', '3'],
    ['b', '3b'],
    ['c', '4'],
  ])
})
