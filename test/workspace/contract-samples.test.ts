/** Samples of value and paper: what is worth more than the limit goes out on a signed contract, or with a reason that is kept. */

import { beforeEach, describe, expect, test } from 'vitest'

import { overridesOf } from '../../db/repositories/contract-guards'
import { dbOf } from '../support/contracts'
import { requestsWorkspace, type RequestsWorkspace } from '../support/requests'

let workspace: RequestsWorkspace
let client: RequestsWorkspace['client']
let request: string
let creatorId: string

beforeEach(async () => {
  workspace = await requestsWorkspace()
  ;({ client } = workspace)
  const { us: shopId } = workspace
  const price = { shopId, productId: '1729', skuId: '*', fromDay: '2026-01-01', price: 4000, currency: 'USD' }
  await client.records.put({ entity: 'productPrices', fields: price })
  creatorId = await workspace.creator('mia')
  request = await workspace.request(creatorId, { quantity: 2 })
})

/** Two pieces at 40 dollars are worth 80. */
const limit = (sampleLimit: number, currency = 'USD') =>
  client.contracts.putGuard({ key: 'default', rules: { sampleLimit, currency, advances: true, exclusivity: true } })

test('what is worth no more than the limit asks for no paper', async () => {
  await limit(8000)
  expect(await workspace.one(request)).toMatchObject({ needsPaper: false, needsReason: false })
  expect(await client.sampleRequests.approve({ ids: [request], greenOnly: true })).toMatchObject({
    approved: [request],
  })
})

test('what is worth more stays, also among the green ones, until somebody says why; the reason is kept', async () => {
  await limit(7999)
  expect(await workspace.one(request)).toMatchObject({ suggestion: 'approve', needsPaper: true, needsReason: true })
  for (const greenOnly of [true, false])
    expect(await client.sampleRequests.approve({ ids: [request], greenOnly })).toMatchObject({
      approved: [],
      left: [{ id: request, why: 'needsReason' }],
    })
  expect(overridesOf(dbOf(workspace.context), request)).toEqual([])
  const done = await client.sampleRequests.approve({ ids: [request], reason: 'we know her for years' })
  expect(done).toMatchObject({ approved: [request], left: [] })
  expect(overridesOf(dbOf(workspace.context), request)).toMatchObject([
    { guard: 'sample', reason: 'we know her for years', person: 'Lin' },
  ])
  await client.history.undo({})
  expect(overridesOf(dbOf(workspace.context), request)).toEqual([])
})

test('a signed contract that holds today lets it pass; a draft does not', async () => {
  await limit(7999)
  const fields = { shopId: workspace.us, creatorId, kind: 'cpsSample', title: 'Paper' } as const
  const { id } = await client.contracts.put({ fields })
  expect((await workspace.one(request)).needsPaper).toBe(true)
  await client.contracts.step({ id, to: 'signed' })
  expect((await workspace.one(request)).needsPaper).toBe(false)
  expect(await client.sampleRequests.approve({ ids: [request], greenOnly: true })).toMatchObject({
    approved: [request],
  })
})

describe('a card that is moved', () => {
  const stateOf = async (id: string) => (await client.samples.get({ id })).state

  test('to approved asks for the same paper as the request; with a reason it goes, and the reason is kept', async () => {
    await limit(7999)
    for (const to of ['approved', 'next'] as const)
      expect(await client.samples.step({ ids: [request], to, reason: 'a hurry is no permission' })).toEqual({
        done: 0,
        refused: [{ sampleId: request, code: 'contract.guard', from: 'requested', to: 'approved' }],
      })
    // Permission without a reason is none.
    expect((await client.samples.step({ ids: [request], to: 'approved', withoutPaper: true })).done).toBe(0)
    const wish = { ids: [request], to: 'approved' as const, withoutPaper: true, reason: 'we know her for years' }
    expect(await client.samples.step(wish)).toEqual({ done: 1, refused: [] })
    expect(overridesOf(dbOf(workspace.context), request)).toMatchObject([
      { guard: 'sample', reason: 'we know her for years', person: 'Lin' },
    ])
    // Taken back and approved again: what was let pass is not asked about twice.
    await client.samples.step({ ids: [request], to: 'back' })
    expect((await client.samples.step({ ids: [request], to: 'approved' })).done).toBe(1)
    expect(overridesOf(dbOf(workspace.context), request)).toHaveLength(1)
  })

  test('over several states at once is asked on its way; back, or to declined, nobody asks', async () => {
    await limit(7999)
    expect(await client.samples.step({ ids: [request], to: 'shipped', through: true })).toMatchObject({
      done: 0,
      refused: [{ code: 'contract.guard', from: 'requested', to: 'shipped' }],
    })
    expect(await stateOf(request)).toBe('requested')
    for (const to of ['declined', 'requested'] as const)
      expect((await client.samples.step({ ids: [request], to })).done).toBe(1)
  })

  test('with many others stays alone: those of less worth and those with paper go', async () => {
    await limit(7999)
    const cheap = await workspace.request(await workspace.creator('cheap'), { quantity: 1 })
    const signedBy = await workspace.creator('signed')
    const covered = await workspace.request(signedBy, { quantity: 5 })
    const fields = { shopId: workspace.us, creatorId: signedBy, kind: 'cpsSample', title: 'Paper' } as const
    const { id } = await client.contracts.put({ fields })
    await client.contracts.step({ id, to: 'signed' })
    expect(await client.samples.step({ ids: [request, cheap, covered], to: 'approved' })).toMatchObject({
      done: 2,
      refused: [{ sampleId: request, code: 'contract.guard' }],
    })
    expect(await Promise.all([request, cheap, covered].map(stateOf))).toEqual(['requested', 'approved', 'approved'])
  })

  test('long after it was approved goes on: a limit of today asks nothing of what left the house', async () => {
    await client.samples.step({ ids: [request], to: 'shipped', through: true })
    await limit(1)
    for (const to of ['lost', 'approved', 'packed'] as const)
      expect((await client.samples.step({ ids: [request], to })).done).toBe(1)
  })
})

test('a limit in another currency is compared at the day’s rate, and asks where there is none', async () => {
  await limit(5000, 'GBP')
  expect((await workspace.one(request)).needsPaper).toBe(true)
  // 80 dollars are 40 pounds.
  await client.rates.put({ day: '2026-01-01', base: 'USD', quote: 'GBP', rate: '0.5', source: 'bank' })
  expect((await workspace.one(request)).needsPaper).toBe(false)
  await limit(3999, 'GBP')
  expect((await workspace.one(request)).needsPaper).toBe(true)
})
