/** What follows from contracts elsewhere: who is bound is told when they are booked, and the day's list knows what is due. */

import { expect, test } from 'vitest'

import { planned } from '../support/campaigns'
import { aWhole } from '../support/contracts'

test('whoever books a creator whom another client’s paper binds in that time is told, and they join', async () => {
  const { client, campaign } = await planned()
  const rival = await client.shops.add({ name: 'Rival', market: 'US' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'mia' }, { handle: 'zoe' }, { handle: 'ann' }] })
  const [mia = '', zoe = '', ann = ''] = ids
  const bind = async (creatorId: string, exclusive: string, fromDay: string) => {
    const fields = {
      shopId: rival.id,
      creatorId,
      kind: 'flatFee',
      title: `Paper ${exclusive}`,
      exclusive,
      fromDay,
    } as const
    const { id } = await client.contracts.put({ fields })
    await client.contracts.step({ id, to: 'signed' })
  }
  // The plan is of Beauty, to the end of February: Zoe's paper is about something else, Ann's begins later.
  await bind(mia, 'beauty', '2026-02-28')
  await bind(zoe, 'kitchen', '2026-01-01')
  await bind(ann, 'beauty', '2026-03-01')
  const done = await client.campaigns.addCreators({ campaignId: campaign.id, text: '@mia\n@zoe\n@ann\n@new' })
  expect(done).toMatchObject({
    added: 4,
    bound: [{ creatorId: mia, handle: 'mia', title: 'Paper beauty', until: null }],
  })
})

test('the day’s list tells of what is due within a week, and of the end of a contract a month before', async () => {
  const { client, contracts, contract, clock } = await aWhole()
  const told = async () =>
    (await client.tasks.today({ zone: 'UTC' })).fyi
      .filter(({ kind }) => kind === 'obligations')
      .map(({ count, title, at }) => [count, title, at && new Date(at).toISOString().slice(0, 10)])
  await contracts.step({ id: contract.id, to: 'signed' })
  clock.now = Date.UTC(2026, 1, 20, 12)
  expect(await told()).toEqual([])
  clock.now = Date.UTC(2026, 1, 28, 12)
  // The contract ends on 30 March; the first video is due on the 10th.
  expect(await told()).toEqual([[1, 'Spring', '2026-03-30']])
  clock.now = Date.UTC(2026, 2, 3, 12)
  expect(await told()).toEqual([[2, 'Spring', '2026-03-10']])
  await contracts.put({ id: contract.id, fields: { owner: 'Wang' } })
  expect(await told()).toEqual([])
})
