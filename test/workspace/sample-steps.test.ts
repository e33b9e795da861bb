/** Samples take legal steps only, none while people have to decide; contradictions meet at everybody's and are decided once. */

import { describe, expect, test } from 'vitest'

import { write } from '../../electron/workspace/support'
import { stepSample } from '../../electron/workspace/sampling/steps'
import { SAMPLE_STATES, type SampleState } from '../../shared/domain/samples'
import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { type Client, newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000

/** By state, steps that lead there from the beginning. */
const WAYS: Readonly<Record<SampleState, readonly SampleState[]>> = {
  requested: [],
  approved: ['approved'],
  packed: ['approved', 'packed'],
  shipped: ['approved', 'packed', 'shipped'],
  delivered: ['approved', 'packed', 'shipped', 'delivered'],
  contentDue: ['approved', 'packed', 'shipped', 'delivered', 'contentDue'],
  posted: ['approved', 'packed', 'shipped', 'delivered', 'contentDue', 'posted'],
  verified: ['approved', 'packed', 'shipped', 'delivered', 'contentDue', 'posted', 'verified'],
  closed: ['approved', 'packed', 'shipped', 'delivered', 'contentDue', 'posted', 'verified', 'closed'],
  declined: ['declined'],
  cancelled: ['cancelled'],
  lost: ['approved', 'packed', 'shipped', 'lost'],
  refused: ['approved', 'packed', 'shipped', 'refused'],
  returned: ['approved', 'packed', 'shipped', 'delivered', 'returned'],
  noPost: ['approved', 'packed', 'shipped', 'delivered', 'contentDue', 'noPost'],
  refundable: ['approved', 'packed', 'shipped', 'delivered', 'contentDue', 'noPost', 'refundable'],
}

/** By state, where it may go; every other of the sixteen is refused. */
const MAY: Readonly<Record<SampleState, string>> = {
  requested: 'approved declined cancelled',
  approved: 'packed requested declined cancelled',
  packed: 'shipped approved cancelled',
  shipped: 'delivered lost refused returned packed',
  delivered: 'contentDue returned shipped',
  contentDue: 'posted noPost refundable returned delivered',
  posted: 'verified contentDue',
  verified: 'closed posted',
  closed: 'verified',
  declined: 'requested',
  cancelled: 'requested',
  lost: 'shipped approved closed',
  refused: 'shipped approved closed',
  returned: 'shipped approved closed',
  noPost: 'posted contentDue refundable closed',
  refundable: 'posted contentDue closed',
}

async function aSample(client: Client) {
  const shop = await client.shops.add({ name: 'Glow', market: 'US', timezone: 'America/Los_Angeles' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'lia.daily' }] })
  const fields = { shopId: shop.id, creatorId: ids[0] ?? '', productId: '1729' }
  return { fields, shop, lia: ids[0] ?? '', sample: await client.samples.put({ fields }) }
}

async function brought(client: Client, id: string, to: SampleState): Promise<void> {
  for (const step of WAYS[to])
    expect(await client.samples.step({ ids: [id], to: step })).toEqual({ done: 1, refused: [] })
}

const stateOf = async (client: Client, id: string) => (await client.samples.get({ id })).state

