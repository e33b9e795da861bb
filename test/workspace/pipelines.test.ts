import { describe, expect, test } from 'vitest'

import { happened } from '../../electron/workspace/following/happened'
import { write } from '../../electron/workspace/support'
import { newWorkspace, type TestWorkspace } from '../support/workspace'

const LIN = 'Lin'

/** A shop and creators of these handles, put into the first stage. */
async function newShop(workspace: TestWorkspace, handles: readonly string[]) {
  const shop = await workspace.client.shops.add({ name: 'Lotus', market: 'US' })
  const ids: string[] = []
  for (const handle of handles) {
    const { id } = await workspace.client.records.put({ entity: 'creators', fields: { handle } })
    ids.push(String(id))
  }
  return { shopId: shop.id, ids, items: ids.map((creatorId) => ({ shopId: shop.id, creatorId })) }
}

async function stageOf({ client }: TestWorkspace, creatorId: string) {
  const { rows } = await client.records.list({ entity: 'shopCreators', where: { creatorId } })
  return rows[0]
}

describe('moving by hand', () => {
  test('several creators move in one step, which one undo takes back', async () => {
    const workspace = await newWorkspace()
    const { ids, items } = await newShop(workspace, ['ana', 'bea', 'cleo'])
    expect(await workspace.client.pipelines.move({ items, to: 'negotiating', fill: { owner: LIN } })).toEqual({
      moved: 3,
      guard: null,
    })
    const row = await stageOf(workspace, ids[0] ?? '')
    expect(row).toMatchObject({ stage: 'negotiating', owner: LIN, stageReason: null })
    const undone = await workspace.client.history.undo({})
    expect(undone).toMatchObject({ label: 'pipelines.move', subject: '3 → negotiating' })
    expect(await stageOf(workspace, ids[0] ?? '')).toBeUndefined()
  })

  test('what is missing comes back as a guard and nothing moves', async () => {
    const workspace = await newWorkspace()
    const { ids, items, shopId } = await newShop(workspace, ['ana'])
    expect(await workspace.client.pipelines.move({ items, to: 'agreed' })).toEqual({
      moved: 0,
      guard: {
        missing: [{ shopId, creatorId: ids[0], handle: 'ana', conditions: ['owner', 'rate'] }],
        over: [],
        free: 0,
      },
    })
    expect(await stageOf(workspace, ids[0] ?? '')).toBeUndefined()
  })
})

describe('past a guard', () => {
  test('what is filled in opens it; with a reason it is overridden, and the reason is kept', async () => {
    const workspace = await newWorkspace()
    const { client } = workspace
    const { ids, items } = await newShop(workspace, ['ana', 'bea'])
    const [ana = '', bea = ''] = ids
    expect(
      await client.pipelines.move({ items: items.slice(0, 1), to: 'agreed', fill: { owner: LIN, rate: 1500 } }),
    ).toEqual({ moved: 1, guard: null })
    expect(await stageOf(workspace, ana)).toMatchObject({ stage: 'agreed', owner: LIN, rate: 1500 })
    const moved = await client.pipelines.move({
      items: items.slice(1),
      to: 'agreed',
      guard: 'override',
      reason: 'client insists',
    })
    expect(moved.moved).toBe(1)
    expect(await stageOf(workspace, bea)).toMatchObject({ stage: 'agreed', stageReason: 'client insists', owner: null })
  })

  test('those against whom nothing stands can go without the others', async () => {
    const workspace = await newWorkspace()
    const { ids, items, shopId } = await newShop(workspace, ['ana', 'bea'])
    await workspace.client.records.put({
      entity: 'shopCreators',
      fields: { shopId, creatorId: ids[0] ?? '', owner: LIN, rate: 1000 },
    })
    const { moved, guard } = await workspace.client.pipelines.move({ items, to: 'agreed', guard: 'free' })
    expect([moved, guard?.free, guard?.missing.map(({ handle }) => handle)]).toEqual([1, 1, ['bea']])
    expect(await stageOf(workspace, ids[1] ?? '')).toBeUndefined()
  })

  test('a limit of a shop counts who is there and who is coming', async () => {
    const workspace = await newWorkspace()
    const { items, shopId } = await newShop(workspace, ['ana', 'bea', 'cleo'])
    await workspace.client.pipelines.putStage({ shopId, key: 'posted', fields: { wipLimit: 2 } })
    await workspace.client.pipelines.move({ items: items.slice(0, 1), to: 'posted' })
    expect(await workspace.client.pipelines.move({ items: items.slice(1), to: 'posted' })).toEqual({
      moved: 0,
      guard: { missing: [], over: [{ shopId, limit: 2, count: 3 }], free: 0 },
    })
    await workspace.client.pipelines.resetStage({ shopId, key: 'posted' })
    expect(await workspace.client.pipelines.move({ items: items.slice(1), to: 'posted' })).toMatchObject({ moved: 2 })
  })

  test('a stage that nobody knows is refused', async () => {
    const workspace = await newWorkspace()
    const { items } = await newShop(workspace, ['ana'])
    await expect(workspace.client.pipelines.move({ items, to: 'nowhere' })).rejects.toMatchObject({
      code: 'record.notFound',
    })
  })
})

