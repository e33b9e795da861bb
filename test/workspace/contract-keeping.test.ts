/** Deliverables of signed contracts are kept by valid posts, open again without them; people add obligations of their own. */

import { beforeEach, describe, expect, test } from 'vitest'

import { newWorkspace, NOON, type TestWorkspace } from '../support/workspace'

const SERUM = '1729384756102938475'
const DAY = 86_400_000

let workspace: TestWorkspace
let client: TestWorkspace['client']
let shopId: string
let creatorId: string
let contractId: string

beforeEach(async () => {
  workspace = await newWorkspace({ currency: 'USD' })
  ;({ client } = workspace)
  shopId = (await client.shops.add({ name: 'Glow US', market: 'US' })).id
  creatorId = String((await client.records.put({ entity: 'creators', fields: { handle: 'mia.glow' } })).id)
  contractId = (await contract({ videos: 2 })).id
})

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

function contract(fields: object) {
  return client.contracts.put({
    fields: {
      shopId,
      creatorId,
      kind: 'flatFee',
      title: 'Spring',
      fee: 90_000,
      fromDay: dayOf(NOON - 20 * DAY),
      toDay: dayOf(NOON + 20 * DAY),
      ...fields,
    },
  })
}

/** A sample, its post of that moment, and the word on it. */
async function posted(videoId: string, at = NOON - DAY) {
  const sample = await client.samples.put({ fields: { shopId, creatorId, productId: SERUM, quantity: 1 } })
  await client.samples.step({ ids: [sample.id], to: 'contentDue', at: NOON - 5 * DAY, through: true })
  const url = `https://www.tiktok.com/@mia.glow/video/${videoId}`
  const { ids } = await client.content.add({ links: [{ videoId, handle: 'mia.glow', url, sampleId: sample.id }] })
  const contentId = ids[0] ?? ''
  await client.records.put({ entity: 'contents', id: contentId, fields: { postedAt: at } })
  const [post] = (await client.content.get({ id: contentId })).posts
  const judge = (verdict: 'valid' | 'deleted' | 'open') => client.content.judge({ posts: [post?.id ?? ''], verdict })
  return { contentId, sampleId: sample.id, judge }
}

const videos = async (id = contractId) =>
  (await client.contracts.get({ id })).obligations
    .filter(({ kind }) => kind === 'video')
    .map(({ key, contentId, doneAt }) => [key, contentId, doneAt !== null])

describe('a video that the contract asks for', () => {
  test('is kept by a valid post in the same step, and open again when the post does not count any more', async () => {
    await client.contracts.step({ id: contractId, to: 'signed' })
    const first = await posted('7412345678901234567')
    expect(await videos()).toEqual([
      ['video-1', null, false],
      ['video-2', null, false],
    ])
    await first.judge('valid')
    expect(await videos()).toEqual([
      ['video-1', first.contentId, true],
      ['video-2', null, false],
    ])
    await client.history.undo({})
    expect((await videos())[0]).toEqual(['video-1', null, false])
    await client.history.redo({})
    expect((await videos())[0]).toEqual(['video-1', first.contentId, true])
    await first.judge('deleted')
    expect((await videos())[0]).toEqual(['video-1', null, false])
  })

  test('is kept by what was posted before anybody signed, within its days alone', async () => {
    const within = await posted('7412345678901234567')
    const before = await posted('7412345678901234568', NOON - 40 * DAY)
    for (const { judge } of [within, before]) await judge('valid')
    await client.contracts.step({ id: contractId, to: 'signed' })
    expect(await videos()).toEqual([
      ['video-1', within.contentId, true],
      ['video-2', null, false],
    ])
  })

  test('stays open while the contract is a draft, for another product, and once somebody opened it again', async () => {
    const other = (await contract({ videos: 1, title: 'Lips', variables: { product: 'Lip oil' } })).id
    const { judge } = await posted('7412345678901234567')
    await judge('valid')
    expect(await videos()).toEqual([])
    await client.contracts.step({ id: other, to: 'signed', override: 'two products' })
    expect(await videos(other)).toEqual([['video-1', null, false]])
    await client.contracts.step({ id: contractId, to: 'signed', override: 'two products' })
    const [kept] = (await client.contracts.get({ id: contractId })).obligations
    await client.contracts.markDone({ id: kept?.id ?? '', done: false })
    const second = await posted('7412345678901234568')
    await second.judge('valid')
    expect(await videos()).toEqual([
      ['video-1', kept?.contentId, false],
      ['video-2', second.contentId, true],
    ])
  })
})

describe('an obligation that people wrote', () => {
  test('is there with the others, outlives a new signature, is found by its creator, and is removed again', async () => {
    const fields = { contractId, kind: 'other', title: 'Send the raw footage', dueDay: dayOf(NOON - 10 * DAY) } as const
    const own = await client.contracts.addObligation(fields)
    expect(own).toMatchObject({ title: 'Send the raw footage', party: 'creator', doneAt: null, contract: 'Spring' })
    await client.contracts.step({ id: contractId, to: 'signed' })
    const open = await client.contracts.obligations({ creatorId })
    expect(open.rows.map(({ title, key }) => title ?? key)).toContain('Send the raw footage')
    expect((await client.contracts.obligations({ creatorId: 'x'.repeat(26) })).total).toBe(0)
    const row = (await client.contracts.list({ creatorId })).rows[0]
    expect(row?.next).toMatchObject({ title: 'Send the raw footage', dueDay: fields.dueDay })
    await expect(
      client.contracts.removeObligation({ id: open.rows.find(({ key }) => key === 'video-1')!.id }),
    ).rejects.toMatchObject({ data: { reason: 'ofTheContract' } })
    await client.contracts.removeObligation({ id: own.id })
    expect((await client.contracts.get({ id: contractId })).obligations.map(({ title }) => title)).not.toContain(
      own.title,
    )
    await client.history.undo({})
    expect((await client.contracts.get({ id: contractId })).obligations.map(({ title }) => title)).toContain(own.title)
  })

  test('may be a video as well, kept as the others', async () => {
    const extra = await client.contracts.addObligation({
      contractId,
      kind: 'video',
      title: '',
      dueDay: dayOf(NOON - 2 * DAY),
    })
    await client.contracts.step({ id: contractId, to: 'signed' })
    const { judge, contentId } = await posted('7412345678901234567')
    await judge('valid')
    expect((await videos()).find(([key]) => key === extra.key)).toEqual([extra.key, contentId, true])
  })
})
