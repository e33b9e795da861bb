import { beforeEach, expect, test } from 'vitest'

import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

const SERUM = '1729384756102938475'
const FIRST = '7412345678901234567'
const SECOND = '7412345678901234568'
const DAY = 86_400_000

let workspace: TestWorkspace
let shop: string
let mia: string
let sampleId: string

beforeEach(async () => {
  workspace = await newWorkspace({ currency: 'USD' })
  const { client } = workspace
  shop = (await client.shops.add({ name: 'Glow US', market: 'US', client: 'Glow' })).id
  mia = String((await client.records.put({ entity: 'creators', fields: { handle: 'mia.glow' } })).id)
  sampleId = (await client.samples.put({ fields: { shopId: shop, creatorId: mia, productId: SERUM, quantity: 1 } })).id
  await client.samples.step({ ids: [sampleId], to: 'contentDue', through: true })
})

const link = (id: string) => `https://www.tiktok.com/@mia.glow/video/${id}`
const state = async (id = sampleId) => (await workspace.client.samples.get({ id })).state

/** Pastes one link and gives it to the sample that it may answer. */
async function paste(videoId = FIRST): Promise<string> {
  const { links } = await workspace.client.content.preview({ text: link(videoId) })
  const [found] = links
  const { ids } = await workspace.client.content.add({
    links: [
      { videoId, handle: found?.handle ?? '', url: found?.text ?? '', sampleId: found?.samples[0]?.sampleId ?? null },
    ],
  })
  return ids[0] ?? ''
}

test('a pasted link finds its creator and the sample that waits for a post', async () => {
  const text = `${link(FIRST)}\nhttps://vt.tiktok.com/ZSx1/\nhttps://www.tiktok.com/@nobody.we.know/video/${SECOND}\nthanks!`
  const { links } = await workspace.client.content.preview({ text })
  expect(links).toMatchObject([
    { line: 1, videoId: FIRST, problem: null, creatorId: mia, samples: [{ sampleId, productId: SERUM, given: false }] },
    { line: 2, problem: 'short' },
    { line: 3, videoId: SECOND, problem: 'creatorUnknown', samples: [] },
    { line: 4, problem: 'noVideo' },
  ])
  expect((await workspace.client.content.list({})).total).toBe(0)
})

test('adding it posts the sample; undoing takes back all of it in one step', async () => {
  const id = await paste()
  expect(await state()).toBe('posted')
  expect(await workspace.client.content.get({ id })).toMatchObject({
    kind: 'video',
    contentId: FIRST,
    handle: 'mia.glow',
    posts: [{ sampleId, verdict: 'open', suggested: 'open', others: [] }],
  })
  await workspace.client.history.undo({})
  expect(await state()).toBe('contentDue')
  expect((await workspace.client.content.list({})).total).toBe(0)
})

test('pasting the same link again adds nothing and says that it was given already', async () => {
  await paste()
  const { links } = await workspace.client.content.preview({ text: `${link(FIRST)}?lang=en` })
  expect(links).toMatchObject([{ problem: null, samples: [{ sampleId, given: true }] }])
  await paste()
  expect((await workspace.client.content.list({})).total).toBe(1)
})

test('a valid post verifies its sample, and taking the word back takes that back', async () => {
  const { client } = workspace
  const id = await paste()
  const [post] = (await client.content.get({ id })).posts
  expect(await client.content.judge({ posts: [post?.id ?? ''], verdict: 'valid' })).toEqual({ judged: 1, verified: 1 })
  expect(await state()).toBe('verified')
  expect((await client.content.get({ id })).posts).toMatchObject([{ verdict: 'valid', countsUs: true, person: 'Lin' }])
  await client.content.judge({ posts: [post?.id ?? ''], verdict: 'open' })
  expect(await state()).toBe('posted')
})

