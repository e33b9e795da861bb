import { beforeEach, expect, test } from 'vitest'

import { colleagues, give, meet } from '../support/colleagues'
import { DAY, requestsWorkspace, type RequestsWorkspace } from '../support/requests'
import { NOON } from '../support/workspace'

let workspace: RequestsWorkspace
let client: RequestsWorkspace['client']
beforeEach(async () => {
  workspace = await requestsWorkspace()
  ;({ client } = workspace)
})

const delivered = async (
  handle: string,
  daysAgo: number,
  more: { readonly shopId?: string; productId?: string } = {},
) => {
  const id = await workspace.request(await workspace.creator(handle), more)
  await workspace.walk(id, 'delivered', NOON - daysAgo * DAY)
  return id
}

const radar = async (more: Parameters<typeof client.sampleRequests.ghosting>[0] = {}) =>
  (await client.sampleRequests.ghosting(more)).rows

test('what is due comes first, the worst of it first, with days of the shop’s calendar', async () => {
  await delivered('fine', 2)
  await delivered('slow', 6)
  await delivered('late', 20)
  await delivered('risk', 12)
  const page = await client.sampleRequests.ghosting({})
  expect(page.rows.map(({ sample, standing, days, daysLeft }) => [sample.handle, standing, days, daysLeft])).toEqual([
    ['late', 'ghosted', 20, -6],
    ['risk', 'atRisk', 12, 2],
    ['slow', 'slow', 6, 8],
    ['fine', 'fine', 2, 12],
  ])
  expect(page).toMatchObject({ due: 3, bans: 0, counts: { fine: 1, slow: 1, atRisk: 1, ghosted: 1 } })
  expect((await radar({ due: true, search: 'LATE' })).map(({ sample }) => sample.handle)).toEqual(['late'])
  expect((await radar({ standing: 'slow' })).map(({ sample }) => sample.handle)).toEqual(['slow'])
})

test('a reminder is in her language, names the product and the last day, and is one step with its contact', async () => {
  const id = await delivered('mia', 13)
  const [before] = await radar()
  await client.records.put({
    entity: 'creators',
    id: before!.sample.creatorId,
    fields: { language: 'vi', displayName: 'Mia' },
  })
  const text = await client.sampleRequests.text({ id, about: 'nudge' })
  expect(text).toMatchObject({ language: 'vi', templateId: null, step: { day: 13, tone: 'firm' } })
  expect(text.text).toContain('Mia')
  expect(text.text).toContain('1729')
  // Delivered on 2 January at four in the morning of Los Angeles: fourteen days later is the 16th.
  expect(text.text).toContain('16 tháng 1')
  expect(text.text).not.toContain('{{')
  await client.sampleRequests.nudge({ id, text: text.text, channel: 'im' })
  expect((await radar())[0]).toMatchObject({ sent: 1, nextStep: 3, nextDay: 16, isDue: false })
  expect((await client.outreach.touches({})).rows).toMatchObject([{ kind: 'sent', channel: 'im', text: text.text }])
  const { steps } = await client.history.recent({})
  expect(steps[0]).toMatchObject({ label: 'sampleRequests.nudge', subject: 'mia' })
  await client.history.undo({})
  expect((await radar())[0]).toMatchObject({ sent: 0 })
  expect((await client.outreach.touches({})).total).toBe(0)
})

test('a template of the ladder’s step speaks instead, unless something in it stays open', async () => {
  const id = await delivered('mia', 6)
  const template = { channel: 'im', shopId: null, archived: false, order: 0, note: null }
  const own = await client.outreach.templates.put({
    fields: { ...template, name: 'first' },
    texts: [{ language: 'en', body: 'Dear {{handle}}, {{product}} waits since {{days}} days.' }],
  })
  const open = await client.outreach.templates.put({
    fields: { ...template, name: 'open' },
    texts: [{ language: 'en', body: 'Dear {{handle}}, use {{voucher}}.' }],
  })
  const ladder = (templateId: string) => ({ from: null, steps: [{ day: 5, tone: 'gentle' as const, templateId }] })
  await client.sampleRequests.putLadders({ ladders: [ladder(own.id)] })
  expect(await client.sampleRequests.text({ id, about: 'nudge' })).toMatchObject({
    text: 'Dear mia, 1729 waits since 6 days.',
    templateId: own.id,
    channel: 'im',
  })
  await client.sampleRequests.putLadders({ ladders: [ladder(open.id)] })
  expect(await client.sampleRequests.text({ id, about: 'nudge' })).toMatchObject({ templateId: null })
})

