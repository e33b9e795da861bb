import { describe, expect, test, vi } from 'vitest'

import type { RowEdit } from '../../shared/contract/edits'
import { newWorkspace, type TestWorkspace } from '../support/workspace'

async function withShop() {
  const workspace = await newWorkspace()
  const shop = await workspace.client.shops.add({ name: 'Lotus', market: 'VN' })
  return { ...workspace, shop }
}

async function addCosts({ client, shop }: Awaited<ReturnType<typeof withShop>>, count: number) {
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    const fields = { shopId: shop.id, kind: 'fee' as const, amount: 1000 + at, currency: 'VND', day: '2026-01-10' }
    ids.push((await client.costs.put({ fields })).id)
  }
  return ids
}

const apply = (
  { client }: Pick<TestWorkspace, 'client'>,
  edits: readonly RowEdit[],
  what: 'cell' | 'fill' | 'paste' | 'bulk' | 'clear' = 'paste',
  dryRun = false,
) => client.edits.apply({ what, list: 'costs', edits: [...edits], dryRun })

/** By amount. */
async function costsOf({ client }: Pick<TestWorkspace, 'client'>) {
  return (await client.costs.list({})).rows.toSorted((a, b) => (a.amount ?? 0) - (b.amount ?? 0))
}

const cost = (id: string | null, fields: RowEdit['fields']): RowEdit => ({ entity: 'costLines', id, fields })

