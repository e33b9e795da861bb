import { beforeEach, describe, expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, give, inboxOf, meet, onlyItem, writeOf } from '../support/colleagues'

let li: Colleague
let wang: Colleague
let mei: Colleague
let team: readonly Colleague[]
beforeEach(async () => {
  ;[li, wang, mei] = (await colleagues('Li', 'Wang', 'Mei')) as [Colleague, Colleague, Colleague]
  team = [li, wang, mei]
})

/** A creator that everybody has. */
async function knownCreator(fields: Record<string, string> = {}): Promise<string> {
  const { id } = await li.client.records.put({ entity: 'creators', fields: { handle: 'linh', ...fields } })
  await meet(team)
  return String(id)
}

const edit = (who: Colleague, id: string, fields: Record<string, string | null>) =>
  who.client.creators.put({ id, fields })

describe('two people gave one field different values', () => {
  test('everybody is asked the same, with who wrote what, when, and what both started from', async () => {
    const id = await knownCreator({ phone: '000' })
    await edit(li, id, { phone: '111' })
    await edit(wang, id, { phone: '222' })
    await meet(team)
    expect(await digestsOf(team)).toHaveProperty('size', 1)
    const item = await onlyItem(mei)
    expect(item).toMatchObject({
      level: 'decision',
      kind: 'values',
      entity: 'creators',
      recordId: id,
      title: 'linh',
      field: 'phone',
      fieldKind: 'text',
      base: '000',
      both: null,
      seen: false,
    })
    expect(new Set(item.candidates.map(({ value, person, self }) => `${value} ${person} ${self}`))).toEqual(
      new Set(['111 Li false', '222 Wang false']),
    )
    expect(item.candidates.filter(({ shown }) => shown).map(({ value }) => value)).toEqual([item.shown])
    expect(await inboxOf(li)).toEqual(await inboxOf(mei))
    expect(await inboxOf(wang)).toEqual(await inboxOf(mei))
    expect(await mei.client.inbox.marks({ entity: 'creators' })).toEqual([{ id, field: 'phone', level: 'decision' }])
  })

  test.each([
    ['the one that is shown', true],
    ['the one that is not shown', false],
  ])('one decision for %s clears it everywhere and can be undone', async (_which, shown) => {
    const id = await knownCreator({ phone: '000' })
    await edit(li, id, { phone: '111' })
    await edit(wang, id, { phone: '222' })
    await meet(team)
    const item = await onlyItem(mei)
    const kept = item.candidates.find((candidate) => candidate.shown === shown)!
    expect(
      await mei.client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'keep', write: kept.write } }] }),
    ).toEqual({ decided: 1 })
    await meet(team)
    for (const { client } of team) {
      expect((await client.inbox.list({ includeSeen: true })).items).toEqual([])
      expect(await client.creators.get({ id })).toMatchObject({ phone: kept.value })
    }
    expect(await digestsOf(team)).toHaveProperty('size', 1)
    expect((await mei.client.history.undo({})).label).toBe('inbox.decide')
  })

  test('another value, and an empty one, can be decided on', async () => {
    const id = await knownCreator({ phone: '000', email: 'a@x.example' })
    await edit(li, id, { phone: '111', email: 'b@x.example' })
    await edit(wang, id, { phone: '222', email: 'c@x.example' })
    await meet(team)
    const { items } = await li.client.inbox.list({ recordId: id })
    await li.client.inbox.decide({
      decisions: items.map(({ id: item, field }) => ({
        item,
        choice: { how: 'value' as const, value: field === 'phone' ? '333' : null },
      })),
    })
    expect(await li.client.creators.get({ id })).toMatchObject({ phone: '333', email: null })
    expect((await li.client.inbox.list({})).total).toBe(0)
  })

  test('an ordinary edit does not end the question unseen, a restored value does', async () => {
    const id = await knownCreator({ phone: '000' })
    await edit(li, id, { phone: '111' })
    await edit(wang, id, { phone: '222' })
    await meet(team)
    await expect(edit(mei, id, { phone: '333' })).rejects.toMatchObject({
      code: 'sync.undecided',
      data: { entity: 'creators', id, field: 'phone' },
    })
    await mei.client.sync.restoreField({ entity: 'creators', id, field: 'phone', value: '000' })
    expect((await mei.client.inbox.list({})).total).toBe(0)
    expect(await mei.client.creators.get({ id })).toMatchObject({ phone: '000' })
  })

  test('a decision on values that are no longer the ones in question is refused', async () => {
    const id = await knownCreator({ phone: '000' })
    await edit(li, id, { phone: '111' })
    await edit(wang, id, { phone: '222' })
    await give(wang, li)
    const item = await onlyItem(li)
    await edit(mei, id, { phone: '333' })
    await give(mei, li)
    const stale = { how: 'keep', write: writeOf(item, '111') } as const
    await expect(li.client.inbox.decide({ decisions: [{ item: item.id, choice: stale }] })).rejects.toMatchObject({
      code: 'sync.stale',
      data: { entity: 'creators', id, field: 'phone' },
    })
    expect((await onlyItem(li)).candidates).toHaveLength(3)
  })

  test('two decisions that differ are a new question', async () => {
    const id = await knownCreator({ phone: '000' })
    await edit(li, id, { phone: '111' })
    await edit(wang, id, { phone: '222' })
    await meet(team)
    const item = await onlyItem(mei)
    for (const [who, value] of [
      [li, '111'],
      [mei, '222'],
    ] as const) {
      await who.client.inbox.decide({
        decisions: [{ item: item.id, choice: { how: 'keep', write: writeOf(item, value) } }],
      })
    }
    await meet(team)
    const next = await onlyItem(wang)
    expect(next.id).not.toBe(item.id)
    expect(new Set(next.candidates.map(({ person, value }) => `${person} ${value}`))).toEqual(
      new Set(['Li 111', 'Mei 222']),
    )
  })
})

