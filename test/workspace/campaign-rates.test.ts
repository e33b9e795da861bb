import { describe, expect, test } from 'vitest'

import { joined, P1, planned, TODAY } from '../support/campaigns'
import { newWorkspace } from '../support/workspace'

describe('a change of rate', () => {
  test('is shown before it is written: who keeps the old rate until when, who gets the new one at once', async () => {
    const { client, campaign } = await planned()
    const ids = await joined(client, campaign.id)
    const change = { campaignId: campaign.id, rate: 1500, fromDay: TODAY }
    const preview = await client.campaigns.previewRate(change)
    expect(preview).toMatchObject({ before: 2000, kind: 'cut', lockDays: 30, lockAssumed: false, atOnce: 1 })
    // 15 January and thirty days: the last day at 20 % is 13 February.
    expect(preview.creators).toEqual(
      ['mia.glow', 'zoe'].map((handle) => ({
        creatorId: ids.get(handle),
        handle,
        joinedOn: '2025-12-10',
        keptUntil: '2026-02-13',
        ahead: [
          { rate: 2000, lastDay: '2026-02-13' },
          { rate: 1500, lastDay: null },
        ],
      })),
    )
    expect(await client.campaigns.rates({ campaignId: campaign.id })).toHaveLength(1)
    await client.campaigns.putRate(change)
    const { rows } = await client.campaigns.creators({ campaignId: campaign.id })
    expect(rows.map(({ handle, ahead }) => [handle, ahead.map(({ rate }) => rate)])).toEqual([
      ['invited.bo', [1500]],
      ['late.ann', [1500]],
      ['mia.glow', [2000, 1500]],
      ['zoe', [2000, 1500]],
    ])
  })

  test('an exception of a product is kept for those who promoted it before, and says so beside them', async () => {
    const { client, campaign } = await planned()
    await joined(client, campaign.id)
    await client.campaigns.putRate({ campaignId: campaign.id, productId: P1, rate: 1200, fromDay: TODAY })
    const { rows } = await client.campaigns.creators({ campaignId: campaign.id, search: 'mia' })
    expect(rows[0]).toMatchObject({
      ahead: [{ rate: 2000, lastDay: null }],
      kept: [{ name: 'Mist', rate: 2000, lastDay: '2026-02-13' }],
    })
    expect(await client.campaigns.products({ campaignId: campaign.id })).toMatchObject([
      { productId: P1, name: 'Mist', rate: 1200, from: 'product', sampleQuota: 10, samples: 0 },
    ])
  })

  test('in a market of which nobody knows the lock thirty days are taken, and it is said', async () => {
    const { client } = await newWorkspace()
    const shop = await client.shops.add({ name: 'Lotus', market: 'TH', timezone: 'Asia/Bangkok' })
    const { id } = await client.campaigns.put({ fields: { shopId: shop.id, name: 'A', kind: 'open' }, rate: 2000 })
    const asked = { campaignId: id, rate: 1000, fromDay: '2026-01-20' }
    expect(await client.campaigns.previewRate(asked)).toMatchObject({ lockDays: 30, lockAssumed: true })
    await client.markets.setRule({
      market: 'TH',
      rule: 'rateCutLockDays',
      value: '14',
      fromDay: '2026-01-01',
      source: 'page',
    })
    expect(await client.campaigns.previewRate(asked)).toMatchObject({ lockDays: 14, lockAssumed: false })
  })

  test('only a rate that has not begun can be taken out', async () => {
    const { client, campaign } = await planned()
    const soon = await client.campaigns.putRate({ campaignId: campaign.id, rate: 1800, fromDay: '2026-01-16' })
    expect(soon.standing).toBe('planned')
    await client.campaigns.removeRate({ id: soon.id })
    const [first] = await client.campaigns.rates({ campaignId: campaign.id })
    expect(first?.standing).toBe('inForce')
    await expect(client.campaigns.removeRate({ id: first?.id ?? '' })).rejects.toMatchObject({
      data: { reason: 'hasBegun' },
    })
  })

  test('which rate holds for a creator and a product is told with its reason', async () => {
    const { client, campaign, shop } = await planned()
    const ids = await joined(client, campaign.id)
    const mia = ids.get('mia.glow') ?? ''
    await client.campaigns.putRate({ campaignId: campaign.id, rate: 1500, fromDay: TODAY })
    const ask = { shopId: shop.id, productId: P1 }
    expect(await client.campaigns.rateFor({ ...ask, creatorId: mia })).toMatchObject({
      campaignName: 'Spring',
      rate: 2000,
      from: 'all',
      lockedUntil: '2026-02-14',
      adsFrom: 'standard',
    })
    const target = await client.campaigns.put({
      fields: { shopId: shop.id, name: 'VIP', kind: 'target', state: 'running' },
      rate: 1000,
    })
    await client.campaigns.putProducts({ campaignId: target.id, products: [P1] })
    await client.campaigns.addCreators({ campaignId: target.id, creators: [mia], state: 'accepted' })
    expect(await client.campaigns.rateFor({ ...ask, creatorId: mia })).toMatchObject({
      campaignName: 'VIP',
      rate: 1000,
    })
    await client.campaigns.putCreators({ campaignId: target.id, creators: [mia], fields: { rate: 2500 } })
    expect(await client.campaigns.rateFor({ ...ask, creatorId: mia })).toMatchObject({ rate: 2500, from: 'creator' })
    expect(await client.campaigns.rateFor({ ...ask, creatorId: ids.get('zoe') ?? '' })).toMatchObject({ rate: 2000 })
    expect((await client.campaigns.ofCreator({ creatorId: mia })).map(({ name }) => name)).toEqual(['Spring', 'VIP'])
  })
})