describe('a ladder', () => {
  test('makes its next task when one is done, to the end, and never two', async () => {
    const workspace = await newWorkspace()
    const { client, clock } = workspace
    const { ids, items } = await newShop(workspace, ['ana'])
    expect(await client.tasks.startLadder({ items })).toEqual({ started: 1, running: 0 })
    expect(await client.tasks.startLadder({ items })).toEqual({ started: 0, running: 1 })
    const days: (number | null)[] = []
    for (;;) {
      const open = await client.tasks.list({})
      if (open.length === 0) break
      expect(open).toHaveLength(1)
      const [task] = open
      days.push(task?.stepDay ?? null)
      clock.now = Math.max(clock.now, task?.due ?? 0)
      await client.tasks.done({ ids: [task?.id ?? ''] })
    }
    expect(days).toEqual([0, 2, 14, 21, 28])
    expect(await client.tasks.next({ creatorIds: ids })).toEqual([])
  })

  test('a post stops it and asks for thanks, in one step that undo takes back', async () => {
    const workspace = await newWorkspace()
    const { client, context, clock } = workspace
    const { ids, items, shopId } = await newShop(workspace, ['ana'])
    const [creatorId = ''] = ids
    await client.tasks.startLadder({ items })
    await write(context, 'outreach.log', 'ana', (tx) =>
      happened(context, tx, { event: 'posted', creatorId, shopId, at: clock.now }),
    )
    const open = await client.tasks.list({})
    expect(open).toMatchObject([{ stepEvent: 'posted', kind: 'content', state: 'open' }])
    expect(await stageOf(workspace, creatorId)).toMatchObject({ stage: 'posted' })
    // Nothing follows what a post brought.
    expect(await client.tasks.done({ ids: [open[0]?.id ?? ''] })).toMatchObject({ done: 1, next: [] })
    await client.history.undo({})
    await client.history.undo({})
    expect(await client.tasks.list({})).toMatchObject([{ stepDay: 0, state: 'open' }])
    expect(await stageOf(workspace, creatorId)).toBeUndefined()
  })

  test('a snoozed task leaves the day and comes back', async () => {
    const { client, clock } = await newWorkspace()
    const task = await client.tasks.put({ fields: { title: 'Ask for the address', due: clock.now } })
    const day = () => client.tasks.today({ zone: 'UTC' })
    expect((await day()).today).toMatchObject([{ id: task.id, owner: LIN }])
    await client.tasks.snooze({ ids: [task.id], until: clock.now + 2 * 86_400_000 })
    expect(await day()).toMatchObject({ today: [], later: 1 })
    clock.now += 2 * 86_400_000
    expect((await day()).today).toMatchObject([{ id: task.id }])
  })
})

describe('something happened', () => {
  test('a reply moves the stage and stops the ladder in the same step', async () => {
    const workspace = await newWorkspace()
    const { ids, items, shopId } = await newShop(workspace, ['ana'])
    const [creatorId = ''] = ids
    await workspace.client.pipelines.move({ items, to: 'contacted', fill: { owner: LIN } })
    await workspace.client.tasks.startLadder({ items })
    expect(await workspace.client.tasks.next({ creatorIds: ids })).toMatchObject([{ ladder: 'followUp', step: 0 }])
    await write(workspace.context, 'outreach.log', 'ana', (tx) =>
      happened(workspace.context, tx, { event: 'replied', creatorId, shopId, at: workspace.clock.now }),
    )
    expect(await stageOf(workspace, creatorId)).toMatchObject({ stage: 'replied' })
    expect(await workspace.client.tasks.next({ creatorIds: ids })).toEqual([])
    expect(await workspace.client.tasks.list({ state: 'all' })).toMatchObject([
      { state: 'cancelled', reason: 'replied' },
    ])
    await workspace.client.history.undo({})
    expect(await stageOf(workspace, creatorId)).toMatchObject({ stage: 'contacted' })
    expect(await workspace.client.tasks.next({ creatorIds: ids })).toMatchObject([{ step: 0, state: 'open' }])
  })
})

describe('the board', () => {
  test('counts who is where and shows what is next', async () => {
    const workspace = await newWorkspace()
    const { items, shopId } = await newShop(workspace, ['ana', 'bea'])
    await workspace.client.pipelines.move({ items, to: 'contacted', fill: { owner: LIN } })
    await workspace.client.tasks.startLadder({ items: items.slice(0, 1) })
    const board = await workspace.client.pipelines.board({ shopId })
    expect(board.columns.map(({ stage, count }) => [stage.key, count])).toEqual([
      ['new', 0],
      ['contacted', 2],
      ['replied', 0],
      ['negotiating', 0],
      ['agreed', 0],
      ['sampled', 0],
      ['posted', 0],
      ['selling', 0],
      ['dormant', 0],
      ['stopped', 0],
    ])
    const cards = board.columns[1]?.lanes[0]?.cards
    expect(cards).toMatchObject([
      { handle: 'ana', next: { ladder: 'followUp', stepDay: 0 }, owner: LIN, days: 0, sla: 'good' },
      { handle: 'bea', next: null },
    ])
  })
})
