/** Posts of imported lists matched to samples and campaigns, through the contract. */

import { expect, test } from 'vitest'

import { LIST_HEADERS } from '../support/list-headers'
import { BO_VIDEO, CREAM, MIA_VIDEO, platformWorkspace, record, SEPTEMBER, SERUM } from '../support/platform-lists'

type Workspace = Awaited<ReturnType<typeof platformWorkspace>>

const noon = (day: string) => Date.parse(`${day}T20:00:00Z`)

async function sampleOf(
  { client, shop }: Workspace,
  creatorId: string,
  productId: string,
  delivered: string,
): Promise<string> {
  const { id } = await client.samples.put({
    fields: { shopId: shop.id, creatorId, productId, quantity: 1, requestedAt: noon('2026-08-20') },
  })
  await client.samples.step({ ids: [id], to: 'shipped', at: noon('2026-08-25'), through: true })
  await client.samples.step({ ids: [id], to: 'delivered', at: noon(delivered), through: true })
  return id
}

async function creator({ client }: Workspace, handle: string): Promise<string> {
  await client.creators.add({ creators: [{ handle }] })
  return (await client.creators.list({ search: handle })).rows[0]?.id ?? ''
}

function videos(workspace: Workspace, rows: readonly Readonly<Record<string, string>>[], name = 'videos.csv') {
  const headers = LIST_HEADERS.aff_video_en
  const records = rows.map((cells) =>
    record('aff_video_en', { 'Creator name': 'mia.glow_', 'Post date': '09/14/2026', 'Product ID': SERUM, ...cells }),
  )
  return workspace.file([headers, ...records], name)
}

test('a post that fits one sample is linked for people to check, in one step that undo takes back', async () => {
  const workspace = await platformWorkspace()
  const { client } = workspace
  const mia = await creator(workspace, 'mia.glow_')
  const serum = await sampleOf(workspace, mia, SERUM, '2026-09-05')
  await sampleOf(workspace, mia, CREAM, '2026-09-05')
  const { listId } = await workspace.list(await videos(workspace, [{ 'Video ID': MIA_VIDEO }]), { period: SEPTEMBER })
  const scope = { listId: listId ?? '' }
  const counts = { posts: 1, matched: 1, questions: 0, campaigns: 0, campaignQuestions: 0 }
  expect(await client.content.matchPreview(scope)).toEqual(counts)
  expect(await workspace.records('samplePosts')).toEqual([])
  expect(await client.content.match(scope)).toEqual(counts)
  expect(await workspace.records('samplePosts')).toMatchObject([{ sampleId: serum, verdict: 'open', how: 'matched' }])
  // Nothing is left to do, and nothing is done twice.
  expect(await client.content.match({})).toMatchObject({ matched: 0, questions: 0 })
  expect(await client.history.undo({})).toMatchObject({ label: 'content.match' })
  expect(await workspace.records('samplePosts')).toEqual([])
})

test('a post that two samples fit is asked about with reasons, and a person’s word ends the question', async () => {
  const workspace = await platformWorkspace()
  const { client } = workspace
  const mia = await creator(workspace, 'mia.glow_')
  const first = await sampleOf(workspace, mia, SERUM, '2026-09-01')
  const second = await sampleOf(workspace, mia, SERUM, '2026-09-10')
  await workspace.list(await videos(workspace, [{ 'Video ID': MIA_VIDEO }]), { period: SEPTEMBER })
  expect(await client.content.match({})).toMatchObject({ matched: 0, questions: 1 })
  const [question] = await client.content.matchQuestions({})
  expect(question).toMatchObject({ videoId: MIA_VIDEO, handle: 'mia.glow_', productId: SERUM, postedDay: '2026-09-14' })
  expect(question?.candidates.map(({ sampleId, days, certain }) => [sampleId, days, certain])).toEqual([
    [second, 4, true],
    [first, 13, true],
  ])
  await client.records.put({
    entity: 'samplePosts',
    fields: { sampleId: first, contentId: question?.contentId ?? '', verdict: 'valid', how: 'Lin' },
  })
  expect(await client.content.match({})).toMatchObject({ matched: 0, questions: 0 })
  expect(await workspace.records('samplePosts')).toMatchObject([{ sampleId: first, verdict: 'valid', how: 'Lin' }])
})

test('a link that somebody took away is not made again, and a creator’s other names are the same person', async () => {
  const workspace = await platformWorkspace()
  const { client } = workspace
  const mia = await creator(workspace, 'mia.new')
  await sampleOf(workspace, mia, SERUM, '2026-09-05')
  await workspace.list(await videos(workspace, [{ 'Video ID': MIA_VIDEO }]), { period: SEPTEMBER })
  expect(await client.content.match({})).toMatchObject({ posts: 0, matched: 0 })
  const old = (await client.creators.list({ search: 'mia.glow_' })).rows[0]?.id ?? ''
  await client.creators.merge({ loser: old, winner: mia })
  expect(await client.content.match({})).toMatchObject({ posts: 1, matched: 1 })
  const [link] = await workspace.records('samplePosts')
  await client.records.remove({ entity: 'samplePosts', id: String(link?.['id']) })
  expect(await client.content.match({})).toMatchObject({ posts: 1, matched: 0, questions: 0 })
})

