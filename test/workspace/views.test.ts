import { describe, expect, test } from 'vitest'

import { PLAIN_VIEW } from '../../shared/domain/list-views'
import type { ViewBody } from '../../shared/domain/lists'
import { colleagues, digestsOf, meet, onlyItem, writeOf } from '../support/colleagues'
import { newWorkspace } from '../support/workspace'

const US: ViewBody = { ...PLAIN_VIEW, filters: [{ field: 'market', op: 'anyOf', values: ['US'] }] }
const names = (views: readonly { readonly name: string }[]): string[] => views.map(({ name }) => name)

describe('saved views', () => {
  test('keep what the list showed, in the order people gave them', async () => {
    const { client } = await newWorkspace()
    const first = await client.views.add({ list: 'shops', name: '美国店', body: US })
    const second = await client.views.add({ list: 'shops', name: 'All of them', body: PLAIN_VIEW })
    await client.views.add({ list: 'costs', name: 'Fees', body: PLAIN_VIEW })
    expect(first).toMatchObject({ owner: 'Lin', mine: true, shared: false, body: US })
    expect(names(await client.views.list({ list: 'shops' }))).toEqual(['美国店', 'All of them'])
    await client.views.reorder({ list: 'shops', ids: [second.id, first.id] })
    expect(names(await client.views.list({ list: 'shops' }))).toEqual(['All of them', '美国店'])
    expect(names(await client.views.list({}))).toHaveLength(3)
  })

  test('are renamed, changed and removed, each as a step that can be undone', async () => {
    const { client } = await newWorkspace()
    const { id } = await client.views.add({ list: 'shops', name: 'US', body: US })
    await client.views.update({ id, name: 'United States' })
    await client.views.update({ id, body: PLAIN_VIEW })
    await client.views.remove({ id })
    expect(await client.views.list({})).toEqual([])
    await client.history.undo({})
    expect(await client.views.list({})).toMatchObject([{ name: 'United States', body: PLAIN_VIEW }])
    await client.history.undo({})
    expect(await client.views.list({})).toMatchObject([{ name: 'United States', body: US }])
    await client.history.undo({})
    expect(await client.views.list({})).toMatchObject([{ name: 'US', body: US }])
  })

  test('that a newer program wrote are listed without what this one cannot show', async () => {
    const { client } = await newWorkspace()
    const { id } = await client.views.add({ list: 'shops', name: 'US', body: US })
    await client.records.put({ entity: 'views', id, fields: { body: '{"filters":"soon different"}' } })
    expect(await client.views.list({})).toMatchObject([{ id, name: 'US', body: null }])
  })

  test('of a name that is blank are refused', async () => {
    const { client } = await newWorkspace()
    await expect(client.views.add({ list: 'shops', name: '  ', body: US })).rejects.toMatchObject({
      code: 'input.invalid',
    })
  })
})

describe('between colleagues', () => {
  test('personal views are listed for their owner alone, shared ones for everybody', async () => {
    const team = await colleagues('Li', 'Wang')
    const [li, wang] = team as [(typeof team)[0], (typeof team)[0]]
    const own = await li.client.views.add({ list: 'shops', name: 'mine', body: US })
    await li.client.views.add({ list: 'shops', name: 'ours', shared: true, body: US })
    await meet(team)
    expect(names(await li.client.views.list({}))).toEqual(['mine', 'ours'])
    expect(await wang.client.views.list({})).toMatchObject([{ name: 'ours', owner: 'Li', mine: false }])
    await expect(wang.client.views.update({ id: own.id, name: 'x' })).rejects.toMatchObject({
      code: 'record.notFound',
    })
    await expect(wang.client.views.remove({ id: own.id })).rejects.toMatchObject({ code: 'record.notFound' })
  })

  test('everybody may change a shared view, but only its owner takes it back', async () => {
    const team = await colleagues('Li', 'Wang')
    const [li, wang] = team as [(typeof team)[0], (typeof team)[0]]
    const { id } = await li.client.views.add({ list: 'shops', name: 'ours', shared: true, body: US })
    await meet(team)
    await expect(wang.client.views.update({ id, shared: false })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'shared', reason: 'notYours' },
    })
    await wang.client.views.update({ id, name: 'ours, renamed' })
    await meet(team)
    expect(names(await li.client.views.list({}))).toEqual(['ours, renamed'])
    await li.client.views.update({ id, shared: false })
    await meet(team)
    expect(await wang.client.views.list({})).toEqual([])
    expect(await li.client.views.list({})).toMatchObject([{ shared: false }])
  })

  test('what one renamed and another changed holds both; two different changes are asked about', async () => {
    const team = await colleagues('Li', 'Wang')
    const [li, wang] = team as [(typeof team)[0], (typeof team)[0]]
    const { id } = await li.client.views.add({ list: 'shops', name: 'US', shared: true, body: US })
    await meet(team)
    await li.client.views.update({ id, name: 'America' })
    await wang.client.views.update({ id, body: { ...US, group: 'client' } })
    await meet(team)
    for (const { client } of team) {
      expect(await client.views.list({})).toMatchObject([{ name: 'America', body: { group: 'client' } }])
    }
    await li.client.views.update({ id, name: 'USA' })
    await wang.client.views.update({ id, name: 'US shops' })
    await meet(team)
    expect(await digestsOf(team)).toHaveProperty('size', 1)
    const item = await onlyItem(li)
    expect(item).toMatchObject({ entity: 'views', recordId: id, field: 'name', base: 'America' })
    const choice = { how: 'keep', write: writeOf(item, 'US shops') } as const
    await li.client.inbox.decide({ decisions: [{ item: item.id, choice }] })
    await meet(team)
    for (const { client } of team) expect(names(await client.views.list({}))).toEqual(['US shops'])
  })
})
