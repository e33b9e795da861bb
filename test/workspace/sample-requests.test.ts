import { beforeEach, describe, expect, test } from 'vitest'

import { colleagues, give, inboxOf, meet, onlyItem, writeOf } from '../support/colleagues'
import { DAY, requestsWorkspace, type RequestsWorkspace } from '../support/requests'
import { NOON } from '../support/workspace'

let workspace: RequestsWorkspace
let client: RequestsWorkspace['client']
beforeEach(async () => {
  workspace = await requestsWorkspace()
  ;({ client } = workspace)
})

describe('the inbox', () => {
  test('lists what waits by deadline, each with what the rules say and why', async () => {
    const { creator, request, us, uk } = workspace
    const mia = await creator('mia')
    const small = await creator('small', {}, 900)
    const nobody = await creator('nobody', {}, null)
    await request(mia, { requestedAt: NOON - 2 * DAY })
    await request(small, { requestedAt: NOON - 5 * DAY })
    // No source gives a number of days for Britain: those come after the others.
    await request(nobody, { requestedAt: NOON - 6 * DAY, shopId: uk })
    const { rows, counts, total, oldest } = await client.sampleRequests.list({})
    expect(rows.map(({ sample, suggestion }) => [sample.handle, suggestion])).toEqual([
      ['small', 'decline'],
      ['mia', 'approve'],
      ['nobody', 'ask'],
    ])
    expect({ counts, total, oldest }).toEqual({
      counts: { approve: 1, ask: 1, decline: 1 },
      total: 3,
      oldest: NOON - 6 * DAY,
    })
    expect(rows[0]?.lines.find(({ rule }) => rule === 'followers')).toEqual({
      rule: 'followers',
      result: 'decline',
      found: 900,
      wanted: 1000,
      words: [],
      because: null,
    })
    // Seven days from Saturday, 10 January.
    expect(rows[0]).toMatchObject({ code: 'NOT_MATCH', needsReason: true, sample: { shopId: us } })
    expect(rows[0]?.sample.deadlines.review?.day).toBe('2026-01-17')
    expect(rows[2]?.lines.find(({ rule }) => rule === 'followers')?.because).toBe('unknown')
  })

  test('a page of one suggestion, found by name', async () => {
    const { creator, request } = workspace
    for (const handle of ['ann', 'anna', 'ben']) await request(await creator(handle))
    await request(await creator('anny', {}, 10))
    const green = await client.sampleRequests.list({ search: 'ANN', suggestion: 'approve', limit: 1, offset: 1 })
    expect(green.rows.map(({ sample }) => sample.handle)).toEqual(['anna'])
    expect([green.total, green.counts]).toEqual([2, { approve: 2, ask: 0, decline: 1 }])
  })

  test('a blocked creator is declined at every shop the block is for', async () => {
    const { creator, request, us, suggestions } = workspace
    const mia = await creator('mia')
    await request(mia)
    const block = { creators: [mia], verdict: 'block' as const, reason: 'noPost' }
    await client.vetting.setList({ ...block, level: 'shop', shopId: us })
    expect(await suggestions()).toEqual({ mia: 'decline' })
    await client.history.undo({})
    expect(await suggestions()).toEqual({ mia: 'approve' })
  })

  test('what a creator did with samples at other shops counts', async () => {
    const { creator, request, walk, other, one } = workspace
    const mia = await creator('mia')
    for (const productId of ['1', '2']) await walk(await request(mia, { shopId: other, productId }), 'noPost')
    const row = await one(await request(mia))
    expect(row.suggestion).toBe('decline')
    expect(row.record).toEqual({ open: 0, posts: 0, ended: 2, ghosted: 2, isProven: false })
    expect(row.lines.filter(({ result }) => result !== 'approve').map(({ rule, found }) => [rule, found])).toEqual([
      ['postRate', 0],
      ['ghosted', 2],
    ])
  })

  test('a deleted creator’s requests do not show', async () => {
    const { creator, request, suggestions } = workspace
    const mia = await creator('mia')
    await request(mia)
    await client.records.remove({ entity: 'creators', id: mia })
    expect(await suggestions()).toEqual({})
  })
})