test('a post that does not count leaves its sample due again, with its deadline; a better word brings it back', async () => {
  const { client } = workspace
  const id = await paste()
  const posts = [(await client.content.get({ id })).posts[0]?.id ?? '']
  await client.content.judge({ posts, verdict: 'valid' })
  expect(await client.content.judge({ posts, verdict: 'wrongProduct' })).toEqual({ judged: 1, verified: 0 })
  expect(await state()).toBe('contentDue')
  expect((await client.content.get({ id })).posts).toMatchObject([{ countsPlatform: false, countsUs: false }])
  const { rows } = await client.sampleRequests.ghosting({})
  expect(rows.map((row) => row.sample.id)).toContain(sampleId)
  await client.content.judge({ posts, verdict: 'open' })
  expect(await state()).toBe('posted')
  await client.content.judge({ posts, verdict: 'wrongLink' })
  expect(await client.content.judge({ posts, verdict: 'valid' })).toEqual({ judged: 1, verified: 1 })
  expect(await state()).toBe('verified')
  await client.history.undo({})
  expect(await state()).toBe('contentDue')
})

test('of two posts one that counts is enough', async () => {
  const { client } = workspace
  const first = await paste()
  const { ids } = await client.content.add({
    links: [{ videoId: SECOND, handle: 'mia.glow', url: link(SECOND), sampleId }],
  })
  const postOf = async (id: string) => (await client.content.get({ id })).posts[0]?.id ?? ''
  const second = await postOf(ids[0] ?? '')
  await client.content.judge({ posts: [await postOf(first)], verdict: 'wrongLink' })
  expect(await state()).toBe('posted')
  await client.content.judge({ posts: [second], verdict: 'valid' })
  await client.content.judge({ posts: [await postOf(first)], verdict: 'notShown' })
  expect(await state()).toBe('verified')
})

test('whoever says that a post was deleted has looked: it is no longer online', async () => {
  const { client } = workspace
  const id = await paste()
  const [post] = (await client.content.get({ id })).posts
  await client.content.judge({ posts: [post?.id ?? ''], verdict: 'deleted' })
  expect(await client.content.checks({ contentId: id })).toMatchObject([{ online: false, person: 'Lin' }])
  expect((await client.content.list({ view: 'gone' })).total).toBe(1)
  expect(await state()).toBe('contentDue')
  await client.content.judge({ posts: [post?.id ?? ''], verdict: 'deleted' })
  expect(await client.content.checks({ contentId: id })).toHaveLength(1)
})

test('found online after four days it counts for the platform, deleted on the sixth not for us', async () => {
  const { client, clock } = workspace
  const id = await paste()
  await client.records.put({ entity: 'contents', id, fields: { postedAt: clock.now, seconds: 31 } })
  clock.now += 4 * DAY
  await client.content.check({ fields: { contentId: id, online: true, linkRight: true, shown: true, disclosed: true } })
  expect((await client.content.get({ id })).posts).toMatchObject([
    { platform: { counts: true }, us: { counts: null, reasons: ['tooEarly'] }, suggested: 'open' },
  ])
  clock.now += 2 * DAY
  await client.content.check({ fields: { contentId: id, online: false } })
  const found = await client.content.get({ id })
  expect(found).toMatchObject({ online: false })
  expect(found.posts).toMatchObject([
    { platform: { counts: true }, us: { counts: false, reasons: ['gone'] }, suggested: 'deleted' },
  ])
  expect(await client.content.list({ view: 'gone' })).toMatchObject({
    total: 1,
    counts: { all: 1, gone: 1, toCheck: 1 },
  })
  expect(await client.content.checks({ contentId: id })).toMatchObject([
    { online: false, person: 'Lin' },
    { online: true, shown: true },
  ])
})

