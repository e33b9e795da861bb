/** What two people do with one campaign and its briefs without knowing of each other, after one exchange. */

import { expect, test } from 'vitest'

import { colleagues, digestsOf, meet, onlyItem, writeOf } from '../support/colleagues'

/** Two people with one campaign, a creator in it, and a brief. */
async function pair() {
  const team = await colleagues('Li', 'Wang')
  const [li, wang] = team
  if (!li || !wang) throw new Error('two are made')
  const shop = await li.client.shops.add({ name: 'Lumora', market: 'US', timezone: 'UTC' })
  const { id } = await li.client.campaigns.put({
    fields: { shopId: shop.id, name: 'Spring', kind: 'open', state: 'running', fromDay: '2025-12-01' },
    rate: 2000,
  })
  await li.client.campaigns.addCreators({ campaignId: id, text: 'mia', state: 'active', joinedOn: '2025-12-10' })
  const brief = await li.client.briefs.put({ fields: { campaignId: id, title: 'Mist' } })
  await meet(team)
  return { team, li, wang, id, brief }
}

const hooks = (text: string) => ({ texts: { en: { hooks: text }, 'zh-CN': {} } })

test('different fields of a campaign are both kept, and nobody is asked', async () => {
  const { team, li, wang, id } = await pair()
  await li.client.campaigns.put({ id, fields: { toDay: '2026-03-01' } })
  await wang.client.campaigns.put({ id, fields: { owner: 'Wang' } })
  await meet(team)
  for (const { client } of team) {
    expect(await client.campaigns.get({ id })).toMatchObject({ toDay: '2026-03-01', owner: 'Wang' })
    expect((await client.inbox.list({})).items).toEqual([])
  }
  expect((await digestsOf(team)).size).toBe(1)
})

test('two budgets of one campaign are both kept until somebody decides, once for everybody', async () => {
  const { team, li, wang, id } = await pair()
  await li.client.campaigns.put({ id, fields: { budget: 100_000 } })
  await wang.client.campaigns.put({ id, fields: { budget: 200_000 } })
  await meet(team)
  const item = await onlyItem(li)
  await li.client.inbox.decide({
    decisions: [{ item: item.id, choice: { how: 'keep', write: writeOf(item, 100_000) } }],
  })
  await meet(team)
  for (const { client } of team) {
    expect((await client.inbox.list({})).items).toEqual([])
    expect(await client.campaigns.get({ id })).toMatchObject({ budget: 100_000 })
  }
})

test('two cuts of one rate: both stand in the plan, and everybody tells the creator the same', async () => {
  const { team, li, wang, id } = await pair()
  await li.client.campaigns.putRate({ campaignId: id, rate: 1800, fromDay: '2026-01-15' })
  await wang.client.campaigns.putRate({ campaignId: id, rate: 1500, fromDay: '2026-01-20' })
  await meet(team)
  const told = await Promise.all(team.map(({ client }) => client.campaigns.creators({ campaignId: id })))
  // 20 % until 13 February, 18 % until 18 February, then 15 %.
  expect(told[0]?.rows[0]?.ahead).toEqual([
    { rate: 2000, lastDay: '2026-02-13' },
    { rate: 1800, lastDay: '2026-02-18' },
    { rate: 1500, lastDay: null },
  ])
  expect(told[1]).toEqual(told[0])
  const [step] = await li.client.campaigns.history({ campaignId: id })
  expect(step).toMatchObject({ author: 'Wang', label: 'campaigns.rate' })
})

test('both add the same creator: one member', async () => {
  const { team, li, wang, id } = await pair()
  await li.client.campaigns.addCreators({ campaignId: id, text: 'zoe' })
  await wang.client.campaigns.addCreators({ campaignId: id, text: '@Zoe' })
  await meet(team)
  for (const { client } of team) expect((await client.campaigns.creators({ campaignId: id })).total).toBe(2)
  expect((await digestsOf(team)).size).toBe(1)
})

test('both write the second version of a brief: both are kept and told apart, one is the newest everywhere', async () => {
  const { team, li, wang, brief } = await pair()
  await li.client.briefs.put({ id: brief.id, fields: {}, body: hooks('by Li') })
  await wang.client.briefs.put({ id: brief.id, fields: {}, body: hooks('by Wang') })
  await meet(team)
  const versions = await Promise.all(team.map(({ client }) => client.briefs.versions({ id: brief.id })))
  expect(versions[0]?.map(({ name }) => name)).toEqual(['2b', '2', '1'])
  expect(versions[1]).toEqual(versions[0])
})

test('one removes a campaign that the other adds creators to: it comes back for whoever wants it', async () => {
  const { team, li, wang, id } = await pair()
  await li.client.campaigns.remove({ id })
  await wang.client.campaigns.addCreators({ campaignId: id, text: 'ann' })
  await meet(team)
  expect((await digestsOf(team)).size).toBe(1)
  for (const { client } of team) {
    await expect(client.campaigns.get({ id })).rejects.toMatchObject({ code: 'record.notFound' })
  }
  await li.client.history.undo({})
  await meet(team)
  for (const { client } of team) expect(await client.campaigns.get({ id })).toMatchObject({ creators: 2 })
})
