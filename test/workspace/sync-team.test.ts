import { beforeEach, describe, expect, test } from 'vitest'

import {
  type Colleague,
  colleagues,
  digestsOf,
  importInto,
  inboxOf,
  meet,
  onlyItem,
  packageOf,
  writeOf,
} from '../support/colleagues'
import { finish } from '../support/workspace'

const DAY = 86_400_000
const YEAR = 365 * DAY

let li: Colleague
let wang: Colleague
let mei: Colleague
let team: readonly Colleague[]
beforeEach(async () => {
  ;[li, wang, mei] = (await colleagues('Li', 'Wang', 'Mei')) as [Colleague, Colleague, Colleague]
  team = [li, wang, mei]
})

const addCreator = async (who: Colleague, handle: string, fields: Record<string, string> = {}) =>
  String((await who.client.records.put({ entity: 'creators', fields: { handle, ...fields } })).id)

/** Equal in everything that is shared, and asking the same. */
async function expectEqual(copies = team): Promise<void> {
  expect(await digestsOf(copies)).toHaveProperty('size', 1)
  const [first, ...rest] = await Promise.all(copies.map(inboxOf))
  for (const other of rest) expect(other).toEqual(first)
}

describe('after a week offline', () => {
  /** A day's work of one person; returns the packages that they make on the way. */
  async function work(who: Colleague, shared: string, day: number): Promise<string[]> {
    who.clock.now += DAY
    await who.client.creators.put({ id: shared, fields: { phone: `${who.name} ${day}` } })
    const own = await addCreator(who, `${who.name}-${day}`)
    const early = await packageOf(who)
    await who.client.creators.put({ id: own, fields: { remark: `met on day ${day}` } })
    if (day % 2 === 1) await who.client.records.remove({ entity: 'creators', id: own })
    return [early, await packageOf(who)]
  }

  test(
    'packages in any order, repeated, with losses, make equal copies that ask the same',
    { timeout: 60_000 },
    async () => {
      const shared = await addCreator(li, 'shared', { phone: '0' })
      await meet(team)
      const packages: string[] = []
      for (let day = 0; day < 3; day++) for (const who of team) packages.push(...(await work(who, shared, day)))
      // By chat: some never arrive, some come twice, none in order. What the last ones hold is all.
      const scattered = packages.map((file, i) => ({ file, at: (i * 7919) % 104_729 })).toSorted((a, b) => b.at - a.at)
      for (const [n, to] of team.entries()) {
        for (const [i, { file }] of scattered.entries()) {
          if ((i + n) % 3 === 0) continue
          await importInto(to, file)
          if (i % 4 === 0) await importInto(to, file)
        }
      }
      await meet(team)
      await expectEqual()
      const item = await onlyItem(wang)
      expect(new Set(item.candidates.map(({ value }) => value))).toEqual(new Set(['Li 2', 'Wang 2', 'Mei 2']))
      for (const { client } of team) {
        expect((await client.creators.list({})).total).toBe(1 + 3 * 2)
        expect((await finish(client.workspace.verify({}))).result.ok).toBe(true)
      }
      const before = await Promise.all(team.map(({ client }) => client.sync.status({})))
      await meet(team)
      const after = await Promise.all(team.map(({ client }) => client.sync.status({})))
      expect(after.map(({ vector }) => vector)).toEqual(before.map(({ vector }) => vector))
    },
  )
})

describe('a clock that is wrong by a year', () => {
  test.each([
    ['ahead', YEAR],
    ['behind', -YEAR],
  ])('%s keeps nobody from working together and decides nothing alone', async (_where, by) => {
    const id = await addCreator(li, 'a', { phone: '0' })
    await meet(team)
    wang.clock.now += by
    await wang.client.creators.put({ id, fields: { phone: '222' } })
    await meet(team)
    await li.client.creators.put({ id, fields: { phone: '111' } })
    await meet(team)
    // Li had seen Wang's value: no question, whatever Wang's clock said.
    for (const { client } of team) {
      expect(await client.creators.get({ id })).toMatchObject({ phone: '111' })
      expect((await client.inbox.list({})).total).toBe(0)
    }
    await li.client.creators.put({ id, fields: { phone: '333' } })
    await mei.client.creators.put({ id, fields: { phone: '444' } })
    await meet(team)
    expect((await onlyItem(wang)).candidates).toHaveLength(2)
    await expectEqual()
  })
})

