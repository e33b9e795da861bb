import { beforeEach, describe, expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, give, meet } from '../support/colleagues'
import { exportFile, orderRow } from '../support/exports'
import { finish } from '../support/workspace'

const DAY = 86_400_000

let li: Colleague
let wang: Colleague
let team: readonly Colleague[]
beforeEach(async () => {
  team = await colleagues('Li', 'Wang')
  ;[li, wang] = team as [Colleague, Colleague]
})

const addCreator = async (who: Colleague, handle: string, fields: Record<string, string> = {}) =>
  String((await who.client.records.put({ entity: 'creators', fields: { handle, ...fields } })).id)

describe('taking back what a package brought', () => {
  test('gives the copy back as it was, for everybody', async () => {
    const id = await addCreator(li, 'a', { phone: '0', remark: 'x' })
    const gone = await addCreator(li, 'gone')
    await meet(team)
    const { digest } = await li.client.sync.status({})
    await wang.client.creators.put({ id, fields: { phone: '1', remark: 'y' } })
    await wang.client.records.remove({ entity: 'creators', id: gone })
    await addCreator(wang, 'new')
    const { arrival } = await give(wang, li)
    expect(await li.client.sync.arrivals({})).toMatchObject([{ id: arrival, person: 'Wang', changes: 3, kind: 'file' }])
    const { result } = await finish(li.client.sync.undoArrival({ arrival: arrival! }))
    expect(result.left).toBe(0)
    expect((await li.client.sync.status({})).digest).toBe(digest)
    await meet(team)
    expect(await digestsOf(team)).toHaveProperty('size', 1)
    expect((await wang.client.sync.status({})).digest).toBe(digest)
    await li.client.history.undo({})
    expect(await li.client.creators.get({ id })).toMatchObject({ phone: '1', remark: 'y' })
  })

  test('leaves alone what somebody has changed since', async () => {
    const id = await addCreator(li, 'a', { phone: '0', email: 'old' })
    await meet(team)
    await wang.client.creators.put({ id, fields: { phone: '1', email: 'new' } })
    const fresh = await addCreator(wang, 'fresh')
    const { arrival } = await give(wang, li)
    await li.client.creators.put({ id, fields: { phone: '2' } })
    await li.client.creators.put({ id: fresh, fields: { phone: '3' } })
    const { result } = await finish(li.client.sync.undoArrival({ arrival: arrival! }))
    expect(result).toEqual({ undone: 1, left: 2 })
    expect(await li.client.creators.get({ id })).toMatchObject({ phone: '2', email: 'old' })
    expect(await li.client.creators.get({ id: fresh })).toMatchObject({ phone: '3' })
  })

  test('ends a question in favour of what was shown before', async () => {
    const id = await addCreator(li, 'a', { phone: '0' })
    await meet(team)
    await li.client.creators.put({ id, fields: { phone: '111' } })
    wang.clock.now += DAY
    await wang.client.creators.put({ id, fields: { phone: '222' } })
    const { arrival } = await give(wang, li)
    expect(await li.client.creators.get({ id })).toMatchObject({ phone: '222' })
    await finish(li.client.sync.undoArrival({ arrival: arrival! }))
    expect(await li.client.creators.get({ id })).toMatchObject({ phone: '111' })
    expect((await li.client.inbox.list({})).total).toBe(0)
  })
})

test('an imported file that came with a package goes with it, for everybody', async () => {
  const shop = await li.client.shops.add({ name: 'Glow', market: 'US' })
  await meet(team)
  const file = await exportFile([orderRow({ orderId: '577012345678901001', creator: 'ana', payment: 1000 })])
  await finish(li.client.imports.run({ path: file, shopId: shop.id }))
  const gmv = async ({ client }: Colleague) => (await client.roi.summary({})).now.gmv
  const { arrival, facts } = await give(li, wang)
  expect([facts, await gmv(wang)]).toEqual([1, 1000])
  await finish(wang.client.sync.undoArrival({ arrival: arrival! }))
  expect(await gmv(wang)).toBe(0)
  await meet(team)
  expect([await gmv(li), await gmv(wang)]).toEqual([0, 0])
  expect(await digestsOf(team)).toHaveProperty('size', 1)
  for (const { client } of team) expect((await finish(client.workspace.verify({}))).result.ok).toBe(true)
})
