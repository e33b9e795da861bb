/** Two creators made one and taken apart: values chosen, values restored, colleagues who do it at once. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { colleagues, digestsOf, meet } from '../support/colleagues'
import { newWorkspace, type TestWorkspace } from '../support/workspace'

type Who = Pick<TestWorkspace, 'client'>

async function addCreator({ client }: Who, handle: string, fields: Record<string, string | boolean> = {}) {
  return String((await client.records.put({ entity: 'creators', fields: { handle, ...fields } })).id)
}

const recordOf = ({ client }: Who, id: string) => client.records.get({ entity: 'creators', id })
const digestOf = async ({ client }: Who) => (await client.sync.status({})).digest

describe('a merge', () => {
  test('takes one value, the other, or both, as was chosen field by field', async () => {
    const who = await newWorkspace()
    const linh = await addCreator(who, 'linh', { phone: '555', tags: '["skin","hair"]', remark: 'kind', bank: 'A1' })
    const old = await addCreator(who, 'linh.old', { phone: '777', tags: '["hair","live"]', remark: 'slow', bank: 'B2' })
    await who.client.creators.merge({ loser: old, winner: linh, take: ['bank'], both: ['tags', 'remark'] })
    expect(await recordOf(who, linh)).toMatchObject({
      phone: '555',
      bank: 'B2',
      tags: '["skin","hair","live"]',
      remark: 'kind\nslow',
    })
    expect(await recordOf(who, old)).toMatchObject({ phone: '777', remark: 'slow' })
  })

  test('shows what either knows of a shop: the first one’s fields, its blanks filled by the other’s', async () => {
    const who = await newWorkspace()
    const linh = await addCreator(who, 'linh')
    const old = await addCreator(who, 'linh.old')
    const shop = await who.client.shops.add({
      name: 'US-1',
      market: 'US',
      currency: 'USD',
      timezone: 'America/Los_Angeles',
    })
    const put = (creatorId: string, fields: Record<string, string | number>) =>
      who.client.records.put({ entity: 'shopCreators', fields: { shopId: shop.id, creatorId, ...fields } })
    await put(linh, { owner: 'Li', rate: 1500 })
    await put(old, { owner: 'Wang', stage: 'talking', stageSince: 5 })
    await who.client.creators.merge({ loser: old, winner: linh })
    expect((await who.client.creators.get({ id: linh })).relations).toMatchObject([
      { shopId: shop.id, owner: 'Li', rate: 1500, stage: 'talking', stageSince: 5 },
    ])
    await who.client.creators.unmerge({ loser: old })
    expect((await who.client.creators.get({ id: linh })).relations).toMatchObject([{ owner: 'Li', stage: null }])
    await who.client.creators.merge({ loser: old, winner: linh, takeShops: [shop.id] })
    expect((await who.client.creators.get({ id: linh })).relations).toMatchObject([{ owner: 'Wang', rate: 1500 }])
    await who.client.creators.unmerge({ loser: old })
    expect((await who.client.creators.get({ id: linh })).relations).toMatchObject([{ owner: 'Li', rate: 1500 }])
  })
})

describe('taking a merge back', () => {
  test('restores both records to the digest they had, work in between aside', async () => {
    const who = await newWorkspace()
    const linh = await addCreator(who, 'linh', { phone: '555', email: 'a@x.example' })
    const old = await addCreator(who, 'linh.old', { phone: '777', email: 'b@x.example', category: 'skin' })
    const before = await digestOf(who)
    await who.client.creators.merge({ loser: old, winner: linh, take: ['phone', 'email', 'category'] })
    expect(await who.client.creators.unmerge({ loser: old })).toEqual({ restored: 3, kept: 0 })
    expect(await digestOf(who)).toBe(before)

    await who.client.creators.merge({ loser: old, winner: linh, take: ['phone', 'email', 'category'] })
    await who.client.creators.put({ id: linh, fields: { email: 'new@x.example', displayName: 'Linh' } })
    expect(await who.client.creators.unmerge({ loser: old })).toEqual({ restored: 2, kept: 1 })
    expect(await recordOf(who, linh)).toMatchObject({
      phone: '555',
      email: 'new@x.example',
      category: null,
      displayName: 'Linh',
    })
    expect(await recordOf(who, old)).toMatchObject({ phone: '777', email: 'b@x.example', category: 'skin' })
  })

  test('works at a colleague’s who did not merge them, and is the same for everybody', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    const linh = await addCreator(li!, 'linh', { phone: '555' })
    const old = await addCreator(li!, 'linh.old', { phone: '777' })
    await meet([li!, wang!])
    const before = await digestOf(li!)
    await li!.client.creators.merge({ loser: old, winner: linh, take: ['phone'] })
    await meet([li!, wang!])
    await wang!.client.creators.unmerge({ loser: old })
    await meet([li!, wang!])
    expect(await digestsOf([li!, wang!])).toEqual(new Set([before]))
  })

  test('of one link of a chain leaves the other link', async () => {
    const who = await newWorkspace()
    const [a, b, c] = [
      await addCreator(who, 'a', { phone: '1' }),
      await addCreator(who, 'b'),
      await addCreator(who, 'c'),
    ]
    await who.client.creators.merge({ loser: a, winner: b, take: ['phone'] })
    await who.client.creators.merge({ loser: b, winner: c, take: ['phone'] })
    expect(await recordOf(who, c)).toMatchObject({ phone: '1' })
    await who.client.creators.unmerge({ loser: b })
    expect(await recordOf(who, c)).toMatchObject({ phone: null })
    expect((await who.client.creators.get({ id: b })).merged.map(({ handle }) => handle)).toEqual(['a'])
    expect(await recordOf(who, b)).toMatchObject({ phone: '1' })
  })
})

test('two colleagues who merge two creators the opposite way are told, and one decision restores what the other merge wrote', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const a = await addCreator(li!, 'ana', { phone: '1', category: 'skin' })
  const b = await addCreator(li!, 'ana_2', { phone: '2', category: 'hair' })
  await meet([li!, wang!])
  await li!.client.creators.merge({ loser: a, winner: b, take: ['category'] })
  await wang!.client.creators.merge({ loser: b, winner: a, take: ['phone'] })
  await meet([li!, wang!])
  for (const who of [li!, wang!]) {
    const { items } = await who.client.inbox.list({ includeSeen: true })
    expect(items).toMatchObject([{ kind: 'mergeCycle', level: 'notice' }])
    expect((await who.client.creators.list({})).rows).toHaveLength(1)
  }
  const [item] = (await li!.client.inbox.list({ includeSeen: true })).items
  await li!.client.inbox.decide({ decisions: [{ item: item!.id, choice: { how: 'keep', write: a } }] })
  await meet([li!, wang!])
  for (const who of [li!, wang!]) {
    expect((await who.client.inbox.list({ includeSeen: true })).items).toEqual([])
    // Li's merge stands: b is the person, with the category of a; Wang's merge had put the phone of b into a.
    expect((await who.client.creators.list({})).rows).toMatchObject([{ id: b }])
    expect(await recordOf(who, b)).toMatchObject({ phone: '2', category: 'skin' })
    expect(await recordOf(who, a)).toMatchObject({ phone: '1', category: 'skin' })
  }
  expect((await digestsOf([li!, wang!])).size).toBe(1)
})

test('whatever is merged and taken apart again in any order, the digest is what it was', async () => {
  const seed = process.env['CI'] ? 7 : Date.now() % 1_000_000
  const who = await newWorkspace()
  const ids: string[] = []
  for (const n of [0, 1, 2, 3, 4])
    ids.push(
      await addCreator(who, `creator${n}`, { phone: `${n}`, tags: `["t${n}"]`, ...(n % 2 === 0 && { starred: true }) }),
    )
  const before = await digestOf(who)
  const merge = fc.record({
    loser: fc.nat(4),
    winner: fc.nat(4),
    take: fc.subarray(['phone', 'starred', 'category'] as const),
    both: fc.subarray(['tags'] as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(merge, { maxLength: 6 }), async (merges) => {
      for (const { loser, winner, take, both } of merges) {
        const order = { loser: ids[loser]!, winner: ids[winner]!, take, both }
        // Into themselves is refused: nothing happens.
        const refusal = await who.client.creators.merge(order).then(
          () => null,
          ({ code }: { readonly code: string }) => code,
        )
        expect([null, 'record.invalid']).toContain(refusal)
      }
      // The last one first, as undoing does: each restores what the one before it had written.
      for (;;) {
        const { rows } = await who.client.records.list({ entity: 'aliases' })
        if (rows.length === 0) break
        const newest = await newestMerge(
          who,
          rows.map(({ id }) => String(id)),
        )
        await who.client.creators.unmerge({ loser: newest })
      }
      expect(await digestOf(who)).toBe(before)
    }),
    { seed, numRuns: 25 },
  )
})

/** The merge whose step is the latest. */
async function newestMerge({ client }: Who, losers: readonly string[]): Promise<string> {
  const at = await Promise.all(
    losers.map(async (id) => ({ id, at: (await client.history.ofRecord({ entity: 'aliases', id }))[0]?.at ?? 0 })),
  )
  return at.toSorted((x, y) => y.at - x.at)[0]!.id
}
