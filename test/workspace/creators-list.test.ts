import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'

import { openCreatorsIndex } from '../../electron/workspace/creators-index/creators-index'
import type { Person } from '../../electron/workspace/creators-index/person'
import { creatorId } from '../../db/capture/derived'
import type { CreatorQuery } from '../../shared/contract/creators-list'
import { sellerLine } from '../support/exports'
import { sellerText, type ShopWorkspace, shopWorkspace } from '../support/imports'
import { newWorkspace, NOON, type TestWorkspace } from '../support/workspace'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await newWorkspace()
})

const add = (creators: readonly { handle: string; displayName?: string; market?: string; sameAs?: string }[]) =>
  workspace.client.creators.add({ creators: [...creators] })
const found = async (query: CreatorQuery = {}) =>
  (await workspace.client.creators.list(query)).rows.map(({ handle }) => handle)
const search = (text: string) => found({ search: text })

describe('a search', () => {
  beforeEach(async () => {
    await add([
      { handle: 'mia.glow', displayName: '小美' },
      { handle: 'cq.food', displayName: '重庆小面' },
      { handle: 'lv.yoga', displayName: '绿女孩' },
      { handle: 'linh_daily', displayName: 'Nguyễn Đào' },
      { handle: 'som.th', displayName: 'มินนี่ รีวิว' },
      { handle: 'hana', displayName: '花子 beauty' },
    ])
    await workspace.client.creators.put({
      id: creatorId('hana'),
      fields: { tags: ['护肤', 'VIP'], remark: '微信 hana88', platformId: '7400012345' },
    })
  })

  test.each([
    ['小', ['cq.food', 'mia.glow']],
    ['小美', ['mia.glow']],
    ['xiaomei', ['mia.glow']],
    ['xm', ['cq.food', 'mia.glow']],
    ['chongqing', ['cq.food']],
    ['lvnv', ['lv.yoga']],
    ['nguyen', ['linh_daily']],
    ['NGUYỄN dao', ['linh_daily']],
    ['đào', ['linh_daily']],
    ['นี่', ['som.th']],
    ['รีวิว', ['som.th']],
    ['ＧＬＯＷ', ['mia.glow']],
    ['@Mia.Glow', ['mia.glow']],
    ['https://www.tiktok.com/@mia.glow?lang=en', ['mia.glow']],
    ['beauty 花', ['hana']],
    ['hufu', ['hana']],
    ['vip', ['hana']],
    ['hana88', ['hana']],
    ['12345', ['hana']],
    ['glow beauty', []],
  ])('for %s finds %j', async (text, handles) => {
    expect(await search(text)).toEqual(handles)
  })

  test('finds a creator by the handle and the name of the other one that they are', async () => {
    await add([{ handle: 'old.name', displayName: '老名字', sameAs: creatorId('hana') }])
    expect(await search('old.name')).toEqual(['hana'])
    expect(await search('laomingzi')).toEqual(['hana'])
    expect((await workspace.client.creators.list({ search: 'hana' })).rows[0]?.otherNames).toEqual(['old.name'])
  })
})

