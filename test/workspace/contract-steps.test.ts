/** Contracts take legal steps only, none while people have to decide; who signs and who cancels meet in the inbox, once. */

import { describe, expect, test } from 'vitest'

import { contractStanding, contractSteps, signedContracts } from '../../db/repositories/contracts'
import { stepContract } from '../../electron/workspace/contracting/steps'
import { write } from '../../electron/workspace/support'
import { CONTRACT_STATES, type ContractState } from '../../shared/domain/contracts'
import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { aContract, dbOf } from '../support/contracts'
import { newWorkspace, type TestWorkspace } from '../support/workspace'

/** By state, where it may go; every other of the seven, itself among them, is refused. */
const MAY: Readonly<Record<ContractState, string>> = {
  draft: 'sent signed cancelled',
  sent: 'signed draft cancelled',
  signed: 'completed terminated disputed sent',
  completed: 'disputed signed',
  cancelled: 'draft',
  terminated: 'disputed signed',
  disputed: 'signed completed terminated',
}

/** Steps that lead to a state from the beginning. */
const WAYS: Readonly<Record<ContractState, readonly ContractState[]>> = {
  draft: [],
  sent: ['sent'],
  signed: ['sent', 'signed'],
  completed: ['signed', 'completed'],
  cancelled: ['cancelled'],
  terminated: ['signed', 'terminated'],
  disputed: ['signed', 'disputed'],
}

type Context = TestWorkspace['context']
const step = (context: Context, id: string, to: ContractState, reason = '') =>
  write(context, 'contracts.step', to, (tx) => stepContract(context, tx, { id, to, reason, override: 'a test' }))

async function brought(context: Context, id: string, to: ContractState): Promise<void> {
  for (const one of WAYS[to]) await step(context, id, one)
}

describe('one step', () => {
  test.each(CONTRACT_STATES)(
    'from %s goes where it may and is refused everywhere else, with nothing written',
    async (from) => {
      const { client, context } = await newWorkspace()
      const { id, fields } = await aContract(client)
      await brought(context, id, from)
      const before = contractSteps(dbOf(context), id)
      const may = CONTRACT_STATES.filter((to) => MAY[from].split(' ').includes(to))
      for (const to of may) {
        const { id: other } = await client.records.put({ entity: 'contracts', fields })
        await brought(context, String(other), from)
        await step(context, String(other), to)
        expect(contractStanding(dbOf(context), String(other))).toMatchObject({ state: to, hold: false })
      }
      for (const to of CONTRACT_STATES.filter((state) => !may.includes(state)))
        await expect(step(context, id, to)).rejects.toMatchObject({
          code: 'record.illegalStep',
          params: { entity: 'contracts', id, from, to },
        })
      expect(contractSteps(dbOf(context), id)).toEqual(before)
    },
    30_000,
  )

  test('of a contract that is not there is refused', async () => {
    const { context } = await newWorkspace()
    await expect(step(context, 'c'.repeat(26), 'signed')).rejects.toMatchObject({ code: 'record.notFound' })
    expect(contractStanding(dbOf(context), 'c'.repeat(26))).toBeNull()
  })

  test('keeps who took it, when, why, and is one step of undo', async () => {
    const { client, context } = await newWorkspace()
    const { id } = await aContract(client)
    await step(context, id, 'cancelled', ' fee too high ')
    expect(contractSteps(dbOf(context), id)).toEqual([
      expect.objectContaining({ from: 'draft', to: 'cancelled', reason: 'fee too high', person: 'Lin' }),
    ])
    await client.history.undo({})
    expect(contractStanding(dbOf(context), id)).toMatchObject({ state: 'draft' })
    await client.history.redo({})
    expect(contractStanding(dbOf(context), id)).toMatchObject({ state: 'cancelled' })
  })

  test('inside one command is counted on top of those before it', async () => {
    const { client, context } = await newWorkspace()
    const { id } = await aContract(client)
    await write(context, 'contracts.step', 'test', (tx) => {
      stepContract(context, tx, { id, to: 'sent' })
      stepContract(context, tx, { id, to: 'signed' })
      expect(() => stepContract(context, tx, { id, to: 'cancelled' })).toThrow(
        expect.objectContaining({
          code: 'record.illegalStep',
          params: expect.objectContaining({ from: 'signed', to: 'cancelled' }),
        }),
      )
    })
    expect(contractSteps(dbOf(context), id).map(({ to }) => to)).toEqual(['sent', 'signed'])
  })
})

