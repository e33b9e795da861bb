/** One creator's page: all fields, revealing, who wrote what; the timeline; who may be the same person. */

import { beforeEach, describe, expect, test } from 'vitest'

import { finish, newWorkspace, NOON, type TestWorkspace } from '../support/workspace'

let who: TestWorkspace
beforeEach(async () => {
  who = await newWorkspace()
})

async function addCreator(handle: string, fields: Record<string, string> = {}) {
  return String((await who.client.records.put({ entity: 'creators', fields: { handle, ...fields } })).id)
}

const addShop = (name: string) =>
  who.client.shops.add({ name, market: 'US', currency: 'USD', timezone: 'America/Los_Angeles' })

describe('the record', () => {
  test('shows address and bank only to who asks for one of them', async () => {
    const id = await addCreator('linh', { address: '12 Hidden Street', bank: 'A1' })
    const record = await who.client.creators.get({ id })
    expect(record.secrets).toEqual({ address: true, bank: true, payee: false })
    expect(JSON.stringify(record)).not.toContain('Hidden')
    expect(await who.client.creators.reveal({ id, field: 'address' })).toEqual({ value: '12 Hidden Street' })
  })

  test('takes every field of a contact card and says who wrote it', async () => {
    const id = await addCreator('linh', { market: 'VN' })
    expect((await who.client.creators.get({ id })).zone).toBe('Asia/Ho_Chi_Minh')
    const fields = {
      channels: [{ kind: 'zalo', value: '0912345678' }],
      preferredChannel: 'zalo',
      timezone: 'Europe/Berlin',
      agent: 'MCN One',
      sizes: 'S',
      colors: 'red',
      language: 'vi',
      consent: 'asked at fair',
      retainUntil: '2028-01-01',
      starred: true,
    }
    await who.client.creators.put({ id, fields })
    expect(await who.client.creators.get({ id })).toMatchObject({ ...fields, zone: 'Europe/Berlin' })
    const sources = await who.client.creators.sources({ id })
    expect(sources.find(({ field }) => field === 'agent')).toMatchObject({ author: 'Lin', via: null })
    await expect(who.client.creators.put({ id, fields: { timezone: 'Mars' } })).rejects.toMatchObject({
      data: { field: 'timezone', reason: 'notATimezone' },
    })
  })
})

describe('the timeline', () => {
  test('has everything in one row, newest first, by kind and by shop, in pages that never overlap', async () => {
    const shop = await addShop('US-1')
    const other = await addShop('US-2')
    const id = await addCreator('linh', { displayName: 'Linh' })
    const old = await addCreator('linh.old')
    const put = (entity: string, fields: Record<string, string | number>) => who.client.records.put({ entity, fields })
    const relation = await put('shopCreators', { shopId: shop.id, creatorId: id, stage: 'found' })
    await who.client.records.put({ entity: 'shopCreators', id: String(relation.id), fields: { stage: 'talking' } })
    await put('touches', { creatorId: id, shopId: shop.id, at: NOON - 1000, kind: 'sent', text: 'hello', person: 'Li' })
    await put('touches', { creatorId: old, shopId: other.id, at: NOON - 2000, kind: 'replied', person: 'Wang' })
    await put('creatorDecisions', {
      creatorId: id,
      kind: 'list',
      verdict: 'block',
      reason: 'ghosted',
      at: NOON - 3000,
      person: 'Li',
    })
    await put('costLines', {
      shopId: shop.id,
      creatorHandle: 'linh',
      kind: 'fee',
      amount: 12_50,
      currency: 'USD',
      day: '2026-01-02',
    })
    await who.client.creators.merge({ loser: old, winner: id })

    const all = await who.client.creators.timeline({ id })
    expect(all.counts).toMatchObject({ touch: 2, stage: 2, decision: 1, cost: 1, merge: 1 })
    expect(all.rows.map(({ at }) => at)).toEqual(all.rows.map(({ at }) => at).toSorted((a, b) => b - a))
    expect(all.rows.filter(({ kind }) => kind === 'touch')).toMatchObject([
      { what: 'sent', text: 'hello', person: 'Li', creatorId: id },
      { what: 'replied', person: 'Wang', creatorId: old },
    ])
    expect(all.rows.filter(({ kind }) => kind === 'stage')).toMatchObject([
      { before: 'found', after: 'talking' },
      { before: null, after: 'found' },
    ])
    expect(all.rows.find(({ kind }) => kind === 'cost')).toMatchObject({ amount: 1250, currency: 'USD', what: 'fee' })
    expect(all.rows.find(({ kind }) => kind === 'merge')).toMatchObject({ what: 'merged', text: 'linh.old' })

    const touches = await who.client.creators.timeline({ id, kinds: ['touch'], shopId: other.id })
    expect(touches.rows).toMatchObject([{ what: 'replied' }])
    const pages: string[] = []
    for (let cursor: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof who.client.creators.timeline>> = await who.client.creators.timeline({
        id,
        limit: 3,
        cursor,
      })
      pages.push(...page.rows.map((row) => row.id))
      cursor = page.nextCursor
      if (cursor === null) break
    }
    expect(pages).toEqual(all.rows.map((row) => row.id))
    expect(new Set(pages).size).toBe(all.total)

    await who.client.creators.unmerge({ loser: old })
    const after = await who.client.creators.timeline({ id })
    expect(after.counts.touch).toBe(1)
    expect(after.rows.filter(({ kind }) => kind === 'merge').map(({ what }) => what)).toEqual(['separated', 'merged'])
  })
})