describe('a list', () => {
  const ids = { a: creatorId('a'), b: creatorId('b'), c: creatorId('c') }
  let shopId = ''
  beforeEach(async () => {
    await add([
      { handle: 'a', market: 'US' },
      { handle: 'b', market: 'TH' },
      { handle: 'c', market: 'US' },
    ])
    shopId = (await workspace.client.shops.add({ name: 'US-1', market: 'US' })).id
    const put = (creator: string, fields: Record<string, string | number>) =>
      workspace.client.records.put({ entity: 'shopCreators', fields: { shopId, creatorId: creator, ...fields } })
    await put(ids.a, { stage: 'contacted', owner: 'Mei', rate: 1200 })
    await put(ids.b, { owner: 'Bo' })
  })

  test('shows the stage, owner and rate of the shop in view, and the stages of all shops without one', async () => {
    const one = (await workspace.client.creators.list({ shopId })).rows
    expect(one.map(({ work }) => work && [work.stage, work.owner, work.rate])).toEqual([
      ['contacted', 'Mei', 1200],
      [null, 'Bo', null],
      null,
    ])
    const all = (await workspace.client.creators.list({})).rows
    expect(all.map(({ work, stages }) => [work, stages])).toEqual([
      [null, [{ shopId, stage: 'contacted' }]],
      [null, []],
      [null, []],
    ])
  })

  test('is filtered, sorted with what is not known last both ways, and grouped with exact counts', async () => {
    expect(await found({ filters: [{ field: 'market', op: 'anyOf', values: ['US'] }] })).toEqual(['a', 'c'])
    expect(await found({ shopId, filters: [{ field: 'rate', op: 'atLeast', values: [1000] }] })).toEqual(['a'])
    expect(await found({ shopId, sort: [{ field: 'owner' }] })).toEqual(['b', 'a', 'c'])
    expect(await found({ shopId, sort: [{ field: 'owner', descending: true }] })).toEqual(['a', 'b', 'c'])
    const grouped = { group: 'market', sort: [{ field: 'handle', descending: true }] }
    expect(await found(grouped)).toEqual(['b', 'c', 'a'])
    expect((await workspace.client.creators.groups(grouped)).groups).toEqual([
      { value: 'TH', count: 1, first: 0 },
      { value: 'US', count: 2, first: 1 },
    ])
    expect((await workspace.client.creators.counts({ fields: ['market'] })).fields['market']).toEqual([
      { value: 'US', count: 2 },
      { value: 'TH', count: 1 },
    ])
    expect((await workspace.client.creators.ids({ sort: [{ field: 'handle', descending: true }] })).ids).toEqual([
      ids.c,
      ids.b,
      ids.a,
    ])
  })

  test('names fields that went away, and leaves their conditions out', async () => {
    const filters = [{ field: 'gone', op: 'empty' as const }]
    expect(await workspace.client.creators.list({ filters, sort: [{ field: 'lost' }] })).toMatchObject({
      total: 3,
      left: ['gone', 'lost'],
    })
  })

  test('shows the last contact, and the newest figure of each kind with its source', async () => {
    const { records } = workspace.client
    await records.put({ entity: 'touches', fields: { creatorId: ids.a, at: NOON - 2, kind: 'sent', person: 'Mei' } })
    await records.put({ entity: 'touches', fields: { creatorId: ids.a, at: NOON - 1, kind: 'replied', person: 'Bo' } })
    const [first] = (await workspace.client.creators.list({})).rows
    expect(first?.lastContact).toEqual({ at: NOON - 1, kind: 'replied', person: 'Bo', shopId: null })
  })
})

const orderOf = (creator: string, n: number) =>
  sellerLine({ 'Creator Username': creator, 'Order ID': `5770000000000000${String(n).padStart(2, '0')}` })

describe('pasted handles', () => {
  const inspect = async (text: string) =>
    (await workspace.client.creators.inspect({ text })).rows.map(({ handle, outcome, of, otherMarket }) => [
      handle,
      outcome,
      of?.handle ?? null,
      otherMarket,
    ])

  test('are told apart: new, known, another name of somebody, named twice, in another market', async () => {
    await add([{ handle: 'mia', market: 'US' }, { handle: 'zoe' }, { handle: 'zoe.old', sameAs: creatorId('zoe') }])
    expect(await inspect('@Mia, TH\nzoe.old\nkai US\nkai UK\nzoe.new = zoe\nann = nobody\n小美')).toEqual([
      ['mia', 'known', null, 'US'],
      ['zoe.old', 'otherName', 'zoe', null],
      ['kai', 'new', null, null],
      ['kai', 'repeated', null, 'US'],
      ['zoe.new', 'otherName', 'zoe', null],
      ['ann', 'new', null, null],
      [null, 'unreadable', null, null],
    ])
    expect(await found()).toEqual(['mia', 'zoe'])
  })

  test('are added as one step, known ones keep what is known of them, and undo takes all of it back', async () => {
    await add([{ handle: 'mia', displayName: 'Mia', market: 'US' }])
    const creators = [
      { handle: '@MIA', displayName: 'Other', market: 'TH' },
      { handle: 'kai', market: 'TH' },
    ]
    const done = await workspace.client.creators.add({ creators, tags: ['trade fair'] })
    expect(done).toEqual({ added: 1, known: 1, otherNames: 0, ids: [creatorId('mia'), creatorId('kai')] })
    const shown = async () =>
      (await workspace.client.creators.list({})).rows.map(({ handle, displayName, market, tags }) => [
        handle,
        displayName,
        market,
        tags,
      ])
    expect(await shown()).toEqual([
      ['kai', null, 'TH', ['trade fair']],
      ['mia', 'Mia', 'US', ['trade fair']],
    ])
    await workspace.client.history.undo({})
    expect(await shown()).toEqual([['mia', 'Mia', 'US', []]])
  })
})