test('one post given to two samples says so on both; taking it away from one leaves that one without a post', async () => {
  const { client } = workspace
  const other = (await client.samples.put({ fields: { shopId: shop, creatorId: mia, productId: '999', quantity: 1 } }))
    .id
  await client.samples.step({ ids: [other], to: 'contentDue', through: true })
  const id = await paste()
  await client.content.give({ contentId: id, sampleId: other, give: true })
  const both = (await client.content.get({ id })).posts
  expect(both.find((post) => post.sampleId === sampleId)?.others).toEqual([other])
  expect(both.find((post) => post.sampleId === other)?.others).toEqual([sampleId])
  expect(await state(other)).toBe('posted')
  await client.content.give({ contentId: id, sampleId: other, give: false })
  expect(await state(other)).toBe('contentDue')
  expect((await client.content.get({ id })).posts).toMatchObject([{ sampleId, others: [] }])
})

test('a violation keeps its appeal and its lesson, and belongs to its creator and content', async () => {
  const { client } = workspace
  const id = await paste()
  const saved = await client.content.putViolation({
    fields: {
      contentId: id,
      creatorId: mia,
      shopId: shop,
      day: '2026-01-15',
      rule: 'Absolute claim',
      points: 2,
      appealBy: '2026-02-14',
    },
  })
  await client.content.putViolation({ id: saved.id, fields: { state: 'appealed', lesson: 'Say "gentle", not "best"' } })
  expect(await client.content.violations({ contentId: id })).toMatchObject([
    { handle: 'mia.glow', state: 'appealed', appealBy: '2026-02-14', lesson: 'Say "gentle", not "best"', points: 2 },
  ])
  expect(await client.content.get({ id })).toMatchObject({ violations: 1 })
  await client.content.removeViolation({ id: saved.id })
  expect(await client.content.violations({ creatorId: mia })).toEqual([])
})

test('posts are sorted by what lists say of them, money by currency, those of which nothing is said last', async () => {
  const { client } = workspace
  const pound = (await client.shops.add({ name: 'Glow UK', market: 'GB' })).id
  const header = [
    'Video title',
    'Video ID',
    'Post date',
    'Creator name',
    'Product ID',
    'Video-attributed orders',
    'Video views',
    'Creator video-attributed GMV',
  ]
  const list = (shopId: string, rows: readonly (readonly string[])[]) =>
    finish(
      client.platformLists.run({
        text: [header, ...rows].map((cells) => cells.join('\t')).join('\n'),
        name: 'videos.txt',
        shopId,
        period: { from: '2026-01-01', to: '2026-01-14' },
      }),
    )
  await list(shop, [
    ['a', FIRST, '2026-01-03', 'mia.glow', SERUM, '3', '900', '50.00'],
    ['b', SECOND, '2026-01-04', 'mia.glow', SERUM, '20', '40', '7.00'],
  ])
  await list(pound, [
    ['c', '7412345678901234569', '2026-01-05', 'mia.glow', '1729384756102938999', '7', '5000', '6.00'],
  ])
  await client.content.add({
    links: [{ videoId: '7412345678901234570', handle: 'mia.glow', url: link('7412345678901234570'), sampleId: null }],
  })
  // No list needed to keep it: it follows from creator and number.
  expect((await client.content.list({ search: 'b' })).rows[0]?.url).toBe(link(SECOND))
  const sorted = async (field: string, descending: boolean, more: object = {}) =>
    (await client.content.list({ sort: [{ field, descending }], ...more })).rows.map(({ title }) => title)
  expect(await sorted('views', true)).toEqual(['c', 'a', 'b', null])
  expect(await sorted('orders', false)).toEqual(['a', 'c', 'b', null])
  // Pounds, then dollars: six pounds are not less than seven dollars.
  expect(await sorted('gmv', true)).toEqual(['c', 'a', 'b', null])
  expect(await sorted('gmv', true, { offset: 1, limit: 2 })).toEqual(['a', 'b'])
  expect((await client.content.list({ sort: [{ field: 'views', descending: true }], limit: 1 })).total).toBe(4)
})