test('a sample that was undone, sent back, returned or removed meanwhile is offered to no post, and then again', async () => {
  const workspace = await platformWorkspace()
  const { client, shop } = workspace
  const mia = await creator(workspace, 'mia.glow_')
  const id = await sampleOf(workspace, mia, SERUM, '2026-09-05')
  await workspace.list(await videos(workspace, [{ 'Video ID': MIA_VIDEO }]), { period: SEPTEMBER })
  const text = `https://www.tiktok.com/@mia.glow_/video/${MIA_VIDEO}`
  const offered = async () => {
    // The list in memory and reading anew have to say the same.
    const { links } = await client.content.preview({ shopId: shop.id, text })
    const { matched } = await client.content.matchPreview({})
    return [matched, links[0]?.samples.map(({ sampleId }) => sampleId)]
  }
  const [there, gone] = [
    [1, [id]],
    [0, []],
  ]
  expect(await offered()).toEqual(there)
  await client.samples.step({ ids: [id], to: 'returned' })
  expect(await offered()).toEqual(gone)
  await client.history.undo({})
  expect(await offered()).toEqual(there)
  for (const _ of ['delivered', 'shipped', 'packed']) await client.samples.step({ ids: [id], to: 'back' })
  expect(await offered()).toEqual(gone)
  for (const _ of ['packed', 'shipped', 'delivered']) await client.history.undo({})
  expect(await offered()).toEqual(there)
  await client.samples.remove({ ids: [id] })
  expect(await offered()).toEqual(gone)
  await client.history.undo({})
  expect(await offered()).toEqual(there)
})

test('a post that was given goes when the sample’s steps are undone, and is offered again', async () => {
  const workspace = await platformWorkspace()
  const { client } = workspace
  const mia = await creator(workspace, 'mia.glow_')
  const id = await sampleOf(workspace, mia, SERUM, '2026-09-05')
  await workspace.list(await videos(workspace, [{ 'Video ID': MIA_VIDEO }]), { period: SEPTEMBER })
  await client.content.match({})
  const [link] = await workspace.records('samplePosts')
  const post = String(link?.['id'])
  await client.content.judge({ posts: [post], verdict: 'valid' })
  expect(await client.samples.get({ id })).toMatchObject({ state: 'verified' })
  await client.history.undo({})
  expect(await client.samples.get({ id })).toMatchObject({ state: 'delivered' })
  await client.samples.remove({ ids: [id] })
  const content = String(link?.['contentId'])
  expect((await client.content.get({ id: content })).posts).toEqual([])
  expect((await client.content.list({ view: 'unmatched' })).rows.map((row) => row.id)).toEqual([content])
  expect((await client.content.list({ view: 'toCheck' })).rows).toEqual([])
})

test('a post of a campaign’s creator, product and days gets the campaign; a campaign that it has stays', async () => {
  const workspace = await platformWorkspace()
  const { client, shop } = workspace
  const mia = await creator(workspace, 'mia.glow_')
  const campaign = async (name: string, toDay: string) => {
    const { id } = await client.records.put({
      entity: 'campaigns',
      fields: { shopId: shop.id, name, kind: 'open', state: 'running', fromDay: '2026-09-01', toDay },
    })
    await client.records.put({
      entity: 'campaignCreators',
      fields: { campaignId: String(id), creatorId: mia, state: 'active' },
    })
    await client.records.put({ entity: 'campaignProducts', fields: { campaignId: String(id), productId: SERUM } })
    return String(id)
  }
  const september = await campaign('September', '2026-09-20')
  await workspace.list(
    await videos(workspace, [{ 'Video ID': MIA_VIDEO }, { 'Video ID': BO_VIDEO, 'Post date': '09/25/2026' }]),
    { period: SEPTEMBER },
  )
  expect(await client.content.match({})).toMatchObject({ campaigns: 1, campaignQuestions: 0 })
  const of = async () =>
    new Map((await workspace.records('contents')).map(({ contentId, campaignId }) => [contentId, campaignId]))
  expect(await of()).toEqual(
    new Map([
      [MIA_VIDEO, september],
      [BO_VIDEO, null],
    ]),
  )
  await campaign('Autumn', '2026-10-31')
  await campaign('Glow week', '2026-10-31')
  // The first has its campaign; the other could be of both new ones.
  expect(await client.content.match({})).toMatchObject({ campaigns: 0, campaignQuestions: 1 })
})