describe('answering', () => {
  test('the green ones of all that are ticked are approved as one step; amber and red stay and are told', async () => {
    const { creator, request } = workspace
    const green = [await request(await creator('a')), await request(await creator('b'))]
    const red = await request(await creator('small', {}, 10))
    const amber = await request(await creator('unknown', {}, null))
    const answer = await client.sampleRequests.approve({ ids: [...green, red, amber], greenOnly: true })
    expect(answer.approved).toEqual(green)
    expect(answer.left).toEqual([
      { id: red, handle: 'small', why: 'notGreen', suggestion: 'decline' },
      { id: amber, handle: 'unknown', why: 'notGreen', suggestion: 'ask' },
    ])
    expect(await client.samples.get({ id: green[0]! })).toMatchObject({ state: 'approved', owner: 'Lin' })
    const { steps } = await client.history.recent({})
    expect(steps[0]).toMatchObject({ label: 'sampleRequests.approveMany', subject: '2' })
    await client.history.undo({})
    expect(await client.samples.get({ id: green[1]! })).toMatchObject({ state: 'requested' })
  })

  test('what the rules decline goes out with a reason alone, which stays with it', async () => {
    const { creator, request } = workspace
    const red = await request(await creator('small', {}, 10))
    const refused = await client.sampleRequests.approve({ ids: [red] })
    expect(refused).toMatchObject({ approved: [], left: [{ id: red, why: 'needsReason', suggestion: 'decline' }] })
    const answer = await client.sampleRequests.approve({ ids: [red], reason: 'the client wants her' })
    expect(answer).toEqual({ approved: [red], left: [] })
    expect(await client.samples.get({ id: red })).toMatchObject({ state: 'approved', reason: 'the client wants her' })
  })

  test('what asks is approved without a reason, unless the guard found something', async () => {
    const { creator, request } = workspace
    const amber = await request(await creator('unknown', {}, null))
    expect(await client.sampleRequests.approve({ ids: [amber] })).toMatchObject({ approved: [amber] })
    const again = await request(await creator('mia', { phone: '213 555 0100' }))
    await request(await creator('mia.two', { phone: '+1 213-555-0100' })).then((id) => workspace.walk(id, 'shipped'))
    expect(await client.sampleRequests.approve({ ids: [again] })).toMatchObject({
      left: [{ why: 'needsReason', suggestion: 'ask' }],
    })
  })

  test('declining takes the platform’s reason, its other with words', async () => {
    const { creator, request } = workspace
    const id = await request(await creator('mia'))
    await expect(client.sampleRequests.decline({ ids: [id], code: 'OTHER' })).rejects.toMatchObject({
      code: 'record.invalid',
    })
    expect(await client.sampleRequests.decline({ ids: [id], code: 'OTHER', note: 'moved away' })).toMatchObject({
      declined: [id],
    })
    const steps = await client.samples.trail({ id })
    expect(steps.map(({ to, reason }) => [to, reason])).toEqual([['declined', 'OTHER: moved away']])
    expect(await client.sampleRequests.decline({ ids: [id], code: 'NOT_MATCH' })).toMatchObject({
      declined: [],
      left: [{ id, handle: 'mia', why: 'answered' }],
    })
  })

  test('a question is a contact in her language and a task that waits until she answers or we do', async () => {
    const { creator, request, one } = workspace
    const mia = await creator('mia', { language: 'th', displayName: 'Mia' })
    const id = await request(mia)
    const text = await client.sampleRequests.text({ id, about: 'question' })
    expect(text.language).toBe('th')
    expect(text.text).toContain('Mia')
    await client.sampleRequests.ask({ id, text: text.text })
    expect((await one(id)).asked).toBe('1729')
    const { rows } = await client.outreach.touches({ creatorId: mia })
    expect(rows).toMatchObject([{ kind: 'sent', text: text.text }])
    const { waiting } = await client.tasks.today({ zone: 'UTC' })
    expect(waiting).toMatchObject([{ creatorId: mia, kind: 'sample', state: 'waiting' }])
    await client.sampleRequests.approve({ ids: [id] })
    expect((await client.tasks.today({ zone: 'UTC' })).waiting).toEqual([])
    await client.history.undo({})
    expect((await one(id)).asked).toBe('1729')
  })

  test('two colleagues who approve and decline one request put it on hold; one decision clears it for both', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are needed')
    const shop = await li.client.shops.add({ name: 'Glow', market: 'US', client: 'Glow' })
    const { ids } = await li.client.creators.add({ creators: [{ handle: 'mia' }] })
    const { id } = await li.client.samples.put({
      fields: { shopId: shop.id, creatorId: ids[0]!, productId: '1729', requestedAt: NOON },
    })
    await give(li, wang)
    await li.client.sampleRequests.approve({ ids: [id] })
    await wang.client.sampleRequests.decline({ ids: [id], code: 'NOT_MATCH' })
    await meet([li, wang])
    for (const { client: at } of [li, wang]) {
      expect(await at.samples.get({ id })).toMatchObject({ hold: true })
      const answer = await at.sampleRequests.approve({ ids: [id] })
      expect(answer.approved).toEqual([])
    }
    expect(await inboxOf(li)).toEqual(await inboxOf(wang))
    const item = await onlyItem(wang)
    expect(item).toMatchObject({ level: 'hold', kind: 'contradiction', recordId: id })
    const choice = { how: 'keep', write: writeOf(item, 'declined') } as const
    await wang.client.inbox.decide({ decisions: [{ item: item.id, choice }] })
    await meet([li, wang])
    for (const { client: at } of [li, wang])
      expect(await at.samples.get({ id })).toMatchObject({ hold: false, state: 'declined' })
  })
})

