import { beforeEach, describe, expect, test } from 'vitest'

import { newWorkspace, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await newWorkspace()
})

async function addCreator(handle: string, fields: Record<string, string> = {}): Promise<string> {
  const { id } = await workspace.client.records.put({ entity: 'creators', fields: { handle, ...fields } })
  return String(id)
}

const handles = async (input: { search?: string } = {}) =>
  (await workspace.client.creators.list(input)).rows.map(({ handle }) => handle)

test('a creator is read with what lists leave out, and edited field by field', async () => {
  const { client } = workspace
  const id = await addCreator('linh', { phone: '555' })
  await client.creators.put({ id, fields: { displayName: 'Linh', tags: ['skin', 'hair', 'skin'] } })
  expect(await client.creators.get({ id })).toMatchObject({
    handle: 'linh',
    displayName: 'Linh',
    phone: '555',
    email: null,
    tags: ['skin', 'hair'],
    merged: [],
  })
  await client.creators.put({ id, fields: { displayName: null } })
  expect(await client.creators.get({ id })).toMatchObject({ displayName: null, tags: ['skin', 'hair'] })
  await expect(client.creators.get({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })).rejects.toMatchObject({
    code: 'record.notFound',
  })
})

describe('two creators made one', () => {
  test('are one in the list, found by either name, with the values that were chosen', async () => {
    const { client } = workspace
    const linh = await addCreator('linh', { phone: '555', displayName: 'Linh' })
    const other = await addCreator('linh.beauty', { phone: '777', displayName: 'Linh Beauty', email: 'l@b.example' })
    await client.creators.merge({ loser: other, winner: linh, take: ['phone', 'email'] })
    expect(await handles()).toEqual(['linh'])
    expect((await client.records.list({ entity: 'creators' })).rows).toMatchObject([{ id: linh }])
    expect(await handles({ search: 'beauty' })).toEqual(['linh'])
    expect(await client.creators.get({ id: linh })).toMatchObject({
      phone: '777',
      email: 'l@b.example',
      displayName: 'Linh',
      merged: [{ id: other, handle: 'linh.beauty' }],
    })
  })

  test('are two again when the merge is taken back, by name or as a step', async () => {
    const { client } = workspace
    const linh = await addCreator('linh', { phone: '555' })
    const other = await addCreator('linh.beauty', { phone: '777' })
    await client.creators.merge({ loser: other, winner: linh, take: ['phone'] })
    await client.history.undo({})
    expect(await handles()).toEqual(['linh', 'linh.beauty'])
    expect(await client.creators.get({ id: linh })).toMatchObject({ phone: '555', merged: [] })
    await client.history.redo({})
    expect(await handles()).toEqual(['linh'])
    await client.creators.unmerge({ loser: other })
    expect(await handles()).toEqual(['linh', 'linh.beauty'])
    await expect(client.creators.unmerge({ loser: other })).rejects.toMatchObject({ code: 'record.notFound' })
  })

  test('go on to the end of a chain, and not into themselves', async () => {
    const { client } = workspace
    const [a, b, c] = [await addCreator('a'), await addCreator('b'), await addCreator('c')]
    await client.creators.merge({ loser: a, winner: b })
    await client.creators.merge({ loser: b, winner: c })
    expect(await handles()).toEqual(['c'])
    expect((await client.creators.get({ id: c })).merged.map(({ handle }) => handle).toSorted()).toEqual(['a', 'b'])
    await expect(client.creators.merge({ loser: c, winner: a })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { reason: 'sameRecord' },
    })
  })

  test('come back into the list when the one that stood for them is deleted', async () => {
    const { client } = workspace
    const [a, b] = [await addCreator('a'), await addCreator('b')]
    await client.creators.merge({ loser: a, winner: b })
    await client.records.remove({ entity: 'creators', id: b })
    expect(await handles()).toEqual(['a'])
  })
})