describe('one step', () => {
  test.each(SAMPLE_STATES)(
    'from %s goes where it may and is refused everywhere else, with nothing written',
    async (from) => {
      const { client } = await newWorkspace()
      const { sample, fields } = await aSample(client)
      await brought(client, sample.id, from)
      const steps = (await client.samples.trail({ id: sample.id })).length
      for (const to of SAMPLE_STATES) {
        if (MAY[from].split(' ').includes(to)) continue
        expect(await client.samples.step({ ids: [sample.id], to })).toEqual({
          done: 0,
          refused: [{ sampleId: sample.id, code: 'record.illegalStep', from, to }],
        })
      }
      expect((await client.samples.trail({ id: sample.id })).length).toBe(steps)
      for (const to of SAMPLE_STATES) {
        if (!MAY[from].split(' ').includes(to)) continue
        const other = await client.samples.put({ fields })
        await brought(client, other.id, from)
        expect((await client.samples.step({ ids: [other.id], to })).done).toBe(1)
        expect(await stateOf(client, other.id)).toBe(to)
      }
    },
  )

  test('is told apart from the others of many: who cannot stays, the rest go as one step', async () => {
    const { client } = await newWorkspace()
    const { sample, fields } = await aSample(client)
    const [second, third] = [await client.samples.put({ fields }), await client.samples.put({ fields })]
    await brought(client, second.id, 'delivered')
    const ids = [sample.id, second.id, third.id]
    const answer = await client.samples.step({ ids, to: 'approved', reason: 'grade A' })
    expect(answer).toMatchObject({ done: 2, refused: [{ sampleId: second.id, from: 'delivered', to: 'approved' }] })
    await client.history.undo({})
    expect(await Promise.all(ids.map((id) => stateOf(client, id)))).toEqual(['requested', 'delivered', 'requested'])
    await client.history.redo({})
    expect(await Promise.all(ids.map((id) => stateOf(client, id)))).toEqual(['approved', 'delivered', 'approved'])
  })

  test('on or back goes from wherever each of them stands', async () => {
    const { client } = await newWorkspace()
    const { sample, fields } = await aSample(client)
    const [packed, closed] = [await client.samples.put({ fields }), await client.samples.put({ fields })]
    await brought(client, packed.id, 'packed')
    await brought(client, closed.id, 'closed')
    const ids = [sample.id, packed.id, closed.id]
    expect(await client.samples.step({ ids, to: 'next' })).toEqual({
      done: 2,
      refused: [{ sampleId: closed.id, code: 'record.illegalStep', from: 'closed', to: null }],
    })
    expect(await Promise.all(ids.map((id) => stateOf(client, id)))).toEqual(['approved', 'shipped', 'closed'])
    expect(await client.samples.step({ ids, to: 'back' })).toEqual({ done: 3, refused: [] })
    expect(await Promise.all(ids.map((id) => stateOf(client, id)))).toEqual(['requested', 'packed', 'verified'])
  })

  test('inside one command is counted on top of those before it, and refuses in words', async () => {
    const workspace = await newWorkspace()
    const { client, context } = workspace
    const { sample } = await aSample(client)
    await write(context, 'samples.step', 'test', (tx) => {
      stepSample(context, tx, sample.id, 'approved')
      stepSample(context, tx, sample.id, 'packed')
      expect(() => stepSample(context, tx, sample.id, 'lost')).toThrow(
        expect.objectContaining({
          code: 'record.illegalStep',
          params: expect.objectContaining({ from: 'packed', to: 'lost' }),
        }),
      )
    })
    expect(await stateOf(client, sample.id)).toBe('packed')
    expect((await client.samples.trail({ id: sample.id })).map(({ to }) => to)).toEqual(['approved', 'packed'])
  })

  test('shipped and posted happen with the creator too; a correction does not', async () => {
    const { client } = await newWorkspace()
    const { sample, shop, lia } = await aSample(client)
    const stage = async () =>
      (await client.pipelines.of({ creatorId: lia })).find(({ shopId }) => shopId === shop.id)?.stage
    await client.samples.step({ ids: [sample.id], to: 'packed', through: true })
    expect(await stage()).not.toBe('sampled')
    await client.samples.step({ ids: [sample.id], to: 'shipped' })
    expect(await stage()).toBe('sampled')
    await client.samples.step({ ids: [sample.id], to: 'posted', through: true })
    expect(await stage()).toBe('posted')
  })
})