describe('two people changed one text', () => {
  const TEXT = 'likes mornings\nships from Hanoi\nno calls\n'

  test('where their changes do not touch, both are shown and nobody has to decide', async () => {
    const id = await knownCreator({ remark: TEXT })
    await edit(li, id, { remark: `${TEXT}prefers LIVE\n` })
    await edit(wang, id, { remark: TEXT.replace('likes mornings', 'likes evenings') })
    await meet(team)
    const both = 'likes evenings\nships from Hanoi\nno calls\nprefers LIVE\n'
    const item = await onlyItem(mei)
    expect(item).toMatchObject({ level: 'notice', kind: 'mergedText', base: TEXT, shown: both, both })
    expect((await mei.client.inbox.list({})).counts).toEqual({ notice: 1, decision: 0, hold: 0 })
    await mei.client.inbox.seen({ items: [item.id] })
    expect((await mei.client.inbox.list({})).items).toEqual([])
    expect((await mei.client.inbox.list({ includeSeen: true })).items).toMatchObject([{ id: item.id, seen: true }])
    expect((await li.client.inbox.list({})).total).toBe(1)
    await li.client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'both' } }] })
    expect(await li.client.creators.get({ id })).toMatchObject({ remark: both })
  })

  test('where they touch, people choose; both means one after the other', async () => {
    const id = await knownCreator({ remark: 'paid 10%' })
    await edit(li, id, { remark: 'paid 12%' })
    await edit(wang, id, { remark: 'paid 15%' })
    await meet(team)
    const item = await onlyItem(mei)
    expect(item).toMatchObject({ level: 'decision', kind: 'mergedText', base: 'paid 10%' })
    expect(String(item.both).split('\n').toSorted()).toEqual(['paid 12%', 'paid 15%'])
  })
})

test('differing tags are a mark and no question, and can be united', async () => {
  const id = await knownCreator()
  await li.client.creators.put({ id, fields: { tags: ['skin'] } })
  await wang.client.creators.put({ id, fields: { tags: ['hair'] } })
  await meet(team)
  expect((await mei.client.inbox.list({ includeSeen: true })).total).toBe(0)
  expect(await mei.client.inbox.marks({ entity: 'creators' })).toEqual([{ id, field: 'tags', level: 'quiet' }])
})

describe('a record that one deleted while another changed it', () => {
  test('stays, and both are told; it can be deleted after all', async () => {
    const id = await knownCreator({ phone: '000' })
    await li.client.records.remove({ entity: 'creators', id })
    await edit(wang, id, { phone: '222' })
    await meet(team)
    const item = await onlyItem(mei)
    expect(item).toMatchObject({ level: 'notice', kind: 'revived', entity: 'creators', recordId: id, shown: 'linh' })
    expect(item.candidates.map(({ person, shown }) => [person, shown])).toEqual([
      ['Li', false],
      ['Wang', true],
    ])
    expect(await inboxOf(li)).toEqual(await inboxOf(wang))
    const deletion = item.candidates.find(({ shown }) => !shown)!
    await mei.client.inbox.decide({
      decisions: [{ item: item.id, choice: { how: 'keep', write: deletion.write } }],
    })
    await meet(team)
    for (const { client } of team) {
      expect((await client.creators.list({})).total).toBe(0)
      expect((await client.inbox.list({ includeSeen: true })).total).toBe(0)
    }
  })

  test('needs no word once somebody says that it is to stay', async () => {
    const id = await knownCreator({ phone: '000' })
    await li.client.records.remove({ entity: 'creators', id })
    await edit(wang, id, { phone: '222' })
    await meet(team)
    const item = await onlyItem(li)
    await li.client.inbox.decide({
      decisions: [{ item: item.id, choice: { how: 'keep', write: item.candidates.find(({ shown }) => shown)!.write } }],
    })
    await meet(team)
    for (const { client } of team) {
      expect((await client.inbox.list({ includeSeen: true })).total).toBe(0)
      expect((await client.creators.list({})).total).toBe(1)
    }
  })

  test('deleting and undoing it oneself is nothing to tell', async () => {
    const id = await knownCreator()
    await wang.client.records.remove({ entity: 'creators', id })
    await meet(team)
    await wang.client.history.undo({})
    await meet(team)
    for (const { client } of team) expect((await client.inbox.list({ includeSeen: true })).total).toBe(0)
  })
})
