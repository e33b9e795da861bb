import { describe, expect, test } from 'vitest'

import { joined, P1, planned, TODAY } from '../support/campaigns'
import { newWorkspace } from '../support/workspace'

describe('a plan', () => {
  test('a new one takes its shop’s currency, its first rate from its first day on, and who made it', async () => {
    const { campaign, shop } = await planned()
    expect(campaign).toMatchObject({
      shopName: 'Lumora',
      currency: shop.currency,
      rate: 2000,
      state: 'running',
      owner: 'Lin',
      products: 0,
    })
  })

  test('for a new product it begins with what is usual, as values that can be changed', async () => {
    const { client } = await newWorkspace()
    const shop = await client.shops.add({ name: 'Lumora', market: 'US', timezone: 'UTC' })
    const campaign = await client.campaigns.put({
      fields: { shopId: shop.id, name: 'Launch', kind: 'target', coldStart: true },
    })
    expect(campaign).toMatchObject({
      coldStart: true,
      fromDay: TODAY,
      toDay: '2026-02-13',
      sampleQuota: 30,
      rate: 2000,
      adsRate: 1000,
    })
    const changed = await client.campaigns.put({ id: campaign.id, fields: { sampleQuota: 5 } })
    expect(changed).toMatchObject({ sampleQuota: 5, coldStart: true })
  })

  test.each([
    [{ name: 'Spring', kind: 'open' as const }, 'shopId', 'missing'],
    [
      { shopId: 'SHOP', name: 'Spring', kind: 'open' as const, fromDay: '2026-02-01', toDay: '2026-01-01' },
      'toDay',
      'endBeforeBeginning',
    ],
  ])('%o is refused', async (fields, field, reason) => {
    const { client, shop } = await planned()
    const wanted = 'shopId' in fields ? { ...fields, shopId: shop.id } : fields
    await expect(client.campaigns.put({ fields: wanted })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field, reason },
    })
  })

  test('a rate outside of what the market allows is refused, and the plan with it', async () => {
    const { client, shop } = await planned()
    const put = client.campaigns.put({ fields: { shopId: shop.id, name: 'Too much', kind: 'open' }, rate: 8001 })
    await expect(put).rejects.toMatchObject({ code: 'record.invalid', data: { field: 'rate', reason: 'aboveMaximum' } })
    expect((await client.campaigns.list({})).rows.map(({ name }) => name)).toEqual(['Spring'])
    await client.markets.setRule({
      market: 'US',
      rule: 'commissionRateMax',
      value: '15',
      fromDay: '2026-01-01',
      source: 'letter',
    })
    const later = client.campaigns.putRate({
      campaignId: (await client.campaigns.list({})).rows[0]?.id ?? '',
      rate: 1600,
      fromDay: TODAY,
    })
    await expect(later).rejects.toMatchObject({ data: { reason: 'aboveMaximum' } })
  })

  test('removing it is one step that can be undone, with everything in it', async () => {
    const { client, campaign } = await planned()
    await joined(client, campaign.id)
    await client.campaigns.remove({ id: campaign.id })
    await expect(client.campaigns.get({ id: campaign.id })).rejects.toMatchObject({ code: 'record.notFound' })
    await client.history.undo({})
    expect(await client.campaigns.get({ id: campaign.id })).toMatchObject({ creators: 4, products: 1, rate: 2000 })
  })
})

describe('creators of a plan', () => {
  test('a pasted list adds known and unknown ones in one step; what cannot be read comes back', async () => {
    const { client, campaign } = await planned()
    await client.records.put({ entity: 'creators', fields: { handle: 'known.kim' } })
    const text = '@known.kim\nhttps://www.tiktok.com/@new.lee\nnew.lee\nhttps://vm.tiktok.com/ZM123/'
    const pasted = await client.campaigns.addCreators({ campaignId: campaign.id, text })
    expect(pasted).toEqual({
      added: 2,
      already: 0,
      newCreators: 1,
      bound: [],
      unreadable: ['https://vm.tiktok.com/ZM123/'],
    })
    expect(await client.campaigns.addCreators({ campaignId: campaign.id, text })).toMatchObject({
      added: 0,
      already: 2,
    })
    await client.history.undo({})
    expect((await client.campaigns.creators({ campaignId: campaign.id })).total).toBe(0)
    expect((await client.creators.list({ search: 'new.lee' })).total).toBe(0)
  })

  test('whoever says yes promotes from today on, unless a day is given', async () => {
    const { client, campaign } = await planned()
    const ids = await joined(client, campaign.id)
    const bo = ids.get('invited.bo') ?? ''
    await client.campaigns.putCreators({ campaignId: campaign.id, creators: [bo], fields: { state: 'accepted' } })
    const { rows } = await client.campaigns.creators({ campaignId: campaign.id, state: 'accepted' })
    expect(rows).toMatchObject([{ handle: 'invited.bo', joinedOn: TODAY }])
  })

  test('two names of one person are one member, joined as early as either', async () => {
    const { client, campaign } = await planned()
    const ids = await joined(client, campaign.id)
    const [zoe = '', ann = ''] = [ids.get('zoe'), ids.get('late.ann')]
    await client.creators.merge({ winner: ann, loser: zoe })
    const { rows } = await client.campaigns.creators({ campaignId: campaign.id })
    expect(rows.map(({ handle, joinedOn }) => [handle, joinedOn])).toEqual([
      ['invited.bo', null],
      ['late.ann', '2025-12-10'],
      ['mia.glow', '2025-12-10'],
    ])
  })

  test('who left and is added again begins anew', async () => {
    const { client, campaign } = await planned()
    const ids = await joined(client, campaign.id)
    const mia = ids.get('mia.glow') ?? ''
    await client.campaigns.putCreators({ campaignId: campaign.id, creators: [mia], fields: { rate: 3000 } })
    await client.campaigns.removeCreators({ campaignId: campaign.id, creators: [mia] })
    await client.campaigns.addCreators({ campaignId: campaign.id, creators: [mia] })
    const { rows } = await client.campaigns.creators({ campaignId: campaign.id, search: 'mia' })
    expect(rows).toMatchObject([{ state: 'invited', ownRate: null, joinedOn: null }])
  })
})

test('the history of a plan tells in words what each step changed', async () => {
  const { client, campaign } = await planned()
  await joined(client, campaign.id)
  await client.campaigns.putRate({ campaignId: campaign.id, productId: P1, rate: 1200, fromDay: '2026-02-01' })
  await client.campaigns.put({ id: campaign.id, fields: { budget: 150_000 } })
  const steps = await client.campaigns.history({ campaignId: campaign.id })
  expect(steps.map(({ label }) => label)).toEqual([
    'campaigns.update',
    'campaigns.rate',
    'campaigns.addCreators',
    'campaigns.addCreators',
    'campaigns.addCreators',
    'campaigns.products',
    'campaigns.add',
  ])
  expect(steps[0]).toMatchObject({
    author: 'Lin',
    changes: [{ entity: 'campaigns', field: 'budget', before: 100_000, after: 150_000 }],
  })
  expect(steps[1]?.changes.map(({ title, field, after }) => [title, field, after])).toContainEqual([
    'Mist',
    'rate',
    1200,
  ])
})