describe('dates of steps', () => {
  test('are when it happened; a way that skips states takes the next date that is known', async () => {
    const { client } = await newWorkspace()
    const { sample } = await aSample(client)
    await client.samples.step({ ids: [sample.id], to: 'shipped', at: NOON - 3 * DAY, through: true })
    await client.samples.step({ ids: [sample.id], to: 'delivered', at: NOON - DAY })
    const { dates, since, deadlines } = await client.samples.get({ id: sample.id })
    expect(dates).toEqual({
      approved: NOON - 3 * DAY,
      packed: NOON - 3 * DAY,
      shipped: NOON - 3 * DAY,
      delivered: NOON - DAY,
    })
    expect(since).toBe(NOON - DAY)
    expect(deadlines).toMatchObject({ sinceDelivery: 1, allowed: 14, post: { day: '2026-01-28' } })
  })

  test('of a delivery that was taken back do not count any more', async () => {
    const { client } = await newWorkspace()
    const { sample } = await aSample(client)
    await client.samples.step({ ids: [sample.id], to: 'delivered', through: true })
    await client.samples.step({ ids: [sample.id], to: 'shipped', reason: 'wrong parcel' })
    expect(await client.samples.get({ id: sample.id })).toMatchObject({
      state: 'shipped',
      deadlines: { post: null, sinceDelivery: null },
    })
    // Now it may be reported lost, which of a delivered one is refused.
    expect((await client.samples.step({ ids: [sample.id], to: 'lost' })).done).toBe(1)
  })
})

describe('two colleagues', () => {
  const BOTH: readonly (readonly [string, SampleState, SampleState, SampleState])[] = [
    ['one says it arrived, the other that it is lost', 'shipped', 'delivered', 'lost'],
    ['one approves, the other declines', 'requested', 'approved', 'declined'],
    ['one says refused, the other returned', 'shipped', 'refused', 'returned'],
  ]
  test.each(BOTH)('%s: on HOLD at both, and one decision clears it everywhere', async (_what, start, mine, theirs) => {
    const { li, wang, id } = await team(start)
    await li.client.samples.step({ ids: [id], to: mine })
    await wang.client.samples.step({ ids: [id], to: theirs })
    await meet([li, wang])
    for (const { client } of [li, wang]) {
      expect(await client.samples.get({ id })).toMatchObject({ hold: true })
      expect((await client.samples.strip({})).held).toBe(1)
      // Nothing goes on before somebody decided, also not back.
      for (const to of [mine, theirs, 'next', 'back'] as const) {
        const { done, refused } = await client.samples.step({ ids: [id], to })
        expect([done, refused[0]?.code]).toEqual([0, 'record.onHold'])
      }
    }
    await decide(wang, id, theirs)
    await meet([li, wang])
    for (const { client } of [li, wang]) {
      expect(await client.samples.get({ id })).toMatchObject({ state: theirs, hold: false })
      expect((await client.inbox.list({ levels: ['hold'] })).items).toEqual([])
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
    expect((await li.client.samples.step({ ids: [id], to: 'back' })).done).toBe(1)
  })

  test('who both walk the same way agree, also where one goes further', async () => {
    const { li, wang, id } = await team('requested')
    await li.client.samples.step({ ids: [id], to: 'shipped', through: true })
    await wang.client.samples.step({ ids: [id], to: 'delivered', through: true })
    await meet([li, wang])
    for (const { client } of [li, wang]) {
      expect(await client.samples.get({ id })).toMatchObject({ state: 'delivered', hold: false })
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  })

  async function team(start: SampleState) {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { sample } = await aSample(li.client)
    await brought(li.client, sample.id, start)
    await meet([li, wang])
    return { li, wang, id: sample.id }
  }

  async function decide({ client }: Colleague, id: string, state: SampleState) {
    const { items } = await client.inbox.list({ levels: ['hold'] })
    const item = items.find(({ recordId }) => recordId === id)
    const write = item?.candidates.find(({ value }) => value === state)?.write
    if (item === undefined || write === undefined) throw new Error('it is in the inbox')
    await client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'keep', write } }] })
  }
})