describe('own results', () => {
  test('come with the imported lines; a role that may not see margins neither sees nor sorts by them', async () => {
    const shop = await shopWorkspace()
    const { client, context } = shop
    await shop.run(shop.write(sellerText([orderOf('mia', 1), orderOf('zoe', 2)])))
    const sorted = await client.creators.list({ sort: [{ field: 'ownGmv', descending: true }] })
    expect(sorted.rows.map(({ handle, results }) => [handle, results?.orders])).toEqual([
      ['mia', 1],
      ['zoe', 1],
    ])
    expect(sorted.rows[0]?.results?.contribution).not.toBeNull()
    context.me.rename({ person: 'Boss', computer: 'desk' })
    await client.people.put({ name: 'Lin', role: 'bd' })
    context.me.rename({ person: 'Lin', computer: 'desk' })
    const masked = await client.creators.list({ sort: [{ field: 'contribution' }] })
    expect(masked.left).toEqual(['contribution'])
    expect(masked.rows.map(({ results }) => results?.contribution)).toEqual([null, null])
  })
})

const HANDLES = ['ana', 'bo', 'chi', 'dao', 'eve']
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({
    do: fc.constant('edit' as const),
    handle: fc.constantFrom(...HANDLES),
    displayName: fc.constantFrom('小美', 'Mia', 'Zoë'),
  }),
  fc.record({
    do: fc.constant('merge' as const),
    handle: fc.constantFrom(...HANDLES),
    winner: fc.constantFrom(...HANDLES),
  }),
  fc.record({ do: fc.constant('touch' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({ do: fc.constant('task' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({ do: fc.constant('work' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({ do: fc.constant('remove' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('import' as const), handle: fc.constantFrom(...HANDLES) }),
  fc.record({ do: fc.constant('ask' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take({ client, shop, ...files }: ShopWorkspace, one: Step, n: number): Promise<void> {
  const id = 'handle' in one ? creatorId(one.handle) : ''
  switch (one.do) {
    case 'add':
      return void (await client.creators.add({ creators: [{ handle: one.handle }] }))
    case 'edit':
      return void (await client.creators.put({ id, fields: { displayName: one.displayName } }))
    case 'merge':
      return void (await client.creators.merge({ loser: id, winner: creatorId(one.winner) }))
    case 'touch':
      return void (await client.records.put({
        entity: 'touches',
        fields: { creatorId: id, at: NOON + n, kind: 'sent', person: 'Lin' },
      }))
    case 'task':
      return void (await client.records.put({
        entity: 'tasks',
        fields: { creatorId: id, kind: 'followUp', state: 'open', due: NOON + n },
      }))
    case 'work':
      return void (await client.records.put({
        entity: 'shopCreators',
        fields: { shopId: shop.id, creatorId: id, stage: `s${n}` },
      }))
    case 'remove':
      return void (await client.records.remove({ entity: 'creators', id }))
    case 'undo':
      return void (await client.history.undo({}))
    case 'redo':
      return void (await client.history.redo({}))
    case 'import': {
      const file = files.write(sellerText([orderOf(one.handle, n)]))
      return void (await files.run(file))
    }
    case 'ask':
      return void (await client.creators.list({}))
  }
}

const inOrder = (people: readonly (Person | null)[]) =>
  people.filter((person) => person !== null).toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('after any work the list in memory is the one that is read anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const files = await shopWorkspace()
      const { client, context } = files
      await client.creators.list({})
      for (const [n, one] of steps.entries()) {
        // What cannot be done (nothing to undo, a merge with oneself) changes nothing.
        await take(files, one, n).catch(() => undefined)
        const { creators, workspace: open } = context.host.current()
        const kept = await creators.people()
        const anew = await openCreatorsIndex(open).people()
        expect(inOrder(kept.bySlot)).toEqual(inOrder(anew.bySlot))
      }
      const { rows } = await client.creators.list({})
      expect(rows.map(({ handle }) => handle)).toEqual(rows.map(({ handle }) => handle).toSorted())
      context.host.close()
    }),
    { numRuns: 12 },
  )
}, 120_000)
