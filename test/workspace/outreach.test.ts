/** Templates, batch sheets and quotas through the contract. */

import { expect, test } from 'vitest'

import { type Client, newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000

async function shopWith(client: Client, handles: readonly string[], fields: Record<string, string> = {}) {
  const shop = await client.shops.add({ name: 'Lotus US', market: 'US', client: 'Lotus' })
  const creators: string[] = []
  for (const handle of handles) {
    const { id } = await client.records.put({ entity: 'creators', fields: { handle, ...fields } })
    creators.push(String(id))
  }
  return { shop, creators }
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `creator_${String(i).padStart(3, '0')}`)

test('every edit of a text is a new version, the old ones stay', async () => {
  const { client } = await newWorkspace()
  const texts = [
    { language: 'en', body: 'Hi {{name}}' },
    { language: 'zh', body: '你好，{{name}}' },
  ]
  const made = await client.outreach.templates.put({ fields: { name: 'First', channel: 'im' }, texts })
  expect(made.texts.map(({ language, version }) => [language, version])).toEqual([
    ['en', 1],
    ['zh', 1],
  ])
  await client.outreach.templates.put({
    id: made.id,
    fields: {},
    texts: [{ language: 'en', body: 'Hello {{name}}' }, texts[1]!],
  })
  const versions = await client.outreach.templates.versions({ id: made.id })
  expect(versions.map(({ language, version, body }) => `${language}${version} ${body}`).toSorted()).toEqual([
    'en1 Hi {{name}}',
    'en2 Hello {{name}}',
    'zh1 你好，{{name}}',
  ])
  await client.history.undo({})
  expect((await client.outreach.templates.list({}))[0]?.texts[0]?.body).toBe('Hi {{name}}')
})

test('a text is filled for the creator, in their language, with what is missing named', async () => {
  const { client } = await newWorkspace({ author: '小李' })
  const { shop, creators } = await shopWith(client, ['linh'], { displayName: 'Linh', language: 'vi' })
  await client.outreach.templates.put({
    fields: { name: 'First', channel: 'line' },
    texts: [
      { language: 'en', body: 'Hi {{name}}, {{shop}} of {{brand}}, {{product}} {{me}}' },
      { language: 'vi', body: 'Chào {{name}} ({{handle}}): {{product}}' },
    ],
  })
  const [first] = await client.outreach.templates.filled({ creatorId: creators[0]!, shopId: shop.id })
  expect(first).toMatchObject({
    language: 'vi',
    fallback: false,
    text: 'Chào Linh (linh): {{product}}',
    missing: ['product'],
    limit: 5000,
  })
  const [filled] = await client.outreach.templates.filled({
    creatorId: creators[0]!,
    shopId: shop.id,
    values: { product: 'Serum' },
  })
  expect(filled).toMatchObject({ text: 'Chào Linh (linh): Serum', missing: [], length: 23 })
  await client.creators.put({ id: creators[0]!, fields: { language: 'th' } })
  const [other] = await client.outreach.templates.filled({ creatorId: creators[0]!, shopId: shop.id })
  expect(other).toMatchObject({ language: 'en', fallback: true })
  expect(other?.text).toBe('Hi Linh, Lotus US of Lotus, {{product}} 小李')
})

test('a text knows how often it was answered', async () => {
  const { client } = await newWorkspace()
  const { shop, creators } = await shopWith(client, ['a', 'b', 'c'])
  const template = await client.outreach.templates.put({
    fields: { name: 'T' },
    texts: [{ language: 'en', body: 'Hi' }],
  })
  const text = template.texts[0]!
  for (const creatorId of creators) {
    await client.outreach.log({
      creatorId,
      shopId: shop.id,
      kind: 'sent',
      at: NOON - 20 * DAY,
      templateId: template.id,
      templateVersionId: text.id,
    })
  }
  await client.outreach.log({ creatorId: creators[1]!, shopId: shop.id, kind: 'replied', at: NOON - 10 * DAY })
  const [seen] = await client.outreach.templates.list({})
  expect(seen?.texts[0]?.rate).toEqual({ sent: 3, replied: 1, waiting: 0 })
})

test('a sheet leaves out whom it must, with the reason, and cuts blocks', async () => {
  const { client } = await newWorkspace()
  const { shop, creators } = await shopWith(client, names(120), { market: 'US' })
  const [claimed, blocked, thai, friend] = creators
  // A colleague's claim, as an exchange would bring it.
  await client.sync.nameMyself({ person: 'Li' })
  await client.claims.claim({ creatorId: claimed! })
  await client.sync.nameMyself({ person: 'Lin' })
  await client.records.put({
    entity: 'creatorDecisions',
    fields: { creatorId: blocked!, kind: 'list', level: 'agency', verdict: 'block', note: 'ghosted twice', at: NOON },
  })
  await client.creators.put({ id: thai!, fields: { market: 'TH' } })
  await client.outreach.log({ creatorId: friend!, shopId: shop.id, kind: 'replied' })
  const selection = { shopId: shop.id, creators, size: 110, channel: 'im' }
  const plan = await client.outreach.batches.plan(selection)
  expect(plan.taken).toHaveLength(110)
  expect(plan.skipped.slice(0, 4).map(({ handle, reason, detail }) => [handle, reason, detail])).toEqual([
    ['creator_000', 'claimed', 'Li'],
    ['creator_001', 'blocked', 'ghosted twice'],
    ['creator_002', 'wrongMarket', 'TH'],
    ['creator_003', 'connected', null],
  ])
  expect(plan.skipped).toHaveLength(10)
  expect(plan.skipped.slice(4).map(({ reason }) => reason)).toEqual(Array.from({ length: 6 }, () => 'size'))
  const batch = await client.outreach.batches.add({ ...selection, name: 'Week 3', templateId: null, blockSize: 50 })
  expect(batch.blocks.map(({ creators: count, sentAt }) => [count, sentAt])).toEqual([
    [50, null],
    [50, null],
    [10, null],
  ])
  // Nobody is put into two sheets.
  const again = await client.outreach.batches.plan(selection)
  expect(again.taken.map(({ handle }) => handle)).toEqual(names(120).slice(114))
})

test('S is one step: contacts and claims of the block, taken back by one undo, and the sheet goes on after a restart', async () => {
  const { client, file } = await newWorkspace()
  const { shop, creators } = await shopWith(client, names(60))
  const template = await client.outreach.templates.put({
    fields: { name: 'T' },
    texts: [{ language: 'en', body: 'Hi {{handle}}, {{product}}' }],
  })
  const batch = await client.outreach.batches.add({
    shopId: shop.id,
    creators,
    size: 60,
    channel: 'im',
    name: 'Week 3',
    templateId: template.id,
    blockSize: 50,
    values: { product: 'Serum' },
  })
  const { rows } = await client.outreach.batches.block({ id: batch.id, block: 1 })
  expect(rows).toHaveLength(50)
  expect(rows[7]?.text).toMatchObject({ text: 'Hi creator_007, Serum', missing: [] })
  const done = await client.outreach.batches.send({ id: batch.id, block: 1 })
  expect(done).toMatchObject({ sent: 50, skipped: [] })
  const seen = await client.claims.of({ creators })
  expect(seen.filter(({ holder }) => holder?.mine)).toHaveLength(50)
  const [quota] = await client.outreach.quotas({ shops: [shop.id] })
  expect(quota).toMatchObject({ from: 'ask', used: 50 })
  await expect(client.outreach.batches.send({ id: batch.id, block: 1 })).rejects.toMatchObject({
    code: 'record.invalid',
    data: { reason: 'alreadySent' },
  })
  await client.workspace.close({})
  await client.workspace.open({ file })
  const [kept] = await client.outreach.batches.list({ shopId: shop.id })
  expect(kept?.blocks.map(({ sent }) => sent)).toEqual([50, 0])
  await client.history.undo({})
  expect((await client.outreach.touches({})).total).toBe(0)
  expect((await client.claims.of({ creators })).every(({ holder }) => holder === null)).toBe(true)
  expect((await client.outreach.batches.list({}))[0]?.blocks[0]?.sentAt).toBeNull()
})

test('who was claimed after the sheet was made is left out of the block, and named', async () => {
  const { client } = await newWorkspace()
  const { shop, creators } = await shopWith(client, names(3))
  const batch = await client.outreach.batches.add({
    shopId: shop.id,
    creators,
    size: 3,
    name: 'X',
    templateId: null,
    blockSize: 50,
  })
  await client.sync.nameMyself({ person: 'Li' })
  await client.claims.claim({ creatorId: creators[1]! })
  await client.sync.nameMyself({ person: 'Lin' })
  const { rows } = await client.outreach.batches.block({ id: batch.id, block: 1 })
  expect(rows[1]?.skip).toMatchObject({ reason: 'claimed', detail: 'Li' })
  const done = await client.outreach.batches.send({ id: batch.id, block: 1, without: [creators[2]!] })
  expect(done).toMatchObject({ sent: 1, skipped: [{ handle: 'creator_001', reason: 'claimed' }] })
})

test('the number of a shop is asked for, entered, or that of its market’s tiers', async () => {
  const { client } = await newWorkspace()
  const { shop } = await shopWith(client, [])
  const quota = async () => (await client.outreach.quotas({ shops: [shop.id] }))[0]
  expect(await quota()).toMatchObject({
    from: 'ask',
    limit: null,
    messagesBeforeReply: 5,
    weekAssumed: false,
    source: null,
  })
  await client.outreach.setQuota({ shopId: shop.id, basis: { basis: 'own', weekly: 500 } })
  expect(await quota()).toMatchObject({ from: 'own', limit: 500, left: 500, source: 'Seller Center' })
  await client.outreach.setQuota({ shopId: shop.id, basis: { basis: 'once' } })
  expect(await quota()).toMatchObject({ from: 'once', limit: 1000 })
  await client.history.undo({})
  await client.history.undo({})
  expect(await quota()).toMatchObject({ from: 'ask' })
})

test('what was said is listed, newest first, and found by text', async () => {
  const { client } = await newWorkspace()
  const { shop, creators } = await shopWith(client, ['linh'])
  const [creatorId = ''] = creators
  await client.outreach.log({ creatorId, shopId: shop.id, kind: 'sent', at: NOON - DAY, text: 'about Serum' })
  await client.outreach.log({ creatorId, shopId: shop.id, kind: 'replied', at: NOON, text: 'yes' })
  const { rows, total } = await client.outreach.touches({ shopId: shop.id })
  expect([total, rows.map(({ kind, handle, person }) => [kind, handle, person])]).toEqual([
    2,
    [
      ['replied', 'linh', 'Lin'],
      ['sent', 'linh', 'Lin'],
    ],
  ])
  expect((await client.outreach.touches({ search: 'serum' })).total).toBe(1)
})