describe('signed paper on a day', () => {
  const paper = (context: Context, fields: { shopId: string; creatorId: string }, day: string) =>
    signedContracts(dbOf(context), { ...fields, day }).map(({ id }) => id)

  test('is what was signed, within its time, with this creator and this shop', async () => {
    const { client, context } = await newWorkspace()
    const { id, fields } = await aContract(client, { fromDay: '2026-02-01', toDay: '2026-04-30' })
    expect(paper(context, fields, '2026-03-01')).toEqual([])
    await step(context, id, 'signed')
    expect(paper(context, fields, '2026-02-01')).toEqual([id])
    expect(paper(context, fields, '2026-04-30')).toEqual([id])
    expect(paper(context, fields, '2026-01-31')).toEqual([])
    expect(paper(context, fields, '2026-05-01')).toEqual([])
    const other = await client.shops.add({ name: 'Other', market: 'US' })
    expect(paper(context, { ...fields, shopId: other.id }, '2026-03-01')).toEqual([])
    await step(context, id, 'completed')
    expect(paper(context, fields, '2026-03-01')).toEqual([id])
    await step(context, id, 'disputed')
    expect(paper(context, fields, '2026-03-01')).toEqual([])
  })

  test('goes on after its last day where it renews by itself', async () => {
    const { client, context } = await newWorkspace()
    const { id, fields } = await aContract(client, { toDay: '2026-04-30', renewMonths: 3 })
    await step(context, id, 'signed')
    expect(paper(context, fields, '2027-01-01')).toEqual([id])
  })
})

describe('two colleagues', () => {
  test('of whom one signs and the other cancels: on HOLD at both, paper for nothing, one decision clears it', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { id, fields } = await aContract(li.client)
    await step(li.context, id, 'sent')
    await meet([li, wang])
    await step(li.context, id, 'signed')
    await step(wang.context, id, 'cancelled')
    await meet([li, wang])
    for (const { client, context } of [li, wang]) {
      expect(contractStanding(dbOf(context), id)).toMatchObject({ hold: true })
      expect(signedContracts(dbOf(context), { ...fields, day: '2026-02-01' })).toEqual([])
      for (const to of CONTRACT_STATES)
        await expect(step(context, id, to)).rejects.toMatchObject({ code: 'record.onHold' })
      const { items } = await client.inbox.list({ levels: ['hold'] })
      expect(items.map(({ recordId }) => recordId)).toEqual([id])
      expect(new Set(items[0]?.candidates.map(({ value }) => value))).toEqual(new Set(['cancelled', 'signed']))
    }
    await decide(wang, id, 'signed')
    await meet([li, wang])
    for (const { client, context } of [li, wang]) {
      expect(contractStanding(dbOf(context), id)).toMatchObject({ state: 'signed', hold: false })
      expect(signedContracts(dbOf(context), { ...fields, day: '2026-02-01' })).toHaveLength(1)
      expect((await client.inbox.list({ levels: ['hold'] })).items).toEqual([])
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 60_000)

  test('who both sign agree, and nothing is asked', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { id } = await aContract(li.client)
    await meet([li, wang])
    for (const { context } of [li, wang]) await step(context, id, 'signed')
    await meet([li, wang])
    for (const { context } of [li, wang])
      expect(contractStanding(dbOf(context), id)).toMatchObject({ state: 'signed', hold: false })
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 60_000)

  async function decide({ client }: Colleague, id: string, state: ContractState) {
    const { items } = await client.inbox.list({ levels: ['hold'] })
    const item = items.find(({ recordId }) => recordId === id)
    const chosen = item?.candidates.find(({ value }) => value === state)?.write
    if (item === undefined || chosen === undefined) throw new Error('it is in the inbox')
    await client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'keep', write: chosen } }] })
  }
})
