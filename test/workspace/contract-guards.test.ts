/** Guards ask for paper and know what paper is in the way; a reason lets pass and is kept. What is signed has its obligations. */

import { describe, expect, test } from 'vitest'

import { overridesOf } from '../../db/repositories/contract-guards'
import { contractStanding } from '../../db/repositories/contracts'
import { obligationRows } from '../../db/repositories/obligations'
import { checkAdvance, checkExclusivity, checkSample } from '../../electron/workspace/contracting/guards'
import { stepContract } from '../../electron/workspace/contracting/steps'
import { write } from '../../electron/workspace/support'
import type { ContractState } from '../../shared/domain/contracts'
import { colleagues, digestsOf, meet } from '../support/colleagues'
import { aContract, dbOf } from '../support/contracts'
import { type Client, newWorkspace, type TestWorkspace } from '../support/workspace'

type Context = TestWorkspace['context']
const step = (context: Context, id: string, to: ContractState, override = '') =>
  write(context, 'contracts.step', to, (tx) => stepContract(context, tx, { id, to, override }))

const MARCH = { fromDay: '2026-03-01', toDay: '2026-03-30' }
const DAY = '2026-03-05'

async function another(client: Client, fields: object): Promise<string> {
  const { id } = await client.records.put({ entity: 'contracts', fields: { ...fields } })
  return String(id)
}

describe('an advance', () => {
  test('needs signed paper of this creator and shop, never more than it is worth, and none on HOLD', async () => {
    const { client, context } = await newWorkspace()
    const { id, shopId, creatorId } = await aContract(client, MARCH)
    const found = (amount: number, more: { contractId?: string | null; besides?: number } = {}) =>
      checkAdvance(dbOf(context), {
        shopId,
        creatorId,
        day: DAY,
        amount,
        currency: 'USD',
        contractId: id,
        besides: 0,
        ...more,
      })?.reason ?? null
    expect(found(30_000)).toBe('unsigned')
    expect(found(30_000, { contractId: null })).toBe('unsigned')
    await step(context, id, 'signed')
    expect(found(90_000)).toBeNull()
    expect(found(90_001)).toBe('largerThanContract')
    expect(found(30_000, { besides: 60_001 })).toBe('largerThanContract')
    expect(found(30_000, { contractId: null })).toBeNull()
    const other = await client.shops.add({ name: 'Other', market: 'US' })
    expect(() =>
      checkAdvance(dbOf(context), {
        shopId: other.id,
        creatorId,
        day: DAY,
        amount: 1,
        currency: 'USD',
        contractId: id,
        besides: 0,
      }),
    ).toThrow(expect.objectContaining({ code: 'record.notFound' }))
  })
})

describe('a sample', () => {
  test('above the limit of its shop goes out on signed paper only', async () => {
    const { client, context } = await newWorkspace()
    const { id, shopId, creatorId } = await aContract(client, MARCH)
    const found = (amount: number | null, currency = 'USD') =>
      checkSample(dbOf(context), { shopId, creatorId, day: DAY }, { amount, currency })?.reason ?? null
    expect(found(1e9)).toBeNull()
    const guard = (key: string, sampleLimit: number) =>
      client.records.put({ entity: 'contractGuards', fields: { key, sampleLimit, currency: 'USD' } })
    await guard('default', 5000)
    expect([found(5000), found(5001), found(null), found(1, 'THB')]).toEqual([null, 'unsigned', null, 'notComparable'])
    await guard(shopId, 8000)
    expect([found(8000), found(8001)]).toEqual([null, 'unsigned'])
    await step(context, id, 'signed')
    expect(found(8001)).toBeNull()
  })
})

