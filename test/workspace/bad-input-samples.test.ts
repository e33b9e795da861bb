/**
 * What goes wrong with samples on an ordinary day, asked through the contract and answered in both languages. Each answer is
 * clear, loses nothing and can be taken back. Files of orders: sample-files.test.ts; posts: content.test.ts; videos:
 * review-videos.test.ts; scripts in a language without a pack: domain/compliance/lint.test.ts.
 */

import { expect, test } from 'vitest'

import type { Language } from '../../renderer/format/language'
import { sampleFiles as EN } from '../../renderer/messages/en/sample-files'
import { errorText } from '../../renderer/messages/error-text'
import { sampleFiles as ZH } from '../../renderer/messages/zh-CN/sample-files'
import { AppError } from '../../shared/errors'
import { newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000

async function world() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shop = await client.shops.add({ name: 'Glow', market: 'US', timezone: 'America/Los_Angeles' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'lia.daily' }, { handle: 'mai' }] })
  const [lia = '', mai = ''] = ids
  const sampleOf = async (creatorId: string, more: object = {}) => {
    const { id } = await client.samples.put({ fields: { shopId: shop.id, creatorId, productId: '1729', ...more } })
    await client.samples.step({ ids: [id], to: 'packed', through: true })
    return id
  }
  return { ...workspace, shop: shop.id, lia, mai, sampleOf }
}

test('tracking numbers in the wrong column are named as what they are, with the right one offered; nothing is written', async () => {
  const { client, shop, lia, mai, sampleOf } = await world()
  const first = await sampleOf(lia, { phone: '+1 415 555 0134', orderId: '579990000111220001' })
  const second = await sampleOf(mai, { orderId: '579990000111220002' })
  const before = (await client.history.recent({})).steps.length
  const text = [
    'handle\ttracking number\tphone',
    'mai\t579990000111229999\t',
    'lia.daily\t+1 415 555 0134\t9400111899223100001234',
  ].join('\n')
  const { rows } = await client.sampleFiles.matchTracking({ shopId: shop, text })
  expect(rows.map(({ match, looksLike, instead, sampleIds }) => ({ match, looksLike, instead, sampleIds }))).toEqual([
    { match: 'wrongColumn', looksLike: 'order', instead: null, sampleIds: [second] },
    { match: 'wrongColumn', looksLike: 'phone', instead: '9400111899223100001234', sampleIds: [first] },
  ])
  expect((await client.history.recent({})).steps).toHaveLength(before)
  expect([EN.tracking.match.wrongColumn, EN.tracking.roles.phone, EN.tracking.instead]).toEqual([
    'Wrong column? It looks like {{looks}}',
    'a phone number',
    'Use {{number}} from the same row',
  ])
  expect([ZH.tracking.match.wrongColumn, ZH.tracking.roles.phone, ZH.tracking.roles.order]).toEqual([
    '是不是贴错列了？看起来是{{looks}}',
    '手机号',
    '订单号',
  ])
  await client.sampleFiles.addTracking({
    rows: [{ sampleIds: [first], tracking: rows[1]?.instead ?? '', carrier: null }],
  })
  expect(await client.samples.get({ id: first })).toMatchObject({
    state: 'shipped',
    parcels: [{ tracking: '9400111899223100001234' }],
  })
  await client.history.undo({})
  expect(await client.samples.get({ id: first })).toMatchObject({ state: 'packed', parcels: [] })
})