describe('duplicates', () => {
  const find = async () => (await finish(who.client.creators.findDuplicates({}))).result

  test('are found with percent and reasons that never say the value, also for one', async () => {
    const a = await addCreator('old_name', { phone: '0912 345 678', market: 'VN' })
    const b = await addCreator('old.name', { phone: '+84912345678', market: 'VN' })
    await addCreator('somebody.else')
    const { pairs, searched } = await find()
    expect(searched).toBe(3)
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ percent: 96, reasons: [{ clue: 'phone' }, { clue: 'handleSigns' }] })
    expect([pairs[0]!.a.handle, pairs[0]!.b.handle].toSorted()).toEqual(['old.name', 'old_name'])
    expect(JSON.stringify(pairs)).not.toContain('912345678')
    expect(await who.client.creators.duplicatesOf({ id: a })).toEqual(pairs)
    expect(await who.client.creators.duplicatesOf({ id: b })).toEqual(pairs)
  })

  test('follow edits without a new search', async () => {
    const a = await addCreator('mia', { phone: '+14155550134' })
    expect(await who.client.creators.duplicatesOf({ id: a })).toEqual([])
    const b = await addCreator('zoe', { phone: '+1 415 555 0134' })
    expect((await who.client.creators.duplicatesOf({ id: a })).map(({ percent }) => percent)).toEqual([90])
    await who.client.creators.put({ id: b, fields: { phone: '+14155559999' } })
    expect(await who.client.creators.duplicatesOf({ id: a })).toEqual([])
  })

  test('whom people said to be two is not suggested again, until they say otherwise; merged ones are one', async () => {
    const a = await addCreator('old_name', { phone: '+84912345678' })
    const b = await addCreator('old.name', { phone: '+84912345678' })
    await who.client.creators.setApart({ a, b, apart: true })
    expect((await find()).pairs).toEqual([])
    expect(await who.client.creators.duplicatesOf({ id: a })).toEqual([])
    await who.client.creators.setApart({ a, b, apart: false })
    expect((await find()).pairs).toHaveLength(1)
    await who.client.creators.merge({ loser: a, winner: b })
    expect((await find()).pairs).toEqual([])
    expect(await who.client.creators.duplicatesOf({ id: b })).toEqual([])
  })

  test('of another name are duplicates of the person', async () => {
    const a = await addCreator('first', { phone: '+84912345678' })
    const b = await addCreator('second')
    const c = await addCreator('third', { phone: '+84912345678' })
    await who.client.creators.merge({ loser: a, winner: b })
    expect(
      (await who.client.creators.duplicatesOf({ id: b })).map((pair) => [pair.a.id, pair.b.id].toSorted()),
    ).toEqual([[b, c].toSorted()])
  })

  test('the search can be cancelled', async () => {
    await addCreator('mia')
    const stop = new AbortController()
    stop.abort()
    await expect(finish(who.client.creators.findDuplicates({}, { signal: stop.signal }))).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect((await find()).searched).toBe(1)
  })
})