describe('a contract that is about to go out', () => {
  test('stops at paper of the same shop in the same time, and goes on with a reason that is kept', async () => {
    const { client, context } = await newWorkspace()
    const { id, fields } = await aContract(client, MARCH)
    await step(context, id, 'sent')
    const second = await another(client, { ...fields, fromDay: '2026-03-30', toDay: null, title: 'Second' })
    await expect(step(context, second, 'sent')).rejects.toMatchObject({
      code: 'contract.guard',
      params: { guard: 'overlap', reason: 'overlaps', canOverride: true, title: 'Spring videos', until: '2026-03-30' },
    })
    expect(contractStanding(dbOf(context), second)).toMatchObject({ state: 'draft' })
    await step(context, second, 'sent', 'a different product line')
    await step(context, second, 'signed')
    expect(overridesOf(dbOf(context), second).map(({ guard, reason, person }) => [guard, reason, person])).toEqual([
      ['overlap', 'a different product line', 'Lin'],
    ])
    const third = await another(client, { ...fields, fromDay: '2026-04-01', toDay: '2026-04-02' })
    for (const to of ['sent', 'draft'] as const) await step(context, second, to)
    await client.records.put({ entity: 'contracts', id: second, fields: { toDay: '2026-03-31' } })
    await step(context, second, 'sent', 'a different product line')
    await step(context, third, 'sent')
    expect(contractStanding(dbOf(context), third)).toMatchObject({ state: 'sent' })
  })

  test('stops at exclusivity for another client’s shop, not for the same client’s', async () => {
    const { client, context } = await newWorkspace()
    const rival = await client.clients.add({ name: 'Rival' })
    const { id, fields } = await aContract(client, { ...MARCH, exclusive: 'beauty', exclusiveUntil: '2026-06-30' })
    await client.shops.update({ id: fields.shopId, fields: { clientId: rival.id } })
    await step(context, id, 'signed')
    const ours = await client.shops.add({ name: 'Ours', market: 'US' })
    const draft = { ...fields, exclusive: null, exclusiveUntil: null, shopId: ours.id, title: 'Ours' }
    const early = await another(client, { ...draft, fromDay: '2026-06-30', toDay: null })
    await expect(step(context, early, 'sent')).rejects.toMatchObject({
      code: 'contract.guard',
      params: { guard: 'exclusivity', reason: 'exclusiveElsewhere', until: '2026-06-30' },
    })
    const late = await another(client, { ...draft, fromDay: '2026-07-01', toDay: null })
    await step(context, late, 'sent')
    const sister = await client.shops.add({ name: 'Sister', market: 'US', clientId: rival.id })
    const same = await another(client, { ...draft, shopId: sister.id, fromDay: '2026-03-02', toDay: null })
    await step(context, same, 'sent')
    const { creatorId } = fields
    const booking = { creatorId, shopId: ours.id, from: '2026-04-01', to: null }
    expect(checkExclusivity(dbOf(context), booking).map(({ contractId }) => contractId)).toEqual([id])
  })
})

describe('what is signed', () => {
  const keys = (context: Context, contractId: string) =>
    obligationRows(dbOf(context), { contractId }).rows.map(({ key, dueDay }) => `${key} ${dueDay}`)

  test('has its obligations from then on; signed anew, those that changed, and what was done stays', async () => {
    const { client, context } = await newWorkspace()
    const { id } = await aContract(client, { ...MARCH, videos: 2 })
    expect(keys(context, id)).toEqual([])
    await step(context, id, 'signed')
    expect(keys(context, id)).toEqual([
      'video-1 2026-03-15',
      'renewal 2026-03-30',
      'video-2 2026-03-30',
      'payment-fee 2026-04-14',
    ])
    const [first] = obligationRows(dbOf(context), { contractId: id }).rows
    await client.records.put({ entity: 'obligations', id: first!.id, fields: { doneAt: 1 } })
    await step(context, id, 'sent')
    await step(context, id, 'draft')
    await client.records.put({ entity: 'contracts', id, fields: { videos: 1, toDay: '2026-03-20' } })
    await step(context, id, 'signed')
    expect(keys(context, id)).toEqual(['video-1 2026-03-15', 'renewal 2026-03-20', 'payment-fee 2026-04-04'])
    expect(obligationRows(dbOf(context), { openOnly: true, until: '2026-03-31' }).rows.map(({ key }) => key)).toEqual([
      'renewal',
    ])
    await client.history.undo({})
    await client.history.undo({})
    await client.history.undo({})
    expect(keys(context, id)).toHaveLength(4)
  })

  test('by two colleagues apart has each line once', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { id } = await aContract(li.client, { ...MARCH, videos: 2 })
    await meet([li, wang])
    for (const { context } of [li, wang]) await step(context, id, 'signed')
    await meet([li, wang])
    for (const { context, client } of [li, wang]) {
      expect(keys(context, id)).toHaveLength(4)
      expect((await client.inbox.list({ levels: ['hold', 'decision'] })).items).toEqual([])
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 60_000)
})