describe('the payment of a cost line', () => {
  let line: string
  beforeEach(async () => {
    const shop = await li.client.shops.add({ name: 'Glow', market: 'US' })
    const fields = { shopId: shop.id, kind: 'fee' as const, amount: 500_00, currency: 'USD', day: '2026-01-10' }
    line = (await li.client.costs.put({ fields })).id
    await meet(team)
  })

  const fees = async ({ client }: Colleague) => (await client.roi.summary({})).now.fees
  const payment = async ({ client }: Colleague) => (await client.costs.list({})).rows[0]!.payment

  test('follows its steps, and a cancelled line costs nothing', async () => {
    expect(await li.client.costs.step({ id: line, to: 'approved' })).toMatchObject({
      payment: { state: 'approved', hold: false },
    })
    expect(await fees(li)).toBe(500_00)
    await li.client.costs.step({ id: line, to: 'cancelled' })
    expect(await fees(li)).toBe(0)
    await expect(li.client.costs.step({ id: line, to: 'paid' })).rejects.toMatchObject({
      code: 'record.illegalStep',
      data: { from: 'cancelled', to: 'paid' },
    })
    await li.client.history.undo({})
    expect([await payment(li), await fees(li)]).toEqual([{ state: 'approved', hold: false }, 500_00])
  })

  test('stands still when one paid it and another cancelled it, until somebody says what holds', async () => {
    await li.client.costs.step({ id: line, to: 'paid' })
    await wang.client.costs.step({ id: line, to: 'cancelled', reason: 'agreed by phone' })
    await meet(team)
    await expectEqual()
    for (const who of team) {
      expect(await payment(who)).toMatchObject({ hold: true })
      expect(await fees(who)).toBe(500_00)
    }
    await expect(mei.client.costs.step({ id: line, to: 'approved' })).rejects.toMatchObject({ code: 'record.onHold' })
    const item = await onlyItem(mei)
    expect(item).toMatchObject({
      level: 'hold',
      kind: 'contradiction',
      entity: 'costLines',
      recordId: line,
      base: 'planned',
    })
    expect(new Set(item.candidates.map(({ value, person }) => `${String(value)} by ${person}`))).toEqual(
      new Set(['paid by Li', 'cancelled by Wang']),
    )
    await mei.client.inbox.decide({
      decisions: [{ item: item.id, choice: { how: 'keep', write: writeOf(item, 'cancelled') } }],
    })
    await meet(team)
    for (const who of team) {
      expect(await payment(who)).toEqual({ state: 'cancelled', hold: false })
      expect(await fees(who)).toBe(0)
      expect((await who.client.inbox.list({ includeSeen: true })).total).toBe(0)
    }
    await expectEqual()
  })

  test('two who made the same step agree', async () => {
    await li.client.costs.step({ id: line, to: 'paid' })
    await wang.client.costs.step({ id: line, to: 'paid' })
    await meet(team)
    for (const who of team) expect(await payment(who)).toEqual({ state: 'paid', hold: false })
    expect((await mei.client.inbox.list({ includeSeen: true })).total).toBe(0)
  })
})

describe('duplicates made one', () => {
  test('by one person are one for all, and two again when anybody takes it back', async () => {
    const [a, b] = [await addCreator(li, 'a'), await addCreator(li, 'b')]
    await meet(team)
    await li.client.creators.merge({ loser: b, winner: a })
    await meet(team)
    for (const { client } of team) expect((await client.creators.list({})).total).toBe(1)
    await wang.client.creators.unmerge({ loser: b })
    await meet(team)
    for (const { client } of team) expect((await client.creators.list({})).total).toBe(2)
    await expectEqual()
  })

  test('into each other by two people stay one, and people are told', async () => {
    const [a, b] = [await addCreator(li, 'a'), await addCreator(li, 'b')]
    await meet(team)
    await li.client.creators.merge({ loser: b, winner: a })
    await wang.client.creators.merge({ loser: a, winner: b })
    await meet(team)
    const lists = await Promise.all(team.map(({ client }) => client.creators.list({})))
    expect(new Set(lists.map(({ rows }) => JSON.stringify(rows.map(({ id }) => id))))).toHaveProperty('size', 1)
    expect(lists[0]!.total).toBe(1)
    const item = await onlyItem(mei)
    expect(item).toMatchObject({ level: 'notice', kind: 'mergeCycle', entity: 'creators' })
    expect(new Set(item.candidates.map(({ person, value }) => `${person} ${String(value)}`))).toEqual(
      new Set(['Li b', 'Wang a']),
    )
    await mei.client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'keep', write: b } }] })
    await meet(team)
    for (const { client } of team) {
      expect((await client.creators.list({})).rows.map(({ handle }) => handle)).toEqual(['a'])
      expect((await client.inbox.list({ includeSeen: true })).total).toBe(0)
    }
  })
})

test('a shop that one deleted while another gave it a cost stays, with the reason, until it is brought back', async () => {
  const shop = await li.client.shops.add({ name: 'Glow', market: 'US', client: 'Lumora' })
  await meet(team)
  await li.client.shops.remove({ id: shop.id })
  const fields = { shopId: shop.id, kind: 'ads' as const, amount: 1, currency: 'USD', day: '2026-01-10' }
  await wang.client.costs.put({ fields })
  await meet(team)
  for (const { client } of team) expect(await client.shops.list({})).toMatchObject([{ id: shop.id, name: 'Glow' }])
  const item = await onlyItem(mei)
  expect(item).toMatchObject({
    level: 'notice',
    kind: 'keptParent',
    entity: 'shops',
    recordId: shop.id,
    field: 'costLines',
    shown: 1,
    candidates: [{ person: 'Li', shown: false }],
  })
  await mei.client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'both' } }] })
  await meet(team)
  for (const { client } of team) expect((await client.inbox.list({ includeSeen: true })).total).toBe(0)
  await li.client.shops.update({ id: shop.id, fields: { name: 'Glow US' } })
  await expectEqual([wang, mei])
})

describe('what colleagues did since one looked', () => {
  test('is told by person, and no more once it was looked at', async () => {
    const id = await addCreator(wang, 'a')
    await wang.client.creators.put({ id, fields: { phone: '1' } })
    await addCreator(mei, 'b')
    await meet(team)
    expect((await li.client.sync.brief({})).away).toBe(3)
    const { people } = await li.client.sync.away({})
    expect(new Set(people.map(({ person, steps }) => `${person} ${steps}`))).toEqual(new Set(['Wang 2', 'Mei 1']))
    expect(people.find(({ person }) => person === 'Wang')).toMatchObject({
      entities: [{ entity: 'creators', created: 1, changed: 0, removed: 0 }],
      sample: [{ label: 'creators.update', subject: 'a' }, { label: 'creators.add' }],
    })
    await li.client.sync.caughtUp({})
    expect(await li.client.sync.away({})).toMatchObject({ people: [] })
    expect((await li.client.sync.brief({})).away).toBe(0)
  })
})
