/** Duplicates made one, in reports: figures follow the merge and go back with it, without any line being rewritten. */

import { expect, test } from 'vitest'

import { exportFile, orderRow } from '../support/exports'
import { problems, shopWorkspace } from '../support/imports'

async function withThree() {
  const workspace = await shopWorkspace()
  await workspace.run(
    await exportFile([
      orderRow({ orderId: '577012345678901001', creator: 'mia.glow_', payment: 1000 }),
      orderRow({ orderId: '577012345678901002', creator: 'mia_glow_2', payment: 200 }),
      orderRow({ orderId: '577012345678901003', creator: 'bo.kitchen', payment: 30 }),
    ]),
  )
  const { client, shop } = workspace
  const { rows } = await client.creators.list({ sort: [{ field: 'handle' }] })
  const idOf = (handle: string) => rows.find((row) => row.handle === handle)?.id ?? ''
  await client.costs.put({
    fields: {
      shopId: shop.id,
      kind: 'fee',
      creatorHandle: 'mia_glow_2',
      amount: 7,
      currency: 'USD',
      day: '2026-01-31',
    },
  })
  const table = async () => (await client.roi.table({ by: ['creator'] })).rows
  return { ...workspace, idOf, table }
}

test('figures, lines and filters follow a merge of two creators, and its being taken back', async () => {
  const { client, idOf, table, ...workspace } = await withThree()
  const before = await table()
  expect(before.map(({ keys, gmv, fees }) => [keys['creator'], gmv, fees])).toEqual([
    ['mia.glow_', 1000, 0],
    ['mia_glow_2', 200, 7],
    ['bo.kitchen', 30, 0],
  ])

  await client.creators.merge({ loser: idOf('mia_glow_2'), winner: idOf('mia.glow_') })
  expect((await table()).map(({ keys, ids, gmv, fees }) => [keys['creator'], ids['creator'], gmv, fees])).toEqual([
    ['mia.glow_', idOf('mia.glow_'), 1200, 7],
    ['bo.kitchen', idOf('bo.kitchen'), 30, 0],
  ])
  for (const name of ['mia.glow_', '@Mia_Glow_2', idOf('mia_glow_2'), idOf('mia.glow_')]) {
    const { now } = await client.roi.summary({ creators: [name] })
    expect([now.gmv, now.fees]).toEqual([1200, 7])
    const lines = await client.roi.lines({ creators: [name] })
    expect(lines.rows.map(({ orderId }) => orderId).toSorted()).toEqual(['577012345678901001', '577012345678901002'])
  }
  expect((await client.roi.summary({ creators: ['bo.kitchen'] })).now.gmv).toBe(30)
  expect(await problems({ client, ...workspace })).toEqual([])

  await client.creators.unmerge({ loser: idOf('mia_glow_2') })
  expect(await table()).toEqual(before)
})

test('a merge outlives the file that named the one who stands for both', async () => {
  const workspace = await shopWorkspace()
  const { client } = workspace
  const first = await workspace.run(
    await exportFile([orderRow({ orderId: '577012345678901001', creator: 'ana', payment: 1000 })]),
  )
  await workspace.run(
    workspace.younger(await exportFile([orderRow({ orderId: '577012345678901002', creator: 'bo', payment: 200 })])),
  )
  const { rows } = await client.creators.list({ sort: [{ field: 'handle' }] })
  const [ana, bo] = rows.map(({ id }) => id)
  // Edited, so that it stays when its file goes.
  await client.creators.put({ id: ana ?? '', fields: { remark: 'prefers LIVE' } })
  await client.creators.merge({ loser: bo ?? '', winner: ana ?? '' })
  await workspace.undo(first.batchId)
  const table = await client.roi.table({ by: ['creator'] })
  expect(table.rows.map(({ keys, ids, gmv }) => [keys['creator'], ids['creator'], gmv])).toEqual([['ana', ana, 200]])
})