describe('rules', () => {
  test('a shop has its own, tried on what waits before they are saved', async () => {
    const { creator, request, rules, us, uk, suggestions } = workspace
    await request(await creator('a', {}, 5000))
    await request(await creator('b', {}, 20_000))
    await request(await creator('c', { market: 'GB' }, 5000), { shopId: uk })
    const own = { ...(await rules()), followers: { bound: 10_000, otherwise: 'decline' as const } }
    expect(await client.sampleRequests.dryRun({ key: us, rules: own })).toEqual({
      counts: { approve: 1, ask: 0, decline: 1 },
      now: { approve: 2, ask: 0, decline: 0 },
      total: 2,
      changed: 1,
    })
    expect(await suggestions()).toEqual({ a: 'approve', b: 'approve', c: 'approve' })
    await client.sampleRequests.putRules({ key: us, rules: own })
    expect(await suggestions()).toEqual({ a: 'decline', b: 'approve', c: 'approve' })
    expect((await client.sampleRequests.rules({})).rules.map(({ key, own: edited }) => [key, edited])).toEqual([
      ['default', false],
      [us, true],
    ])
    await client.sampleRequests.resetRules({ key: us })
    expect(await suggestions()).toEqual({ a: 'approve', b: 'approve', c: 'approve' })
  })

  test('a cap counts what was approved today in the shop’s own day, by whomever, and what was taken back not', async () => {
    const { creator, request, rules, suggestions } = workspace
    const caps = { shopDay: 2, shopWeek: null, personDay: null, personWeek: null }
    await client.sampleRequests.putRules({ key: 'default', rules: { ...(await rules()), caps } })
    const ids: string[] = []
    for (const [at, handle] of ['a', 'b', 'c'].entries())
      ids.push(await request(await creator(handle), { requestedAt: NOON - (3 - at) * DAY }))
    expect(await suggestions()).toEqual({ a: 'approve', b: 'approve', c: 'ask' })
    await client.sampleRequests.approve({ ids: [ids[0]!] })
    expect(await suggestions()).toEqual({ b: 'approve', c: 'ask' })
    await client.history.undo({})
    expect(await suggestions()).toEqual({ a: 'approve', b: 'approve', c: 'ask' })
    await client.history.redo({})
    // Noon UTC is four in the morning in Los Angeles: twenty hours later the day is another.
    workspace.clock.now = NOON + 19 * 3_600_000
    expect(await suggestions()).toEqual({ b: 'approve', c: 'ask' })
    workspace.clock.now = NOON + 21 * 3_600_000
    expect(await suggestions()).toEqual({ b: 'approve', c: 'approve' })
  })

  test('a floor of stock turns green requests amber, later for creators who brought a post', async () => {
    const { creator, request, walk, us, other, suggestions } = workspace
    await client.stock.put({
      fields: { shopId: us, productId: '1729', kind: 'received', quantity: 10, at: NOON - DAY },
    })
    const floors = { floorNew: 10, floorProven: 5 }
    await client.stock.setDefaults({ shopId: us, productId: '*', fields: floors })
    const proven = await creator('proven')
    await walk(await request(proven, { shopId: other, productId: '5' }), 'verified')
    await request(await creator('new.one'), { requestedAt: NOON - 3 * DAY })
    await request(await creator('new.two'), { requestedAt: NOON - 2 * DAY })
    await request(proven, { requestedAt: NOON - DAY })
    expect(await suggestions(us)).toEqual({ 'new.one': 'approve', 'new.two': 'ask', proven: 'approve' })
  })
})