test('two parcels for one request are told and both kept, each to be taken away by itself', async () => {
  const { client, shop, lia, sampleOf } = await world()
  const id = await sampleOf(lia)
  const paste = async (tracking: string) => {
    const { rows } = await client.sampleFiles.matchTracking({ shopId: shop, text: `lia.daily\t${tracking}` })
    await client.sampleFiles.addTracking({ rows: [{ sampleIds: [id], tracking, carrier: null }] })
    return rows.map(({ match }) => match)
  }
  expect(await paste('9400111899223100001234')).toEqual(['matched'])
  expect(await paste('9400111899223100005678')).toEqual(['second'])
  expect([EN.tracking.match.second, ZH.tracking.match.second]).toEqual([
    '{{known}}Another number for the same request',
    '{{known}}同一份申请的另一个运单号',
  ])
  const { parcels, state } = await client.samples.get({ id })
  expect(state).toBe('shipped')
  expect(new Set(parcels.map(({ tracking }) => tracking))).toEqual(
    new Set(['9400111899223100001234', '9400111899223100005678']),
  )
  await client.history.undo({})
  const left = await client.samples.get({ id })
  expect(left).toMatchObject({ state: 'shipped', parcels: [{ tracking: '9400111899223100001234' }] })
})

test('a delivered sample that is reported lost stays delivered, with the way to say so; then it goes, and back', async () => {
  const { client, lia, sampleOf } = await world()
  const id = await sampleOf(lia)
  await client.samples.step({ ids: [id], to: 'delivered', through: true, at: NOON - DAY })
  const { refused } = await client.samples.step({ ids: [id], to: 'lost' })
  expect(refused).toEqual([{ sampleId: id, code: 'record.illegalStep', from: 'delivered', to: 'lost' }])
  const params = { entity: 'samples', id, from: 'delivered', to: 'lost' }
  const words = (language: Language) => errorText(new AppError('record.illegalStep', params), language).next
  expect(words('en')).toBe(
    'Nothing was changed. If it never arrived, take “Delivered” back first, then report it lost.',
  )
  expect(words('zh-CN')).toBe('没有任何改动。如果其实没有送到，请先退回“已寄出”，再报丢件。')
  expect(await client.samples.get({ id })).toMatchObject({ state: 'delivered', dates: { delivered: NOON - DAY } })
  await client.samples.step({ ids: [id], to: 'back', reason: 'carrier was wrong' })
  expect((await client.samples.step({ ids: [id], to: 'lost' })).done).toBe(1)
  await client.history.undo({})
  await client.history.undo({})
  expect(await client.samples.get({ id })).toMatchObject({ state: 'delivered', dates: { delivered: NOON - DAY } })
})

// Clocks go forward on 8 March 2026 and back on 1 November 2026.
test.each([
  ['forward', '2026-02-28T20:00Z', '2026-03-14', '2026-03-15T07:00Z'],
  ['back', '2026-10-20T19:00Z', '2026-11-03', '2026-11-04T08:00Z'],
])('a deadline over clocks that go %s ends with its day', async (_way, delivered, day, endsAt) => {
  const { client, clock, lia, sampleOf } = await world()
  const id = await sampleOf(lia)
  const at = Date.parse(delivered)
  clock.now = at
  await client.samples.step({ ids: [id], to: 'delivered', through: true, at })
  const end = Date.parse(endsAt)
  expect((await client.samples.get({ id })).deadlines.post).toMatchObject({ day, endsAt: end, daysLeft: 14 })
  clock.now = end - 60_000
  expect((await client.samples.get({ id })).deadlines.post).toMatchObject({ daysLeft: 0, level: 'soon' })
  clock.now = end
  expect((await client.samples.get({ id })).deadlines.post).toMatchObject({ daysLeft: -1, level: 'overdue' })
})

test.each<readonly [Language, string, string]>([
  ['en', '“Rejected” cannot follow “Published”.', 'Nothing was changed. Take it back from being published first.'],
  ['zh-CN', '“已发布”之后不能是“不通过”。', '没有任何改动。请先撤回“已发布”。'],
])('a review’s step that does not follow is refused in the words of reviews, %s', (language, what, next) => {
  const params = { entity: 'reviews', id: 'r', from: 'published', to: 'rejected' }
  expect(errorText(new AppError('record.illegalStep', params), language)).toMatchObject({ what, next })
})
