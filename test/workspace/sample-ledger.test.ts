/** The ledger as lists ask it: kept up to date in memory, filtered, sorted, counted by column and by day. */

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { allSamples } from '../../electron/workspace/lookups/samples'
import { SAMPLE_STATES } from '../../shared/domain/samples'
import { newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000

async function ledger() {
  const workspace = await newWorkspace()
  const { client } = workspace
  const us = await client.shops.add({ name: 'Glow', market: 'US', timezone: 'America/Los_Angeles' })
  const gb = await client.shops.add({ name: 'Lotus', market: 'GB' })
  const { ids } = await client.creators.add({ creators: ['lia', 'mia', 'tom'].map((handle) => ({ handle })) })
  const add = async (shopId: string, who: number, more: object = {}) =>
    (await client.samples.put({ fields: { shopId, creatorId: ids[who] ?? '', productId: '1729', ...more } })).id
  return { ...workspace, us: us.id, gb: gb.id, ids, add }
}

test('what is kept in memory is what reading all of it anew says, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(7), fc.nat(5), fc.nat(15)), { minLength: 4, maxLength: 14 }),
      async (acts) => {
        const { client, context, us, gb, ids, add } = await ledger()
        const samples = [await add(us, 0), await add(gb, 1), await add(us, 2)]
        await client.samples.board({ by: 'due' })
        for (const [kind, which, to] of acts) {
          const id = samples[which % samples.length] ?? ''
          if (kind === 0) samples.push(await add(which % 2 ? us : gb, which % 3))
          if (kind === 1) await client.samples.step({ ids: [id], to: SAMPLE_STATES[to] ?? 'approved', through: true })
          if (kind === 2) await client.history.undo({})
          if (kind === 3)
            await client.records.put({ entity: 'parcels', fields: { sampleId: id, tracking: `T${which}` } })
          if (kind === 4) await client.creators.put({ id: ids[which % 3] ?? '', fields: { remark: `r${to}` } })
          if (kind === 5)
            await client.records.put({
              entity: 'products',
              fields: { shopId: us, productId: '1729', name: `Serum ${to}` },
            })
          if (kind === 6) await client.samples.put({ id, fields: { extensionDays: to } }).catch(() => undefined)
          if (kind === 7) {
            await client.markets.setRule({
              market: 'GB',
              rule: 'sampleContentDays',
              value: String(10 + to),
              fromDay: '2025-01-01',
              source: 'contract',
              note: null,
            })
          }
          // Asked in between, so that there is something to be brought up to date.
          await client.samples.list({})
        }
        const { rows } = await client.samples.list({ limit: 1000 })
        const anew = allSamples(context.host.current().workspace.db, context.now())
        const byId = (list: readonly { readonly id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(rows)).toEqual(byId(anew))
      },
    ),
    { numRuns: 12, seed: 20_261_123 },
  )
}, 120_000)

test('is found by creator, product and tracking number, in any order of words, never by what a role may not see', async () => {
  const { client, us, add } = await ledger()
  const lia = await add(us, 0, { variation: '30 ml', phone: '5551234' })
  await add(us, 1)
  await client.records.put({ entity: 'parcels', fields: { sampleId: lia, tracking: '9400111' } })
  const found = async (search: string) => (await client.samples.list({ search })).rows.map(({ id }) => id)
  expect(await found('9400 lia')).toEqual([lia])
  expect(await found('LIA 30')).toEqual([lia])
  expect(await found('5551234')).toEqual([])
  expect(await found('1729')).toHaveLength(2)
})

test('is filtered, sorted, grouped and paged; a field that nobody knows is named', async () => {
  const { client, us, gb, add } = await ledger()
  const ids = [await add(us, 2, { quantity: 3 }), await add(us, 0, { quantity: 1 }), await add(gb, 1, { quantity: 2 })]
  await client.samples.step({ ids: [ids[2] ?? ''], to: 'packed', through: true })
  const order = async (input: object) => (await client.samples.list(input)).rows.map(({ quantity }) => quantity)
  expect(await order({ sort: [{ field: 'quantity', descending: true }] })).toEqual([3, 2, 1])
  expect(await order({ sort: [{ field: 'handle' }], offset: 1, limit: 1 })).toEqual([2])
  expect(await order({ filters: [{ field: 'state', op: 'anyOf', values: ['packed'] }] })).toEqual([2])
  expect(await order({ shopId: us, filters: [{ field: 'quantity', op: 'atLeast', values: [2] }] })).toEqual([3])
  expect((await client.samples.groups({ group: 'state' })).groups).toEqual([
    { value: 'requested', count: 2, first: 0 },
    { value: 'packed', count: 1, first: 2 },
  ])
  expect((await client.samples.list({ filters: [{ field: 'mood', op: 'notEmpty' }] })).left).toEqual(['mood'])
})

