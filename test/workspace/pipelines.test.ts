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
