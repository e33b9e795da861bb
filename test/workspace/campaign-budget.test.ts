import { describe, expect, test } from 'vitest'

import { joined, orders, P1, planned, TODAY } from '../support/campaigns'

describe('terms and budget', () => {
  test('terms are those of their model; who may not see costs sees that there are some', async () => {
    const { client, context, campaign } = await planned('target')
    const ids = await joined(client, campaign.id)
    const creatorId = ids.get('mia.glow') ?? ''
    const asked = { campaignId: campaign.id, creatorId, model: 'guaranteed' as const }
    const saved = await client.campaigns.putTerms({ ...asked, terms: { guarantee: 20_000, rate: 1000 } })
    expect(saved).toMatchObject({ handle: 'mia.glow', terms: { guarantee: 20_000, rate: 1000, recoup: 10_000 } })
    const wrong = client.campaigns.putTerms({ ...asked, terms: { guarantee: 'much' } })
    await expect(wrong).rejects.toMatchObject({ data: { field: 'terms', reason: 'notTheTerms' } })
    await client.people.put({ name: 'Mei', role: 'reviewer' })
    context.me.rename({ person: 'Mei', computer: 'desk' })
    expect(await client.campaigns.terms({ campaignId: campaign.id })).toMatchObject([
      { model: 'guaranteed', terms: null },
    ])
    expect(await client.campaigns.budget({ campaignId: campaign.id })).toMatchObject({
      cap: null,
      spent: null,
      burn: null,
    })
    expect(await client.campaigns.get({ id: campaign.id })).toMatchObject({ budget: null })
    const told = await client.campaigns.history({ campaignId: campaign.id })
    const fields = told.flatMap(({ changes }) => changes).filter(({ field }) => field === 'budget' || field === 'terms')
    expect(fields.map(({ field, after }) => [field, after])).toEqual([
      ['terms', null],
      ['budget', null],
    ])
  })

  test('fees, samples, ads and commission add up, each figure from rows that can be opened', async () => {
    const { client, folder, shop, campaign } = await planned('target')
    await joined(client, campaign.id)
    const cost = { shopId: shop.id, currency: 'USD', campaign: 'spring ' }
    await client.costs.put({ fields: { ...cost, kind: 'fee', amount: 15_000, day: '2026-01-10' } })
    await client.costs.put({ fields: { ...cost, kind: 'ads', amount: 4000, day: '2026-01-12' } })
    await client.costs.put({ fields: { ...cost, kind: 'freight', amount: 900, day: '2026-01-20' } })
    await client.costs.put({ fields: { ...cost, campaign: 'Summer', kind: 'ads', amount: 7777, day: '2026-01-12' } })
    await client.campaigns.putTerms({ campaignId: campaign.id, model: 'flat', terms: { amount: 8000 } })
    await client.campaigns.putTerms({ campaignId: campaign.id, model: 'flat', terms: { amount: 1, per: 'content' } })
    await orders(client, folder, shop.id)
    const budget = await client.campaigns.budget({ campaignId: campaign.id })
    // Three promote: 24,000 are promised, of which 15,000 were written down. mia's two orders of P1 within the plan: 20 % of 100.00 and of 50.00.
    expect(budget.lines.map(({ part, spent, committed }) => [part, spent, committed])).toEqual([
      ['fees', 15_000, 9000],
      ['commission', 3000, 0],
      ['samples', 0, 0],
      ['freight', 0, 900],
      ['ads', 4000, 0],
      ['other', 0, 0],
    ])
    expect(budget).toMatchObject({ cap: 100_000, spent: 22_000, committed: 9900, used: 3190, prompt: null })
    expect(budget.unknown).toEqual([{ part: 'fees', reason: 'openTerms', count: 1, day: null }])
    expect(budget.orders).toMatchObject({ creators: ['late.ann', 'mia.glow', 'zoe'], products: [P1] })
    expect((budget.burn ?? []).at(-1)).toEqual({ day: TODAY, spent: 22_000 })
    for (const { part, spent, committed } of budget.lines) {
      const rows = await client.campaigns.budgetRows({ campaignId: campaign.id, part })
      const sum = (isCommitted: boolean) =>
        rows.filter((row) => row.isCommitted === isCommitted).reduce((total, { amount }) => total + (amount ?? 0), 0)
      expect(sum(false)).toBe(spent)
      // The whole of what was promised is listed; what fees took of it is not promised any more.
      expect(part === 'fees' ? Math.max(0, sum(true) - (spent ?? 0)) : sum(true)).toBe(committed)
    }
  })

  test('without an import commission is not known, and is said to be', async () => {
    const { client, campaign } = await planned()
    const { unknown, lines } = await client.campaigns.budget({ campaignId: campaign.id })
    expect(unknown).toEqual([{ part: 'commission', reason: 'noOrders', count: 0, day: null }])
    expect(lines.find(({ part }) => part === 'commission')).toMatchObject({ known: false })
  })
})