test('columns of the board, the strip and the calendar count the same samples', async () => {
  const { client, us, gb, add } = await ledger()
  // Noon of 15 January UTC is 4 o'clock in Los Angeles.
  const late = await add(us, 0)
  const soon = await add(us, 1)
  const fresh = await add(us, 2)
  const unknown = await add(gb, 0)
  const posted = await add(us, 0)
  await add(us, 1, { requestedAt: NOON - 30 * 3_600_000 })
  const go = (id: string, to: 'delivered' | 'posted', ago: number) =>
    client.samples.step({ ids: [id], to, through: true, at: NOON - ago * DAY })
  await go(late, 'delivered', 20)
  await go(soon, 'delivered', 12)
  await go(fresh, 'delivered', 1)
  await go(unknown, 'delivered', 3)
  await go(posted, 'delivered', 25)
  await go(posted, 'posted', 22)
  const { columns, total } = await client.samples.board({ by: 'due' })
  const counts = Object.fromEntries(columns.flatMap(({ key, count }) => (count > 0 ? [[key, count]] : [])))
  expect([total, counts]).toEqual([6, { review: 1, overdue: 1, soon: 1, later: 1, unknown: 1, toVerify: 1 }])
  // Due on 9 January (20 days before: 26 December + 14) and on 4 January (posted in time).
  expect(await client.samples.strip({})).toMatchObject({
    waiting: 1,
    oldest: NOON - 30 * 3_600_000,
    soon: 1,
    overdue: 1,
    due: 2,
    posted: 1,
    postRate: 5000,
  })
  expect(await client.samples.calendar({ from: '2026-01-01', to: '2026-01-31' })).toEqual([
    { day: '2026-01-09', review: 0, post: 1, overdue: 1 },
    { day: '2026-01-17', review: 0, post: 1, overdue: 0 },
    { day: '2026-01-20', review: 1, post: 0, overdue: 0 },
    { day: '2026-01-28', review: 0, post: 1, overdue: 0 },
  ])
  const cards = await client.samples.cards({ by: 'state', column: 'delivered', offset: 1, limit: 2 })
  expect(cards.cards.map(({ id }) => id)).toEqual([soon, fresh])
})

test('a day that passes makes what was near too late without anybody writing anything', async () => {
  const { client, clock, us, add } = await ledger()
  const id = await add(us, 0)
  await client.samples.step({ ids: [id], to: 'delivered', through: true, at: NOON - 14 * DAY })
  expect((await client.samples.strip({})).soon).toBe(1)
  clock.now += DAY
  expect(await client.samples.strip({})).toMatchObject({ soon: 0, overdue: 1 })
})

test('duplicates made one have one name, and the samples of who is deleted go with them', async () => {
  const { client, us, ids, add } = await ledger()
  const [lia = '', mia = '', tom = ''] = ids
  await add(us, 0)
  const [ofMia, ofTom] = [await add(us, 1), await add(us, 2)]
  await client.samples.list({})
  await client.creators.merge({ winner: lia, loser: mia })
  await client.records.remove({ entity: 'creators', id: tom })
  const { rows } = await client.samples.list({})
  expect(rows.map(({ id }) => id)).not.toContain(ofTom)
  expect(rows.find(({ id }) => id === ofMia)).toMatchObject({ creatorId: lia, handle: 'lia' })
  expect((await client.samples.list({ creatorId: lia })).total).toBe(2)
})

test('hidden fields are neither shown nor asked by', async () => {
  const { client, context, us, add } = await ledger()
  await add(us, 0, { address: '12 Palm Ave', phone: '555', productCost: 900, currency: 'USD' })
  context.me.rename({ person: 'Boss', computer: 'desk' })
  await client.people.put({ name: 'Lin', role: 'client' })
  context.me.rename({ person: 'Lin', computer: 'desk' })
  const { rows, left } = await client.samples.list({ filters: [{ field: 'address', op: 'notEmpty' }] })
  expect(rows[0]).toMatchObject({ address: null, phone: null, productCost: null })
  expect(left).toEqual(['address'])
})

test('samples that nothing tells apart stand in one order at everybody’s, however they came to be known', async () => {
  const { client, us, add } = await ledger()
  const ids = [await add(us, 0), await add(us, 1), await add(us, 2)]
  await client.samples.step({ ids, to: 'declined', at: NOON })
  const shown = async () => (await client.samples.list({})).rows.map(({ id }) => id)
  expect(await shown()).toEqual(ids)
  await client.samples.remove({ ids: [ids[0] ?? ''] })
  expect(await shown()).toEqual(ids.slice(1))
  await client.history.undo({})
  expect(await shown()).toEqual(ids)
})
