/** Claims through the contract: a contact claims, the next person is warned, and what passes on passes on with a reason. */

import { expect, test } from 'vitest'

import { claimsLookup } from '../../electron/workspace/claiming/lookup'
import { type Colleague, colleagues, give } from '../support/colleagues'
import { type Client, newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000

async function addCreator(client: Client, handle: string): Promise<string> {
  const { id } = await client.records.put({ entity: 'creators', fields: { handle } })
  return String(id)
}

test('a message claims the creator for fourteen days, a later one prolongs the claim', async () => {
  const { client } = await newWorkspace()
  const linh = await addCreator(client, 'linh')
  const { claims } = await client.outreach.log({ creatorId: linh, kind: 'sent', channel: 'im', at: NOON })
  expect(claims.holder).toMatchObject({ owner: 'Lin', mine: true, until: NOON + 14 * DAY, lastContact: NOON })
  await client.outreach.log({ creatorId: linh, kind: 'call', at: NOON + 60_000 })
  const [after] = await client.claims.of({ creators: [linh] })
  expect(after?.holder).toMatchObject({ since: NOON, until: NOON + 60_000 + 14 * DAY, lastContact: NOON + 60_000 })
})

test('a note claims nobody', async () => {
  const { client } = await newWorkspace()
  const linh = await addCreator(client, 'linh')
  const { claims } = await client.outreach.log({ creatorId: linh, kind: 'note', text: 'likes yellow' })
  expect(claims).toEqual({ creatorId: linh, holder: null, others: [] })
})

test('a contact and its claim are one step', async () => {
  const { client } = await newWorkspace()
  const linh = await addCreator(client, 'linh')
  await client.outreach.log({ creatorId: linh, kind: 'sent' })
  await client.history.undo({})
  expect((await client.records.list({ entity: 'touches' })).rows).toEqual([])
  expect((await client.claims.of({ creators: [linh] }))[0]?.holder).toBeNull()
})

test('two colleagues, one exchange: the second is warned before the second message', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const linh = await addCreator(li.client, 'linh')
  await li.client.outreach.log({ creatorId: linh, kind: 'sent', at: NOON })
  await give(li, wang)
  const [seen] = await wang.client.claims.of({ creators: [linh] })
  expect(seen?.holder).toMatchObject({ owner: 'Li', mine: false, until: NOON + 14 * DAY, lastContact: NOON })
  await expect(wang.client.outreach.log({ creatorId: linh, kind: 'sent' })).rejects.toMatchObject({
    code: 'claim.held',
    data: { owner: 'Li', until: NOON + 14 * DAY, lastContact: NOON, elsewhere: false },
  })
  // Nothing of the refused contact is left.
  expect((await wang.client.records.list({ entity: 'touches' })).rows).toHaveLength(1)
  // What the creator says may be written down by anybody, and takes nothing from the holder.
  const { claims } = await wang.client.outreach.log({ creatorId: linh, kind: 'replied' })
  expect(claims.holder?.owner).toBe('Li')
})

test('with a reason the claim passes on, at everybody’s', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const linh = await addCreator(li.client, 'linh')
  await li.client.outreach.log({ creatorId: linh, kind: 'sent' })
  await give(li, wang)
  const { claims } = await wang.client.outreach.log({
    creatorId: linh,
    kind: 'sent',
    override: { reason: 'she wrote to me' },
  })
  expect(claims.holder).toMatchObject({ owner: 'Wang', reason: 'she wrote to me' })
  await give(wang, li)
  const [seen] = await li.client.claims.of({ creators: [linh] })
  expect(seen).toMatchObject({ holder: { owner: 'Wang', mine: false }, others: [] })
  await expect(li.client.outreach.log({ creatorId: linh, kind: 'sent' })).rejects.toMatchObject({ code: 'claim.held' })
})

test('two who wrote while apart keep both claims, and the first is the holder at both', async () => {
  const [li, wang] = (await colleagues('Li', 'Wang')) as [Colleague, Colleague]
  const linh = await addCreator(li.client, 'linh')
  await give(li, wang)
  await wang.client.outreach.log({ creatorId: linh, kind: 'sent', at: NOON + 2000 })
  await li.client.outreach.log({ creatorId: linh, kind: 'sent', at: NOON + 1000 })
  await give(li, wang)
  await give(wang, li)
  for (const { client } of [li, wang]) {
    const [seen] = await client.claims.of({ creators: [linh] })
    expect(seen?.holder?.owner).toBe('Li')
    expect(seen?.others.map(({ owner }) => owner)).toEqual(['Wang'])
  }
})

test('a claim lapses by itself, or is released', async () => {
  const { client, clock, context } = await newWorkspace()
  const linh = await addCreator(client, 'linh')
  const mei = await addCreator(client, 'mei')
  await client.claims.claim({ creatorId: linh })
  await client.claims.claim({ creatorId: mei })
  expect((await client.claims.release({ creatorId: mei, reason: 'not our market' })).holder).toBeNull()
  const { db } = context.host.current().workspace
  expect([...claimsLookup(db, clock.now).keys()]).toEqual([linh])
  clock.now += 14 * DAY
  expect(claimsLookup(db, clock.now).size).toBe(0)
  expect((await client.claims.of({ creators: [linh] }))[0]?.holder).toBeNull()
})

test('a claim holds under every name of one person', async () => {
  const { client, context } = await newWorkspace()
  const old = await addCreator(client, 'old_name')
  const now = await addCreator(client, 'new_name')
  await client.claims.claim({ creatorId: old })
  await client.creators.merge({ loser: old, winner: now })
  const seen = await client.claims.of({ creators: [now, old] })
  expect(seen.map(({ holder }) => holder?.owner)).toEqual(['Lin', 'Lin'])
  const { db, now: time } = context.host.current().workspace
  expect([...claimsLookup(db, time()).keys()]).toEqual([now])
})

test('a claim names neither the creator nor the shop', async () => {
  const { client } = await newWorkspace()
  const shop = await client.shops.add({ name: 'Lotus', market: 'US' })
  const linh = await addCreator(client, 'linh')
  await client.outreach.log({ creatorId: linh, shopId: shop.id, kind: 'sent' })
  const { rows } = await client.records.list({ entity: 'claims' })
  expect(rows).toHaveLength(1)
  expect(rows[0]?.subject).toMatch(/^[0-9a-f]{32}$/u)
  const text = JSON.stringify(rows)
  for (const word of ['linh', 'Lotus', linh, shop.id]) expect(text).not.toContain(word)
})