describe('edits of a grid', () => {
  test('are one step, named by what was done, that undo takes back whole', async () => {
    const workspace = await withShop()
    const [first = '', second = ''] = await addCosts(workspace, 2)
    const result = await apply(workspace, [
      cost(first, { note: 'a', amount: 5 }),
      cost(second, { note: 'b' }),
      cost(null, { shopId: workspace.shop.id, kind: 'ads', amount: 7, day: '2026-01-11' }),
    ])
    expect(result).toMatchObject({ added: 1, changed: 2, unchanged: 0, refused: [] })
    const rows = await costsOf(workspace)
    // The new one is in its shop's currency, which nobody typed.
    expect(rows.map(({ amount, note, currency }) => [amount, note, currency])).toEqual([
      [5, 'a', 'VND'],
      [7, null, 'VND'],
      [1001, 'b', 'VND'],
    ])
    expect(await workspace.client.history.undo({})).toMatchObject({ label: 'edits.paste', subject: '3' })
    const before = await costsOf(workspace)
    expect(before.map(({ amount, note }) => [amount, note])).toEqual([
      [1000, null],
      [1001, null],
    ])
  })

  test('leave a cell that does not fit as it was, and write all others', async () => {
    const workspace = await withShop()
    const [first = '', second = ''] = await addCosts(workspace, 2)
    const result = await apply(workspace, [
      cost(first, { day: '2026-02-30', note: 'kept' }),
      cost(second, { kind: 'gift', colour: 'red', amount: 9 }),
    ])
    expect(result.refused).toEqual([
      { index: 0, id: first, field: 'day', reason: 'notADay', value: '2026-02-30' },
      { index: 1, id: second, field: 'kind', reason: 'notAllowed', value: 'gift' },
      { index: 1, id: second, field: 'colour', reason: 'unknownField', value: 'red' },
    ])
    const rows = await costsOf(workspace)
    expect(rows.map(({ day, kind, amount, note }) => [day, kind, amount, note])).toEqual([
      ['2026-01-10', 'fee', 9, null],
      ['2026-01-10', 'fee', 1000, 'kept'],
    ])
  })

  test('do not add a row that lacks what it cannot be without', async () => {
    const workspace = await withShop()
    const result = await apply(workspace, [
      cost(null, { shopId: workspace.shop.id, kind: 'fee', amount: 1.5, day: '2026-01-11' }),
      cost(null, { shopId: workspace.shop.id, kind: 'fee', amount: 15, day: '2026-01-11', note: 'good' }),
      cost('0'.repeat(26), { note: 'of nobody' }),
    ])
    expect(result).toMatchObject({ added: 1, changed: 0 })
    expect(result.refused).toEqual([
      { index: 0, id: null, field: 'amount', reason: 'notWhole', value: 1.5 },
      { index: 2, id: null, field: 'id', reason: 'gone', value: null },
    ])
    expect((await workspace.client.costs.list({})).rows.map(({ note }) => note)).toEqual(['good'])
  })

  test('keep an amount in the currency of its shop, cell by cell', async () => {
    const workspace = await withShop()
    const row = { shopId: workspace.shop.id, kind: 'fee', amount: 15, day: '2026-01-11' }
    const result = await apply(workspace, [
      cost(null, { ...row, currency: 'USD' }),
      cost(null, { ...row, currency: 'VND' }),
    ])
    expect(result.added).toBe(1)
    expect(result.refused).toMatchObject([{ index: 0, field: 'currency', reason: 'currencyOfAnotherShop' }])
  })

  test('say in a dry run what would happen, and write nothing', async () => {
    const workspace = await withShop()
    const [first = ''] = await addCosts(workspace, 1)
    const edits = [
      cost(first, { amount: 5, note: null }),
      cost(first, { day: 'soon' }),
      cost(null, { shopId: workspace.shop.id, kind: 'ads', amount: 7, day: '2026-01-11' }),
    ]
    const dry = await apply(workspace, edits, 'bulk', true)
    expect(dry).toMatchObject({ added: 1, changed: 1, refused: [{ index: 1, reason: 'notADay' }] })
    expect(dry.changes).toContainEqual({ index: 0, field: 'amount', before: 1000, after: 5 })
    expect((await workspace.client.costs.list({})).rows.map(({ amount }) => amount)).toEqual([1000])
    expect(await workspace.client.history.undo({})).toMatchObject({ label: 'costs.add' })
  })

  test('write nothing, and are no step, where nothing differs', async () => {
    const workspace = await withShop()
    const [first = ''] = await addCosts(workspace, 1)
    expect(await apply(workspace, [cost(first, { amount: 1000 })])).toMatchObject({ changed: 0, unchanged: 1 })
    expect(await workspace.client.history.undo({})).toMatchObject({ label: 'costs.add' })
  })

  test('make one creator of a handle, however it is written and however often', async () => {
    const workspace = await withShop()
    const handle = (text: string): RowEdit => ({ entity: 'creators', id: null, fields: { handle: text } })
    const result = await apply(workspace, [
      handle('@Linh.Daily'),
      handle('https://www.tiktok.com/@linh.daily?lang=vi'),
      handle('LINH.DAILY'),
      handle('mai_cooks'),
    ])
    expect(result).toMatchObject({ added: 2, repeated: 2, refused: [] })
    const { rows } = await workspace.client.records.list({ entity: 'creators' })
    expect(rows.map((row) => String(row['handle'])).toSorted()).toEqual(['linh.daily', 'mai_cooks'])
  })

  test('accept a commission rate of 1 to 80 % and no other', async () => {
    const workspace = await withShop()
    await apply(workspace, [{ entity: 'creators', id: null, fields: { handle: 'linh' } }])
    const rate = (value: number): RowEdit => ({
      entity: 'shopCreators',
      id: null,
      fields: { shopId: workspace.shop.id, creatorId: '@Linh', rate: value },
    })
    for (const value of [99, 8001, 0, -500]) {
      expect((await apply(workspace, [rate(value)])).refused).toMatchObject([
        { field: 'rate', reason: 'rateOutOfRange' },
      ])
    }
    for (const value of [100, 8000]) {
      expect((await apply(workspace, [rate(value)])).refused).toEqual([])
    }
    const { rows } = await workspace.client.records.list({ entity: 'shopCreators' })
    expect(rows.map((row) => row['rate'])).toEqual([8000])
  })

  test('set a stage only where the board would not ask first', async () => {
    const workspace = await withShop()
    const handles = ['linh', 'mai', 'ann']
    await apply(
      workspace,
      handles.map((handle) => ({ entity: 'creators', id: null, fields: { handle } })),
    )
    const { rows } = await workspace.client.records.list({ entity: 'creators' })
    const staged = (stage: string): RowEdit[] =>
      rows.map((row) => ({
        entity: 'shopCreators',
        id: null,
        fields: { shopId: workspace.shop.id, creatorId: String(row['id']), stage },
      }))
    const unknown = await apply(workspace, staged('nowhere'))
    expect(unknown.refused.map(({ reason }) => reason)).toEqual(['notAllowed', 'notAllowed', 'notAllowed'])
    const fields = { name: 'Short list', entry: null, wipLimit: 2 }
    await workspace.client.pipelines.putStage({ shopId: workspace.shop.id, key: 'posted', fields })
    // Three would be one too many; the board asks about all of them.
    const over = await apply(workspace, staged('posted'))
    expect(over.refused.map(({ reason }) => reason)).toEqual(['stageAsks', 'stageAsks', 'stageAsks'])
    const two = await apply(workspace, staged('posted').slice(0, 2))
    expect(two.refused).toEqual([])
    expect(
      (await workspace.client.records.list({ entity: 'shopCreators', where: { stage: 'posted' } })).rows,
    ).toHaveLength(2)
  })

  test('name a creator that nobody knows', async () => {
    const workspace = await withShop()
    const result = await apply(workspace, [
      { entity: 'shopCreators', id: null, fields: { shopId: workspace.shop.id, creatorId: 'nobody' } },
    ])
    expect(result.refused).toContainEqual({
      index: 0,
      id: null,
      field: 'creatorId',
      reason: 'unknownCreator',
      value: 'nobody',
    })
  })

  test('of more cells than one step may write are refused as a whole', async () => {
    const workspace = await withShop()
    const edits = Array.from({ length: 100_001 }, () => cost(null, { note: 'a', campaign: 'b' }))
    await expect(apply(workspace, edits)).rejects.toMatchObject({
      code: 'edits.tooMany',
      data: { cells: 200_002, most: 200_000 },
    })
  })

  test('of what the program keeps by itself are refused', async () => {
    const workspace = await withShop()
    await expect(
      apply(workspace, [{ entity: 'settings', id: null, fields: { key: 'currency', value: '"CNY"' } }]),
    ).rejects.toMatchObject({
      code: 'record.invalid',
      data: { entity: 'settings', field: 'entity', reason: 'keptByTheProgram' },
    })
  })
})

test('two hundred steps are taken back after the file was opened again', async () => {
  const workspace = await withShop()
  const [id = ''] = await addCosts(workspace, 1)
  for (let step = 1; step <= 220; step += 1) {
    await apply(workspace, [cost(id, { note: `step ${step}` })], 'cell')
  }
  await workspace.client.workspace.close({})
  await workspace.client.workspace.open({ file: workspace.file })
  // The backup of the day goes on beside; its folder goes away with the test.
  await vi.waitFor(async () => {
    const backups = await workspace.client.workspace.backups({})
    expect(backups.some(({ reason }) => reason === 'daily')).toBe(true)
  })
  for (let step = 220; step > 0; step -= 1) {
    expect(await workspace.client.history.undo({})).toMatchObject({ label: 'edits.cell' })
  }
  expect((await costsOf(workspace)).map(({ note }) => note)).toEqual([null])
  expect(await workspace.client.history.redo({})).toMatchObject({ label: 'edits.cell' })
  expect((await costsOf(workspace)).map(({ note }) => note)).toEqual(['step 1'])
}, 60_000)