test('nobody is reminded before the fifth day, nor of a parcel on its way', async () => {
  const id = await delivered('early', 4)
  await expect(client.sampleRequests.nudge({ id, text: 'hello' })).rejects.toMatchObject({ code: 'record.invalid' })
  const way = await workspace.request(await workspace.creator('way'))
  await workspace.walk(way, 'shipped')
  await expect(client.sampleRequests.nudge({ id: way, text: 'hello' })).rejects.toMatchObject({
    code: 'record.illegalStep',
  })
})

test('an excuse with a day holds reminders off until it, then counts as broken', async () => {
  const id = await delivered('mia', 6)
  await expect(client.sampleRequests.excuse({ id, text: '' })).rejects.toMatchObject({ code: 'record.invalid' })
  await client.sampleRequests.excuse({ id, text: 'ill', promisedDay: '2026-01-17' })
  expect((await radar())[0]).toMatchObject({ excuses: 1, promisedDay: '2026-01-17', isDue: false, broken: 0 })
  expect((await client.outreach.touches({})).rows).toMatchObject([{ kind: 'replied', text: 'ill' }])
  workspace.clock.now = NOON + 3 * DAY
  expect((await radar())[0]).toMatchObject({ promisedDay: null, isDue: true, broken: 1, standing: 'atRisk' })
})

test('a reminder beside a colleague’s claim takes nothing from them', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  if (!li || !wang) throw new Error('two are needed')
  const shop = await li.client.shops.add({ name: 'Glow', market: 'US', client: 'Glow' })
  const { ids } = await li.client.creators.add({ creators: [{ handle: 'mia' }] })
  const creatorId = ids[0]!
  const { id } = await li.client.samples.put({ fields: { shopId: shop.id, creatorId, productId: '1729' } })
  await li.client.samples.step({ ids: [id], to: 'delivered', at: NOON - 6 * DAY, through: true })
  await li.client.outreach.log({ creatorId, kind: 'sent' })
  await give(li, wang)
  await expect(wang.client.outreach.log({ creatorId, kind: 'sent' })).rejects.toMatchObject({ code: 'claim.held' })
  await wang.client.sampleRequests.nudge({ id, text: 'hello' })
  expect((await wang.client.outreach.touches({})).rows).toMatchObject([
    { person: 'Wang', text: 'hello' },
    { person: 'Li' },
  ])
  expect((await wang.client.claims.list({})).rows).toMatchObject([{ handle: 'mia', owner: 'Li' }])
})

test('the second sample without a post, at whichever shops, suggests a block; the block holds for all of them', async () => {
  const { creator, request, walk, us, uk, other, one } = workspace
  const gone = await creator('gone')
  const first = await request(gone, { shopId: us })
  await walk(first, 'noPost', NOON - 20 * DAY)
  expect((await radar())[0]).toMatchObject({ ended: true, standing: 'ghosted', ban: 'none', record: { ghosted: 1 } })
  const second = await request(gone, { shopId: uk, productId: '9' })
  await walk(second, 'refundable', NOON - 10 * DAY)
  const page = await client.sampleRequests.ghosting({})
  expect(page.bans).toBe(1)
  expect(page.rows.map(({ ban }) => ban)).toEqual(['suggested', 'suggested'])
  await client.vetting.setList({ creators: [gone], level: 'agency', verdict: 'block', reason: 'noPost' })
  expect((await radar()).map(({ ban }) => ban)).toEqual(['blocked', 'blocked'])
  const asked = await one(await request(gone, { shopId: other, productId: '5' }))
  expect(asked).toMatchObject({ suggestion: 'decline', needsReason: true })
  expect(asked.lines[0]).toMatchObject({ rule: 'blocked', result: 'decline' })
})

test('two colleagues who remind of one sample go on with the next reminder together', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  if (!li || !wang) throw new Error('two are needed')
  const shop = await li.client.shops.add({ name: 'Glow', market: 'US', client: 'Glow' })
  const { ids } = await li.client.creators.add({ creators: [{ handle: 'mia' }] })
  const { id } = await li.client.samples.put({ fields: { shopId: shop.id, creatorId: ids[0]!, productId: '1729' } })
  await li.client.samples.step({ ids: [id], to: 'delivered', at: NOON - 6 * DAY, through: true })
  await give(li, wang)
  await li.client.sampleRequests.nudge({ id, text: 'from Li' })
  await wang.client.sampleRequests.nudge({ id, text: 'from Wang' })
  await meet([li, wang])
  for (const { client: at } of [li, wang]) {
    const { rows } = await at.sampleRequests.ghosting({})
    expect(rows).toMatchObject([{ sent: 2, nextStep: 1, nextDay: 9 }])
    expect(rows[0]?.nudges.map(({ person }) => person).toSorted()).toEqual(['Li', 'Wang'])
  }
})
